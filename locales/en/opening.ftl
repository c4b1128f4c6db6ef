# SPDX-License-Identifier: MIT OR Apache-2.0

### A stopped conversation is opened again: what waits in it, and what becomes of that.

## For the team

# Before a stopped conversation is open again. Below it one line for each person in it, with what waits.
# SAFETY
opening-coord-ask =
    ▶ <b>Open this chat again?</b>
    These messages wait in it:
    .open = ▶ Open

# Above the question, if something has changed since it was shown.
opening-coord-again = ⚠️ Something has changed. Please look again.

# What waits of one person.
# $count (Number): how many messages
# $name (String): the person's alias
# $day (String): weekday, day and month
opening-coord-waits = { $count } · { $name } · since: { $day }

# Nothing waits of one person.
# $count (Number): 0
# $name (String): the person's alias
opening-coord-nothing = { $count } · { $name }

# What somebody wrote who then pressed the 🆘 button. Only that person can let it arrive.
# SAFETY
# $count (Number): how many messages
# $name (String): the person's alias
# $day (String): weekday, day and month
opening-coord-hers = { $count } · { $name } · since: { $day } · will be asked

# Below what waits of one person: it arrives.
opening-coord-arrives = ✅ They arrive.

# Below what waits of one person: nobody gets it.
opening-coord-dropped = 🗑 They do not arrive.

# About one person's messages. The name stands below.
opening-coord-whose = ❓ What about the messages of this person?
    .let = ✅ Let them arrive
    .drop = 🗑 Drop them

# A name on a line of its own.
# $name (String): the person's alias
opening-coord-name = <b>{ $name }</b>

# It is open. Below it what became of the messages.
opening-coord-opened = ▶ <b>This chat is open again.</b>

# The answer was “Back”.
opening-coord-kept = ⏸ This chat stays stopped.

# It is open already, has ended, or belongs to somebody else.
opening-coord-over = ⚠️ You cannot open this chat now.

## For who pressed the 🆘 button

# Two people: the conversation is open again. The other's name stands below.
# SAFETY
opening-any-hers = ▶ <b>Your team opened this chat again:</b>

# The same in a group.
# SAFETY
opening-any-hers-group = ▶ <b>Your team opened your group again.</b>

# Below it while the case is open.
# SAFETY
opening-any-to-team = 🔒 Your words go to your team, unless you tap the name.

# What this person wrote before pressing the button. The day stands below.
# SAFETY
# $count (Number): how many messages
opening-any-waits =
    { $count ->
        [one] ❓ One older message of yours has not arrived: let it arrive?
       *[other] ❓ { $count } older messages of yours have not arrived: let them arrive?
    }
    .yes = ✅ Let it arrive
    .no = ✖️ Don’t

# Below it: since when they wait.
# $day (String): weekday, day and month
opening-any-since = 📅 Since: { $day }

# The answer was yes.
opening-any-goes = ✅ Thank you. It arrives now.

# The answer was yes, and something else still keeps it.
opening-any-noted = ✅ Thank you. Your answer is noted.

# The answer was no.
opening-any-stays = ✅ Nobody will get it.

# What was asked about does not wait any more, or is asked about anew.
opening-any-late = 🏁 This question is over.

## For who changed a message

# Changes of messages waited and will not be passed on. Below the first of them.
# $count (Number): how many
opening-any-unchanged =
    { $count ->
        [one] ✏️ A change of a message did not arrive.
       *[other] ✏️ { $count } changes of messages did not arrive.
    }
