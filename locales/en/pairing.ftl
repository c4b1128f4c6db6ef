# SPDX-License-Identifier: MIT OR Apache-2.0

### Bringing a mentee and a mentor together: choosing, asking both, introducing them.

## The coordinator chooses

# /pair. A list of mentees follows, one button for each.
pairing-coord-mentees =
    🌱 <b>Who gets a mentor?</b>
    The longest wait comes first.

# /pair, and no mentee waits.
pairing-coord-nobody =
    🌱 Nobody waits for a mentor now.
    Invite people with /invite.

# A list of mentors follows, best first, one button for each.
# $name (String): the mentee's alias
pairing-coord-mentors =
    🤝 <b>Which mentor?</b>
    For this mentee:
    <b>{ $name }</b>
    The best match comes first.
    .list = 🌱 Waiting list

# No mentor is free.
# $name (String): the mentee's alias
pairing-coord-no-mentor =
    🤝 No mentor is free for this mentee:
    <b>{ $name }</b>
    Invite mentors with /invite.
    Or give a mentor room for one more, in /people.

## Why a mentor suits a mentee

# Languages both speak.
# $list (String): languages by their own names
pairing-coord-languages = 🗣 Both speak: { $list }

# A warning: they have no language together.
pairing-coord-no-language = ⚠️ No shared language

# When both have time.
# $list (String): times of day
pairing-coord-slots = 🕐 Both have time: { $list }

# They never have time together.
pairing-coord-no-slots = 🕐 No shared time

# Topics both chose.
# $list (String): topics
pairing-coord-topics = 💭 Both chose: { $list }

# How many more mentees fit.
# $count (Number): places
pairing-coord-places =
    { $count ->
        [one] ➕ One open place
       *[other] ➕ { $count } open places
    }

# No other mentor has waited longer.
pairing-coord-longest = ⏳ Has waited longest

# Background check, training and quiz are not recorded.
pairing-coord-unready = 🎓 Readiness is not recorded

## Is the mentor ready?

# The lead pairs a mentor without a record. The answer is typed.
# $name (String): the mentor's alias
pairing-coord-why =
    ✏️ Why can this mentor start without them?
    <b>{ $name }</b>
    Please write the reason. It is kept.

# The reason was a photo, or had no letters.
pairing-coord-words = ✏️ Please write the reason in words.

## Asking both

# The last look before both are asked. Reasons follow.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-confirm =
    🤝 <b>Ask both?</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    Each can say no without a reason.
    .ask = 📨 Ask both

# Both are asked.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-sent =
    📨 <b>Both are asked</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    Nobody is asked at night.
    We will tell you what they say.

# Somebody found a pair, was asked or left meanwhile.
# $name (String): the person's alias
pairing-coord-taken =
    🔒 This person is not free any more:
    <b>{ $name }</b>

# A coordinator looks for a mentor for somebody who has one, or is asked: does she mean it?
# $name (String): the mentee's alias
pairing-coord-one-more =
    🤝 Is in a pair already, or has an open proposal:
    <b>{ $name }</b>
    Should there be one more?
    .yes = ✅ Yes, one more

# The same account is a mentee and a mentor, and was chosen on both sides of a pair.
# $name (String): the mentee's alias
pairing-coord-same-account =
    🪞 Mentee and mentor are the same account:
    <b>{ $name }</b>
    Please choose another mentor.

# The coordinator stopped.
pairing-coord-cancelled = ✖️ Nothing was changed.

## What a mentee and a mentor are asked

# A mentee, when a mentor was found. Shared languages and topics follow, then the question.
# $name (String): the mentor's alias
pairing-mentee-found =
    🤝 <b>We found a mentor for you</b>
    <b>{ $name }</b>

# A mentor, when a mentee was found. Shared languages and topics follow, then the question.
# $name (String): the mentee's alias
pairing-mentor-found =
    🌱 <b>We found a mentee for you</b>
    <b>{ $name }</b>

# Above the same, when it is asked again.
pairing-any-again = ⏰ Your answer is still missing.

# In a proposal.
# $list (String): languages by their own names
pairing-any-languages = 🗣 You both speak: { $list }

# In a proposal.
# $list (String): topics
pairing-any-topics = 💭 You both chose: { $list }

# The question of a proposal. Two buttons.
pairing-any-ask =
    Do you want to talk with this person?
    You can say no. You do not have to say why.
    .yes = ✅ Yes
    .no = ✖️ No

# After a yes, while the other has not answered.
pairing-any-agreed =
    ✅ Thank you!
    We are waiting for the other answer now.
    We will write to you here.

# After a no.
pairing-any-refused =
    💚 That is fine. Nobody will ask you why.
    The team will look for somebody else.

# The other said no, or somebody did not answer. The same words for both.
pairing-any-not-now =
    💚 It did not work out this time.
    The team will look for somebody else for you.

## Both said yes

# A mentee: the conversation begins.
# SAFETY
# $name (String): the mentor's alias
pairing-mentee-meet =
    🎉 <b>You have a mentor</b>
    <b>{ $name }</b>
    
    💬 Say hello here: a short message or voice is enough.
    🔒 Your mentor sees only your name here.
    🆘 Tap 🆘 when you do not feel safe.

# A mentor: the conversation begins.
# SAFETY
# $name (String): the mentee's alias
pairing-mentor-meet =
    🎉 <b>You have a mentee</b>
    <b>{ $name }</b>
    
    💬 Please write first, and agree on a day to talk.
    🔒 Your mentee sees only your name here.
    🆘 Tap 🆘 when something worries you.

## What the coordinator is told

# Somebody said no. Who it was follows.
pairing-coord-told-no =
    ✖️ <b>A proposal was answered with no</b>
    The other side does not know who it was.
    This person said no:
    .again = 🔁 Find another mentor

# Not everybody answered in time. The mentee follows.
pairing-coord-told-expired =
    ⌛ <b>A proposal has ended without a pair</b>
    It was for this mentee:

# Who did not answer.
# $name (String): aliases
pairing-coord-told-silent = No answer from: <b>{ $name }</b>

# Both said yes.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-told-yes =
    🎉 <b>Both said yes</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    They can talk now. You find them in /pairs.
