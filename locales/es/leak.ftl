# SPDX-License-Identifier: MIT OR Apache-2.0

### Phone numbers, @names, links to people and the like in messages. The message itself is never quoted.

## What a message shows: the first line of the three letters below it

# A phone number.
# SAFETY
leak-any-shows-phone = 🔢 Aquí se ve un número de teléfono.

# An @name, as on Telegram or Instagram.
# SAFETY
leak-any-shows-name = 👤 Aquí se ve un nombre de otra aplicación.

# A link to a chat or a group elsewhere.
# SAFETY
leak-any-shows-link = 🔗 Aquí se ve un enlace a otro chat.

# A name that leads to somebody's profile.
# SAFETY
leak-any-shows-profile = 👤 Aquí se ve el perfil de una persona.

# A contact card.
# SAFETY
leak-any-shows-card = 👤 Esto es una tarjeta de contacto.

# An email address.
# SAFETY
leak-any-shows-mail = ✉️ Aquí se ve una dirección de correo.

# A place on a map.
# SAFETY
leak-any-shows-place = 📍 Aquí se ve un lugar en el mapa.

## Three letters about such a message, as a reply to it. Its writer reads them.

# She decides. Without a tap nobody gets it.
# SAFETY
leak-any-ask =
    ¿Lo envío? Por ahora no lo tiene nadie.
    .send = 📨 Enviar
    .keep = ✖️ No enviar

# Where somebody may be under 18, or the programme says so. Never why.
# SAFETY
leak-any-refused =
    No se ha enviado: aquí no se pueden enviar números ni enlaces.
    Puedes pedir ayuda a tu equipo.
    .team = 💬 Escribir al equipo

# The programme wants both to agree first, and she has not.
# SAFETY
leak-any-not-yet =
    No se ha enviado: antes hace falta el sí de las dos partes.
    ¿Quieres compartir teléfonos con esta persona?
    .yes = ✅ Sí
    .no = ✖️ No

# The same in a circle.
# SAFETY
leak-any-not-yet-group =
    No se ha enviado: antes hace falta el sí de todo tu grupo.
    ¿Quieres compartir teléfonos en el grupo?

# She has said yes, the others have not.
# SAFETY
leak-any-not-yet-waits =
    No se ha enviado: todavía falta el sí de la otra parte.
    Cuando lo tengamos, te avisaremos.

# A correction showed it, and somebody may have it although it was stopped. Its writer reads it.
# SAFETY
leak-any-reached =
    Aquí no se pueden enviar números ni enlaces.
    Puede que alguien lo haya visto. Lazo intenta borrarlo.

# The same, where she decides.
# SAFETY
leak-any-ask-reached =
    ¿Lo envío? Puede que alguien ya lo haya visto.
    Por ahora, Lazo intenta borrarlo.

# The same, where everybody must agree first.
# SAFETY
leak-any-not-yet-reached =
    Antes hace falta el sí de todas las partes.
    Puede que alguien lo haya visto. Lazo intenta borrarlo.

# She does not send such a correction, or nobody tapped.
# SAFETY
leak-any-kept =
    🗑 Esto no se envía.
    Puede que alguien lo haya visto antes.

## Swapping contacts

# The other said yes. Nobody has to give a reason.
# SAFETY
# $name (String): the other's alias
leak-any-may =
    📇 ¿Quieres compartir teléfonos con esta persona?
    <b>{ $name }</b>
    Sin tu sí, Lazo no enviará ninguno.
    .yes = ✅ Sí
    .no = ✖️ No

# The same in a circle.
# SAFETY
leak-any-may-group =
    📇 ¿Quieres compartir teléfonos en el grupo?
    Sin el sí de todo el grupo, Lazo no enviará ninguno.

# She said yes, not everybody has.
# SAFETY
leak-any-stands-waits =
    📇 Has dicho que sí. Todavía falta el sí de la otra parte.
    Puedes cambiarlo cuando quieras con /contacts.
    .back = ✖️ Ya no quiero

# Everybody said yes.
# SAFETY
leak-any-stands-agreed =
    📇 Ya tenemos el sí de todo el mundo. Se pueden compartir teléfonos.
    Puedes cambiarlo cuando quieras con /contacts.
    .back = ✖️ Ya no quiero

# She has not said yes. The others are not told.
# SAFETY
leak-any-stands-no =
    📇 Aquí no se comparten teléfonos. A nadie se le dice por qué.
    Puedes cambiarlo cuando quieras con /contacts.
    .yes = ✅ Sí, compartir

# /contacts, where nothing is to be chosen.
# SAFETY
leak-any-no-choice = Ahora no hay nada que elegir sobre los teléfonos.
