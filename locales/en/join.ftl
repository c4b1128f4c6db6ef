# SPDX-License-Identifier: MIT OR Apache-2.0

### From the invitation link to being ready.

## The first tap

# Mentees and mentors, as soon as they have opened their link, and again when they chose another language. Below the chat
# stand the buttons it speaks of.
join-any-greeting =
    👋 Hello! It is good that you are here.
    Do you need help now? Tap 🆘 below.
    Your team reads what you send with 💬.

## Language

# First question to everyone. Buttons: the languages by their own names.
join-any-language = 🌍 Which language do you want?

## Consent, version 1

# Mentees and mentors, before anything is asked. Followed by two buttons.
# SAFETY
# $programme (String): the programme's name
join-any-consent =
    🤝 <b>Please read this first</b>

    This programme invites you:
    <b>{ $programme }</b>
    Its team runs this chat, called Lazo.

    💬 Lazo connects you with one person. What you write here goes to them.
    🙈 They see only the name you choose. They never see your number.
    📅 Lazo sometimes asks how you are. Only the team sees your answers.
    📝 We keep your name here, your language and your answers. We do not keep your messages.
    🔓 All messages pass through Telegram. They are not end-to-end encrypted.
    👁 The team can see a message that somebody reports. If a chat is supervised, the team sees it all. Then we tell you first.
    📷 Photos that open only once never arrive. Please send normal photos.
    🗑 Lazo does not notice when you delete a message. The other person still has it.
    🎭 A person’s message can look like Lazo’s. Then their name stands above it.
    🚪 You can leave at any time, with /leave.

    💚 You can say no. You keep your place in the programme.
    .accept = ✅ I agree
    .refuse = ✖️ I do not agree
# Coordinators and leads, before anything is asked. Followed by two buttons.
# SAFETY
# $programme (String): the programme's name
join-coord-consent =
    🤝 <b>Please read this first</b>

    You join the team of this programme:
    <b>{ $programme }</b>
    It runs this chat, called Lazo.

    💬 Lazo connects mentees and mentors. It tells you when a pair needs you.
    📝 We keep your name here, your language and your actions. We do not keep messages.
    🔓 All messages pass through Telegram. They are not end-to-end encrypted.
    👁 You may see messages that people report. Please keep them private.
    📷 Photos that open only once never arrive.
    🗑 Lazo does not notice when you delete a message. The other person still has it.
    🚪 You can leave at any time, with /leave.

    💚 You can say no. You keep your place in the team.
    .accept = ✅ I agree
    .refuse = ✖️ I do not agree
# The lead of a new programme, which has no name yet. Followed by two buttons.
# SAFETY
join-coord-consent-new =
    🤝 <b>Please read this first</b>

    You start a mentoring programme with this chat, called Lazo.

    💬 Lazo connects mentees and mentors. It tells you when a pair needs you.
    📝 We keep your name here, your language and your actions. We do not keep messages.
    🔓 All messages pass through Telegram. They are not end-to-end encrypted.
    👁 You may see messages that people report. Please keep them private.
    📷 Photos that open only once never arrive.
    🗑 Lazo does not notice when you delete a message. The other person still has it.
    ⭐ Another person can lead the programme later. Whoever runs your server can do that.

    💚 You can say no. Then nothing is set up.
    .accept = ✅ I agree
    .refuse = ✖️ I do not agree

# Somebody who did not agree.
join-any-refused =
    That is fine, and you keep your place.
    The team will find another way with you.
    .again = 🔁 Read it again
# Somebody who comes back in the middle of the questions. The next question follows.
join-any-resumed = 👋 Good to see you again. Let us go on.

## Age

# After the consent.
join-any-age = How old are you?
    .under = 🧒 Under 16
    .minor = 🧑 16 or 17
    .adult = 👤 18 or older
# Somebody under 16.
# SAFETY
join-any-young =
    Thank you for telling us.
    Lazo is for people from 16 years.
    The team knows now, and can help you another way.
# Somebody who is 16 or 17: what happens now, before she is asked anything.
# SAFETY
join-any-guardian =
    Thank you for telling us. You can take part.
    The team will read along in your chat.
# Somebody whose account once said that she is younger. She waits until the team has asked her.
# SAFETY
join-any-doubted =
    Thank you. You told us another age before.
    The team will ask you about it.
    .again = 🔁 Change my answer

## Name

# Everyone. The answer is typed. A button offers the name that came with the invitation, if one did.
# $name (String): that name
join-any-alias =
    ✏️ What name shall we use for you?
    Other people here see only this name.
    It need not be your real name.
    .take = 🙋 { $name }
# The typed name had no letters.
join-any-alias-empty = Please write a name with letters.
# The typed name was too long.
# $max (Number): the most letters a name can have
join-any-alias-long =
    { $max ->
        [one] This name is too long. Please use at most one letter.
       *[other] This name is too long. Please use at most { $max } letters.
    }
# The typed name held a link or an @name.
join-any-alias-link = Please write only a name, without a link or @.
# The typed name held a phone number.
join-any-alias-phone = Please write only a name. Your phone number stays private.
# The typed name speaks for the team, the programme, the bot, or whoever is called in an emergency.
join-any-alias-speaks = This name looks like the team’s, or like this chat’s. Please write another one, for example your first name.

## Time

# Everyone. Buttons: clocks with a city, such as “18:05 · Athens”.
join-any-time = 🕐 What time is it where you are?
    .other = ✏️ Another time
# Somebody whose time is not among the buttons. More clocks below, page by page; the answer can also be typed.
# $hour (String): an example of an hour
join-any-time-typed =
    Look at a clock near you.
    Write the time like this: { $hour }
    Or write the name of a big city near you.
# The typed time cannot be read.
# $hour (String): an example of an hour
join-any-time-unclear =
    Sorry, I did not understand this time.
    Write it like this: { $hour }
# Several places have the typed time. Buttons: clocks with a city.
join-any-time-place = 📍 Which place is the nearest to you?

## Languages, topics, time

# Mentees and mentors. Buttons: language names, several can be chosen.
join-any-spoken =
    🗣 Which languages do you speak?
    Choose all of them.
# Mentees. Buttons: topics, several can be chosen.
join-mentee-topics =
    💭 What do you want to talk about?
    Choose all that matter to you.
# Mentors. Buttons: topics, several can be chosen.
join-mentor-topics =
    💭 What can you help with?
    Choose all that fit you.
# Mentees and mentors. Buttons: times of day, several can be chosen.
join-any-availability =
    📅 When do you usually have time?
    Choose all that fit you.
# Somebody tapped “Done” without choosing anything.
join-any-choose-one = Please choose at least one.

## Ready

# A mentee who has answered everything.
join-mentee-ready =
    🎉 Done. Thank you!
    The team now looks for a mentor for you.
    This can take some days. We write to you here.
# A mentor who has answered everything.
join-mentor-ready =
    🎉 Done. Thank you!
    The team now looks for a mentee for you.
    This can take some days. We write to you here.
# A coordinator who has answered everything.
join-coord-ready =
    🎉 Welcome to the team!
    You can invite people with /invite.
    You find everything else in /help.

## Links

# The link was used before.
join-any-link-used =
    This link was already used.
    Please ask your team for a new one.
# The link is unknown, expired or withdrawn: one text for all, so that nobody can guess links.
join-any-link-wrong =
    This link does not work.
    It may be too old, or your team withdrew it.
    Please ask your team for a new one.
# Too many wrong links from one person.
join-any-link-wait =
    These were too many wrong links.
    Please try again in one hour.
# Somebody who belongs to this programme already opens a link to it.
join-any-link-member =
    You are already here. 👋
    Nothing has changed for you.
# Somebody writes to the bot without an invitation.
join-any-link-none =
    👋 This is Lazo, for mentoring.
    You need an invitation link from your team.
    If you have one, please send it here.

# Somebody who is in Lazo already opens or sends a good invitation. Nothing happens before the answer.
# $role (String): the role it is for
# $programme (String): the programme's name
join-any-link-ask =
    🔗 This invitation works:
    <b>{ $role } · { $programme }</b>
    One person can use it. Is it for you?
    .yes = ✅ It is for me
    .no = ✖️ Not for me
# The same for a link that starts a new programme.
join-any-link-ask-new =
    🔗 This link starts a new programme.
    One person can use it. Is it for you?
# The answer was “Not for me”.
join-any-link-kept =
    ✅ Nothing has changed, and the link still works.
    Please give it to the person it is for.

## What the coordinator who invited somebody is told

# Somebody who was invited is under 16 and was not let in.
# SAFETY
# $who (String): the alias or file number given with the invitation
join-coord-young =
    ⚠️ Somebody you invited is under 16:
    <b>{ $who }</b>
    Lazo did not let this person in.
    Please help in another way.
# Somebody who was invited is 16 or 17 and waits.
# SAFETY
# $who (String): the alias or file number given with the invitation
join-coord-guardian =
    🕐 Somebody you invited is 16 or 17:
    <b>{ $who }</b>
    We ask this person first. Please contact nobody yet.
# A mentee can be paired now.
# $who (String): the mentee's alias
join-coord-ready-mentee =
    🌱 This mentee is ready for a mentor:
    <b>{ $who }</b>
    .pair = 🤝 Find a mentor
# A mentor has answered everything.
# $who (String): the mentor's alias
join-coord-ready-mentor =
    🤝 This mentor has answered everything:
    <b>{ $who }</b>
    Please record check, training and quiz.
# A coordinator has answered everything; the lead reads it.
# $who (String): the coordinator's alias
join-coord-ready-coord =
    🧭 This person has joined your team:
    <b>{ $who }</b>
# Somebody who was invited did not agree to the consent text.
# $who (String): the alias or file number given with the invitation
join-coord-refused =
    ✖️ Somebody you invited did not agree:
    <b>{ $who }</b>
    The place stays.
    Please keep in contact without Lazo.

## Inviting

# A link that moves somebody who cannot be reached to a new account. It follows in the next message.
# $who (String): the person's alias
# $until (String): the last day it works
join-coord-moving =
    🔗 This link is for a new account of:
    <b>{ $who }</b>
    It works once, until { $until }.
    Pass it to this person alone.

# Somebody opened that link with her new account.
join-any-moved =
    👋 Welcome back.
    This account is yours in Lazo now.
    New messages arrive here.

# Staff, on /invite. Buttons: the roles they may invite.
join-coord-invite = 👋 Whom do you want to invite?
# Staff, after the role. The answer is typed, or the button leaves it out.
join-coord-invite-file =
    📁 Which file number does this person have with you?
    Please write it here. Only your team sees it.
    .skip = ⏭ Without a number
# Staff: what the invitation is for. The invitation itself is the next message.
# $role (String): the role
# $until (String): weekday, day and month
join-coord-invited =
    ✉️ This invitation is ready:
    <b>{ $role }</b>
    Please pass on the next message, or show its picture.
    It works once, until { $until }.
# The same, with a file number.
# $role (String): the role
# $file (String): the NGO's own reference
# $until (String): weekday, day and month
join-coord-invited-file =
    ✉️ This invitation is ready:
    <b>{ $role } · { $file }</b>
    Please pass on the next message, or show its picture.
    It works once, until { $until }.
# The invitation, to be passed on: the caption of a picture with the link's QR code.
# $programme (String): the programme's name
# $link (String): the link
join-any-invitation =
    👋 You are invited to this programme:
    <b>{ $programme }</b>
    Please open this link in Telegram. It is only for you:
    { $link }
