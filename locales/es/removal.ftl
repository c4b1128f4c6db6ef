# SPDX-License-Identifier: MIT OR Apache-2.0

### The team takes back what somebody wrote: why, and that everybody it concerns reads so.

## For the team

# Whoever reads a report or a supervised copy wants the message gone. Buttons: the reasons. Everybody concerned may read the reason.
# SAFETY
removal-coord-ask =
    🗑 <b>¿Por qué retira el equipo este mensaje?</b>
    Quien lo escribió lee el motivo.
    .contact = 📞 Muestra un contacto
    .hurts = 💔 Puede hacer daño
    .unfit = 🚫 No debe estar aquí
    .mistake = ↩️ Se envió por error
    .other = 💬 Otro motivo
    .keep = ✖️ Dejarlo

# The button below a line above a report or a supervised copy.
removal-coord-button = 🗑 Retirar el mensaje

# The message stays.
removal-coord-kept = El mensaje se queda.

# The message is gone.
# $reason (String): the reason that was tapped
removal-coord-removed =
    🗑 El mensaje se ha retirado. Las dos partes lo leen.
    { $reason }

# Below it: Telegram does not delete everything any more.
removal-coord-stays = ⌛ Las copias de más de 48 horas se quedan.

# The message is gone already.
removal-coord-nothing = ↩️ Este mensaje ya no está.

## For the people of the conversation

# A reply to the message, for who wrote it.
# SAFETY
# $reason (String): the reason, as the team tapped it
removal-any-yours =
    🗑 El equipo ha retirado este mensaje.
    { $reason }
    Puedes preguntar al equipo.

# For whoever had the message.
removal-any-here = 🗑 El equipo ha retirado un mensaje de aquí.
