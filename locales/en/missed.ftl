# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says when two people do not write to each other. It asks before it alarms, and it never blames.

## Nobody has written yet

# A mentee, 3 days after the introduction, when nobody has written.
# $name (String): the mentor's alias
missed-mentee-hello =
    💬 You have not written to each other yet:
    <b>{ $name }</b>
    A short hello is enough. Just write it here.

# A mentor, 3 days after the introduction, when nobody has written.
# $name (String): the mentee's alias
missed-mentor-hello =
    💬 You have not written to each other yet:
    <b>{ $name }</b>
    The first step is often hard for a mentee.
    A short hello from you helps: just write it here.

# Somebody in a circle, 3 days after the introduction, when nobody has written.
missed-any-hello-group =
    💬 Nobody has written in your group yet.
    A short hello is enough. Just write it here.

# Mentees and mentors, some days later, when still nobody has written.
# SAFETY
# $name (String): the other's alias
missed-any-hello-again =
    💬 Still no message between you two:
    <b>{ $name }</b>
    One word or a voice message is enough.
    Just write it here.
    .elsewhere = 📱 We talk, but not here
    .help = 📞 Please call me

# The same in a circle.
# SAFETY
missed-any-hello-again-group =
    💬 Still no message in your group.
    One word or a voice message is enough.
    Just write it here.

## Did you talk?

# Mentees and mentors, when nothing has passed both ways for a long time.
# SAFETY
# $name (String): the other's alias
# $since (String): weekday, day and month of the last contact
missed-any-talked =
    💬 Have you two talked since that day?
    <b>{ $name }</b>
    📅 { $since }
    Only your team gets your answer.
    .here = ✅ Yes, here
    .elsewhere = 📱 Yes, but not here
    .not-yet = 🕐 Not yet
    .help = 📞 Please call me

# The same in a circle.
# SAFETY
# $since (String): weekday, day and month of the last contact
missed-any-talked-group =
    💬 Have you talked with your group since that day?
    📅 { $since }
    Only your team gets your answer.

# After “Yes, here”.
missed-any-thanks-here =
    💚 Good to hear that.
    Thank you for telling us.

# After “Yes, elsewhere”.
# $until (String): weekday, day and month
missed-any-thanks-elsewhere =
    💚 Good to hear that you talk.
    We will not ask again before:
    <b>{ $until }</b>

# After “Not yet”.
missed-any-thanks-not-yet =
    💚 Thank you for telling us.
    That happens, and a short message is enough.
    Just write it here.

# After “I need help”. Somebody from the team will call.
# SAFETY
# $by (String): weekday, day and month
missed-any-team-calls =
    📞 Somebody from your team will call you before:
    <b>{ $by }</b>
    You do not feel safe? Tap 🆘.

## The other waits

# A mentor whose mentee has written and waits.
# $name (String): the mentee's alias
# $since (String): weekday, day and month
missed-mentor-waits =
    💬 Your mentee is waiting for an answer:
    <b>{ $name }</b>
    📅 Since: { $since }
    One sentence is enough. Just write it here.

# A mentee whose mentor has written and waits.
# $name (String): the mentor's alias
# $since (String): weekday, day and month
missed-mentee-waits =
    💬 There is a message for you:
    <b>{ $name }</b>
    📅 Since: { $since }
    One word is enough as an answer. Just write it here.

# Somebody in a circle, when the other side has written and waits.
# $since (String): weekday, day and month
missed-any-waits-group =
    💬 Somebody in your group is waiting for an answer.
    📅 Since: { $since }
    One sentence is enough. Just write it here.

# After the button “No answer needed” below the three texts above: their talk had simply come to its end.
missed-any-said-all = ✅ All right. We will not ask again.
    .button = ✅ No answer needed
