# SPDX-License-Identifier: MIT OR Apache-2.0

### From the invitation link to being ready.

## The first tap

# Mentees and mentors, as soon as they have opened their link, and again when they chose another language. Below the chat
# stand the buttons it speaks of.
# SAFETY
join-any-greeting =
    ☀️ مرحبًا، يسرنا وجودك هنا.
    إن لزمتك مساعدة الآن فالزر 🆘 في الأسفل.
    ما يُكتب بعد الضغط على 💬 يقرؤه فريقك.

## Language

# First question to everyone. Buttons: the languages by their own names.
join-any-language = 🌍 ما اللغة المفضّلة لديك؟

# A language whose words no person has checked yet: a button among others.
# $language (String): its own name
join-any-language-beta = { $language } (تجريبية)

## Consent, version 2: in parts, with *Next* between them. Raise `CONSENT` in src/domain/steps.rs when it says something else.

# Mentees and mentors, the first part: who invites, and what for.
# SAFETY
# $programme (String): the programme's name
join-any-consent =
    📄 <b>يرجى قراءة هذا أولًا</b>

    <b>{ $programme }</b>
    هذا البرنامج يدعوك إلى الحديث مع شخص واحد في لازو.
    👥 إذا كان سيقرأ رسائلك أشخاص آخرون، فسنسألك أولًا.
    🔒 لا يظهر لهم إلا الاسم الذي يقع عليه اختيارك، لا رقم هاتفك.

# The second part, also in /privacy: what the team can see.
# SAFETY
join-any-consent-sees =
    👁 <b>ما يمكن لفريقك أن يراه</b>

    💬 يرى فريقك إجاباتك عن أسئلة لازو، والرسائل التي يبلغ عنها أحد.
    👁 لا يقرأ محادثة كاملة إلا بعد موافقتك.
    ↩️ قد يرى بعض الرسائل التي يسحبها أصحابها.

# The third part, also in /privacy: how messages travel.
# SAFETY
join-any-consent-travels =
    ✉️ <b>كيف تسير رسائلك</b>

    🔓 تمر الرسائل عبر شركة تيليجرام، ويمكن لهذه الشركة قراءتها.
    🤖 يبحث نظام آلي فيها عن أرقام هواتف وأسماء.
    📷 الصور التي تُفتح مرة واحدة لا تصل أبدًا.

# The fourth part, also in /privacy: what is kept.
# SAFETY
join-any-consent-keeps =
    📝 <b>ما نحفظه عنك</b>

    · رقم محادثتك في تيليجرام، واسمك هنا، ورقم الملف، ودورك
    · لغاتك، ومنطقتك الزمنية، وفئة عمرك، ومواضيعك، وأوقاتك
    · إجاباتك، ومكالماتك مع فريقك، وأوقات رسائلك
    · عند مساعدة فريقك لك: موضوعها ووقتها
    · لمن يرشد: تواريخ السجل العدلي والتدريب والاختبار القصير

    🚫 لا نحفظ أبدًا رسائلك ولا صورك ولا رقم هاتفك.
    🗂 يمكنك طلب رؤية كل هذا أو تغييره أو حذفه من فريقك.
    سيجيب فريقك خلال شهر واحد.

# The last part: the question.
# SAFETY
join-any-consent-decides =
    💚 <b>القرار لك</b>

    إذا كان الجواب لا، فمكانك محفوظ وكل المساعدة تبقى.
    🚪 يمكنك المغادرة في أي وقت بالأمر /leave.
    ❓ هل لدينا موافقتك؟
    .accept = ✅ أوافق
    .refuse = ✖️ لا أوافق

# Whoever agreed to an older text, once. The button leads to the first part.
# SAFETY
join-any-consent-news =
    📄 النص عن بياناتك صار أوضح الآن.
    الجديد فيه: من يقرأ، وما نحفظه، وحقوقك.
    لا نفعل شيئًا جديدًا ببياناتك، ويمكنك المتابعة.
    .read = 📖 قراءة النص

# Coordinators and leads, the first part.
# SAFETY
# $programme (String): the programme's name
join-coord-consent =
    📄 <b>يرجى قراءة هذا أولًا</b>

    <b>{ $programme }</b>
    هذه دعوة إلى فريق هذا البرنامج، في محادثة اسمها لازو.
    💬 يخبرك لازو عندما يحتاج ثنائي إليك.
    📷 الصور التي تُفتح مرة واحدة لا تصل أبدًا.

# The second part.
# SAFETY
join-coord-consent-keeps =
    📝 <b>ما نحفظه عنك وما يظهر لك</b>

    · رقم محادثتك في تيليجرام، واسمك هنا، ودورك، ولغتك
    · منطقتك الزمنية، وأفعالك هنا وأوقاتها

    🔓 تمر الرسائل عبر شركة تيليجرام، ويمكن لهذه الشركة قراءتها.
    👁 قد تظهر لك رسائل أبلغ أحد عنها: يرجى إبقاؤها سرية.
    🗂 يمكنك طلب رؤية هذا أو حذفه ممن يقود البرنامج.

# The last part: the question.
# SAFETY
join-coord-consent-decides =
    💚 <b>القرار لك</b>

    إذا كان الجواب لا، فمكانك في الفريق محفوظ.
    🚪 يمكنك المغادرة في أي وقت بالأمر /leave.
    ❓ هل لدينا موافقتك؟
    .accept = ✅ أوافق
    .refuse = ✖️ لا أوافق

# The lead of a new programme, which has no name yet: the first part. The second is that of coordinators.
# SAFETY
join-coord-consent-new =
    📄 <b>يرجى قراءة هذا أولًا</b>

    هذه بداية برنامج إرشاد في محادثة اسمها لازو.
    💬 يخبرك لازو عندما يحتاج ثنائي إليك.
    📷 الصور التي تُفتح مرة واحدة لا تصل أبدًا.

# The last part: the question.
# SAFETY
join-coord-consent-new-decides =
    💚 <b>القرار لك</b>

    ⭐ من يدير الخادم يمكنه لاحقًا نقل قيادة البرنامج إلى شخص آخر.
    إذا كان الجواب لا، فلن يُعدّ شيء.
    ❓ هل لدينا موافقتك؟
    .accept = ✅ أوافق
    .refuse = ✖️ لا أوافق

## /privacy: answers everybody, also strangers, part by part as the consent text, of which it has some parts

# The first lines for somebody who is in Lazo. The names of her programmes follow.
# SAFETY
join-any-privacy =
    🔐 <b>بياناتك في لازو</b>

    المنظمة المسؤولة عن بياناتك هي صاحبة هذا البرنامج:

# The name of a programme, on a line of its own.
# $name (String): the programme's name
join-any-privacy-programme = <b>{ $name }</b>

# Below it: who is responsible, and how to write to them, as the lead has typed it.
# $words (String): the organisation with an address, a mail address or a number
join-any-privacy-responsible = ✉️ { $words }

# Below the names of those where the lead has not said it.
# SAFETY
join-any-privacy-ask = ✉️ يمكن لفريقك أن يخبرك بطريقة مراسلة هذه المنظمة.

# The first lines for somebody who is not.
# SAFETY
join-any-privacy-stranger =
    🔐 <b>بياناتك في لازو</b>

    المنظمة التي تستخدم هذا البوت مسؤولة عن بياناتك.
    يمكنك سؤال من أخبرك بهذا البوت.

# A stranger: what becomes of what she writes.
# SAFETY
join-any-privacy-writes =
    ✏️ <b>رسائلك هنا</b>

    🤖 يبحث نظام آلي في رسائلك عن دعوة.
    🚫 لا يقرأ رسائلك أحد، ولا نحفظها.
    📝 نحفظ رقم محادثتك في تيليجرام وأوقات ردودنا عليك.

# What for, and on which grounds.
# SAFETY
join-any-privacy-why =
    ❓ <b>الغرض</b>

    نستخدمها فقط لجمع الناس معًا ولحمايتهم.
    الأساس هو موافقتك، وللحماية مصلحة مشروعة.
    يمكن لفريقك أن يخبرك بمن يدير الخادم.

# What Telegram is, also for strangers.
# SAFETY
join-any-privacy-telegram =
    🌐 <b>تيليجرام</b>

    🔓 تمر الرسائل عبر شركة تيليجرام، ويمكن لهذه الشركة قراءتها.
    هي شركة خارج الاتحاد الأوروبي.
    قد تعطي رقمك وعنوان جهازك على الإنترنت للمحاكم.

# How long it is kept.
# SAFETY
# $days (Number): for how many days the numbers of messages are kept
join-any-privacy-long =
    ⏳ <b>المدة</b>

    ننسى أرقام الرسائل بعد { $days } يومًا.
    يبقى ما عدا ذلك إلى أن يحذفه فريقك.

# What everybody can ask for.
# SAFETY
join-any-privacy-rights =
    ⚖️ <b>حقوقك</b>

    يمكنك طلب رؤية بياناتك أو تصحيحها أو أخذها أو حذفها.
    يمكنك سحب موافقتك بالأمر /leave.
    يمكنك تقديم شكوى إلى هيئة حماية البيانات في بلدك.

# What a stranger can ask for.
# SAFETY
join-any-privacy-asks =
    ⚖️ <b>حقوقك</b>

    يمكنك طلب رؤية ما نحفظه أو حذفه.
    يمكنك تقديم شكوى إلى هيئة حماية البيانات في بلدك.

# Somebody who did not agree.
join-any-refused =
    لا بأس. مكانك محفوظ، والمساعدة لك لا تتغير.
    سيجد الفريق معك طريقة أخرى.
    .again = 🔁 القراءة من جديد
# Somebody who comes back in the middle of the questions. The next question follows.
join-any-resumed = ☀️ أهلًا بعودتك. لنكمل معًا.

## Age

# After the consent.
join-any-age = كم عمرك؟
    .under = 🧒 أقل من 16
    .minor = 🧑 16 أو 17
    .adult = 👤 18 أو أكثر
# Somebody under 16.
# SAFETY
join-any-young =
    لازو لمن بلغ 16 عامًا أو أكثر.
    الفريق يعلم الآن.
    سيساعدك بطريقة أخرى.
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
    .take = 👤 { $name }
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
    عذرًا، هذا الوقت أو هذه المدينة غير معروفة لدينا.
    يُكتب وقت ساعتك هكذا: { $hour }
# Several places have the typed time. Buttons: clocks with a city.
join-any-time-place = 📍 ما المكان الأقرب إليك؟

## Languages, topics, time

# Mentees and mentors. Buttons: language names, several can be chosen.
join-any-spoken =
    🗣 ما اللغات التي تجيدونها؟
    يرجى اختيارها كلها.
    .another = ✏️ لغة أخرى
# Her language is not in the list, or what was typed is no name of a language.
join-any-spoken-type =
    ✏️ يرجى كتابة اسم لغتك هنا.
    يكفي الاسم وحده، بالحروف.
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
    🎉 شكرًا لك!
    يبحث الفريق الآن عن مرشد أو مرشدة لك.
    قد يحتاج هذا إلى بضعة أيام، وسنكتب لك هنا.
# A mentor who has answered everything.
join-mentor-ready =
    🎉 شكرًا لك!
    يبحث الفريق الآن عن شخص لمرافقته.
    قد يحتاج هذا إلى بضعة أيام، وسنكتب لك هنا.
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
    يرجى الانتظار ساعة واحدة.
# Somebody who belongs to this programme already opens a link to it.
join-any-link-member =
    أهلًا بك، لديك مكان هنا من قبل. ☀️
    لم يتغير شيء.
# Somebody writes to the bot without an invitation.
join-any-link-none =
    ☀️ هذا لازو، لبرامج الإرشاد.
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
    بعد التوقيع: الزر في الأسفل.
# A mentee can be paired now.
# $who (String): the mentee's alias
join-coord-ready-mentee =
    🌱 يمكن الآن البحث عن مرشد أو مرشدة لهذا الشخص:
    <b>{ $who }</b>
    .pair = 🤝 البحث عن مرشد
# A mentor has answered everything.
# $who (String): the mentor's alias
join-coord-ready-mentor =
    🤝 اكتمل تسجيل هذا المرشد أو هذه المرشدة:
    <b>{ $who }</b>
    يُسجَّل السجل العدلي والتدريب والاختبار القصير بالزر في الأسفل.
# A coordinator has answered everything; the lead reads it.
# $who (String): the coordinator's alias
join-coord-ready-coord =
    🧭 انضم هذا الشخص إلى فريقك:
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
    يرجى إرساله إلى هذا الشخص وحده. يعمل مرة واحدة.
    📅 آخر يوم: { $until }

# Somebody opened that link with her new account.
join-any-moved =
    ☀️ أهلًا بعودتك.
    هذا حسابك في لازو من الآن.
    الرسائل الجديدة تصل إلى هنا.

# Staff, on /invite. Buttons: the roles they may invite.
join-coord-invite = ✉️ من الشخص المدعو؟
# Staff, after the role. The answer is typed, or the button leaves it out.
join-coord-invite-file =
    📁 ما رقم ملف هذا الشخص لديكم؟
    يرجى كتابته هنا. يراه فريقك فقط.
    .skip = ⏭ دون رقم
# Staff, after the file number, where the programme has several languages. Buttons: each by its own name.
join-coord-invite-language = 🌍 بأي لغة تكون الدعوة لهذا الشخص؟
# Staff: what the invitation is for. The invitation itself is the next message.
# $role (String): the role
# $until (String): weekday, day and month
join-coord-invited =
    ✉️ هذه الدعوة جاهزة:
    <b>{ $role }</b>
    يرجى إعادة توجيه الرسالة التالية أو عرض صورتها. تعمل مرة واحدة.
    📅 آخر يوم: { $until }
# The same, with a file number.
# $role (String): the role
# $file (String): the NGO's own reference
# $until (String): weekday, day and month
join-coord-invited-file =
    ✉️ هذه الدعوة جاهزة:
    <b>{ $role } · { $file }</b>
    يرجى إعادة توجيه الرسالة التالية أو عرض صورتها. تعمل مرة واحدة.
    📅 آخر يوم: { $until }
# The invitation, to be passed on: the caption of a picture with the link's QR code.
# $programme (String): the programme's name
# $link (String): the link
join-any-invitation =
    ✉️ هذا البرنامج يدعوك:
    <b>{ $programme }</b>
    يرجى فتح هذا الرابط في تيليجرام. وهو لك وحدك:
    { $link }
