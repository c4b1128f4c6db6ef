# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says between two people who talk. “Delivered” is never said: silence means delivered.

## What is not carried yet. The sender reads it, as a reply to the message.

# A poll or quiz.
relay-any-refused-poll =
    📊 Polls cannot be sent here.
    Please write your question instead.

# A dice, a game.
relay-any-refused-game = 🎲 Games cannot be sent here.

# A live location.
relay-any-refused-live =
    📍 A live location cannot be sent here.
    Please send your place once.

# A checklist.
relay-any-refused-checklist =
    ☑️ Checklists cannot be sent here.
    Please write it as a message.

# Paid media, an invoice, a giveaway.
relay-any-refused-paid = 💳 Things that cost money cannot be sent here.

# A story.
relay-any-refused-story =
    🖼 Stories cannot be sent here.
    Please tell it in a message.

# A correction that nothing can be done with: an album arrived without this part.
relay-any-refused-edit =
    ✏️ Your change cannot be sent.
    Please send the correction as a new message.

# Anything else Telegram does not let a bot copy.
relay-any-refused-other =
    This kind of message cannot be sent here.
    Please send it in another way.

# Voice or round video to somebody whose Telegram does not take it. Once per person.
# $name (String): the other's alias
relay-any-refused-voice =
    🎤 This person’s Telegram does not accept voice messages:
    <b>{ $name }</b>
    Please write instead.

# Another voice message to the same person.
relay-any-refused-voice-again = 🎤 This voice message did not arrive.

# Somebody made the chat delete its messages after a time.
relay-any-timer =
    ⏱ Messages in this chat now delete themselves after some time.
    You may not be able to answer or take back old ones.

## Lines around relayed messages

# Above an album that answers the message this line is a reply to. Very short: a line of its own.
# $count (Number): how many pictures
relay-any-album-answers = ↪ 🖼 ×{ $count }

# Telegram left something out of an album, and does not say what.
# $arrived (Number): how many pictures arrived
# $of (Number): how many there were
relay-any-in-part =
    ⚠️ Only { $arrived } of { $of } arrived.
    Please send the rest again, one by one.

# Above a message that its writer forwarded from somewhere.
relay-any-forwarded = ↪ forwarded

# Above a message that answers something in another chat, such as a line of a channel.
relay-any-answers-elsewhere = ↪ answers something in another chat

# Above a fresh copy of a message that was changed.
relay-any-corrected = ✏️ corrected

# Below a message in a circle, for its author: who reacted with this emoji.
# $emoji (String): one emoji
# $names (String): aliases, as a list
relay-any-reactions = { $emoji } <b>{ $names }</b>

## Taking a message back

# /undo that answers no message.
relay-any-undo-how =
    ↩️ Reply to your own message and write /undo.
    Then it is deleted for the others too.
    This works for 48 hours.

# The message goes on both sides, or never left.
relay-any-undo-done =
    ↩️ This message is being taken back.
    Somebody may read it before.

# The message is older than 48 hours.
relay-any-undo-too-old =
    ⌛ This message is too old to take back.
    You can only delete it on your side.

# Telegram did not delete the message in every chat.
relay-any-undo-failed =
    ⚠️ This message could not be taken back everywhere.
    Somebody may still see it. The team can help.

# The message is somebody else's, or Lazo's.
relay-any-undo-not-yours =
    ↩️ You can only take back your own messages.

# Nobody got the message, or it is very old.
relay-any-undo-nothing =
    ↩️ There is nothing to take back.
    Nobody got this message, or it is very old.

## What waits, what did not arrive

# The other cannot be reached at the moment. The same words whatever the reason.
# SAFETY
# $days (Number): for how long
relay-any-waiting =
    ⏳ This cannot be delivered at the moment.
    Your team knows.
    We will keep trying for { $days } days.

# A message has not arrived after a minute. It is a reply to that message, and changes when that is over.
relay-any-late =
    🕓 This is on its way, but not there yet.
    You do not have to send it again.

# In the same place, once it has arrived.
relay-any-late-arrived = ✅ It has arrived now.

# In the same place, if its writer took it back.
relay-any-late-withdrawn = ↩️ It was taken back before it arrived.

# A message was given up.
relay-any-failed =
    ⚠️ This message did not arrive.
    You can send it again, or write to the team.

# Somebody writes into a conversation that is stopped, for whatever reason, or whose other side is on a break she was not
# told of. The same words in every case, letter by letter. They name neither the team, nor the other, nor a reason.
# $days (Number): how long it waits at most
# SAFETY
relay-any-rests =
    ⏸ This chat rests at the moment.
    What you write waits, at most { $days } days.
    You will be told if it cannot be passed on.
    .team = 💬 Write to the team

# Messages that waited will not be passed on: they waited too long, or the team decided so. Below the first of them.
# $count (Number): how many messages
relay-any-not-passed =
    { $count ->
        [one] ⚠️ One message of yours could not be passed on. Nobody got it.
       *[other] ⚠️ { $count } messages of yours could not be passed on. Nobody got them.
    }

# The same in a circle, where some of the others have them.
# $count (Number): how many messages
relay-any-not-passed-some =
    { $count ->
        [one] ⚠️ One message of yours did not reach everybody in your group.
       *[other] ⚠️ { $count } messages of yours did not reach everybody in your group.
    }

# A conversation goes on after a pause.
relay-any-unpaused =
    ▶ This chat goes on.
    Messages arrive again.

# Somebody writes who has no conversation.
relay-any-alone =
    You have no chat now.
    Nobody got this message.
    You can write to the team.

# After the first message, once.
relay-any-first =
    ✅ Your first message is on its way.
    If we say nothing, your message has arrived.
    If something does not arrive, we will tell you.

# Somebody can be reached again; older messages waited too long. The receiver reads it.
# $count (Number): how many messages
relay-any-lost =
    { $count ->
        [one] 📭 One older message did not arrive.
       *[other] 📭 { $count } older messages did not arrive.
    }

# Lazo was out of order for more than a day. Everybody who was active reads it.
# $from (String): weekday, day, month and hour
# $until (String): weekday, day, month and hour
relay-any-gap =
    🔌 Lazo did not work for some time:
    { $from } – { $until }
    Messages from that time may be lost. Please send them again.

# Somebody sends more than twenty messages at once. At most once an hour; all of them are sent on.
relay-any-slow =
    ⏳ You sent many messages at once.
    They will all arrive, a little later.

# A conversation has ended, whoever ended it and why.
relay-any-ended =
    This chat has ended.
    Your team is still here for you.

## Who writes: a line above a message

# In a circle, above a mentee's message.
# $mark (String): a coloured square
# $name (String): the author's alias
relay-any-from-mentee = { $mark } <b>{ $name }</b> · mentee

# In a circle, above a mentor's message.
# $mark (String): a coloured square
# $name (String): the author's alias
relay-any-from-mentor = { $mark } <b>{ $name }</b> · mentor

# Above a coordinator's answer.
# $name (String): the coordinator's alias
relay-any-from-team = 💬 <b>{ $name }</b> · team
    .answer = 💬 Answer

# Above a message to the team, for the coordinator.
# $name (String): the author's alias
relay-coord-from =
    💬 A message to the team, from:
    <b>{ $name }</b>
    .answer = 💬 Answer

# The same with the organisation's own number for her.
# $name (String): the author's alias
# $file (String): the file number
relay-coord-from-file =
    💬 A message to the team, from:
    <b>{ $name }</b> · { $file }

# After “Answer”: the coordinator's next message is the answer.
# $name (String): who wrote to the team
relay-coord-answer =
    💬 Write your answer now. It goes to:
    <b>{ $name }</b>

# Once, below the first message to the team.
relay-coord-hint =
    💬 Tap “Answer” above a message, or reply to it.
    Only this person gets your answer.

# Staff typed an answer half an hour after the question, and there is nobody they may mean.
relay-coord-late =
    ⏳ You were asked a while ago, so nobody has this.
    Please start again.

## For whom is it?

# A message after an unanswered question of the bot waits. Nobody has it yet.
# SAFETY
# $name (String): the other's alias, or the name of the team's programme
relay-any-ask =
    ❓ Who is this message for?
    Nobody has it yet.
    .partner = 👤 For: { $name }
    .group = 👥 For my group
    .team = 💬 For the team
    .team-of = 💬 For the team: { $name }
    .talk = 💬 For: { $name } · team
    .more = ➡️ Others
    .other = 👥 Somebody else
    .drop = ✖️ Do not send

# The same question, once more.
# SAFETY
relay-any-ask-again =
    ❓ Your message is still waiting. Who is it for?
    Without a tap, nobody will get it.

## Several conversations

# Above a message, silently: whose conversation it belongs to. Only for people with several.
# $name (String): what the conversation is called
relay-any-header = — <b>{ $name }</b> —

# Somebody has a second conversation now. The keyboard below shows them.
# $name (String): in the line where she types: what the chosen conversation is called
relay-any-several =
    💬 You have several chats now.
    The buttons below choose who gets your words.
    When it is not clear, we will ask you first.
    .to = To: { $name }

# After a choice, silently. It brings the keyboard on which this conversation is marked.
# $name (String): what the conversation is called
relay-any-writes-to =
    ➡️ You write to:
    <b>{ $name }</b>

# Only one conversation is left, silently.
# $name (String): what it is called
relay-any-not-several =
    💬 You have one chat now. What you write goes to:
    <b>{ $name }</b>

# No conversation is left, silently.
relay-any-no-more = 💬 You have no open chat now.

# A button of an old keyboard was pressed: that conversation has ended meanwhile.
relay-any-not-open =
    🏁 This chat is not open now.
    Nobody got a message.

# Nobody tapped, or the answer was “Do not send”.
# SAFETY
relay-any-dropped =
    🗑 Nobody got this message.
    You can send it again.

# The writer said that it is for the partner.
# $name (String): the partner's alias
relay-any-sent =
    📨 On its way to:
    <b>{ $name }</b>

# The same in a circle.
relay-any-sent-group = 📨 On its way to your group.

## Writing to the team

# Somebody with a partner is about to write to the team.
# SAFETY
# $name (String): the partner's alias
relay-any-team =
    💬 Write your message now. It goes to the team.
    This person does not get it:
    <b>{ $name }</b>
    .cancel = ✖️ Cancel

# Somebody without a partner is about to write to the team.
relay-any-team-alone =
    💬 Write your message now.
    It goes to the team.

# The message went to the team.
relay-any-team-sent =
    ✅ Sent to the team.
    The answer comes here.

# There is no coordinator who could get it.
# SAFETY
relay-any-team-nobody =
    Nobody from your team can be reached in Lazo now.
    Tap 🆘 to see numbers that you can call.
    In danger, call 112.

## What the coordinator is told when somebody cannot be reached

# Somebody blocked the bot. Only the coordinator reads why.
# $name (String): the person's alias
relay-coord-blocked =
    📵 This person has blocked Lazo:
    <b>{ $name }</b>
    Messages wait for 7 days.
    The other person does not know why.

# Somebody's Telegram account is gone.
# $name (String): the person's alias
relay-coord-gone =
    📵 This Telegram account no longer exists:
    <b>{ $name }</b>
    Messages cannot arrive.
    Please contact this person another way.
