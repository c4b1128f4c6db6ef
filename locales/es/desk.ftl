# SPDX-License-Identifier: MIT OR Apache-2.0

### The coordinator's lists: pairs and people, their cards, and closing a pair. Only the team reads these.

## People in lists and cards

# A person in a list; the number is also on her button.
# $number (Number): her place on the page
# $name (String): the person's alias
desk-coord-entry = { $number } · <b>{ $name }</b>
    .open = { $number } · { $name }

# A person in a list, with the team's own reference.
# $number (Number): her place on the page
# $name (String): the person's alias
# $file (String): the file number
desk-coord-entry-file = { $number } · <b>{ $name }</b> · 🗂 { $file }

# A person in a card.
# $name (String): the person's alias
desk-coord-who = 👤 <b>{ $name }</b>

# A person in a card, with the team's own reference.
# $name (String): the person's alias
# $file (String): the file number
desk-coord-who-file = 👤 <b>{ $name }</b> · 🗂 { $file }

# Instead of a name: somebody who has not chosen one yet.
desk-coord-nameless = Aún sin nombre

# A person is away.
# $until (String): weekday, day and month
desk-coord-away = ⏸ En pausa hasta: { $until }

# Telegram does not let us write to a person.
desk-coord-unreachable = 📵 No se puede contactar ahora

## Where a person stands

# Answers the first questions.
desk-coord-joining = ✏️ Aún se está registrando

# Is 16 or 17.
desk-coord-guardian = 🧑 16 o 17 años: espera el permiso de tutor/a

# Waits for a pair since today.
desk-coord-waits-today = ⏳ Espera desde hoy

# Waits for a pair.
# $count (Number): days
desk-coord-waits =
    { $count ->
        [one] ⏳ Espera desde hace un día
       *[other] ⏳ Espera desde hace { $count } días
    }

# A proposal is open.
desk-coord-asked = 📨 Tiene una propuesta abierta

# Is in a pair.
desk-coord-paired = 🤝 Está en una pareja de mentoría

# A coordinator or lead.
desk-coord-staff = 🧭 Trabaja en el equipo

# Under 16, or did not agree.
desk-coord-refused = ✖️ No se registró: edad o acuerdo

# Left of their own accord.
desk-coord-left = 🚪 Ha dejado el programa

## How a pair is

# A pair in a list; the number is also on its button.
# $number (Number): its place on the page
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
desk-coord-pair = { $number } · <b>{ $mentee }</b> – <b>{ $mentor }</b>

# The two of a pair, in a card.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
desk-coord-names =
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>

# They were introduced lately, and were never in touch.
desk-coord-new = 🌱 Empiezan ahora

# They write to each other.
desk-coord-green = 🟢 En contacto

# They said that they talk elsewhere.
desk-coord-elsewhere = 🟢 En contacto, pero no aquí

# Quiet for a while. Nothing happens yet.
desk-coord-amber = 🟡 Silencio desde hace un tiempo

# Both are asked whether they talked.
desk-coord-orange = 🟠 Mucho silencio, preguntamos a ambas partes

# Nobody writes.
desk-coord-silent = 🔴 Nadie escribe

# The mentee wrote last, long ago.
desk-coord-mentee-waits = 🔴 Mentee espera una respuesta

# The mentor wrote last, long ago.
desk-coord-mentor-waits = 🔴 Mentor/a espera una respuesta

# One of them blocked the bot or has no account any more.
desk-coord-lost = 🔴 No se puede contactar con una de las partes

# A break with an end.
desk-coord-paused = ⏸ En pausa

# Paused by the team, until a day on which it decides again.
desk-coord-stopped = ⏸ En pausa por el equipo

# Stopped until a coordinator decides.
desk-coord-held = 🛑 En pausa por seguridad

# They were never in touch.
desk-coord-contact-none = 💬 Aún sin contacto

# They were in touch today.
desk-coord-contact-today = 💬 Último contacto hoy

# In a list: when they were last in touch.
# $count (Number): days ago
desk-coord-contact =
    { $count ->
        [one] 💬 Último contacto hace un día
       *[other] 💬 Último contacto hace { $count } días
    }

# In a card: the day they were last in touch.
# $day (String): weekday, day and month
desk-coord-contact-day = 💬 Último contacto: { $day }

# How often they agreed to be in contact: every 7 days.
desk-coord-weekly = 📅 Cada semana

# How often they agreed to be in contact: every 14 days.
desk-coord-fortnightly = 📅 Cada 2 semanas

# How often they agreed to be in contact: every 30 days.
desk-coord-monthly = 📅 Cada mes

## The list of pairs and a pair's card

# Heading of /pairs. One button for each pair.
desk-coord-pairs = 🤝 <b>Tus parejas de mentoría</b>

# Below it: in which order they stand.
desk-coord-pairs-order = Primero, quienes más te necesitan.

# There is no pair yet.
desk-coord-pairs-none =
    🤝 Aquí aún no hay ninguna pareja de mentoría.
    Une a dos personas con /pair.

# A pair's card: buttons. The facts stand above.
desk-coord-card = 🤝 <b>Una pareja de mentoría</b>
    .release = ▶ Permitir que sigan
    .pause = ⏸ Poner en pausa
    .close = 🏁 Terminar

# The team stops a pair for a time. Buttons: weeks. The pair stands below.
desk-coord-pause =
    ⏸ <b>¿Cuánto tiempo estará en pausa esta pareja de mentoría?</b>
    Solo se les dice si escriben.
    Ese día te preguntaremos cómo sigue.

# Since when they have been together.
# $day (String): weekday, day and month
desk-coord-since = 🤝 Pareja de mentoría desde: { $day }

# When a break ends by itself.
# $day (String): weekday, day and month
desk-coord-until = ⏸ Pausa hasta: { $day }

# When the team decides again about a pair that is stopped.
# $day (String): weekday, day and month
desk-coord-stopped-until = 📅 Se decide de nuevo: { $day }

# Open cases about a pair.
# $count (Number): how many
desk-coord-open-cases =
    { $count ->
        [one] 🔔 Un caso abierto, mira /cases
       *[other] 🔔 { $count } casos abiertos, mira /cases
    }

# On the card of a pair the reader is in, while nobody else of the team could end it.
desk-coord-own-pair =
    👤 Esta pareja de mentoría es también la tuya.
    Quien entre en el equipo con /invite puede terminarla.
    Puedes dejar el programa con /leave.

## Closing a pair

# Why a pair ends. One button for each reason.
desk-coord-why =
    🏁 <b>¿Por qué termina esta pareja de mentoría?</b>
    Solo el equipo ve el motivo.
    .contact = 🔇 Sin contacto

# Reason: a planned end.
desk-coord-why-goals = 🎯 Metas logradas o previsto

# Reason: no time, or not the same times.
desk-coord-why-time = 🕐 Falta de tiempo

# Reason: language, or they do not get on.
desk-coord-why-fit = 🗣 Idioma o afinidad

# Reason: moved away, no phone, no data.
desk-coord-why-moved = 📦 Mudanza, sin móvil

# Reason: somebody needs another kind of help.
desk-coord-why-help = 🧩 Necesita otra ayuda

# Reason: conduct or safety. Never shown to the partner.
desk-coord-why-conduct = 🛡 Conducta o seguridad

# Reason: anything else.
desk-coord-why-other = ✏️ Otro motivo

# Who did not write. Three buttons.
desk-coord-side = 🔇 <b>¿Quién no escribió?</b>

# Reason: the mentee did not write.
desk-coord-why-mentee = 🔇 Mentee no escribió

# Reason: the mentor did not write.
desk-coord-why-mentor = 🔇 Mentor/a no escribió

# Reason: nobody wrote.
desk-coord-why-both = 🔇 Nadie escribió

# The last question before a pair ends. The pair and the reason stand above.
desk-coord-close =
    🏁 <b>¿Terminar esta pareja de mentoría?</b>
    Ambas partes leen que ha terminado, pero no el motivo.
    .yes = 🏁 Sí, terminarla

# A pair was closed. The pair and the reason stand below.
desk-coord-closed = 🏁 <b>Esta pareja de mentoría ha terminado.</b>
    .list = 🤝 Parejas de mentoría

# Below a closed pair: cases about its silence, which are closed with it.
# $count (Number): how many
desk-coord-closed-too =
    { $count ->
        [one] ✅ También se cierra un caso sobre su silencio.
       *[other] ✅ También se cierran { $count } casos sobre su silencio.
    }

# The reason, below a pair.
# $reason (String): the reason
desk-coord-reason = { $reason }

## People

# The question of /people. Buttons: the roles.
desk-coord-roles = 👥 ¿A quién quieres ver?
    .other = 👥 Otras personas

# Heading of a list of people.
# $role (String): their role
desk-coord-people = <b>{ $role }</b>

# There is nobody of a role yet.
# $role (String): the role
desk-coord-people-none =
    <b>{ $role }</b>
    Aquí aún no hay nadie.
    Invita a personas con /invite.

# When somebody opened the invitation.
# $day (String): weekday, day and month
desk-coord-joined = 📅 Aquí desde: { $day }

# What somebody speaks.
# $list (String): languages by their own names
desk-coord-speaks = 🗣 Habla: { $list }

# What somebody wants to talk about.
# $list (String): topics
desk-coord-topics = 💭 Temas: { $list }

# When somebody has time.
# $list (String): times of day
desk-coord-slots = 🕐 Tiene tiempo: { $list }

# Who is in a pair with somebody.
# $name (String): aliases
desk-coord-partner = 🤝 En pareja de mentoría con: <b>{ $name }</b>

# Which coordinator looks after somebody.
# $name (String): the coordinator's alias
desk-coord-after = 🧭 Coordinación: <b>{ $name }</b>

# How many pairs a coordinator looks after.
# $count (Number): pairs
desk-coord-caseload =
    { $count ->
        [one] 🤝 Acompaña a una pareja de mentoría
       *[other] 🤝 Acompaña a { $count } parejas de mentoría
    }

# On a waiting mentee's card.
desk-coord-match = 🤝 Buscar mentor/a

# On a mentor's card: how many mentees she can have. The button changes it.
# $count (Number): how many
desk-coord-places = 🪑 Mentees a la vez: { $count }
    .change = 🪑 Cambiar a: { $count }

## Another program

# The lead: another program uses the same token, so that messages may reach it instead of Lazo.
desk-coord-rival =
    ⚠️ Otro programa recibe lo que se escribe a este bot.
    Puede que algunos mensajes nunca lleguen a tu equipo.
    Avisa hoy a quien se encarga de Lazo en el ordenador.
    Hay que detener ese programa.
    ¿Nadie lo conoce? Entonces alguien ha robado el token del bot.
    Envía /revoke a @BotFather y pon el nuevo token en Lazo.
