# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody who is 16 or 17: the guardian's consent, and her own at 18.

## For the team

# The button on the card of somebody who is 16 or 17 and waits, and below the news about it.
guardian-coord-button = 📝 Guardian agreed
# A button for the lead: somebody of 16 or 17 goes on without a paper.
guardian-coord-without = ⏭ Go on without paper
# Who has signed: a guardian, or an institution that stands for her. The answer can also be typed.
# $name (String): the young person's alias and file number
guardian-coord-role =
    📝 Who has signed for this person?
    <b>{ $name }</b>
    Tap a button, or write the role in one or two words.
    .mother = 👩 Mother
    .father = 👨 Father
    .guardian = 🧑 Legal guardian
    .institution = 🏛 Institution
# Which date stands on the paper. The answer can also be typed.
# $name (String): the young person's alias
# $role (String): the guardian's role
guardian-coord-day =
    📅 Which date is on the paper?
    <b>{ $name }</b> · { $role }
    Tap a button, or write it with day, month and year.
    .today = 📅 Today
    .yesterday = 📅 Yesterday
# What was typed is no date, or cannot be this one.
# $day (String): today
guardian-coord-day-again =
    Sorry, this cannot be the date on the paper.
    Please write day, month and year.
    📅 Today: { $day }
# The last look before it is recorded.
# SAFETY
# $name (String): the young person's alias
# $role (String): the guardian's role
# $day (String): weekday, day and month on the paper
guardian-coord-paper =
    📄 Do you have the signed paper?
    <b>{ $name }</b> · { $role }
    📅 { $day }
    Lazo notes only this. The paper stays with you.
    .yes = ✅ Yes, it is here
# It is recorded.
# $name (String): the young person's alias
guardian-coord-recorded =
    ✅ This person can go on now:
    <b>{ $name }</b>
    The team will read every chat of this person.
# Nothing was changed.
guardian-coord-cancelled = Nothing was changed.
# Nobody could read along.
guardian-coord-no-reader =
    🚫 Nobody could read the chats, so nobody under 18 can join.
    The programme needs a lead or a safeguarding group first.

## Her own answer, for the team

# Whoever looks after her: she agrees that the team speaks with the adult who is responsible for her.
# $name (String): the young person's alias and file number
guardian-coord-said-yes =
    ✅ 16 or 17, and says yes:
    <b>{ $name }</b>
    You can speak with the adult who is responsible.
    Then record the paper here.
# Whoever looks after her, and the lead: nobody may be contacted.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-no =
    ✖️ 16 or 17, and says no to a talk with adults:
    <b>{ $name }</b>
    Please contact nobody.
    Look for another way with this person.
# Whoever looks after her, and the lead: she wants to be talked with first.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-talk =
    💬 16 or 17, and wants to talk with you first:
    <b>{ $name }</b>
    Please contact nobody before that.
# Whoever looks after her, and the lead: she was asked and has not answered.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-nothing =
    🕐 16 or 17, and has not answered us:
    <b>{ $name }</b>
    Please talk with this person.
    Contact nobody else.

## Without a paper: the lead decides, a second of the team confirms

# The lead, after that button.
# $name (String): the young person's alias and file number
guardian-coord-why =
    ⏭ Why does this person go on without a paper?
    <b>{ $name }</b>
    Somebody else of your team confirms it, if there is anybody.
    .danger = ⚠️ Danger at home
    .nobody = 📵 Nobody can be reached
    .unnamed = ⏳ Nobody is named yet
# Everybody else of the team.
# SAFETY
# $name (String): the young person's alias and file number
# $reason (String): why, as its button says it
# $by (String): the lead's alias
guardian-coord-second =
    ⏭ May this person go on without a paper?
    <b>{ $name }</b>
    { $reason }
    This person of your team has decided it:
    <b>{ $by }</b>
    .yes = ✅ Yes, I agree
    .no = ✖️ No
# The lead: the others are asked.
# $name (String): the young person's alias and file number
guardian-coord-asked-second =
    🕐 Somebody else of your team is asked now:
    <b>{ $name }</b>
    We will write to you here.
# The lead, who is the only one of her team.
# $name (String): the young person's alias and file number
guardian-coord-alone =
    ✅ This person can go on now:
    <b>{ $name }</b>
    You decide alone here.
    We will ask you again on the next working day.
# The lead: another of the team did not agree.
# $name (String): the young person's alias and file number
# $by (String): who did not
guardian-coord-not-agreed =
    ✖️ Somebody of your team does not agree:
    <b>{ $by }</b>
    It is about this person:
    <b>{ $name }</b>
    Please talk with each other.
# Whoever did not agree.
# $name (String): the young person's alias and file number
guardian-coord-second-no =
    ✖️ You do not agree about:
    <b>{ $name }</b>
    The lead will read it.
# The lead, after 90 days, or on the next working day where there is nobody else in the team.
# SAFETY
# $name (String): the young person's alias and file number
# $reason (String): why, as its button says it
guardian-coord-still =
    ⏭ This person goes on without a paper:
    <b>{ $name }</b>
    { $reason }
    Is it still right?
    .yes = ✅ Still right
# After that.
# $name (String): the young person's alias and file number
guardian-coord-still-right =
    ✅ It stays so:
    <b>{ $name }</b>
# In the digest of a week's first working day: the names of people about whom the lead decided with nobody to confirm it.
guardian-coord-digest-alone = ⏭ You decided alone that they go on without a paper:

## Two answers about an age

# Whoever looks after her. Her account said one thing before and says another now.
# SAFETY
# $name (String): the young person's alias and file number
# $before (String): what was said before
# $now (String): what is said now
guardian-coord-ages =
    ⚠️ This person told us two ages:
    <b>{ $name }</b>
    Before: { $before }
    Now: { $now }
    Please ask this person. Which one is right?
# After that.
# $name (String): the young person's alias and file number
# $age (String): which age
guardian-coord-age-is =
    ✅ This age is noted:
    <b>{ $name }</b> · { $age }

## On the card

# Her own answer: the team may speak with the adult who is responsible for her.
guardian-coord-card-yes = ✅ Says: you may speak with the adult.
# Her own answer: nobody may be contacted.
guardian-coord-card-no = ✖️ Says: please contact nobody.
# Her own answer: she wants to be talked with first.
guardian-coord-card-talk = 💬 Says: talk with me first.
# Who has signed, and when.
# $role (String): who
# $day (String): weekday, day, month and year on the paper
guardian-coord-card-paper = 📄 { $role } · { $day }
# Why it goes without a paper, and since when.
# $reason (String): why, as its button says it
# $day (String): weekday, day, month and year
guardian-coord-card-without = ⏭ Without paper: { $reason } · { $day }
# The others of the team are asked.
guardian-coord-card-second = 🕐 A second person has not confirmed it yet.
# When she will be 18, as she says.
# $month (String): month and year in digits
guardian-coord-card-18 = 🎂 Will be 18, in own words: { $month }
# She gave two answers, and nobody has said which is right.
# $before (String): what was said before
# $now (String): what is said now
guardian-coord-card-ages = ⚠️ Two ages: { $before } · { $now }

## For the young person

# The team has a paper, or has decided. The next question follows.
# SAFETY
guardian-any-go-on =
    ✅ You can go on now.
    The team will read your chat too.
# Somebody of 16 or 17, after she has read that she can take part. Her answer decides whether anybody is contacted.
# SAFETY
guardian-any-may =
    Usually an adult who is responsible for you signs a paper.
    ❓ May the team speak with this adult?
    Without your yes the team will contact nobody.
    .yes = ✅ Yes
    .no = ✖️ No
    .talk = 💬 Talk with me first
# She who waits said yes.
# SAFETY
guardian-any-waits-yes =
    💚 Thank you. The team will speak with this adult.
    Then we will write to you here.
# She who waits said no.
# SAFETY
guardian-any-waits-no =
    💚 All right. The team will contact nobody.
    It will look for another way with you.
# She who waits wants to be talked with first.
# SAFETY
guardian-any-waits-talk =
    💚 All right. The team will talk with you first.
    Before that it will contact nobody.
# When will she be 18? Buttons: months. The answer can also be typed.
# SAFETY
guardian-any-when =
    🎂 When will you be 18?
    Tap the month. You can also write it, with the year.
# What was typed is no month, or cannot be this one.
# SAFETY
guardian-any-when-again =
    Sorry, this cannot be the month.
    When will you be 18? Tap the month, or write it with the year.
# A month on a button.
# $month (String): month and year in digits
guardian-any-month = { $month }
# She is 18 now.
# SAFETY
guardian-any-of-18 =
    You are 18 now: you decide.
    Do you agree to go on with Lazo?
    .yes = ✅ Yes, I agree
    .no = ✖️ No
# The same question, a week later.
# SAFETY
guardian-any-of-18-again =
    🎂 We are still waiting for your answer.
    You are 18 now, so you decide yourself.
    Do you agree to go on with Lazo?
# Somebody who is 18 now, in whose conversation the team reads along.
# SAFETY
guardian-any-along =
    👁 The team reads your chat too.
    ❓ May it go on? You decide now.
    .yes = ✅ Yes, go on
    .no = ✖️ No, stop reading
# The same question, a week later.
# SAFETY
guardian-any-along-again =
    👁 We are still waiting for your answer.
    ❓ May the team go on reading your chat?
    Without your yes it will stop.
# She agreed.
# SAFETY
guardian-any-agreed =
    💚 Thank you.
    You go on as before.
# She did not agree.
# SAFETY
guardian-any-declined =
    Thank you for telling us.
    The team will talk with you about how to go on.
    You can leave at any time, with /leave.
# She agreed that the team goes on reading along.
# SAFETY
guardian-any-along-on =
    💚 Thank you.
    The team goes on reading your chat.
# She did not, and it has ended.
# SAFETY
guardian-any-along-over =
    💚 All right.
    The team does not read your chat any more.
# She did not. It ends a little later, at the latest before this day; never why.
# SAFETY
# $day (String): weekday, day and month
guardian-any-along-until =
    💚 All right.
    The team will stop reading before this day:
    <b>{ $day }</b>
# She did not, but the team must go on reading in her group.
# SAFETY
guardian-any-along-others =
    💚 All right. In your group the team still reads.
    It will talk with you about that.

## For the lead

# Somebody is 18 now and agreed herself.
# $name (String): the alias
guardian-coord-told =
    🎂 This person is 18 now and agrees to go on:
    <b>{ $name }</b>
# Somebody is 18 now and did not agree.
# $name (String): the alias
guardian-coord-told-not =
    🎂 This person is 18 now and does not agree to go on:
    <b>{ $name }</b>
    Please talk with this person.
# Somebody is 18 now, was asked twice and has not answered.
# $name (String): the alias
guardian-coord-told-silent =
    🎂 This person is 18 now and has not answered:
    <b>{ $name }</b>
    We asked twice. Please talk with this person.
# Somebody who is 18 agreed that the team goes on reading along.
# $name (String): the alias
guardian-coord-told-along =
    👁 This person is 18 and agrees that you go on reading:
    <b>{ $name }</b>
# Somebody who is 18 did not: reading along has ended.
# $name (String): the alias
guardian-coord-told-along-over =
    👁 This person is 18, and the team has stopped reading:
    <b>{ $name }</b>
    There was no yes to it.
