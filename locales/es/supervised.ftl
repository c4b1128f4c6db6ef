# SPDX-License-Identifier: MIT OR Apache-2.0

### Supervised pairs: the team reads along, everybody knows it, and copies go to the safeguarding group.

## For the people of a pair

# Mentees and mentors, before the team may read along. Two buttons follow.
# SAFETY
# $name (String): the other's alias
supervised-any-ask =
    👁 ¿Puede el equipo leer también este chat?
    <b>{ $name }</b>
    El equipo recibirá entonces una copia de cada mensaje.
    Solo empieza si las dos personas aceptan.
    .yes = ✅ Sí, de acuerdo
    .no = ✖️ No
# The same in a circle.
# SAFETY
supervised-any-ask-group =
    👁 ¿Puede el equipo leer también el chat de tu grupo?
    El equipo recibirá entonces una copia de cada mensaje.
    Solo empieza si todo el mundo está de acuerdo.
# Below a proposal of a pair in which the team reads along from the beginning. A yes to the pair is a yes to this.
# SAFETY
supervised-any-offer =
    👁 El equipo lee también este chat.
    Recibe una copia de cada mensaje.
    Si dices que sí, también aceptas esto.
# The same, when somebody is asked into a pair that goes on.
# SAFETY
supervised-any-offer-group =
    👁 El equipo lee también este grupo.
    Recibe una copia de cada mensaje.
    Si dices que sí, también aceptas esto.
# Somebody agreed.
# SAFETY
supervised-any-agreed =
    💚 Gracias.
    Cuando todo el mundo esté de acuerdo, lo verás aquí.
# Somebody did not agree. Nothing changes.
# SAFETY
supervised-any-declined =
    Está bien. No cambia nada.
    El equipo no lee este chat.
# Stands pinned in the chat of everybody in the pair for as long as the team reads along.
# SAFETY
supervised-any-pinned =
    👁 El equipo lee también este chat.
    Recibe una copia de cada mensaje de aquí.
# The team does not read along any more.
# SAFETY
supervised-any-over =
    👁 El equipo ya no lee este chat.

## For whoever reads along

# Above a copy of a message.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy =
    👁 Un mensaje de esta pareja de mentoría:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ De: { $author }
    .read = ✅ Leído hasta aquí
# The same, when the message was changed after it was sent.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy-again =
    ✏️ Un mensaje de esta pareja de mentoría ha cambiado:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ De: { $author }
# Above a copy of a message that its author takes back while a case about this person is open.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy-taken =
    ↩️ Se está retirando un mensaje de esta pareja de mentoría:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ De: { $author }
# A message may have arrived, but could not be copied. Below it stands which kind it was.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-missed =
    ⚠️ Un mensaje no se ha podido copiar aquí. Puede que haya llegado.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ De: { $author }
    · { $when }
# A message was deleted or taken back before anybody had it. Below it stands which kind it was.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-not-arrived =
    🗑 Un mensaje se retiró antes de llegar.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ De: { $author }
    · { $when }
# The leak guard refused a message. Below it stands what it showed.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-refused =
    🚫 Un mensaje de esta pareja de mentoría no se ha dejado pasar.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ De: { $author }
    · { $when }
# The kind of a message: a text.
supervised-coord-kind-text = · Texto
# The kind of a message: a photo or a video.
supervised-coord-kind-picture = · Foto o vídeo
# The kind of a message: a voice message.
supervised-coord-kind-voice = · Mensaje de voz
# The kind of a message: a file.
supervised-coord-kind-file = · Archivo
# The kind of a message: anything else.
supervised-coord-kind-other = · Otra cosa
# After “Read up to here”.
supervised-coord-read = ✅ Anotado: leído hasta aquí.
# The name of a pair's topic in the safeguarding group.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
supervised-coord-topic = 👁 { $mentee } · { $mentor }
# The name of a report's topic in the safeguarding group.
# $number (String): the case's number
supervised-coord-topic-report = 🚩 Aviso, caso { $number }

## For the lead

# The button on a pair's card.
supervised-coord-button = 👁 Leer también
# The lead, before a pair is proposed: ask both for a pair in which the team reads along.
supervised-coord-pair = 👁 Preguntar, lee el equipo
# On a pair's card: the members are asked.
supervised-coord-card-asked = 👁 Hemos preguntado si el equipo puede leer también.
# On a pair's card: it is supervised.
supervised-coord-card-yes = 👁 El equipo lee también.
# The team does not read along in this pair yet. The pair follows.
supervised-coord-about =
    👁 ¿Quieres que el equipo lea también el chat de esta pareja de mentoría?
    Antes las dos partes tienen que aceptar.
    Las copias van al grupo de protección, o a ti.
    .start = 👁 Preguntar a las dos
# The members are asked, or the team reads along. The pair follows.
supervised-coord-about-on =
    👁 ¿Quieres que el equipo deje de leer?
    Las dos partes lo sabrán.
    .end = ✖️ Terminar
# Somebody in the pair is under 18. The pair follows.
# SAFETY
supervised-coord-about-minor =
    👁 En esta pareja de mentoría hay una persona menor de 18.
    Por eso aquí el equipo siempre lee también.
# The members are asked. The pair follows.
supervised-coord-asking =
    👁 Hemos preguntado a las dos partes.
    Te diremos qué responden.
# The pair is stopped: its members are asked later. The pair follows.
supervised-coord-asks-later =
    👁 Preguntaremos a las dos partes cuando se abra otra vez.
    Te diremos qué responden.
# Everybody agreed. The pair follows.
supervised-coord-began = 👁 Las dos partes aceptan. El equipo ya lee también.
# Somebody did not agree. The pair follows.
supervised-coord-not-agreed =
    ✖️ Alguien no está de acuerdo.
    El equipo no lee en esta pareja de mentoría.
# It ended. The pair follows.
supervised-coord-ended = 👁 El equipo no lee en esta pareja de mentoría.
# Nobody could read the copies.
supervised-coord-no-reader =
    🚫 Nadie podría leer las copias.
    Antes hace falta alguien que dirija el programa o un grupo de protección.

# The lead, before the first pair with somebody under 18: where are the copies read?
# SAFETY
supervised-coord-first =
    👁 Una pareja de mentoría con alguien menor de 18 años te espera.
    ¿Dónde va a leer el equipo las copias?
    Crea un grupo y escribe allí /linksafeguarding.
    .private = ✅ Basta mi chat privado
# After that tap.
supervised-coord-privately =
    ✅ Las copias te llegarán a ti, aquí.
    Puedes enlazar un grupo en cualquier momento.
# A coordinator: the lead is asked that first.
supervised-coord-asks-first =
    👁 Aquí hay alguien menor de 18 años.
    Antes, quien dirige el programa debe decir dónde se leen las copias.
    Ya se le ha preguntado. Inténtalo más tarde.

## The safeguarding group

# The group is linked.
supervised-coord-group-linked =
    ✅ Los avisos y las copias llegan ahora aquí.
    Todas las personas de este grupo pueden leerlos.
    Que no salgan de aquí, por favor.
# Topics are on, but the bot may not make them.
supervised-coord-group-topics =
    🔑 No puedo gestionar temas en este grupo.
    Hazme administrador con el permiso «Gestionar temas».
    Después escribe otra vez /linksafeguarding.
# Written into a topic that should be gone by now.
supervised-coord-group-delete =
    🔑 Este tema terminó hace 90 días.
    No puedo borrarlo.
    Bórralo, o dame el permiso «Borrar mensajes», por favor.
# The bot does not know its place in the group. The lead reads it in her private chat.
supervised-coord-group-unknown =
    🚫 No conozco mis permisos en ese grupo.
    Sácame del grupo.
    Añádeme otra vez y escribe /linksafeguarding.
# The team's group cannot be the safeguarding group, and the other way round. The lead reads it.
supervised-coord-group-same =
    🚫 Ese grupo ya se usa para otra cosa.
    Los casos y los avisos necesitan dos grupos distintos.
# The bot was removed from the safeguarding group. The lead reads it.
# SAFETY
supervised-coord-group-lost =
    📤 Ya no estoy en el grupo de protección.
    Desde ahora, los avisos y las copias te llegan a ti.
