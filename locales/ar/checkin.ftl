# SPDX-License-Identifier: MIT OR Apache-2.0

### Check-ins: three short questions, one tap each. The partner never sees an answer.

## Around every question

# Above the first question.
checkin-any-hello = ❓ ثلاثة أسئلة قصيرة، نقرة واحدة لكل سؤال.

# Above a question that was asked two days ago, or before Lazo was out of order.
checkin-any-again = ❓ هذا السؤال ما زال ينتظر جوابك.

# Below every question, and below the thank-you.
# SAFETY
# $name (String): the partner's alias
checkin-any-footer =
    🔒 لن يظهر هذا لهذا الشخص:
    <b>{ $name }</b>

# The same in a circle.
# SAFETY
checkin-any-footer-group = 🔒 هذا لا يصل إلى مجموعتك.

## What mentees are asked

# First question.
# $name (String): the mentor's alias
# $since (String): weekday, day and month of the last check-in or the introduction
checkin-mentee-talked =
    💬 هل تحدثت مع هذا الشخص منذ هذا اليوم؟
    <b>{ $name }</b>
    📅 { $since }
    .yes = ✅ نعم
    .no = ✖️ لا
    .elsewhere = 📱 نعم، لكن ليس هنا

# First question in a circle. Buttons: those of checkin-mentee-talked.
# $since (String): weekday, day and month of the last check-in or the introduction
checkin-mentee-talked-group =
    💬 هل تحدثت مع مجموعتك منذ هذا اليوم؟
    📅 { $since }

# Second question, if they talked.
checkin-mentee-mood = 💛 كيف كان ذلك؟

# Second question, if they did not talk.
checkin-mentee-mood-silent = 💛 ما شعورك تجاه ذلك؟

# Third question.
# SAFETY
checkin-mentee-call = 📞 هل نتصل بك؟
    .no = ✖️ لا، شكرًا
    .week = 📅 هذا الأسبوع
    .today = 📞 اليوم

## What mentors are asked

# First question.
# $name (String): the mentee's alias
checkin-mentor-mood =
    💛 كيف تسير الأمور مع هذا الشخص؟
    <b>{ $name }</b>
    .good = 🙂 جيد
    .middle = 😐 متوسط
    .bad = 🙁 ليس جيدًا

# First question in a circle. Buttons: those of checkin-mentor-mood.
checkin-mentor-mood-group = 💛 كيف تسير الأمور مع مجموعتك؟

# Second question.
# SAFETY
# $name (String): the mentee's alias
checkin-mentor-worry =
    🔎 هل لديك قلق على هذا الشخص؟
    <b>{ $name }</b>
    .no = 🟢 لا
    .small = 🟡 قليلًا
    .serious = 🔴 نعم، قلق كبير

# Second question in a circle. Buttons: those of checkin-mentor-worry.
# SAFETY
checkin-mentor-worry-group = 🔎 هل لديك قلق بشأن شخص في مجموعتك؟

# Third question.
# SAFETY
checkin-mentor-support = ❓ هل هناك حاجة إلى دعم؟
    .no = ✖️ لا، شكرًا
    .tips = 💡 أريد نصائح
    .call = 📞 اتصلوا بي

# A mentor is seriously worried. Nobody asks what it is.
# SAFETY
checkin-mentor-heard = 🆘 فريقك يعلم الآن.

# Below it: what the mentor can do.
# SAFETY
checkin-mentor-guidance =
    👂 المهم هو الإصغاء والبقاء على تواصل، دون سؤال عن التفاصيل.
    🗣 من المهم القول إن الفريق يجب أن يعلم.
    🚨 خطر الآن: <b>112</b>

# A mentor asked for tips. A message of its own below the thank-you.
checkin-mentor-tips =
    💡 <b>نصائح</b>
    📅 قليل دائم خير من كثير منقطع.
    ❓ سؤال مفتوح يساعد: ما الجيد في هذا الأسبوع؟
    💛 ليس عليك حل كل شيء.

## Later

# In place of the first question, after the button “Later” below it.
# $at (String): weekday, day, month and hour
checkin-any-later =
    🕐 حسنًا. سنسأل من جديد:
    <b>{ $at }</b>

## After the last answer

# In place of the last question.
checkin-any-thanks = ✅ شكرًا، وصلت إجاباتك إلى فريقك.

# Somebody will call.
# SAFETY
# $by (String): weekday, day, month and hour
checkin-any-thanks-call =
    📞 سيتصل بك شخص من فريقك قبل:
    <b>{ $by }</b>

# Somebody will be in touch, not necessarily by phone.
# $by (String): weekday, day and month
checkin-any-thanks-touch =
    💬 سيتواصل معك شخص من فريقك قبل:
    <b>{ $by }</b>

# Somebody asked for a talk, and the programme has said no hours in which somebody is on call.
checkin-any-thanks-asked = 💬 يعلم فريقك برغبتك في التحدث.

# After a serious worry.
# SAFETY
checkin-any-thanks-told = 🔴 فريقك يعلم بقلقك.

## Answers in other ways

# A voice note or words in reply to a check-in.
# SAFETY
checkin-any-only-team = ✅ وصل هذا إلى فريقك. لا يراه إلا فريقك.

# The coordinator reads it above the copy.
# $name (String): whose answer
checkin-coord-from =
    💬 جواب عن سؤال متابعة، من:
    <b>{ $name }</b>
