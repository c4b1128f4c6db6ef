# SPDX-License-Identifier: MIT OR Apache-2.0

### Check-ins: three short questions, one tap each. The partner never sees an answer.

## Around every question

# Above the first question.
checkin-any-hello = ❓ Tres preguntas cortas, un toque cada una.

# Above a question that was asked two days ago, or before Lazo was out of order.
checkin-any-again = ❓ Esta pregunta todavía te espera.

# Below every question, and below the thank-you.
# SAFETY
# $name (String): the partner's alias
checkin-any-footer =
    🔒 Esta persona no verá esto:
    <b>{ $name }</b>

# The same in a circle.
# SAFETY
checkin-any-footer-group = 🔒 Tu grupo no verá esto.

## What mentees are asked

# First question.
# $name (String): the mentor's alias
# $since (String): weekday, day and month of the last check-in or the introduction
checkin-mentee-talked =
    💬 ¿Has hablado con esta persona desde este día?
    <b>{ $name }</b>
    📅 { $since }
    .yes = ✅ Sí
    .no = ✖️ No
    .elsewhere = 📱 Sí, pero no aquí

# First question in a circle. Buttons: those of checkin-mentee-talked.
# $since (String): weekday, day and month of the last check-in or the introduction
checkin-mentee-talked-group =
    💬 ¿Has hablado con tu grupo desde este día?
    📅 { $since }

# Second question, if they talked.
checkin-mentee-mood = 💛 ¿Qué tal fue?

# Second question, if they did not talk.
checkin-mentee-mood-silent = 💛 ¿Cómo te sientes con eso?

# Third question.
# SAFETY
checkin-mentee-call = 📞 ¿Quieres que te llamemos?
    .no = ✖️ No, gracias
    .week = 📅 Esta semana
    .today = 📞 Hoy

## What mentors are asked

# First question.
# $name (String): the mentee's alias
checkin-mentor-mood =
    💛 ¿Qué tal va con esta persona?
    <b>{ $name }</b>
    .good = 🙂 Bien
    .middle = 😐 Regular
    .bad = 🙁 Mal

# First question in a circle. Buttons: those of checkin-mentor-mood.
checkin-mentor-mood-group = 💛 ¿Cómo va con tu grupo?

# Second question.
# SAFETY
# $name (String): the mentee's alias
checkin-mentor-worry =
    🔎 ¿Te preocupa esta persona?
    <b>{ $name }</b>
    .no = 🟢 No
    .small = 🟡 Un poco
    .serious = 🔴 Sí, mucho

# Second question in a circle. Buttons: those of checkin-mentor-worry.
# SAFETY
checkin-mentor-worry-group = 🔎 ¿Te preocupa alguien de tu grupo?

# Third question.
# SAFETY
checkin-mentor-support = ❓ ¿Necesitas apoyo?
    .no = ✖️ No, gracias
    .tips = 💡 Quiero consejos
    .call = 📞 Quiero una llamada

# A mentor is seriously worried. Nobody asks what it is.
# SAFETY
checkin-mentor-heard = 🆘 Tu equipo ya lo sabe.

# Below it: what the mentor can do.
# SAFETY
checkin-mentor-guidance =
    👂 Escucha, mantén el contacto y no pidas detalles.
    🗣 Di que tienes que contarlo a tu equipo.
    🚨 Peligro ahora: <b>112</b>

# A mentor asked for tips. A message of its own below the thank-you.
checkin-mentor-tips =
    💡 <b>Consejos</b>
    📅 Mejor poco y a menudo que mucho y rara vez.
    ❓ Haz una pregunta abierta: ¿qué ha ido bien esta semana?
    💛 No tienes que resolverlo todo.

## Later

# In place of the first question, after the button “Later” below it.
# $at (String): weekday, day, month and hour
checkin-any-later =
    🕐 De acuerdo. Te preguntaremos otra vez:
    <b>{ $at }</b>

## After the last answer

# In place of the last question.
checkin-any-thanks = ✅ Gracias, tu equipo tiene tus respuestas.

# Somebody will call.
# SAFETY
# $by (String): weekday, day, month and hour
checkin-any-thanks-call =
    📞 Alguien de tu equipo te llamará antes de:
    <b>{ $by }</b>

# Somebody will be in touch, not necessarily by phone.
# $by (String): weekday, day and month
checkin-any-thanks-touch =
    💬 Alguien de tu equipo te escribirá o te llamará antes de:
    <b>{ $by }</b>

# Somebody asked for a talk, and the programme has said no hours in which somebody is on call.
checkin-any-thanks-asked = 💬 Tu equipo sabe que quieres hablar.

# After a serious worry.
# SAFETY
checkin-any-thanks-told = 🔴 Tu equipo sabe de tu preocupación.

## Answers in other ways

# A voice note or words in reply to a check-in.
# SAFETY
checkin-any-only-team = ✅ Esto ha llegado a tu equipo. Solo tu equipo puede verlo.

# The coordinator reads it above the copy.
# $name (String): whose answer
checkin-coord-from =
    💬 Respuesta a un seguimiento, de:
    <b>{ $name }</b>
