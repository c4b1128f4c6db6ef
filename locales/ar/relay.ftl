# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says between two people who talk. “Delivered” is never said: silence means delivered.

## What is not carried yet. The sender reads it, as a reply to the message.

# A poll or quiz.
relay-any-refused-poll =
    📊 لا يمكن إرسال الاستطلاعات هنا.
    يرجى كتابة السؤال بدلًا منها.

# A dice, a game.
relay-any-refused-game = 🎲 لا يمكن إرسال الألعاب هنا.

# A live location.
relay-any-refused-live =
    📍 لا يمكن إرسال الموقع المباشر هنا.
    يرجى إرسال مكانك مرة واحدة.

# A checklist.
relay-any-refused-checklist =
    ☑️ لا يمكن إرسال قوائم المهام هنا.
    يرجى كتابتها في رسالة.

# Paid media, an invoice, a giveaway.
relay-any-refused-paid = 💳 لا يمكن هنا إرسال ما يكلّف مالًا.

# A story.
relay-any-refused-story =
    🖼 لا يمكن إرسال القصص هنا.
    يرجى كتابتها في رسالة.

# A correction that nothing can be done with: an album arrived without this part.
relay-any-refused-edit =
    ✏️ لا يمكن إرسال التعديل.
    يرجى إرسال التصحيح في رسالة جديدة.

# Anything else Telegram does not let a bot copy.
relay-any-refused-other =
    لا يمكن إرسال هذا النوع من الرسائل هنا.
    يرجى إرساله بطريقة أخرى.

# Voice or round video to somebody whose Telegram does not take it. Once per person.
# $name (String): the other's alias
relay-any-refused-voice =
    🎤 تيليجرام هذا الشخص لا يقبل الرسائل الصوتية:
    <b>{ $name }</b>
    يرجى الكتابة بدلًا من ذلك.

# Another voice message to the same person.
relay-any-refused-voice-again = 🎤 لم تصل هذه الرسالة الصوتية.

# Somebody made the chat delete its messages after a time.
relay-any-timer =
    ⏱ الرسائل في هذه المحادثة تُحذف الآن من نفسها بعد مدة.
    قد لا يمكنك الرد على القديمة منها ولا سحبها.

## Lines around relayed messages

# Above an album that answers the message this line is a reply to. Very short: a line of its own.
# $count (Number): how many pictures
relay-any-album-answers = ↪ 🖼 ردّ بالصور ×{ $count }

# Telegram left something out of an album, and does not say what.
# $arrived (Number): how many pictures arrived
# $of (Number): how many there were
relay-any-in-part =
    ⚠️ وصل { $arrived } من { $of } فقط.
    يرجى إرسال الباقي مرة أخرى، واحدًا واحدًا.

# Above a message that its writer forwarded from somewhere.
relay-any-forwarded = ↪ رسالة معاد توجيهها

# Above a message that answers something in another chat, such as a line of a channel.
relay-any-answers-elsewhere = ↪ رد على شيء من مكان آخر

# Above a fresh copy of a message that was changed.
relay-any-corrected = ✏️ بعد التصحيح

# Below a message in a circle, for its author: who reacted with this emoji.
# $emoji (String): one emoji
# $names (String): aliases, as a list
relay-any-reactions =
    { $emoji } تفاعل من:
    <b>{ $names }</b>

## Taking a message back

# /undo that answers no message.
relay-any-undo-how =
    ↩️ للسحب: الرد على رسالتك بالأمر /undo.
    عندها تُحذف عند الآخرين أيضًا.
    يعمل هذا مدة 48 ساعة.

# The message goes on both sides, or never left.
relay-any-undo-done =
    ↩️ يجري سحب الرسالة.
    ربما يقرؤها أحد قبل ذلك.

# The message is older than 48 hours.
relay-any-undo-too-old =
    ⌛ هذه الرسالة قديمة ولا يمكن سحبها.
    يمكنك حذفها عندك فقط.

# Telegram did not delete the message in every chat.
relay-any-undo-failed =
    ⚠️ تعذّر سحب هذه الرسالة من كل مكان.
    قد يراها شخص ما حتى الآن. يستطيع الفريق مساعدتك.

# The message is somebody else's, or Lazo's.
relay-any-undo-not-yours =
    ↩️ يمكنك سحب رسائلك أنت فقط.

# Nobody got the message, or it is very old.
relay-any-undo-nothing =
    ↩️ لا شيء هنا يمكن سحبه.
    لم تصل هذه الرسالة إلى أحد، أو هي قديمة جدًا.

## What waits, what did not arrive

# The other cannot be reached at the moment. The same words whatever the reason.
# SAFETY
# $days (Number): for how long
relay-any-waiting =
    ⏳ لا يمكن توصيل هذا الآن.
    فريقك يعلم بذلك.
    سنواصل المحاولة { $days } أيام.

# A message has not arrived after a minute. It is a reply to that message, and changes when that is over.
relay-any-late =
    🕓 رسالتك في الطريق ولم تصل بعد.
    لا حاجة إلى إرسالها من جديد.

# In the same place, once it has arrived.
relay-any-late-arrived = ✅ وصلت رسالتك الآن.

# In the same place, if its writer took it back.
relay-any-late-withdrawn = ↩️ سُحبت الرسالة قبل أن تصل.

# A message was given up.
relay-any-failed =
    ⚠️ هذه الرسالة لم تصل.
    يمكنك إرسالها من جديد أو الكتابة إلى الفريق.

# Somebody writes into a conversation that is stopped, for whatever reason, or whose other side is on a break she was not
# told of. The same words in every case, letter by letter. They name neither the team, nor the other, nor a reason.
# $days (Number): how long it waits at most
# SAFETY
relay-any-rests =
    ⏸ هذه المحادثة متوقفة في الوقت الحالي.
    رسائلك تنتظر، مدة { $days } يومًا على الأكثر.
    وإن لم يمكن إيصالها فسنخبرك بذلك.
    .team = 💬 الكتابة إلى الفريق

# Messages that waited will not be passed on: they waited too long, or the team decided so. Below the first of them.
# $count (Number): how many messages
relay-any-not-passed =
    { $count ->
        [zero] ⚠️ لم تبق رسائل لم تصل.
        [one] ⚠️ رسالة واحدة منك لم يمكن إيصالها. لم تصل إلى أحد.
        [two] ⚠️ رسالتان منك لم يمكن إيصالهما. لم تصلا إلى أحد.
        [few] ⚠️ { $count } رسائل منك لم يمكن إيصالها. لم تصل إلى أحد.
        [many] ⚠️ { $count } رسالة منك لم يمكن إيصالها. لم تصل إلى أحد.
       *[other] ⚠️ { $count } رسالة منك لم يمكن إيصالها. لم تصل إلى أحد.
    }

# The same in a circle, where some of the others have them.
# $count (Number): how many messages
relay-any-not-passed-some =
    { $count ->
        [zero] ⚠️ وصلت رسائلك إلى الجميع في مجموعتك.
        [one] ⚠️ رسالة واحدة منك لم تصل إلى الجميع في مجموعتك.
        [two] ⚠️ رسالتان منك لم تصلا إلى الجميع في مجموعتك.
        [few] ⚠️ { $count } رسائل منك لم تصل إلى الجميع في مجموعتك.
        [many] ⚠️ { $count } رسالة منك لم تصل إلى الجميع في مجموعتك.
       *[other] ⚠️ { $count } رسالة منك لم تصل إلى الجميع في مجموعتك.
    }

# A conversation goes on after a pause.
relay-any-unpaused =
    ◀ هذه المحادثة مستمرة الآن.
    الرسائل تصل من جديد.

# Somebody writes who has no conversation.
relay-any-alone =
    ليست لديك محادثة الآن.
    لم تصل هذه الرسالة إلى أحد.
    يمكنك الكتابة إلى الفريق.

# After the first message that arrived.
relay-any-first =
    ✅ رسالتك الأولى في الطريق.
    إذا لم نقل شيئًا، فقد وصلت رسالتك.
    إذا لم يصل شيء، فسنخبرك.

# Somebody can be reached again; older messages waited too long. The receiver reads it.
# $count (Number): how many messages
relay-any-lost =
    { $count ->
        [zero] 📭 لم تضع أي رسالة سابقة.
        [one] 📭 رسالة سابقة واحدة لم تصل.
        [two] 📭 رسالتان سابقتان لم تصلا.
        [few] 📭 { $count } رسائل سابقة لم تصل.
        [many] 📭 { $count } رسالة سابقة لم تصل.
       *[other] 📭 { $count } رسالة سابقة لم تصل.
    }

# Lazo was out of order for more than a day. Everybody who was active reads it.
# $from (String): weekday, day, month and hour
# $until (String): weekday, day, month and hour
relay-any-gap =
    🔌 لم يعمل لازو لبعض الوقت:
    { $from } – { $until }
    ربما ضاعت رسائل من ذلك الوقت. يرجى إرسالها من جديد.

# Somebody sends more than twenty messages at once. At most once an hour; all of them are sent on.
relay-any-slow =
    ⏳ هذه رسائل كثيرة دفعة واحدة.
    ستصل كلها، بعد قليل.

# A conversation has ended, whoever ended it and why.
relay-any-ended =
    انتهت هذه المحادثة.
    فريقك ما زال هنا من أجلك.

## Who writes: a line above a message

# In a circle, above a mentee's message.
# $mark (String): a coloured square
# $name (String): the author's alias
relay-any-from-mentee = { $mark } <b>{ $name }</b> · مسترشد/ة

# In a circle, above a mentor's message.
# $mark (String): a coloured square
# $name (String): the author's alias
relay-any-from-mentor = { $mark } <b>{ $name }</b> · مرشد/ة

# Above a coordinator's answer.
# $name (String): the coordinator's alias
relay-any-from-team = 💬 <b>{ $name }</b> · الفريق
    .answer = 💬 جواب

# Above a message to the team, for the coordinator.
# $name (String): the author's alias
relay-coord-from =
    💬 رسالة إلى الفريق من:
    <b>{ $name }</b>
    .answer = 💬 جواب

# The same with the organisation's own number for her.
# $name (String): the author's alias
# $file (String): the file number
relay-coord-from-file =
    💬 رسالة إلى الفريق من:
    <b>{ $name }</b> · { $file }

# After “Answer”: the coordinator's next message is the answer.
# $name (String): who wrote to the team
relay-coord-answer =
    💬 يرجى كتابة الجواب الآن. سيصل إلى:
    <b>{ $name }</b>

# Once, below the first message to the team.
relay-coord-hint =
    💬 الجواب بالزر «جواب» فوق الرسالة، أو بالرد عليها.
    جوابك يصل إلى هذا الشخص فقط.

# Staff typed an answer half an hour after the question, and there is nobody they may mean.
relay-coord-late =
    ⏳ مرت مدة على السؤال، فلم يصل هذا إلى أحد.
    يرجى البدء من جديد.

## For whom is it?

# A message after an unanswered question of the bot waits. Nobody has it yet.
# SAFETY
# $name (String): the other's alias, or the name of the team's programme
relay-any-ask =
    ❓ لمن هذه الرسالة؟
    لم تصل إلى أحد بعد.
    .partner = 👤 إلى: { $name }
    .group = 👥 إلى مجموعتي
    .team = 💬 إلى الفريق
    .team-of = 💬 إلى الفريق: { $name }
    .talk = 💬 إلى: { $name } · الفريق
    .more = ➡️ آخرون
    .other = 👥 شخص آخر
    .drop = ✖️ عدم الإرسال

# The same question, once more.
# SAFETY
relay-any-ask-again =
    ❓ ما زالت رسالتك تنتظر. لمن هي؟
    دون ضغط على زر لن تصل إلى أحد.

## Several conversations

# Above a message, silently: whose conversation it belongs to. Only for people with several.
# $name (String): what the conversation is called
relay-any-header = — <b>{ $name }</b> —

# Somebody has a second conversation now. The keyboard below shows them.
# $name (String): in the line where she types: what the chosen conversation is called
relay-any-several =
    💬 لديك الآن أكثر من محادثة.
    بالأزرار في الأسفل يمكنك اختيار من تصله رسائلك.
    إذا لم يكن الأمر واضحًا، فسنسألك أولًا.
    .to = إلى: { $name }

# After a choice, silently. It brings the keyboard on which this conversation is marked.
# $name (String): what the conversation is called
relay-any-writes-to =
    ➡️ رسائلك تذهب الآن إلى:
    <b>{ $name }</b>

# Only one conversation is left, silently.
# $name (String): what it is called
relay-any-not-several =
    💬 لديك الآن محادثة واحدة. كل رسائلك هنا تذهب إلى:
    <b>{ $name }</b>

# No conversation is left, silently.
relay-any-no-more = 💬 ليست لديك الآن محادثة مفتوحة.

# A button of an old keyboard was pressed: that conversation has ended meanwhile.
relay-any-not-open =
    🏁 هذه المحادثة ليست مفتوحة الآن.
    لم تصل أي رسالة إلى أحد.

# Nobody tapped, or the answer was “Do not send”.
# SAFETY
relay-any-dropped =
    🗑 لم تصل هذه الرسالة إلى أحد.
    يمكنك إرسالها من جديد.

# The writer said that it is for the partner.
# $name (String): the partner's alias
relay-any-sent =
    📨 في الطريق إلى:
    <b>{ $name }</b>

# The same in a circle.
relay-any-sent-group = 📨 في الطريق إلى مجموعتك.

## Writing to the team

# Somebody with a partner is about to write to the team.
# SAFETY
# $name (String): the partner's alias
relay-any-team =
    💬 يرجى كتابة الرسالة الآن. وهي تذهب إلى الفريق.
    لا تصل إلى هذا الشخص:
    <b>{ $name }</b>
    .cancel = ✖️ إلغاء

# Somebody without a partner is about to write to the team.
relay-any-team-alone =
    💬 يرجى كتابة الرسالة الآن.
    وهي تذهب إلى الفريق.

# The message went to the team.
relay-any-team-sent =
    ✅ أُرسلت إلى الفريق.
    الجواب يصل إلى هنا.

# There is no coordinator who could get it.
# SAFETY
relay-any-team-nobody =
    لا يوجد الآن في لازو أحد من فريقك.
    عند الضغط على 🆘 تظهر أرقام يمكن الاتصال بها.
    عند الخطر اتصلوا بالرقم 112.

## What the coordinator is told when somebody cannot be reached

# Somebody blocked the bot. Only the coordinator reads why.
# $name (String): the person's alias
relay-coord-blocked =
    📵 هذا الشخص حظر لازو:
    <b>{ $name }</b>
    الرسائل تنتظر 7 أيام.
    الشخص الآخر لا يعرف السبب.

# Somebody's Telegram account is gone.
# $name (String): the person's alias
relay-coord-gone =
    📵 حساب تيليجرام هذا لم يعد موجودًا:
    <b>{ $name }</b>
    لا يمكن أن تصل الرسائل.
    يرجى التواصل مع هذا الشخص بطريقة أخرى.
