# SPDX-License-Identifier: MIT OR Apache-2.0

### What staff record of a mentor: background check, training and quiz, each with its day. Only the team reads these.

# Below the line that a mentor has joined, and on a mentor's card.
readiness-coord-button = 🎓 Readiness

# Three lines follow, one for each: its day, or that it is not recorded. A button for each; the lead can go on without.
# SAFETY
# $name (String): the mentor's alias
readiness-coord-card =
    🎓 <b>Is this mentor ready?</b>
    <b>{ $name }</b>
    Tap what you want to record.
    .anyway = ⚠️ Pair anyway

# The date on the certificate of the background check.
# $day (String): weekday, day, month and year
readiness-coord-check = 📜 Background check: { $day }
    .button = 📜 Background check
# When the check ends.
# $day (String): weekday, day, month and year
readiness-coord-check-ends = ⏳ The check ends: { $day }
# The check is not good any more.
# $day (String): weekday, day, month and year
readiness-coord-check-over = ⚠️ The check has ended: { $day }
# No background check is recorded.
readiness-coord-check-none = ▫️ Background check: not recorded

# When the training was finished.
# $day (String): weekday, day, month and year
readiness-coord-training = 🏫 Training: { $day }
    .button = 🏫 Training
# No training is recorded.
readiness-coord-training-none = ▫️ Training: not recorded

# When the quiz about the rules was passed.
# $day (String): weekday, day, month and year
readiness-coord-quiz = 📝 Quiz: { $day }
    .button = 📝 Quiz
# No quiz is recorded.
readiness-coord-quiz-none = ▫️ Quiz: not recorded

# One of the three is recorded: its day is tapped or typed.
# $fact (String): which of the three, as its button says it
# $name (String): the mentor's alias
readiness-coord-day =
    📅 <b>Which day was it?</b>
    { $fact }
    <b>{ $name }</b>
    Tap today, or write day, month and year.
    .today = 📅 Today
    .none = ✖️ Not recorded
# The same, below it, for the background check.
readiness-coord-day-check = Please use the date on the certificate.
# What was typed is no date, or cannot be this one.
# $day (String): today
readiness-coord-day-again =
    Sorry, it cannot be that day.
    Today: { $day }
    Please write day, month and year.
