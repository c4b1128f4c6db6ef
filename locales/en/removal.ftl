# SPDX-License-Identifier: MIT OR Apache-2.0

### The team takes back what somebody wrote: why, and that everybody it concerns reads so.

## For the team

# Whoever reads a report or a supervised copy wants the message gone. Buttons: the reasons. Everybody concerned may read the reason.
# SAFETY
removal-coord-ask =
    🗑 <b>Why does the team remove this message?</b>
    The one who wrote it reads the reason.
    .contact = 📞 It shows a contact
    .hurts = 💔 It can hurt
    .unfit = 🚫 It does not belong here
    .mistake = ↩️ Sent by mistake
    .other = 💬 Another reason
    .keep = ✖️ Leave it there

# The button below a line above a report or a supervised copy.
removal-coord-button = 🗑 Remove the message

# The message stays.
removal-coord-kept = The message stays.

# The message is gone.
# $reason (String): the reason that was tapped
removal-coord-removed =
    🗑 The message is removed. Both sides read so.
    { $reason }

# Below it: Telegram does not delete everything any more.
removal-coord-stays = ⌛ Copies older than 48 hours stay.

# The message is gone already.
removal-coord-nothing = ↩️ This message is gone already.

## For the people of the conversation

# A reply to the message, for who wrote it.
# SAFETY
# $reason (String): the reason, as the team tapped it
removal-any-yours =
    🗑 The team has removed this message.
    { $reason }
    You can ask the team about it.

# For whoever had the message.
removal-any-here = 🗑 The team has removed a message here.
