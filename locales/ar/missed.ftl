# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says when two people do not write to each other. It asks before it alarms, and it never blames.

## Nobody has written yet

# A mentee, 3 days after the introduction, when nobody has written.
# $name (String): the mentor's alias
missed-mentee-hello =
    💬 لا توجد رسائل بينكما بعد:
    <b>{ $name }</b>
    تحية قصيرة تكفي. يمكن كتابتها هنا.

# A mentor, 3 days after the introduction, when nobody has written.
# $name (String): the mentee's alias
missed-mentor-hello =
    💬 لا توجد رسائل بينكما بعد:
    <b>{ $name }</b>
    الخطوة الأولى صعبة في كثير من الأحيان.
    تحية قصيرة منك تساعد، ويمكن كتابتها هنا.

# Somebody in a circle, 3 days after the introduction, when nobody has written.
missed-any-hello-group =
    💬 لا توجد رسائل في مجموعتك بعد.
    تحية قصيرة تكفي. يمكن كتابتها هنا.

# Mentees and mentors, some days later, when still nobody has written.
# SAFETY
# $name (String): the other's alias
missed-any-hello-again =
    💬 ما زالت لا توجد رسائل بينكما:
    <b>{ $name }</b>
    تكفي كلمة واحدة أو رسالة صوتية.
    يمكن كتابتها هنا.
    .elsewhere = 📱 نتحدث، لكن ليس هنا
    .help = 📞 اتصلوا بي

# The same in a circle.
# SAFETY
missed-any-hello-again-group =
    💬 ما زالت لا توجد رسائل في مجموعتك.
    تكفي كلمة واحدة أو رسالة صوتية.
    يمكن كتابتها هنا.

## Did you talk?

# Mentees and mentors, when nothing has passed both ways for a long time.
# SAFETY
# $name (String): the other's alias
# $since (String): weekday, day and month of the last contact
missed-any-talked =
    💬 هل تحدثتما منذ هذا اليوم؟
    <b>{ $name }</b>
    📅 { $since }
    إجابتك تصل إلى الفريق وحده.
    .here = ✅ نعم، هنا
    .elsewhere = 📱 نعم، لكن ليس هنا
    .not-yet = 🕐 ليس بعد
    .help = 📞 اتصلوا بي

# The same in a circle.
# SAFETY
# $since (String): weekday, day and month of the last contact
missed-any-talked-group =
    💬 هل تحدثت مع مجموعتك منذ هذا اليوم؟
    📅 { $since }
    إجابتك تصل إلى الفريق وحده.

# After “Yes, here”.
missed-any-thanks-here =
    💚 خبر جميل.
    شكرًا لإخبارنا.

# After “Yes, elsewhere”.
# $until (String): weekday, day and month
missed-any-thanks-elsewhere =
    💚 جميل أنكما تتحدثان.
    لن نسأل من جديد قبل:
    <b>{ $until }</b>

# After “Not yet”.
missed-any-thanks-not-yet =
    💚 شكرًا لإخبارنا.
    هذا يحدث، ورسالة قصيرة تكفي.
    يمكن كتابتها هنا.

# After “I need help”. Somebody from the team will call.
# SAFETY
# $by (String): weekday, day and month
missed-any-team-calls =
    📞 سيتصل بك شخص من فريقك قبل:
    <b>{ $by }</b>
    🆘 الزر 🆘 لك عند عدم الشعور بالأمان.

## The other waits

# A mentor whose mentee has written and waits.
# $name (String): the mentee's alias
# $since (String): weekday, day and month
missed-mentor-waits =
    💬 هذا الشخص ينتظر جوابك:
    <b>{ $name }</b>
    📅 منذ: { $since }
    جملة واحدة تكفي. يمكن كتابتها هنا.

# A mentee whose mentor has written and waits.
# $name (String): the mentor's alias
# $since (String): weekday, day and month
missed-mentee-waits =
    💬 لديك رسالة من:
    <b>{ $name }</b>
    📅 منذ: { $since }
    كلمة واحدة تكفي للجواب. يمكن كتابتها هنا.

# Somebody in a circle, when the other side has written and waits.
# $since (String): weekday, day and month
missed-any-waits-group =
    💬 في مجموعتك من ينتظر جوابًا.
    📅 منذ: { $since }
    جملة واحدة تكفي. يمكن كتابتها هنا.

# After the button “No answer needed” below the three texts above: their talk had simply come to its end.
missed-any-said-all = ✅ حسنًا. لن نسأل مرة أخرى.
    .button = ✅ لا حاجة إلى رد
