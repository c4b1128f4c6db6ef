# SPDX-License-Identifier: MIT OR Apache-2.0

### Words that several features share: keyboards, topics, times of day, roles.

# The language's own name, in its own script, as the language picker shows it.
locale-name = العربية

## Keyboard

# On every keyboard of mentees and mentors, always visible.
# SAFETY
common-any-sos = 🆘 أحتاج إلى مساعدة
# Next to the help button: opens the menu.
common-any-menu = ☰ القائمة
# Below them until somebody has finished joining; the same words as in the menu.
common-any-team = 💬 الكتابة إلى الفريق
# Typed instead of /undo, with or without its icon: takes a message back.
common-any-undo = ↩️ سحب الرسالة

## Buttons

# Goes back to the question before.
common-any-back = ▶ رجوع
# Shows the page after this one.
common-any-next = التالي ⬅️
# Shows the page before this one.
common-any-previous = ▶ السابق
# Shows more choices than fit.
common-any-more = ➕ المزيد
# Stops what was begun. Nothing changes.
common-any-cancel = ✖️ إلغاء
# Ends a choice of several things.
common-any-done = ✅ تم
# Leaves a question for later.
common-any-later = 🕐 لاحقًا
# One of several things to choose from, and it is chosen.
# $label (String): the thing
common-any-chosen = ✅ { $label }

## Moments

# A day and an hour of it, as one moment.
# $day (String): weekday, day and month
# $hour (String): hours and minutes
common-any-moment = { $day }، { $hour }

## Topics: the nine pillars of the programme's topic cards

# Topic: school, courses, studies.
common-any-topic-education = 📚 التعلّم
# Topic: friends, neighbours, family.
common-any-topic-community = 👥 الناس
# Topic: body and mind.
common-any-topic-health = 🩺 الصحة
# Topic: language, customs, everyday life.
common-any-topic-culture = 🗣 اللغة والثقافة
# Topic: finding work, growing at work.
common-any-topic-career = 💼 العمل
# Topic: bank, bills, saving.
common-any-topic-money = 💶 المال
# Topic: deciding for yourself, plans, goals.
common-any-topic-self = 🎯 خططي
# Topic: offices, forms, rights.
common-any-topic-law = 📄 الأوراق والقوانين
# Topic: finding and keeping a home.
common-any-topic-housing = 🏠 السكن

## Times of day when somebody has time

# Time of day: before noon, Monday to Friday.
common-any-slot-mornings = 🌅 الصباح
# Time of day: after noon, Monday to Friday.
common-any-slot-afternoons = ☀️ بعد الظهر
# Time of day: from about 18:00, Monday to Friday.
common-any-slot-evenings = 🌙 المساء
# Time of day: Saturday and Sunday.
common-any-slot-weekends = 📅 نهاية الأسبوع

## Roles

# Role: the person who is accompanied.
common-any-role-mentee = 🌱 مسترشد/ة
# Role: the person who accompanies.
common-any-role-mentor = 🤝 مرشد/ة
# Role: staff who look after pairs.
common-any-role-coordinator = 🧭 التنسيق
# Role: the coordinator who sees everything.
common-any-role-lead = ⭐ القيادة
