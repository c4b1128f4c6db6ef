# SPDX-License-Identifier: MIT OR Apache-2.0

### Help, menu, language, break, leaving, and what is said when something is not understood.

## Help

# Mentees, on /help.
# SAFETY
help-mentee-how =
    ❓ <b>كيف يعمل هذا</b>

    💬 ما يُكتب هنا يصل إلى المرشد أو المرشدة، والصوت والصور أيضًا.
    🆘 الزر 🆘 لك عند عدم الشعور بالأمان.
    🎭 رسالة فوقها اسم كتبها شخص، لا لازو.

    ☰ الفريق والاستراحة: /menu
    🚪 مغادرة البرنامج: /leave

# Mentors, on /help.
# SAFETY
help-mentor-how =
    ❓ <b>كيف يعمل هذا</b>

    💬 ما يُكتب هنا يصل إلى المسترشد أو المسترشدة، والصوت والصور أيضًا.
    🆘 الزر 🆘 لك عندما يقلقك شيء.
    🎭 رسالة فوقها اسم كتبها شخص، لا لازو.

    ☰ الفريق والاستراحة: /menu
    🚪 مغادرة البرنامج: /leave

# Coordinators and leads, on /help.
help-coord-how =
    ❓ <b>كيف يعمل هذا</b>

    ✉️ دعوة الناس بالأمر /invite.
    🤝 جمع شخصين معًا بالأمر /pair.
    👥 معرفة من مع من بالأمرين /pairs و /people.
    🔔 معرفة ما يحتاج إليك بالأمر /cases.
    🏢 عرض الحالات في مجموعة فريقك بالأمر /linkgroup.
    ↩️ الرد هنا على رسالة يصل إلى صاحبها.

# The lead wrote /linkgroup to the bot: how it is done. The button opens Telegram’s list of groups.
help-coord-link =
    🏢 <b>الحالات في مجموعة فريقك</b>
    1. إنشاء مجموعة وتشغيل «المواضيع» في إعداداتها.
    2. الضغط على الزر أدناه واختيار المجموعة.
    3. كتابة /linkgroup في المجموعة.
    .add = ➕ الإضافة إلى مجموعة
# The same for the group in which reports and supervised copies are read.
help-coord-link-safe =
    👁 <b>مجموعة الحماية</b>
    1. إنشاء مجموعة لمن يحق لهم قراءة البلاغات.
    2. الضغط على الزر أدناه واختيار المجموعة.
    3. كتابة /linksafeguarding في المجموعة.

## Menu

# Everyone, on /menu and on the menu button.
help-any-menu = ☰ ما الذي يلزمك؟
    .team = 💬 الكتابة إلى الفريق
    .pause = ⏸ أخذ استراحة
    .mute = 🔕 كتم صوت المجموعة
    .calls = ✍️ اتصال أم كتابة
    .language = 🌍 اللغة
    .help = ❓ مساعدة

## Several parts

# Somebody who works in several programmes asks for something: in which?
# $name (String): the programme's name
help-any-which = ❓ في أي برنامج؟
    .mentee = 🌱 { $name } · مسترشد/ة
    .mentor = 🤝 { $name } · مرشد/ة
    .staff = 🗂 { $name } · الفريق

# Somebody with several parts wants to write to the team.
help-any-which-team = 💬 إلى أي فريق تكون رسالتك؟

# Somebody with several parts wants a break.
help-any-which-pause = ⏸ أين تكون الاستراحة؟

# Somebody with several parts wants to leave.
help-any-which-leave =
    🚪 مغادرة أي برنامج؟
    الباقي لا يتغير.

# Somebody with several parts wants to be called by the team.
# SAFETY
help-any-which-call = 📞 أي فريق يتصل بك؟

# Somebody with several parts says that it is about the team.
# SAFETY
help-any-which-about = 🧭 بأي فريق يتعلق الأمر؟

## Calls

# A participant, on /settings and from the menu: the team may call.
# SAFETY
help-any-calls = ✍️ يمكن لفريقك أن يتصل بك.
    .write = ✍️ اكتبوا لي ولا تتصلوا بي

# The same: the team writes, and does not call.
# SAFETY
help-any-calls-not = ✍️ فريقك يكتب إليك ولا يتصل بك.
    .call = ✅ يمكنكم الاتصال بي

## Language

# Everyone, on /language. Buttons: the languages by their own names.
help-any-language = 🌍 ما اللغة المفضّلة لديك؟

# After a language was chosen, in that language.
help-any-language-changed = ✅ من الآن نتحدث معك بالعربية.

## Break

# Mentees and mentors, on /pause.
help-any-pause =
    ⏸ كم من الوقت يلزمك للاستراحة؟
    ما يُكتب إليك ينتظر انتهاءها.
    .week = ⏸ أسبوع
    .fortnight = ⏸ أسبوعان
    .month = ⏸ 4 أسابيع

# After she chose how long: about the only other person.
# $name (String): the other's alias
help-any-may-know =
    ⏸ هل يمكن أن يعلم هذا الشخص بموعد انتهائها؟
    <b>{ $name }</b>
    .yes = ✅ نعم، يمكن
    .no = ✖️ لا

# The same for a circle, or for several conversations.
help-any-may-know-group = ⏸ هل يمكن أن يعلم الآخرون بموعد انتهائها؟

# A break begins, or /pause during a break.
# $until (String): weekday, day and month
help-any-paused =
    ⏸ تنتهي استراحتك في هذا اليوم:
    { $until }
    وتنتهي من نفسها.
    .resume = ◀ إنهاء الاستراحة الآن

# A break is over.
help-any-resumed =
    ◀ انتهت استراحتك.
    تسرنا عودتك.

# Somebody writes while she is on a break of her own. Once a break.
help-any-while-away =
    ⏸ استراحتك مستمرة الآن.
    رسالتك تنتظر انتهاء استراحتك.
    .end = ◀ إنهاؤها والإرسال
    .keep = ⏸ البقاء في الاستراحة

# She keeps her break.
# $until (String): weekday, day and month
help-any-break-kept =
    ⏸ استراحتك مستمرة، وتنتهي في هذا اليوم:
    { $until }
    رسالتك تنتظر ذلك اليوم.
    .resume = ◀ إنهاء الاستراحة الآن

# The others read it at once, if she said that they may know.
# $name (String): who takes the break
# $until (String): weekday, day and month
help-any-partner-away =
    ⏸ <b>{ $name }</b>
    هذا الشخص في استراحة تنتهي في هذا اليوم:
    { $until }
    رسائلك إلى هذا الشخص تنتظر ذلك اليوم.

# The same for who writes later, and knows whom it is about.
# $until (String): weekday, day and month
help-any-partner-away-one =
    ⏸ هناك استراحة تنتهي في هذا اليوم:
    { $until }
    رسائلك تنتظر ذلك اليوم.

# Her break has ended, on its day or by her: for the others, if they knew of it.
# $name (String): who is back
help-any-partner-back =
    ◀ انتهت استراحة هذا الشخص:
    <b>{ $name }</b>
    الرسائل تصل من جديد.

# Somebody without a pair asks for a break.
help-any-pause-alone = ليس لديك محادثة بعد، فلا حاجة إلى استراحة.

## Leaving

# Mentees, mentors and coordinators, on /leave.
help-any-leave =
    🚪 مغادرة البرنامج؟
    لن تصلك رسائل هنا بعد ذلك، وسيعلم فريقك.
    للعودة تلزمك دعوة جديدة.
    .yes = 🚪 نعم، سأغادر
    .team = 💬 التحدث مع الفريق أولًا
    .no = ✖️ لا، سأبقى

# After leaving.
help-any-left =
    🚪 تمت مغادرتك البرنامج.
    فريقك يعلم بذلك.

# After choosing to stay.
help-any-stayed = 💚 يسرنا بقاؤك معنا.

# The lead cannot leave before somebody else leads.
help-coord-leave-lead =
    قيادة هذا البرنامج لديك، وهو يحتاج إليك.
    من يدير الخادم عندكم يمكنه تعيين قيادة جديدة أولًا.

## When something is not understood

# A /command that Lazo does not know.
help-any-unknown =
    هذا الأمر غير معروف.
    لم يُرسل إلى أحد.
    كل شيء موجود في /menu.

# Something was typed where a button was expected.
help-any-buttons = يرجى الضغط على أحد الأزرار.

# Something was sent where words were expected (a photo as a name).
help-any-words = يرجى كتابة ذلك بالكلمات.

# A fault of ours.
help-any-sorry =
    😕 حدث خطأ من جانبنا.
    لم يصل ما أُرسل الآن. يرجى المحاولة من جديد بعد دقيقة.

# A change of a message could not be worked on.
help-any-sorry-change =
    😕 حدث خطأ من جانبنا.
    لم يُنقل التعديل. يرجى كتابته في رسالة جديدة.

# A press on a button could not be worked on.
help-any-sorry-press =
    😕 حدث خطأ من جانبنا.
    لم يكن للضغطة أي أثر. يرجى الضغط من جديد بعد دقيقة.

# A 🆘, or an answer to what it asks, could not be worked on. Somebody of the team will call or write.
# SAFETY
help-any-sorry-told =
    حدث خطأ من جانبنا.
    طُلب من الفريق التواصل معك.
    عند الخطر اتصلوا بالرقم 112.

# The same, where nobody could be told.
# SAFETY
help-any-sorry-untold =
    حدث خطأ من جانبنا.
    يرجى المحاولة من جديد بعد دقيقة.
    عند الخطر اتصلوا بالرقم 112.

# A 🆘 or any tap while nothing can be saved; the short form of a message, at most 200 signs, also shown on top of a tap.
# SAFETY
help-any-unsaved =
    لا يمكن حفظ هذا الآن، ولا يعلم به الفريق بعد.
    المحاولة مستمرة.
    عند الخطر اتصلوا بالرقم 112.

# A button that is too old, was used before or belongs to somebody else: one notice for all.
help-any-stale = هذا الزر لم يعد يعمل. يرجى فتح القائمة.
