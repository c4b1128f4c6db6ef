# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody who is 16 or 17: the guardian's consent, and her own at 18.

## For the team

# The button on the card of somebody who is 16 or 17 and waits, and below the news about it.
guardian-coord-button = 📝 Guardian agreed
# Which guardian has signed. The answer can also be typed.
# $name (String): the young person's alias
guardian-coord-role =
    📝 Who has signed for this person?
    <b>{ $name }</b>
    Tap a button, or write the role in one or two words.
    .mother = 👩 Mother
    .father = 👨 Father
    .guardian = 🧑 Legal guardian
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
    Today is { $day }.
    Please write day, month and year.
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
    The team reads along in every pair of hers or his.
# Nothing was changed.
guardian-coord-cancelled = Nothing was changed.
# Nobody could read along.
guardian-coord-no-reader =
    ✋ Nobody could read along, so nobody under 18 can join.
    The programme needs a lead or a safeguarding group first.

## For the young person

# The guardian's consent is recorded. The next question follows.
guardian-any-go-on =
    👋 The team has talked with an adult who cares for you.
    You can go on now.
    The team will read along in your chat.
# When will she be 18? Buttons: months. The answer can also be typed.
guardian-any-when =
    🎂 When will you be 18?
    Tap the month. You can also write it, with the year.
# What was typed is no month, or cannot be this one.
guardian-any-when-again =
    Sorry, this cannot be the month.
    When will you be 18? Tap the month, or write it with the year.
# A month on a button.
# $month (String): month and year in digits
guardian-any-month = { $month }
# She is 18 now.
# SAFETY
guardian-any-of-18 =
    🎂 You are 18 now. Happy birthday!
    From now on you decide yourself.
    Do you agree to go on with Lazo as before?
    .yes = ✅ Yes, I agree
    .no = ✖️ No
# The same question, a week later.
# SAFETY
guardian-any-of-18-again =
    🎂 We still wait for your answer.
    You are 18 now, so you decide yourself.
    Do you agree to go on with Lazo as before?
# She agreed.
guardian-any-agreed =
    💚 Thank you.
    The team now decides whether it goes on reading along.
# She did not agree.
guardian-any-declined =
    Thank you for telling us.
    The team talks with you about how to go on.
    You can leave at any time, with /leave.

## For the lead

# Somebody is 18 now and agreed herself.
# $name (String): the alias
guardian-coord-told =
    🎂 This person is 18 now and agrees to go on:
    <b>{ $name }</b>
    You decide whether the team goes on reading along.
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
