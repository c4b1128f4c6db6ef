# SPDX-License-Identifier: MIT OR Apache-2.0

### Phone numbers, @names, links to people and the like in messages. The message itself is never quoted.

## What a message shows: the first line of the three letters below it

# A phone number.
# SAFETY
leak-any-shows-phone = 🔢 في هذه الرسالة رقم هاتف.

# An @name, as on Telegram or Instagram.
# SAFETY
leak-any-shows-name = 👤 في هذه الرسالة اسم حساب في تطبيق آخر.

# A link to a chat or a group elsewhere.
# SAFETY
leak-any-shows-link = 🔗 في هذه الرسالة رابط إلى محادثة أخرى.

# A name that leads to somebody's profile.
# SAFETY
leak-any-shows-profile = 👤 في هذه الرسالة حساب شخص.

# A contact card.
# SAFETY
leak-any-shows-card = 👤 هذه بطاقة اتصال.

# An email address.
# SAFETY
leak-any-shows-mail = ✉️ في هذه الرسالة عنوان بريد إلكتروني.

# A place on a map.
# SAFETY
leak-any-shows-place = 📍 في هذه الرسالة مكان على الخريطة.

## Three letters about such a message, as a reply to it. Its writer reads them.

# She decides. Without a tap nobody gets it.
# SAFETY
leak-any-ask =
    هل نرسلها؟ لم تصل إلى أحد حتى الآن.
    .send = 📨 إرسال
    .keep = ✖️ عدم الإرسال

# Where somebody may be under 18, or the programme says so. Never why.
# SAFETY
leak-any-refused =
    لم تُرسل: لا يمكن هنا إرسال أرقام ولا روابط.
    يمكنك طلب المساعدة من فريقك.
    .team = 💬 الكتابة إلى الفريق

# The programme wants both to agree first, and she has not.
# SAFETY
leak-any-not-yet =
    لم تُرسل: نحتاج أولًا إلى موافقة الطرفين.
    هل يمكن تبادل أرقام الهاتف بينكما؟
    .yes = ✅ نعم
    .no = ✖️ لا

# The same in a circle.
# SAFETY
leak-any-not-yet-group =
    لم تُرسل: نحتاج أولًا إلى موافقة كل المجموعة.
    هل يمكن تبادل أرقام الهاتف في المجموعة؟

# She has said yes, the others have not.
# SAFETY
leak-any-not-yet-waits =
    لم تُرسل: ما زلنا ننتظر موافقة الطرف الآخر.
    سنخبرك عندما تصل الموافقة.

# A correction showed it, and somebody may have it although it was stopped. Its writer reads it.
# SAFETY
leak-any-reached =
    لا يمكن هنا إرسال أرقام ولا روابط.
    ربما رآها أحد. يحاول لازو حذفها.

# The same, where she decides.
# SAFETY
leak-any-ask-reached =
    هل نرسلها؟ ربما رآها أحد من قبل.
    يحاول لازو الآن حذفها.

# The same, where everybody must agree first.
# SAFETY
leak-any-not-yet-reached =
    نحتاج أولًا إلى موافقة الجميع هنا.
    ربما رآها أحد. يحاول لازو حذفها.

# She does not send such a correction, or nobody tapped.
# SAFETY
leak-any-kept =
    🗑 لن تُرسل هذه الرسالة.
    ربما رآها أحد من قبل.

## Swapping contacts

# The other said yes. Nobody has to give a reason.
# SAFETY
# $name (String): the other's alias
leak-any-may =
    📇 هل يمكن تبادل أرقام الهاتف مع:
    <b>{ $name }</b>
    من دون موافقتك لن يرسل لازو أي رقم.
    .yes = ✅ نعم
    .no = ✖️ لا

# The same in a circle.
# SAFETY
leak-any-may-group =
    📇 هل يمكن تبادل أرقام الهاتف في مجموعتك؟
    من دون موافقة الجميع لن يرسل لازو أي رقم.

# She said yes, not everybody has.
# SAFETY
leak-any-stands-waits =
    📇 وصلت موافقتك. ما زلنا ننتظر موافقة الطرف الآخر.
    يمكنك تغيير ذلك في أي وقت بالأمر /contacts.
    .back = ✖️ سحب موافقتي

# Everybody said yes.
# SAFETY
leak-any-stands-agreed =
    📇 وافق الجميع. يمكن الآن إرسال أرقام الهاتف.
    يمكنك تغيير ذلك في أي وقت بالأمر /contacts.
    .back = ✖️ سحب موافقتي

# She has not said yes. The others are not told.
# SAFETY
leak-any-stands-no =
    📇 لا يوجد تبادل لأرقام الهاتف هنا. لا نخبر أحدًا بالسبب.
    يمكنك تغيير ذلك في أي وقت بالأمر /contacts.
    .yes = ✅ نعم، أوافق

# /contacts, where nothing is to be chosen.
# SAFETY
leak-any-no-choice = لا يوجد الآن ما يمكن اختياره بخصوص أرقام الهاتف.
