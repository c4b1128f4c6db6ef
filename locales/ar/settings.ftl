# SPDX-License-Identifier: MIT OR Apache-2.0

### The programme's settings, for its lead.

# The heading of the list. Below it one line for each setting, and a button for each.
settings-coord-list =
    ⚙️ <b>إعدادات البرنامج</b>
    اضغط على أحدها لتغييره.

# A coordinator asks for the settings.
settings-coord-lead-only = ⚙️ المسؤول عن البرنامج وحده يرى الإعدادات ويغيّرها.

## Contacts in messages. One of four lines in the list.

# They go through.
settings-coord-contacts-now-allow = 📞 أرقام الهواتف وروابط الأشخاص: تُرسل.
    .change = 📞 أرقام الهواتف والروابط

# The sender is asked.
settings-coord-contacts-now-ask = 📞 أرقام الهواتف وروابط الأشخاص: نسأل المرسل أولًا.

# Everybody must agree.
settings-coord-contacts-now-both = 📞 أرقام الهواتف وروابط الأشخاص: يجب أن يوافق الطرفان أولًا.

# They do not go through.
settings-coord-contacts-now-refuse = 📞 أرقام الهواتف وروابط الأشخاص: لا تُرسل.

# The screen of this setting. Four buttons and back.
settings-coord-contacts =
    📞 في رسالة رقم هاتف أو رابط أو مكان.
    ماذا يفعل لازو بها؟
    لا تُرسل أبدًا لمن هم دون 18 عامًا، ولا حيث يقرأ الفريق.
    .allow = 📨 إرسالها
    .ask = ❓ سؤال المرسل أولًا
    .both = 🤝 بعد موافقة الطرفين
    .refuse = ✖️ عدم إرسالها

## What readers cannot pass on. One of two lines in the list.

# These kinds of messages.
# $list (String): kinds of messages
settings-coord-protect-now = 🔒 لا يمكن إعادة إرسال هذه: { $list }
    .change = 🔒 إعادة الإرسال والحفظ

# Nothing is protected.
settings-coord-protect-now-none = 🔓 يمكن إعادة إرسال كل شيء.

# The screen of this setting. Four buttons, each on or off, and back.
settings-coord-protect =
    🔒 ما الذي لا يمكن إعادة إرساله أو حفظه؟
    اضغط لتغييره. يسري ذلك على الرسائل الجديدة.
    الملفات غالبًا استمارات يجب حفظها.
    .texts = 💬 النصوص
    .pictures = 🖼 الصور والفيديو
    .voices = 🎤 الرسائل الصوتية
    .files = 📎 الملفات

## When somebody is on call

# The screen of this setting. One button for each choice, and back.
# $from (Number): the first hour, such as 9
# $to (Number): the hour at which it ends
settings-coord-on-call =
    📞 متى يجيب أحد من الفريق بعد 🆘؟
    في هذه الساعات فقط يعد لازو باتصال. وفي غيرها يقرأ الناس متى تبدأ، وبمن يتصلون قبل ذلك.
    .workdays = الاثنين–الجمعة { $from }–{ $to }
    .daily = كل يوم { $from }–{ $to }
    .always = ليلًا ونهارًا
    .never = بلا ساعات
