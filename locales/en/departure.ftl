# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody leaves the team: who takes over, and what everybody it concerns reads.

## For the lead

# The button on the card of somebody of the team.
departure-coord-button = 🚪 Take out of the team

# The lead takes somebody out of the team. That person's name follows. Buttons: the others of the team.
# $name (String): the alias of somebody of the team
departure-coord-who =
    🚪 <b>Who takes over from this person?</b>
    This person will see nothing here any more.
    .to = 👤 { $name }

# Before it happens. The names of both follow, and what changes hands.
departure-coord-sure =
    🚪 <b>Take this person out of the team?</b>
    The other person will look after all of this.
    .yes = 🚪 Yes, take out

# Who takes over.
# $name (String): the alias of who takes over
departure-coord-heir = 👤 <b>{ $name }</b>

# What changes hands: pairs and circles.
# $count (Number): how many
departure-coord-pairs = 🤝 Pairs and groups: { $count }

# What changes hands: open cases.
# $count (Number): how many
departure-coord-cases = 🔔 Open cases: { $count }

# What changes hands: talks that are owed to somebody.
# $count (Number): how many
departure-coord-tasks = 📞 Calls to make: { $count }

# What changes hands: open invitations.
# $count (Number): how many
departure-coord-invitations = ✉️ Open invitations: { $count }

# What changes hands: people who write to the team.
# $count (Number): how many
departure-coord-mail = 💬 People who write to the team: { $count }

# It has happened. The names of both follow.
departure-coord-out = 🚪 This person is not in the team any more.

# An urgent contact is empty now.
# $number (Number): which of them
departure-coord-empty = ❗ Urgent contact without a person: { $number }

# The team has groups in Telegram.
departure-coord-groups =
    👥 Please take this person out of your Telegram groups too.
    Before that, Lazo writes nothing there.

## For the others

# For who takes over. The name of who left follows, and what changes hands.
departure-coord-took = 📥 You take over from a person who left the team.

# For who was taken out.
# $programme (String): the programme's name
departure-coord-gone =
    🚪 You are not in this team any more:
    <b>{ $programme }</b>
    Is this a mistake? Please speak with whoever leads it.

## The lead leaves

# The lead, on /leave. Buttons: the others of the team.
# $name (String): the alias of somebody of the team
departure-coord-leads =
    🚪 <b>Who leads the programme after you?</b>
    Tap a name, and you leave the programme.
    .to = ⭐ { $name }
