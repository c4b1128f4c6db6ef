# SPDX-License-Identifier: MIT OR Apache-2.0

### The 🆘 button. Read by people who are afraid: short, calm, and what happens next is always said.

## The menu

# Mentees and mentors, on 🆘 and /safe.
# SAFETY
# $name (String): whom a mentor accompanies
safety-any-menu =
    🆘 <b>¿Qué necesitas?</b>
    ¿Peligro ahora? Llama al 112.
    .unsafe = 🛟 No me siento a salvo
    .report = 🚩 Avisar del último mensaje
    .report-this = 🚩 Avisar de este mensaje
    .call = 📞 Quiero una llamada
    .worry = 🔎 Me preocupa: { $name }
    .team = 🧭 Se trata del equipo
    .mistake = ✖️ Nada, fue un error

# A button that copies a help number to the clipboard.
# SAFETY
# $number (String): the number
safety-any-number = 📋 { $number }

# A help number: by voice, beside 112.
# SAFETY
# $number (String): the number
safety-any-line-emergency = ☎️ Peligro ahora: <b>{ $number }</b>

# A help number: in writing.
# SAFETY
# $number (String): the number
safety-any-line-text = 💬 Peligro ahora, por escrito: <b>{ $number }</b>

# A help number: for children and young people.
# SAFETY
# $number (String): the number
safety-any-line-child = ☎️ Menos de 18 años: <b>{ $number }</b>

# A help number: violence at home.
# SAFETY
# $number (String): the number
safety-any-line-violence = ☎️ Violencia: <b>{ $number }</b>

# A help number: the same, in writing.
# SAFETY
# $number (String): the number
safety-any-line-violence-text = 💬 Violencia, por escrito: <b>{ $number }</b>

# A help number: thoughts of suicide, despair.
# SAFETY
# $number (String): the number
safety-any-line-crisis = ☎️ Si no ves salida: <b>{ $number }</b>

# One of the programme's own help lines, or the contact outside the team.
# $line (String): a name and a number, as the lead typed them
safety-any-own-line = ☎️ <b>{ $line }</b>

# After “Nothing, by mistake”.
# SAFETY
safety-any-mistake =
    ✅ De acuerdo. No se ha enviado nada.
    El botón 🆘 está siempre aquí para ti.

## I don't feel safe

# At once after “I don't feel safe”. Everything is stopped already, and the team is told.
# SAFETY
# $name (String): the partner's alias
safety-any-stopped =
    ⏸ Ahora no llegan mensajes entre tú y esta persona:
    <b>{ $name }</b>

    ❓ ¿El problema es con esta persona?
    .yes = ✅ Sí
    .no = ✖️ No
    .unknown = 🤷 No lo sé

# The same in a circle.
# SAFETY
safety-any-stopped-group =
    ⏸ Ahora nadie puede escribir en tu grupo.

    ❓ ¿El problema es con alguien de tu grupo?

# The same for somebody with several conversations.
# SAFETY
# $name (String): what a conversation is called
safety-any-stopped-all =
    ⏸ Todos tus chats están en pausa.

    ❓ ¿El problema es con una de estas personas?
    .one = 👤 { $name }
    .none = ✖️ No, con nadie de aquí
    .unknown = 🤷 No lo sé

# It is about one of several: which of the others go on? Everyone who is named goes on.
# SAFETY
# $name (String): what a conversation is called
safety-any-who-is-fine =
    ⏸ Este chat sigue en pausa.

    ❓ ¿Con quién te sientes a salvo? Solo podrás escribir a esas personas.
    .one = ▶ A salvo con: { $name }
    .none = ⏸ Dejarlos en pausa

# In a circle, after “Yes”: who? Each name is a button; those she has tapped stand below the question.
# SAFETY
# $name (String): the alias of a member
safety-any-who-in-circle =
    ❓ ¿Con quién es el problema? Puedes elegir a varias personas.
    .one = 👤 { $name }
    .done = ✅ Eso es todo
    .other = ✖️ Con otra persona
    .unknown = 🤷 No lo sé

# Below it.
# SAFETY
safety-any-who-in-circle-reads = Solo tu equipo lee tu respuesta.

# A member of the circle she has tapped.
# $name (String): the alias
safety-any-who-in-circle-named = • <b>{ $name }</b>

# What became of the chat: it stays stopped.
# SAFETY
safety-any-next-stopped = ⏸ Solo tu equipo puede abrir este chat otra vez.

# It was not about the partner, and the chat is open. What she writes goes on going to the team, unless she chooses.
# SAFETY
# $name (String): what a conversation is called
safety-any-next-open = ▶ El chat está abierto otra vez: lo que escribas llega a tu equipo, si no pulsas el nombre.
    .write = 👤 Escribir a: { $name }

# She asked for a conversation that is stopped, or for a break from it. Who reads what she writes stands below.
# SAFETY
safety-any-resting = ⏸ Este chat está en pausa.

# Below what is said about a chat into which nothing of hers goes.
# SAFETY
safety-any-team-reads = 🔒 Lo que escribas aquí solo llega a tu equipo.

# The same where nobody may know of it.
# SAFETY
safety-any-nobody-reads = 🔒 Nadie lee todavía lo que escribes: llegará a quien te ayude después.

# Below “You write to”, after “Write to”.
# SAFETY
# $minutes (Number): how long a choice holds
safety-any-writes-to =
    Esto termina a los { $minutes } minutos, o cuando escriba otra persona.
    Después lo que escribas vuelve a llegar a tu equipo.

# The first line after “I don’t feel safe”, and all of it for somebody who has no chat with anybody.
# SAFETY
safety-any-knows = 🛟 <b>Tu equipo ya lo sabe.</b>

# In its place where nobody may know of it: everybody here may be whom it is about. The help numbers stand below.
# SAFETY
safety-any-unheard = 🛟 <b>Aquí todavía no hay nadie que pueda leer esto:</b> llama a uno de estos números.

# When the team calls: somebody is on call.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-promise-before =
    🕐 Tu equipo contactará contigo antes de:
    <b>{ $by }</b>
    🚨 En peligro, o de noche: <b>112</b>

# Nobody is on call now.
# SAFETY
# $from (String): weekday, day, month and hour
safety-any-promise-from =
    🕐 Ahora no hay nadie de guardia en tu equipo, pero sí a partir de:
    <b>{ $from }</b>
    🚨 En peligro, o de noche: <b>112</b>

# The programme has no hours on call.
# SAFETY
safety-any-promise-none =
    🕐 Tu equipo responderá cuando pueda.
    🚨 En peligro, o de noche: <b>112</b>

# Below it, the question.
# SAFETY
safety-any-reach =
    ❓ ¿Es seguro llamarte?
    .yes = 📞 Sí, quiero una llamada
    .write = 💬 Mejor por escrito aquí
    .not-now = 🕐 Ahora no

# After “Yes, call me”.
# SAFETY
safety-any-noted-call = ✅ Gracias. Ten el teléfono contigo.

# After “Write to me here”.
# SAFETY
safety-any-noted-write = 💬 Tu equipo no te llamará. Te escribirá aquí.

# After “Not now”.
# SAFETY
safety-any-noted-not-now =
    🕐 Tu equipo no te llamará ni te escribirá ahora.
    Puedes cambiarlo aquí. Si hay peligro, llama al 112.

# Once, right after “I don't feel safe”.
# SAFETY
safety-any-only-team =
    🔒 Lo que escribas aquí ahora solo llega a tu equipo.
    ¿Otra persona lee aquí? Mira «Dispositivos» en los ajustes de Telegram.
    .clear = 🧹 Vaciar aquí

# The same where nobody may know of it.
# SAFETY
safety-any-only-nobody =
    🔒 Nadie lee todavía lo que escribes: llegará a quien te ayude después.
    ¿Otra persona lee aquí? Mira «Dispositivos» en los ajustes de Telegram.

# The short word after “Clear here”.
# SAFETY
safety-any-cleared = ✅ Lo que escribiste a tu equipo ya no está aquí. Tu equipo lo sigue sabiendo.

# The same, when something she wrote has not reached the team yet.
# SAFETY
safety-any-cleared-later =
    ✅ Se ha borrado de este chat todo lo que tu equipo ya tiene.

    El resto se borrará cuando tu equipo lo tenga.

# After /undo of a message to the team.
# SAFETY
safety-any-cleared-one = ✅ Borrado aquí. Tu equipo lo conserva.

# The same, when some of it is older than what Telegram lets bots delete (48 hours).
# SAFETY
safety-any-cleared-lately =
    ✅ Los últimos dos días están vaciados.
    Telegram no nos deja borrar nada más antiguo.
    Puedes borrar este chat por tu cuenta.

# After “Nothing, by mistake”, when the team knows already.
# SAFETY
safety-any-mistake-noted =
    ✅ Tu equipo lee que ha sido por error.
    Antes hablará contigo. Solo el equipo puede cerrarlo.

# Behind “Read”: somebody of the team has taken her case.
# SAFETY
safety-any-somebody = ✅ Alguien de tu equipo se ocupa ahora de esto.

# Behind “Read”: her case is over, and her words go where they went before.
# SAFETY
safety-any-over =
    ✅ Tu equipo ha cerrado este asunto.
    Lo que escribas aquí ya no llega solo a tu equipo.
    Cuando escribas, te preguntaremos para quién es.

# Behind “Read”: nobody has taken her case yet. The help numbers stand below.
# SAFETY
safety-any-nobody-yet =
    🕐 Nadie de tu equipo ha respondido todavía.
    Les preguntaremos otra vez. Si hay peligro, llama al 112.

# Behind “Read”: the team lets her conversation stay stopped. Perhaps the partner's name follows.
# SAFETY
safety-any-stays =
    ⏸ Este chat sigue en pausa por ahora.
    Tu equipo la mirará otra vez.

# Below it, if what she writes goes to the team alone.
# SAFETY
safety-any-stays-team = Lo que escribas aquí solo llega a tu equipo.

# Behind “Read”: the team has ended her stopped conversation. Perhaps the partner's name follows.
# SAFETY
safety-any-ends =
    Tu equipo ha terminado este chat.
    Puedes escribir al equipo en cualquier momento.

# Below it: with whom.
# $name (String): the partner's alias
safety-any-with = · <b>{ $name }</b>

## It is about the team

# After “It is about the team”. Nothing of it reaches who is named.
# SAFETY
safety-any-team =
    🧭 <b>¿De quién se trata?</b>
    Esa persona no lo verá.
    .somebody = 🧭 Alguien del equipo
    .lead = 🔑 Quien dirige el programa
    .unsaid = 🔒 Prefiero no decirlo

# After “Somebody in the team”. One button for each of them.
# SAFETY
# $name (String): a coordinator's alias
safety-any-team-which =
    🧭 <b>¿Qué persona del equipo?</b>
    Esa persona no lo verá.
    .one = 👤 { $name }

# It is about a coordinator: the lead has it.
# SAFETY
safety-any-team-lead = 🔒 <b>Esto solo lo ve quien dirige el programa.</b>
    .write = 💬 Escribir sobre esto

# It is about the lead, or not said: somebody outside the team has it.
# SAFETY
safety-any-team-outside = 🔒 <b>Esto solo lo ve alguien de fuera del equipo.</b>

# Below both: who reads what she writes, and the number.
# SAFETY
safety-any-team-only =
    💬 Lo que escribas ahora al equipo llega solo ahí.
    🚨 Peligro ahora: <b>112</b>

# The same while 🆘 is open, too: whoever has that reads it as well.
# SAFETY
safety-any-team-also =
    💬 Lo que escribas llega ahí, y a quien te ayuda después de 🆘.
    🚨 Peligro ahora: <b>112</b>

# There is nobody in Lazo who may see it. Below it: whom to ring, if the programme has said so, and the help numbers.
# SAFETY
safety-any-team-nobody =
    🔒 <b>Aquí todavía no hay nadie que pueda mirarlo.</b>
    Nadie del equipo lo ve.
    Llama, por favor, a uno de estos números.

## Call me

# After “Call me”.
# SAFETY
safety-any-call =
    📞 ¿Cuándo te llamamos?
    .today = 📞 Hoy
    .week = 📅 Esta semana
    .write = 💬 Mejor escribir

# After “Today”.
# SAFETY
safety-any-call-today = 📞 Tu equipo ya lo sabe.

# After “This week”.
# SAFETY
# $by (String): weekday, day and month
safety-any-call-week =
    📅 Tu equipo ya lo sabe. Te llamará antes de que acabe:
    <b>{ $by }</b>

## Reporting a message

# After reporting a message.
# SAFETY
safety-any-reported =
    🚩 El equipo recibe una copia de este mensaje.
    A quien lo escribió no se le dice nada.
    .write = 💬 Escribir al equipo

# After reporting a message of a conversation that is open.
# SAFETY
safety-any-reported-too = 🚩 El equipo recibe una copia. A quien lo escribió no se le dice nada.

# Below what is said about a report of a conversation that is open.
# SAFETY
safety-any-stop-too = ❓ ¿Quieres poner en pausa también este chat?
    .yes = ⏸ Sí, ponerlo en pausa
    .no = ▶ No, que siga

# After “Yes, stop it”.
# SAFETY
safety-any-reported-stopped =
    ⏸ Este chat está en pausa ahora.
    Solo el equipo puede abrirlo otra vez.

# Below both, above the button.
# SAFETY
safety-any-reported-more = Con el botón de abajo puedes contar más al equipo.

# After reporting what a coordinator or the lead wrote.
# SAFETY
safety-any-reported-staff = 🚩 Tu aviso lo lee otra persona, no quien escribió el mensaje.

# Below it, when it was the lead. The contact outside the team stands below.
# SAFETY
safety-any-outside = 👤 También puedes hablar con alguien de fuera del equipo:

# When there is nothing to report.
# SAFETY
safety-any-report-none =
    🚩 Aquí no hay ningún mensaje del que se pueda avisar.
    El equipo te puede ayudar de todos modos.

# Above the copy of a reported message, for whoever reads reports.
# SAFETY
# $number (String): the number of the case
# $name (String): who reported it
safety-coord-report =
    🚩 <b>Aviso sobre un mensaje, caso { $number }</b>
    A continuación, el mensaje. Lazo no guarda otra copia.
    Avisó:
    <b>{ $name }</b>

# Above what somebody has written since 🆘, for whoever reads it from now on.
# $number (String): the number of the case
safety-coord-follows =
    🆘 <b>Caso { $number }: sigue lo que esta persona ha escrito desde 🆘.</b>

# Below that, on the private card of somebody in danger, and before an answer to such a person.
# SAFETY
safety-coord-phone =
    Otra persona puede ver su teléfono.
    No escribas nada que hable del caso hasta saber que es seguro.

# In the talk of somebody who pressed 🆘 or writes to the team: a message was deleted before it could be copied.
# $name (String): who wrote it
safety-coord-deleted =
    ✖️ Un mensaje se borró antes de llegar aquí. Era de:
    <b>{ $name }</b>

# For the lead: another pair of somebody a case is about. The case cannot be closed before this is answered.
# $number (String): the number of the case
# $names (String): who is in the pair
safety-coord-other-pair =
    🆘 <b>Caso { $number }</b>
    Alguien de quien trata este caso está también en otra pareja de mentoría.
    ❓ ¿Quieres ponerla en pausa también?

    <b>{ $names }</b>
    .hold = ⏸ Ponerla en pausa
    .leave = ▶ Dejarla abierta

# After “Stop it”.
# $names (String): who is in the pair
safety-coord-decided-held =
    ⏸ En pausa:
    <b>{ $names }</b>

# After “Leave it open”.
# $names (String): who is in the pair
safety-coord-decided-left =
    ▶ Sigue abierta:
    <b>{ $names }</b>
