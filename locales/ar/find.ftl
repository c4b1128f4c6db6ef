# SPDX-License-Identifier: MIT OR Apache-2.0

### Finding somebody by name or file number. Only the team reads these.

# /find, and the button below long lists. The answer is typed.
find-coord-ask =
    🔎 عن أي شخص تبحثون؟
    يرجى كتابة اسم أو رقم ملف.
# What was found follows, one button each.
find-coord-found = 🔎 <b>نتائج البحث:</b>
# Below it, if there is more than fits.
find-coord-more = هناك المزيد. يرجى كتابة حروف أكثر.
# Nobody is called so.
find-coord-nobody =
    🔎 لا توجد نتيجة.
    هل يُكتب الاسم بطريقة أخرى؟
# Below long lists and below what was found: look for somebody.
find-coord-button = 🔎 البحث عن شخص
