# SPDX-License-Identifier: MIT OR Apache-2.0

### What staff record of a mentor: background check, training and quiz, each with its day. Only the team reads these.

# Below the line that a mentor has joined, and on a mentor's card.
readiness-coord-button = 🎓 Preparación

# Three lines follow, one for each: its day, or that it is not recorded. A button for each; the lead can go on without.
# SAFETY
# $name (String): the mentor's alias
readiness-coord-card =
    🎓 <b>¿Está todo listo para empezar?</b>
    <b>{ $name }</b>
    Toca lo que quieras anotar.
    .anyway = ⚠️ Unir de todos modos

# The date on the certificate of the background check.
# $day (String): weekday, day, month and year
readiness-coord-check = 📜 Antecedentes: { $day }
    .button = 📜 Antecedentes
# When the check ends.
# $day (String): weekday, day, month and year
readiness-coord-check-ends = ⏳ El certificado de antecedentes vale hasta: { $day }
# The check is not good any more.
# $day (String): weekday, day, month and year
readiness-coord-check-over = ⚠️ El certificado de antecedentes ya no vale: { $day }
# No background check is recorded.
readiness-coord-check-none = ▫️ Antecedentes: sin anotar

# When the training was finished.
# $day (String): weekday, day, month and year
readiness-coord-training = 🏫 Formación: { $day }
    .button = 🏫 Formación
# No training is recorded.
readiness-coord-training-none = ▫️ Formación: sin anotar

# When the quiz about the rules was passed.
# $day (String): weekday, day, month and year
readiness-coord-quiz = 📝 Prueba: { $day }
    .button = 📝 Prueba
# No quiz is recorded.
readiness-coord-quiz-none = ▫️ Prueba: sin anotar

# One of the three is recorded: its day is tapped or typed.
# $fact (String): which of the three, as its button says it
# $name (String): the mentor's alias
readiness-coord-day =
    📅 <b>¿Qué día fue?</b>
    { $fact }
    <b>{ $name }</b>
    Toca hoy, o escribe día, mes y año.
    .today = 📅 Hoy
    .none = ✖️ Sin anotar
# The same, below it, for the background check.
readiness-coord-day-check = Usa la fecha del certificado de antecedentes, por favor.
# What was typed is no date, or cannot be this one.
# $day (String): today
readiness-coord-day-again =
    Perdona, ese día no puede ser.
    Hoy: { $day }
    Escribe día, mes y año, por favor.
