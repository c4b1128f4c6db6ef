# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says between two people who talk. “Delivered” is never said: silence means delivered.

## What is not carried yet. The sender reads it, as a reply to the message.

# A poll or quiz.
relay-any-refused-poll =
    📊 Aquí no se pueden enviar encuestas.
    Escribe tu pregunta, por favor.

# A dice, a game.
relay-any-refused-game = 🎲 Aquí no se pueden enviar juegos.

# A live location.
relay-any-refused-live =
    📍 Aquí no se puede enviar la ubicación en directo.
    Envía tu ubicación una sola vez, por favor.

# A checklist.
relay-any-refused-checklist =
    ☑️ Aquí no se pueden enviar listas de tareas.
    Escríbela como mensaje, por favor.

# Paid media, an invoice, a giveaway.
relay-any-refused-paid = 💳 Aquí no se puede enviar lo que cuesta dinero.

# A story.
relay-any-refused-story =
    🖼 Aquí no se pueden enviar historias.
    Cuéntala en un mensaje, por favor.

# A correction that nothing can be done with: an album arrived without this part.
relay-any-refused-edit =
    ✏️ Tu cambio no se puede enviar.
    Envía la corrección como mensaje nuevo, por favor.

# Anything else Telegram does not let a bot copy.
relay-any-refused-other =
    Aquí no se puede enviar este tipo de mensaje.
    Envíalo de otra manera, por favor.

# Voice or round video to somebody whose Telegram does not take it. Once per person.
# $name (String): the other's alias
relay-any-refused-voice =
    🎤 El Telegram de esta persona no acepta mensajes de voz:
    <b>{ $name }</b>
    Escribe un texto, por favor.

# Another voice message to the same person.
relay-any-refused-voice-again = 🎤 Este mensaje de voz no llegó.

# Somebody made the chat delete its messages after a time.
relay-any-timer =
    ⏱ Los mensajes de este chat ahora se borran solos tras un tiempo.
    Puede que no puedas responder ni retirar los antiguos.

## Lines around relayed messages

# Above an album that answers the message this line is a reply to. Very short: a line of its own.
# $count (Number): how many pictures
relay-any-album-answers = ↪ 🖼 ×{ $count }

# Telegram left something out of an album, and does not say what.
# $arrived (Number): how many pictures arrived
# $of (Number): how many there were
relay-any-in-part =
    ⚠️ Solo { $arrived } de { $of } han llegado.
    Envía lo demás otra vez, uno por uno.

# Above a message that its writer forwarded from somewhere.
relay-any-forwarded = ↪ reenviado

# Above a message that answers something in another chat, such as a line of a channel.
relay-any-answers-elsewhere = ↪ responde a algo de otro lugar

# Above a fresh copy of a message that was changed.
relay-any-corrected = ✏️ corregido

# Below a message in a circle, for its author: who reacted with this emoji.
# $emoji (String): one emoji
# $names (String): aliases, as a list
relay-any-reactions = { $emoji } <b>{ $names }</b>

## Taking a message back

# /undo that answers no message.
relay-any-undo-how =
    ↩️ Responde a tu propio mensaje y escribe /undo.
    Así se borra también para el resto.
    Funciona durante 48 horas.

# The message goes on both sides, or never left.
relay-any-undo-done =
    ↩️ Este mensaje se está retirando.
    Puede que alguien lo lea antes.

# The message is older than 48 hours.
relay-any-undo-too-old =
    ⌛ Este mensaje es demasiado antiguo para retirarlo.
    Solo puedes borrarlo en tu lado.

# Telegram did not delete the message in every chat.
relay-any-undo-failed =
    ⚠️ Este mensaje no se ha podido retirar en todas partes.
    Puede que alguien aún lo vea. El equipo puede ayudarte.

# The message is somebody else's, or Lazo's.
relay-any-undo-not-yours =
    ↩️ Solo puedes retirar tus propios mensajes.

# Nobody got the message, or it is very old.
relay-any-undo-nothing =
    ↩️ Aquí no hay nada que retirar.
    Nadie recibió este mensaje, o es muy antiguo.

## What waits, what did not arrive

# The other cannot be reached at the moment. The same words whatever the reason.
# SAFETY
# $days (Number): for how long
relay-any-waiting =
    ⏳ Ahora mismo no se puede entregar.
    Tu equipo lo sabe.
    Lo intentaremos durante { $days } días.

# A message has not arrived after a minute. It is a reply to that message, and changes when that is over.
relay-any-late =
    🕓 Está en camino, pero todavía no ha llegado.
    No hace falta enviarlo de nuevo.

# In the same place, once it has arrived.
relay-any-late-arrived = ✅ Ya ha llegado.

# In the same place, if its writer took it back.
relay-any-late-withdrawn = ↩️ Se retiró antes de llegar.

# A message was given up.
relay-any-failed =
    ⚠️ Este mensaje no llegó.
    Puedes enviarlo de nuevo o escribir al equipo.

# Somebody writes into a conversation that is stopped, for whatever reason, or whose other side is on a break she was not
# told of. The same words in every case, letter by letter. They name neither the team, nor the other, nor a reason.
# $days (Number): how long it waits at most
# SAFETY
relay-any-rests =
    ⏸ Este chat está en pausa por ahora.
    Lo que escribas espera, como máximo { $days } días.
    Si no puede llegar, lo sabrás.
    .team = 💬 Escribir al equipo

# Messages that waited will not be passed on: they waited too long, or the team decided so. Below the first of them.
# $count (Number): how many messages
relay-any-not-passed =
    { $count ->
        [one] ⚠️ Un mensaje tuyo no pudo llegar. Nadie lo recibió.
       *[other] ⚠️ { $count } mensajes tuyos no pudieron llegar. Nadie los recibió.
    }

# The same in a circle, where some of the others have them.
# $count (Number): how many messages
relay-any-not-passed-some =
    { $count ->
        [one] ⚠️ Un mensaje tuyo no llegó a todo tu grupo.
       *[other] ⚠️ { $count } mensajes tuyos no llegaron a todo tu grupo.
    }

# A conversation goes on after a pause.
relay-any-unpaused =
    ▶ Este chat sigue.
    Los mensajes vuelven a llegar.

# Somebody writes who has no conversation.
relay-any-alone =
    Ahora no tienes ningún chat.
    Este mensaje no le llegó a nadie.
    Puedes escribir al equipo.

# After the first message, once.
relay-any-first =
    ✅ Tu primer mensaje va en camino.
    Si no decimos nada, tu mensaje ha llegado.
    Si algo no llega, te avisaremos.

# Somebody can be reached again; older messages waited too long. The receiver reads it.
# $count (Number): how many messages
relay-any-lost =
    { $count ->
        [one] 📭 Un mensaje anterior no llegó.
       *[other] 📭 { $count } mensajes anteriores no llegaron.
    }

# Lazo was out of order for more than a day. Everybody who was active reads it.
# $from (String): weekday, day, month and hour
# $until (String): weekday, day, month and hour
relay-any-gap =
    🔌 Lazo no funcionó durante un tiempo:
    { $from } – { $until }
    Puede que se perdieran mensajes. Envíalos de nuevo, por favor.

# Somebody sends more than twenty messages at once. At most once an hour; all of them are sent on.
relay-any-slow =
    ⏳ Has enviado muchos mensajes a la vez.
    Llegarán todos, un poco más tarde.

# A conversation has ended, whoever ended it and why.
relay-any-ended =
    Este chat ha terminado.
    Tu equipo sigue aquí para ti.

## Who writes: a line above a message

# In a circle, above a mentee's message.
# $mark (String): a coloured square
# $name (String): the author's alias
relay-any-from-mentee = { $mark } <b>{ $name }</b> · mentee

# In a circle, above a mentor's message.
# $mark (String): a coloured square
# $name (String): the author's alias
relay-any-from-mentor = { $mark } <b>{ $name }</b> · mentor/a

# Above a coordinator's answer.
# $name (String): the coordinator's alias
relay-any-from-team = 💬 <b>{ $name }</b> · equipo
    .answer = 💬 Responder

# Above a message to the team, for the coordinator.
# $name (String): the author's alias
relay-coord-from =
    💬 Un mensaje para el equipo, de:
    <b>{ $name }</b>
    .answer = 💬 Responder

# The same with the organisation's own number for her.
# $name (String): the author's alias
# $file (String): the file number
relay-coord-from-file =
    💬 Un mensaje para el equipo, de:
    <b>{ $name }</b> · { $file }

# After “Answer”: the coordinator's next message is the answer.
# $name (String): who wrote to the team
relay-coord-answer =
    💬 Escribe ahora tu respuesta. Le llega a:
    <b>{ $name }</b>

# Once, below the first message to the team.
relay-coord-hint =
    💬 Toca «Responder» encima de un mensaje, o responde a él.
    Tu respuesta solo le llega a esa persona.

# Staff typed an answer half an hour after the question, and there is nobody they may mean.
relay-coord-late =
    ⏳ La pregunta era de hace un rato: esto no le ha llegado a nadie.
    Empieza otra vez, por favor.

## For whom is it?

# A message after an unanswered question of the bot waits. Nobody has it yet.
# SAFETY
# $name (String): the other's alias, or the name of the team's programme
relay-any-ask =
    ❓ ¿Para quién es esto?
    Todavía no lo tiene nadie.
    .partner = 👤 Para: { $name }
    .group = 👥 Para mi grupo
    .team = 💬 Para el equipo
    .team-of = 💬 Para el equipo: { $name }
    .talk = 💬 Para: { $name } · equipo
    .more = ➡️ Otras
    .other = 👥 Otra persona
    .drop = ✖️ No enviar

# The same question, once more.
# SAFETY
relay-any-ask-again =
    ❓ Tu mensaje sigue esperando. ¿Para quién es?
    Si no tocas nada, no le llegará a nadie.

## Several conversations

# Above a message, silently: whose conversation it belongs to. Only for people with several.
# $name (String): what the conversation is called
relay-any-header = — <b>{ $name }</b> —

# Somebody has a second conversation now. The keyboard below shows them.
# $name (String): in the line where she types: what the chosen conversation is called
relay-any-several =
    💬 Ahora tienes varios chats.
    Con los botones de abajo eliges a quién escribes.
    Si no está claro, antes te preguntamos.
    .to = Para: { $name }

# After a choice, silently. It brings the keyboard on which this conversation is marked.
# $name (String): what the conversation is called
relay-any-writes-to =
    ➡️ Escribes a:
    <b>{ $name }</b>

# Only one conversation is left, silently.
# $name (String): what it is called
relay-any-not-several =
    💬 Ahora tienes un solo chat. Lo que escribes llega a:
    <b>{ $name }</b>

# No conversation is left, silently.
relay-any-no-more = 💬 Ahora no tienes ningún chat abierto.

# A button of an old keyboard was pressed: that conversation has ended meanwhile.
relay-any-not-open =
    🏁 Este chat no está abierto ahora.
    No le llegó nada a nadie.

# Nobody tapped, or the answer was “Do not send”.
# SAFETY
relay-any-dropped =
    🗑 Este mensaje no le llegó a nadie.
    Puedes enviarlo de nuevo.

# The writer said that it is for the partner.
# $name (String): the partner's alias
relay-any-sent =
    📨 En camino a:
    <b>{ $name }</b>

# The same in a circle.
relay-any-sent-group = 📨 En camino a tu grupo.

## Writing to the team

# Somebody with a partner is about to write to the team.
# SAFETY
# $name (String): the partner's alias
relay-any-team =
    💬 Escribe ahora tu mensaje. Va al equipo.
    A esta persona no le llega:
    <b>{ $name }</b>
    .cancel = ✖️ Cancelar

# Somebody without a partner is about to write to the team.
relay-any-team-alone =
    💬 Escribe ahora tu mensaje.
    Va al equipo.

# The message went to the team.
relay-any-team-sent =
    ✅ Enviado al equipo.
    La respuesta llega aquí.

# There is no coordinator who could get it.
# SAFETY
relay-any-team-nobody =
    Ahora no hay nadie de tu equipo disponible en Lazo.
    Toca 🆘 y verás números a los que llamar.
    Si hay peligro, llama al 112.

## What the coordinator is told when somebody cannot be reached

# Somebody blocked the bot. Only the coordinator reads why.
# $name (String): the person's alias
relay-coord-blocked =
    📵 Esta persona ha bloqueado Lazo:
    <b>{ $name }</b>
    Los mensajes esperan 7 días.
    La otra persona no sabe el motivo.

# Somebody's Telegram account is gone.
# $name (String): the person's alias
relay-coord-gone =
    📵 Esta cuenta de Telegram ya no existe:
    <b>{ $name }</b>
    Los mensajes no pueden llegar.
    Contacta con esta persona de otra manera, por favor.
