# SPDX-License-Identifier: MIT OR Apache-2.0

### Commands, as Telegram's menu describes them.

# /menu
command-any-menu = What you can do here
# /help
command-any-help = How it works
# /language
command-any-language = Choose your language
# /pause
command-any-pause = Take a break
# /undo
command-any-undo = Take a message back
# /leave
command-any-leave = Leave the programme
# /privacy
command-any-privacy = What happens with your data
# /invite
command-coord-invite = Invite a person
# /invites
command-coord-invites = Invitations nobody has used yet
# /pair
command-coord-pair = Bring two people together
# /pairs
command-coord-pairs = Who is with whom
# /people
command-coord-people = Everyone in the programme
# /find
command-coord-find = Find somebody by name or number
# /cases
command-coord-cases = What needs you now
# /helplines
command-coord-helplines = Your own help lines
# /settings, for leads
command-coord-settings = Change the programme’s settings
# /linkgroup, in the team's group
command-coord-linkgroup = Show cases in this group
# /linksafeguarding, in the safeguarding group
command-coord-linksafeguarding = Reports and supervised copies come here
