# SPDX-License-Identifier: MIT OR Apache-2.0

### Phone numbers, @names, links to people and the like in messages. The message itself is never quoted.

## What a message shows: the first line of the three letters below it

# A phone number.
leak-any-shows-phone = 📞 This shows a phone number.

# An @name, as on Telegram or Instagram.
leak-any-shows-name = 👤 This shows a name for another app.

# A link to a chat or a group elsewhere.
leak-any-shows-link = 🔗 This shows a link to another chat.

# A name that leads to somebody's profile.
leak-any-shows-profile = 👤 This shows the profile of a person.

# A contact card.
leak-any-shows-card = 👤 This is a contact card.

# An email address.
leak-any-shows-mail = ✉️ This shows an email address.

# A place on a map.
leak-any-shows-place = 📍 This shows a place on a map.

## Three letters about such a message, as a reply to it. Its writer reads them.

# She decides. Without a tap nobody gets it.
leak-any-ask =
    Send it? So far, nobody has it.
    .send = 📨 Send
    .keep = ✖️ Do not send

# Where somebody may be under 18, or the programme says so. Never why.
leak-any-refused =
    It was not sent. Here, such things do not go through.
    Do you need this? Your team can help.
    .team = 💬 Write to the team

# The programme wants both to agree first, and she has not.
leak-any-not-yet =
    It was not sent. You both must say yes first.
    May you two swap contacts?
    .yes = ✅ Yes
    .no = ✖️ No

# The same in a circle.
leak-any-not-yet-group =
    It was not sent. Everyone in your group must say yes first.
    May your group swap contacts?

# She has said yes, the others have not.
leak-any-not-yet-waits =
    It was not sent. We still need a yes from the other side.
    When we have it, we tell you.

# A correction showed it, and somebody may have it although it was stopped. Its writer reads it.
leak-any-reached =
    Here, such things do not go through.
    Somebody may have seen it. Lazo tries to delete it.

# The same, where she decides.
leak-any-ask-reached =
    Send it? Somebody may have seen it already.
    For now, Lazo tries to delete it.

# The same, where everybody must agree first.
leak-any-not-yet-reached =
    Everyone here must say yes to this first.
    Somebody may have seen it. Lazo tries to delete it.

# She does not send such a correction, or nobody tapped.
leak-any-kept =
    🗑 This is not sent.
    Somebody may have seen it before.

## Swapping contacts

# The other said yes. Nobody has to give a reason.
# $name (String): the other's alias
leak-any-may =
    🤝 May you two swap contacts, like phone numbers?
    <b>{ $name }</b>
    Without your yes, Lazo sends none.
    .yes = ✅ Yes
    .no = ✖️ No

# The same in a circle.
leak-any-may-group =
    🤝 May your group swap contacts, like phone numbers?
    Without a yes from everyone, Lazo sends none.

# She said yes, not everybody has.
leak-any-stands-waits =
    🤝 You said yes. We still need a yes from the other side.
    You can change this at any time with /contacts.
    .back = ✖️ Take back my yes

# Everybody said yes.
leak-any-stands-agreed =
    🤝 Everyone said yes. You can send contacts now.
    You can change this at any time with /contacts.
    .back = ✖️ Take back my yes

# She has not said yes. The others are not told.
leak-any-stands-no =
    🤝 No contacts are swapped here. Nobody is told why.
    You can change this at any time with /contacts.
    .yes = ✅ Yes, swap contacts

# /contacts, where nothing is to be chosen.
leak-any-no-choice = There is nothing to choose about contacts now.
