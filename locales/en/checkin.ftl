# SPDX-License-Identifier: MIT OR Apache-2.0

### Check-ins: three short questions, one tap each. The partner never sees an answer.

## Around every question

# Above the first question.
checkin-any-hello = ❓ Three short questions, one tap each.

# Above a question that was asked two days ago, or before Lazo was out of order.
checkin-any-again = ❓ This question still waits for you.

# Below every question, and below the thank-you.
# SAFETY
# $name (String): the partner's alias
checkin-any-footer =
    🔒 This person will not see this:
    <b>{ $name }</b>

# The same in a circle.
# SAFETY
checkin-any-footer-group = 🔒 Your group will not see this.

## What mentees are asked

# First question.
# $name (String): the mentor's alias
# $since (String): weekday, day and month of the last check-in or the introduction
checkin-mentee-talked =
    💬 Have you talked with this person since that day?
    <b>{ $name }</b>
    📅 { $since }
    .yes = ✅ Yes
    .no = ✖️ No
    .elsewhere = 📱 Yes, but not here

# First question in a circle. Buttons: those of checkin-mentee-talked.
# $since (String): weekday, day and month of the last check-in or the introduction
checkin-mentee-talked-group =
    💬 Have you talked with your group since that day?
    📅 { $since }

# Second question, if they talked.
checkin-mentee-mood = 💛 How was it?

# Second question, if they did not talk.
checkin-mentee-mood-silent = 💛 How do you feel about it?

# Third question.
# SAFETY
checkin-mentee-call = 📞 Should we call you?
    .no = ✖️ No, thank you
    .week = 📅 This week
    .today = 📞 Today

## What mentors are asked

# First question.
# $name (String): the mentee's alias
checkin-mentor-mood =
    💛 How is it going with this person?
    <b>{ $name }</b>
    .good = 🙂 Good
    .middle = 😐 OK
    .bad = 🙁 Not good

# First question in a circle. Buttons: those of checkin-mentor-mood.
checkin-mentor-mood-group = 💛 How is it going with your group?

# Second question.
# SAFETY
# $name (String): the mentee's alias
checkin-mentor-worry =
    🔎 Are you worried about this person?
    <b>{ $name }</b>
    .no = 🟢 No
    .small = 🟡 A little
    .serious = 🔴 Yes, very

# Second question in a circle. Buttons: those of checkin-mentor-worry.
# SAFETY
checkin-mentor-worry-group = 🔎 Are you worried about somebody in your group?

# Third question.
# SAFETY
checkin-mentor-support = ❓ Do you need support?
    .no = ✖️ No, thank you
    .tips = 💡 Send me tips
    .call = 📞 Call me

# A mentor is seriously worried. Nobody asks what it is.
# SAFETY
checkin-mentor-heard = 🆘 Your team knows now.

# Below it: what the mentor can do.
# SAFETY
checkin-mentor-guidance =
    👂 Listen, stay in contact, and do not ask for details.
    🗣 Say that you must tell your team.
    🚨 Danger now: <b>112</b>

# A mentor asked for tips. A message of its own below the thank-you.
checkin-mentor-tips =
    💡 <b>Tips</b>
    📅 Often and short is better than seldom and long.
    ❓ Ask an open question: What was good this week?
    💛 You do not have to solve everything.

## Later

# In place of the first question, after the button “Later” below it.
# $at (String): weekday, day, month and hour
checkin-any-later =
    🕐 All right. We will ask you again:
    <b>{ $at }</b>

## After the last answer

# In place of the last question.
checkin-any-thanks = ✅ Thank you, your team has your answers.

# Somebody will call.
# SAFETY
# $by (String): weekday, day, month and hour
checkin-any-thanks-call =
    📞 Somebody from your team will call you before:
    <b>{ $by }</b>

# Somebody will be in touch, not necessarily by phone.
# $by (String): weekday, day and month
checkin-any-thanks-touch =
    💬 Somebody from your team will contact you before:
    <b>{ $by }</b>

# Somebody asked for a talk, and the programme has said no hours in which somebody is on call.
checkin-any-thanks-asked = 💬 Your team knows that you want to talk.

# After a serious worry.
# SAFETY
checkin-any-thanks-told = 🔴 Your team knows about your worry.

## Answers in other ways

# A voice note or words in reply to a check-in.
# SAFETY
checkin-any-only-team = ✅ This went to your team. Only your team can see it.

# The coordinator reads it above the copy.
# $name (String): whose answer
checkin-coord-from =
    💬 An answer to a check-in, from:
    <b>{ $name }</b>
