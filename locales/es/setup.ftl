# SPDX-License-Identifier: MIT OR Apache-2.0

### The lead's questions when a programme starts, and a new lead.

## Programme

# The lead, after her language and consent.
setup-coord-welcome =
    ☀️ <b>¡Te damos la bienvenida a Lazo!</b>
    Diriges un programa nuevo.
    Unas pocas preguntas y está listo.

# The lead. The answer is typed.
setup-coord-name =
    ✏️ ¿Cómo se llama tu programa?
    La gente lo lee al entrar.

# The typed name had no letters.
setup-coord-name-empty = Escribe un nombre con letras, por favor.

# The typed name was too long.
# $max (Number): the most letters a name can have
setup-coord-name-long =
    { $max ->
        [one] Este nombre es demasiado largo. Usa como máximo una letra.
       *[other] Este nombre es demasiado largo. Usa como máximo { $max } letras.
    }

# The lead. Buttons: languages by their own names, several can be chosen.
setup-coord-languages =
    🌍 ¿Qué idiomas necesita tu gente?
    Elige todos.
    En los idiomas con «beta», nadie ha revisado los textos.

# The lead chose a language marked «beta». Two buttons.
# SAFETY
# $language (String): the language's own name
setup-coord-beta =
    ⚠️ Nadie ha revisado los textos en este idioma:
    <b>{ $language }</b>
    ¿Alguien que lo habla ha leído los textos de consentimiento y seguridad?
    .yes = ✅ Sí, alguien los leyó
    .no = ✖️ Todavía no

# The lead. Buttons: the languages she chose, exactly one can be chosen.
setup-coord-language = 🗣 ¿Cuál de ellos usa tu equipo?

# The lead. Buttons: clocks with a city.
setup-coord-zone = 🕐 ¿Qué hora es en tu oficina?
    .other = ✏️ Otra hora

# The lead. Buttons: countries by their own names, and another.
setup-coord-country =
    🗺 ¿En qué país trabaja tu programa?
    Quien pulsa 🆘 lee números de ayuda de ese país.
    .other = 🌐 Otro país

# The lead chose a country. Below it its help numbers, what is missing, and where each was found.
# SAFETY
setup-coord-numbers =
    ☎️ Comprueba estos números, por favor.
    Quien pulse 🆘 los leerá:
    .yes = ✅ Son correctos
    .none = ✖️ Mostrar solo el 112

# Above kinds of help for which the table has no number.
setup-coord-numbers-missing = ⚠️ Lazo no tiene aquí ningún número para:

# Above the pages where the numbers stand.
setup-coord-numbers-pages = 🔎 Lazo los encontró en estas páginas:

# One number with its page and the day of that page.
# $number (String): the number
# $page (String): the page and its day
setup-coord-numbers-page = { $number } · { $page }

# A kind of help without a number: writing to the emergency services.
setup-coord-missing-text = · una emergencia, por escrito

# The same: children and young people.
setup-coord-missing-child = · menores y jóvenes

# The same: violence.
setup-coord-missing-violence = · violencia

# The same: thoughts of suicide.
setup-coord-missing-crisis = · ideas de suicidio

# The lead. Three buttons.
setup-coord-rhythm =
    📅 ¿Cada cuánto deben estar en contacto dos personas?
    Lazo pregunta si el silencio dura más.
    .week = 📅 Cada semana
    .fortnight = 📅 Cada 2 semanas
    .month = 📅 Cada mes

## Urgent contacts

# The lead. Buttons: herself, coordinators in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-urgent-first =
    🆘 ¿A quién llamamos primero en una emergencia?
    .me = 👤 A mí

# The lead. Buttons: herself, coordinators in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-urgent-second =
    🆘 ¿A quién llamamos si nadie responde?
    .me = 👤 A mí

# The lead. Buttons: mentors in Lazo. The answer can also be typed; a line below says so.
# SAFETY
setup-coord-outside =
    👤 ¿Con quién puede hablar tu gente si tiene un problema contigo?
    Tiene que ser alguien de fuera del equipo.

# Below the three questions above, when somebody can be tapped.
setup-coord-contact-tap = Toca a una persona, o escribe un nombre y un teléfono.

# Below the three questions above, when nobody can be tapped.
setup-coord-contact-write = Escribe un nombre y un teléfono, por favor.

# The same person was chosen twice.
setup-coord-same =
    Ya has elegido a esta persona.
    Elige a otra, por favor.

# The typed contact has no phone number.
setup-coord-phone =
    No encontré un número de teléfono.
    Escribe un nombre y un número, por favor.

# The lead. The answer is typed.
setup-coord-responsible =
    🔒 ¿Quién es responsable de los datos de tu gente?
    Escribe la organización y cómo escribirle, por favor.
    Por ejemplo: Casa Ana, datos@casaana.example

# The typed line does not say how to write to anybody.
setup-coord-no-address =
    No he encontrado cómo escribirle.
    Añade un correo, un teléfono o una dirección, por favor.

## The programme's own help lines

# The lead. The answer can be typed, or there is none. A list of the lines that stand now follows, if there are any.
# SAFETY
setup-coord-helplines =
    ☎️ ¿Tiene tu programa su propia línea de ayuda?
    Quien pulsa «No me siento a salvo» la lee.
    Escribe su nombre y su número en una sola línea.
    Por ejemplo: Casa Ana +34 600 000 000
    .none = ✖️ No tenemos
    .keep = ✅ Dejar estas
    .drop = ✖️ No mostrar ninguna

# Above the lines that stand now.
setup-coord-helplines-now = Ahora se lee:

# The typed lines have no number, are too many or too long.
# $lines (Number): the most lines
# $letters (Number): the most letters of a line
setup-coord-helplines-unclear =
    ☎️ No lo he entendido.
    Escribe nombre y número en una sola línea.
    Por ejemplo: Casa Ana +34 600 000 000
    Como máximo: líneas { $lines }, letras por línea { $letters }.

# Above the lines that people read from now on.
# SAFETY
setup-coord-helplines-set = ✅ Desde ahora, quien no se siente a salvo lee:

# There are none any more.
# SAFETY
setup-coord-helplines-unset =
    ✅ No se muestra ninguna línea propia.
    Sigue apareciendo el 112.

## All answers

# The lead, when everything is answered. Below it each answer under its own line, and a button for each.
setup-coord-summary =
    📋 <b>Revisa tus respuestas, por favor.</b>
    Toca una para cambiarla.
    .ready = ✅ Todo bien

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-name = ✏️ Nombre:
    .change = ✏️ Nombre

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-languages = 🌍 Idiomas:
    .change = 🌍 Idiomas

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-language = 🗣 Idioma del equipo:
    .change = 🗣 Idioma del equipo

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-zone = 🕐 Hora en la oficina:
    .change = 🕐 Hora

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-country = 🗺 País de los números de ayuda:
    .change = 🗺 País

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-rhythm = 📅 Contacto de una pareja de mentoría:
    .change = 📅 Contacto

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-first = 🆘 Primera llamada:
    .change = 🆘 Primera llamada

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-second = 🆘 Segunda llamada:
    .change = 🆘 Segunda llamada

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-outside = 👤 Fuera del equipo:
    .change = 👤 Fuera

# The lead typed the hours in which somebody is on call. Buttons: those hours on working days, or on every day.
setup-coord-hours-days = 📅 ¿Qué días?

# What the lead typed are no such hours. An example.
# $from (Number): an hour
# $to (Number): a later one
setup-coord-hours-unclear =
    No he entendido estas horas.
    Escribe dos horas en punto del mismo día, por ejemplo: { $from }–{ $to }.

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-on-call = 📞 De guardia tras 🆘:
    .change = 📞 Horas de guardia

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-responsible = 🔒 Responsable de los datos:
    .change = 🔒 Datos

# Above an answer, in the summary and in the settings. Its button.
setup-coord-now-helplines = ☎️ Tus propias líneas de ayuda:
    .change = ☎️ Líneas de ayuda

# An answer in somebody's own words.
# $words (String): the words
setup-coord-value = <b>{ $words }</b>

# An answer in words of Lazo's.
# $words (String): the words
setup-coord-value-ready = <b>{ $words }</b>

# There is no answer yet.
setup-coord-value-none = ⚠️ Aún sin respuesta

## Ready

# The lead, when everything is answered.
# $programme (String): the programme's name
setup-coord-ready =
    🎉 Este programa está listo:
    <b>{ $programme }</b>

    1. Invita a la coordinación y a mentores, mentoras y mentees con /invite.
    2. Une a dos personas con /pair.
    3. Muestra los casos en el grupo de tu equipo con /linkgroup.
    4. Cambia las líneas de ayuda propias con /helplines.

# The lead or a coordinator wants to invite before the set-up is finished. The lead reads the next question below.
# $count (Number): how many questions are open
setup-coord-unfinished =
    { $count ->
        [one] ⏸ Los ajustes no están completos. Queda una pregunta.
       *[other] ⏸ Los ajustes no están completos. Quedan { $count } preguntas.
    }
    Hasta entonces no se puede invitar a nadie.

## A new lead

# Somebody became the lead of a programme that exists, by a link from the terminal.
# $programme (String): the programme's name
setup-coord-lead =
    ⭐ Ahora diriges este programa:
    <b>{ $programme }</b>
    Ves todos los casos y todos los ajustes.

# The lead whose role moved to another account.
# SAFETY
# $programme (String): the programme's name
setup-coord-replaced =
    ⭐ Otra cuenta dirige ahora este programa:
    <b>{ $programme }</b>
    ¿Es un error? Habla con quien lleva tu servidor.
