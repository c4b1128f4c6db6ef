# SPDX-License-Identifier: MIT OR Apache-2.0

### Cases: cards, the list, the digest, and the coordinators’ group.

## A card: its first line

# Somebody must act now.
# $case (String): the case's number
case-coord-head-urgent = 🔴 <b>Case { $case }</b> · urgent
# Somebody must act within days.
# $case (String): the case's number
case-coord-head-attention = 🟠 <b>Case { $case }</b> · needs attention
# It can wait a little.
# $case (String): the case's number
case-coord-head-routine = 🟢 <b>Case { $case }</b> · routine

## A card: what happened

# A mentee or mentor tapped “I do not feel safe”.
# SAFETY
case-coord-unsafe = 🆘 Somebody does not feel safe.

# The same on the card of a case that is over.
# SAFETY
case-coord-was-unsafe = 🆘 Somebody did not feel safe.
# A mentee wants a call today.
# SAFETY
case-coord-call-today = 📞 Somebody asks for a call today.
# A mentee wants a call this week.
case-coord-call-soon = 📞 Somebody asks for a call this week.
# A mentor has a serious worry.
# SAFETY
case-coord-worry = ⚠️ A mentor has a serious worry.
# A mentor asks the team for support.
case-coord-support = ❓ A mentor asks for support.
# Somebody answered the check-in with a sad face. Who, and whether the two had talked, stands on the private card.
case-coord-low-mood = 🙁 Somebody answered with a sad face.
# A message was reported.
# SAFETY
case-coord-report = 🚩 Somebody reported a message.
# Nobody of a pair writes.
case-coord-silent-both = 🤫 Two people do not write any more.
# The mentee wrote, and the mentor does not answer.
case-coord-mentee-waits = ⏳ A mentee waits for an answer.
# The mentor wrote, and the mentee does not answer.
case-coord-mentor-waits = ⏳ A mentor waits for an answer.
# Nobody wrote in the first 14 days.
case-coord-no-kickoff = 🌱 Nobody has written since the introduction.
# Nobody wrote in the first 21 days.
case-coord-decide =
    🔀 They never began to write.
    Introduce them again, find somebody else, or end it?
# Somebody cannot be reached in Telegram.
case-coord-unreachable = 📵 Somebody cannot be reached in Lazo.
# Three check-ins in a row without an answer.
case-coord-missed = 📋 Three check-ins have no answer.
# Nobody has answered mail to the team for two working days.
case-coord-mail = ✉️ Mail to the team has no answer.
# Somebody has left.
case-coord-leaving = 🚪 Somebody leaves the programme.
# Copies of a supervised pair that nobody marked as read for 7 days. The lead reads it.
case-coord-unread = 👁 Nobody has read the copies of a supervised pair.
# “It is about the team”, in the 🆘 menu.
# SAFETY
case-coord-team = 🧭 Somebody says: it is about the team.
# Something in a supervised pair may have arrived, and could not be copied. The lead reads it.
case-coord-unseen =
    👁 A message in a supervised pair could not be copied.
    It may have arrived. Please ask about it.
# An adult in a supervised pair showed contacts at least twice in 28 days. The lead reads it.
case-coord-contacts = 👁 Somebody tried twice to pass a contact.
# Somebody of 16 or 17 waits without a yes to a talk with adults, or goes on without a paper for 90 days. The lead reads it.
case-coord-guardian = 🧑 Somebody of 16 or 17 needs your decision.
# Somebody said two things about an age.
case-coord-two-ages = ⚠️ Somebody told us two different ages.
# A pair was stopped until today. Now somebody must say how it goes on.
# SAFETY
case-coord-stopped = ⏸ A chat is stopped: what becomes of it?
# A lead tries the alarm: the card rings as an urgent one does.
case-coord-trial =
    🔔 <b>TEST.</b> Nobody is in danger: the alarm is tried.
    Please tap “I’m on it”.

## A card: since when, and who is on it

# $at (String): weekday, day, month and hour
case-coord-opened = 🕐 Open since: { $at }
# Nobody has taken the case.
case-coord-open = ⏳ Nobody has taken it yet.
# Somebody shall take the case.
# $name (String): a coordinator's alias
case-coord-for = ⏳ It waits for: { $name }
# Somebody has taken the case.
# $name (String): a coordinator's alias
case-coord-taken = 👤 On it: { $name }
# Somebody lets the case rest.
# $name (String): a coordinator's alias
# $until (String): weekday, day, month and hour
case-coord-resting = 💤 { $name } · looks at it again: { $until }

## A card: how it ended

# Somebody solved it.
case-coord-solved = ✅ This case is solved.
# Others look after it now.
case-coord-elsewhere = ✅ Others look after it now.
# There was nothing to it.
case-coord-false-alarm = ✅ It was a false alarm.
# A case ended: the team looked at it, and it was not so. Whom it was about is forgotten.
# SAFETY
case-coord-unfounded =
    ⚖️ It was looked at, and it was not so.
    Only the dates stay here.
# A case ended: she was tried on two days and not reached.
# SAFETY
case-coord-not-reached = 📵 This person was not reached.
# A silence ended. Nobody had to do anything.
case-coord-resumed =
    💚 They are in contact again.
    This case closed itself.
# Somebody can be reached again. Nobody had to do anything.
case-coord-reachable =
    💚 This person can be reached again.
    This case closed itself.
# The pair has ended.
case-coord-pair-closed = 🏁 This pair has ended.
# $name (String): a coordinator's alias
case-coord-closed-by = 👤 Ended by: { $name }

## A card: why it is shown now

# SAFETY
case-coord-nobody = ❗ Nobody has taken this case so far.
# Nobody has taken it for so long that the lead reads it too.
# SAFETY
case-coord-climbed = ⬆️ Nobody has taken this case. Now it goes to the lead.
# The same happened again while the case is open.
# SAFETY
case-coord-again = 🔁 It happened again.
# Somebody who does not feel safe said how the team may reach her.
# SAFETY
case-coord-said = 💬 This person answered. Read it before you call.
# The time a case could rest is over.
case-coord-back = 💤 This case needs you again.
# The only one who has a case said that she did not reach her. On the next working day she is asked again.
# SAFETY
case-coord-unreached =
    📵 Has anybody reached this person by now?
    If not, you can close the case.
# Somebody hands the case over. A locked screen shows it: no name.
case-coord-handed = 🔁 This case is handed to you.
# Below how the case stands.
# $name (String): a coordinator's alias
case-coord-handed-by = 🔁 Handed over by: <b>{ $name }</b>

## A card: who it is, only in private. The name stands on the line below.

# Whom the case is about.
case-coord-who-about = ❗ It is about:
# Who does not feel safe.
# SAFETY
case-coord-who-unsafe = 🛟 In danger, perhaps right now:

# The same on the card of a case that is over.
case-coord-who-was-unsafe = 🛟 Did not feel safe:
# Who asks to be called.
# SAFETY
case-coord-who-call = 📞 Wants to be called:
# Who reported a message.
case-coord-who-report = 🚩 Reported by:
# The mentor who has a serious worry.
case-coord-who-worries = ⚠️ Told us about the worry:
# The mentee, or one of the mentees, a mentor worries about.
# SAFETY
case-coord-who-worry = ❗ The worry is about:
# Who answered a check-in.
case-coord-who-answered = 💬 Answered:
# Above the names of everybody else in the pair or circle.
case-coord-who-others = 👥 The others:

# Below whom a case is about, for whoever leads: another conversation of that person's. Who is in it stands below.
case-coord-also-in = 🔗 This person is in another chat, too:

# The same, where that person has not come in yet.
case-coord-asked-into = ✉️ This person is asked into another chat:

## A card: details, only in private

# $name (String): the alias
case-coord-mentee = 🌱 <b>{ $name }</b> · mentee
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-mentee-file = 🌱 <b>{ $name }</b> · mentee · 📁 { $file }
# $name (String): the alias
case-coord-mentor = 🤝 <b>{ $name }</b> · mentor
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-mentor-file = 🤝 <b>{ $name }</b> · mentor · 📁 { $file }
# $name (String): the alias
case-coord-staff = 🧭 <b>{ $name }</b> · team
# $name (String): the alias
# $file (String): the NGO's own reference for this person
case-coord-staff-file = 🧭 <b>{ $name }</b> · team · 📁 { $file }
# Whom of the team a case names. Only who may know of it reads this.
# $name (String): the alias
case-coord-meant = 🧭 Named: <b>{ $name }</b>
# A case names whoever leads.
case-coord-meant-lead = 🔑 Named: the lead
# A case is about the team, and it is not said about whom.
case-coord-meant-unsaid = 🔒 It is not said about whom.
# Below it.
# SAFETY
case-coord-secret = 🔒 Nobody who may be meant sees this case.
# $at (String): weekday, day and month
case-coord-since = 📅 Since: { $at }
# $at (String): weekday, day, month and hour
case-coord-due = ⏰ Promised before: { $at }
# Both people of a pair got a reminder to write, and a second one.
case-coord-tried-twice = ✔️ Lazo reminded both, twice.
# Both people of a pair got a reminder to write.
case-coord-tried-both = ✔️ Lazo reminded both.
# Both people of a pair were asked “Did you talk?”.
case-coord-tried-asked = ✔️ Lazo asked both: Did you talk?
# The mentor got a reminder.
case-coord-tried-mentor = ✔️ Lazo reminded the mentor.
# The mentee got a reminder.
case-coord-tried-mentee = ✔️ Lazo reminded the mentee.
# The team took the reported message back.
case-coord-tried-removed = ✔️ The team removed the message.
# After a sad face: the two had talked in Lazo in the time that was asked about.
case-coord-had-talked = ▫️ They had talked before that.
# The same, elsewhere.
case-coord-had-talked-elsewhere = ▫️ They had talked elsewhere before that.
# They had not.
case-coord-had-not-talked = ▫️ They had not talked before that.
# Somebody does not feel safe, and has not said whether a call is safe.
# SAFETY
case-coord-call-unknown = ❔ It is not known whether a call is safe.

# Is it about the partner? “Yes”.
# SAFETY
case-coord-about-yes = ❗ The problem is with the other person of the pair.
# Is it about the partner? “No”.
# SAFETY
case-coord-about-no = ▫️ The problem is not with the other person.

# After another answer, her phone said that it is about somebody else.
case-coord-about-no-later = ✖️ Later answer on this phone: somebody else. Only the team can open.

# She pressed 🆘 once more while the case was open.
case-coord-pressed-again = 🆘 Pressed once more.

# Somebody said on her phone that it was a mistake.
case-coord-mistake = ✖️ Tapped on this phone: by mistake. Talk with this person first.

# She blocked the bot, left, or cannot be reached while the case is open.
case-coord-away = ⚠️ After that, this person blocked the bot or left.
# Is it about the partner? “I don’t know”.
# SAFETY
case-coord-about-unknown = ❔ Not clear yet: is the problem with the other person?
# Is it safe to call? “Yes”.
# SAFETY
case-coord-call-yes = 📞 A call is safe.
# Her wish on every day: “Write, don’t call me”.
# SAFETY
case-coord-call-wish = ✍️ Standing wish: write, do not call.
# Is it safe to call? “Write to me instead”.
# SAFETY
case-coord-call-write = ⛔ Do not call. Write instead.
# Is it safe to call? “Not now”.
# SAFETY
case-coord-call-not-now = ⛔ Do not call or write now. It is not safe.
# One line of the log: a talk about the case.
# $at (String): weekday, day and month
# $channel (String): call, in person, message
# $count (Number): minutes
# $outcome (String): how it went
case-coord-called = 🗒 { $at } · { $channel } · { $count } min · { $outcome }
# The same, when nobody answered.
# $at (String): weekday, day and month
# $channel (String): call, in person, message
# $outcome (String): no answer
case-coord-called-in-vain = 🗒 { $at } · { $channel } · { $outcome }
# SAFETY
# $contact (String): a name and a phone number
case-coord-ring = 📞 Please call now: <b>{ $contact }</b>

## A card: questions

# The first buttons of a card.
case-coord-card = ❓ What happens now?
    .take = 👤 I’m on it
    .show = 👁 Show
    .resolve = ✅ Close case
# More buttons.
case-coord-do = ❓ What do you want to do?
    .call = 📞 Call done
    .move = 🔗 New account
    .release = ▶ Open the chat again
    .nudge = 🔔 Remind both
    .rest = 💤 Remind me later
    .hand = 🔁 Hand over
    .close = 🏁 End pair, close case
# For how long a case may rest.
case-coord-rest = 💤 When should we remind you?
    .day = 💤 In 1 day
    .days = 💤 In 3 days
# After a call or a meeting.
case-coord-call = 📞 How did it go?
    .settled = ✅ All settled, close case
    .spoke = 💬 We spoke, not settled
    .unanswered = 📵 No answer
# In the log of talks: they spoke, and that settled it.
case-coord-log-settled = ✅ All settled
# How the coordinator spoke with somebody, or tried to.
case-coord-channel = 📞 How did you reach out?
    .voice = 📞 Call
    .in-person = 🚶 In person
    .message = 💬 Message
# How long a talk was. Buttons: minutes.
# $count (Number): minutes
case-coord-minutes = 🕐 About how long?
    .some =
        { $count ->
            [one] one minute
           *[other] { $count } minutes
        }
# When a case is closed.
case-coord-end = ✅ How did it end?
    .solved = ✅ Solved
    .elsewhere = 🧩 Others help now
    .nothing = 💨 False alarm
    .unfounded = ⚖️ Unfounded, dates stay
    .unreached = 📵 Not reached
# A case is closed and its pair is stopped. Perhaps the names of the pair follow. Buttons: what becomes of the pair.
# SAFETY
case-coord-becomes =
    ⏸ This chat is stopped.
    What becomes of it?
    Without an answer the case stays open.
    .open = ▶ Open it again
    .stay = ⏸ It stays stopped
    .end = 🏁 It ends
# For how long a pair stays stopped. Buttons: weeks.
# $count (Number): weeks
case-coord-stays =
    📅 How long does it stay stopped?
    After that we will ask again.
    .weeks =
        { $count ->
            [one] ⏸ one week
           *[other] ⏸ { $count } weeks
        }
# Who shall take a case. Buttons: the others of the team.
# $name (String): a coordinator's alias
case-coord-hand = 🔁 Who takes it?
    .person = 👤 { $name }
# Why a pair ends. Nobody of the pair reads the reason.
case-coord-close =
    🏁 Why does this pair end?
    Only the team reads the reason.

# Before a pair ends for conduct: whoever it ends for is heard first. Perhaps the names of the pair follow.
# SAFETY
case-coord-heard =
    👂 Has your team heard the person it is about?
    .yes = ✅ Yes, they were heard
    .authority = ⚖️ An authority asks us not to
    .not-yet = ◀ Not yet

## The list of cases

# The list of open cases. Buttons: their numbers.
# $count (Number): how many cases are open
# $case (String): the case's number
case-coord-list =
    { $count ->
        [one] 🔔 One case is open.
       *[other] 🔔 { $count } cases are open.
    }
    .case = 🔎 { $case }
# Nothing is open.
case-coord-list-none = ✅ No case is open.
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-urgent = 🔴 Case <b>{ $case }</b> · { $age }
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-attention = 🟠 Case <b>{ $case }</b> · { $age }
# $case (String): the case's number
# $age (String): how long it has been open
case-coord-line-routine = 🟢 Case <b>{ $case }</b> · { $age }
# Below a case in the list: it could be shown to nobody so far.
case-coord-line-untold = 📭 Nobody could be told of it.
# How long a case has been open: less than a day.
case-coord-age-new = new
# How long a case has been open.
# $count (Number): days
case-coord-age =
    { $count ->
        [one] one day
       *[other] { $count } days
    }

## The digest

# A coordinator, at nine in the morning, only if there is something.
case-coord-digest = ☀️ Good morning! This waits for you.
    .show = 🔔 Show cases
# Cases that could be shown to nobody so far.
# $count (Number): how many
case-coord-digest-untold =
    { $count ->
        [one] 📭 Nobody could be told of one case.
       *[other] 📭 Nobody could be told of { $count } cases.
    }
# $count (Number): how many
case-coord-digest-waiting =
    { $count ->
        [one] 🟠 One case has nobody yet.
       *[other] 🟠 { $count } cases have nobody yet.
    }
# $count (Number): how many
case-coord-digest-fresh =
    { $count ->
        [one] 🟢 There is one routine case.
       *[other] 🟢 There are { $count } routine cases.
    }
# $count (Number): how many
case-coord-digest-overdue =
    { $count ->
        [one] ⏰ One promised call is late.
       *[other] ⏰ { $count } promised calls are late.
    }
# On a week's first working day: cases that somebody closed who was alone with them.
# $count (Number): how many
# SAFETY
case-coord-digest-unreached =
    { $count ->
        [one] 📵 One case was closed by one person alone. Nobody was reached.
       *[other] 📵 { $count } cases were closed by one person alone. Nobody was reached.
    }
# Above the numbers of stopped pairs. Buttons: their numbers.
# $number (String): the pair's number
case-coord-digest-stopped = 🛑 Stopped for safety:
    .number = ⏸ No. { $number }
# A stopped pair, and for how long.
# $number (String): the pair's number
# $age (String): for how many days
case-coord-digest-stop = • No. { $number } · { $age }
# A pair that was stopped today.
# $number (String): the pair's number
case-coord-digest-stop-new = • No. { $number }

# Above the numbers of pairs that the team has stopped until a day.
case-coord-digest-paused = ⏸ Stopped by the team until:

# A pair that the team has stopped, and until when.
# $number (String): the pair's number
# $day (String): weekday, day and month
case-coord-digest-pause = • No. { $number } · { $day }
# Above the names of people whose mail to the team nobody has answered for a working day.
case-coord-digest-mail = ✉️ Waits for an answer:
# Above the names of pairs.
case-coord-digest-quiet = 🟡 It grows quiet between:
# $names (String): the aliases of a pair
case-coord-digest-pair = • { $names }
# $count (Number): how many more pairs
case-coord-digest-more =
    { $count ->
        [one] • and one more pair
       *[other] • and { $count } more pairs
    }

## A reminder a coordinator sends

# Mentees and mentors.
# $name (String): the partner's alias
case-any-nudge =
    🔔 This person would like to hear from you:
    <b>{ $name }</b>
    Just write “Hello” here.
# Mentees and mentors in a circle.
case-any-nudge-group =
    🔔 Your group would like to hear from you.
    Just write “Hello” here.

## Short words after a tap

# $name (String): a coordinator's alias
case-coord-toast-taken = 👤 Already on it: { $name }
case-coord-toast-closed = ✅ This case is closed.
case-coord-toast-not-yours = 🚫 This case is not for you.
case-coord-toast-shown = 👁 The details are in your chat with Lazo.
case-coord-toast-nudged = 🔔 Both get a reminder. At night it waits.
case-coord-toast-nudged-before = 🔔 Both got a reminder less than a day ago.
case-coord-toast-not-now = 🚫 This is not possible any more.
# A case cannot be closed: the lead has not decided about other pairs of somebody.
case-coord-toast-decide = 🚫 First the lead decides about other pairs. The question is in the lead’s chat.
# Somebody who has blocked Lazo taps on a case, for instance in the group.
case-coord-toast-unreached = 📵 Lazo cannot write to you. Write anything in your chat with Lazo first.
# A case cannot be closed: nobody has talked with the person since.
case-coord-toast-talk = 🚫 A noted message is not enough. They answer you here, or you talk by voice or in person.
# A case cannot be closed as “not reached” yet.
# $count (Number): on so many days somebody must have tried
case-coord-toast-try =
    { $count ->
        [one] 🚫 Try to reach this person first. Note each try here.
       *[other] 🚫 Try on { $count } different days first. Note each try here.
    }
# A case cannot be closed as “not reached” by this person.
case-coord-toast-second = 🚫 A second person closes this: the lead or an urgent contact.
# The only one who has a case says that she reached nobody.
case-coord-toast-later = 🕘 Noted. We will ask you again on the next working day.

## The coordinators’ group

# The name of a case's topic.
# $case (String): the case's number
case-coord-topic = 🔔 Case { $case }
# The bot was added to a group.
case-coord-group-hello =
    ☀️ Hello! This is Lazo.
    Should cases appear here? Then the lead writes /linkgroup.
# The group is linked.
case-coord-group-linked =
    ✅ This group is linked.
    Each case gets its own topic here.
    Names stay private: tap “Show” to read them.
# The group cannot be linked, or does not work any more. What is missing follows.
case-coord-group-missing = 🚫 Something is missing in this group:
# Topics are off.
case-coord-group-missing-topics =
    💬 Topics are off.
    Open the group’s settings and switch on “Topics”.
# The bot is no administrator, or may not manage topics.
case-coord-group-missing-right =
    🔑 I may not manage topics.
    Make me an administrator with the right “Manage topics”.
# Below what is missing.
case-coord-group-then = Then write /linkgroup again.
# The bot does not know its rights in the group. The lead reads it in her private chat.
case-coord-group-unknown =
    🚫 I do not know my rights in that group.
    Remove me from the group.
    Then add me again as an administrator, and write /linkgroup.
# A coordinator, mentor or mentee wrote /linkgroup. Read in the private chat.
case-coord-group-lead = 🚫 Only the lead can link a group.
# The lead has not finished the set-up.
case-coord-group-setup =
    ⏸ The programme is not set up yet.
    Finish the questions in our private chat first.
# The group belongs to another programme. The lead reads it in her private chat.
case-coord-group-other = 🚫 Another programme uses that group.
# Somebody unknown wrote /linkgroup; perhaps the lead wrote as the group.
case-coord-group-who =
    🚫 I do not know who wrote this.
    Only the lead of a programme can link a group.
    Please do not write anonymously.
# The bot was removed from the group. The whole team reads it.
# SAFETY
case-coord-group-lost =
    📤 I am no longer in the team’s group.
    From now on, cases come here.

# A mistake in the program kept something from being done. Those who lead read it, once a day.
case-coord-failed-here =
    🔧 Something I should have done failed: a mistake in the program.
    Somebody may miss a message or an answer. All else goes on.
    Please tell whoever runs Lazo: the log says where it was.
# Somebody pressed 🆘, and a mistake in the program kept the bot from opening a case. Whoever looks after her reads it.
# SAFETY
# $name (String): her alias
case-coord-look-after =
    Somebody pressed 🆘, and I could not open a case.
    It was a mistake in the program. Please contact at once:
    <b>{ $name }</b>

## A group that does not take what it should. The lead reads it, once.

# The coordinators' group refused a card. What is wrong follows.
# SAFETY
case-coord-group-refuses =
    📤 The team’s group did not take a case.
    Until it works again, cases come to private chats.
# The safeguarding group refused a report or a copy. What is wrong follows.
# SAFETY
case-coord-safe-refuses =
    📤 The safeguarding group did not take a message.
    Until it works again, such messages come to the lead.
# The bot may not write in the group.
case-coord-refuses-rights =
    🔑 Lazo may not write there.
    Open the group’s settings and let Lazo write.
# Topics of the group vanish or stay closed.
case-coord-refuses-topics =
    💬 Its topics do not work.
    Open the group’s settings and switch topics on again.
# Telegram makes the bot wait for very long.
case-coord-refuses-slow =
    🕓 Telegram makes Lazo wait for very long there.
    You do not have to do anything.
# Telegram does not say what is wrong.
case-coord-refuses-unknown =
    ❔ Telegram does not say why.
    Please check that Lazo is in the group and may write.
# In the group, when it works again.
case-coord-group-back = ✅ Lazo can write here again.
# The lead, when the coordinators' group works again. Once.
case-coord-group-works =
    ✅ The team’s group works again.
    Cases appear there again.
# The lead, when the safeguarding group works again. Once.
case-coord-safe-works =
    ✅ The safeguarding group works again.
    Reports and copies appear there again.

# Somebody a case is about is a member of the coordinators' group. The lead reads it, once.
# SAFETY
case-coord-group-holds =
    🔒 A case is about somebody in the team’s group.
    It comes to you, and does not appear there.
# The same with the safeguarding group.
# SAFETY
case-coord-safe-holds =
    🔒 A message is about somebody in the safeguarding group.
    It comes to you, and does not appear there.
# Telegram does not say whether somebody a case is about is in the coordinators' group.
# SAFETY
case-coord-group-blind =
    🔒 Lazo cannot see who is in the team’s group.
    So a case comes to you and does not appear there.
    Make Lazo an administrator of the group.
# The same with the safeguarding group.
# SAFETY
case-coord-safe-blind =
    🔒 Lazo cannot see who is in the safeguarding group.
    So a message comes to you and does not appear there.
    Make Lazo an administrator of the group.
# A coordinator or lead has blocked the bot, or Telegram refuses her chat. The leads read it; without a lead the team.
# $name (String): her alias
case-coord-staff-away =
    📵 Somebody of the team cannot be reached in Lazo.
    Until this changes, cases come to the others:
    <b>{ $name }</b>
