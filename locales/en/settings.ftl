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
    What shall Lazo do with it?
    Under 18, or where the team reads along, it never goes.
    .allow = 📨 Send it
    .ask = ❓ Ask the sender first
    .both = 🤝 Both must agree first
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
    Only then does Lazo promise a call.
    At other times people read when these hours begin.
    .workdays = Mon–Fri { $from }–{ $to }
    .daily = Every day { $from }–{ $to }
    .always = Day and night
    .never = No hours
