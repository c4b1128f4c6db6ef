# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody who is 16 or 17: the guardian's consent, and her own at 18.

## For the team

# The button on the card of somebody who is 16 or 17 and waits, and below the news about it.
guardian-coord-button = 📝 موافقة ولي الأمر أو الوصي
# A button for the lead: somebody of 16 or 17 goes on without a paper.
guardian-coord-without = ⏭ المتابعة دون ورقة
# Who has signed: a guardian, or an institution that stands for her. The answer can also be typed.
# $name (String): the young person's alias and file number
guardian-coord-role =
    📝 من وقّع عن هذا الشخص؟
    <b>{ $name }</b>
    يرجى ضغط زر أو كتابة الصفة بكلمة أو كلمتين.
    .mother = 👩 الأم
    .father = 👨 الأب
    .guardian = 🧑 الوصي القانوني
    .institution = 🏛 مؤسسة
# Which date stands on the paper. The answer can also be typed.
# $name (String): the young person's alias
# $role (String): the guardian's role
guardian-coord-day =
    📅 ما التاريخ المكتوب على الورقة؟
    <b>{ $name }</b> · { $role }
    يرجى ضغط زر أو كتابة اليوم والشهر والسنة.
    .today = 📅 اليوم
    .yesterday = 📅 أمس
# What was typed is no date, or cannot be this one.
# $day (String): today
guardian-coord-day-again =
    عذرًا، لا يمكن أن يكون هذا تاريخ الورقة.
    يرجى كتابة اليوم والشهر والسنة.
    📅 اليوم: { $day }
# The last look before it is recorded.
# SAFETY
# $name (String): the young person's alias
# $role (String): the guardian's role
# $day (String): weekday, day and month on the paper
guardian-coord-paper =
    📄 هل الورقة الموقّعة عندك؟
    <b>{ $name }</b> · { $role }
    📅 { $day }
    نسجل هذا فقط. تبقى الورقة عندك.
    .yes = ✅ نعم، هي عندي
# It is recorded.
# $name (String): the young person's alias
guardian-coord-recorded =
    ✅ يمكن لهذا الشخص أن يتابع الآن:
    <b>{ $name }</b>
    سيقرأ الفريق كل محادثاته.
# Nothing was changed.
guardian-coord-cancelled = لم يتغير شيء.
# Nobody could read along.
guardian-coord-no-reader =
    🚫 لا أحد يمكنه القراءة، لذلك لا ينضم من هو أقل من 18.
    يحتاج البرنامج أولًا إلى قيادة أو مجموعة حماية.

## Her own answer, for the team

# Whoever looks after her: she agrees that the team speaks with the adult who is responsible for her.
# $name (String): the young person's alias and file number
guardian-coord-said-yes =
    ✅ العمر 16 أو 17، والجواب نعم:
    <b>{ $name }</b>
    يمكنك التحدث مع الشخص البالغ المسؤول.
    ثم يرجى تسجيل الورقة هنا.
# Whoever looks after her, and the lead: nobody may be contacted.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-no =
    ✖️ العمر 16 أو 17، والجواب لا للتحدث مع البالغين:
    <b>{ $name }</b>
    يرجى عدم الاتصال بأحد.
    يرجى البحث مع هذا الشخص عن طريقة أخرى.
# Whoever looks after her, and the lead: she wants to be talked with first.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-talk =
    💬 العمر 16 أو 17، والطلب هو التحدث معك أولًا:
    <b>{ $name }</b>
    يرجى عدم الاتصال بأحد قبل ذلك.
# Whoever looks after her, and the lead: she was asked and has not answered.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-nothing =
    🕐 العمر 16 أو 17، ولا جواب بعد:
    <b>{ $name }</b>
    يرجى التحدث مع هذا الشخص.
    يرجى عدم الاتصال بأحد غيره.

## Without a paper: the lead decides, a second of the team confirms

# The lead, after that button.
# $name (String): the young person's alias and file number
guardian-coord-why =
    ⏭ لماذا يتابع هذا الشخص دون ورقة؟
    <b>{ $name }</b>
    يؤكد ذلك شخص آخر من فريقك، إن وُجد.
    .danger = ⚠️ خطر في البيت
    .nobody = 📵 لا يمكن الوصول إلى أحد
    .unnamed = ⏳ لم يُعيَّن أحد بعد
# Everybody else of the team.
# SAFETY
# $name (String): the young person's alias and file number
# $reason (String): why, as its button says it
# $by (String): the lead's alias
guardian-coord-second =
    ⏭ هل يمكن لهذا الشخص أن يتابع دون ورقة؟
    <b>{ $name }</b>
    { $reason }
    صاحب القرار من فريقك:
    <b>{ $by }</b>
    .yes = ✅ نعم، أوافق
    .no = ✖️ لا
# The lead: the others are asked.
# $name (String): the young person's alias and file number
guardian-coord-asked-second =
    🕐 نسأل الآن شخصًا آخر من فريقك:
    <b>{ $name }</b>
    سنكتب لك هنا.
# The lead, who is the only one of her team.
# $name (String): the young person's alias and file number
guardian-coord-alone =
    ✅ يمكن لهذا الشخص أن يتابع الآن:
    <b>{ $name }</b>
    القرار هنا لك وحدك.
    سنسألك مرة أخرى في يوم العمل التالي.
# The lead: another of the team did not agree.
# $name (String): the young person's alias and file number
# $by (String): who did not
guardian-coord-not-agreed =
    ✖️ شخص من فريقك لا يوافق:
    <b>{ $by }</b>
    الأمر يخص هذا الشخص:
    <b>{ $name }</b>
    يرجى التحدث معًا في ذلك.
# Whoever did not agree.
# $name (String): the young person's alias and file number
guardian-coord-second-no =
    ✖️ سُجّل رفضك بشأن:
    <b>{ $name }</b>
    سيقرأ ذلك من يقود البرنامج.
# The lead, after 90 days, or on the next working day where there is nobody else in the team.
# SAFETY
# $name (String): the young person's alias and file number
# $reason (String): why, as its button says it
guardian-coord-still =
    ⏭ هذا الشخص يتابع دون ورقة:
    <b>{ $name }</b>
    { $reason }
    هل ما زال هذا صحيحًا؟
    .yes = ✅ ما زال صحيحًا
# After that.
# $name (String): the young person's alias and file number
guardian-coord-still-right =
    ✅ يبقى الأمر كما هو:
    <b>{ $name }</b>
# In the digest of a week's first working day: the names of people about whom the lead decided with nobody to confirm it.
guardian-coord-digest-alone = ⏭ كان قرارك وحدك أن يتابعوا دون ورقة:

## Two answers about an age

# Whoever looks after her. Her account said one thing before and says another now.
# SAFETY
# $name (String): the young person's alias and file number
# $before (String): what was said before
# $now (String): what is said now
guardian-coord-ages =
    ⚠️ ذكر هذا الشخص عمرين:
    <b>{ $name }</b>
    من قبل: { $before }
    الآن: { $now }
    يرجى سؤال هذا الشخص. أيهما صحيح؟
# After that.
# $name (String): the young person's alias and file number
# $age (String): which age
guardian-coord-age-is =
    ✅ سُجّل هذا العمر:
    <b>{ $name }</b> · { $age }

## On the card

# Her own answer: the team may speak with the adult who is responsible for her.
guardian-coord-card-yes = ✅ الجواب: يمكن التحدث مع الشخص البالغ.
# Her own answer: nobody may be contacted.
guardian-coord-card-no = ✖️ الجواب: عدم الاتصال بأحد.
# Her own answer: she wants to be talked with first.
guardian-coord-card-talk = 💬 الجواب: التحدث معه أولًا.
# Who has signed, and when.
# $role (String): who
# $day (String): weekday, day, month and year on the paper
guardian-coord-card-paper = 📄 { $role } · { $day }
# Why it goes without a paper, and since when.
# $reason (String): why, as its button says it
# $day (String): weekday, day, month and year
guardian-coord-card-without = ⏭ دون ورقة: { $reason } · { $day }
# The others of the team are asked.
guardian-coord-card-second = 🕐 لم يؤكد ذلك شخص ثانٍ بعد.
# When she will be 18, as she says.
# $month (String): month and year in digits
guardian-coord-card-18 = 🎂 يبلغ 18 كما ذُكر: { $month }
# She gave two answers, and nobody has said which is right.
# $before (String): what was said before
# $now (String): what is said now
guardian-coord-card-ages = ⚠️ عمران: { $before } · { $now }

## For the young person

# The team has a paper, or has decided. The next question follows.
# SAFETY
guardian-any-go-on =
    ✅ يمكنك المتابعة الآن.
    سيقرأ الفريق محادثتك أيضًا.
# Somebody of 16 or 17, after she has read that she can take part. Her answer decides whether anybody is contacted.
# SAFETY
guardian-any-may =
    عادة يوقّع ورقة شخص بالغ مسؤول عنك.
    ❓ هل يمكن للفريق التحدث مع هذا الشخص؟
    دون موافقتك لن يتصل الفريق بأحد.
    .yes = ✅ نعم
    .no = ✖️ لا
    .talk = 💬 التحدث معي أولًا
# She who waits said yes.
# SAFETY
guardian-any-waits-yes =
    💚 شكرًا لك. سيتحدث الفريق مع هذا الشخص.
    ثم سنكتب لك هنا.
# She who waits said no.
# SAFETY
guardian-any-waits-no =
    💚 حسنًا. لن يتصل الفريق بأحد.
    سيبحث معك عن طريقة أخرى.
# She who waits wants to be talked with first.
# SAFETY
guardian-any-waits-talk =
    💚 حسنًا. سيتحدث الفريق معك أولًا.
    قبل ذلك لن يتصل بأحد.
# When will she be 18? Buttons: months. The answer can also be typed.
# SAFETY
guardian-any-when =
    🎂 متى يصبح عمرك 18 عامًا؟
    يرجى ضغط الشهر. يمكنك أيضًا كتابته مع السنة.
# What was typed is no month, or cannot be this one.
# SAFETY
guardian-any-when-again =
    عذرًا، لا يمكن أن يكون هذا هو الشهر.
    متى يصبح عمرك 18؟ يرجى ضغط الشهر أو كتابته مع السنة.
# A month on a button.
# $month (String): month and year in digits
guardian-any-month = { $month }
# She is 18 now.
# SAFETY
guardian-any-of-18 =
    عمرك الآن 18 عامًا: القرار لك.
    هل لدينا موافقتك على المتابعة مع لازو؟
    .yes = ✅ نعم، أوافق
    .no = ✖️ لا
# The same question, a week later.
# SAFETY
guardian-any-of-18-again =
    🎂 ما زلنا ننتظر جوابك.
    عمرك الآن 18 عامًا، فالقرار لك.
    هل لدينا موافقتك على المتابعة مع لازو؟
# Somebody who is 18 now, in whose conversation the team reads along.
# SAFETY
guardian-any-along =
    👁 يقرأ الفريق محادثتك أيضًا.
    ❓ هل يمكنه أن يستمر؟ القرار لك الآن.
    .yes = ✅ نعم، يستمر
    .no = ✖️ لا، يتوقف
# The same question, a week later.
# SAFETY
guardian-any-along-again =
    👁 ما زلنا ننتظر جوابك.
    ❓ هل يمكن للفريق أن يستمر في قراءة محادثتك؟
    دون موافقتك سيتوقف.
# She agreed.
# SAFETY
guardian-any-agreed =
    💚 شكرًا لك.
    كل شيء يستمر كما كان.
# She did not agree.
# SAFETY
guardian-any-declined =
    شكرًا لإخبارنا.
    سيتحدث الفريق معك عما سيأتي.
    يمكنك المغادرة في أي وقت بالأمر /leave.
# She agreed that the team goes on reading along.
# SAFETY
guardian-any-along-on =
    💚 شكرًا لك.
    يستمر الفريق في القراءة.
# She did not, and it has ended.
# SAFETY
guardian-any-along-over =
    💚 حسنًا.
    لم يعد الفريق يقرأ محادثتك.
# She did not. It ends a little later, at the latest before this day; never why.
# SAFETY
# $day (String): weekday, day and month
guardian-any-along-until =
    💚 حسنًا.
    سيتوقف الفريق عن القراءة قبل هذا اليوم:
    <b>{ $day }</b>
# She did not, but the team must go on reading in her group.
# SAFETY
guardian-any-along-others =
    💚 حسنًا. ما زال الفريق يقرأ في مجموعتك.
    سيتحدث معك عن ذلك.

## For the lead

# Somebody is 18 now and agreed herself.
# $name (String): the alias
guardian-coord-told =
    🎂 عمر هذا الشخص الآن 18 ويوافق على المتابعة:
    <b>{ $name }</b>
# Somebody is 18 now and did not agree.
# $name (String): the alias
guardian-coord-told-not =
    🎂 عمر هذا الشخص الآن 18 ولا يوافق على المتابعة:
    <b>{ $name }</b>
    الرجاء التحدث معه.
# Somebody is 18 now, was asked twice and has not answered.
# $name (String): the alias
guardian-coord-told-silent =
    🎂 عمر هذا الشخص الآن 18 ولم يجب بعد:
    <b>{ $name }</b>
    سألنا مرتين. الرجاء التحدث معه.
# Somebody who is 18 agreed that the team goes on reading along.
# $name (String): the alias
guardian-coord-told-along =
    👁 عمر هذا الشخص 18 ويوافق على استمرار القراءة:
    <b>{ $name }</b>
# Somebody who is 18 did not: reading along has ended.
# $name (String): the alias
guardian-coord-told-along-over =
    👁 عمر هذا الشخص 18 وانتهت القراءة:
    <b>{ $name }</b>
    لم تكن هناك موافقة.
