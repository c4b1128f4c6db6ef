# SPDX-License-Identifier: MIT OR Apache-2.0

### The 🆘 button. Read by people who are afraid: short, calm, and what happens next is always said.

## The menu

# Mentees and mentors, on 🆘 and /safe.
# SAFETY
safety-any-menu =
    🆘 <b>We are here. What do you need?</b>
    Danger right now? Call 112.
    Young people can also call 116 111. It is free.
    .unsafe = 🛟 I don’t feel safe
    .report = 🚩 Report the last message
    .report-this = 🚩 Report this message
    .call = 📞 Call me
    .mistake = ✖️ Nothing, by mistake

# A button that copies a help number to the clipboard.
# SAFETY
# $number (String): the number
safety-any-number = 📋 { $number }

# Below a safety text, above the programme's own help lines.
# SAFETY
safety-any-own = ☎️ You can also call your programme:

# One of the programme's own help lines, or the contact outside the team.
# SAFETY
# $line (String): a name and a number, as the lead typed them
safety-any-own-line = <b>{ $line }</b>

# After “Nothing, by mistake”.
# SAFETY
safety-any-mistake =
    👍 All right. Nothing was sent.
    The 🆘 button is always here for you.

## I don't feel safe

# At once after “I don't feel safe”. Everything is stopped already, and the team is told.
# SAFETY
# $name (String): the partner's alias
safety-any-stopped =
    🛟 <b>Good that you tell us. Your team knows now.</b>
    Messages between you two are stopped:
    <b>{ $name }</b>
    Nobody tells this person why.

    ❓ Is it about this person?
    .yes = ✅ Yes
    .no = ✖️ No
    .unknown = 🤷 I don’t know

# The same in a circle.
# SAFETY
safety-any-stopped-group =
    🛟 <b>Good that you tell us. Your team knows now.</b>
    Messages in your group are stopped.
    Nobody tells the others why.

    ❓ Is it about somebody in your group?

# The same for somebody with several conversations.
# SAFETY
# $name (String): what a conversation is called
safety-any-stopped-all =
    🛟 <b>Good that you tell us. Your team knows now.</b>
    All your conversations are stopped.
    Nobody tells the others why.

    ❓ Is it about one of these people?
    .one = 👤 { $name }
    .none = ✖️ No, about nobody here
    .unknown = 🤷 I don’t know

# It is about one of several: which of the others go on? Everyone who is named goes on.
# SAFETY
# $name (String): what a conversation is called
safety-any-who-is-fine =
    ⏸ We understand. This conversation stays stopped.
    The others are stopped too.

    ❓ Who is all right? Only with them you go on writing.
    .one = ▶ { $name } is all right
    .none = ⏸ Leave them stopped

# After that question: the conversation stays stopped.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-stopped =
    ⏸ The conversation stays stopped.
    It goes on only when the team says so.

    📞 The team calls you by { $by }.
    Danger before that, or at night? Call 112, it is free.
    Young people can also call 116 111.

    ❓ Is it safe to call you?
    .yes = 📞 Yes, call me
    .write = 💬 Write to me instead
    .not-now = ✋ Not now

# After that question: it was not about the partner, and the conversation goes on.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-open =
    ▶ The conversation goes on.

    📞 The team calls you by { $by }.
    Danger before that, or at night? Call 112, it is free.
    Young people can also call 116 111.

    ❓ Is it safe to call you?

# At once after “I don't feel safe”, when she has no conversation.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-alone =
    🛟 <b>Good that you tell us. Your team knows now.</b>

    📞 The team calls you by { $by }.
    Danger before that, or at night? Call 112, it is free.
    Young people can also call 116 111.

    ❓ Is it safe to call you?

# After “Yes, call me”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-noted-call =
    📞 The team calls you by { $by }.
    Keep your phone with you.
    Danger before that, or at night? Call 112.

# After “Write to me instead”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-noted-write =
    💬 The team does not call you. It writes here by { $by }.
    Only the team reads what you write to it.
    Danger before that, or at night? Call 112.

# After “Not now”.
# SAFETY
safety-any-noted-not-now =
    ✋ The team does not call you now.
    When it is safe, tap 🆘 and then “Call me”.
    Danger, or at night? Call 112.

## Call me

# After “Call me”.
# SAFETY
safety-any-call =
    📞 When do you need the call?
    .today = 📞 Today
    .week = 📅 This week
    .write = 💬 Write instead

# After “Today”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-call-today =
    📞 The team knows. Somebody calls you by { $by }.
    Danger before that? Call 112.

# After “This week”.
# SAFETY
# $by (String): weekday, day and month
safety-any-call-week =
    📅 The team knows. Somebody calls you by { $by }.

## Reporting a message

# After reporting a message.
# SAFETY
safety-any-reported =
    🚩 Thank you. The team gets a copy of this message.
    The person who wrote it is not told.
    Somebody from the team talks with you about it.
    .write = 💬 Write to the team

# After reporting what a coordinator or the lead wrote.
# SAFETY
safety-any-reported-staff =
    🚩 Thank you. Your report does not go to its writer.
    Somebody else looks at it.

# Below it, when it was the lead. The contact outside the team stands below.
# SAFETY
safety-any-outside = 👤 You can also turn to somebody outside the team:

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
