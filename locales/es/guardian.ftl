# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody who is 16 or 17: the guardian's consent, and her own at 18.

## For the team

# The button on the card of somebody who is 16 or 17 and waits, and below the news about it.
guardian-coord-button = 📝 La familia acepta
# Which guardian has signed. The answer can also be typed.
# $name (String): the young person's alias
guardian-coord-role =
    📝 ¿Quién ha firmado por esta persona?
    <b>{ $name }</b>
    Toca un botón o escríbelo en una o dos palabras.
    .mother = 👩 Madre
    .father = 👨 Padre
    .guardian = 🧑 Tutela legal
# Which date stands on the paper. The answer can also be typed.
# $name (String): the young person's alias
# $role (String): the guardian's role
guardian-coord-day =
    📅 ¿Qué fecha tiene el papel?
    <b>{ $name }</b> · { $role }
    Toca un botón o escríbela con día, mes y año.
    .today = 📅 Hoy
    .yesterday = 📅 Ayer
# What was typed is no date, or cannot be this one.
# $day (String): today
guardian-coord-day-again =
    Perdona, esa no puede ser la fecha del papel.
    Hoy es { $day }.
    Escribe día, mes y año, por favor.
# The last look before it is recorded.
# SAFETY
# $name (String): the young person's alias
# $role (String): the guardian's role
# $day (String): weekday, day and month on the paper
guardian-coord-paper =
    📄 ¿Tienes el papel firmado?
    <b>{ $name }</b> · { $role }
    📅 { $day }
    Lazo solo anota esto. El papel se queda contigo.
    .yes = ✅ Sí, está aquí
# It is recorded.
# $name (String): the young person's alias
guardian-coord-recorded =
    ✅ Esta persona ya puede seguir:
    <b>{ $name }</b>
    El equipo leerá también en todas sus parejas.
# Nothing was changed.
guardian-coord-cancelled = No ha cambiado nada.
# Nobody could read along.
guardian-coord-no-reader =
    ✋ Nadie podría leer, así que nadie menor de 18 puede entrar.
    Antes hace falta una persona responsable o un grupo de protección.

## For the young person

# The guardian's consent is recorded. The next question follows.
guardian-any-go-on =
    👋 El equipo ha hablado con una persona adulta que te cuida.
    Ya puedes seguir.
    El equipo leerá también tu chat.
# When will she be 18? Buttons: months. The answer can also be typed.
guardian-any-when =
    🎂 ¿Cuándo cumples 18 años?
    Toca el mes. También puedes escribirlo, con el año.
# What was typed is no month, or cannot be this one.
guardian-any-when-again =
    Perdona, ese no puede ser el mes.
    ¿Cuándo cumples 18? Toca el mes o escríbelo con el año.
# A month on a button.
# $month (String): month and year in digits
guardian-any-month = { $month }
# She is 18 now.
# SAFETY
guardian-any-of-18 =
    🎂 Ya tienes 18 años. ¡Felicidades!
    Desde ahora decides tú.
    ¿Quieres seguir con Lazo como hasta ahora?
    .yes = ✅ Sí, de acuerdo
    .no = ✖️ No
# The same question, a week later.
# SAFETY
guardian-any-of-18-again =
    🎂 Todavía falta tu respuesta.
    Ya tienes 18 años, así que decides tú.
    ¿Quieres seguir con Lazo como hasta ahora?
# She agreed.
guardian-any-agreed =
    💚 Gracias.
    El equipo decide ahora si sigue leyendo tu chat.
# She did not agree.
guardian-any-declined =
    Gracias por decirlo.
    El equipo hablará contigo de cómo seguir.
    Puedes irte cuando quieras con /leave.

## For the lead

# Somebody is 18 now and agreed herself.
# $name (String): the alias
guardian-coord-told =
    🎂 Esta persona ya tiene 18 años y quiere seguir:
    <b>{ $name }</b>
    Tú decides si el equipo sigue leyendo.
# Somebody is 18 now and did not agree.
# $name (String): the alias
guardian-coord-told-not =
    🎂 Esta persona ya tiene 18 años y no quiere seguir:
    <b>{ $name }</b>
    Habla con ella, por favor.
# Somebody is 18 now, was asked twice and has not answered.
# $name (String): the alias
guardian-coord-told-silent =
    🎂 Esta persona ya tiene 18 años y no ha respondido:
    <b>{ $name }</b>
    Hemos preguntado dos veces. Habla con ella, por favor.
