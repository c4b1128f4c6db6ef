# SPDX-License-Identifier: MIT OR Apache-2.0

### The 🆘 button. Read by people who are afraid: short, calm, and what happens next is always said.

## The menu

# Mentees and mentors, on 🆘 and /safe.
# SAFETY
safety-any-menu =
    🆘 <b>نحن هنا. ما الذي يلزمك؟</b>
    خطر الآن؟ اتصال فوري بالرقم 112.
    للأطفال والشباب أيضًا الرقم 116111. الاتصال مجاني.
    .unsafe = 🛟 لا أشعر بالأمان
    .report = 🚩 الإبلاغ عن آخر رسالة
    .report-this = 🚩 الإبلاغ عن هذه الرسالة
    .call = 📞 أريد اتصالًا
    .mistake = ✖️ لا شيء، ضغطت بالخطأ

# A button that copies a help number to the clipboard.
# SAFETY
# $number (String): the number
safety-any-number = 📋 { $number }

# Below a safety text, above the programme's own help lines.
# SAFETY
safety-any-own = ☎️ يمكنك أيضًا الاتصال ببرنامجك:

# One of the programme's own help lines, or the contact outside the team.
# SAFETY
# $line (String): a name and a number, as the lead typed them
safety-any-own-line = <b>{ $line }</b>

# After “Nothing, by mistake”.
# SAFETY
safety-any-mistake =
    👍 حسنًا. لم يُرسل أي شيء.
    زر 🆘 موجود هنا دائمًا من أجلك.

## I don't feel safe

# At once after “I don't feel safe”. Everything is stopped already, and the team is told.
# SAFETY
# $name (String): the partner's alias
safety-any-stopped =
    🛟 <b>حسن أنك أخبرتنا. فريقك يعلم الآن.</b>
    توقفت الرسائل بينكما:
    <b>{ $name }</b>
    لا أحد يخبر هذا الشخص بالسبب.

    ❓ هل الأمر يتعلق بهذا الشخص؟
    .yes = ✅ نعم
    .no = ✖️ لا
    .unknown = 🤷 لا أعرف

# The same in a circle.
# SAFETY
safety-any-stopped-group =
    🛟 <b>حسن أنك أخبرتنا. فريقك يعلم الآن.</b>
    توقفت الرسائل في مجموعتك.
    لا أحد يخبر الآخرين بالسبب.

    ❓ هل الأمر يتعلق بشخص في مجموعتك؟

# The same for somebody with several conversations.
# SAFETY
# $name (String): what a conversation is called
safety-any-stopped-all =
    🛟 <b>أحسنت بإخبارنا. فريقك يعرف الآن.</b>
    كل محادثاتك متوقفة الآن.
    لا أحد يخبر الآخرين بالسبب.

    ❓ هل الأمر يخص أحد هؤلاء؟
    .one = 👤 { $name }
    .none = ✖️ لا، لا يخص أحدًا هنا
    .unknown = 🤷 لا أعرف

# It is about one of several: which of the others go on? Everyone who is named goes on.
# SAFETY
# $name (String): what a conversation is called
safety-any-who-is-fine =
    ⏸ نفهمك. هذه المحادثة تبقى متوقفة.
    والمحادثات الأخرى متوقفة أيضًا.

    ❓ مع من تشعر بالأمان؟ معه فقط تستمر المحادثة.
    .one = ▶ أشعر بالأمان مع { $name }
    .none = ⏸ تبقى متوقفة

# After that question: the conversation stays stopped.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-stopped =
    ⏸ تبقى المحادثة متوقفة.
    ولا تستمر إلا بقرار من الفريق.

    📞 سيتصل بك الفريق حتى { $by }.
    خطر قبل ذلك أو في الليل؟ اتصال بالرقم 112، وهو مجاني.
    للأطفال والشباب أيضًا الرقم 116111.

    ❓ هل الاتصال بك آمن؟
    .yes = 📞 نعم، يمكن الاتصال
    .write = 💬 الأفضل الكتابة إليّ
    .not-now = ✋ ليس الآن

# After that question: it was not about the partner, and the conversation goes on.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-open =
    ◀ المحادثة مستمرة.

    📞 سيتصل بك الفريق حتى { $by }.
    خطر قبل ذلك أو في الليل؟ اتصال بالرقم 112، وهو مجاني.
    للأطفال والشباب أيضًا الرقم 116111.

    ❓ هل الاتصال بك آمن؟

# At once after “I don't feel safe”, when she has no conversation.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-alone =
    🛟 <b>حسن أنك أخبرتنا. فريقك يعلم الآن.</b>

    📞 سيتصل بك الفريق حتى { $by }.
    خطر قبل ذلك أو في الليل؟ اتصال بالرقم 112، وهو مجاني.
    للأطفال والشباب أيضًا الرقم 116111.

    ❓ هل الاتصال بك آمن؟

# After “Yes, call me”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-noted-call =
    📞 سيتصل بك الفريق حتى { $by }.
    يرجى إبقاء الهاتف معك.
    خطر قبل ذلك أو في الليل؟ اتصال بالرقم 112.

# After “Write to me instead”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-noted-write =
    💬 لن يتصل بك الفريق. سيكتب إليك هنا حتى { $by }.
    الرسائل إلى الفريق لا يقرؤها غير الفريق.
    خطر قبل ذلك أو في الليل؟ اتصال بالرقم 112.

# After “Not now”.
# SAFETY
safety-any-noted-not-now =
    ✋ لن يتصل بك الفريق الآن.
    عندما يكون الاتصال آمنًا: زر 🆘 ثم «أريد اتصالًا».
    خطر، أو في الليل؟ اتصال بالرقم 112.

## Call me

# After “Call me”.
# SAFETY
safety-any-call =
    📞 متى يلزمك الاتصال؟
    .today = 📞 اليوم
    .week = 📅 هذا الأسبوع
    .write = 💬 الأفضل الكتابة

# After “Today”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-call-today =
    📞 الفريق يعلم. سيتصل بك أحد حتى { $by }.
    خطر قبل ذلك؟ اتصال بالرقم 112.

# After “This week”.
# SAFETY
# $by (String): weekday, day and month
safety-any-call-week =
    📅 الفريق يعلم. سيتصل بك أحد حتى { $by }.

## Reporting a message

# After reporting a message.
# SAFETY
safety-any-reported =
    🚩 شكرًا. يحصل الفريق على نسخة من هذه الرسالة.
    من كتبها لا يعلم بذلك.
    سيتحدث معك أحد من الفريق.
    .write = 💬 الكتابة إلى الفريق

# After reporting what a coordinator or the lead wrote.
# SAFETY
safety-any-reported-staff =
    🚩 شكرًا. لا يصل بلاغك إلى كاتب الرسالة.
    ينظر فيه شخص آخر.

# Below it, when it was the lead. The contact outside the team stands below.
# SAFETY
safety-any-outside = 👤 يمكنك أيضًا اللجوء إلى شخص من خارج الفريق:

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
