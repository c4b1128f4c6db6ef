# SPDX-License-Identifier: MIT OR Apache-2.0

### Mail from the team. It lies closed in the chat: a locked screen shows this line, whatever the mail is about.

# In place of a letter about a case, until its reader taps the button. Nothing here may tell what it is about.
mail-any-line = ✉️ لديك رسالة من فريقك.
    .read = 📖 قراءة
