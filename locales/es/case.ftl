# SPDX-License-Identifier: MIT OR Apache-2.0

### Cases: cards, the list, the digest, and the coordinators’ group.

## A card: its first line

# Somebody must act now.
# $case (String): the case's number
case-coord-head-urgent = 🔴 <b>Caso { $case }</b> · urgente
# Somebody must act within days.
# $case (String): the case's number
case-coord-head-attention = 🟠 <b>Caso { $case }</b> · necesita atención
# It can wait a little.
# $case (String): the case's number
case-coord-head-routine = 🟢 <b>Caso { $case }</b> · sin prisa

## A card: what happened

# A mentee or mentor tapped “I do not feel safe”.
# SAFETY
case-coord-unsafe = 🆘 Alguien no se siente a salvo.

# The same on the card of a case that is over.
# SAFETY
case-coord-was-unsafe = 🆘 Alguien no se sentía a salvo.
# A mentee wants a call today.
# SAFETY
case-coord-call-today = 📞 Alguien pide una llamada hoy.
# A mentee wants a call this week.
case-coord-call-soon = 📞 Alguien pide una llamada esta semana.
# A mentor has a serious worry.
# SAFETY
case-coord-worry = ⚠️ Un mentor o mentora tiene una preocupación seria.
# A mentor asks the team for support.
case-coord-support = ❓ Un mentor o mentora pide apoyo.
# Somebody answered the check-in with a sad face. Who, and whether the two had talked, stands on the private card.
case-coord-low-mood = 🙁 Alguien respondió con una cara triste.
# A message was reported.
# SAFETY
case-coord-report = 🚩 Alguien ha avisado de un mensaje.
# Nobody of a pair writes.
case-coord-silent-both = 🤫 Dos personas ya no se escriben.
# The mentee wrote, and the mentor does not answer.
case-coord-mentee-waits = ⏳ Mentee espera respuesta.
# The mentor wrote, and the mentee does not answer.
case-coord-mentor-waits = ⏳ Mentor o mentora espera respuesta.
# Nobody wrote in the first 14 days.
case-coord-no-kickoff = 🌱 Nadie ha escrito desde la presentación.
# Nobody wrote in the first 21 days.
case-coord-decide =
    🔀 Nunca empezaron a escribirse.
    ¿Presentarlas otra vez, buscar a otra persona o terminar?
# Somebody cannot be reached in Telegram.
case-coord-unreachable = 📵 No se puede contactar con alguien en Lazo.
# Three check-ins in a row without an answer.
case-coord-missed = 📋 Tres preguntas seguidas sin respuesta.
# Nobody has answered mail to the team for two working days.
case-coord-mail = ✉️ Un mensaje al equipo sigue sin respuesta.
# Somebody has left.
case-coord-leaving = 🚪 Alguien deja el programa.
# Copies of a supervised pair that nobody marked as read for 7 days. The lead reads it.
case-coord-unread = 👁 Nadie ha leído las copias de una pareja de mentoría supervisada.
# “It is about the team”, in the 🆘 menu.
# SAFETY
case-coord-team = 🧭 Alguien dice: se trata del equipo.
# Something in a supervised pair may have arrived, and could not be copied. The lead reads it.
case-coord-unseen =
    👁 No se ha podido copiar un mensaje de una pareja de mentoría supervisada.
    Puede que haya llegado. Pregunta por él.
# An adult in a supervised pair showed contacts at least twice in 28 days. The lead reads it.
case-coord-contacts = 👁 Alguien ha intentado dos veces pasar un contacto.
# Somebody of 16 or 17 waits without a yes to a talk with adults, or goes on without a paper for 90 days. The lead reads it.
case-coord-guardian = 🧑 Alguien de 16 o 17 años necesita tu decisión.
# Somebody said two things about an age.
case-coord-two-ages = ⚠️ Alguien nos dijo dos edades distintas.
# A pair was stopped until today. Now somebody must say how it goes on.
# SAFETY
case-coord-stopped = ⏸ Hay un chat en pausa: ¿cómo sigue?
# A lead tries the alarm: the card rings as an urgent one does.
case-coord-trial =
    🔔 <b>PRUEBA.</b> Nadie está en peligro: se prueba la alarma.
    Pulsa «Me encargo», por favor.

## A card: since when, and who is on it

# $at (String): weekday, day, month and hour
case-coord-opened = 🕐 Abierto desde: { $at }
# Nobody has taken the case.
case-coord-open = ⏳ Todavía no se ocupa nadie.
# Somebody shall take the case.
# $name (String): a coordinator's alias
case-coord-for = ⏳ Espera a: { $name }
# Somebody has taken the case.
# $name (String): a coordinator's alias
case-coord-taken = 👤 Se ocupa: { $name }
# Somebody lets the case rest.
# $name (String): a coordinator's alias
# $until (String): weekday, day, month and hour
case-coord-resting = 💤 { $name } · lo mirará otra vez: { $until }

## A card: how it ended

# Somebody solved it.
case-coord-solved = ✅ Este caso está resuelto.
# Others look after it now.
case-coord-elsewhere = ✅ Ahora se ocupan otras personas.
# There was nothing to it.
case-coord-false-alarm = ✅ Fue una falsa alarma.
# A case ended: the team looked at it, and it was not so. Whom it was about is forgotten.
# SAFETY
case-coord-unfounded =
    ⚖️ El equipo lo ha revisado: no era así.
    Aquí solo quedan las fechas.
# A case ended: she was tried on two days and not reached.
# SAFETY
case-coord-not-reached = 📵 No se pudo contactar con esta persona.
# A silence ended. Nobody had to do anything.
case-coord-resumed =
    💚 Vuelven a estar en contacto.
    Este caso se ha cerrado solo.
# Somebody can be reached again. Nobody had to do anything.
case-coord-reachable =
    💚 Ya se puede contactar con esta persona.
    Este caso se ha cerrado solo.
# The pair has ended.
case-coord-pair-closed = 🏁 Esta pareja de mentoría ha terminado.
# $name (String): a coordinator's alias
case-coord-closed-by = 👤 Terminada por: { $name }

## A card: why it is shown now

# SAFETY
case-coord-nobody = ❗ Hasta ahora nadie se ocupa de este caso.
# Nobody has taken it for so long that the lead reads it too.
# SAFETY
case-coord-climbed = ⬆️ Nadie se ocupa de este caso. Ahora lo recibe quien dirige el programa.
# The same happened again while the case is open.
# SAFETY
case-coord-again = 🔁 Ha pasado otra vez.
# Somebody who does not feel safe said how the team may reach her.
# SAFETY
case-coord-said = 💬 Esta persona ha respondido. Léelo antes de llamar.
# The time a case could rest is over.
case-coord-back = 💤 Este caso te necesita otra vez.
# The only one who has a case said that she did not reach her. On the next working day she is asked again.
# SAFETY
case-coord-unreached =
    📵 ¿Alguien ha podido contactar con esta persona?
    Si no, puedes cerrar el caso.
# Somebody hands the case over. A locked screen shows it: no name.
case-coord-handed = 🔁 Ahora este caso es tuyo.
# Below how the case stands.
# $name (String): a coordinator's alias
case-coord-handed-by = 🔁 Te lo pasa: <b>{ $name }</b>

## A card: who it is, only in private. The name stands on the line below.

# Whom the case is about.
case-coord-who-about = ❗ Se trata de:
# Who does not feel safe.
# SAFETY
case-coord-who-unsafe = 🛟 En peligro, quizá ahora mismo:

# The same on the card of a case that is over.
case-coord-who-was-unsafe = 🛟 No se sentía a salvo:
# Who asks to be called.
# SAFETY
case-coord-who-call = 📞 Pide una llamada:
# Who reported a message.
case-coord-who-report = 🚩 Avisó:
# The mentor who has a serious worry.
case-coord-who-worries = ⚠️ Nos contó su preocupación:
# The mentee, or one of the mentees, a mentor worries about.
# SAFETY
case-coord-who-worry = ❗ La preocupación es por:
# Who answered a check-in.
case-coord-who-answered = 💬 Respondió:
# Above the names of everybody else in the pair or circle.
case-coord-who-others = 👥 Las demás personas:

# Below whom a case is about, for whoever leads: another conversation of that person's. Who is in it stands below.
case-coord-also-in = 🔗 Esta persona está también en otro chat:

# The same, where that person has not come in yet.
case-coord-asked-into = ✉️ Esta persona tiene una invitación a otro chat:

## A card: details, only in private

# $name (String): the alias
case-coord-mentee = 🌱 <b>{ $name }</b> · mentee
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-mentee-file = 🌱 <b>{ $name }</b> · mentee · 📁 { $file }
# $name (String): the alias
case-coord-mentor = 🤝 <b>{ $name }</b> · mentor/a
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-mentor-file = 🤝 <b>{ $name }</b> · mentor/a · 📁 { $file }
# $name (String): the alias
case-coord-staff = 🧭 <b>{ $name }</b> · equipo
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-staff-file = 🧭 <b>{ $name }</b> · equipo · 📁 { $file }
# Whom of the team a case names. Only who may know of it reads this.
# $name (String): the alias
case-coord-meant = 🧭 Se trata de: <b>{ $name }</b>
# A case names whoever leads.
case-coord-meant-lead = 🔑 Se trata de quien dirige el programa
# A case is about the team, and it is not said about whom.
case-coord-meant-unsaid = 🔒 No se ha dicho de quién se trata.
# Below it.
# SAFETY
case-coord-secret = 🔒 Nadie de quien se pueda tratar ve este caso.
# $at (String): weekday, day and month
case-coord-since = 📅 Desde: { $at }
# $at (String): weekday, day, month and hour
case-coord-due = ⏰ Prometido antes de: { $at }
# Both people of a pair got a reminder to write, and a second one.
case-coord-tried-twice = ✔️ Lazo lo recordó a las dos partes, dos veces.
# Both people of a pair got a reminder to write.
case-coord-tried-both = ✔️ Lazo lo recordó a las dos partes.
# Both people of a pair were asked “Did you talk?”.
case-coord-tried-asked = ✔️ Lazo preguntó a las dos partes si habían hablado.
# The mentor got a reminder.
case-coord-tried-mentor = ✔️ Lazo lo recordó al mentor o mentora.
# The mentee got a reminder.
case-coord-tried-mentee = ✔️ Lazo lo recordó a mentee.
# The team took the reported message back.
case-coord-tried-removed = ✔️ El equipo retiró el mensaje.
# After a sad face: the two had talked in Lazo in the time that was asked about.
case-coord-had-talked = ▫️ Antes habían hablado.
# The same, elsewhere.
case-coord-had-talked-elsewhere = ▫️ Antes habían hablado en otro sitio.
# They had not.
case-coord-had-not-talked = ▫️ Antes no habían hablado.
# Somebody does not feel safe, and has not said whether a call is safe.
# SAFETY
case-coord-call-unknown = ❔ No se sabe si una llamada es segura.

# Is it about the partner? “Yes”.
# SAFETY
case-coord-about-yes = ❗ El problema es con la otra persona de la pareja de mentoría.
# Is it about the partner? “No”.
# SAFETY
case-coord-about-no = ▫️ El problema no es con la otra persona.

# After another answer, her phone said that it is about somebody else.
case-coord-about-no-later = ✖️ Respuesta posterior desde su teléfono: con otra persona. Solo el equipo puede abrir.

# She pressed 🆘 once more while the case was open.
case-coord-pressed-again = 🆘 Pulsado otra vez.

# Somebody said on her phone that it was a mistake.
case-coord-mistake = ✖️ Pulsado en su teléfono: por error. Antes hay que hablar con esta persona.

# She blocked the bot, left, or cannot be reached while the case is open.
case-coord-away = ⚠️ Después, esta persona bloqueó el bot o se fue.
# Is it about the partner? “I don’t know”.
# SAFETY
case-coord-about-unknown = ❔ Todavía no está claro si el problema es con la otra persona.
# Is it safe to call? “Yes”.
# SAFETY
case-coord-call-yes = 📞 Una llamada es segura.
# Her wish on every day: “Write, don’t call me”.
# SAFETY
case-coord-call-wish = ✍️ Siempre: por escrito, sin llamadas.
# Is it safe to call? “Write to me instead”.
# SAFETY
case-coord-call-write = ⛔ No llames. Escribe.
# Is it safe to call? “Not now”.
# SAFETY
case-coord-call-not-now = ⛔ No llames ni escribas ahora. No es seguro.
# One line of the log: a talk about the case.
# $at (String): weekday, day and month
# $channel (String): call, in person, message
# $count (Number): minutes
# $outcome (String): how it went
case-coord-called = 🗒 { $at } · { $channel } · { $count } min · { $outcome }
# The same, when nobody answered.
# $at (String): weekday, day and month
# $channel (String): call, in person, message
# $outcome (String): no answer
case-coord-called-in-vain = 🗒 { $at } · { $channel } · { $outcome }
# SAFETY
# $contact (String): a name and a phone number
case-coord-ring = 📞 Llama ahora, por favor: <b>{ $contact }</b>

## A card: questions

# The first buttons of a card.
case-coord-card = ❓ ¿Qué pasa ahora?
    .take = 👤 Me ocupo
    .show = 👁 Ver
    .resolve = ✅ Cerrar caso
# More buttons.
case-coord-do = ❓ ¿Qué quieres hacer?
    .call = 📞 Ya llamé
    .move = 🔗 Cuenta nueva
    .release = ▶ Abrir otra vez el chat
    .nudge = 🔔 Recordar a las dos
    .rest = 💤 Recordármelo después
    .hand = 🔁 Pasar a otra persona
    .close = 🏁 Terminar y cerrar caso
# For how long a case may rest.
case-coord-rest = 💤 ¿Cuándo te lo recordamos?
    .day = 💤 En 1 día
    .days = 💤 En 3 días
# After a call or a meeting.
case-coord-call = 📞 ¿Cómo fue?
    .settled = ✅ Todo arreglado, cerrar caso
    .spoke = 💬 Hablamos, sigue abierto
    .unanswered = 📵 No contesta
# In the log of talks: they spoke, and that settled it.
case-coord-log-settled = ✅ Todo arreglado
# How the coordinator spoke with somebody, or tried to.
case-coord-channel = 📞 ¿Cómo contactaste?
    .voice = 📞 Llamada
    .in-person = 🚶 En persona
    .message = 💬 Mensaje
# How long a talk was. Buttons: minutes.
# $count (Number): minutes
case-coord-minutes = 🕐 ¿Cuánto duró, más o menos?
    .some =
        { $count ->
            [one] un minuto
           *[other] { $count } minutos
        }
# When a case is closed.
case-coord-end = ✅ ¿Cómo terminó?
    .solved = ✅ Resuelto
    .elsewhere = 🧩 Ayudan otras personas
    .nothing = 💨 Falsa alarma
    .unfounded = ⚖️ Sin base, quedan las fechas
    .unreached = 📵 Sin contacto
# A case is closed and its pair is stopped. Perhaps the names of the pair follow. Buttons: what becomes of the pair.
# SAFETY
case-coord-becomes =
    ⏸ Este chat está en pausa.
    ¿Qué pasa con él?
    Sin respuesta, el caso sigue abierto.
    .open = ▶ Abrirlo otra vez
    .stay = ⏸ Sigue en pausa
    .end = 🏁 Termina
# For how long a pair stays stopped. Buttons: weeks.
# $count (Number): weeks
case-coord-stays =
    📅 ¿Cuánto tiempo sigue en pausa?
    Después preguntaremos otra vez.
    .weeks =
        { $count ->
            [one] ⏸ una semana
           *[other] ⏸ { $count } semanas
        }
# Who shall take a case. Buttons: the others of the team.
# $name (String): a coordinator's alias
case-coord-hand = 🔁 ¿Quién se ocupa?
    .person = 👤 { $name }
# Why a pair ends. Nobody of the pair reads the reason.
case-coord-close =
    🏁 ¿Por qué termina esta pareja de mentoría?
    Solo el equipo lee el motivo.

# Before a pair ends for conduct: whoever it ends for is heard first. Perhaps the names of the pair follow.
# SAFETY
case-coord-heard =
    👂 ¿Tu equipo ha escuchado a la persona de quien se trata?
    .yes = ✅ Sí, se le ha escuchado
    .authority = ⚖️ Una autoridad pide que no
    .not-yet = ◀ Todavía no

## The list of cases

# The list of open cases. Buttons: their numbers.
# $count (Number): how many cases are open
# $case (String): the case's number
case-coord-list =
    { $count ->
        [one] 🔔 Hay un caso abierto.
       *[other] 🔔 Hay { $count } casos abiertos.
    }
    .case = 🔎 { $case }
# Nothing is open.
case-coord-list-none = ✅ No hay casos abiertos.
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-urgent = 🔴 Caso <b>{ $case }</b> · { $age }
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-attention = 🟠 Caso <b>{ $case }</b> · { $age }
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-routine = 🟢 Caso <b>{ $case }</b> · { $age }
# Below a case in the list: it could be shown to nobody so far.
case-coord-line-untold = 📭 No ha llegado a nadie.
# How long a case has been open: less than a day.
case-coord-age-new = nuevo
# How long a case has been open.
# $count (Number): days
case-coord-age =
    { $count ->
        [one] un día
       *[other] { $count } días
    }

## The digest

# A coordinator, at nine in the morning, only if there is something.
case-coord-digest = ☀️ ¡Buenos días! Esto te espera.
    .show = 🔔 Ver casos
# Cases that could be shown to nobody so far.
# $count (Number): how many
case-coord-digest-untold =
    { $count ->
        [one] 📭 Un caso no ha llegado a nadie.
       *[other] 📭 { $count } casos no han llegado a nadie.
    }
# $count (Number): how many
case-coord-digest-waiting =
    { $count ->
        [one] 🟠 Hay un caso sin nadie que se ocupe.
       *[other] 🟠 Hay { $count } casos sin nadie que se ocupe.
    }
# $count (Number): how many
case-coord-digest-fresh =
    { $count ->
        [one] 🟢 Hay un caso sin prisa.
       *[other] 🟢 Hay { $count } casos sin prisa.
    }
# $count (Number): how many
case-coord-digest-overdue =
    { $count ->
        [one] ⏰ Una llamada prometida llega tarde.
       *[other] ⏰ { $count } llamadas prometidas llegan tarde.
    }
# On a week's first working day: cases that somebody closed who was alone with them.
# $count (Number): how many
# SAFETY
case-coord-digest-unreached =
    { $count ->
        [one] 📵 Una persona sola cerró un caso. No hubo contacto.
       *[other] 📵 Una persona sola cerró { $count } casos. No hubo contacto.
    }
# Above the numbers of stopped pairs. Buttons: their numbers.
# $number (String): the pair's number
case-coord-digest-stopped = 🛑 En pausa por seguridad:
    .number = ⏸ N.º { $number }
# A stopped pair, and for how long.
# $number (String): the pair's number
# $age (String): for how many days
case-coord-digest-stop = • N.º { $number } · { $age }
# A pair that was stopped today.
# $number (String): the pair's number
case-coord-digest-stop-new = • N.º { $number }

# Above the numbers of pairs that the team has paused until a day.
case-coord-digest-paused = ⏸ En pausa por el equipo hasta:

# A pair that the team has paused, and until when.
# $number (String): the pair's number
# $day (String): weekday, day and month
case-coord-digest-pause = • N.º { $number } · { $day }
# Above the names of people whose mail to the team nobody has answered for a working day.
case-coord-digest-mail = ✉️ Espera respuesta:
# Above the names of pairs.
case-coord-digest-quiet = 🟡 Hay cada vez más silencio entre:
# $names (String): the aliases of a pair
case-coord-digest-pair = • { $names }
# $count (Number): how many more pairs
case-coord-digest-more =
    { $count ->
        [one] • y una pareja de mentoría más
       *[other] • y { $count } parejas de mentoría más
    }

## A reminder a coordinator sends

# Mentees and mentors.
# $name (String): the partner's alias
case-any-nudge =
    🔔 A esta persona le gustaría saber de ti:
    <b>{ $name }</b>
    Escribe aquí un «Hola».
# Mentees and mentors in a circle.
case-any-nudge-group =
    🔔 A tu grupo le gustaría saber de ti.
    Escribe aquí un «Hola».

## Short words after a tap

# $name (String): a coordinator's alias
case-coord-toast-taken = 👤 Ya se ocupa: { $name }
case-coord-toast-closed = ✅ Este caso está cerrado.
case-coord-toast-not-yours = 🚫 Este caso no es para ti.
case-coord-toast-shown = 👁 Los detalles están en tu chat con Lazo.
case-coord-toast-nudged = 🔔 Las dos partes reciben un recordatorio. De noche, espera.
case-coord-toast-nudged-before = 🔔 Ya recibieron un recordatorio hace menos de un día.
case-coord-toast-not-now = 🚫 Esto ya no es posible.
# A case cannot be closed: the lead has not decided about other pairs of somebody.
case-coord-toast-decide = 🚫 Primero, quien dirige el programa decide sobre otras parejas de mentoría. La pregunta está en su chat.
# Somebody who has blocked Lazo taps on a case, for instance in the group.
case-coord-toast-unreached = 📵 Lazo no puede escribirte. Escribe antes cualquier cosa en tu chat con Lazo.
# A case cannot be closed: nobody has talked with the person since.
case-coord-toast-talk = 🚫 Un mensaje anotado no basta. La persona te responde aquí, o habla contigo por teléfono o en persona.
# A case cannot be closed as “not reached” yet.
# $count (Number): on so many days somebody must have tried
case-coord-toast-try =
    { $count ->
        [one] 🚫 Primero intenta contactar. Anota aquí cada intento.
       *[other] 🚫 Primero inténtalo en { $count } días distintos. Anota aquí cada intento.
    }
# A case cannot be closed as “not reached” by this person.
case-coord-toast-second = 🚫 Esto lo cierra otra persona: quien dirige o un contacto urgente.
# The only one who has a case says that she reached nobody.
case-coord-toast-later = 🕘 Anotado. Te preguntaremos otra vez el próximo día laborable.

## The coordinators’ group

# The name of a case's topic.
# $case (String): the case's number
case-coord-topic = 🔔 Caso { $case }
# The bot was added to a group.
case-coord-group-hello =
    ☀️ ¡Hola! Soy Lazo.
    ¿Quieres ver los casos aquí? Quien dirige el programa escribe /linkgroup.
# The group is linked.
case-coord-group-linked =
    ✅ Este grupo está enlazado.
    Cada caso tiene aquí su propio tema.
    Los nombres son privados: toca «Ver» para leerlos.
# The group cannot be linked, or does not work any more. What is missing follows.
case-coord-group-missing = 🚫 A este grupo le falta algo:
# Topics are off.
case-coord-group-missing-topics =
    💬 Los temas están desactivados.
    Abre los ajustes del grupo y activa «Temas».
# The bot is no administrator, or may not manage topics.
case-coord-group-missing-right =
    🔑 No puedo gestionar los temas.
    Hazme administrador con el permiso «Gestionar temas».
# Below what is missing.
case-coord-group-then = Después, escribe otra vez /linkgroup.
# The bot does not know its rights in the group. The lead reads it in her private chat.
case-coord-group-unknown =
    🚫 No conozco mis permisos en ese grupo.
    Sácame del grupo.
    Después añádeme como administrador y escribe /linkgroup.
# A coordinator, mentor or mentee wrote /linkgroup. Read in the private chat.
case-coord-group-lead = 🚫 Solo quien dirige el programa puede conectar un grupo.
# The lead has not finished the set-up.
case-coord-group-setup =
    ⏸ El programa todavía no está preparado.
    Termina antes las preguntas en nuestro chat privado.
# The group belongs to another programme. The lead reads it in her private chat.
case-coord-group-other = 🚫 Otro programa usa ese grupo.
# Somebody unknown wrote /linkgroup; perhaps the lead wrote as the group.
case-coord-group-who =
    🚫 No sé quién ha escrito esto.
    Solo quien dirige un programa puede conectar un grupo.
    Por favor, no escribas de forma anónima.
# The bot was removed from the group. The whole team reads it.
# SAFETY
case-coord-group-lost =
    📤 Ya no estoy en el grupo del equipo.
    Desde ahora, los casos llegan aquí.

# A mistake in the program kept something from being done. Those who lead read it, once a day.
case-coord-failed-here =
    🔧 Algo que debía hacer ha fallado: un error del programa.
    Puede que a alguien le falte un mensaje o una respuesta. Lo demás sigue.
    Por favor, avisa a quien mantiene Lazo: el registro dice dónde fue.
# Somebody pressed 🆘, and a mistake in the program kept the bot from opening a case. Whoever looks after her reads it.
# SAFETY
# $name (String): her alias
case-coord-look-after =
    Alguien ha pulsado 🆘 y no he podido abrir un caso.
    Fue un error del programa. Por favor, contacta ahora mismo con:
    <b>{ $name }</b>

## A group that does not take what it should. The lead reads it, once.

# The coordinators' group refused a card. What is wrong follows.
# SAFETY
case-coord-group-refuses =
    📤 El grupo del equipo no recibió un caso.
    Hasta que funcione, los casos llegan a los chats privados.
# The safeguarding group refused a report or a copy. What is wrong follows.
# SAFETY
case-coord-safe-refuses =
    📤 El grupo de protección no recibió un mensaje.
    Hasta que funcione, esos mensajes llegan a quien dirige.
# The bot may not write in the group.
case-coord-refuses-rights =
    🔑 Lazo no puede escribir allí.
    Abre los ajustes del grupo y deja que Lazo escriba.
# Topics of the group vanish or stay closed.
case-coord-refuses-topics =
    💬 Sus temas no funcionan.
    Abre los ajustes del grupo y vuelve a activar los temas.
# Telegram makes the bot wait for very long.
case-coord-refuses-slow =
    🕓 Telegram hace esperar mucho a Lazo allí.
    No tienes que hacer nada.
# Telegram does not say what is wrong.
case-coord-refuses-unknown =
    ❔ Telegram no dice por qué.
    Comprueba que Lazo está en el grupo y puede escribir.
# In the group, when it works again.
case-coord-group-back = ✅ Lazo ya puede escribir aquí.
# The lead, when the coordinators' group works again. Once.
case-coord-group-works =
    ✅ El grupo del equipo vuelve a funcionar.
    Los casos aparecen allí de nuevo.
# The lead, when the safeguarding group works again. Once.
case-coord-safe-works =
    ✅ El grupo de protección vuelve a funcionar.
    Los avisos y las copias aparecen allí de nuevo.

# Somebody a case is about is a member of the coordinators' group. The lead reads it, once.
# SAFETY
case-coord-group-holds =
    🔒 Un caso trata de alguien que está en el grupo del equipo.
    Te llega a ti y no aparece allí.
# The same with the safeguarding group.
# SAFETY
case-coord-safe-holds =
    🔒 Un mensaje trata de alguien que está en el grupo de protección.
    Te llega a ti y no aparece allí.
# Telegram does not say whether somebody a case is about is in the coordinators' group.
# SAFETY
case-coord-group-blind =
    🔒 Lazo no puede ver quién está en el grupo del equipo.
    Por eso un caso te llega a ti y no aparece allí.
    Haz a Lazo administrador del grupo.
# The same with the safeguarding group.
# SAFETY
case-coord-safe-blind =
    🔒 Lazo no puede ver quién está en el grupo de protección.
    Por eso un mensaje te llega a ti y no aparece allí.
    Haz a Lazo administrador del grupo.
# A coordinator or lead has blocked the bot, or Telegram refuses her chat. The leads read it; without a lead the team.
# $name (String): her alias
case-coord-staff-away =
    📵 No se puede contactar en Lazo con alguien del equipo.
    Hasta que cambie, los casos llegan a las demás personas:
    <b>{ $name }</b>
