# SPDX-License-Identifier: MIT OR Apache-2.0

### Open invitations, and file numbers. Only the team reads these.

# Heading of /invites. One button for each invitation that nobody has used yet.
invites-coord-list = ✉️ <b>Invitaciones abiertas</b>
# /invites, and every invitation was used or is too old.
invites-coord-none =
    ✉️ No hay ninguna invitación abierta.
    Invita con /invite.

# One of them; the number is also on its button.
# $number (Number): its place on the page
# $role (String): the role
invites-coord-entry = { $number } · <b>{ $role }</b>
# Below it: the file number.
# $file (String): the file number
invites-coord-file = 🗂 { $file }
# Below it: the last day on which it works.
# $day (String): weekday, day and month
invites-coord-until = ⏳ Funciona hasta: { $day }
# Below it: who made it.
# $name (String): the alias of somebody of the team
invites-coord-by = 🧭 Invitación de: <b>{ $name }</b>

# Before one is withdrawn. What it is for stands below.
# $role (String): the role
invites-coord-sure =
    ✉️ <b>¿Retirar esta invitación?</b>
    <b>{ $role }</b>
    El enlace deja de funcionar enseguida.
    .yes = 🗑 Sí, retirarla
# It was withdrawn.
# $role (String): the role
invites-coord-withdrawn =
    🗑 <b>Esta invitación está retirada.</b>
    <b>{ $role }</b>
    El enlace ya no funciona.
    .list = ✉️ Invitaciones abiertas

## File numbers

# The typed number belongs to somebody already. Who it is stands below.
# $file (String): the number
invites-coord-in-use =
    ⚠️ <b>Alguien ya tiene este número</b>
    🗂 <b>{ $file }</b>
    ¿Es la misma persona?
    .same = ✅ Sí, la misma
    .other = ✏️ Otro número
# Below it: it is an open invitation’s.
# $role (String): the role
invites-coord-open = ✉️ Una invitación abierta: { $role }
# On the card of a mentee or mentor: her file number can be typed or given.
invites-coord-number = 🗂 Número de expediente
# On the question for a mentee’s or mentor’s file number, instead of typing one.
invites-coord-give = ⏭ Dar un número nuevo
# Below an invitation whose number Lazo gave.
invites-coord-given = 🗂 Este número es de Lazo. Apúntalo en tu archivo, por favor.
