# SPDX-License-Identifier: MIT OR Apache-2.0

### Supervised pairs: the team reads along, everybody knows it, and copies go to the safeguarding group.

## For the people of a pair

# Mentees and mentors, before the team may read along. Two buttons follow.
# SAFETY
# $name (String): the other's alias
supervised-any-ask =
    👁 هل يمكن للفريق أن يقرأ هذه المحادثة أيضًا؟
    <b>{ $name }</b>
    عندها سيحصل الفريق على نسخة من كل رسالة.
    يبدأ ذلك فقط إذا وافقتما معًا.
    .yes = ✅ نعم، أوافق
    .no = ✖️ لا
# The same in a circle.
# SAFETY
supervised-any-ask-group =
    👁 هل يمكن للفريق أن يقرأ مجموعتك أيضًا؟
    عندها سيحصل الفريق على نسخة من كل رسالة.
    يبدأ ذلك فقط إذا وافق الجميع.
# Below a proposal of a pair in which the team reads along from the beginning. A yes to the pair is a yes to this.
# SAFETY
supervised-any-offer =
    👁 الفريق يقرأ هذه المحادثة أيضًا.
    يحصل على نسخة من كل رسالة.
    جواب «نعم» موافقة على هذا أيضًا.
# The same, when somebody is asked into a pair that goes on.
# SAFETY
supervised-any-offer-group =
    👁 الفريق يقرأ هذه المجموعة أيضًا.
    يحصل على نسخة من كل رسالة.
    جواب «نعم» موافقة على هذا أيضًا.
# Somebody agreed.
# SAFETY
supervised-any-agreed =
    💚 شكرًا لك.
    عندما يوافق الجميع سيظهر ذلك هنا.
# Somebody did not agree. Nothing changes.
# SAFETY
supervised-any-declined =
    لا بأس. لن يتغير شيء.
    الفريق لا يقرأ هذه المحادثة.
# Stands pinned in the chat of everybody in the pair for as long as the team reads along.
# SAFETY
supervised-any-pinned =
    👁 الفريق يقرأ هذه المحادثة أيضًا.
    يحصل على نسخة من كل رسالة هنا.
# The team does not read along any more.
# SAFETY
supervised-any-over =
    👁 لم يعد الفريق يقرأ هذه المحادثة.

## For whoever reads along

# Above a copy of a message.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy =
    👁 رسالة في هذه المحادثة:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ من: { $author }
    .read = ✅ قُرئت حتى هنا
# The same, when the message was changed after it was sent.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy-again =
    ✏️ تغيّرت رسالة في هذه المحادثة:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ من: { $author }
# Above a copy of a message that its author takes back while a case about this person is open.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy-taken =
    ↩️ رسالة في هذه المحادثة يجري سحبها:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ من: { $author }
# A message may have arrived, but could not be copied. Below it stands which kind it was.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-missed =
    ⚠️ تعذّر نسخ رسالة إلى هنا. ربما وصلت.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ من: { $author }
    · { $when }
# A message was deleted or taken back before anybody had it. Below it stands which kind it was.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-not-arrived =
    🗑 سُحبت رسالة قبل وصولها.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ من: { $author }
    · { $when }
# The leak guard refused a message. Below it stands what it showed.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-refused =
    🚫 رسالة في هذه المحادثة لم تمر.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ من: { $author }
    · { $when }
# The kind of a message: a text.
supervised-coord-kind-text = · نص
# The kind of a message: a photo or a video.
supervised-coord-kind-picture = · صورة أو فيديو
# The kind of a message: a voice message.
supervised-coord-kind-voice = · رسالة صوتية
# The kind of a message: a file.
supervised-coord-kind-file = · ملف
# The kind of a message: anything else.
supervised-coord-kind-other = · شيء آخر
# After “Read up to here”.
supervised-coord-read = ✅ سجّلنا: قُرئت حتى هنا.
# The name of a pair's topic in the safeguarding group.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
supervised-coord-topic = 👁 { $mentee } · { $mentor }
# The name of a report's topic in the safeguarding group.
# $number (String): the case's number
supervised-coord-topic-report = 🚩 بلاغ، الحالة { $number }

## For the lead

# The button on a pair's card.
supervised-coord-button = 👁 الفريق يقرأ أيضًا
# The lead, before a pair is proposed: ask both for a pair in which the team reads along.
supervised-coord-pair = 👁 سؤال الطرفين، والفريق يقرأ
# On a pair's card: the members are asked.
supervised-coord-card-asked = 👁 سألنا الطرفين: هل يمكن للفريق أن يقرأ أيضًا؟
# On a pair's card: it is supervised.
supervised-coord-card-yes = 👁 الفريق يقرأ هذه المحادثة أيضًا.
# The team does not read along in this pair yet. The pair follows.
supervised-coord-about =
    👁 هل يقرأ الفريق محادثة هذين الشخصين؟
    يجب أن يوافق الطرفان أولًا.
    تصل النسخ إلى مجموعة الحماية أو إليك.
    .start = 👁 سؤال الطرفين
# The members are asked, or the team reads along. The pair follows.
supervised-coord-about-on =
    👁 هل يتوقف الفريق عن القراءة؟
    سيعرف الطرفان ذلك.
    .end = ✖️ إنهاء
# Somebody in the pair is under 18. The pair follows.
# SAFETY
supervised-coord-about-minor =
    👁 أحد هذين الشخصين عمره أقل من 18.
    لذلك يقرأ الفريق هنا دائمًا.
# The members are asked. The pair follows.
supervised-coord-asking =
    👁 سألنا الطرفين الآن.
    سنخبرك بما يقولان.
# The pair is stopped: its members are asked later. The pair follows.
supervised-coord-asks-later =
    👁 سنسأل الطرفين عندما تُفتح المحادثة من جديد.
    سنخبرك بما يقولان.
# Everybody agreed. The pair follows.
supervised-coord-began = 👁 وافق الطرفان. الفريق يقرأ محادثتهما الآن.
# Somebody did not agree. The pair follows.
supervised-coord-not-agreed =
    ✖️ لم يوافق أحدهما.
    الفريق لا يقرأ محادثتهما.
# It ended. The pair follows.
supervised-coord-ended = 👁 الفريق لا يقرأ محادثة هذين الشخصين.
# Nobody could read the copies.
supervised-coord-no-reader =
    🚫 لا أحد يمكنه قراءة النسخ.
    يحتاج البرنامج أولًا إلى قيادة أو مجموعة حماية.

# The lead, before the first pair with somebody under 18: where are the copies read?
# SAFETY
supervised-coord-first =
    👁 محادثة مع شخص دون 18 عامًا تنتظر جوابك.
    أين سيقرأ الفريق النسخ؟
    يمكن إنشاء مجموعة وكتابة /linksafeguarding فيها.
    .private = ✅ محادثتي الخاصة تكفي
# After that tap.
supervised-coord-privately =
    ✅ ستصل النسخ إليك هنا.
    يمكن ربط مجموعة في أي وقت.
# A coordinator: the lead is asked that first.
supervised-coord-asks-first =
    👁 هنا شخص دون 18 عامًا.
    على قيادة البرنامج أن تحدد أولًا أين تُقرأ النسخ.
    أرسلنا إليها السؤال الآن. يمكن المحاولة لاحقًا.

## The safeguarding group

# The group is linked.
supervised-coord-group-linked =
    ✅ تصل البلاغات والنسخ إلى هنا من الآن.
    يمكن لكل من في هذه المجموعة قراءتها.
    الرجاء إبقاؤها سرية.
# Topics are on, but the bot may not make them.
supervised-coord-group-topics =
    🔑 لا يمكنني إدارة المواضيع في هذه المجموعة.
    يرجى جعلي مشرفًا مع صلاحية «إدارة المواضيع».
    ثم يرجى كتابة /linksafeguarding مرة أخرى.
# Written into a topic that should be gone by now.
supervised-coord-group-delete =
    🔑 انتهى هذا الموضوع منذ 90 يومًا.
    لا يمكنني حذفه.
    يرجى حذفه أو إعطائي صلاحية «حذف الرسائل».
# The bot does not know its place in the group. The lead reads it in her private chat.
supervised-coord-group-unknown =
    🚫 لا أعرف صلاحياتي في تلك المجموعة.
    يرجى إزالتي من المجموعة.
    ثم إضافتي من جديد وكتابة /linksafeguarding.
# The team's group cannot be the safeguarding group, and the other way round. The lead reads it.
supervised-coord-group-same =
    🚫 تلك المجموعة مستعملة لشيء آخر.
    تحتاج الحالات والبلاغات إلى مجموعتين مختلفتين.
# The bot was removed from the safeguarding group. The lead reads it.
# SAFETY
supervised-coord-group-lost =
    📤 لم أعد في مجموعة الحماية.
    من الآن تصل البلاغات والنسخ إليك.
