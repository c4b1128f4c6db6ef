# SPDX-License-Identifier: MIT OR Apache-2.0

### Words that several features share: keyboards, topics, times of day, roles.

# The language's own name, in its own script, as the language picker shows it.
locale-name = English

## Keyboard

# On every keyboard of mentees and mentors, always visible.
# SAFETY
common-any-sos = 🆘 I need help
# Next to the help button: opens the menu.
common-any-menu = ☰ Menu
# Below them until somebody has finished joining; the same words as in the menu.
common-any-team = 💬 Write to the team
# Typed instead of /undo, with or without its icon: takes a message back.
common-any-undo = ↩️ Take back

## Buttons

# Goes back to the question before.
common-any-back = ◀ Back
# Shows the page after this one.
common-any-next = Next ➡️
# Shows the page before this one.
common-any-previous = ◀ Previous
# Shows more choices than fit.
common-any-more = ➕ More
# Stops what was begun. Nothing changes.
common-any-cancel = ✖️ Cancel
# Ends a choice of several things.
common-any-done = ✅ Done
# Leaves a question for later.
common-any-later = 🕐 Later
# One of several things to choose from, and it is chosen.
# $label (String): the thing
common-any-chosen = ✅ { $label }

## Moments

# A day and an hour of it, as one moment.
# $day (String): weekday, day and month
# $hour (String): hours and minutes
common-any-moment = { $day }, { $hour }

## Topics: the nine pillars of the programme's topic cards

# Topic: school, courses, studies.
common-any-topic-education = 📚 Learning
# Topic: friends, neighbours, family.
common-any-topic-community = 👥 People
# Topic: body and mind.
common-any-topic-health = 🩺 Health
# Topic: language, customs, everyday life.
common-any-topic-culture = 🗣 Language, culture
# Topic: finding work, growing at work.
common-any-topic-career = 💼 Work
# Topic: bank, bills, saving.
common-any-topic-money = 💶 Money
# Topic: deciding for yourself, plans, goals.
common-any-topic-self = 🎯 My plans
# Topic: offices, forms, rights.
common-any-topic-law = 📄 Papers and law
# Topic: finding and keeping a home.
common-any-topic-housing = 🏠 Housing

## Times of day when somebody has time

# Time of day: before noon, Monday to Friday.
common-any-slot-mornings = 🌅 Mornings
# Time of day: after noon, Monday to Friday.
common-any-slot-afternoons = ☀️ Afternoons
# Time of day: from about 18:00, Monday to Friday.
common-any-slot-evenings = 🌙 Evenings
# Time of day: Saturday and Sunday.
common-any-slot-weekends = 📅 Weekends

## Roles

# Role: the person who is accompanied.
common-any-role-mentee = 🌱 Mentee
# Role: the person who accompanies.
common-any-role-mentor = 🤝 Mentor
# Role: staff who look after pairs.
common-any-role-coordinator = 🧭 Coordinator
# Role: the coordinator who sees everything.
common-any-role-lead = ⭐ Lead
