# SPDX-License-Identifier: MIT OR Apache-2.0

### The programme's settings, for its lead.

# The heading of the list. Below it one line for each setting, and a button for each.
settings-coord-list =
    ⚙️ <b>إعدادات البرنامج</b>
    يمكن الضغط على أحدها لتغييره.

# A coordinator asks for the settings.
settings-coord-lead-only = ⚙️ قيادة البرنامج وحدها ترى الإعدادات وتغيّرها.

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
    .both = 👥 بعد موافقة الطرفين
    .refuse = ✖️ عدم إرسالها

## What readers cannot pass on. One of two lines in the list.

# These kinds of messages.
# $list (String): kinds of messages
settings-coord-protect-now = 🔒 لا يمكن إعادة توجيه هذه: { $list }
    .change = 🔒 إعادة التوجيه والحفظ

# Nothing is protected.
settings-coord-protect-now-none = 🔓 يمكن إعادة توجيه كل شيء.

# The screen of this setting. Four buttons, each on or off, and back.
settings-coord-protect =
    🔒 ما الذي لا يمكن إعادة توجيهه أو حفظه؟
    يمكن الضغط لتغييره. يسري ذلك على الرسائل الجديدة.
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
    يمكن اختيار الساعات أو كتابتها، مثل: { $from }–{ $to }.
    في هذه الساعات فقط يعد لازو باتصال.
    .workdays = الاثنين–الجمعة { $from }–{ $to }
    .daily = كل يوم { $from }–{ $to }
    .always = ليلًا ونهارًا
    .never = بلا ساعات

# Below the hours on call, above the times that nobody covers.
settings-coord-uncovered = 🌙 لا أحد في المناوبة في الأيام 7 القادمة:

# One of these times.
# $from (String): weekday, day, month and hour
# $until (String): weekday, day, month and hour
settings-coord-uncovered-gap = · { $from } – { $until }

## Whether contacts and numbers still hold

# The lead, every half year, and once after an update. Below it the answers. Two buttons.
settings-coord-holds =
    🔁 <b>هل ما زالت جهات الاتصال والأرقام صحيحة؟</b>
    يُطرح هذا السؤال كل نصف سنة.
    .yes = ✅ نعم، كلها
    .change = ✏️ إجابة أو تغيير

# The lead, after her yes.
settings-coord-held = ✅ شكرًا. سيُطرح السؤال مجددًا بعد نصف سنة.

# In the lead's digest, when she has not answered for a week.
settings-coord-digest-holds = 🔁 هل ما زالت جهات الاتصال والأرقام صحيحة؟ /settings

# The lead: a contact left Lazo, or blocked the bot. The name follows, and a button to choose another.
settings-coord-gone = 🆘 لم يعد ممكنًا الوصول إلى هذا الشخص في لازو:

# A name on its own line.
# $name (String): the name
settings-coord-who = <b>{ $name }</b>

## The alarm is tried

# The lead, at the end of the set-up and whenever she wants.
settings-coord-trial =
    🔔 <b>هل سيُسمع إنذارك؟</b>
    حالة تجريبية ترنّ كحالة حقيقية.
    تصلك أولًا. وبعد 15 دقيقة تصل إلى جهات الاتصال.
    سيظهر لك بعدها من يتولّاها.
    من ليس له هنا إلا رقم لا يسمع شيئًا.
    .try = 🔔 تجربة الإنذار
    .ring = 🔔 رنّ الآن

# The lead, when the test case is open.
settings-coord-ringing =
    🔔 التجربة ترنّ الآن.
    ستصلك رسالة: من تولّاها، ومتى.

# The lead, when somebody took the test case. The name follows.
# $minutes (Number): after how many minutes
settings-coord-tried =
    { $minutes ->
        [zero] ✅ تم تولّي التجربة في الحال.
        [one] ✅ تم تولّي التجربة بعد دقيقة واحدة.
        [two] ✅ تم تولّي التجربة بعد دقيقتين.
        [few] ✅ تم تولّي التجربة بعد { $minutes } دقائق.
        [many] ✅ تم تولّي التجربة بعد { $minutes } دقيقة.
       *[other] ✅ تم تولّي التجربة بعد { $minutes } دقيقة.
    }
    تولّاها:

# The same, if she took it herself.
# $minutes (Number): after how many minutes
settings-coord-tried-self =
    { $minutes ->
        [zero] ✅ تولّيت التجربة في الحال.
        [one] ✅ تولّيت التجربة بعد دقيقة واحدة.
        [two] ✅ تولّيت التجربة بعد دقيقتين.
        [few] ✅ تولّيت التجربة بعد { $minutes } دقائق.
        [many] ✅ تولّيت التجربة بعد { $minutes } دقيقة.
       *[other] ✅ تولّيت التجربة بعد { $minutes } دقيقة.
    }
