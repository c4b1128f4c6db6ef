# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody who is 16 or 17: the guardian's consent, and her own at 18.

## For the team

# The button on the card of somebody who is 16 or 17 and waits, and below the news about it.
guardian-coord-button = 📝 ولي الأمر موافق
# Which guardian has signed. The answer can also be typed.
# $name (String): the young person's alias
guardian-coord-role =
    📝 من وقّع عن هذا الشخص؟
    <b>{ $name }</b>
    اضغط زرًا أو اكتب صفته بكلمة أو كلمتين.
    .mother = 👩 الأم
    .father = 👨 الأب
    .guardian = 🧑 الوصي القانوني
# Which date stands on the paper. The answer can also be typed.
# $name (String): the young person's alias
# $role (String): the guardian's role
guardian-coord-day =
    📅 ما التاريخ المكتوب على الورقة؟
    <b>{ $name }</b> · { $role }
    اضغط زرًا أو اكتب اليوم والشهر والسنة.
    .today = 📅 اليوم
    .yesterday = 📅 أمس
# What was typed is no date, or cannot be this one.
# $day (String): today
guardian-coord-day-again =
    عذرًا، لا يمكن أن يكون هذا تاريخ الورقة.
    اليوم هو { $day }.
    الرجاء كتابة اليوم والشهر والسنة.
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
    ✋ لا أحد يمكنه القراءة، لذلك لا ينضم من هو أقل من 18.
    يحتاج البرنامج أولًا إلى مسؤول أو مجموعة حماية.

## For the young person

# The guardian's consent is recorded. The next question follows.
guardian-any-go-on =
    👋 تحدث الفريق مع شخص بالغ يرعاك.
    يمكنك أن تتابع الآن.
    سيقرأ الفريق محادثتك أيضًا.
# When will she be 18? Buttons: months. The answer can also be typed.
guardian-any-when =
    🎂 متى يصبح عمرك 18 عامًا؟
    اضغط الشهر. يمكنك أيضًا كتابته مع السنة.
# What was typed is no month, or cannot be this one.
guardian-any-when-again =
    عذرًا، لا يمكن أن يكون هذا هو الشهر.
    متى يصبح عمرك 18؟ اضغط الشهر أو اكتبه مع السنة.
# A month on a button.
# $month (String): month and year in digits
guardian-any-month = { $month }
# She is 18 now.
# SAFETY
guardian-any-of-18 =
    🎂 عمرك الآن 18 عامًا. عيد ميلاد سعيد!
    من الآن أنت تقرر بنفسك.
    هل توافق على أن نتابع كما كنا؟
    .yes = ✅ نعم، أوافق
    .no = ✖️ لا
# The same question, a week later.
# SAFETY
guardian-any-of-18-again =
    🎂 ما زلنا ننتظر جوابك.
    عمرك الآن 18 عامًا، فالقرار لك.
    هل توافق على أن نتابع كما كنا؟
# She agreed.
guardian-any-agreed =
    💚 شكرًا لك.
    الفريق يقرر الآن هل يتابع قراءة محادثتك.
# She did not agree.
guardian-any-declined =
    شكرًا لأنك أخبرتنا.
    سيتحدث الفريق معك عما سيأتي.
    يمكنك المغادرة في أي وقت بالأمر /leave.

## For the lead

# Somebody is 18 now and agreed herself.
# $name (String): the alias
guardian-coord-told =
    🎂 عمر هذا الشخص الآن 18 ويوافق على المتابعة:
    <b>{ $name }</b>
    أنت تقرر هل يتابع الفريق القراءة.
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
