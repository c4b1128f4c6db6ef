# SPDX-License-Identifier: MIT OR Apache-2.0

### Bringing a mentee and a mentor together: choosing, asking both, introducing them.

## The coordinator chooses

# /pair. A list of mentees follows, one button for each.
pairing-coord-mentees =
    🌱 <b>لمن نبحث عن مرشد؟</b>
    الأولوية للانتظار الأطول.

# /pair, and no mentee waits.
pairing-coord-nobody =
    🌱 لا أحد ينتظر مرشدًا الآن.
    يمكن دعوة أشخاص بالأمر /invite.

# A list of mentors follows, best first, one button for each.
# $name (String): the mentee's alias
pairing-coord-mentors =
    🤝 <b>أي مرشد أو مرشدة؟</b>
    لهذا الشخص:
    <b>{ $name }</b>
    الأنسب أولًا.
    .list = 🌱 قائمة الانتظار

# No mentor is free.
# $name (String): the mentee's alias
pairing-coord-no-mentor =
    🤝 لا مرشد متاح لهذا الشخص:
    <b>{ $name }</b>
    يمكن دعوة مرشدين بالأمر /invite.
    أو زيادة الأماكن لدى مرشد عبر /people.

## Why a mentor suits a mentee

# Languages both speak.
# $list (String): languages by their own names
pairing-coord-languages = 🗣 لغات مشتركة: { $list }

# A warning: they have no language together.
pairing-coord-no-language = ⚠️ لا لغة مشتركة

# When both have time.
# $list (String): times of day
pairing-coord-slots = 🕐 وقت مشترك: { $list }

# They never have time together.
pairing-coord-no-slots = 🕐 لا وقت مشترك

# Topics both chose.
# $list (String): topics
pairing-coord-topics = 💭 مواضيع مشتركة: { $list }

# How many more mentees fit.
# $count (Number): places
pairing-coord-places =
    { $count ->
        [zero] ➕ { $count } مكان متاح
        [one] ➕ مكان واحد متاح
        [two] ➕ مكانان متاحان
        [few] ➕ { $count } أماكن متاحة
        [many] ➕ { $count } مكانًا متاحًا
       *[other] ➕ { $count } مكان متاح
    }

# No other mentor has waited longer.
pairing-coord-longest = ⏳ الانتظار الأطول

# Background check, training and quiz are not recorded.
pairing-coord-unready = 🎓 الجاهزية غير مسجلة

## Is the mentor ready?

# The lead pairs a mentor without a record. The answer is typed.
# $name (String): the mentor's alias
pairing-coord-why =
    ✏️ لماذا يمكن البدء بدونها؟
    <b>{ $name }</b>
    يرجى كتابة السبب. نحفظه.

# The reason was a photo, or had no letters.
pairing-coord-words = ✏️ يرجى كتابة السبب بالكلمات.

## Asking both

# The last look before both are asked. Reasons follow.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-confirm =
    🤝 <b>هل نسأل الطرفين؟</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    يمكن لكل طرف أن يقول لا بلا سبب.
    .ask = 📨 نعم، السؤال

# Both are asked.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-sent =
    📨 <b>نسأل الطرفين</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    لا نسأل أحدًا في الليل.
    سنخبرك بالجواب.

# Somebody found a pair, was asked or left meanwhile.
# $name (String): the person's alias
pairing-coord-taken =
    🔒 هذا الشخص لم يعد متاحًا:
    <b>{ $name }</b>

# A coordinator looks for a mentor for somebody who has one, or is asked: does she mean it?
# $name (String): the mentee's alias
pairing-coord-one-more =
    🤝 في ثنائي بالفعل، أو في عرض بلا جواب بعد:
    <b>{ $name }</b>
    هل نضيف ثنائيًا آخر؟
    .yes = ✅ نعم، ثنائي آخر

# The same account is a mentee and a mentor, and was chosen on both sides of a pair.
# $name (String): the mentee's alias
pairing-coord-same-account =
    🪞 المسترشد والمرشد هنا حساب واحد:
    <b>{ $name }</b>
    يرجى اختيار مرشد آخر.

# The coordinator stopped.
pairing-coord-cancelled = ✖️ لم يتغير شيء.

## What a mentee and a mentor are asked

# A mentee, when a mentor was found. Shared languages and topics follow, then the question.
# $name (String): the mentor's alias
pairing-mentee-found =
    🤝 <b>وجدنا من يرشدك</b>
    <b>{ $name }</b>

# A mentor, when a mentee was found. Shared languages and topics follow, then the question.
# $name (String): the mentee's alias
pairing-mentor-found =
    🌱 <b>وجدنا لك شخصًا لمرافقته</b>
    <b>{ $name }</b>

# Above the same, when it is asked again.
pairing-any-again = ⏰ ما زلنا ننتظر جوابك.

# In a proposal.
# $list (String): languages by their own names
pairing-any-languages = 🗣 لغات مشتركة بينكما: { $list }

# In a proposal.
# $list (String): topics
pairing-any-topics = 💭 مواضيع مشتركة بينكما: { $list }

# The question of a proposal. Two buttons.
pairing-any-ask =
    هل لديك رغبة في التحدث مع هذا الشخص؟
    يمكنك قول لا، دون ذكر السبب.
    .yes = ✅ نعم
    .no = ✖️ لا

# After a yes, while the other has not answered.
pairing-any-agreed =
    ✅ شكرًا!
    ننتظر الآن الجواب الآخر.
    سنكتب لك هنا.

# After a no.
pairing-any-refused =
    💚 لا بأس، ولن يسألك أحد عن السبب.
    سيبحث الفريق عن شخص آخر.

# The other said no, or somebody did not answer. The same words for both.
pairing-any-not-now =
    💚 لم يتم الأمر هذه المرة.
    سيبحث الفريق عن شخص آخر لك.

## Both said yes

# A mentee: the conversation begins.
# SAFETY
# $name (String): the mentor's alias
pairing-mentee-meet =
    🎉 <b>لديك الآن من يرشدك</b>
    <b>{ $name }</b>
    
    💬 يمكنك إلقاء التحية هنا، برسالة قصيرة أو بالصوت.
    🔒 لا يظهر منك إلا اسمك هنا.
    🆘 الزر 🆘 لك عند عدم الشعور بالأمان.

# A mentor: the conversation begins.
# SAFETY
# $name (String): the mentee's alias
pairing-mentor-meet =
    🎉 <b>لديك الآن شخص لمرافقته</b>
    <b>{ $name }</b>
    
    💬 يرجى الكتابة أولًا والاتفاق على يوم للحديث.
    🔒 لا يظهر منك إلا اسمك هنا.
    🆘 الزر 🆘 لك عندما يقلقك شيء.

## What the coordinator is told

# Somebody said no. Who it was follows.
pairing-coord-told-no =
    ✖️ <b>جواب أحد العروض كان لا</b>
    الطرف الآخر لا يعرف ممن.
    الجواب من هذا الشخص:
    .again = 🔁 البحث عن مرشد آخر

# Not everybody answered in time. The mentee follows.
pairing-coord-told-expired =
    ⌛ <b>انتهى عرض دون ثنائي</b>
    كان لهذا الشخص:

# Who did not answer.
# $name (String): aliases
pairing-coord-told-silent = لا جواب من: <b>{ $name }</b>

# Both said yes.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-told-yes =
    🎉 <b>قال الطرفان نعم</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    يمكنهما التحدث الآن. مكانهما في /pairs.
