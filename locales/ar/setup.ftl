# SPDX-License-Identifier: MIT OR Apache-2.0

### The lead's questions when a programme starts, and a new lead.

## Programme

# The lead, after her language and consent.
setup-coord-welcome =
    ☀️ <b>أهلًا بك في لازو!</b>
    لديك قيادة برنامج جديد.
    بضعة أسئلة ويصبح البرنامج جاهزًا.

# The lead. The answer is typed.
setup-coord-name =
    ✏️ ما اسم برنامجك؟
    يقرأ الناس هذا الاسم عند الانضمام.

# The typed name had no letters.
setup-coord-name-empty = يرجى كتابة اسم فيه حروف.

# The typed name was too long.
# $max (Number): the most letters a name can have
setup-coord-name-long =
    { $max ->
        [zero] هذا الاسم طويل جدًا. الحد الأقصى { $max } حرف.
        [one] هذا الاسم طويل جدًا. الحد الأقصى حرف واحد.
        [two] هذا الاسم طويل جدًا. الحد الأقصى حرفان.
        [few] هذا الاسم طويل جدًا. الحد الأقصى { $max } أحرف.
        [many] هذا الاسم طويل جدًا. الحد الأقصى { $max } حرفًا.
       *[other] هذا الاسم طويل جدًا. الحد الأقصى { $max } حرف.
    }

# The lead. Buttons: languages by their own names, several can be chosen.
setup-coord-languages =
    🌍 ما اللغات التي يحتاج إليها الناس عندك؟
    يرجى اختيارها كلها.
    اللغات التي عليها كلمة «تجريبية» لم يراجع أحد نصوصها.

# The lead chose a language marked “beta”. Two buttons.
# SAFETY
# $language (String): the language's own name
setup-coord-beta =
    ⚠️ لم يراجع أحد النصوص بهذه اللغة:
    <b>{ $language }</b>
    هل قرأ نصوص الموافقة والأمان شخص يتكلمها؟
    .yes = ✅ نعم، قرأها شخص
    .no = ✖️ ليس بعد

# The lead. Buttons: the languages she chose, exactly one can be chosen.
setup-coord-language = 🗣 أي لغة منها يستخدمها فريقك؟

# The lead. Buttons: clocks with a city.
setup-coord-zone = 🕐 كم الساعة الآن في مكتبك؟
    .other = ✏️ وقت آخر

# The lead. Buttons: countries by their own names, and another.
setup-coord-country =
    🗺 في أي بلد يعمل برنامجك؟
    من يضغط 🆘 يقرأ أرقام المساعدة في هذا البلد.
    .other = 🌐 بلد آخر

# The lead chose a country. Below it its help numbers, what is missing, and where each was found.
# SAFETY
setup-coord-numbers =
    ☎️ يُرجى التحقق من هذه الأرقام.
    سيقرؤها من يضغط 🆘:
    .yes = ✅ الأرقام صحيحة
    .none = ✖️ إظهار 112 فقط

# Above kinds of help for which the table has no number.
setup-coord-numbers-missing = ⚠️ ليس لدى لازو هنا رقم لما يلي:

# Above the pages where the numbers stand.
setup-coord-numbers-pages = 🔎 وُجدت الأرقام في هذه الصفحات:

# One number with its page and the day of that page.
# $number (String): the number
# $page (String): the page and its day
setup-coord-numbers-page = { $number } · { $page }

# A kind of help without a number: writing to the emergency services.
setup-coord-missing-text = · حالة طوارئ، كتابةً

# The same: children and young people.
setup-coord-missing-child = · الأطفال والشباب

# The same: violence.
setup-coord-missing-violence = · العنف

# The same: thoughts of suicide.
setup-coord-missing-crisis = · التفكير في الانتحار

# The lead. Three buttons.
setup-coord-rhythm =
    📅 كل كم يجب أن يتواصل الشخصان؟
    يسأل لازو عندما يطول الصمت أكثر.
    .week = 📅 كل أسبوع
    .fortnight = 📅 كل أسبوعين
    .month = 📅 كل شهر

## Urgent contacts

# The lead. Buttons: herself, coordinators in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-urgent-first =
    🆘 بمن نتصل أولًا في حالة الطوارئ؟
    .me = 👤 أنا

# The lead. Buttons: herself, coordinators in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-urgent-second =
    🆘 بمن نتصل إذا لم يُجب أحد؟
    .me = 👤 أنا

# The lead. Buttons: mentors in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-outside =
    👤 مع من يتحدث الناس إذا كانت لديهم مشكلة معك؟
    يجب أن يكون شخصًا من خارج فريقك.

# Below the three questions above, when somebody can be tapped.
setup-coord-contact-tap = يرجى الضغط على شخص، أو كتابة اسم ورقم هاتف.

# Below the three questions above, when nobody can be tapped.
setup-coord-contact-write = يرجى كتابة اسم ورقم هاتف.

# The same person was chosen twice.
setup-coord-same =
    سبق اختيار هذا الشخص.
    يرجى اختيار شخص آخر.

# The typed contact has no phone number.
setup-coord-phone =
    لا يوجد رقم هاتف هنا.
    يرجى كتابة اسم ورقم.

# The lead. The answer is typed.
setup-coord-responsible =
    🔒 من المسؤول عن بيانات المشاركين؟
    يُرجى كتابة اسم المنظمة وكيفية مراسلتها.
    مثلًا: Casa Ana, data@casaana.example

# The typed line does not say how to write to anybody.
setup-coord-no-address =
    لم أجد طريقة للمراسلة.
    يُرجى إضافة بريد إلكتروني أو رقم هاتف أو عنوان.

## The programme's own help lines

# The lead. The answer can be typed, or there is none. A list of the lines that stand now follows, if there are any.
# SAFETY
setup-coord-helplines =
    ☎️ هل لبرنامجك خط مساعدة خاص به؟
    يقرؤه كل من يضغط «لا أشعر بالأمان».
    يرجى كتابة الاسم والرقم في سطر واحد.
    مثلًا: Casa Ana +34 600 000 000
    .none = ✖️ ليس لدينا
    .keep = ✅ إبقاء هذه الخطوط
    .drop = ✖️ عدم عرض أي خط

# Above the lines that stand now.
setup-coord-helplines-now = يقرأ الناس الآن:

# The typed lines have no number, are too many or too long.
# $lines (Number): the most lines
# $letters (Number): the most letters of a line
setup-coord-helplines-unclear =
    ☎️ لم أفهم ذلك.
    يرجى كتابة الاسم والرقم في سطر واحد.
    مثلًا: Casa Ana +34 600 000 000
    الحد الأقصى: عدد الأسطر { $lines }، والأحرف في السطر { $letters }.

# Above the lines that people read from now on.
# SAFETY
setup-coord-helplines-set = ✅ من الآن يقرأ كل من لا يشعر بالأمان:

# There are none any more.
# SAFETY
setup-coord-helplines-unset =
    ✅ لا يُعرض أي خط مساعدة خاص بكم.
    يبقى الرقم 112 معروضًا.

## All answers

# The lead, when everything is answered. Below it each answer under its own line, and a button for each.
setup-coord-summary =
    📋 <b>يُرجى مراجعة الإجابات.</b>
    يمكن الضغط على إجابة لتغييرها.
    .ready = ✅ كل شيء صحيح

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-name = ✏️ الاسم:
    .change = ✏️ الاسم

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-languages = 🌍 اللغات:
    .change = 🌍 اللغات

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-language = 🗣 لغة الفريق:
    .change = 🗣 لغة الفريق

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-zone = 🕐 الوقت في المكتب:
    .change = 🕐 الوقت

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-country = 🗺 بلد أرقام المساعدة:
    .change = 🗺 البلد

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-rhythm = 📅 تواصل الثنائي:
    .change = 📅 التواصل

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-first = 🆘 أول من يُتصل به:
    .change = 🆘 الأول

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-second = 🆘 التالي في الاتصال:
    .change = 🆘 التالي

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-outside = 👤 من خارج الفريق:
    .change = 👤 من الخارج

# The lead typed the hours in which somebody is on call. Buttons: those hours on working days, or on every day.
setup-coord-hours-days = 📅 في أي أيام؟

# What the lead typed are no such hours. An example.
# $from (Number): an hour
# $to (Number): a later one
setup-coord-hours-unclear =
    لم أفهم هذه الساعات.
    يرجى كتابة ساعتين كاملتين من يوم واحد، مثل: { $from }–{ $to }.

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-on-call = 📞 المناوبة بعد 🆘:
    .change = 📞 ساعات المناوبة

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-responsible = 🔒 المسؤول عن البيانات:
    .change = 🔒 البيانات

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-helplines = ☎️ خطوط المساعدة الخاصة بكم:
    .change = ☎️ خطوط المساعدة

# An answer in somebody's own words.
# $words (String): the words
setup-coord-value = <b>{ $words }</b>

# An answer in words of Lazo's.
# $words (String): the words
setup-coord-value-ready = <b>{ $words }</b>

# There is no answer yet.
setup-coord-value-none = ⚠️ لا إجابة بعد

## Ready

# The lead, when everything is answered.
# $programme (String): the programme's name
setup-coord-ready =
    🎉 هذا البرنامج جاهز:
    <b>{ $programme }</b>

    1. دعوة المنسقين والمرشدين والمسترشدين بالأمر /invite.
    2. جمع شخصين معًا بالأمر /pair.
    3. عرض الحالات في مجموعة فريقك بالأمر /linkgroup.
    4. تغيير خطوط المساعدة الخاصة بكم بالأمر /helplines.

# The lead or a coordinator wants to invite before the set-up is finished. The lead reads the next question below.
# $count (Number): how many questions are open
setup-coord-unfinished =
    { $count ->
        [zero] ⏸ الإعداد لم يكتمل بعد. بقي { $count } سؤال.
        [one] ⏸ الإعداد لم يكتمل بعد. بقي سؤال واحد.
        [two] ⏸ الإعداد لم يكتمل بعد. بقي سؤالان.
        [few] ⏸ الإعداد لم يكتمل بعد. بقيت { $count } أسئلة.
        [many] ⏸ الإعداد لم يكتمل بعد. بقي { $count } سؤالًا.
       *[other] ⏸ الإعداد لم يكتمل بعد. بقي { $count } سؤال.
    }
    لا يمكن دعوة أحد قبل ذلك.

## A new lead

# Somebody became the lead of a programme that exists, by a link from the terminal.
# $programme (String): the programme's name
setup-coord-lead =
    ⭐ لديك الآن قيادة هذا البرنامج:
    <b>{ $programme }</b>
    تظهر لك كل الحالات وكل الإعدادات.

# The lead whose role moved to another account.
# SAFETY
# $programme (String): the programme's name
setup-coord-replaced =
    ⭐ يقود هذا البرنامج الآن حساب آخر:
    <b>{ $programme }</b>
    هل هذا خطأ؟ يرجى التحدث مع من يدير الخادم عندكم.
