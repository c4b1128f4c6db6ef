# SPDX-License-Identifier: MIT OR Apache-2.0

### From the invitation link to being ready.

## The first tap

# Mentees and mentors, as soon as they have opened their link, and again when they chose another language. Below the chat
# stand the buttons it speaks of.
# SAFETY
join-any-greeting =
    ☀️ Hello, it is good that you are here.
    If you need help now, tap 🆘 below.
    Your team reads what you send with 💬.

## Language

# First question to everyone. Buttons: the languages by their own names.
join-any-language = 🌍 Which language do you want?

# A language whose words no person has checked yet: a button among others.
# $language (String): its own name
join-any-language-beta = { $language } (beta)

## Consent, version 2: in parts, with *Next* between them. Raise `CONSENT` in src/domain/steps.rs when it says something else.

# Mentees and mentors, the first part: who invites, and what for.
# SAFETY
# $programme (String): the programme's name
join-any-consent =
    📄 <b>Please read this first</b>

    <b>{ $programme }</b>
    This programme invites you to talk with one person, in Lazo.
    👥 If more people will read it, we will ask you first.
    🔒 They see only the name you choose, never your phone number.

# The second part, also in /privacy: what the team can see.
# SAFETY
join-any-consent-sees =
    👁 <b>What your team can see</b>

    💬 Your team sees your answers to Lazo, and messages that people report.
    👁 It reads all messages of a chat only after your yes.
    ↩️ It can see some messages that their writers take back.

# The third part, also in /privacy: how messages travel.
# SAFETY
join-any-consent-travels =
    ✉️ <b>How your messages travel</b>

    🔓 Messages go through Telegram, and that company can read them.
    🤖 A program looks for phone numbers and names in them.
    📷 Photos that open only once never arrive.

# The fourth part, also in /privacy: what is kept.
# SAFETY
join-any-consent-keeps =
    📝 <b>What we keep about you</b>

    · your Telegram chat number, name here, file number, role
    · your languages, time zone, age group, topics, free times
    · your answers, calls with your team, when you write
    · if your team helps you: what it is about, and when
    · for mentors: the days of check, training and quiz

    🚫 We never keep your messages, your photos or your phone number.
    🗂 You can ask your team to see, change or delete this.
    They will answer within one month.

# The last part: the question.
# SAFETY
join-any-consent-decides =
    💚 <b>You decide</b>

    If you say no, you keep your place and all help.
    🚪 You can leave at any time, with /leave.
    ❓ Do you agree?
    .accept = ✅ I agree
    .refuse = ✖️ I do not agree

# Whoever agreed to an older text, once. The button leads to the first part.
# SAFETY
join-any-consent-news =
    📄 Our text about your data says more now.
    New in it: who reads, what we keep, and your rights.
    We do nothing new with your data, so you can go on.
    .read = 📖 Read it

# Coordinators and leads, the first part.
# SAFETY
# $programme (String): the programme's name
join-coord-consent =
    📄 <b>Please read this first</b>

    <b>{ $programme }</b>
    You join the team of this programme, in a chat called Lazo.
    💬 Lazo tells you when a pair needs you.
    📷 Photos that open only once never arrive.

# The second part.
# SAFETY
join-coord-consent-keeps =
    📝 <b>What we keep, and what you see</b>

    · your Telegram chat number, name here, role, language
    · your time zone, what you do here, and when

    🔓 Messages go through Telegram, and that company can read them.
    👁 You may see messages that people report: please keep them private.
    🗂 You can ask whoever leads to see or delete this.

# The last part: the question.
# SAFETY
join-coord-consent-decides =
    💚 <b>You decide</b>

    If you say no, you keep your place in the team.
    🚪 You can leave at any time, with /leave.
    ❓ Do you agree?
    .accept = ✅ I agree
    .refuse = ✖️ I do not agree

# The lead of a new programme, which has no name yet: the first part. The second is that of coordinators.
# SAFETY
join-coord-consent-new =
    📄 <b>Please read this first</b>

    You start a mentoring programme with this chat, called Lazo.
    💬 Lazo tells you when a pair needs you.
    📷 Photos that open only once never arrive.

# The last part: the question.
# SAFETY
join-coord-consent-new-decides =
    💚 <b>You decide</b>

    ⭐ Whoever runs your server can let another person lead later.
    If you say no, nothing is set up.
    ❓ Do you agree?
    .accept = ✅ I agree
    .refuse = ✖️ I do not agree

## /privacy: answers everybody, also strangers, part by part as the consent text, of which it has some parts

# The first lines for somebody who is in Lazo. The names of her programmes follow.
# SAFETY
join-any-privacy =
    🔐 <b>Your data in Lazo</b>

    The organisation of this programme is responsible for your data:

# The name of a programme, on a line of its own.
# $name (String): the programme's name
join-any-privacy-programme = <b>{ $name }</b>

# Below it: who is responsible, and how to write to them, as the lead has typed it.
# $words (String): the organisation with an address, a mail address or a number
join-any-privacy-responsible = ✉️ { $words }

# Below the names of those where the lead has not said it.
# SAFETY
join-any-privacy-ask = ✉️ Your team can tell you how to write to this organisation.

# The first lines for somebody who is not.
# SAFETY
join-any-privacy-stranger =
    🔐 <b>Your data in Lazo</b>

    The organisation that uses this bot is responsible for your data.
    You can ask whoever told you about this bot.

# A stranger: what becomes of what she writes.
# SAFETY
join-any-privacy-writes =
    ✏️ <b>What you write here</b>

    🤖 A program looks for an invitation in your messages.
    🚫 No person reads them, and we do not keep them.
    📝 We keep your Telegram chat number, and when we answered you.

# What for, and on which grounds.
# SAFETY
join-any-privacy-why =
    ❓ <b>Why</b>

    We use it only to connect people and keep them safe.
    For talks the ground is your yes, for safety a legitimate interest.
    Your team can tell you who runs the server.

# What Telegram is, also for strangers.
# SAFETY
join-any-privacy-telegram =
    🌐 <b>Telegram</b>

    🔓 Messages go through Telegram, and that company can read them.
    It is outside the European Union.
    It may give your number and IP address to courts.

# How long it is kept.
# SAFETY
# $days (Number): for how many days the numbers of messages are kept
join-any-privacy-long =
    ⏳ <b>How long</b>

    We forget the numbers of messages after { $days } days.
    The rest stays until your team deletes it.

# What everybody can ask for.
# SAFETY
join-any-privacy-rights =
    ⚖️ <b>Your rights</b>

    You can ask to see, correct, take along or delete your data.
    You can take back your yes with /leave.
    You can complain to the data protection authority of your country.

# What a stranger can ask for.
# SAFETY
join-any-privacy-asks =
    ⚖️ <b>Your rights</b>

    You can ask to see or delete what we keep.
    You can complain to the data protection authority of your country.

# Somebody who did not agree.
join-any-refused =
    That is fine. You keep your place, and your help does not change.
    The team will find another way with you.
    .again = 🔁 Read it again
# Somebody who comes back in the middle of the questions. The next question follows.
join-any-resumed = ☀️ Good to see you again. Let us go on.

## Age

# After the consent.
join-any-age = How old are you?
    .under = 🧒 Under 16
    .minor = 🧑 16 or 17
    .adult = 👤 18 or older
# Somebody under 16.
# SAFETY
join-any-young =
    Lazo is for people who are 16 or older.
    The team knows now.
    They will help you in another way.
# Somebody who is 16 or 17: what happens now, before she is asked anything.
# SAFETY
join-any-guardian =
    Thank you for telling us. You can take part.
    The team will read your chat too.
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
    ✏️ What should we call you?
    Other people here see only this name.
    It does not have to be your real name.
    .take = 👤 { $name }
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
    Sorry, I do not know this time or city.
    Write the time on your clock like this: { $hour }
# Several places have the typed time. Buttons: clocks with a city.
join-any-time-place = 📍 Which place is the nearest to you?

## Languages, topics, time

# Mentees and mentors. Buttons: language names, several can be chosen.
join-any-spoken =
    🗣 Which languages do you speak?
    Choose all of them.
    .another = ✏️ Another language
# Her language is not in the list, or what was typed is no name of a language.
join-any-spoken-type =
    ✏️ Please write the name of your language here.
    Write only the name, in letters.
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
    🎉 Thank you!
    The team now looks for a mentor for you.
    This can take some days: we will write to you here.
# A mentor who has answered everything.
join-mentor-ready =
    🎉 Thank you!
    The team now looks for a mentee for you.
    This can take some days: we will write to you here.
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
    You tried several links that do not work.
    Please wait one hour.
# Somebody who belongs to this programme already opens a link to it.
join-any-link-member =
    You are already here. ☀️
    Nothing has changed for you.
# Somebody writes to the bot without an invitation.
join-any-link-none =
    ☀️ This is Lazo, for mentoring.
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
    When somebody has signed, tap the button below.
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
    Use the button below to record background check, training and quiz.
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
    This person keeps the place in the programme.
    Please keep in contact without Lazo.

## Inviting

# A link that moves somebody who cannot be reached to a new account. It follows in the next message.
# $who (String): the person's alias
# $until (String): the last day it works
join-coord-moving =
    🔗 This link is for a new account of:
    <b>{ $who }</b>
    Send it only to this person. It works once.
    📅 Last day: { $until }

# Somebody opened that link with her new account.
join-any-moved =
    ☀️ Welcome back.
    This account is yours in Lazo now.
    New messages arrive here.

# Staff, on /invite. Buttons: the roles they may invite.
join-coord-invite = ✉️ Who do you want to invite?
# Staff, after the role. The answer is typed, or the button leaves it out.
join-coord-invite-file =
    📁 Which file number does this person have with you?
    Please write it here. Only your team sees it.
    .skip = ⏭ Without a number
# Staff, after the file number, where the programme has several languages. Buttons: each by its own name.
join-coord-invite-language = 🌍 In which language do you invite this person?
# Staff: what the invitation is for. The invitation itself is the next message.
# $role (String): the role
# $until (String): weekday, day and month
join-coord-invited =
    ✉️ This invitation is ready:
    <b>{ $role }</b>
    Please forward the next message, or show its picture. It works once.
    📅 Last day: { $until }
# The same, with a file number.
# $role (String): the role
# $file (String): the NGO's own reference
# $until (String): weekday, day and month
join-coord-invited-file =
    ✉️ This invitation is ready:
    <b>{ $role } · { $file }</b>
    Please forward the next message, or show its picture. It works once.
    📅 Last day: { $until }
# The invitation, to be passed on: the caption of a picture with the link's QR code.
# $programme (String): the programme's name
# $link (String): the link
join-any-invitation =
    ✉️ You are invited to this programme:
    <b>{ $programme }</b>
    Please open this link in Telegram. It is only for you:
    { $link }
