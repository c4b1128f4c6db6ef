# SPDX-License-Identifier: MIT OR Apache-2.0

### Words that several features share: keyboards, topics, times of day, roles.

# The language's own name, in its own script, as the language picker shows it.
locale-name = Español

## Keyboard

# On every keyboard of mentees and mentors, always visible.
# SAFETY
common-any-sos = 🆘 Necesito ayuda
# Next to the help button: opens the menu.
common-any-menu = ☰ Menú
# Below them until somebody has finished joining; the same words as in the menu.
common-any-team = 💬 Escribir al equipo
# Typed instead of /undo, with or without its icon: takes a message back.
common-any-undo = ↩️ Retirar

## Buttons

# Goes back to the question before.
common-any-back = ◀ Volver
# Shows the page after this one.
common-any-next = Siguiente ➡️
# Shows the page before this one.
common-any-previous = ◀ Anterior
# Shows more choices than fit.
common-any-more = ➕ Más
# Stops what was begun. Nothing changes.
common-any-cancel = ✖️ Cancelar
# Ends a choice of several things.
common-any-done = ✅ Listo
# Leaves a question for later.
common-any-later = 🕐 Más tarde
# One of several things to choose from, and it is chosen.
# $label (String): the thing
common-any-chosen = ✅ { $label }

## Moments

# A day and an hour of it, as one moment.
# $day (String): weekday, day and month
# $hour (String): hours and minutes
common-any-moment = { $day } a las { $hour }

## Topics: the nine pillars of the programme's topic cards

# Topic: school, courses, studies.
common-any-topic-education = 📚 Aprender
# Topic: friends, neighbours, family.
common-any-topic-community = 👥 Gente
# Topic: body and mind.
common-any-topic-health = 🩺 Salud
# Topic: language, customs, everyday life.
common-any-topic-culture = 🗣 Idioma y cultura
# Topic: finding work, growing at work.
common-any-topic-career = 💼 Trabajo
# Topic: bank, bills, saving.
common-any-topic-money = 💶 Dinero
# Topic: deciding for yourself, plans, goals.
common-any-topic-self = 🎯 Mis planes
# Topic: offices, forms, rights.
common-any-topic-law = 📄 Papeles y leyes
# Topic: finding and keeping a home.
common-any-topic-housing = 🏠 Vivienda

## Times of day when somebody has time

# Time of day: before noon, Monday to Friday.
common-any-slot-mornings = 🌅 Mañanas
# Time of day: after noon, Monday to Friday.
common-any-slot-afternoons = ☀️ Tardes
# Time of day: from about 18:00, Monday to Friday.
common-any-slot-evenings = 🌙 Noches
# Time of day: Saturday and Sunday.
common-any-slot-weekends = 📅 Fin de semana

## Roles

# Role: the person who is accompanied.
common-any-role-mentee = 🌱 Mentee
# Role: the person who accompanies.
common-any-role-mentor = 🤝 Mentor/a
# Role: staff who look after pairs.
common-any-role-coordinator = 🧭 Coordinación
# Role: the coordinator who sees everything.
common-any-role-lead = ⭐ Dirección
