# SPDX-License-Identifier: MIT OR Apache-2.0

### From the invitation link to being ready.

## The first tap

# Mentees and mentors, as soon as they have opened their link, and again when they chose another language. Below the chat
# stand the buttons it speaks of.
# SAFETY
join-any-greeting =
    ☀️ Hola, qué bien que estás aquí.
    Si necesitas ayuda ahora, toca 🆘 abajo.
    Tu equipo lee lo que envías con 💬.

## Language

# First question to everyone. Buttons: the languages by their own names.
join-any-language = 🌍 ¿Qué idioma prefieres?

# A language whose words no person has checked yet: a button among others.
# $language (String): its own name
join-any-language-beta = { $language } (beta)

## Consent, version 2: in parts, with *Next* between them. Raise `CONSENT` in src/domain/steps.rs when it says something else.

# Mentees and mentors, the first part: who invites, and what for.
# SAFETY
# $programme (String): the programme's name
join-any-consent =
    📄 <b>Lee esto primero, por favor</b>

    <b>{ $programme }</b>
    Este programa te invita a hablar con una persona, en Lazo.
    👥 Si te va a leer más gente, antes te preguntaremos.
    🔒 Solo ven el nombre que elijas, nunca tu teléfono.

# The second part, also in /privacy: what the team can see.
# SAFETY
join-any-consent-sees =
    👁 <b>Qué puede ver tu equipo</b>

    💬 Tu equipo ve tus respuestas a Lazo y los mensajes de los que alguien avisa.
    👁 Solo lee un chat entero si antes dices que sí.
    ↩️ Puede ver algunos mensajes que alguien retira.

# The third part, also in /privacy: how messages travel.
# SAFETY
join-any-consent-travels =
    ✉️ <b>Por dónde pasan tus mensajes</b>

    🔓 Los mensajes pasan por Telegram, y esa empresa puede leerlos.
    🤖 Un sistema automático busca en ellos teléfonos y nombres.
    📷 Las fotos que se abren una sola vez no llegan.

# The fourth part, also in /privacy: what is kept.
# SAFETY
join-any-consent-keeps =
    📝 <b>Qué guardamos sobre ti</b>

    · tu número de chat de Telegram, nombre de aquí, número de expediente, función
    · tus idiomas, zona horaria, grupo de edad, temas, horas libres
    · tus respuestas, llamadas con tu equipo, cuándo escribes
    · si tu equipo te ayuda: de qué se trata y cuándo
    · si acompañas: los días de antecedentes, formación y prueba

    🚫 Nunca guardamos tus mensajes, tus fotos ni tu teléfono.
    🗂 Puedes pedir a tu equipo ver, cambiar o borrar todo esto.
    Responderá en el plazo de un mes.

# The last part: the question.
# SAFETY
join-any-consent-decides =
    💚 <b>Tú decides</b>

    Si dices que no, conservas tu plaza y toda la ayuda.
    🚪 Puedes irte en cualquier momento, con /leave.
    ❓ ¿Aceptas?
    .accept = ✅ Acepto
    .refuse = ✖️ No acepto

# Whoever agreed to an older text, once. The button leads to the first part.
# SAFETY
join-any-consent-news =
    📄 El texto sobre tus datos dice ahora más cosas.
    Lo nuevo: quién lee, qué guardamos y tus derechos.
    No hacemos nada nuevo con tus datos y puedes seguir.
    .read = 📖 Leerlo

# Coordinators and leads, the first part.
# SAFETY
# $programme (String): the programme's name
join-coord-consent =
    📄 <b>Lee esto primero, por favor</b>

    <b>{ $programme }</b>
    Te unes al equipo de este programa, en un chat que se llama Lazo.
    💬 Lazo te avisa cuando una pareja de mentoría te necesita.
    📷 Las fotos que se abren una sola vez no llegan.

# The second part.
# SAFETY
join-coord-consent-keeps =
    📝 <b>Qué guardamos y qué puedes ver</b>

    · tu número de chat de Telegram, nombre de aquí, función, idioma
    · tu zona horaria, lo que haces aquí y cuándo

    🔓 Los mensajes pasan por Telegram, y esa empresa puede leerlos.
    👁 Puede que veas mensajes de los que alguien avisa: no los compartas.
    🗂 Puedes pedir ver o borrar esto a quien dirige el programa.

# The last part: the question.
# SAFETY
join-coord-consent-decides =
    💚 <b>Tú decides</b>

    Si dices que no, conservas tu plaza en el equipo.
    🚪 Puedes irte en cualquier momento, con /leave.
    ❓ ¿Aceptas?
    .accept = ✅ Acepto
    .refuse = ✖️ No acepto

# The lead of a new programme, which has no name yet: the first part. The second is that of coordinators.
# SAFETY
join-coord-consent-new =
    📄 <b>Lee esto primero, por favor</b>

    Empiezas un programa de mentoría con este chat, que se llama Lazo.
    💬 Lazo te avisa cuando una pareja de mentoría te necesita.
    📷 Las fotos que se abren una sola vez no llegan.

# The last part: the question.
# SAFETY
join-coord-consent-new-decides =
    💚 <b>Tú decides</b>

    ⭐ Quien lleva tu servidor puede dar más tarde la dirección a otra persona.
    Si dices que no, no se prepara nada.
    ❓ ¿Aceptas?
    .accept = ✅ Acepto
    .refuse = ✖️ No acepto

## /privacy: answers everybody, also strangers, part by part as the consent text, of which it has some parts

# The first lines for somebody who is in Lazo. The names of her programmes follow.
# SAFETY
join-any-privacy =
    🔐 <b>Tus datos en Lazo</b>

    La organización de este programa es responsable de tus datos:

# The name of a programme, on a line of its own.
# $name (String): the programme's name
join-any-privacy-programme = <b>{ $name }</b>

# Below it: who is responsible, and how to write to them, as the lead has typed it.
# $words (String): the organisation with an address, a mail address or a number
join-any-privacy-responsible = ✉️ { $words }

# Below the names of those where the lead has not said it.
# SAFETY
join-any-privacy-ask = ✉️ Tu equipo puede decirte cómo escribir a esta organización.

# The first lines for somebody who is not.
# SAFETY
join-any-privacy-stranger =
    🔐 <b>Tus datos en Lazo</b>

    La organización que usa este bot es responsable de tus datos.
    Puedes preguntar a quien te habló de este bot.

# A stranger: what becomes of what she writes.
# SAFETY
join-any-privacy-writes =
    ✏️ <b>Lo que escribes aquí</b>

    🤖 Un sistema automático busca una invitación en tus mensajes.
    🚫 Ninguna persona los lee, y no los guardamos.
    📝 Guardamos tu número de chat de Telegram y cuándo te respondimos.

# What for, and on which grounds.
# SAFETY
join-any-privacy-why =
    ❓ <b>Para qué</b>

    Solo los usamos para unir a personas y protegerlas.
    La base es tu sí, y para la protección, un interés legítimo.
    Tu equipo puede decirte quién lleva el servidor.

# What Telegram is, also for strangers.
# SAFETY
join-any-privacy-telegram =
    🌐 <b>Telegram</b>

    🔓 Los mensajes pasan por Telegram, y esa empresa puede leerlos.
    Está fuera de la Unión Europea.
    Puede dar tu número y tu dirección IP a los tribunales.

# How long it is kept.
# SAFETY
# $days (Number): for how many days the numbers of messages are kept
join-any-privacy-long =
    ⏳ <b>Cuánto tiempo</b>

    Olvidamos los números de los mensajes a los { $days } días.
    Lo demás se queda hasta que tu equipo lo borre.

# What everybody can ask for.
# SAFETY
join-any-privacy-rights =
    ⚖️ <b>Tus derechos</b>

    Puedes pedir ver, corregir, llevarte o borrar tus datos.
    Puedes retirar tu sí con /leave.
    Puedes reclamar ante la autoridad de protección de datos de tu país.

# What a stranger can ask for.
# SAFETY
join-any-privacy-asks =
    ⚖️ <b>Tus derechos</b>

    Puedes pedir ver o borrar lo que guardamos.
    Puedes reclamar ante la autoridad de protección de datos de tu país.

# Somebody who did not agree.
join-any-refused =
    Está bien. Conservas tu plaza, y tu ayuda no cambia.
    El equipo buscará otra manera contigo.
    .again = 🔁 Leer otra vez
# Somebody who comes back in the middle of the questions. The next question follows.
join-any-resumed = ☀️ Qué bien verte de nuevo. Sigamos.

## Age

# After the consent.
join-any-age = ¿Cuántos años tienes?
    .under = 🧒 Menos de 16
    .minor = 🧑 16 o 17
    .adult = 👤 18 o más
# Somebody under 16.
# SAFETY
join-any-young =
    Lazo es para personas de 16 años o más.
    El equipo ya lo sabe.
    Te ayudará de otra manera.
# Somebody who is 16 or 17: what happens now, before she is asked anything.
# SAFETY
join-any-guardian =
    Gracias por decirlo. Puedes participar.
    El equipo leerá también tu chat.
# Somebody whose account once said that she is younger. She waits until the team has asked her.
# SAFETY
join-any-doubted =
    Gracias. Antes nos dijiste otra edad.
    El equipo te preguntará por eso.
    .again = 🔁 Cambiar mi respuesta

## Name

# Everyone. The answer is typed. A button offers the name that came with the invitation, if one did.
# $name (String): that name
join-any-alias =
    ✏️ ¿Con qué nombre te llamamos?
    Las demás personas solo ven este nombre.
    No hace falta que sea tu nombre real.
    .take = 👤 { $name }
# The typed name had no letters.
join-any-alias-empty = Escribe un nombre con letras, por favor.
# The typed name was too long.
# $max (Number): the most letters a name can have
join-any-alias-long =
    { $max ->
        [one] Este nombre es demasiado largo. Usa como máximo una letra.
       *[other] Este nombre es demasiado largo. Usa como máximo { $max } letras.
    }
# The typed name held a link or an @name.
join-any-alias-link = Escribe solo un nombre, sin enlaces ni @.
# The typed name held a phone number.
join-any-alias-phone = Escribe solo un nombre. Tu número de teléfono queda en privado.
# The typed name speaks for the team, the programme, the bot, or whoever is called in an emergency.
join-any-alias-speaks = Este nombre parece del equipo o de este chat. Escribe otro, por favor, por ejemplo tu nombre de pila.

## Time

# Everyone. Buttons: clocks with a city, such as “18:05 · Athens”.
join-any-time = 🕐 ¿Qué hora es donde estás?
    .other = ✏️ Otra hora
# Somebody whose time is not among the buttons. More clocks below, page by page; the answer can also be typed.
# $hour (String): an example of an hour
join-any-time-typed =
    Mira un reloj cerca de ti.
    Escribe la hora así: { $hour }
    O escribe el nombre de una ciudad grande cerca de ti.
# The typed time cannot be read.
# $hour (String): an example of an hour
join-any-time-unclear =
    Perdona, no conozco esa hora o ciudad.
    Escribe la hora de tu reloj así: { $hour }
# Several places have the typed time. Buttons: clocks with a city.
join-any-time-place = 📍 ¿Qué lugar te queda más cerca?

## Languages, topics, time

# Mentees and mentors. Buttons: language names, several can be chosen.
join-any-spoken =
    🗣 ¿Qué idiomas hablas?
    Elige todos.
    .another = ✏️ Otro idioma
# Her language is not in the list, or what was typed is no name of a language.
join-any-spoken-type =
    ✏️ Escribe aquí el nombre de tu idioma.
    Escribe solo el nombre, con letras.
# Mentees. Buttons: topics, several can be chosen.
join-mentee-topics =
    💭 ¿De qué quieres hablar?
    Elige todo lo que te importa.
# Mentors. Buttons: topics, several can be chosen.
join-mentor-topics =
    💭 ¿En qué puedes ayudar?
    Elige todo en lo que puedes ayudar.
# Mentees and mentors. Buttons: times of day, several can be chosen.
join-any-availability =
    📅 ¿Cuándo sueles tener tiempo?
    Elige todo lo que te venga bien.
# Somebody tapped “Done” without choosing anything.
join-any-choose-one = Elige al menos una opción, por favor.

## Ready

# A mentee who has answered everything.
join-mentee-ready =
    🎉 ¡Gracias!
    Ahora el equipo te busca mentor o mentora.
    Puede tardar unos días: te escribiremos aquí.
# A mentor who has answered everything.
join-mentor-ready =
    🎉 ¡Gracias!
    Ahora el equipo te busca una persona a quien acompañar.
    Puede tardar unos días: te escribiremos aquí.
# A coordinator who has answered everything.
join-coord-ready =
    🎉 ¡Te damos la bienvenida al equipo!
    Puedes invitar a personas con /invite.
    Todo lo demás está en /help.

## Links

# The link was used before.
join-any-link-used =
    Este enlace ya se usó.
    Pide uno nuevo a tu equipo, por favor.
# The link is unknown, expired or withdrawn: one text for all, so that nobody can guess links.
join-any-link-wrong =
    Este enlace no funciona.
    Puede ser antiguo, o tu equipo lo ha retirado.
    Pide uno nuevo a tu equipo, por favor.
# Too many wrong links from one person.
join-any-link-wait =
    Has probado varios enlaces que no funcionan.
    Espera una hora, por favor.
# Somebody who belongs to this programme already opens a link to it.
join-any-link-member =
    Ya estás aquí. ☀️
    No ha cambiado nada.
# Somebody writes to the bot without an invitation.
join-any-link-none =
    ☀️ Soy Lazo, para la mentoría.
    Necesitas un enlace de invitación de tu equipo.
    Si ya tienes uno, envíalo aquí, por favor.

# Somebody who is in Lazo already opens or sends a good invitation. Nothing happens before the answer.
# $role (String): the role it is for
# $programme (String): the programme's name
join-any-link-ask =
    🔗 Esta invitación funciona:
    <b>{ $role } · { $programme }</b>
    Solo una persona puede usarla. ¿Es para ti?
    .yes = ✅ Es para mí
    .no = ✖️ No es para mí
# The same for a link that starts a new programme.
join-any-link-ask-new =
    🔗 Este enlace crea un programa nuevo.
    Solo una persona puede usarlo. ¿Es para ti?
# The answer was “Not for me”.
join-any-link-kept =
    ✅ No ha cambiado nada y el enlace sigue funcionando.
    Dáselo a la persona a quien le toca, por favor.

## What the coordinator who invited somebody is told

# Somebody who was invited is under 16 and was not let in.
# SAFETY
# $who (String): the alias or file number given with the invitation
join-coord-young =
    ⚠️ Alguien a quien invitaste tiene menos de 16 años:
    <b>{ $who }</b>
    Lazo no dejó entrar a esta persona.
    Ayúdala de otra manera, por favor.
# Somebody who was invited is 16 or 17 and waits.
# SAFETY
# $who (String): the alias or file number given with the invitation
join-coord-guardian =
    🕐 Alguien a quien invitaste tiene 16 o 17 años:
    <b>{ $who }</b>
    Primero preguntamos a esta persona. No contactes aún con nadie.
    Cuando alguien haya firmado, toca el botón de abajo.
# A mentee can be paired now.
# $who (String): the mentee's alias
join-coord-ready-mentee =
    🌱 Ya se puede buscar mentor o mentora para:
    <b>{ $who }</b>
    .pair = 🤝 Buscar mentor/a
# A mentor has answered everything.
# $who (String): the mentor's alias
join-coord-ready-mentor =
    🤝 Este mentor o mentora ha respondido a todo:
    <b>{ $who }</b>
    Con el botón de abajo anotas antecedentes, formación y prueba.
# A coordinator has answered everything; the lead reads it.
# $who (String): the coordinator's alias
join-coord-ready-coord =
    🧭 Esta persona ya está en tu equipo:
    <b>{ $who }</b>
# Somebody who was invited did not agree to the consent text.
# $who (String): the alias or file number given with the invitation
join-coord-refused =
    ✖️ Alguien a quien invitaste no aceptó:
    <b>{ $who }</b>
    Conserva su plaza en el programa.
    Mantén el contacto sin Lazo, por favor.

## Inviting

# A link that moves somebody who cannot be reached to a new account. It follows in the next message.
# $who (String): the person's alias
# $until (String): the last day it works
join-coord-moving =
    🔗 Este enlace es para una cuenta nueva de:
    <b>{ $who }</b>
    Envíalo solo a esta persona. Funciona una sola vez.
    📅 Último día: { $until }

# Somebody opened that link with her new account.
join-any-moved =
    ☀️ Hola de nuevo.
    Esta es ahora tu cuenta en Lazo.
    Los mensajes nuevos llegan aquí.

# Staff, on /invite. Buttons: the roles they may invite.
join-coord-invite = ✉️ ¿A quién quieres invitar?
# Staff, after the role. The answer is typed, or the button leaves it out.
join-coord-invite-file =
    📁 ¿Qué número de expediente tiene esta persona?
    Escríbelo aquí. Solo lo ve tu equipo.
    .skip = ⏭ Sin número
# Staff, after the file number, where the programme has several languages. Buttons: each by its own name.
join-coord-invite-language = 🌍 ¿En qué idioma invitas a esta persona?
# Staff: what the invitation is for. The invitation itself is the next message.
# $role (String): the role
# $until (String): weekday, day and month
join-coord-invited =
    ✉️ Esta invitación está lista:
    <b>{ $role }</b>
    Reenvía el mensaje siguiente o muestra su imagen. Funciona una sola vez.
    📅 Último día: { $until }
# The same, with a file number.
# $role (String): the role
# $file (String): the NGO's own reference
# $until (String): weekday, day and month
join-coord-invited-file =
    ✉️ Esta invitación está lista:
    <b>{ $role } · { $file }</b>
    Reenvía el mensaje siguiente o muestra su imagen. Funciona una sola vez.
    📅 Último día: { $until }
# The invitation, to be passed on: the caption of a picture with the link's QR code.
# $programme (String): the programme's name
# $link (String): the link
join-any-invitation =
    ✉️ Este programa te invita:
    <b>{ $programme }</b>
    Abre este enlace en Telegram, por favor. Es solo para ti:
    { $link }
