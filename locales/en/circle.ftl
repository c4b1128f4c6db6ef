# SPDX-License-Identifier: MIT OR Apache-2.0

### Circles: who comes in and goes out, how many have a message, and quiet.

## For whoever looks after a pair

# The button on a pair's card, and below news about somebody who was asked in.
circle-coord-button = 👥 Members

# Everybody in a pair, one line each. Buttons: two to bring somebody in, one for each member.
# $name (String): a member's alias
circle-coord-members =
    👥 <b>Members</b>
    Tap a name to remove that person.
    .mentee = ➕ A mentee
    .mentor = ➕ A mentor
    .remove = ✖️ { $name }

# A line: a mentee.
# $name (String): the alias
circle-coord-mentee = 🌱 <b>{ $name }</b>

# A line: a mentor.
# $name (String): the alias
circle-coord-mentor = 🤝 <b>{ $name }</b>

# A line: somebody who is asked and has not answered.
# $name (String): the alias
circle-coord-asked = ⏳ <b>{ $name }</b> · asked

# A line: somebody who may come in, if everybody who is in it says yes. They are asked first.
# $name (String): the alias
circle-coord-members-asked = ⏳ <b>{ $name }</b> · first the others are asked

# No more people fit in.
# $count (Number): the most
circle-coord-full =
    { $count ->
        [one] 🚫 At most one person.
       *[other] 🚫 At most { $count } people.
    }

# A list of mentees who are free, one button for each.
circle-coord-whom-mentee = 🌱 <b>Which mentee should join?</b>

# A list of mentors who are free, one button for each.
circle-coord-whom-mentor = 🤝 <b>Which mentor should join?</b>

# Nobody is free.
circle-coord-nobody =
    🚫 Nobody is free now.
    Invite people with /invite.

# The last look before somebody is asked.
# $name (String): the alias
circle-coord-sure-ask =
    📨 <b>Ask this person to join?</b>
    <b>{ $name }</b>
    First we will ask all members.
    We will ask this person only if all of them say yes.
    .yes = 📨 Ask

# Everybody in it is asked first, then this person.
# $name (String): the alias
circle-coord-asking =
    📨 We ask about this person:
    <b>{ $name }</b>
    First we will ask all members. You will hear the result.
    At night we ask nobody.

# The account is in the pair already, with another role.
# $name (String): the alias
circle-coord-same-account =
    🪞 This account is already a member:
    <b>{ $name }</b>

# Somebody under 18 cannot come in before the team reads along.
# SAFETY
# $name (String): the alias
circle-coord-minor =
    🚫 This person is under 18:
    <b>{ $name }</b>
    The team must read this chat first.

# In a conversation that is stopped, or away, nobody is asked whether somebody new may come in.
circle-coord-rests =
    ⏸ This chat rests at the moment.
    Nobody in it is asked anything now.
    You can ask when it is open again.

# Nobody new can come into a pair for some time. It does not say why.
# SAFETY
circle-coord-not-now =
    ⏳ Nobody new can join this chat now.
    Please try again in some days.

# The last look before somebody is taken out.
# $name (String): the alias
circle-coord-sure-remove =
    ✖️ <b>Remove this person?</b>
    <b>{ $name }</b>
    The others read who is gone, but not why.
    .yes = ✖️ Remove

# Without this person one side would be empty.
# $name (String): the alias
circle-coord-last =
    🚫 Without this person the pair would end:
    <b>{ $name }</b>
    You can end the pair instead.

# Somebody said yes. The person and the pair follow.
circle-coord-told-joined = 🎉 <b>This person has joined</b>

# Somebody said no. The person and the pair follow.
circle-coord-told-no = ✖️ <b>This person does not want to join</b>

# Only for the coordinator: a member does not want somebody new. The member follows, then the person and the pair.
circle-coord-told-refused =
    ✖️ <b>A member said no</b>
    Only you read who. All stays as it was.

# Only for the coordinator: members did not answer in time. They follow, then the person and the pair.
circle-coord-told-unanswered =
    ⌛ <b>Not all members have answered</b>
    Only you read who. All stays as it was.

# Above who was to come in, and below who said no or nothing.
circle-coord-told-newcomer = 👥 So this person does not join:

# Somebody did not answer in time, or could not come in any more. The person and the pair follow.
circle-coord-told-silent = ⌛ <b>This person has not joined</b>

## For who is asked, and for the members

# A member of a pair or group is asked before anybody new is. Below it: the colour mark, the alias and the role.
circle-any-agree =
    👥 <b>Is it all right if one more person joins?</b>
    .yes = ✅ Yes
    .no = ✖️ No

# Below the alias and role of who may join.
circle-any-agree-team =
    With a no, all stays as it is.
    Only your team sees your answer.

# A member said that it is all right. What others say is not told to anybody.
circle-any-agreed =
    💚 Thank you.
    If somebody new joins, you will read it here.

# Somebody wants to join, and others have to say yes too.
circle-any-waits =
    💚 Thank you for your yes.
    We ask the others too.
    You will read the result here.

# Somebody is asked into a pair that goes on.
# $names (String): the aliases of everybody in it
circle-any-ask =
    👥 <b>Do you want to join this group?</b>
    👤 <b>{ $names }</b>
    Everybody in it reads what you write there.
    .yes = ✅ Yes
    .no = ✖️ No

# Somebody said no.
circle-any-declined = 💚 That is fine. Nobody will ask you why.

# An answer is not needed any more.
circle-any-over =
    🏁 This question is over now.
    The team is here for you.

# Somebody is in now.
# $names (String): the aliases of the others
circle-any-welcome =
    👥 <b>You are in this group now</b>
    👤 <b>{ $names }</b>
    You see messages from now on.
    Everybody here gets what you write.

# For the others. Below it: the colour mark, the alias and the role.
circle-any-joined = 👥 New in your group:

# Below who is new.
circle-any-everybody = Everybody here gets what you write.

# For the others. Below it: the colour mark, the alias and the role.
circle-any-left = 🚪 Not in your group any more:

# The team took somebody out. That person reads it.
circle-any-out =
    You are not in this group any more.
    The team is still here for you.

# A reply to a message that some in a circle do not have after ten minutes. Never who, never why.
# $reached (Number): so many have it
# $of (Number): of so many
circle-any-reached = 📬 This message has reached { $reached } of { $of } people.

## Quiet

# Somebody with several circles wants one quiet.
# $name (String): what the circle is called
circle-any-mute-which = 🔕 Which group should be quiet?
    .one = 🔕 { $name }

# A circle is quiet now.
circle-any-muted =
    🔕 Your group is quiet now.
    Messages still come, but without a sound.
    .sound = 🔔 With sound again
    .daily = 📬 Tell me once a day
    .never = 📪 Do not tell me

# A circle is quiet, and once a day its member reads how many messages came.
circle-any-muted-daily =
    🔕 Your group is quiet now.
    Once a day you will read how many messages came.

# A circle has its sound again.
circle-any-unmuted = 🔔 Your group has its sound again.
    .mute = 🔕 Quiet again

# /mute, and there is no circle.
circle-any-none = 🔔 You have no group that could be quiet.

# Once a day, for who wants to know.
# $count (Number): how many messages
circle-any-today =
    { $count ->
        [one] 📬 Today one message came in your quiet group.
       *[other] 📬 Today { $count } messages came in your quiet group.
    }
