# SPDX-License-Identifier: MIT OR Apache-2.0

### What Lazo says when two people do not write to each other. It asks before it alarms, and it never blames.

## Nobody has written yet

# A mentee, 3 days after the introduction, when nobody has written.
# $name (String): the mentor's alias
missed-mentee-hello =
    💬 Todavía no hay mensajes entre tú y esta persona:
    <b>{ $name }</b>
    Basta con un hola. Escríbelo aquí.

# A mentor, 3 days after the introduction, when nobody has written.
# $name (String): the mentee's alias
missed-mentor-hello =
    💬 Todavía no hay mensajes entre tú y esta persona:
    <b>{ $name }</b>
    Dar el primer paso suele costar a mentees.
    Un hola tuyo ayuda: escríbelo aquí.

# Somebody in a circle, 3 days after the introduction, when nobody has written.
missed-any-hello-group =
    💬 Nadie ha escrito todavía en tu grupo.
    Basta con un hola. Escríbelo aquí.

# Mentees and mentors, some days later, when still nobody has written.
# SAFETY
# $name (String): the other's alias
missed-any-hello-again =
    💬 Sigue sin haber mensajes entre tú y esta persona:
    <b>{ $name }</b>
    Basta una palabra o un mensaje de voz.
    Escríbelo aquí.
    .elsewhere = 📱 Hablamos, pero no aquí
    .help = 📞 Quiero una llamada

# The same in a circle.
# SAFETY
missed-any-hello-again-group =
    💬 Sigue sin haber mensajes en tu grupo.
    Basta una palabra o un mensaje de voz.
    Escríbelo aquí.

## Did you talk?

# Mentees and mentors, when nothing has passed both ways for a long time.
# SAFETY
# $name (String): the other's alias
# $since (String): weekday, day and month of the last contact
missed-any-talked =
    💬 ¿Has hablado con esta persona desde este día?
    <b>{ $name }</b>
    📅 { $since }
    Tu respuesta solo le llega al equipo.
    .here = ✅ Sí, aquí
    .elsewhere = 📱 Sí, pero no aquí
    .not-yet = 🕐 Todavía no
    .help = 📞 Quiero una llamada

# The same in a circle.
# SAFETY
# $since (String): weekday, day and month of the last contact
missed-any-talked-group =
    💬 ¿Has hablado con tu grupo desde este día?
    📅 { $since }
    Tu respuesta solo le llega al equipo.

# After “Yes, here”.
missed-any-thanks-here =
    💚 Qué bien.
    Gracias por decírnoslo.

# After “Yes, elsewhere”.
# $until (String): weekday, day and month
missed-any-thanks-elsewhere =
    💚 Qué bien que hay contacto.
    No volveremos a preguntar antes de:
    <b>{ $until }</b>

# After “Not yet”.
missed-any-thanks-not-yet =
    💚 Gracias por decírnoslo.
    Es normal, y basta con un mensaje corto.
    Escríbelo aquí.

# After “I need help”. Somebody from the team will call.
# SAFETY
# $by (String): weekday, day and month
missed-any-team-calls =
    📞 Alguien de tu equipo te llamará antes de:
    <b>{ $by }</b>
    ¿No te sientes a salvo? Toca 🆘.

## The other waits

# A mentor whose mentee has written and waits.
# $name (String): the mentee's alias
# $since (String): weekday, day and month
missed-mentor-waits =
    💬 Tu mentee espera una respuesta:
    <b>{ $name }</b>
    📅 Desde: { $since }
    Basta con una frase. Escríbela aquí.

# A mentee whose mentor has written and waits.
# $name (String): the mentor's alias
# $since (String): weekday, day and month
missed-mentee-waits =
    💬 Hay un mensaje para ti:
    <b>{ $name }</b>
    📅 Desde: { $since }
    Basta con una palabra para responder. Escríbela aquí.

# Somebody in a circle, when the other side has written and waits.
# $since (String): weekday, day and month
missed-any-waits-group =
    💬 Alguien de tu grupo espera una respuesta.
    📅 Desde: { $since }
    Basta con una frase. Escríbela aquí.

# After the button “No answer needed” below the three texts above: their talk had simply come to its end.
missed-any-said-all = ✅ De acuerdo. No volveremos a preguntar.
    .button = ✅ No hace falta responder
