# SPDX-License-Identifier: MIT OR Apache-2.0

### Supervised pairs: the team reads too, everybody knows it, and copies go to the safeguarding group.

## For the people of a pair

# Mentees and mentors, before the team may read too. Two buttons follow.
# SAFETY
# $name (String): the other's alias
supervised-any-ask =
    👁 May the team read this chat too?
    <b>{ $name }</b>
    The team will then get a copy of every message.
    It begins only if you both agree.
    .yes = ✅ Yes, I agree
    .no = ✖️ No
# The same in a circle.
# SAFETY
supervised-any-ask-group =
    👁 May the team read your group too?
    The team will then get a copy of every message.
    It begins only if everybody agrees.
# Below a proposal of a pair in which the team reads along from the beginning. A yes to the pair is a yes to this.
# SAFETY
supervised-any-offer =
    👁 The team reads this chat too.
    It gets a copy of every message.
    If you say yes, you agree to this too.
# The same, when somebody is asked into a pair that goes on.
# SAFETY
supervised-any-offer-group =
    👁 The team reads this group too.
    It gets a copy of every message.
    If you say yes, you agree to this too.
# Somebody agreed.
# SAFETY
supervised-any-agreed =
    💚 Thank you.
    When everybody has agreed, you will see it here.
# Somebody did not agree. Nothing changes.
# SAFETY
supervised-any-declined =
    That is fine. Nothing changes.
    The team does not read this chat.
# Stands pinned in the chat of everybody in the pair for as long as the team reads along.
# SAFETY
supervised-any-pinned =
    👁 The team reads this chat too.
    It gets a copy of every message here.
# The team does not read along any more.
# SAFETY
supervised-any-over =
    👁 The team does not read this chat any more.

## For whoever reads along

# Above a copy of a message.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy =
    👁 A message in this pair:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ By: { $author }
    .read = ✅ Read up to here
# The same, when the message was changed after it was sent.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy-again =
    ✏️ A message in this pair was changed:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ By: { $author }
# Above a copy of a message that its author takes back while a case about this person is open.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
supervised-coord-copy-taken =
    ↩️ A message in this pair is being taken back:
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ By: { $author }
# A message may have arrived, but could not be copied. Below it stands which kind it was.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-missed =
    ⚠️ A message could not be copied here. It may have arrived.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ By: { $author }
    · { $when }
# A message was deleted or taken back before anybody had it. Below it stands which kind it was.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-not-arrived =
    🗑 A message was taken back before it arrived.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ By: { $author }
    · { $when }
# The leak guard refused a message. Below it stands what it showed.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
# $author (String): the alias of whoever wrote it
# $when (String): weekday, day, month and hour
supervised-coord-refused =
    🚫 A message in this pair was refused.
    <b>{ $mentee }</b> · <b>{ $mentor }</b>
    ✍️ By: { $author }
    · { $when }
# The kind of a message: a text.
supervised-coord-kind-text = · Text
# The kind of a message: a photo or a video.
supervised-coord-kind-picture = · Photo or video
# The kind of a message: a voice message.
supervised-coord-kind-voice = · Voice message
# The kind of a message: a file.
supervised-coord-kind-file = · File
# The kind of a message: anything else.
supervised-coord-kind-other = · Something else
# After “Read up to here”.
supervised-coord-read = ✅ Noted: read up to here.
# The name of a pair's topic in the safeguarding group.
# $mentee (String): the mentees' aliases
# $mentor (String): the mentors' aliases
supervised-coord-topic = 👁 { $mentee } · { $mentor }
# The name of a report's topic in the safeguarding group.
# $number (String): the case's number
supervised-coord-topic-report = 🚩 Report, case { $number }

## For the lead

# The button on a pair's card.
supervised-coord-button = 👁 Team reads too
# The lead, before a pair is proposed: ask both for a pair in which the team reads along.
supervised-coord-pair = 👁 Ask both, team reads
# On a pair's card: the members are asked.
supervised-coord-card-asked = 👁 Both sides are asked: may the team read too?
# On a pair's card: it is supervised.
supervised-coord-card-yes = 👁 The team reads this chat too.
# The team does not read along in this pair yet. The pair follows.
supervised-coord-about =
    👁 Should the team read the chat of this pair?
    Both sides must agree first.
    The copies go to the safeguarding group, or to you.
    .start = 👁 Ask both sides
# The members are asked, or the team reads along. The pair follows.
supervised-coord-about-on =
    👁 Should the team stop reading?
    Both sides will hear about it.
    .end = ✖️ End it
# Somebody in the pair is under 18. The pair follows.
# SAFETY
supervised-coord-about-minor =
    👁 Somebody in this pair is under 18.
    So the team always reads here.
# The members are asked. The pair follows.
supervised-coord-asking =
    👁 Both sides are asked now.
    You will hear what they say.
# The pair is stopped: its members are asked later. The pair follows.
supervised-coord-asks-later =
    👁 Both sides are asked when it is open again.
    You will hear what they say.
# Everybody agreed. The pair follows.
supervised-coord-began = 👁 Both sides agreed. The team reads their chat now.
# Somebody did not agree. The pair follows.
supervised-coord-not-agreed =
    ✖️ Somebody did not agree.
    The team does not read in this pair.
# It ended. The pair follows.
supervised-coord-ended = 👁 The team does not read in this pair.
# Nobody could read the copies.
supervised-coord-no-reader =
    🚫 Nobody could read the copies.
    The programme needs a lead or a safeguarding group first.

# The lead, before the first pair with somebody under 18: where are the copies read?
# SAFETY
supervised-coord-first =
    👁 A pair with somebody under 18 waits for you.
    Where should the team read the copies?
    Make a group and write /linksafeguarding there.
    .private = ✅ My private chat will do
# After that tap.
supervised-coord-privately =
    ✅ Copies will come to you, here.
    You can link a group at any time.
# A coordinator: the lead is asked that first.
supervised-coord-asks-first =
    👁 Somebody here is under 18.
    First the lead must say where copies are read.
    The lead is asked now. Please try again later.

## The safeguarding group

# The group is linked.
supervised-coord-group-linked =
    ✅ Reports and supervised copies come here now.
    Everybody in this group can read them.
    Please keep them private.
# Topics are on, but the bot may not make them.
supervised-coord-group-topics =
    🔑 I may not manage topics in this group.
    Make me an administrator with the right “Manage topics”.
    Then write /linksafeguarding again.
# Written into a topic that should be gone by now.
supervised-coord-group-delete =
    🔑 This topic has been over for 90 days.
    I may not delete it.
    Please delete it, or give me the right “Delete messages”.
# The bot does not know its place in the group. The lead reads it in her private chat.
supervised-coord-group-unknown =
    🚫 I do not know my rights in that group.
    Remove me from the group.
    Then add me again, and write /linksafeguarding.
# The team's group cannot be the safeguarding group, and the other way round. The lead reads it.
supervised-coord-group-same =
    🚫 That group is already used for something else.
    Cases and reports need two different groups.
# The bot was removed from the safeguarding group. The lead reads it.
# SAFETY
supervised-coord-group-lost =
    📤 I am no longer in the safeguarding group.
    From now on, reports and copies come to you.
