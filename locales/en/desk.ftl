# SPDX-License-Identifier: MIT OR Apache-2.0

### The coordinator's lists: pairs and people, their cards, and closing a pair. Only the team reads these.

## People in lists and cards

# A person in a list; the number is also on her button.
# $number (Number): her place on the page
# $name (String): the person's alias
desk-coord-entry = { $number } · <b>{ $name }</b>
    .open = { $number } · { $name }

# A person in a list, with the team's own reference.
# $number (Number): her place on the page
# $name (String): the person's alias
# $file (String): the file number
desk-coord-entry-file = { $number } · <b>{ $name }</b> · 🗂 { $file }

# A person in a card.
# $name (String): the person's alias
desk-coord-who = 👤 <b>{ $name }</b>

# A person in a card, with the team's own reference.
# $name (String): the person's alias
# $file (String): the file number
desk-coord-who-file = 👤 <b>{ $name }</b> · 🗂 { $file }

# Instead of a name: somebody who has not chosen one yet.
desk-coord-nameless = No name yet

# A person is away.
# $until (String): weekday, day and month
desk-coord-away = ⏸ On a break until: { $until }

# Telegram does not let us write to a person.
desk-coord-unreachable = 📵 Cannot be reached now

## Where a person stands

# Answers the first questions.
desk-coord-joining = ✏️ Is still joining

# Is 16 or 17.
desk-coord-guardian = 🧑 16 or 17: waits for a guardian

# Waits for a pair since today.
desk-coord-waits-today = ⏳ Waiting since today

# Waits for a pair.
# $count (Number): days
desk-coord-waits =
    { $count ->
        [one] ⏳ Waiting for one day
       *[other] ⏳ Waiting for { $count } days
    }

# A proposal is open.
desk-coord-asked = 📨 Has an open proposal

# Is in a pair.
desk-coord-paired = 🤝 Is in a pair

# A coordinator or lead.
desk-coord-staff = 🧭 Works in the team

# Under 16, or did not agree.
desk-coord-refused = ✖️ Did not join: age or consent

# Left of their own accord.
desk-coord-left = 🚪 Has left

## How a pair is

# A pair in a list; the number is also on its button.
# $number (Number): its place on the page
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
desk-coord-pair = { $number } · <b>{ $mentee }</b> – <b>{ $mentor }</b>

# The two of a pair, in a card.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
desk-coord-names =
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>

# They were introduced lately, and were never in touch.
desk-coord-new = 🌱 Just introduced

# They write to each other.
desk-coord-green = 🟢 In contact

# They said that they talk elsewhere.
desk-coord-elsewhere = 🟢 In contact, but not here

# Quiet for a while. Nothing happens yet.
desk-coord-amber = 🟡 Quiet for a while

# Both are asked whether they talked.
desk-coord-orange = 🟠 Quiet for long, both are asked

# Nobody writes.
desk-coord-silent = 🔴 Nobody writes

# The mentee wrote last, long ago.
desk-coord-mentee-waits = 🔴 The mentee waits for an answer

# The mentor wrote last, long ago.
desk-coord-mentor-waits = 🔴 The mentor waits for an answer

# One of them blocked the bot or has no account any more.
desk-coord-lost = 🔴 One of them cannot be reached

# A break with an end.
desk-coord-paused = ⏸ Taking a break

# Stopped by the team, until a day on which it decides again.
desk-coord-stopped = ⏸ Stopped by the team

# Stopped until a coordinator decides.
desk-coord-held = 🛑 Stopped for safety

# They were never in touch.
desk-coord-contact-none = 💬 No contact yet

# They were in touch today.
desk-coord-contact-today = 💬 Last contact today

# In a list: when they were last in touch.
# $count (Number): days ago
desk-coord-contact =
    { $count ->
        [one] 💬 Last contact one day ago
       *[other] 💬 Last contact { $count } days ago
    }

# In a card: the day they were last in touch.
# $day (String): weekday, day and month
desk-coord-contact-day = 💬 Last contact: { $day }

# How often they agreed to be in contact: every 7 days.
desk-coord-weekly = 📅 Every week

# How often they agreed to be in contact: every 14 days.
desk-coord-fortnightly = 📅 Every 2 weeks

# How often they agreed to be in contact: every 30 days.
desk-coord-monthly = 📅 Every month

## The list of pairs and a pair's card

# Heading of /pairs. One button for each pair.
desk-coord-pairs = 🤝 <b>Your pairs</b>

# Below it: in which order they stand.
desk-coord-pairs-order = Those who need you most come first.

# There is no pair yet.
desk-coord-pairs-none =
    🤝 There is no pair here yet.
    Bring two people together with /pair.

# A pair's card: buttons. The facts stand above.
desk-coord-card = 🤝 <b>A pair</b>
    .release = ▶ Let them write again
    .pause = ⏸ Stop
    .close = 🏁 End pair

# The team stops a pair for a time. Buttons: weeks. The pair stands below.
desk-coord-pause =
    ⏸ <b>How long should this pair be stopped?</b>
    They will only read about it when they write.
    On that day we will ask you what happens next.

# Since when they have been together.
# $day (String): weekday, day and month
desk-coord-since = 🤝 Together since: { $day }

# When a break ends by itself.
# $day (String): weekday, day and month
desk-coord-until = ⏸ Break until: { $day }

# When the team decides again about a pair that is stopped.
# $day (String): weekday, day and month
desk-coord-stopped-until = 📅 You decide again: { $day }

# Open cases about a pair.
# $count (Number): how many
desk-coord-open-cases =
    { $count ->
        [one] 🔔 One open case, see /cases
       *[other] 🔔 { $count } open cases, see /cases
    }

# On the card of a pair the reader is in, while nobody else of the team could end it.
desk-coord-own-pair =
    👤 You are in this pair yourself.
    A colleague you invite with /invite can end it.
    You can leave the programme with /leave.

## Closing a pair

# Why a pair ends. One button for each reason.
desk-coord-why =
    🏁 <b>Why does this pair end?</b>
    Only the team sees the reason.
    .contact = 🔇 No contact

# Reason: a planned end.
desk-coord-why-goals = 🎯 Goals reached, or planned

# Reason: no time, or not the same times.
desk-coord-why-time = 🕐 No time

# Reason: language, or they do not get on.
desk-coord-why-fit = 🗣 Language or fit

# Reason: moved away, no phone, no data.
desk-coord-why-moved = 📦 Moved, no phone

# Reason: somebody needs another kind of help.
desk-coord-why-help = 🧩 Needs other help

# Reason: conduct or safety. Never shown to the partner.
desk-coord-why-conduct = 🛡 Conduct or safety

# Reason: anything else.
desk-coord-why-other = ✏️ Another reason

# Who did not write. Three buttons.
desk-coord-side = 🔇 <b>Who did not write?</b>

# Reason: the mentee did not write.
desk-coord-why-mentee = 🔇 The mentee did not write

# Reason: the mentor did not write.
desk-coord-why-mentor = 🔇 The mentor did not write

# Reason: nobody wrote.
desk-coord-why-both = 🔇 Neither wrote

# The last question before a pair ends. The pair and the reason stand above.
desk-coord-close =
    🏁 <b>End this pair?</b>
    Both read that it has ended, but not why.
    .yes = 🏁 Yes, end it

# A pair was closed. The pair and the reason stand below.
desk-coord-closed = 🏁 <b>This pair has ended.</b>
    .list = 🤝 All pairs

# Below a closed pair: cases about its silence, which are closed with it.
# $count (Number): how many
desk-coord-closed-too =
    { $count ->
        [one] ✅ One case about their silence is closed too.
       *[other] ✅ { $count } cases about their silence are closed too.
    }

# The reason, below a pair.
# $reason (String): the reason
desk-coord-reason = { $reason }

## People

# The question of /people. Buttons: the roles.
desk-coord-roles = 👥 Who do you want to see?
    .other = 👥 Other people

# Heading of a list of people.
# $role (String): their role
desk-coord-people = <b>{ $role }</b>

# There is nobody of a role yet.
# $role (String): the role
desk-coord-people-none =
    <b>{ $role }</b>
    There is nobody here yet.
    Invite people with /invite.

# When somebody opened the invitation.
# $day (String): weekday, day and month
desk-coord-joined = 📅 Here since: { $day }

# What somebody speaks.
# $list (String): languages by their own names
desk-coord-speaks = 🗣 Speaks: { $list }

# What somebody wants to talk about.
# $list (String): topics
desk-coord-topics = 💭 Topics: { $list }

# When somebody has time.
# $list (String): times of day
desk-coord-slots = 🕐 Has time: { $list }

# Who is in a pair with somebody.
# $name (String): aliases
desk-coord-partner = 🤝 In a pair with: <b>{ $name }</b>

# Which coordinator looks after somebody.
# $name (String): the coordinator's alias
desk-coord-after = 🧭 Coordinator: <b>{ $name }</b>

# How many pairs a coordinator looks after.
# $count (Number): pairs
desk-coord-caseload =
    { $count ->
        [one] 🤝 Looks after one pair
       *[other] 🤝 Looks after { $count } pairs
    }

# On a waiting mentee's card.
desk-coord-match = 🤝 Find a mentor

# On a mentor's card: how many mentees she can have. The button changes it.
# $count (Number): how many
desk-coord-places = 🪑 Mentees at the same time: { $count }
    .change = 🪑 Change to: { $count }

## Another program

# The lead: another program uses the same token, so that messages may reach it instead of Lazo.
desk-coord-rival =
    ⚠️ Another program receives what people write to this bot.
    Some messages may never reach your team.
    Please tell whoever runs Lazo on the computer today.
    That program must be stopped.
    Does nobody know it? Then the bot’s token was stolen.
    Send /revoke to @BotFather, and give Lazo the new token.
