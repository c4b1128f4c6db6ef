# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody leaves the team: who takes over, and what everybody it concerns reads.

## For the lead

# The button on the card of somebody of the team.
departure-coord-button = 🚪 Sacar del equipo

# The lead takes somebody out of the team. That person's name follows. Buttons: the others of the team.
# $name (String): the alias of somebody of the team
departure-coord-who =
    🚪 <b>¿Quién sigue en lugar de esta persona?</b>
    Esta persona ya no verá nada aquí.
    .to = 👤 { $name }

# Before it happens. The names of both follow, and what changes hands.
departure-coord-sure =
    🚪 <b>¿Sacar a esta persona del equipo?</b>
    La otra persona se ocupará de todo esto.
    .yes = 🚪 Sí, sacar

# Who takes over.
# $name (String): the alias of who takes over
departure-coord-heir = 👤 <b>{ $name }</b>

# What changes hands: pairs and circles.
# $count (Number): how many
departure-coord-pairs = 🤝 Parejas de mentoría y grupos: { $count }

# What changes hands: open cases.
# $count (Number): how many
departure-coord-cases = 🔔 Casos abiertos: { $count }

# What changes hands: talks that are owed to somebody.
# $count (Number): how many
departure-coord-tasks = 📞 Llamadas pendientes: { $count }

# What changes hands: open invitations.
# $count (Number): how many
departure-coord-invitations = ✉️ Invitaciones abiertas: { $count }

# What changes hands: people who write to the team.
# $count (Number): how many
departure-coord-mail = 💬 Personas que escriben al equipo: { $count }

# It has happened. The names of both follow.
departure-coord-out = 🚪 Esta persona ya no está en el equipo.

# An urgent contact is empty now.
# $number (Number): which of them
departure-coord-empty = ❗ Contacto urgente sin persona: { $number }

# The team has groups in Telegram.
departure-coord-groups =
    👥 Saca también a esta persona de tus grupos de Telegram.
    Antes de eso, Lazo no escribe nada allí.

## For the others

# For who takes over. The name of who left follows, and what changes hands.
departure-coord-took = 📥 Sigues en lugar de una persona que ha dejado el equipo.

# For who was taken out.
# $programme (String): the programme's name
departure-coord-gone =
    🚪 Ya no estás en este equipo:
    <b>{ $programme }</b>
    ¿Es un error? Habla con quien lo dirige.

## The lead leaves

# The lead, on /leave. Buttons: the others of the team.
# $name (String): the alias of somebody of the team
departure-coord-leads =
    🚪 <b>¿Quién dirige el programa después de ti?</b>
    Toca un nombre y dejas el programa.
    .to = ⭐ { $name }
