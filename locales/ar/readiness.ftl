# SPDX-License-Identifier: MIT OR Apache-2.0

### What staff record of a mentor: background check, training and quiz, each with its day. Only the team reads these.

# Below the line that a mentor has joined, and on a mentor's card.
readiness-coord-button = 🎓 الجاهزية

# Three lines follow, one for each: its day, or that it is not recorded. A button for each; the lead can go on without.
# SAFETY
# $name (String): the mentor's alias
readiness-coord-card =
    🎓 <b>هل كل شيء جاهز للبدء؟</b>
    <b>{ $name }</b>
    يمكن تسجيل ما يلي بالضغط عليه.
    .anyway = ⚠️ الجمع رغم ذلك

# The date on the certificate of the background check.
# $day (String): weekday, day, month and year
readiness-coord-check = 📜 شهادة السجل: { $day }
    .button = 📜 شهادة السجل
# When the check ends.
# $day (String): weekday, day, month and year
readiness-coord-check-ends = ⏳ تنتهي الشهادة: { $day }
# The check is not good any more.
# $day (String): weekday, day, month and year
readiness-coord-check-over = ⚠️ انتهت الشهادة: { $day }
# No background check is recorded.
readiness-coord-check-none = ▫️ شهادة السجل: غير مسجلة

# When the training was finished.
# $day (String): weekday, day, month and year
readiness-coord-training = 🏫 التدريب: { $day }
    .button = 🏫 التدريب
# No training is recorded.
readiness-coord-training-none = ▫️ التدريب: غير مسجل

# When the quiz about the rules was passed.
# $day (String): weekday, day, month and year
readiness-coord-quiz = 📝 الاختبار: { $day }
    .button = 📝 الاختبار
# No quiz is recorded.
readiness-coord-quiz-none = ▫️ الاختبار: غير مسجل

# One of the three is recorded: its day is tapped or typed.
# $fact (String): which of the three, as its button says it
# $name (String): the mentor's alias
readiness-coord-day =
    📅 <b>في أي يوم كان ذلك؟</b>
    { $fact }
    <b>{ $name }</b>
    يمكن الضغط على يوم أو كتابة اليوم والشهر والسنة.
    .today = 📅 اليوم
    .none = ✖️ غير مسجل
# The same, below it, for the background check.
readiness-coord-day-check = التاريخ المكتوب على الشهادة هو الصحيح.
# What was typed is no date, or cannot be this one.
# $day (String): today
readiness-coord-day-again =
    عذرًا، لا يمكن أن يكون ذلك اليوم.
    اليوم: { $day }
    الرجاء كتابة اليوم والشهر والسنة.
