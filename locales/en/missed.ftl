# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says when two people do not write to each other. It asks before it alarms, and it never blames.

## Nobody has written yet

# A mentee, 3 days after the introduction, when nobody has written.
# $name (String): the mentor's alias
missed-mentee-hello =
    👋 You have not written to each other yet:
    <b>{ $name }</b>
    A short hello is enough. Just write it here.

# A mentor, 3 days after the introduction, when nobody has written.
# $name (String): the mentee's alias
missed-mentor-hello =
    👋 You have not written to each other yet:
    <b>{ $name }</b>
    The first step is often hard for a mentee.
    A short hello from you helps. Just write it here.

# Somebody in a circle, 3 days after the introduction, when nobody has written.
missed-any-hello-group =
    👋 Nobody has written in your group yet.
    A short hello is enough. Just write it here.

# Mentees and mentors, some days later, when still nobody has written.
# $name (String): the other's alias
missed-any-hello-again =
    👋 Still no message between you two:
    <b>{ $name }</b>
    One word is enough to begin. A voice message works too.
    Just write it here.
    .elsewhere = 📱 We talk elsewhere
    .help = 🤝 I need help

# The same in a circle.
missed-any-hello-again-group =
    👋 Still no message in your group.
    One word is enough to begin. A voice message works too.
    Just write it here.

## Did you talk?

# Mentees and mentors, when nothing has passed both ways for a long time.
# $name (String): the other's alias
# $since (String): weekday, day and month of the last contact
missed-any-talked =
    💬 Did you two talk since { $since }?
    <b>{ $name }</b>
    Your answer goes to the team only.
    .here = ✅ Yes, here
    .elsewhere = 📱 Yes, elsewhere
    .not-yet = 🕐 Not yet
    .help = 🤝 I need help

# The same in a circle.
# $since (String): weekday, day and month of the last contact
missed-any-talked-group =
    💬 Did you talk with your group since { $since }?
    Your answer goes to the team only.

# After “Yes, here”.
missed-any-thanks-here =
    💚 Good to hear that.
    Thank you for telling us.

# After “Yes, elsewhere”.
# $until (String): weekday, day and month
missed-any-thanks-elsewhere =
    💚 Good to hear that you talk.
    We do not ask again before { $until }.

# After “Not yet”.
missed-any-thanks-not-yet =
    💚 Thank you for telling us.
    That happens. A short message is enough.
    Just write it here.

# After “I need help”. Somebody from the team will call.
# SAFETY
# $by (String): weekday, day and month
missed-any-team-calls =
    🤝 The team will help you both.
    Somebody calls you by { $by }.
    You do not feel safe? Tap 🆘.

## The other waits

# A mentor whose mentee has written and waits.
# $name (String): the mentee's alias
# $since (String): weekday, day and month
missed-mentor-waits =
    💬 Your mentee has waited for an answer since { $since }:
    <b>{ $name }</b>
    One sentence is enough. Just write it here.

# A mentee whose mentor has written and waits.
# $name (String): the mentor's alias
# $since (String): weekday, day and month
missed-mentee-waits =
    💬 You have had a message since { $since }:
    <b>{ $name }</b>
    One word is enough as an answer. Just write it here.

# Somebody in a circle, when the other side has written and waits.
# $since (String): weekday, day and month
missed-any-waits-group =
    💬 Somebody in your group waits since { $since }.
    One sentence is enough as an answer. Just write it here.

# After the button “No answer needed” below the three texts above: their talk had simply come to its end.
missed-any-said-all =
    👍 All right. Then nobody waits.
    We do not ask about this again.
    .button = 👍 No answer needed
