# SPDX-License-Identifier: MIT OR Apache-2.0

### Cases: cards, the list, the digest, and the coordinators’ group.

## A card: its first line

# Somebody must act now.
# $case (String): the case's number
case-coord-head-urgent = 🔴 <b>الحالة { $case }</b> · عاجلة
# Somebody must act within days.
# $case (String): the case's number
case-coord-head-attention = 🟠 <b>الحالة { $case }</b> · تحتاج إلى انتباه
# It can wait a little.
# $case (String): the case's number
case-coord-head-routine = 🟢 <b>الحالة { $case }</b> · غير مستعجلة

## A card: what happened

# A mentee or mentor tapped “I do not feel safe”.
# SAFETY
case-coord-unsafe = 🆘 شخص لا يشعر بالأمان.

# The same on the card of a case that is over.
# SAFETY
case-coord-was-unsafe = 🆘 شخص لم يكن يشعر بالأمان.
# A mentee wants a call today.
# SAFETY
case-coord-call-today = 📞 شخص يطلب مكالمة اليوم.
# A mentee wants a call this week.
case-coord-call-soon = 📞 شخص يطلب مكالمة هذا الأسبوع.
# A mentor has a serious worry.
# SAFETY
case-coord-worry = ⚠️ قلق جدي لدى مرشد أو مرشدة.
# A mentor asks the team for support.
case-coord-support = ❓ طلب دعم من مرشد أو مرشدة.
# Somebody answered the check-in with a sad face. Who, and whether the two had talked, stands on the private card.
case-coord-low-mood = 🙁 أجاب شخص بوجه حزين.
# A message was reported.
# SAFETY
case-coord-report = 🚩 شخص أبلغ عن رسالة.
# Nobody of a pair writes.
case-coord-silent-both = 🤫 شخصان لم يعودا يتراسلان.
# The mentee wrote, and the mentor does not answer.
case-coord-mentee-waits = ⏳ مسترشد أو مسترشدة بانتظار جواب.
# The mentor wrote, and the mentee does not answer.
case-coord-mentor-waits = ⏳ مرشد أو مرشدة بانتظار جواب.
# Nobody wrote in the first 14 days.
case-coord-no-kickoff = 🌱 لم يكتب أحد منذ التعارف.
# Nobody wrote in the first 21 days.
case-coord-decide =
    🔀 لم يبدآ بالمراسلة أبدًا.
    هل نعرّفهما من جديد، أم نبحث عن شخص آخر، أم ننهي ذلك؟
# Somebody cannot be reached in Telegram.
case-coord-unreachable = 📵 لا يمكن الوصول إلى شخص في لازو.
# Three check-ins in a row without an answer.
case-coord-missed = 📋 ثلاث مرات من الأسئلة بلا جواب.
# Nobody has answered mail to the team for two working days.
case-coord-mail = ✉️ رسالة إلى الفريق بلا جواب.
# Somebody has left.
case-coord-leaving = 🚪 شخص يغادر البرنامج.
# Copies of a supervised pair that nobody marked as read for 7 days. The lead reads it.
case-coord-unread = 👁 لم يقرأ أحد نسخ محادثة تحت الإشراف.
# “It is about the team”, in the 🆘 menu.
# SAFETY
case-coord-team = 🧭 يقول أحدهم إن الأمر يتعلق بالفريق.
# Something in a supervised pair may have arrived, and could not be copied. The lead reads it.
case-coord-unseen =
    👁 تعذّر نسخ رسالة من محادثة تحت الإشراف.
    ربما وصلت. يُرجى السؤال عنها.
# An adult in a supervised pair showed contacts at least twice in 28 days. The lead reads it.
case-coord-contacts = 👁 حاول أحدهم مرتين إرسال معلومات اتصال.
# Somebody of 16 or 17 waits without a yes to a talk with adults, or goes on without a paper for 90 days. The lead reads it.
case-coord-guardian = 🧑 شخص عمره 16 أو 17 يحتاج إلى قرارك.
# Somebody said two things about an age.
case-coord-two-ages = ⚠️ ذكر شخص عمرين مختلفين.
# A pair was stopped until today. Now somebody must say how it goes on.
# SAFETY
case-coord-stopped = ⏸ محادثة متوقفة: ماذا يحدث لها؟
# A lead tries the alarm: the card rings as an urgent one does.
case-coord-trial =
    🔔 <b>تجربة.</b> لا أحد في خطر: نجرّب الإنذار.
    يُرجى الضغط على زر تولّي الحالة.

## A card: since when, and who is on it

# $at (String): weekday, day, month and hour
case-coord-opened = 🕐 مفتوحة منذ: { $at }
# Nobody has taken the case.
case-coord-open = ⏳ لم يتولّها أحد بعد.
# Somebody shall take the case.
# $name (String): a coordinator's alias
case-coord-for = ⏳ بانتظار: { $name }
# Somebody has taken the case.
# $name (String): a coordinator's alias
case-coord-taken = 👤 المتابعة لدى: { $name }
# Somebody lets the case rest.
# $name (String): a coordinator's alias
# $until (String): weekday, day, month and hour
case-coord-resting = 💤 { $name } · موعد المتابعة: { $until }

## A card: how it ended

# Somebody solved it.
case-coord-solved = ✅ هذه الحالة محلولة.
# Others look after it now.
case-coord-elsewhere = ✅ يهتم بها آخرون الآن.
# There was nothing to it.
case-coord-false-alarm = ✅ كان إنذارًا خاطئًا.
# A case ended: the team looked at it, and it was not so. Whom it was about is forgotten.
# SAFETY
case-coord-unfounded =
    ⚖️ نظر الفريق في الأمر، ولم يكن كذلك.
    لا يبقى هنا إلا التواريخ.
# A case ended: she was tried on two days and not reached.
# SAFETY
case-coord-not-reached = 📵 لم يتمكن أحد من الوصول إلى هذا الشخص.
# A silence ended. Nobody had to do anything.
case-coord-resumed =
    💚 عاد التواصل بينهما.
    أُغلقت هذه الحالة من تلقاء نفسها.
# Somebody can be reached again. Nobody had to do anything.
case-coord-reachable =
    💚 يمكن الوصول إلى هذا الشخص من جديد.
    أُغلقت هذه الحالة من تلقاء نفسها.
# The pair has ended.
case-coord-pair-closed = 🏁 انتهى هذا الثنائي.
# $name (String): a coordinator's alias
case-coord-closed-by = 👤 الإنهاء من: { $name }

## A card: why it is shown now

# SAFETY
case-coord-nobody = ❗ لم يتولَّ أحد هذه الحالة حتى الآن.
# Nobody has taken it for so long that the lead reads it too.
# SAFETY
case-coord-climbed = ⬆️ لم يتولَّ أحد هذه الحالة. وصلت الآن إلى من يقود البرنامج.
# The same happened again while the case is open.
# SAFETY
case-coord-again = 🔁 حدث ذلك من جديد.
# Somebody who does not feel safe said how the team may reach her.
# SAFETY
case-coord-said = 💬 أجاب هذا الشخص. يرجى القراءة قبل الاتصال.
# The time a case could rest is over.
case-coord-back = 💤 هذه الحالة تحتاج إليك من جديد.
# The only one who has a case said that she did not reach her. On the next working day she is asked again.
# SAFETY
case-coord-unreached =
    📵 هل تمكن أحد من الوصول إلى هذا الشخص؟
    إن لم يتمكن أحد، فيمكنك إغلاق الحالة.
# Somebody hands the case over. A locked screen shows it: no name.
case-coord-handed = 🔁 سُلّمت إليك هذه الحالة.
# Below how the case stands.
# $name (String): a coordinator's alias
case-coord-handed-by = 🔁 سلّمها: <b>{ $name }</b>

## A card: who it is, only in private. The name stands on the line below.

# Whom the case is about.
case-coord-who-about = ❗ الأمر يخص:
# Who does not feel safe.
# SAFETY
case-coord-who-unsafe = 🛟 في خطر، وربما الآن:

# The same on the card of a case that is over.
case-coord-who-was-unsafe = 🛟 لم يكن يشعر بالأمان:
# Who asks to be called.
# SAFETY
case-coord-who-call = 📞 طلب المكالمة:
# Who reported a message.
case-coord-who-report = 🚩 أبلغ عنها:
# The mentor who has a serious worry.
case-coord-who-worries = ⚠️ من أخبرنا بالقلق:
# The mentee, or one of the mentees, a mentor worries about.
# SAFETY
case-coord-who-worry = ❗ القلق على:
# Who answered a check-in.
case-coord-who-answered = 💬 أجاب:
# Above the names of everybody else in the pair or circle.
case-coord-who-others = 👥 الآخرون:

# Below whom a case is about, for whoever leads: another conversation of that person's. Who is in it stands below.
case-coord-also-in = 🔗 هذا الشخص في محادثة أخرى أيضًا:

# The same, where that person has not come in yet.
case-coord-asked-into = ✉️ لهذا الشخص دعوة إلى محادثة أخرى:

## A card: details, only in private

# $name (String): the alias
case-coord-mentee = 🌱 مسترشد/ة: <b>{ $name }</b>
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-mentee-file = 🌱 مسترشد/ة: <b>{ $name }</b> · 📁 { $file }
# $name (String): the alias
case-coord-mentor = 🤝 مرشد/ة: <b>{ $name }</b>
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-mentor-file = 🤝 مرشد/ة: <b>{ $name }</b> · 📁 { $file }
# $name (String): the alias
case-coord-staff = 🧭 الفريق: <b>{ $name }</b>
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-staff-file = 🧭 الفريق: <b>{ $name }</b> · 📁 { $file }
# Whom of the team a case names. Only who may know of it reads this.
# $name (String): the alias
case-coord-meant = 🧭 المقصود: <b>{ $name }</b>
# A case names whoever leads.
case-coord-meant-lead = 🔑 المقصود: من يقود البرنامج
# A case is about the team, and it is not said about whom.
case-coord-meant-unsaid = 🔒 لم يُذكر من المقصود.
# Below it.
# SAFETY
case-coord-secret = 🔒 لا يرى هذه الحالة أحد ممن قد يكونون مقصودين.
# $at (String): weekday, day and month
case-coord-since = 📅 منذ: { $at }
# $at (String): weekday, day, month and hour
case-coord-due = ⏰ الموعد قبل: { $at }
# Both people of a pair got a reminder to write, and a second one.
case-coord-tried-twice = ✔️ ذكّر لازو الاثنين مرتين.
# Both people of a pair got a reminder to write.
case-coord-tried-both = ✔️ ذكّر لازو الاثنين.
# Both people of a pair were asked “Did you talk?”.
case-coord-tried-asked = ✔️ سأل لازو الاثنين: هل تحدثتما؟
# The mentor got a reminder.
case-coord-tried-mentor = ✔️ ذكّر لازو المرشد أو المرشدة.
# The mentee got a reminder.
case-coord-tried-mentee = ✔️ ذكّر لازو المسترشد أو المسترشدة.
# The team took the reported message back.
case-coord-tried-removed = ✔️ حذف الفريق الرسالة.
# After a sad face: the two had talked in Lazo in the time that was asked about.
case-coord-had-talked = ▫️ كانا قد تحدثا قبل ذلك.
# The same, elsewhere.
case-coord-had-talked-elsewhere = ▫️ كانا قد تحدثا في مكان آخر قبل ذلك.
# They had not.
case-coord-had-not-talked = ▫️ لم يكونا قد تحدثا قبل ذلك.
# Somebody does not feel safe, and has not said whether a call is safe.
# SAFETY
case-coord-call-unknown = ❔ لا نعرف إن كان الاتصال آمنًا.

# Is it about the partner? “Yes”.
# SAFETY
case-coord-about-yes = ❗ الأمر يتعلق بالشخص الآخر.
# Is it about the partner? “No”.
# SAFETY
case-coord-about-no = ▫️ الأمر لا يتعلق بالشخص الآخر.

# After another answer, her phone said that it is about somebody else.
case-coord-about-no-later = ✖️ جواب لاحق من الهاتف نفسه: بشخص آخر. الفريق وحده يفتح.

# She pressed 🆘 once more while the case was open.
case-coord-pressed-again = 🆘 ضُغط الزر مرة أخرى.

# Somebody said on her phone that it was a mistake.
case-coord-mistake = ✖️ ضُغط على هذا الهاتف: بالخطأ. يجب الحديث مع هذا الشخص أولًا.

# She blocked the bot, left, or cannot be reached while the case is open.
case-coord-away = ⚠️ بعد ذلك حظر هذا الشخص البوت أو غادر.
# Is it about the partner? “I don’t know”.
# SAFETY
case-coord-about-unknown = ❔ لم يتضح بعد هل الأمر يتعلق بالشخص الآخر.
# Is it safe to call? “Yes”.
# SAFETY
case-coord-call-yes = 📞 الاتصال آمن.
# Her wish on every day: “Write, don’t call me”.
# SAFETY
case-coord-call-wish = ✍️ رغبة دائمة: الكتابة، لا الاتصال.
# Is it safe to call? “Write to me instead”.
# SAFETY
case-coord-call-write = ⛔ لا اتصال. الكتابة فقط.
# Is it safe to call? “Not now”.
# SAFETY
case-coord-call-not-now = ⛔ لا اتصال ولا رسائل الآن. ذلك غير آمن.
# One line of the log: a talk about the case.
# $at (String): weekday, day and month
# $channel (String): call, in person, message
# $count (Number): minutes
# $outcome (String): how it went
case-coord-called = 🗒 { $at } · { $channel } · { $count } د · { $outcome }
# The same, when nobody answered.
# $at (String): weekday, day and month
# $channel (String): call, in person, message
# $outcome (String): no answer
case-coord-called-in-vain = 🗒 { $at } · { $channel } · { $outcome }
# SAFETY
# $contact (String): a name and a phone number
case-coord-ring = 📞 يرجى الاتصال الآن: <b>{ $contact }</b>

## A card: questions

# The first buttons of a card.
case-coord-card = ❓ ماذا بعد؟
    .take = 👤 سأتولاها
    .show = 👁 عرض
    .resolve = ✅ إغلاق الحالة
# More buttons.
case-coord-do = ❓ ما الخطوة؟
    .call = 📞 تم الاتصال
    .move = 🔗 حساب جديد
    .release = ◀ فتح المحادثة من جديد
    .nudge = 🔔 تذكير الاثنين
    .rest = 💤 تذكيري لاحقًا
    .hand = 🔁 تسليم لشخص آخر
    .close = 🏁 إنهاء الثنائي والحالة
# For how long a case may rest.
case-coord-rest = 💤 متى نذكّرك؟
    .day = 💤 بعد يوم واحد
    .days = 💤 بعد 3 أيام
# After a call or a meeting.
case-coord-call = 📞 كيف سار الأمر؟
    .settled = ✅ كل شيء على ما يرام، إغلاق الحالة
    .spoke = 💬 تحدثنا ولم ينتهِ الأمر
    .unanswered = 📵 لا جواب
# In the log of talks: they spoke, and that settled it.
case-coord-log-settled = ✅ كل شيء على ما يرام
# How the coordinator spoke with somebody, or tried to.
case-coord-channel = 📞 كيف كان التواصل؟
    .voice = 📞 مكالمة
    .in-person = 🚶 لقاء مباشر
    .message = 💬 رسالة
# How long a talk was. Buttons: minutes.
# $count (Number): minutes
case-coord-minutes = 🕐 كم استغرق ذلك تقريبًا؟
    .some =
        { $count ->
            [zero] { $count } دقيقة
            [one] دقيقة واحدة
            [two] دقيقتان
            [few] { $count } دقائق
            [many] { $count } دقيقة
           *[other] { $count } دقيقة
        }
# When a case is closed.
case-coord-end = ✅ كيف انتهت؟
    .solved = ✅ حُلّت
    .elsewhere = 🧩 يساعد آخرون الآن
    .nothing = 💨 إنذار خاطئ
    .unfounded = ⚖️ بلا أساس، تبقى التواريخ
    .unreached = 📵 لم نصل إلى أحد
# A case is closed and its pair is stopped. Perhaps the names of the pair follow. Buttons: what becomes of the pair.
# SAFETY
case-coord-becomes =
    ⏸ هذه المحادثة متوقفة.
    ماذا يحدث لها؟
    بلا جواب تبقى الحالة مفتوحة.
    .open = ◀ فتحها من جديد
    .stay = ⏸ تبقى متوقفة
    .end = 🏁 إنهاؤها
# For how long a pair stays stopped. Buttons: weeks.
# $count (Number): weeks
case-coord-stays =
    📅 كم من الوقت تبقى متوقفة؟
    بعد ذلك سنسأل من جديد.
    .weeks =
        { $count ->
            [zero] ⏸ { $count } أسبوع
            [one] ⏸ أسبوع واحد
            [two] ⏸ أسبوعان
            [few] ⏸ { $count } أسابيع
            [many] ⏸ { $count } أسبوعًا
           *[other] ⏸ { $count } أسبوع
        }
# Who shall take a case. Buttons: the others of the team.
# $name (String): a coordinator's alias
case-coord-hand = 🔁 من يتولاها؟
    .person = 👤 { $name }
# Why a pair ends. Nobody of the pair reads the reason.
case-coord-close =
    🏁 لماذا ينتهي هذا الثنائي؟
    الفريق وحده يقرأ السبب.

# Before a pair ends for conduct: whoever it ends for is heard first. Perhaps the names of the pair follow.
# SAFETY
case-coord-heard =
    👂 هل استمع فريقك إلى الشخص المعني؟
    .yes = ✅ نعم، استمعنا إليه
    .authority = ⚖️ جهة رسمية تطلب ألا نفعل
    .not-yet = ▶ ليس بعد

## The list of cases

# The list of open cases. Buttons: their numbers.
# $count (Number): how many cases are open
# $case (String): the case's number
case-coord-list =
    { $count ->
        [zero] 🔔 لا حالات مفتوحة.
        [one] 🔔 حالة واحدة مفتوحة.
        [two] 🔔 حالتان مفتوحتان.
        [few] 🔔 { $count } حالات مفتوحة.
        [many] 🔔 { $count } حالة مفتوحة.
       *[other] 🔔 { $count } حالة مفتوحة.
    }
    .case = 🔎 { $case }
# Nothing is open.
case-coord-list-none = ✅ لا توجد حالات مفتوحة.
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-urgent = 🔴 الحالة <b>{ $case }</b> · { $age }
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-attention = 🟠 الحالة <b>{ $case }</b> · { $age }
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-routine = 🟢 الحالة <b>{ $case }</b> · { $age }
# Below a case in the list: it could be shown to nobody so far.
case-coord-line-untold = 📭 لم تصل إلى أحد.
# How long a case has been open: less than a day.
case-coord-age-new = جديدة
# How long a case has been open.
# $count (Number): days
case-coord-age =
    { $count ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }

## The digest

# A coordinator, at nine in the morning, only if there is something.
case-coord-digest = ☀️ صباح الخير! هذا بانتظارك.
    .show = 🔔 عرض الحالات
# Cases that could be shown to nobody so far.
# $count (Number): how many
case-coord-digest-untold =
    { $count ->
        [zero] 📭 لا توجد حالات لم تصل إلى أحد.
        [one] 📭 حالة واحدة لم تصل إلى أحد.
        [two] 📭 حالتان لم تصلا إلى أحد.
        [few] 📭 { $count } حالات لم تصل إلى أحد.
        [many] 📭 { $count } حالة لم تصل إلى أحد.
       *[other] 📭 { $count } حالة لم تصل إلى أحد.
    }
# $count (Number): how many
case-coord-digest-waiting =
    { $count ->
        [zero] 🟠 لا حالات بلا متابعة.
        [one] 🟠 حالة واحدة لم يتولّها أحد.
        [two] 🟠 حالتان لم يتولّهما أحد.
        [few] 🟠 { $count } حالات لم يتولّها أحد.
        [many] 🟠 { $count } حالة لم يتولّها أحد.
       *[other] 🟠 { $count } حالة لم يتولّها أحد.
    }
# $count (Number): how many
case-coord-digest-fresh =
    { $count ->
        [zero] 🟢 لا حالات غير مستعجلة.
        [one] 🟢 حالة واحدة غير مستعجلة.
        [two] 🟢 حالتان غير مستعجلتين.
        [few] 🟢 { $count } حالات غير مستعجلة.
        [many] 🟢 { $count } حالة غير مستعجلة.
       *[other] 🟢 { $count } حالة غير مستعجلة.
    }
# $count (Number): how many
case-coord-digest-overdue =
    { $count ->
        [zero] ⏰ لا مكالمات متأخرة.
        [one] ⏰ مكالمة موعودة واحدة متأخرة.
        [two] ⏰ مكالمتان موعودتان متأخرتان.
        [few] ⏰ { $count } مكالمات موعودة متأخرة.
        [many] ⏰ { $count } مكالمة موعودة متأخرة.
       *[other] ⏰ { $count } مكالمة موعودة متأخرة.
    }
# On a week's first working day: cases that somebody closed who was alone with them.
# $count (Number): how many
# SAFETY
case-coord-digest-unreached =
    { $count ->
        [zero] 📵 لم يغلق أحد حالة وحده.
        [one] 📵 أغلق شخص وحده حالة واحدة. لم يكن هناك تواصل.
        [two] 📵 أغلق شخص وحده حالتين. لم يكن هناك تواصل.
        [few] 📵 أغلق شخص وحده { $count } حالات. لم يكن هناك تواصل.
        [many] 📵 أغلق شخص وحده { $count } حالة. لم يكن هناك تواصل.
       *[other] 📵 أغلق شخص وحده { $count } حالة. لم يكن هناك تواصل.
    }
# Above the numbers of stopped pairs. Buttons: their numbers.
# $number (String): the pair's number
case-coord-digest-stopped = 🛑 متوقفة من أجل السلامة:
    .number = ⏸ رقم { $number }
# A stopped pair, and for how long.
# $number (String): the pair's number
# $age (String): for how many days
case-coord-digest-stop = • رقم { $number } · { $age }
# A pair that was stopped today.
# $number (String): the pair's number
case-coord-digest-stop-new = • رقم { $number }

# Above the numbers of pairs that the team has paused until a day.
case-coord-digest-paused = ⏸ أوقفها الفريق مؤقتًا، وينتهي ذلك:

# A pair that the team has paused, and until when.
# $number (String): the pair's number
# $day (String): weekday, day and month
case-coord-digest-pause = • رقم { $number } · { $day }
# Above the names of people whose mail to the team nobody has answered for a working day.
case-coord-digest-mail = ✉️ ينتظر الجواب:
# Above the names of pairs.
case-coord-digest-quiet = 🟡 يزداد الصمت بين:
# $names (String): the aliases of a pair
case-coord-digest-pair = • { $names }
# $count (Number): how many more pairs
case-coord-digest-more =
    { $count ->
        [zero] • ولا أحد غيرهم
        [one] • وثنائي آخر
        [two] • وثنائيان آخران
        [few] • و{ $count } ثنائيات أخرى
        [many] • و{ $count } ثنائيًا آخر
       *[other] • و{ $count } ثنائي آخر
    }

## A reminder a coordinator sends

# Mentees and mentors.
# $name (String): the partner's alias
case-any-nudge =
    🔔 هذا الشخص يود أن يسمع منك:
    <b>{ $name }</b>
    تكفي هنا كلمة «مرحبًا».
# Mentees and mentors in a circle.
case-any-nudge-group =
    🔔 مجموعتك تود أن تسمع منك.
    تكفي هنا كلمة «مرحبًا».

## Short words after a tap

# $name (String): a coordinator's alias
case-coord-toast-taken = 👤 المتابعة الآن لدى: { $name }
case-coord-toast-closed = ✅ هذه الحالة مغلقة.
case-coord-toast-not-yours = 🚫 هذه الحالة ليست لك.
case-coord-toast-shown = 👁 التفاصيل في محادثتك مع لازو.
case-coord-toast-nudged = 🔔 سيصل تذكير إلى الاثنين. في الليل ينتظر حتى الصباح.
case-coord-toast-nudged-before = 🔔 وصلهما تذكير قبل أقل من يوم.
case-coord-toast-not-now = 🚫 لم يعد هذا ممكنًا.
# A case cannot be closed: the lead has not decided about other pairs of somebody.
case-coord-toast-decide = 🚫 يقرر من يقود البرنامج أولًا بشأن ثنائيات أخرى. السؤال في محادثته مع لازو.
# Somebody who has blocked Lazo taps on a case, for instance in the group.
case-coord-toast-unreached = 📵 لا يمكن للازو الكتابة إليك. تلزم أولًا كتابة أي شيء في محادثتك مع لازو.
# A case cannot be closed: nobody has talked with the person since.
case-coord-toast-talk = 🚫 الرسالة المسجلة لا تكفي. يجيبك هذا الشخص هنا، أو تتحدثان بالهاتف أو وجهًا لوجه.
# A case cannot be closed as “not reached” yet.
# $count (Number): on so many days somebody must have tried
case-coord-toast-try =
    { $count ->
        [zero] 🚫 يرجى أولًا محاولة الوصول إلى هذا الشخص. يرجى تسجيل كل محاولة هنا.
        [one] 🚫 يرجى أولًا محاولة الوصول إلى هذا الشخص. يرجى تسجيل كل محاولة هنا.
        [two] 🚫 يرجى أولًا المحاولة في يومين مختلفين. يرجى تسجيل كل محاولة هنا.
        [few] 🚫 يرجى أولًا المحاولة في { $count } أيام مختلفة. يرجى تسجيل كل محاولة هنا.
        [many] 🚫 يرجى أولًا المحاولة في { $count } يومًا مختلفًا. يرجى تسجيل كل محاولة هنا.
       *[other] 🚫 يرجى أولًا المحاولة في { $count } يوم مختلف. يرجى تسجيل كل محاولة هنا.
    }
# A case cannot be closed as “not reached” by this person.
case-coord-toast-second = 🚫 يغلق هذه الحالة شخص آخر: من يقود البرنامج أو جهة اتصال عاجلة.
# The only one who has a case says that she reached nobody.
case-coord-toast-later = 🕘 سُجّل. سنسألك من جديد في يوم العمل القادم.

## The coordinators’ group

# The name of a case's topic.
# $case (String): the case's number
case-coord-topic = 🔔 الحالة { $case }
# The bot was added to a group.
case-coord-group-hello =
    ☀️ مرحبًا! هذا لازو.
    هل تظهر الحالات هنا؟ إذن يكتب من يقود البرنامج /linkgroup.
# The group is linked.
case-coord-group-linked =
    ✅ هذه المجموعة مرتبطة.
    لكل حالة هنا موضوعها الخاص.
    الأسماء تبقى خاصة: تُقرأ بالزر «عرض».
# The group cannot be linked, or does not work any more. What is missing follows.
case-coord-group-missing = 🚫 هناك شيء ناقص في هذه المجموعة:
# Topics are off.
case-coord-group-missing-topics =
    💬 المواضيع غير مفعّلة.
    يرجى فتح إعدادات المجموعة وتفعيل «المواضيع».
# The bot is no administrator, or may not manage topics.
case-coord-group-missing-right =
    🔑 لا يمكنني إدارة المواضيع.
    يرجى جعلي مشرفًا مع صلاحية «إدارة المواضيع».
# Below what is missing.
case-coord-group-then = بعد ذلك يرجى من جديد كتابة /linkgroup.
# The bot does not know its rights in the group. The lead reads it in her private chat.
case-coord-group-unknown =
    🚫 لا أعرف صلاحياتي في تلك المجموعة.
    يرجى إزالتي من المجموعة.
    ثم إضافتي مشرفًا من جديد وكتابة /linkgroup.
# A coordinator, mentor or mentee wrote /linkgroup. Read in the private chat.
case-coord-group-lead = 🚫 من يقود البرنامج وحده يمكنه ربط مجموعة.
# The lead has not finished the set-up.
case-coord-group-setup =
    ⏸ البرنامج ليس جاهزًا بعد.
    يرجى أولًا إكمال الأسئلة في محادثتنا الخاصة.
# The group belongs to another programme. The lead reads it in her private chat.
case-coord-group-other = 🚫 برنامج آخر يستخدم تلك المجموعة.
# Somebody unknown wrote /linkgroup; perhaps the lead wrote as the group.
case-coord-group-who =
    🚫 لا أعرف من كتب هذا.
    من يقود برنامجًا وحده يمكنه ربط مجموعة.
    يرجى عدم الكتابة كمجهول.
# The bot was removed from the group. The whole team reads it.
# SAFETY
case-coord-group-lost =
    📤 لم أعد في مجموعة الفريق.
    من الآن تصل الحالات إلى هنا.

# A mistake in the program kept something from being done. Those who lead read it, once a day.
case-coord-failed-here =
    🔧 تعذّر أمر كان عليّ فعله: خطأ في البرنامج.
    قد تنقص أحدًا رسالة أو إجابة. وكل ما عدا ذلك مستمر.
    يرجى إبلاغ من يشغّل لازو: السجل يبيّن موضع الخطأ.
# Somebody pressed 🆘, and a mistake in the program kept the bot from opening a case. Whoever looks after her reads it.
# SAFETY
# $name (String): her alias
case-coord-look-after =
    ضُغط زر 🆘 ولم أتمكن من فتح حالة.
    كان ذلك خطأ في البرنامج. يرجى التواصل فورًا مع:
    <b>{ $name }</b>

## A group that does not take what it should. The lead reads it, once.

# The coordinators' group refused a card. What is wrong follows.
# SAFETY
case-coord-group-refuses =
    📤 لم تصل إحدى الحالات إلى مجموعة الفريق.
    إلى أن تعمل من جديد تصل الحالات إلى المحادثات الخاصة.
# The safeguarding group refused a report or a copy. What is wrong follows.
# SAFETY
case-coord-safe-refuses =
    📤 لم تصل إحدى الرسائل إلى مجموعة الحماية.
    إلى أن تعمل من جديد تصل هذه الرسائل إلى من يقود البرنامج.
# The bot may not write in the group.
case-coord-refuses-rights =
    🔑 لا يُسمح للازو بالكتابة هناك.
    يرجى فتح إعدادات المجموعة والسماح للازو بالكتابة.
# Topics of the group vanish or stay closed.
case-coord-refuses-topics =
    💬 مواضيعها لا تعمل.
    يرجى فتح إعدادات المجموعة وتشغيل المواضيع من جديد.
# Telegram makes the bot wait for very long.
case-coord-refuses-slow =
    🕓 يجعل تيليجرام لازو ينتظر هناك طويلًا.
    ليس عليك فعل شيء.
# Telegram does not say what is wrong.
case-coord-refuses-unknown =
    ❔ لا يقول تيليجرام السبب.
    يرجى التأكد أن لازو في المجموعة وأنه يستطيع الكتابة.
# In the group, when it works again.
case-coord-group-back = ✅ يستطيع لازو الكتابة هنا من جديد.
# The lead, when the coordinators' group works again. Once.
case-coord-group-works =
    ✅ عادت مجموعة الفريق إلى العمل.
    تظهر الحالات هناك من جديد.
# The lead, when the safeguarding group works again. Once.
case-coord-safe-works =
    ✅ عادت مجموعة الحماية إلى العمل.
    تظهر البلاغات والنسخ هناك من جديد.

# Somebody a case is about is a member of the coordinators' group. The lead reads it, once.
# SAFETY
case-coord-group-holds =
    🔒 حالة تخص شخصًا موجودًا في مجموعة الفريق.
    تصل إليك ولا تظهر هناك.
# The same with the safeguarding group.
# SAFETY
case-coord-safe-holds =
    🔒 رسالة تخص شخصًا موجودًا في مجموعة الحماية.
    تصل إليك ولا تظهر هناك.
# Telegram does not say whether somebody a case is about is in the coordinators' group.
# SAFETY
case-coord-group-blind =
    🔒 لا يستطيع لازو رؤية من في مجموعة الفريق.
    لذلك تصل حالة إليك ولا تظهر هناك.
    يرجى جعل لازو مشرفًا في المجموعة.
# The same with the safeguarding group.
# SAFETY
case-coord-safe-blind =
    🔒 لا يستطيع لازو رؤية من في مجموعة الحماية.
    لذلك تصل رسالة إليك ولا تظهر هناك.
    يرجى جعل لازو مشرفًا في المجموعة.
# A coordinator or lead has blocked the bot, or Telegram refuses her chat. The leads read it; without a lead the team.
# $name (String): her alias
case-coord-staff-away =
    📵 لا يمكن الوصول إلى شخص من الفريق في لازو.
    إلى أن يتغير ذلك تصل الحالات إلى الآخرين:
    <b>{ $name }</b>
