# SPDX-License-Identifier: MIT OR Apache-2.0

### Circles: who comes in and goes out, how many have a message, and quiet.

## For whoever looks after a pair

# The button on a pair's card, and below news about somebody who was asked in.
circle-coord-button = 👥 الأعضاء

# Everybody in a pair, one line each. Buttons: two to bring somebody in, one for each member.
# $name (String): a member's alias
circle-coord-members =
    👥 <b>من في هذه المحادثة</b>
    الضغط على اسم يخرج هذا الشخص.
    .mentee = ➕ مسترشد/ة
    .mentor = ➕ مرشد/ة
    .remove = ✖️ { $name }

# A line: a mentee.
# $name (String): the alias
circle-coord-mentee = 🌱 <b>{ $name }</b>

# A line: a mentor.
# $name (String): the alias
circle-coord-mentor = 🤝 <b>{ $name }</b>

# A line: somebody who is asked and has not answered.
# $name (String): the alias
circle-coord-asked = ⏳ <b>{ $name }</b> · بلا جواب بعد

# A line: somebody who may come in, if everybody who is in it says yes. They are asked first.
# $name (String): the alias
circle-coord-members-asked = ⏳ <b>{ $name }</b> · نسأل الآخرين أولًا

# No more people fit in.
# $count (Number): the most
circle-coord-full =
    { $count ->
        [zero] 🚫 لا مكان لأحد.
        [one] 🚫 الحد الأقصى شخص واحد.
        [two] 🚫 الحد الأقصى شخصان.
        [few] 🚫 الحد الأقصى { $count } أشخاص.
        [many] 🚫 الحد الأقصى { $count } شخصًا.
       *[other] 🚫 الحد الأقصى { $count } شخص.
    }

# A list of mentees who are free, one button for each.
circle-coord-whom-mentee = 🌱 <b>من ينضم من المسترشدين؟</b>

# A list of mentors who are free, one button for each.
circle-coord-whom-mentor = 🤝 <b>من ينضم من المرشدين؟</b>

# Nobody is free.
circle-coord-nobody =
    🚫 لا أحد متاح الآن.
    يمكن دعوة أشخاص بالأمر /invite.

# The last look before somebody is asked.
# $name (String): the alias
circle-coord-sure-ask =
    📨 <b>هل نسأل هذا الشخص أن ينضم؟</b>
    <b>{ $name }</b>
    نسأل أولًا كل من في المحادثة.
    لا نسأل هذا الشخص إلا إذا وافق الجميع.
    .yes = 📨 نعم، السؤال

# Everybody in it is asked first, then this person.
# $name (String): the alias
circle-coord-asking =
    📨 نسأل عن هذا الشخص:
    <b>{ $name }</b>
    نسأل أولًا كل من في المحادثة. نخبرك بالنتيجة.
    لا نسأل أحدًا في الليل.

# The account is in the pair already, with another role.
# $name (String): the alias
circle-coord-same-account =
    🪞 هذا الحساب موجود هنا من قبل:
    <b>{ $name }</b>

# Somebody under 18 cannot come in before the team reads along.
# SAFETY
# $name (String): the alias
circle-coord-minor =
    🚫 عمر هذا الشخص أقل من 18:
    <b>{ $name }</b>
    يجب أولًا أن يقرأ الفريق هذه المحادثة.

# In a conversation that is stopped, or away, nobody is asked whether somebody new may come in.
circle-coord-rests =
    ⏸ هذه المحادثة متوقفة في الوقت الحالي.
    لا نسأل أحدًا فيها عن أي شيء الآن.
    يمكنك السؤال عندما تُفتح من جديد.

# Nobody new can come into a pair for some time. It does not say why.
# SAFETY
circle-coord-not-now =
    ⏳ لا يمكن لأحد جديد الانضمام إلى هذه المحادثة الآن.
    يرجى المحاولة مرة أخرى بعد بضعة أيام.

# The last look before somebody is taken out.
# $name (String): the alias
circle-coord-sure-remove =
    ✖️ <b>هل نخرج هذا الشخص؟</b>
    <b>{ $name }</b>
    يعرف الآخرون من خرج، لكن ليس السبب.
    .yes = ✖️ نعم، إخراج

# Without this person one side would be empty.
# $name (String): the alias
circle-coord-last =
    🚫 بدون هذا الشخص ينتهي الثنائي:
    <b>{ $name }</b>
    يمكنك إنهاؤه بدلًا من ذلك.

# Somebody said yes. The person and the pair follow.
circle-coord-told-joined = 🎉 <b>انضم هذا الشخص</b>

# Somebody said no. The person and the pair follow.
circle-coord-told-no = ✖️ <b>هذا الشخص لا يريد الانضمام</b>

# Only for the coordinator: a member does not want somebody new. The member follows, then the person and the pair.
circle-coord-told-refused =
    ✖️ <b>قال أحد من في المحادثة لا</b>
    لا يقرأ غيرك من هو. يبقى كل شيء كما كان.

# Only for the coordinator: members did not answer in time. They follow, then the person and the pair.
circle-coord-told-unanswered =
    ⌛ <b>لم يجب كل من في المحادثة</b>
    لا يقرأ غيرك من هو. يبقى كل شيء كما كان.

# Above who was to come in, and below who said no or nothing.
circle-coord-told-newcomer = 👥 لذلك لا ينضم هذا الشخص:

# Somebody did not answer in time, or could not come in any more. The person and the pair follow.
circle-coord-told-silent = ⌛ <b>لم ينضم هذا الشخص</b>

## For who is asked, and for the members

# A member of a pair or group is asked before anybody new is. Below it: the colour mark, the alias and the role.
circle-any-agree =
    👥 <b>هل انضمام شخص آخر مناسب لك؟</b>
    .yes = ✅ نعم
    .no = ✖️ لا

# Below the alias and role of who may join.
circle-any-agree-team =
    إذا كان الجواب لا، يبقى كل شيء كما هو.
    فريقك فقط يرى جوابك.

# A member said that it is all right. What others say is not told to anybody.
circle-any-agreed =
    💚 شكرًا لك.
    إذا انضم شخص جديد، فسيظهر ذلك هنا.

# Somebody wants to join, and others have to say yes too.
circle-any-waits =
    💚 شكرًا على موافقتك.
    نسأل الآخرين أيضًا.
    ستظهر النتيجة هنا.

# Somebody is asked into a pair that goes on.
# $names (String): the aliases of everybody in it
circle-any-ask =
    👥 <b>هل لديك رغبة في الانضمام إلى هذه المجموعة؟</b>
    👤 <b>{ $names }</b>
    كل من فيها يقرأ رسائلك هناك.
    .yes = ✅ نعم
    .no = ✖️ لا

# Somebody said no.
circle-any-declined = 💚 لا بأس، ولن يسألك أحد عن السبب.

# An answer is not needed any more.
circle-any-over =
    🏁 انتهى هذا السؤال الآن.
    الفريق هنا من أجلك.

# Somebody is in now.
# $names (String): the aliases of the others
circle-any-welcome =
    👥 <b>لقد انضممت إلى هذه المجموعة</b>
    👤 <b>{ $names }</b>
    تصلك الرسائل من الآن.
    كل من هنا يتلقى رسائلك.

# For the others. Below it: the colour mark, the alias and the role.
circle-any-joined = 👥 انضم إلى مجموعتك:

# Below who is new.
circle-any-everybody = كل من هنا يتلقى رسائلك.

# For the others. Below it: the colour mark, the alias and the role.
circle-any-left = 🚪 لم يعد في مجموعتك:

# The team took somebody out. That person reads it.
circle-any-out =
    لم تعودوا في هذه المجموعة.
    الفريق ما زال هنا من أجلك.

# A reply to a message that some in a circle do not have after ten minutes. Never who, never why.
# $reached (Number): so many have it
# $of (Number): of so many
circle-any-reached = 📬 وصلت هذه الرسالة إلى { $reached } من { $of }.

## Quiet

# Somebody with several circles wants one quiet.
# $name (String): what the circle is called
circle-any-mute-which = 🔕 كتم صوت أي مجموعة؟
    .one = 🔕 { $name }

# A circle is quiet now.
circle-any-muted =
    🔕 مجموعتك الآن بلا صوت.
    تصل الرسائل كما هي، لكن دون صوت.
    .sound = 🔔 إعادة الصوت
    .daily = 📬 إخباري مرة في اليوم
    .never = 📪 عدم إخباري

# A circle is quiet, and once a day its member reads how many messages came.
circle-any-muted-daily =
    🔕 مجموعتك الآن بلا صوت.
    نخبرك مرة في اليوم كم رسالة وصلت.

# A circle has its sound again.
circle-any-unmuted = 🔔 عاد الصوت إلى مجموعتك.
    .mute = 🔕 كتم الصوت من جديد

# /mute, and there is no circle.
circle-any-none = 🔔 ليست لديك مجموعة يمكن كتم صوتها.

# Once a day, for who wants to know.
# $count (Number): how many messages
circle-any-today =
    { $count ->
        [zero] 📬 لم تصل اليوم رسائل إلى مجموعتك.
        [one] 📬 وصلت اليوم رسالة واحدة إلى مجموعتك بلا صوت.
        [two] 📬 وصلت اليوم رسالتان إلى مجموعتك بلا صوت.
        [few] 📬 وصلت اليوم { $count } رسائل إلى مجموعتك بلا صوت.
        [many] 📬 وصلت اليوم { $count } رسالة إلى مجموعتك بلا صوت.
       *[other] 📬 وصلت اليوم { $count } رسالة إلى مجموعتك بلا صوت.
    }
