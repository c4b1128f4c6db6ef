# SPDX-License-Identifier: MIT OR Apache-2.0

### From the invitation link to being ready.

## The first tap

# Mentees and mentors, as soon as they have opened their link, and again when they chose another language. Below the chat
# stand the buttons it speaks of.
join-any-greeting =
    👋 مرحبًا! يسرنا وجودك هنا.
    هل تلزمك مساعدة الآن؟ الزر 🆘 في الأسفل.
    ما يُكتب بعد الضغط على 💬 يقرؤه فريقك.

## Language

# First question to everyone. Buttons: the languages by their own names.
join-any-language = 🌍 ما اللغة المفضّلة لديك؟

## Consent, version 1

# Mentees and mentors, before anything is asked. Followed by two buttons.
# SAFETY
# $programme (String): the programme's name
join-any-consent =
    🤝 <b>يرجى قراءة هذا أولًا</b>

    هذا البرنامج يدعوك:
    <b>{ $programme }</b>
    فريق البرنامج يدير هذه المحادثة، واسمها لازو.

    💬 لازو يصلك بشخص واحد. ما يُكتب هنا يصل إلى هذا الشخص.
    🙈 يظهر له فقط الاسم الذي يقع عليه اختيارك. رقمك لا يظهر أبدًا.
    📅 يسألك لازو أحيانًا عن حالك. الفريق وحده يرى إجاباتك.
    📝 نحفظ اسمك هنا ولغتك وإجاباتك. لا نحفظ رسائلك.
    🔓 كل الرسائل تمر عبر تيليغرام. وهي غير مشفّرة من طرف إلى طرف.
    👁 يمكن للفريق رؤية رسالة إذا أبلغ أحد عنها. إذا كانت المحادثة تحت الإشراف، فالفريق يراها كلها. ونخبرك بذلك قبلها.
    📷 الصور التي تُفتح مرة واحدة لا تصل أبدًا. يرجى إرسال صور عادية.
    🗑 لا يعرف لازو متى تُحذف رسالة. تبقى الرسالة عند الشخص الآخر.
    🎭 قد تبدو رسالة شخص كأنها من لازو. عندئذ يظهر اسمه فوقها.
    🚪 يمكنك المغادرة في أي وقت بالأمر /leave.

    💚 يمكنك أن تقول لا. مكانك في البرنامج محفوظ.
    .accept = ✅ أوافق
    .refuse = ✖️ لا أوافق

# Coordinators and leads, before anything is asked. Followed by two buttons.
# SAFETY
# $programme (String): the programme's name
join-coord-consent =
    🤝 <b>يرجى قراءة هذا أولًا</b>

    هذه دعوة إلى فريق هذا البرنامج:
    <b>{ $programme }</b>
    البرنامج يدير هذه المحادثة، واسمها لازو.

    💬 لازو يصل المسترشدين بالمرشدين. ويخبرك عندما يحتاج ثنائي إليك.
    📝 نحفظ اسمك هنا ولغتك وأفعالك في لازو. لا نحفظ الرسائل.
    🔓 كل الرسائل تمر عبر تيليغرام. وهي غير مشفّرة من طرف إلى طرف.
    👁 قد تظهر لك رسائل أبلغ أحد عنها. يرجى الحفاظ على سريتها.
    📷 الصور التي تُفتح مرة واحدة لا تصل أبدًا.
    🗑 لا يعرف لازو متى تُحذف رسالة. تبقى الرسالة عند الشخص الآخر.
    🚪 يمكنك المغادرة في أي وقت بالأمر /leave.

    💚 يمكنك أن تقول لا. مكانك في الفريق محفوظ.
    .accept = ✅ أوافق
    .refuse = ✖️ لا أوافق

# The lead of a new programme, which has no name yet. Followed by two buttons.
# SAFETY
join-coord-consent-new =
    🤝 <b>يرجى قراءة هذا أولًا</b>

    هذه بداية برنامج إرشاد مع هذه المحادثة، واسمها لازو.

    💬 لازو يصل المسترشدين بالمرشدين. ويخبرك عندما يحتاج ثنائي إليك.
    📝 نحفظ اسمك هنا ولغتك وأفعالك في لازو. لا نحفظ الرسائل.
    🔓 كل الرسائل تمر عبر تيليغرام. وهي غير مشفّرة من طرف إلى طرف.
    👁 قد تظهر لك رسائل أبلغ أحد عنها. يرجى الحفاظ على سريتها.
    📷 الصور التي تُفتح مرة واحدة لا تصل أبدًا.
    🗑 لا يعرف لازو متى تُحذف رسالة. تبقى الرسالة عند الشخص الآخر.
    ⭐ يمكن لشخص آخر قيادة البرنامج فيما بعد. هذا بيد من يدير الخادم.

    💚 يمكنك أن تقول لا. عندها لن يُعدّ شيء.
    .accept = ✅ أوافق
    .refuse = ✖️ لا أوافق

# Somebody who did not agree.
join-any-refused =
    لا بأس، ومكانك محفوظ.
    سيجد الفريق معك طريقة أخرى.
    .again = 🔁 القراءة من جديد
# Somebody who comes back in the middle of the questions. The next question follows.
join-any-resumed = 👋 أهلًا بعودتك. لنكمل معًا.

## Age

# After the consent.
join-any-age = كم عمرك؟
    .under = 🧒 أقل من 16
    .minor = 🧑 16 أو 17
    .adult = 👤 18 أو أكثر
# Somebody under 16.
# SAFETY
join-any-young =
    شكرًا لإخبارنا.
    لازو لمن بلغ 16 عامًا أو أكثر.
    الفريق يعرف الآن، ويمكنه مساعدتك بطريقة أخرى.
# Somebody who is 16 or 17: what happens now, before she is asked anything.
# SAFETY
join-any-guardian =
    شكرًا لإخبارنا. يمكنك المشاركة.
    سيقرأ الفريق محادثتك أيضًا.
# Somebody whose account once said that she is younger. She waits until the team has asked her.
# SAFETY
join-any-doubted =
    شكرًا لك. ذكرت لنا عمرًا آخر من قبل.
    سيسألك الفريق عن ذلك.
    .again = 🔁 تغيير جوابي

## Name

# Everyone. The answer is typed. A button offers the name that came with the invitation, if one did.
# $name (String): that name
join-any-alias =
    ✏️ ما الاسم الذي نناديك به؟
    الآخرون هنا يرون هذا الاسم فقط.
    لا يلزم أن يكون اسمك الحقيقي.
    .take = 🙋 { $name }
# The typed name had no letters.
join-any-alias-empty = يرجى كتابة اسم فيه حروف.
# The typed name was too long.
# $max (Number): the most letters a name can have
join-any-alias-long =
    { $max ->
        [zero] هذا الاسم طويل جدًا. الحد الأقصى { $max } حرف.
        [one] هذا الاسم طويل جدًا. الحد الأقصى حرف واحد.
        [two] هذا الاسم طويل جدًا. الحد الأقصى حرفان.
        [few] هذا الاسم طويل جدًا. الحد الأقصى { $max } أحرف.
        [many] هذا الاسم طويل جدًا. الحد الأقصى { $max } حرفًا.
       *[other] هذا الاسم طويل جدًا. الحد الأقصى { $max } حرف.
    }
# The typed name held a link or an @name.
join-any-alias-link = يرجى كتابة اسم فقط، دون رابط أو علامة @.
# The typed name held a phone number.
join-any-alias-phone = يرجى كتابة اسم فقط. رقم هاتفك يبقى سرًا.
# The typed name speaks for the team, the programme, the bot, or whoever is called in an emergency.
join-any-alias-speaks = هذا الاسم يشبه اسم الفريق أو اسم هذه المحادثة. يرجى كتابة اسم آخر، مثل اسمك الأول.

## Time

# Everyone. Buttons: clocks with a city, such as “18:05 · Athens”.
join-any-time = 🕐 كم الساعة الآن حيث أنت؟
    .other = ✏️ وقت آخر
# Somebody whose time is not among the buttons. More clocks below, page by page; the answer can also be typed.
# $hour (String): an example of an hour
join-any-time-typed =
    يرجى النظر إلى ساعة قريبة.
    يُكتب الوقت هكذا: { $hour }
    أو يُكتب اسم مدينة كبيرة قريبة منك.
# The typed time cannot be read.
# $hour (String): an example of an hour
join-any-time-unclear =
    عذرًا، هذا الوقت غير واضح.
    يُكتب الوقت هكذا: { $hour }
# Several places have the typed time. Buttons: clocks with a city.
join-any-time-place = 📍 ما المكان الأقرب إليك؟

## Languages, topics, time

# Mentees and mentors. Buttons: language names, several can be chosen.
join-any-spoken =
    🗣 ما اللغات التي تجيدها؟
    يرجى اختيارها كلها.
# Mentees. Buttons: topics, several can be chosen.
join-mentee-topics =
    💭 ما المواضيع التي تهمك؟
    يرجى اختيار كل ما يهمك.
# Mentors. Buttons: topics, several can be chosen.
join-mentor-topics =
    💭 في أي شيء يمكنك المساعدة؟
    يرجى اختيار كل ما يناسبك.
# Mentees and mentors. Buttons: times of day, several can be chosen.
join-any-availability =
    📅 متى يكون لديك وقت عادة؟
    يرجى اختيار كل ما يناسبك.
# Somebody tapped “Done” without choosing anything.
join-any-choose-one = يرجى اختيار شيء واحد على الأقل.

## Ready

# A mentee who has answered everything.
join-mentee-ready =
    🎉 تم كل شيء. شكرًا لك!
    يبحث الفريق الآن عن مرشد أو مرشدة لك.
    قد يحتاج هذا إلى بضعة أيام. سنكتب لك هنا.
# A mentor who has answered everything.
join-mentor-ready =
    🎉 تم كل شيء. شكرًا لك!
    يبحث الفريق الآن عن شخص لمرافقته.
    قد يحتاج هذا إلى بضعة أيام. سنكتب لك هنا.
# A coordinator who has answered everything.
join-coord-ready =
    🎉 أهلًا بك في الفريق!
    يمكنك دعوة الناس بالأمر /invite.
    وكل ما عدا ذلك في الأمر /help.

## Links

# The link was used before.
join-any-link-used =
    هذا الرابط مستخدم من قبل.
    يرجى طلب رابط جديد من فريقك.
# The link is unknown, expired or withdrawn: one text for all, so that nobody can guess links.
join-any-link-wrong =
    هذا الرابط لا يعمل.
    قد يكون قديمًا أو سحبه فريقك.
    يرجى طلب رابط جديد من فريقك.
# Too many wrong links from one person.
join-any-link-wait =
    هذه روابط كثيرة لا تعمل.
    يرجى المحاولة من جديد بعد ساعة.
# Somebody who belongs to this programme already opens a link to it.
join-any-link-member =
    أهلًا بك، لديك مكان هنا من قبل. 👋
    لم يتغير شيء.
# Somebody writes to the bot without an invitation.
join-any-link-none =
    👋 هذا لازو، لبرامج الإرشاد.
    يلزمك رابط دعوة من فريقك.
    إذا كان لديك رابط، فيرجى إرساله هنا.

# Somebody who is in Lazo already opens or sends a good invitation. Nothing happens before the answer.
# $role (String): the role it is for
# $programme (String): the programme's name
join-any-link-ask =
    🔗 هذه الدعوة تعمل:
    <b>{ $role } · { $programme }</b>
    هي لشخص واحد فقط. هل هي لك؟
    .yes = ✅ هي لي
    .no = ✖️ ليست لي
# The same for a link that starts a new programme.
join-any-link-ask-new =
    🔗 هذا الرابط يبدأ برنامجًا جديدًا.
    هو لشخص واحد فقط. هل هو لك؟
# The answer was “Not for me”.
join-any-link-kept =
    ✅ لم يتغير شيء، والرابط ما زال يعمل.
    يرجى إعطاؤه للشخص المقصود.

## What the coordinator who invited somebody is told

# Somebody who was invited is under 16 and was not let in.
# SAFETY
# $who (String): the alias or file number given with the invitation
join-coord-young =
    ⚠️ شخص من المدعوين عمره أقل من 16 عامًا:
    <b>{ $who }</b>
    لم يسمح له لازو بالدخول.
    يرجى مساعدته بطريقة أخرى.
# Somebody who was invited is 16 or 17 and waits.
# SAFETY
# $who (String): the alias or file number given with the invitation
join-coord-guardian =
    🕐 شخص من المدعوين عمره 16 أو 17 عامًا:
    <b>{ $who }</b>
    نسأل هذا الشخص أولًا. يرجى عدم الاتصال بأحد بعد.
# A mentee can be paired now.
# $who (String): the mentee's alias
join-coord-ready-mentee =
    🌱 يمكن الآن إيجاد مرشد أو مرشدة لهذا الاسم:
    <b>{ $who }</b>
    .pair = 🤝 البحث عن مرشد
# A mentor has answered everything.
# $who (String): the mentor's alias
join-coord-ready-mentor =
    🤝 أجاب عن كل الأسئلة من جانب المرشدين:
    <b>{ $who }</b>
    يرجى تسجيل الفحص والتدريب والاختبار.
# A coordinator has answered everything; the lead reads it.
# $who (String): the coordinator's alias
join-coord-ready-coord =
    🧭 انضم هذا الاسم إلى فريقك:
    <b>{ $who }</b>
# Somebody who was invited did not agree to the consent text.
# $who (String): the alias or file number given with the invitation
join-coord-refused =
    ✖️ شخص من المدعوين لم يوافق:
    <b>{ $who }</b>
    مكانه محفوظ.
    يرجى البقاء على اتصال به دون لازو.

## Inviting

# A link that moves somebody who cannot be reached to a new account. It follows in the next message.
# $who (String): the person's alias
# $until (String): the last day it works
join-coord-moving =
    🔗 هذا الرابط لحساب جديد للشخص:
    <b>{ $who }</b>
    يعمل مرة واحدة حتى { $until }.
    يرجى إعطاؤه لهذا الشخص وحده.

# Somebody opened that link with her new account.
join-any-moved =
    👋 أهلًا بعودتك.
    هذا حسابك في لازو من الآن.
    الرسائل الجديدة تصل إلى هنا.

# Staff, on /invite. Buttons: the roles they may invite.
join-coord-invite = 👋 من الشخص الذي تود دعوته؟
# Staff, after the role. The answer is typed, or the button leaves it out.
join-coord-invite-file =
    📁 ما رقم ملف هذا الشخص لديكم؟
    يرجى كتابته هنا. يراه فريقك فقط.
    .skip = ⏭ دون رقم
# Staff: what the invitation is for. The invitation itself is the next message.
# $role (String): the role
# $until (String): weekday, day and month
join-coord-invited =
    ✉️ هذه الدعوة جاهزة:
    <b>{ $role }</b>
    يرجى تمرير الرسالة التالية أو عرض صورتها.
    تعمل مرة واحدة، حتى { $until }.
# The same, with a file number.
# $role (String): the role
# $file (String): the NGO's own reference
# $until (String): weekday, day and month
join-coord-invited-file =
    ✉️ هذه الدعوة جاهزة:
    <b>{ $role } · { $file }</b>
    يرجى تمرير الرسالة التالية أو عرض صورتها.
    تعمل مرة واحدة، حتى { $until }.
# The invitation, to be passed on: the caption of a picture with the link's QR code.
# $programme (String): the programme's name
# $link (String): the link
join-any-invitation =
    👋 هذا البرنامج يدعوك:
    <b>{ $programme }</b>
    يرجى فتح هذا الرابط في تيليغرام. وهو لك وحدك:
    { $link }
