# SPDX-License-Identifier: MIT OR Apache-2.0

### A stopped conversation is opened again: what waits in it, and what becomes of that.

## For the team

# Before a stopped conversation is open again. Below it one line for each person in it, with what waits.
# SAFETY
opening-coord-ask =
    ◀ <b>هل تُفتح هذه المحادثة من جديد؟</b>
    هذه الرسائل تنتظر فيها:
    .open = ◀ فتح

# Above the question, if something has changed since it was shown.
opening-coord-again = ⚠️ تغيّر شيء ما. يُرجى النظر مرة أخرى.

# What waits of one person.
# $count (Number): how many messages
# $name (String): the person's alias
# $day (String): weekday, day and month
opening-coord-waits = { $count } · { $name } · منذ: { $day }

# Nothing waits of one person.
# $count (Number): 0
# $name (String): the person's alias
opening-coord-nothing = { $count } · { $name }

# What somebody wrote who then pressed the 🆘 button. Only that person can let it arrive.
# SAFETY
# $count (Number): how many messages
# $name (String): the person's alias
# $day (String): weekday, day and month
opening-coord-hers = { $count } · { $name } · منذ: { $day } · سنسأل قبل إرسالها

# Below what waits of one person: it arrives.
opening-coord-arrives = ✅ تصل.

# Below what waits of one person: nobody gets it.
opening-coord-dropped = 🗑 لا تصل.

# About one person's messages. The name stands below.
opening-coord-whose = ❓ ماذا عن رسائل هذا الشخص؟
    .let = ✅ لتصل الرسائل
    .drop = 🗑 عدم إيصالها

# A name on a line of its own.
# $name (String): the person's alias
opening-coord-name = <b>{ $name }</b>

# It is open. Below it what became of the messages.
opening-coord-opened = ◀ <b>هذه المحادثة مفتوحة من جديد.</b>

# The answer was “Back”.
opening-coord-kept = ⏸ تبقى هذه المحادثة متوقفة.

# It is open already, has ended, or belongs to somebody else.
opening-coord-over = ⚠️ لا يمكن الآن فتح هذه المحادثة.

## For who pressed the 🆘 button

# Two people: the conversation is open again. The other's name stands below.
# SAFETY
opening-any-hers = ◀ <b>فتح فريقك هذه المحادثة من جديد:</b>

# The same in a group.
# SAFETY
opening-any-hers-group = ◀ <b>فتح فريقك مجموعتك من جديد.</b>

# Below it while the case is open.
# SAFETY
opening-any-to-team = 🔒 رسائلك تصل إلى فريقك، إلا بعد الضغط على الاسم.

# What this person wrote before pressing the button. The day stands below.
# SAFETY
# $count (Number): how many messages
opening-any-waits =
    { $count ->
        [zero] ❓ لا رسائل قديمة تنتظر.
        [one] ❓ رسالة قديمة منك لم تصل: هل تصل الآن؟
        [two] ❓ رسالتان قديمتان منك لم تصلا: هل تصلان الآن؟
        [few] ❓ { $count } رسائل قديمة منك لم تصل: هل تصل الآن؟
        [many] ❓ { $count } رسالة قديمة منك لم تصل: هل تصل الآن؟
       *[other] ❓ { $count } رسالة قديمة منك لم تصل: هل تصل الآن؟
    }
    .yes = ✅ نعم، لتصل
    .no = ✖️ لا

# Below it: since when they wait.
# $day (String): weekday, day and month
opening-any-since = 📅 منذ: { $day }

# The answer was yes.
opening-any-goes = ✅ شكرًا. تصل الآن.

# The answer was yes, and something else still keeps it.
opening-any-noted = ✅ شكرًا. سُجلت إجابتك.

# The answer was no.
opening-any-stays = ✅ لن تصل إلى أحد.

# What was asked about does not wait any more, or is asked about anew.
opening-any-late = 🏁 انتهى هذا السؤال.

## For who changed a message

# Changes of messages waited and will not be passed on. Below the first of them.
# $count (Number): how many
opening-any-unchanged =
    { $count ->
        [zero] ✏️ لا تعديلات تنتظر.
        [one] ✏️ تعديل رسالة لم يصل.
        [two] ✏️ تعديلان لم يصلا.
        [few] ✏️ { $count } تعديلات لم تصل.
        [many] ✏️ { $count } تعديلًا لم يصل.
       *[other] ✏️ { $count } تعديل لم يصل.
    }
