# SPDX-License-Identifier: MIT OR Apache-2.0

### The coordinator's lists: pairs and people, their cards, and closing a pair. Only the team reads these.

## People in lists and cards

# A person in a list; the number is also on her button.
# $number (Number): her place on the page
# $name (String): the person's alias
desk-coord-entry = { $number } · <b>{ $name }</b>
    .open = { $number } · { $name }

# A person in a list, with the team's own reference.
# $number (Number): her place on the page
# $name (String): the person's alias
# $file (String): the file number
desk-coord-entry-file = { $number } · <b>{ $name }</b> · 🗂 { $file }

# A person in a card.
# $name (String): the person's alias
desk-coord-who = 👤 <b>{ $name }</b>

# A person in a card, with the team's own reference.
# $name (String): the person's alias
# $file (String): the file number
desk-coord-who-file = 👤 <b>{ $name }</b> · 🗂 { $file }

# Instead of a name: somebody who has not chosen one yet.
desk-coord-nameless = بلا اسم بعد

# A person is away.
# $until (String): weekday, day and month
desk-coord-away = ⏸ في استراحة تنتهي: { $until }

# Telegram does not let us write to a person.
desk-coord-unreachable = 📵 لا يمكن الوصول الآن

## Where a person stands

# Answers the first questions.
desk-coord-joining = ✏️ ما زال التسجيل جاريًا

# Is 16 or 17.
desk-coord-guardian = 🧑 العمر 16 أو 17: بانتظار موافقة ولي الأمر أو الوصي

# Waits for a pair since today.
desk-coord-waits-today = ⏳ بالانتظار منذ اليوم

# Waits for a pair.
# $count (Number): days
desk-coord-waits =
    { $count ->
        [zero] ⏳ بالانتظار منذ { $count } يوم
        [one] ⏳ بالانتظار منذ يوم
        [two] ⏳ بالانتظار منذ يومين
        [few] ⏳ بالانتظار منذ { $count } أيام
        [many] ⏳ بالانتظار منذ { $count } يومًا
       *[other] ⏳ بالانتظار منذ { $count } يوم
    }

# A proposal is open.
desk-coord-asked = 📨 يوجد عرض بلا جواب بعد

# Is in a pair.
desk-coord-paired = 🤝 في ثنائي الآن

# A coordinator or lead.
desk-coord-staff = 🧭 من الفريق

# Under 16, or did not agree.
desk-coord-refused = ✖️ لم يكتمل التسجيل: العمر أو الموافقة

# Left of their own accord.
desk-coord-left = 🚪 غادر البرنامج

## How a pair is

# A pair in a list; the number is also on its button.
# $number (Number): its place on the page
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
desk-coord-pair = { $number } · <b>{ $mentee }</b> – <b>{ $mentor }</b>

# The two of a pair, in a card.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
desk-coord-names =
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>

# They were introduced lately, and were never in touch.
desk-coord-new = 🌱 تعارفا حديثًا

# They write to each other.
desk-coord-green = 🟢 على تواصل

# They said that they talk elsewhere.
desk-coord-elsewhere = 🟢 على تواصل خارج لازو

# Quiet for a while. Nothing happens yet.
desk-coord-amber = 🟡 هدوء منذ فترة

# Both are asked whether they talked.
desk-coord-orange = 🟠 صمت طويل، ونسأل الطرفين

# Nobody writes.
desk-coord-silent = 🔴 لا أحد يكتب

# The mentee wrote last, long ago.
desk-coord-mentee-waits = 🔴 بانتظار جواب للمسترشد/ة

# The mentor wrote last, long ago.
desk-coord-mentor-waits = 🔴 بانتظار جواب للمرشد/ة

# One of them blocked the bot or has no account any more.
desk-coord-lost = 🔴 لا يمكن الوصول إلى أحد الطرفين

# A break with an end.
desk-coord-paused = ⏸ في استراحة

# Paused by the team, until a day on which it decides again.
desk-coord-stopped = ⏸ أوقفها الفريق مؤقتًا

# Stopped until a coordinator decides.
desk-coord-held = 🛑 متوقفة من أجل السلامة

# They were never in touch.
desk-coord-contact-none = 💬 لا تواصل حتى الآن

# They were in touch today.
desk-coord-contact-today = 💬 آخر تواصل اليوم

# In a list: when they were last in touch.
# $count (Number): days ago
desk-coord-contact =
    { $count ->
        [zero] 💬 آخر تواصل قبل { $count } يوم
        [one] 💬 آخر تواصل قبل يوم
        [two] 💬 آخر تواصل قبل يومين
        [few] 💬 آخر تواصل قبل { $count } أيام
        [many] 💬 آخر تواصل قبل { $count } يومًا
       *[other] 💬 آخر تواصل قبل { $count } يوم
    }

# In a card: the day they were last in touch.
# $day (String): weekday, day and month
desk-coord-contact-day = 💬 آخر تواصل: { $day }

# How often they agreed to be in contact: every 7 days.
desk-coord-weekly = 📅 كل أسبوع

# How often they agreed to be in contact: every 14 days.
desk-coord-fortnightly = 📅 كل أسبوعين

# How often they agreed to be in contact: every 30 days.
desk-coord-monthly = 📅 كل شهر

## The list of pairs and a pair's card

# Heading of /pairs. One button for each pair.
desk-coord-pairs = 🤝 <b>الثنائيات لديك</b>

# Below it: in which order they stand.
desk-coord-pairs-order = من يحتاج إليك أكثر يأتي أولًا.

# There is no pair yet.
desk-coord-pairs-none =
    🤝 لا يوجد ثنائي هنا بعد.
    يمكن جمع شخصين بالأمر /pair.

# A pair's card: buttons. The facts stand above.
desk-coord-card = 🤝 <b>ثنائي</b>
    .release = ◀ السماح بالكتابة مجددًا
    .pause = ⏸ إيقاف مؤقت
    .close = 🏁 إنهاء

# The team stops a pair for a time. Buttons: weeks. The pair stands below.
desk-coord-pause =
    ⏸ <b>كم من الوقت يتوقف هذا الثنائي؟</b>
    لا يعلمان بذلك إلا عندما يكتبان.
    في ذلك اليوم سنسألك عما يحدث بعدها.

# Since when they have been together.
# $day (String): weekday, day and month
desk-coord-since = 🤝 معًا منذ: { $day }

# When a break ends by itself.
# $day (String): weekday, day and month
desk-coord-until = ⏸ استراحة تنتهي: { $day }

# When the team decides again about a pair that is stopped.
# $day (String): weekday, day and month
desk-coord-stopped-until = 📅 يُقرَّر من جديد: { $day }

# Open cases about a pair.
# $count (Number): how many
desk-coord-open-cases =
    { $count ->
        [zero] 🔔 { $count } حالة مفتوحة، بالأمر /cases
        [one] 🔔 حالة واحدة مفتوحة، بالأمر /cases
        [two] 🔔 حالتان مفتوحتان، بالأمر /cases
        [few] 🔔 { $count } حالات مفتوحة، بالأمر /cases
        [many] 🔔 { $count } حالة مفتوحة، بالأمر /cases
       *[other] 🔔 { $count } حالة مفتوحة، بالأمر /cases
    }

# On the card of a pair the reader is in, while nobody else of the team could end it.
desk-coord-own-pair =
    👤 هذا الثنائي يضمّك أيضًا.
    من ينضم إلى الفريق بالأمر /invite يمكنه إنهاؤه.
    يمكنك مغادرة البرنامج بالأمر /leave.

## Closing a pair

# Why a pair ends. One button for each reason.
desk-coord-why =
    🏁 <b>لماذا ينتهي هذا الثنائي؟</b>
    الفريق وحده يرى السبب.
    .contact = 🔇 لا تواصل

# Reason: a planned end.
desk-coord-why-goals = 🎯 تحققت الأهداف أو كما خُطط

# Reason: no time, or not the same times.
desk-coord-why-time = 🕐 لا وقت

# Reason: language, or they do not get on.
desk-coord-why-fit = 🗣 اللغة أو التوافق

# Reason: moved away, no phone, no data.
desk-coord-why-moved = 📦 انتقال أو لا هاتف

# Reason: somebody needs another kind of help.
desk-coord-why-help = 🧩 حاجة إلى مساعدة أخرى

# Reason: conduct or safety. Never shown to the partner.
desk-coord-why-conduct = 🛡 السلوك أو السلامة

# Reason: anything else.
desk-coord-why-other = ✏️ سبب آخر

# Who did not write. Three buttons.
desk-coord-side = 🔇 <b>من الذي لم يكتب؟</b>

# Reason: the mentee did not write.
desk-coord-why-mentee = 🔇 لا كتابة من المسترشد/ة

# Reason: the mentor did not write.
desk-coord-why-mentor = 🔇 لا كتابة من المرشد/ة

# Reason: nobody wrote.
desk-coord-why-both = 🔇 لا كتابة من الطرفين

# The last question before a pair ends. The pair and the reason stand above.
desk-coord-close =
    🏁 <b>هل ننهي هذا الثنائي؟</b>
    يقرأ الطرفان أنه انتهى، دون السبب.
    .yes = 🏁 نعم، إنهاء

# A pair was closed. The pair and the reason stand below.
desk-coord-closed = 🏁 <b>انتهى هذا الثنائي.</b>
    .list = 🤝 كل الثنائيات

# Below a closed pair: cases about its silence, which are closed with it.
# $count (Number): how many
desk-coord-closed-too =
    { $count ->
        [zero] ✅ أُغلقت أيضًا { $count } حالة عن صمتهما.
        [one] ✅ أُغلقت أيضًا حالة واحدة عن صمتهما.
        [two] ✅ أُغلقت أيضًا حالتان عن صمتهما.
        [few] ✅ أُغلقت أيضًا { $count } حالات عن صمتهما.
        [many] ✅ أُغلقت أيضًا { $count } حالة عن صمتهما.
       *[other] ✅ أُغلقت أيضًا { $count } حالة عن صمتهما.
    }

# The reason, below a pair.
# $reason (String): the reason
desk-coord-reason = { $reason }

## People

# The question of /people. Buttons: the roles.
desk-coord-roles = 👥 من الذي يُعرض؟
    .other = 👥 أشخاص آخرون

# Heading of a list of people.
# $role (String): their role
desk-coord-people = <b>{ $role }</b>

# There is nobody of a role yet.
# $role (String): the role
desk-coord-people-none =
    <b>{ $role }</b>
    لا أحد هنا بعد.
    يمكن دعوة أشخاص بالأمر /invite.

# When somebody opened the invitation.
# $day (String): weekday, day and month
desk-coord-joined = 📅 هنا منذ: { $day }

# What somebody speaks.
# $list (String): languages by their own names
desk-coord-speaks = 🗣 اللغات: { $list }

# What somebody wants to talk about.
# $list (String): topics
desk-coord-topics = 💭 المواضيع: { $list }

# When somebody has time.
# $list (String): times of day
desk-coord-slots = 🕐 الوقت المناسب: { $list }

# Who is in a pair with somebody.
# $name (String): aliases
desk-coord-partner = 🤝 في ثنائي مع: <b>{ $name }</b>

# Which coordinator looks after somebody.
# $name (String): the coordinator's alias
desk-coord-after = 🧭 التنسيق: <b>{ $name }</b>

# How many pairs a coordinator looks after.
# $count (Number): pairs
desk-coord-caseload =
    { $count ->
        [zero] 🤝 المسؤولية عن { $count } ثنائي
        [one] 🤝 المسؤولية عن ثنائي واحد
        [two] 🤝 المسؤولية عن ثنائيين
        [few] 🤝 المسؤولية عن { $count } ثنائيات
        [many] 🤝 المسؤولية عن { $count } ثنائيًا
       *[other] 🤝 المسؤولية عن { $count } ثنائي
    }

# On a waiting mentee's card.
desk-coord-match = 🤝 البحث عن مرشد

# On a mentor's card: how many mentees she can have. The button changes it.
# $count (Number): how many
desk-coord-places = 🪑 عدد المسترشدين في الوقت نفسه: { $count }
    .change = 🪑 تغيير العدد إلى { $count }

## Another program

# The lead: another program uses the same token, so that messages may reach it instead of Lazo.
desk-coord-rival =
    ⚠️ برنامج آخر يستقبل ما يُكتب إلى هذا البوت.
    قد لا تصل بعض الرسائل إلى فريقك أبدًا.
    يرجى اليوم إخبار من يشغّل لازو على الحاسوب.
    يجب إيقاف ذلك البرنامج.
    لا أحد يعرفه؟ إذن سُرق رمز البوت (token).
    يرجى إرسال /revoke إلى @BotFather ووضع الرمز الجديد في لازو.
