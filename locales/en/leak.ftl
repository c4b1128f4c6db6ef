# SPDX-License-Identifier: MIT OR Apache-2.0

### Phone numbers, @names, links to people and the like in messages. The message itself is never quoted.

## What a message shows: the first line of the three letters below it

# A phone number.
# SAFETY
leak-any-shows-phone = 🔢 Your message has a phone number.

# An @name, as on Telegram or Instagram.
# SAFETY
leak-any-shows-name = 👤 Your message has a name for another app.

# A link to a chat or a group elsewhere.
# SAFETY
leak-any-shows-link = 🔗 Your message has a link to another chat.

# A name that leads to somebody's profile.
# SAFETY
leak-any-shows-profile = 👤 Your message shows the profile of a person.

# A contact card.
# SAFETY
leak-any-shows-card = 👤 Your message is a contact card.

# An email address.
# SAFETY
leak-any-shows-mail = ✉️ Your message has an email address.

# A place on a map.
# SAFETY
leak-any-shows-place = 📍 Your message has a place on a map.

## Three letters about such a message, as a reply to it. Its writer reads them.

# She decides. Without a tap nobody gets it.
# SAFETY
leak-any-ask =
    Send it? So far, nobody has it.
    .send = 📨 Send
    .keep = ✖️ Do not send

# Where somebody may be under 18, or the programme says so. Never why.
# SAFETY
leak-any-refused =
    It was not sent: numbers and links cannot be sent here.
    You can ask your team for help.
    .team = 💬 Write to the team

# The programme wants both to agree first, and she has not.
# SAFETY
leak-any-not-yet =
    It was not sent: you both must say yes first.
    Do you want to share phone numbers with each other?
    .yes = ✅ Yes
    .no = ✖️ No

# The same in a circle.
# SAFETY
leak-any-not-yet-group =
    It was not sent: everyone in your group must say yes first.
    May your group share phone numbers?

# She has said yes, the others have not.
# SAFETY
leak-any-not-yet-waits =
    It was not sent: the other side has not said yes yet.
    When we have it, we will tell you.

# A correction showed it, and somebody may have it although it was stopped. Its writer reads it.
# SAFETY
leak-any-reached =
    Numbers and links cannot be sent here.
    Somebody may have seen it. Lazo tries to delete it.

# The same, where she decides.
# SAFETY
leak-any-ask-reached =
    Send it? Somebody may have seen it already.
    For now, Lazo tries to delete it.

# The same, where everybody must agree first.
# SAFETY
leak-any-not-yet-reached =
    Everyone here must say yes to this first.
    Somebody may have seen it. Lazo tries to delete it.

# She does not send such a correction, or nobody tapped.
# SAFETY
leak-any-kept =
    🗑 This is not sent.
    Somebody may have seen it before.

## Swapping contacts

# The other said yes. Nobody has to give a reason.
# SAFETY
# $name (String): the other's alias
leak-any-may =
    📇 Do you want to share phone numbers with each other?
    <b>{ $name }</b>
    Without your yes, Lazo will send none.
    .yes = ✅ Yes
    .no = ✖️ No

# The same in a circle.
# SAFETY
leak-any-may-group =
    📇 May your group share phone numbers?
    Without a yes from everyone, Lazo will send none.

# She said yes, not everybody has.
# SAFETY
leak-any-stands-waits =
    📇 You said yes. We still need a yes from the other side.
    You can change this at any time with /contacts.
    .back = ✖️ Take back my yes

# Everybody said yes.
# SAFETY
leak-any-stands-agreed =
    📇 Everyone said yes. You can share phone numbers now.
    You can change this at any time with /contacts.
    .back = ✖️ Take back my yes

# She has not said yes. The others are not told.
# SAFETY
leak-any-stands-no =
    📇 No phone numbers are shared here. Nobody is told why.
    You can change this at any time with /contacts.
    .yes = ✅ Yes, share numbers

# /contacts, where nothing is to be chosen.
# SAFETY
leak-any-no-choice = There is nothing to choose about phone numbers now.
