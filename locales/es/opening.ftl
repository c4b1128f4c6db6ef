# SPDX-License-Identifier: MIT OR Apache-2.0

### A stopped conversation is opened again: what waits in it, and what becomes of that.

## For the team

# Before a stopped conversation is open again. Below it one line for each person in it, with what waits.
# SAFETY
opening-coord-ask =
    ▶ <b>¿Abrir de nuevo este chat?</b>
    En él esperan estos mensajes:
    .open = ▶ Abrir

# Above the question, if something has changed since it was shown.
opening-coord-again = ⚠️ Algo ha cambiado. Míralo otra vez, por favor.

# What waits of one person.
# $count (Number): how many messages
# $name (String): the person's alias
# $day (String): weekday, day and month
opening-coord-waits = { $count } · { $name } · desde: { $day }

# Nothing waits of one person.
# $count (Number): 0
# $name (String): the person's alias
opening-coord-nothing = { $count } · { $name }

# What somebody wrote who then pressed the 🆘 button. Only that person can let it arrive.
# SAFETY
# $count (Number): how many messages
# $name (String): the person's alias
# $day (String): weekday, day and month
opening-coord-hers = { $count } · { $name } · desde: { $day } · se le preguntará

# Below what waits of one person: it arrives.
opening-coord-arrives = ✅ Llegan.

# Below what waits of one person: nobody gets it.
opening-coord-dropped = 🗑 No llegan.

# About one person's messages. The name stands below.
opening-coord-whose = ❓ ¿Qué pasa con los mensajes de esta persona?
    .let = ✅ Que lleguen
    .drop = 🗑 Descartarlos

# A name on a line of its own.
# $name (String): the person's alias
opening-coord-name = <b>{ $name }</b>

# It is open. Below it what became of the messages.
opening-coord-opened = ▶ <b>Este chat está abierto de nuevo.</b>

# The answer was “Back”.
opening-coord-kept = ⏸ Este chat sigue en pausa.

# It is open already, has ended, or belongs to somebody else.
opening-coord-over = ⚠️ Ahora no puedes abrir este chat.

## For who pressed the 🆘 button

# Two people: the conversation is open again. The other's name stands below.
# SAFETY
opening-any-hers = ▶ <b>Tu equipo ha abierto otra vez este chat:</b>

# The same in a group.
# SAFETY
opening-any-hers-group = ▶ <b>Tu equipo ha abierto otra vez tu grupo.</b>

# Below it while the case is open.
# SAFETY
opening-any-to-team = 🔒 Lo que escribas llega a tu equipo, si no pulsas el nombre.

# What this person wrote before pressing the button. The day stands below.
# SAFETY
# $count (Number): how many messages
opening-any-waits =
    { $count ->
        [one] ❓ Un mensaje anterior tuyo no ha llegado: ¿que llegue?
       *[other] ❓ { $count } mensajes anteriores tuyos no han llegado: ¿que lleguen?
    }
    .yes = ✅ Que llegue
    .no = ✖️ No

# Below it: since when they wait.
# $day (String): weekday, day and month
opening-any-since = 📅 Desde: { $day }

# The answer was yes.
opening-any-goes = ✅ Gracias. Llega ahora.

# The answer was yes, and something else still keeps it.
opening-any-noted = ✅ Gracias. Tu respuesta está anotada.

# The answer was no.
opening-any-stays = ✅ No le llegará a nadie.

# What was asked about does not wait any more, or is asked about anew.
opening-any-late = 🏁 Esta pregunta ya ha terminado.

## For who changed a message

# Changes of messages waited and will not be passed on. Below the first of them.
# $count (Number): how many
opening-any-unchanged =
    { $count ->
        [one] ✏️ El cambio de un mensaje no llegó.
       *[other] ✏️ { $count } cambios de mensajes no llegaron.
    }
