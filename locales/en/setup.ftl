# SPDX-License-Identifier: MIT OR Apache-2.0

### The lead's questions when a programme starts, and a new lead.

## Programme

# The lead, after her language and consent.
setup-coord-welcome =
    ☀️ <b>Welcome to Lazo!</b>
    You lead a new programme.
    A few questions, and it is ready.

# The lead. The answer is typed.
setup-coord-name =
    ✏️ What is the name of your programme?
    People read it when they join.

# The typed name had no letters.
setup-coord-name-empty = Please write a name with letters.

# The typed name was too long.
# $max (Number): the most letters a name can have
setup-coord-name-long =
    { $max ->
        [one] This name is too long. Please use at most one letter.
       *[other] This name is too long. Please use at most { $max } letters.
    }

# The lead. Buttons: languages by their own names, several can be chosen.
setup-coord-languages =
    🌍 Which languages do your people need?
    Choose all of them.
    In languages marked “beta”, no person has checked the words.

# The lead chose a language marked “beta”. Two buttons.
# SAFETY
# $language (String): the language's own name
setup-coord-beta =
    ⚠️ No person has checked the words in this language:
    <b>{ $language }</b>
    Has somebody who speaks it read the consent and safety texts?
    .yes = ✅ Yes, somebody has
    .no = ✖️ Not yet

# The lead. Buttons: the languages she chose, exactly one can be chosen.
setup-coord-language = 🗣 Which of them does your team use?

# The lead. Buttons: clocks with a city.
setup-coord-zone = 🕐 What time is it at your office?
    .other = ✏️ Another time

# The lead. Buttons: countries by their own names, and another.
setup-coord-country =
    🗺 In which country does your programme work?
    People who press 🆘 read help numbers of it.
    .other = 🌐 Another country

# The lead chose a country. Below it its help numbers, what is missing, and where each was found.
# SAFETY
setup-coord-numbers =
    ☎️ Please check these numbers.
    People who press 🆘 will read them:
    .yes = ✅ They are right
    .none = ✖️ Show only 112

# Above kinds of help for which the table has no number.
setup-coord-numbers-missing = ⚠️ Lazo has no number here for:

# Above the pages where the numbers stand.
setup-coord-numbers-pages = 🔎 Lazo found them on these pages:

# One number with its page and the day of that page.
# $number (String): the number
# $page (String): the page and its day
setup-coord-numbers-page = { $number } · { $page }

# A kind of help without a number: writing to the emergency services.
setup-coord-missing-text = · an emergency, in writing

# The same: children and young people.
setup-coord-missing-child = · children and young people

# The same: violence.
setup-coord-missing-violence = · violence

# The same: thoughts of suicide.
setup-coord-missing-crisis = · thoughts of suicide

# The lead. Three buttons.
setup-coord-rhythm =
    📅 How often should two people be in contact?
    Lazo asks when they are silent for longer.
    .week = 📅 Every week
    .fortnight = 📅 Every 2 weeks
    .month = 📅 Every month

## Urgent contacts

# The lead. Buttons: herself, coordinators in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-urgent-first =
    🆘 Who do we call first in an emergency?
    .me = 👤 Me

# The lead. Buttons: herself, coordinators in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-urgent-second =
    🆘 Who is next when nobody answers?
    .me = 👤 Me

# The lead. Buttons: mentors in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-outside =
    👤 Who can people talk to if they have a problem with you?
    It must be somebody outside your team.

# Below the three questions above, when somebody can be tapped.
setup-coord-contact-tap = Please tap a person, or write a name and a phone number.

# Below the three questions above, when nobody can be tapped.
setup-coord-contact-write = Please write a name and a phone number.

# The same person was chosen twice.
setup-coord-same =
    You already chose this person.
    Please choose somebody else.

# The typed contact has no phone number.
setup-coord-phone =
    I did not find a phone number.
    Please write a name and a number.

# The lead. The answer is typed.
setup-coord-responsible =
    🔒 Who is responsible for your people’s data?
    Please write the organisation, and how to write to it.
    For example: Casa Ana, data@casaana.example

# The typed line does not say how to write to anybody.
setup-coord-no-address =
    I did not find how to write to them.
    Please add a mail address, a phone number or a street.

## The programme's own help lines

# The lead. The answer can be typed, or there is none. A list of the lines that stand now follows, if there are any.
# SAFETY
setup-coord-helplines =
    ☎️ Does your programme have its own help line?
    People read it after “I don’t feel safe”.
    Please write its name and its number in one line.
    For example: Casa Ana +34 600 000 000
    .none = ✖️ We have none
    .keep = ✅ Keep these
    .drop = ✖️ Show none

# Above the lines that stand now.
setup-coord-helplines-now = People read now:

# The typed lines have no number, are too many or too long.
# $lines (Number): the most lines
# $letters (Number): the most letters of a line
setup-coord-helplines-unclear =
    ☎️ I did not understand this.
    Please write name and number in one line.
    For example: Casa Ana +34 600 000 000
    At most: lines { $lines }, letters in a line { $letters }.

# Above the lines that people read from now on.
# SAFETY
setup-coord-helplines-set = ✅ From now on, people who do not feel safe read:

# There are none any more.
# SAFETY
setup-coord-helplines-unset =
    ✅ No help line of your own is shown.
    People still read 112.

## All answers

# The lead, when everything is answered. Below it each answer under its own line, and a button for each.
setup-coord-summary =
    📋 <b>Please check your answers.</b>
    Tap one to change it.
    .ready = ✅ All right

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-name = ✏️ Name:
    .change = ✏️ Name

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-languages = 🌍 Languages:
    .change = 🌍 Languages

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-language = 🗣 The team’s language:
    .change = 🗣 Team’s language

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-zone = 🕐 Time at the office:
    .change = 🕐 Time

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-country = 🗺 Country of the help numbers:
    .change = 🗺 Country

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-rhythm = 📅 Contact of a pair:
    .change = 📅 Contact

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-first = 🆘 Called first:
    .change = 🆘 Called first

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-second = 🆘 Called next:
    .change = 🆘 Called next

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-outside = 👤 Outside the team:
    .change = 👤 Outside

# The lead typed the hours in which somebody is on call. Buttons: those hours on working days, or on every day.
setup-coord-hours-days = 📅 On which days?

# What the lead typed are no such hours. An example.
# $from (Number): an hour
# $to (Number): a later one
setup-coord-hours-unclear =
    Sorry, I did not understand these hours.
    Please write two whole hours of one day, such as { $from }–{ $to }.

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-on-call = 📞 On call after 🆘:
    .change = 📞 Hours on call

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-responsible = 🔒 Responsible for the data:
    .change = 🔒 Data

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-helplines = ☎️ Your own help lines:
    .change = ☎️ Help lines

# An answer in somebody's own words.
# $words (String): the words
setup-coord-value = <b>{ $words }</b>

# An answer in words of Lazo's.
# $words (String): the words
setup-coord-value-ready = <b>{ $words }</b>

# There is no answer yet.
setup-coord-value-none = ⚠️ Not answered yet

## Ready

# The lead, when everything is answered.
# $programme (String): the programme's name
setup-coord-ready =
    🎉 This programme is ready:
    <b>{ $programme }</b>

    1. Invite coordinators, mentors and mentees with /invite.
    2. Bring two people together with /pair.
    3. Show cases in your team’s group with /linkgroup.
    4. Change your own help lines with /helplines.

# The lead or a coordinator wants to invite before the set-up is finished. The lead reads the next question below.
# $count (Number): how many questions are open
setup-coord-unfinished =
    { $count ->
        [one] ⏸ The set-up is not finished yet. One question is open.
       *[other] ⏸ The set-up is not finished yet. { $count } questions are open.
    }
    Nobody can be invited until then.

## A new lead

# Somebody became the lead of a programme that exists, by a link from the terminal.
# $programme (String): the programme's name
setup-coord-lead =
    ⭐ You are now the lead of this programme:
    <b>{ $programme }</b>
    You see all cases and all settings.

# The lead whose role moved to another account.
# SAFETY
# $programme (String): the programme's name
setup-coord-replaced =
    ⭐ Another account now leads this programme:
    <b>{ $programme }</b>
    Is this a mistake? Please speak with whoever runs your server.
