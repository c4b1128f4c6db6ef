# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody leaves the team: who takes over, and what everybody it concerns reads.

## For the lead

# The button on the card of somebody of the team.
departure-coord-button = 🚪 الإخراج من الفريق

# The lead takes somebody out of the team. That person's name follows. Buttons: the others of the team.
# $name (String): the alias of somebody of the team
departure-coord-who =
    🚪 <b>من يتابع بدلًا من هذا الشخص؟</b>
    لن يرى هذا الشخص شيئًا هنا بعد ذلك.
    .to = 👤 { $name }

# Before it happens. The names of both follow, and what changes hands.
departure-coord-sure =
    🚪 <b>هل نُخرج هذا الشخص من الفريق؟</b>
    سيتابع الشخص الآخر كل هذا.
    .yes = 🚪 نعم، إخراج

# Who takes over.
# $name (String): the alias of who takes over
departure-coord-heir = 👤 <b>{ $name }</b>

# What changes hands: pairs and circles.
# $count (Number): how many
departure-coord-pairs = 🤝 عدد الثنائيات والمجموعات: { $count }

# What changes hands: open cases.
# $count (Number): how many
departure-coord-cases = 🔔 عدد الحالات المفتوحة: { $count }

# What changes hands: talks that are owed to somebody.
# $count (Number): how many
departure-coord-tasks = 📞 عدد المكالمات المنتظرة: { $count }

# What changes hands: open invitations.
# $count (Number): how many
departure-coord-invitations = ✉️ عدد الدعوات المفتوحة: { $count }

# What changes hands: people who write to the team.
# $count (Number): how many
departure-coord-mail = 💬 عدد من يكتبون إلى الفريق: { $count }

# It has happened. The names of both follow.
departure-coord-out = 🚪 لم يعد هذا الشخص في الفريق.

# An urgent contact is empty now.
# $number (Number): which of them
departure-coord-empty = ❗ جهة اتصال عاجلة بلا شخص: { $number }

# The team has groups in Telegram.
departure-coord-groups =
    👥 يرجى إخراج هذا الشخص من مجموعاتكم في تيليجرام أيضًا.
    قبل ذلك لا يكتب لازو شيئًا هناك.

## For the others

# For who takes over. The name of who left follows, and what changes hands.
departure-coord-took = 📥 المتابعة الآن عندك بدلًا من شخص ترك الفريق.

# For who was taken out.
# $programme (String): the programme's name
departure-coord-gone =
    🚪 لم يعد هذا الحساب في هذا الفريق:
    <b>{ $programme }</b>
    هل هذا خطأ؟ يرجى التحدث مع من يقود البرنامج.

## The lead leaves

# The lead, on /leave. Buttons: the others of the team.
# $name (String): the alias of somebody of the team
departure-coord-leads =
    🚪 <b>من يقود البرنامج بعدك؟</b>
    باختيار اسم تنتهي مشاركتك في البرنامج.
    .to = ⭐ { $name }
