# SPDX-License-Identifier: MIT OR Apache-2.0

### The 🆘 button. Read by people who are afraid: short, calm, and what happens next is always said.

## The menu

# Mentees and mentors, on 🆘 and /safe.
# SAFETY
# $name (String): whom a mentor accompanies
safety-any-menu =
    🆘 <b>ما الذي يلزمك؟</b>
    خطر الآن؟ اتصلوا بالرقم 112.
    .unsafe = 🛟 لا أشعر بالأمان
    .report = 🚩 الإبلاغ عن آخر رسالة
    .report-this = 🚩 الإبلاغ عن هذه الرسالة
    .call = 📞 اتصلوا بي
    .worry = 🔎 قلقي على: { $name }
    .team = 🧭 الأمر يتعلق بالفريق
    .mistake = ✖️ لا شيء، ضغطت بالخطأ

# A button that copies a help number to the clipboard.
# SAFETY
# $number (String): the number
safety-any-number = 📋 { $number }

# A help number: by voice, beside 112.
# SAFETY
# $number (String): the number
safety-any-line-emergency = ☎️ خطر الآن: <b>{ $number }</b>

# A help number: in writing.
# SAFETY
# $number (String): the number
safety-any-line-text = 💬 خطر الآن، كتابةً: <b>{ $number }</b>

# A help number: for children and young people.
# SAFETY
# $number (String): the number
safety-any-line-child = ☎️ لمن هم دون 18 عامًا: <b>{ $number }</b>

# A help number: violence at home.
# SAFETY
# $number (String): the number
safety-any-line-violence = ☎️ عند التعرّض للعنف: <b>{ $number }</b>

# A help number: the same, in writing.
# SAFETY
# $number (String): the number
safety-any-line-violence-text = 💬 عند التعرّض للعنف، كتابةً: <b>{ $number }</b>

# A help number: thoughts of suicide, despair.
# SAFETY
# $number (String): the number
safety-any-line-crisis = ☎️ عند اليأس من الحياة: <b>{ $number }</b>

# One of the programme's own help lines, or the contact outside the team.
# $line (String): a name and a number, as the lead typed them
safety-any-own-line = ☎️ <b>{ $line }</b>

# After “Nothing, by mistake”.
# SAFETY
safety-any-mistake =
    ✅ حسنًا. لم يُرسل أي شيء.
    زر 🆘 موجود هنا دائمًا.

## I don't feel safe

# At once after “I don't feel safe”. Everything is stopped already, and the team is told.
# SAFETY
# $name (String): the partner's alias
safety-any-stopped =
    ⏸ لا يمكن الآن تبادل الرسائل مع هذا الشخص:
    <b>{ $name }</b>

    ❓ هل الأمر يتعلق بهذا الشخص؟
    .yes = ✅ نعم
    .no = ✖️ لا
    .unknown = 🤷 لا أعرف

# The same in a circle.
# SAFETY
safety-any-stopped-group =
    ⏸ لا أحد يمكنه الكتابة في مجموعتك الآن.

    ❓ هل الأمر يتعلق بشخص في مجموعتك؟

# The same for somebody with several conversations.
# SAFETY
# $name (String): what a conversation is called
safety-any-stopped-all =
    ⏸ كل محادثاتك متوقفة الآن.

    ❓ هل الأمر يخص أحد هؤلاء؟
    .one = 👤 { $name }
    .none = ✖️ لا، لا يخص أحدًا هنا
    .unknown = 🤷 لا أعرف

# It is about one of several: which of the others go on? Everyone who is named goes on.
# SAFETY
# $name (String): what a conversation is called
safety-any-who-is-fine =
    ⏸ هذه المحادثة تبقى متوقفة.

    ❓ مع من تشعرون بالأمان؟ يمكنكم الكتابة إلى هؤلاء فقط.
    .one = ◀ أشعر بالأمان مع: { $name }
    .none = ⏸ تبقى متوقفة

# In a circle, after “Yes”: who? Each name is a button; those she has tapped stand below the question.
# SAFETY
# $name (String): the alias of a member
safety-any-who-in-circle =
    ❓ بمن يتعلق الأمر؟ يمكن اختيار أكثر من شخص.
    .one = 👤 { $name }
    .done = ✅ هذا كل شيء
    .other = ✖️ بشخص آخر
    .unknown = 🤷 لا أعرف

# Below it.
# SAFETY
safety-any-who-in-circle-reads = فريقك وحده يقرأ جوابك.

# A member of the circle she has tapped.
# $name (String): the alias
safety-any-who-in-circle-named = • <b>{ $name }</b>

# What became of the chat: it stays stopped.
# SAFETY
safety-any-next-stopped = ⏸ فريقك وحده يمكنه فتح هذه المحادثة من جديد.

# It was not about the partner, and the chat is open. What she writes goes on going to the team, unless she chooses.
# SAFETY
# $name (String): what a conversation is called
safety-any-next-open = ◀ المحادثة مفتوحة من جديد: رسائلك تصل إلى فريقك، إلا بعد الضغط على الاسم.
    .write = 👤 الكتابة إلى: { $name }

# She asked for a conversation that is stopped, or for a break from it. Who reads what she writes stands below.
# SAFETY
safety-any-resting = ⏸ هذه المحادثة متوقفة.

# Below what is said about a chat into which nothing of hers goes.
# SAFETY
safety-any-team-reads = 🔒 رسائلك هنا تصل إلى فريقك فقط.

# The same where nobody may know of it.
# SAFETY
safety-any-nobody-reads = 🔒 لا أحد يقرأ رسائلك بعد: ستصل إلى من يساعدك لاحقًا.

# Below “You write to”, after “Write to”.
# SAFETY
# $minutes (Number): how long a choice holds
safety-any-writes-to =
    ينتهي هذا بعد { $minutes } دقيقة، أو عندما يكتب شخص آخر.
    بعد ذلك تصل رسائلك إلى فريقك من جديد.

# The first line after “I don’t feel safe”, and all of it for somebody who has no chat with anybody.
# SAFETY
safety-any-knows = 🛟 <b>فريقك يعلم الآن.</b>

# In its place where nobody may know of it: everybody here may be whom it is about. The help numbers stand below.
# SAFETY
safety-any-unheard = 🛟 <b>لا يوجد هنا بعد من يمكنه قراءة هذا:</b> يرجى الاتصال بأحد هذه الأرقام.

# When the team calls: somebody is on call.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-promise-before =
    🕐 سيتواصل معك فريقك قبل:
    <b>{ $by }</b>
    🚨 عند الخطر، أو في الليل: <b>112</b>

# Nobody is on call now.
# SAFETY
# $from (String): weekday, day, month and hour
safety-any-promise-from =
    🕐 لا أحد من فريقك مناوب الآن، وسيكون هناك أحد ابتداءً من:
    <b>{ $from }</b>
    🚨 عند الخطر، أو في الليل: <b>112</b>

# The programme has no hours on call.
# SAFETY
safety-any-promise-none =
    🕐 سيجيب فريقك عندما يستطيع.
    🚨 عند الخطر، أو في الليل: <b>112</b>

# Below it, the question.
# SAFETY
safety-any-reach =
    ❓ هل الاتصال بك آمن؟
    .yes = 📞 نعم، اتصلوا بي
    .write = 💬 اكتبوا لي هنا
    .not-now = 🕐 ليس الآن

# After “Yes, call me”.
# SAFETY
safety-any-noted-call = ✅ شكرًا. يرجى إبقاء الهاتف معك.

# After “Write to me here”.
# SAFETY
safety-any-noted-write = 💬 لن يتصل بك فريقك. سيكتب إليك هنا.

# After “Not now”.
# SAFETY
safety-any-noted-not-now =
    🕐 لن يتصل بك فريقك ولن يكتب إليك الآن.
    يمكن تغيير ذلك هنا. عند الخطر اتصلوا بالرقم 112.

# Once, right after “I don't feel safe”.
# SAFETY
safety-any-only-team =
    🔒 رسائلك هنا تصل الآن إلى فريقك فقط.
    هل يقرأ شخص آخر هنا؟ مكان التحقق: «الأجهزة» في إعدادات تيليجرام.
    .clear = 🧹 مسح ما هنا

# The same where nobody may know of it.
# SAFETY
safety-any-only-nobody =
    🔒 لا أحد يقرأ رسائلك بعد: ستصل إلى من يساعدك لاحقًا.
    هل يقرأ شخص آخر هنا؟ مكان التحقق: «الأجهزة» في إعدادات تيليجرام.

# The short word after “Clear here”.
# SAFETY
safety-any-cleared = ✅ ما كتبته إلى فريقك لم يعد هنا. فريقك ما زال يعلم.

# The same, when something she wrote has not reached the team yet.
# SAFETY
safety-any-cleared-later =
    ✅ مُسح من هذه المحادثة كل ما وصل إلى فريقك.

    وسيُمسح الباقي عندما يصل إلى فريقك.

# After /undo of a message to the team.
# SAFETY
safety-any-cleared-one = ✅ حُذفت هنا. يحتفظ بها فريقك.

# The same, when some of it is older than what Telegram lets bots delete (48 hours).
# SAFETY
safety-any-cleared-lately =
    ✅ مُسح ما في اليومين الأخيرين.
    لا يسمح لنا تيليجرام بحذف ما هو أقدم.
    يمكنك حذف هذه المحادثة بنفسك.

# After “Nothing, by mistake”, when the team knows already.
# SAFETY
safety-any-mistake-noted =
    ✅ يقرأ فريقك أن ذلك كان بالخطأ.
    سيتحدث معك أولًا. الفريق وحده يمكنه إغلاق هذا.

# Behind “Read”: somebody of the team has taken her case.
# SAFETY
safety-any-somebody = ✅ يهتم شخص من فريقك بهذا الآن.

# Behind “Read”: her case is over, and her words go where they went before.
# SAFETY
safety-any-over =
    ✅ أغلق فريقك هذا الأمر.
    رسائلك هنا لم تعد تصل إلى فريقك فقط.
    عند كل رسالة سنسألك لمن هي.

# Behind “Read”: nobody has taken her case yet. The help numbers stand below.
# SAFETY
safety-any-nobody-yet =
    🕐 لم يجب أحد من فريقك بعد.
    سنسألهم من جديد. عند الخطر اتصلوا بالرقم 112.

# Behind “Read”: the team lets her conversation stay stopped. Perhaps the partner's name follows.
# SAFETY
safety-any-stays =
    ⏸ تبقى هذه المحادثة متوقفة في الوقت الحالي.
    سينظر فريقك فيها من جديد.

# Below it, if what she writes goes to the team alone.
# SAFETY
safety-any-stays-team = رسائلك هنا تصل إلى فريقك فقط.

# Behind “Read”: the team has ended her stopped conversation. Perhaps the partner's name follows.
# SAFETY
safety-any-ends =
    أنهى فريقك هذه المحادثة.
    يمكنك الكتابة إلى الفريق في أي وقت.

# Below it: with whom.
# $name (String): the partner's alias
safety-any-with = · <b>{ $name }</b>

## It is about the team

# After “It is about the team”. Nothing of it reaches who is named.
# SAFETY
safety-any-team =
    🧭 <b>بمن يتعلق الأمر؟</b>
    لن يرى هذا الشخص ذلك.
    .somebody = 🧭 شخص في الفريق
    .lead = 🔑 من يقود البرنامج
    .unsaid = 🔒 أفضل ألا أقول

# After “Somebody in the team”. One button for each of them.
# SAFETY
# $name (String): a coordinator's alias
safety-any-team-which =
    🧭 <b>أي شخص من الفريق؟</b>
    لن يرى هذا الشخص ذلك.
    .one = 👤 { $name }

# It is about a coordinator: the lead has it.
# SAFETY
safety-any-team-lead = 🔒 <b>لا يرى هذا إلا من يقود البرنامج.</b>
    .write = 💬 الكتابة عن ذلك

# It is about the lead, or not said: somebody outside the team has it.
# SAFETY
safety-any-team-outside = 🔒 <b>لا يرى هذا إلا شخص من خارج الفريق.</b>

# Below both: who reads what she writes, and the number.
# SAFETY
safety-any-team-only =
    💬 رسائلك الآن إلى الفريق تصل إلى هناك فقط.
    🚨 خطر الآن: <b>112</b>

# The same while 🆘 is open, too: whoever has that reads it as well.
# SAFETY
safety-any-team-also =
    💬 رسائلك تصل إلى هناك، وإلى من يساعدك بعد 🆘.
    🚨 خطر الآن: <b>112</b>

# There is nobody in Lazo who may see it. Below it: whom to ring, if the programme has said so, and the help numbers.
# SAFETY
safety-any-team-nobody =
    🔒 <b>لا يوجد هنا بعد من يمكنه النظر في هذا.</b>
    لا أحد في الفريق يرى ذلك.
    يرجى الاتصال بأحد هذه الأرقام.

## Call me

# After “Call me”.
# SAFETY
safety-any-call =
    📞 متى نتصل بك؟
    .today = 📞 اليوم
    .week = 📅 هذا الأسبوع
    .write = 💬 اكتبوا لي

# After “Today”.
# SAFETY
safety-any-call-today = 📞 فريقك يعلم الآن.

# After “This week”.
# SAFETY
# $by (String): weekday, day and month
safety-any-call-week =
    📅 فريقك يعلم الآن. سيتصل بك قبل نهاية:
    <b>{ $by }</b>

## Reporting a message

# After reporting a message.
# SAFETY
safety-any-reported =
    🚩 يحصل الفريق على نسخة من هذه الرسالة.
    من كتبها لا يعلم بذلك.
    .write = 💬 الكتابة إلى الفريق

# After reporting a message of a conversation that is open.
# SAFETY
safety-any-reported-too = 🚩 يحصل الفريق على نسخة. ولا يعلم كاتبها بذلك.

# Below what is said about a report of a conversation that is open.
# SAFETY
safety-any-stop-too = ❓ هل نوقف هذه المحادثة أيضًا؟
    .yes = ⏸ نعم، إيقافها
    .no = ◀ لا، تستمر

# After “Yes, stop it”.
# SAFETY
safety-any-reported-stopped =
    ⏸ هذه المحادثة متوقفة الآن.
    الفريق وحده يمكنه فتحها من جديد.

# Below both, above the button.
# SAFETY
safety-any-reported-more = يمكنك إخبار الفريق بالمزيد بالزر أدناه.

# After reporting what a coordinator or the lead wrote.
# SAFETY
safety-any-reported-staff = 🚩 يقرأ بلاغك شخص آخر، ولا يصل بلاغك إلى كاتب الرسالة.

# Below it, when it was the lead. The contact outside the team stands below.
# SAFETY
safety-any-outside = 👤 يمكنك أيضًا التحدث مع شخص من خارج الفريق:

# When there is nothing to report.
# SAFETY
safety-any-report-none =
    🚩 لا توجد هنا رسالة يمكن الإبلاغ عنها.
    يستطيع الفريق مساعدتك على كل حال.

# Above the copy of a reported message, for whoever reads reports.
# SAFETY
# $number (String): the number of the case
# $name (String): who reported it
safety-coord-report =
    🚩 <b>رسالة مُبلَّغ عنها، الحالة { $number }</b>
    الرسالة تلي هذا. ولا يحتفظ لازو بنسخة أخرى منها.
    أبلغ عنها:
    <b>{ $name }</b>

# Above what somebody has written since 🆘, for whoever reads it from now on.
# $number (String): the number of the case
safety-coord-follows =
    🆘 <b>الحالة { $number }: يلي ما كتبه هذا الشخص منذ 🆘.</b>

# Below that, on the private card of somebody in danger, and before an answer to such a person.
# SAFETY
safety-coord-phone =
    قد يرى شخص آخر هاتفه.
    يرجى عدم الكتابة عن الحالة قبل التأكد أن ذلك آمن.

# In the talk of somebody who pressed 🆘 or writes to the team: a message was deleted before it could be copied.
# $name (String): who wrote it
safety-coord-deleted =
    ✖️ حُذفت رسالة قبل أن تصل إلى هنا. كانت من:
    <b>{ $name }</b>

# For the lead: another pair of somebody a case is about. The case cannot be closed before this is answered.
# $number (String): the number of the case
# $names (String): who is in the pair
safety-coord-other-pair =
    🆘 <b>الحالة { $number }</b>
    شخص تتعلق به هذه الحالة موجود أيضًا في ثنائي آخر.
    ❓ هل نوقفه أيضًا؟

    <b>{ $names }</b>
    .hold = ⏸ إيقافه
    .leave = ◀ تركه مفتوحًا

# After “Stop it”.
# $names (String): who is in the pair
safety-coord-decided-held =
    ⏸ أُوقف:
    <b>{ $names }</b>

# After “Leave it open”.
# $names (String): who is in the pair
safety-coord-decided-left =
    ◀ بقي مفتوحًا:
    <b>{ $names }</b>
