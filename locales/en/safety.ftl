# SPDX-License-Identifier: MIT OR Apache-2.0

### The 🆘 button. Read by people who are afraid: short, calm, and what happens next is always said.

## The menu

# Mentees and mentors, on 🆘 and /safe.
# SAFETY
# $name (String): whom a mentor accompanies
safety-any-menu =
    🆘 <b>What do you need?</b>
    Danger now? Call 112.
    .unsafe = 🛟 I don’t feel safe
    .report = 🚩 Report the last message
    .report-this = 🚩 Report this message
    .call = 📞 Call me
    .worry = 🔎 I worry about: { $name }
    .team = 🧭 It is about the team
    .mistake = ✖️ Nothing, by mistake

# A button that copies a help number to the clipboard.
# SAFETY
# $number (String): the number
safety-any-number = 📋 { $number }

# A help number: by voice, beside 112.
# SAFETY
# $number (String): the number
safety-any-line-emergency = ☎️ Danger now: <b>{ $number }</b>

# A help number: in writing.
# SAFETY
# $number (String): the number
safety-any-line-text = 💬 Danger now, in writing: <b>{ $number }</b>

# A help number: for children and young people.
# SAFETY
# $number (String): the number
safety-any-line-child = ☎️ Under 18: <b>{ $number }</b>

# A help number: violence at home.
# SAFETY
# $number (String): the number
safety-any-line-violence = ☎️ Violence: <b>{ $number }</b>

# A help number: the same, in writing.
# SAFETY
# $number (String): the number
safety-any-line-violence-text = 💬 Violence, in writing: <b>{ $number }</b>

# A help number: thoughts of suicide, despair.
# SAFETY
# $number (String): the number
safety-any-line-crisis = ☎️ You see no way out: <b>{ $number }</b>

# One of the programme's own help lines, or the contact outside the team.
# $line (String): a name and a number, as the lead typed them
safety-any-own-line = ☎️ <b>{ $line }</b>

# After “Nothing, by mistake”.
# SAFETY
safety-any-mistake =
    ✅ All right. Nothing was sent.
    The 🆘 button is always here for you.

## I don't feel safe

# At once after “I don't feel safe”. Everything is stopped already, and the team is told.
# SAFETY
# $name (String): the partner's alias
safety-any-stopped =
    ⏸ You and this person cannot write to each other now:
    <b>{ $name }</b>

    ❓ Is the problem with this person?
    .yes = ✅ Yes
    .no = ✖️ No
    .unknown = 🤷 I don’t know

# The same in a circle.
# SAFETY
safety-any-stopped-group =
    ⏸ Nobody in your group can write there now.

    ❓ Is the problem with somebody in your group?

# The same for somebody with several conversations.
# SAFETY
# $name (String): what a conversation is called
safety-any-stopped-all =
    ⏸ All your chats are stopped.

    ❓ Is the problem with one of these people?
    .one = 👤 { $name }
    .none = ✖️ No, with nobody here
    .unknown = 🤷 I don’t know

# It is about one of several: which of the others go on? Everyone who is named goes on.
# SAFETY
# $name (String): what a conversation is called
safety-any-who-is-fine =
    ⏸ This chat stays stopped.

    ❓ Who do you feel safe with? You can write only to them.
    .one = ▶ I feel safe with: { $name }
    .none = ⏸ Leave them stopped

# In a circle, after “Yes”: who? Each name is a button; those she has tapped stand below the question.
# SAFETY
# $name (String): the alias of a member
safety-any-who-in-circle =
    ❓ Who is the problem with? You can choose several.
    .one = 👤 { $name }
    .done = ✅ That is all
    .other = ✖️ With somebody else
    .unknown = 🤷 I don’t know

# Below it.
# SAFETY
safety-any-who-in-circle-reads = Only your team reads your answer.

# A member of the circle she has tapped.
# $name (String): the alias
safety-any-who-in-circle-named = • <b>{ $name }</b>

# What became of the chat: it stays stopped.
# SAFETY
safety-any-next-stopped = ⏸ Only your team can open this chat again.

# It was not about the partner, and the chat is open. What she writes goes on going to the team, unless she chooses.
# SAFETY
# $name (String): what a conversation is called
safety-any-next-open = ▶ Your chat is open again: your words go to your team, unless you tap the name.
    .write = 👤 Write to: { $name }

# She asked for a conversation that is stopped, or for a break from it. Who reads what she writes stands below.
# SAFETY
safety-any-resting = ⏸ This chat is stopped.

# Below what is said about a chat into which nothing of hers goes.
# SAFETY
safety-any-team-reads = 🔒 What you write here goes only to your team.

# The same where nobody may know of it.
# SAFETY
safety-any-nobody-reads = 🔒 Nobody reads your words yet: whoever helps you later gets them.

# Below “You write to”, after “Write to”.
# SAFETY
# $minutes (Number): how long a choice holds
safety-any-writes-to =
    This ends after { $minutes } minutes, or when somebody else writes.
    Then your words go to your team again.

# The first line after “I don’t feel safe”, and all of it for somebody who has no chat with anybody.
# SAFETY
safety-any-knows = 🛟 <b>Your team knows now.</b>

# In its place where nobody may know of it: everybody here may be whom it is about. The help numbers stand below.
# SAFETY
safety-any-unheard = 🛟 <b>Nobody here can read this yet:</b> please call one of these numbers.

# When the team calls: somebody is on call.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-promise-before =
    🕐 Your team will contact you before:
    <b>{ $by }</b>
    🚨 In danger, or at night: <b>112</b>

# Nobody is on call now.
# SAFETY
# $from (String): weekday, day, month and hour
safety-any-promise-from =
    🕐 Nobody from your team is on call until:
    <b>{ $from }</b>
    🚨 In danger, or at night: <b>112</b>

# The programme has no hours on call.
# SAFETY
safety-any-promise-none =
    🕐 Your team will answer when they can.
    🚨 In danger, or at night: <b>112</b>

# Below it, the question.
# SAFETY
safety-any-reach =
    ❓ Is it safe to call you?
    .yes = 📞 Yes, call me
    .write = 💬 Write to me here
    .not-now = 🕐 Not now

# After “Yes, call me”.
# SAFETY
safety-any-noted-call = ✅ Thank you. Keep your phone with you.

# After “Write to me here”.
# SAFETY
safety-any-noted-write = 💬 Your team will not call you. They will write to you here.

# After “Not now”.
# SAFETY
safety-any-noted-not-now =
    🕐 Your team will not call or write now.
    You can change this here. In danger, call 112.

# Once, right after “I don't feel safe”.
# SAFETY
safety-any-only-team =
    🔒 What you write here now goes only to your team.
    Does somebody else read here? Look at “Devices” in Telegram’s settings.
    .clear = 🧹 Clear here

# The same where nobody may know of it.
# SAFETY
safety-any-only-nobody =
    🔒 Nobody reads your words yet: whoever helps you later gets them.
    Does somebody else read here? Look at “Devices” in Telegram’s settings.

# The short word after “Clear here”.
# SAFETY
safety-any-cleared = ✅ What you wrote to your team is gone from here. Your team still knows.

# The same, when something she wrote has not reached the team yet.
# SAFETY
safety-any-cleared-later =
    ✅ This chat is cleared of all that your team has.

    The rest will go when your team has it.

# After /undo of a message to the team.
# SAFETY
safety-any-cleared-one = ✅ Deleted here. Your team keeps it.

# The same, when some of it is older than what Telegram lets bots delete (48 hours).
# SAFETY
safety-any-cleared-lately =
    ✅ The last two days are cleared.
    Telegram lets us delete nothing older.
    You can delete this chat yourself.

# After “Nothing, by mistake”, when the team knows already.
# SAFETY
safety-any-mistake-noted =
    ✅ Your team reads that it was a mistake.
    They will talk with you first. Only they can close this.

# Behind “Read”: somebody of the team has taken her case.
# SAFETY
safety-any-somebody = ✅ Somebody from your team is looking after this now.

# Behind “Read”: her case is over, and her words go where they went before.
# SAFETY
safety-any-over =
    ✅ Your team has closed this.
    What you write here no longer goes only to your team.
    When you write, we ask you who it is for.

# Behind “Read”: nobody has taken her case yet. The help numbers stand below.
# SAFETY
safety-any-nobody-yet =
    🕐 Nobody from your team has answered yet.
    We will ask them again. In danger, call 112.

# Behind “Read”: the team lets her conversation stay stopped. Perhaps the partner's name follows.
# SAFETY
safety-any-stays =
    ⏸ This chat stays stopped for now.
    Your team will look at it again.

# Below it, if what she writes goes to the team alone.
# SAFETY
safety-any-stays-team = What you write here goes only to your team.

# Behind “Read”: the team has ended her stopped conversation. Perhaps the partner's name follows.
# SAFETY
safety-any-ends =
    Your team has ended this chat.
    You can write to your team at any time.

# Below it: with whom.
# $name (String): the partner's alias
safety-any-with = · <b>{ $name }</b>

## It is about the team

# After “It is about the team”. Nothing of it reaches who is named.
# SAFETY
safety-any-team =
    🧭 <b>Who is it about?</b>
    That person will not see it.
    .somebody = 🧭 Somebody in the team
    .lead = 🔑 The lead
    .unsaid = 🔒 I’d rather not say

# After “Somebody in the team”. One button for each of them.
# SAFETY
# $name (String): a coordinator's alias
safety-any-team-which =
    🧭 <b>Which person of the team?</b>
    That person will not see it.
    .one = 👤 { $name }

# It is about a coordinator: the lead has it.
# SAFETY
safety-any-team-lead = 🔒 <b>Only the lead sees this.</b>
    .write = 💬 Write about it

# It is about the lead, or not said: somebody outside the team has it.
# SAFETY
safety-any-team-outside = 🔒 <b>Only somebody outside the team sees this.</b>

# Below both: who reads what she writes, and the number.
# SAFETY
safety-any-team-only =
    💬 What you write to the team now goes only there.
    🚨 Danger now: <b>112</b>

# The same while 🆘 is open, too: whoever has that reads it as well.
# SAFETY
safety-any-team-also =
    💬 What you write goes there, and to whoever helps you after 🆘.
    🚨 Danger now: <b>112</b>

# There is nobody in Lazo who may see it. Below it: whom to ring, if the programme has said so, and the help numbers.
# SAFETY
safety-any-team-nobody =
    🔒 <b>Nobody here can look at this yet.</b>
    Nobody in the team sees it.
    Please call one of these numbers.

## Call me

# After “Call me”.
# SAFETY
safety-any-call =
    📞 When should we call you?
    .today = 📞 Today
    .week = 📅 This week
    .write = 💬 Write instead

# After “Today”.
# SAFETY
safety-any-call-today = 📞 Your team knows.

# After “This week”.
# SAFETY
# $by (String): weekday, day and month
safety-any-call-week =
    📅 Your team knows. They will call you before the end of:
    <b>{ $by }</b>

## Reporting a message

# After reporting a message.
# SAFETY
safety-any-reported =
    🚩 The team gets a copy of this message.
    The person who wrote it is not told.
    .write = 💬 Write to the team

# After reporting a message of a conversation that is open.
# SAFETY
safety-any-reported-too = 🚩 The team gets a copy. The person who wrote it is not told.

# Below what is said about a report of a conversation that is open.
# SAFETY
safety-any-stop-too = ❓ Do you want to stop this chat too?
    .yes = ⏸ Yes, stop it
    .no = ▶ No, it goes on

# After “Yes, stop it”.
# SAFETY
safety-any-reported-stopped =
    ⏸ This chat is stopped now.
    Only the team can open it again.

# Below both, above the button.
# SAFETY
safety-any-reported-more = You can tell the team more with the button below.

# After reporting what a coordinator or the lead wrote.
# SAFETY
safety-any-reported-staff = 🚩 Somebody else reads your report, not the person who wrote this.

# Below it, when it was the lead. The contact outside the team stands below.
# SAFETY
safety-any-outside = 👤 You can also talk to somebody outside the team:

# When there is nothing to report.
# SAFETY
safety-any-report-none =
    🚩 There is no message here that we can report.
    The team can still help you.

# Above the copy of a reported message, for whoever reads reports.
# SAFETY
# $number (String): the number of the case
# $name (String): who reported it
safety-coord-report =
    🚩 <b>A reported message, case { $number }</b>
    The message follows. Lazo keeps no other copy.
    Reported by:
    <b>{ $name }</b>

# Above what somebody has written since 🆘, for whoever reads it from now on.
# $number (String): the number of the case
safety-coord-follows =
    🆘 <b>Case { $number }: what this person has written since 🆘 follows.</b>

# Below that, on the private card of somebody in danger, and before an answer to such a person.
# SAFETY
safety-coord-phone =
    Somebody else may see this person’s phone.
    Do not write about the case before you know it is safe.

# In the talk of somebody who pressed 🆘 or writes to the team: a message was deleted before it could be copied.
# $name (String): who wrote it
safety-coord-deleted =
    ✖️ A message was deleted before it could arrive here. It was from:
    <b>{ $name }</b>

# For the lead: another pair of somebody a case is about. The case cannot be closed before this is answered.
# $number (String): the number of the case
# $names (String): who is in the pair
safety-coord-other-pair =
    🆘 <b>Case { $number }</b>
    Somebody this case is about is in another pair, too.
    ❓ Do you want to stop it as well?

    <b>{ $names }</b>
    .hold = ⏸ Stop it
    .leave = ▶ Leave it open

# After “Stop it”.
# $names (String): who is in the pair
safety-coord-decided-held =
    ⏸ Stopped:
    <b>{ $names }</b>

# After “Leave it open”.
# $names (String): who is in the pair
safety-coord-decided-left =
    ▶ Left open:
    <b>{ $names }</b>
