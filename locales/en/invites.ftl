# SPDX-License-Identifier: MIT OR Apache-2.0

### Open invitations, and file numbers. Only the team reads these.

# Heading of /invites. One button for each invitation that nobody has used yet.
invites-coord-list = ✉️ <b>Open invitations</b>
# /invites, and every invitation was used or is too old.
invites-coord-none =
    ✉️ There is no open invitation.
    Invite people with /invite.

# One of them; the number is also on its button.
# $number (Number): its place on the page
# $role (String): the role
invites-coord-entry = { $number } · <b>{ $role }</b>
# Below it: the file number.
# $file (String): the file number
invites-coord-file = 🗂 { $file }
# Below it: the last day on which it works.
# $day (String): weekday, day and month
invites-coord-until = ⏳ Works until: { $day }
# Below it: who made it.
# $name (String): the alias of somebody of the team
invites-coord-by = 🧭 Invited by: <b>{ $name }</b>

# Before one is withdrawn. What it is for stands below.
# $role (String): the role
invites-coord-sure =
    ✉️ <b>Withdraw this invitation?</b>
    <b>{ $role }</b>
    Its link stops working at once.
    .yes = 🗑 Yes, withdraw it
# It was withdrawn.
# $role (String): the role
invites-coord-withdrawn =
    🗑 <b>This invitation was withdrawn.</b>
    <b>{ $role }</b>
    Its link does not work any more.
    .list = ✉️ Open invitations

## File numbers

# The typed number belongs to somebody already. Who it is stands below.
# $file (String): the number
invites-coord-in-use =
    ⚠️ <b>Somebody has this number already</b>
    🗂 <b>{ $file }</b>
    Is this the same person?
    .same = ✅ Yes, the same
    .other = ✏️ Another number
# Below it: it is an open invitation’s.
# $role (String): the role
invites-coord-open = ✉️ An open invitation: { $role }
# On the card of a mentee or mentor: her file number can be typed or given.
invites-coord-number = 🗂 File number
# On the question for a mentee’s or mentor’s file number, instead of typing one.
invites-coord-give = ⏭ Give a new number
# Below an invitation whose number Lazo gave.
invites-coord-given = 🗂 Lazo gave this number. Please note it in your own file.
