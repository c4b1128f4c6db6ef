# SPDX-License-Identifier: MIT OR Apache-2.0

### The team takes back what somebody wrote: why, and that everybody it concerns reads so.

## For the team

# Whoever reads a report or a supervised copy wants the message gone. Buttons: the reasons. Everybody concerned may read the reason.
# SAFETY
removal-coord-ask =
    🗑 <b>لماذا يحذف الفريق هذه الرسالة؟</b>
    يقرأ كاتبها السبب.
    .contact = 📞 فيها معلومات اتصال
    .hurts = 💔 قد تؤذي
    .unfit = 🚫 ليس مكانها هنا
    .mistake = ↩️ أُرسلت بالخطأ
    .other = 💬 سبب آخر
    .keep = ✖️ إبقاؤها

# The button below a line above a report or a supervised copy.
removal-coord-button = 🗑 حذف الرسالة

# The message stays.
removal-coord-kept = تبقى الرسالة.

# The message is gone.
# $reason (String): the reason that was tapped
removal-coord-removed =
    🗑 حُذفت الرسالة. يقرأ الطرفان ذلك.
    { $reason }

# Below it: Telegram does not delete everything any more.
removal-coord-stays = ⌛ النسخ الأقدم من 48 ساعة تبقى.

# The message is gone already.
removal-coord-nothing = ↩️ هذه الرسالة لم تعد موجودة.

## For the people of the conversation

# A reply to the message, for who wrote it.
# SAFETY
# $reason (String): the reason, as the team tapped it
removal-any-yours =
    🗑 حذف الفريق هذه الرسالة.
    { $reason }
    يمكنك سؤال الفريق عن ذلك.

# For whoever had the message.
removal-any-here = 🗑 حذف الفريق رسالة من هنا.
