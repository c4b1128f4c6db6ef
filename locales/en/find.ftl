# SPDX-License-Identifier: MIT OR Apache-2.0

### Finding somebody by name or file number. Only the team reads these.

# /find, and the button below long lists. The answer is typed.
find-coord-ask =
    🔎 Who are you looking for?
    Please write a name or a file number.
# What was found follows, one button each.
find-coord-found = 🔎 <b>This was found:</b>
# Below it, if there is more than fits.
find-coord-more = There are more. Please write more letters.
# Nobody is called so.
find-coord-nobody =
    🔎 Nobody was found.
    Is the name spelled another way?
# Below long lists and below what was found: look for somebody.
find-coord-button = 🔎 Find somebody
