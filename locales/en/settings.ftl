# SPDX-License-Identifier: MIT OR Apache-2.0

### The programme's settings, for its lead.

# The heading of the list. Below it one line for each setting, and a button for each.
settings-coord-list =
    ⚙️ <b>Settings of the programme</b>
    Tap one to change it.

# A coordinator asks for the settings.
settings-coord-lead-only = ⚙️ Only the lead can see and change the settings.

## Contacts in messages. One of four lines in the list.

# They go through.
settings-coord-contacts-now-allow = 📞 Phone numbers and links to people: they go through.
    .change = 📞 Phone numbers, links

# The sender is asked.
settings-coord-contacts-now-ask = 📞 Phone numbers and links to people: the sender is asked first.

# Everybody must agree.
settings-coord-contacts-now-both = 📞 Phone numbers and links to people: both must agree first.

# They do not go through.
settings-coord-contacts-now-refuse = 📞 Phone numbers and links to people: they do not go through.

# The screen of this setting. Four buttons and back.
settings-coord-contacts =
    📞 A message shows a phone number, a link or a place.
    What should Lazo do with it?
    Under 18, or where the team reads the chat, it never goes.
    .allow = 📨 Send it
    .ask = ❓ Ask the sender first
    .both = 👥 Both must agree first
    .refuse = ✖️ Do not send it

## What readers cannot pass on. One of two lines in the list.

# These kinds of messages.
# $list (String): kinds of messages
settings-coord-protect-now = 🔒 Readers cannot pass these on: { $list }
    .change = 🔒 Passing on

# Nothing is protected.
settings-coord-protect-now-none = 🔓 Readers can pass everything on.

# The screen of this setting. Four buttons, each on or off, and back.
settings-coord-protect =
    🔒 What can readers not pass on or save?
    Tap to change it. It counts for new messages.
    Files are often forms, which people must save.
    .texts = 💬 Texts
    .pictures = 🖼 Photos, videos
    .voices = 🎤 Voice messages
    .files = 📎 Files

## When somebody is on call

# The screen of this setting. One button for each choice, and back.
# $from (Number): the first hour, such as 9
# $to (Number): the hour at which it ends
settings-coord-on-call =
    📞 When does somebody of the team answer after 🆘?
    Tap the hours, or write them, such as { $from }–{ $to }.
    Only then does Lazo promise a call.
    .workdays = Mon–Fri { $from }–{ $to }
    .daily = Every day { $from }–{ $to }
    .always = Day and night
    .never = No hours

# Below the hours on call, above the times that nobody covers.
settings-coord-uncovered = 🌙 In the next 7 days nobody is on call:

# One of these times.
# $from (String): weekday, day, month and hour
# $until (String): weekday, day, month and hour
settings-coord-uncovered-gap = · { $from } – { $until }

## Whether contacts and numbers still hold

# The lead, every half year, and once after an update. Below it the answers. Two buttons.
settings-coord-holds =
    🔁 <b>Do your contacts and numbers still hold?</b>
    Lazo asks this every half year.
    .yes = ✅ Yes, all of it
    .change = ✏️ Answer or change

# The lead, after her yes.
settings-coord-held = ✅ Thank you. Lazo will ask again in half a year.

# In the lead's digest, when she has not answered for a week.
settings-coord-digest-holds = 🔁 Please say if contacts and numbers still hold: /settings

# The lead: a contact left Lazo, or blocked the bot. The name follows, and a button to choose another.
settings-coord-gone = 🆘 This person cannot be reached in Lazo any more:

# A name on its own line.
# $name (String): the name
settings-coord-who = <b>{ $name }</b>

## The alarm is tried

# The lead, at the end of the set-up and whenever she wants.
settings-coord-trial =
    🔔 <b>Would your alarm be heard?</b>
    A test case rings as a real one does.
    First you hear it. After 15 minutes your contacts do.
    Wait, and see who takes it.
    People who are only a number here hear nothing.
    .try = 🔔 Try the alarm
    .ring = 🔔 Ring now

# The lead, when the test case is open.
settings-coord-ringing =
    🔔 The test rings now.
    You will read who took it, and when.

# The lead, when somebody took the test case. The name follows.
# $minutes (Number): after how many minutes
settings-coord-tried =
    { $minutes ->
        [one] ✅ The test was taken after one minute.
       *[other] ✅ The test was taken after { $minutes } minutes.
    }
    Taken by:

# The same, if she took it herself.
# $minutes (Number): after how many minutes
settings-coord-tried-self =
    { $minutes ->
        [one] ✅ You took the test after one minute.
       *[other] ✅ You took the test after { $minutes } minutes.
    }
