# SPDX-License-Identifier: MIT OR Apache-2.0

### Commands, as Telegram's menu describes them.

# /menu
command-any-menu = ما يمكن فعله هنا
# /help
command-any-help = كيف يعمل هذا
# /language
command-any-language = اختيار اللغة
# /pause
command-any-pause = أخذ استراحة
# /undo
command-any-undo = سحب رسالة
# /leave
command-any-leave = مغادرة البرنامج
# /privacy
command-any-privacy = ما يحدث لبياناتك
# /invite
command-coord-invite = دعوة شخص
# /invites
command-coord-invites = دعوات لم تُستخدم بعد
# /pair
command-coord-pair = جمع شخصين معًا
# /pairs
command-coord-pairs = من مع من
# /people
command-coord-people = كل من في البرنامج
# /find
command-coord-find = البحث بالاسم أو الرقم
# /cases
command-coord-cases = ما يحتاج إليك الآن
# /helplines
command-coord-helplines = خطوط المساعدة الخاصة بكم
# /settings, for leads
command-coord-settings = تغيير إعدادات البرنامج
# /linkgroup, in the team's group
command-coord-linkgroup = عرض الحالات في هذه المجموعة
# /linksafeguarding, in the safeguarding group
command-coord-linksafeguarding = استقبال البلاغات والنسخ هنا
