# SPDX-License-Identifier: MIT OR Apache-2.0

### Open invitations, and file numbers. Only the team reads these.

# Heading of /invites. One button for each invitation that nobody has used yet.
invites-coord-list = ✉️ <b>دعوات مفتوحة</b>
# /invites, and every invitation was used or is too old.
invites-coord-none =
    ✉️ لا توجد دعوة مفتوحة.
    يمكن دعوة الناس عبر /invite.

# One of them; the number is also on its button.
# $number (Number): its place on the page
# $role (String): the role
invites-coord-entry = { $number } · <b>{ $role }</b>
# Below it: the file number.
# $file (String): the file number
invites-coord-file = 🗂 { $file }
# Below it: the last day on which it works.
# $day (String): weekday, day and month
invites-coord-until = ⏳ تعمل حتى: { $day }
# Below it: who made it.
# $name (String): the alias of somebody of the team
invites-coord-by = 🧭 الدعوة من: <b>{ $name }</b>

# Before one is withdrawn. What it is for stands below.
# $role (String): the role
invites-coord-sure =
    ✉️ <b>هل نسحب هذه الدعوة؟</b>
    <b>{ $role }</b>
    يتوقف رابطها فورًا.
    .yes = 🗑 نعم، سحب الدعوة
# It was withdrawn.
# $role (String): the role
invites-coord-withdrawn =
    🗑 <b>سُحبت هذه الدعوة.</b>
    <b>{ $role }</b>
    لم يعد رابطها يعمل.
    .list = ✉️ دعوات مفتوحة

## File numbers

# The typed number belongs to somebody already. Who it is stands below.
# $file (String): the number
invites-coord-in-use =
    ⚠️ <b>هذا الرقم لشخص آخر</b>
    🗂 <b>{ $file }</b>
    هل هو الشخص نفسه؟
    .same = ✅ نعم، نفسه
    .other = ✏️ رقم آخر
# Below it: it is an open invitation’s.
# $role (String): the role
invites-coord-open = ✉️ دعوة مفتوحة: { $role }
# On the card of a mentee or mentor: her file number can be typed or given.
invites-coord-number = 🗂 رقم الملف
# On the question for a mentee’s or mentor’s file number, instead of typing one.
invites-coord-give = ⏭ إعطاء رقم جديد
# Below an invitation whose number Lazo gave.
invites-coord-given = 🗂 هذا الرقم من لازو. يرجى كتابته في ملفكم.
