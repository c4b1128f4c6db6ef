# SPDX-License-Identifier: MIT OR Apache-2.0

### Help, menu, language, break, leaving, and what is said when something is not understood.

## Help

# Mentees, on /help.
# SAFETY
help-mentee-how =
    ❓ <b>How it works</b>

    💬 Write here, and your mentor gets it, voice and photos too.
    🆘 Tap 🆘 when you do not feel safe.
    🎭 If a name stands above a message, a person wrote it.

    ☰ Your team, a break: /menu
    🚪 Leave the programme: /leave

# Mentors, on /help.
# SAFETY
help-mentor-how =
    ❓ <b>How it works</b>

    💬 Write here, and your mentee gets it, voice and photos too.
    🆘 Tap 🆘 when something worries you.
    🎭 If a name stands above a message, a person wrote it.

    ☰ Your team, a break: /menu
    🚪 Leave the programme: /leave

# Coordinators and leads, on /help.
help-coord-how =
    ❓ <b>How it works</b>

    ✉️ Invite people with /invite.
    🤝 Bring two people together with /pair.
    👥 See who is with whom with /pairs and /people.
    🔔 See what needs you with /cases.
    🏢 Show cases in your team’s group with /linkgroup.
    ↩️ Reply to a message here to answer that person.

# The lead wrote /linkgroup to the bot: how it is done. The button opens Telegram’s list of groups.
help-coord-link =
    🏢 <b>Cases in your team’s group</b>
    1. Make a group. Switch on “Topics” in its settings.
    2. Tap the button below, and choose the group.
    3. Write /linkgroup in the group.
    .add = ➕ Add me to a group
# The same for the group in which reports and supervised copies are read.
help-coord-link-safe =
    👁 <b>A safeguarding group</b>
    1. Make a group for those who may read reports.
    2. Tap the button below, and choose the group.
    3. Write /linksafeguarding in the group.

## Menu

# Everyone, on /menu and on the menu button.
help-any-menu = ☰ What do you need?
    .team = 💬 Write to the team
    .pause = ⏸ Take a break
    .mute = 🔕 Quiet group
    .calls = ✍️ Calls or writing
    .language = 🌍 Language
    .help = ❓ Help

## Several parts

# Somebody who works in several programmes asks for something: in which?
# $name (String): the programme's name
help-any-which = ❓ In which programme?
    .mentee = 🌱 { $name } · mentee
    .mentor = 🤝 { $name } · mentor
    .staff = 🗂 { $name } · team

# Somebody with several parts wants to write to the team.
help-any-which-team = 💬 Which team do you want to write to?

# Somebody with several parts wants a break.
help-any-which-pause = ⏸ Where do you want to take a break?

# Somebody with several parts wants to leave.
help-any-which-leave =
    🚪 Which programme do you want to leave?
    The rest stays as it is.

# Somebody with several parts wants to be called by the team.
# SAFETY
help-any-which-call = 📞 Which team should call you?

# Somebody with several parts says that it is about the team.
# SAFETY
help-any-which-about = 🧭 Which team is it about?

## Calls

# A participant, on /settings and from the menu: the team may call.
# SAFETY
help-any-calls = ✍️ Your team may call you.
    .write = ✍️ Write, don’t call me

# The same: the team writes, and does not call.
# SAFETY
help-any-calls-not = ✍️ Your team writes to you and does not call.
    .call = ✅ You may call me

## Language

# Everyone, on /language. Buttons: the languages by their own names.
help-any-language = 🌍 Which language do you want?

# After a language was chosen, in that language.
help-any-language-changed = ✅ From now on I speak English with you.

## Break

# Mentees and mentors, on /pause.
help-any-pause =
    ⏸ How long do you need a break?
    What others write to you waits until it ends.
    .week = ⏸ 1 week
    .fortnight = ⏸ 2 weeks
    .month = ⏸ 4 weeks

# After she chose how long: about the only other person.
# $name (String): the other's alias
help-any-may-know =
    ⏸ May this person know until when?
    <b>{ $name }</b>
    .yes = ✅ Yes, they may
    .no = ✖️ No

# The same for a circle, or for several conversations.
help-any-may-know-group = ⏸ May the others know until when?

# A break begins, or /pause during a break.
# $until (String): weekday, day and month
help-any-paused =
    ⏸ You have a break until this day:
    { $until }
    It ends by itself.
    .resume = ▶ End the break now

# A break is over.
help-any-resumed =
    ▶ Your break has ended.
    Good that you are back.

# Somebody writes while she is on a break of her own. Once a break.
help-any-while-away =
    ⏸ You are on a break.
    What you wrote waits until your break ends.
    .end = ▶ End it and send
    .keep = ⏸ Keep my break

# She keeps her break.
# $until (String): weekday, day and month
help-any-break-kept =
    ⏸ Your break goes on until this day:
    { $until }
    What you wrote waits until then.
    .resume = ▶ End the break now

# The others read it at once, if she said that they may know.
# $name (String): who takes the break
# $until (String): weekday, day and month
help-any-partner-away =
    ⏸ <b>{ $name }</b>
    This person takes a break until this day:
    { $until }
    What you write to this person waits until then.

# The same for who writes later, and knows whom it is about.
# $until (String): weekday, day and month
help-any-partner-away-one =
    ⏸ There is a break until this day:
    { $until }
    What you write waits until then.

# Her break has ended, on its day or by her: for the others, if they knew of it.
# $name (String): who is back
help-any-partner-back =
    ▶ This person’s break has ended:
    <b>{ $name }</b>
    Messages arrive again.

# Somebody without a pair asks for a break.
help-any-pause-alone = You have no chat yet, so you need no break.

## Leaving

# Mentees, mentors and coordinators, on /leave.
help-any-leave =
    🚪 Do you want to leave the programme?
    You will get no more messages here, and your team will know.
    To come back, you need a new invitation.
    .yes = 🚪 Yes, leave
    .team = 💬 Talk to the team first
    .no = ✖️ No, stay

# After leaving.
help-any-left =
    🚪 You have left the programme.
    Your team knows.

# After choosing to stay.
help-any-stayed = 💚 Good that you stay.

# The lead cannot leave before somebody else leads.
help-coord-leave-lead =
    You lead this programme, so it needs you.
    Whoever runs your server can name a new lead first.

## When something is not understood

# A /command that Lazo does not know.
help-any-unknown =
    I do not know this command.
    It was not sent to anybody.
    You find everything in /menu.

# Something was typed where a button was expected.
help-any-buttons = Please tap one of the buttons.

# Something was sent where words were expected (a photo as a name).
help-any-words = Please write it in words.

# A fault of ours.
help-any-sorry =
    😕 Something went wrong on our side.
    What you just sent did not arrive. Please try again in a minute.

# A change of a message could not be worked on.
help-any-sorry-change =
    😕 Something went wrong on our side.
    Your change was not passed on. Please write it as a new message.

# A press on a button could not be worked on.
help-any-sorry-press =
    😕 Something went wrong on our side.
    Nothing was done with your tap. Please tap again in a minute.

# A 🆘, or an answer to what it asks, could not be worked on. Somebody of the team will call or write.
# SAFETY
help-any-sorry-told =
    Something went wrong on our side.
    Your team was asked to contact you.
    In danger, call 112.

# The same, where nobody could be told.
# SAFETY
help-any-sorry-untold =
    Something went wrong on our side.
    Please try again in a minute.
    In danger, call 112.

# A 🆘 or any tap while nothing can be saved; the short form of a message, at most 200 signs, also shown on top of a tap.
# SAFETY
help-any-unsaved =
    I cannot save this now, and your team knows nothing yet.
    I keep trying.
    In danger, call 112.

# A button that is too old, was used before or belongs to somebody else: one notice for all.
help-any-stale = This button does not work any more. Please open the menu.
