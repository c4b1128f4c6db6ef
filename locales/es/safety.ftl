# SPDX-License-Identifier: MIT OR Apache-2.0

### The 🆘 button. Read by people who are afraid: short, calm, and what happens next is always said.

## The menu

# Mentees and mentors, on 🆘 and /safe.
# SAFETY
safety-any-menu =
    🆘 <b>Estamos aquí. ¿Qué necesitas?</b>
    ¿Peligro ahora mismo? Llama al 112.
    Los jóvenes también pueden llamar al 116 111. Es gratis.
    .unsafe = 🛟 No me siento a salvo
    .report = 🚩 Denunciar el último mensaje
    .report-this = 🚩 Denunciar este mensaje
    .call = 📞 Llamadme
    .mistake = ✖️ Nada, fue un error

# A button that copies a help number to the clipboard.
# SAFETY
# $number (String): the number
safety-any-number = 📋 { $number }

# Below a safety text, above the programme's own help lines.
# SAFETY
safety-any-own = ☎️ También puedes llamar a tu programa:

# One of the programme's own help lines, or the contact outside the team.
# SAFETY
# $line (String): a name and a number, as the lead typed them
safety-any-own-line = <b>{ $line }</b>

# After “Nothing, by mistake”.
# SAFETY
safety-any-mistake =
    👍 Muy bien. No se ha enviado nada.
    El botón 🆘 está siempre aquí para ti.

## I don't feel safe

# At once after “I don't feel safe”. Everything is stopped already, and the team is told.
# SAFETY
# $name (String): the partner's alias
safety-any-stopped =
    🛟 <b>Has hecho bien en decirlo. Tu equipo ya lo sabe.</b>
    Los mensajes entre vosotros están parados:
    <b>{ $name }</b>
    Nadie le dice el motivo a esta persona.

    ❓ ¿Se trata de esta persona?
    .yes = ✅ Sí
    .no = ✖️ No
    .unknown = 🤷 No lo sé

# The same in a circle.
# SAFETY
safety-any-stopped-group =
    🛟 <b>Has hecho bien en decirlo. Tu equipo ya lo sabe.</b>
    Los mensajes de tu grupo están parados.
    Nadie les dice el motivo a los demás.

    ❓ ¿Se trata de alguien de tu grupo?

# The same for somebody with several conversations.
# SAFETY
# $name (String): what a conversation is called
safety-any-stopped-all =
    🛟 <b>Qué bien que nos lo dices. Tu equipo ya lo sabe.</b>
    Todas tus conversaciones están paradas.
    Nadie les dice por qué a las otras personas.

    ❓ ¿Es por una de estas personas?
    .one = 👤 { $name }
    .none = ✖️ No, por nadie de aquí
    .unknown = 🤷 No lo sé

# It is about one of several: which of the others go on? Everyone who is named goes on.
# SAFETY
# $name (String): what a conversation is called
safety-any-who-is-fine =
    ⏸ Te entendemos. Esta conversación sigue parada.
    Las otras también están paradas.

    ❓ ¿Con quién estás bien? Solo con esas personas sigues hablando.
    .one = ▶ Con { $name } estoy bien
    .none = ⏸ Dejarlas paradas

# After that question: the conversation stays stopped.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-stopped =
    ⏸ La conversación sigue parada.
    Solo continúa cuando lo diga el equipo.

    📞 El equipo te llama, como muy tarde el { $by }.
    ¿Peligro antes, o de noche? Llama al 112, es gratis.
    Los jóvenes también pueden llamar al 116 111.

    ❓ ¿Es seguro llamarte?
    .yes = 📞 Sí, llamadme
    .write = 💬 Mejor escribidme
    .not-now = ✋ Ahora no

# After that question: it was not about the partner, and the conversation goes on.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-open =
    ▶ La conversación continúa.

    📞 El equipo te llama, como muy tarde el { $by }.
    ¿Peligro antes, o de noche? Llama al 112, es gratis.
    Los jóvenes también pueden llamar al 116 111.

    ❓ ¿Es seguro llamarte?

# At once after “I don't feel safe”, when she has no conversation.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-next-alone =
    🛟 <b>Has hecho bien en decirlo. Tu equipo ya lo sabe.</b>

    📞 El equipo te llama, como muy tarde el { $by }.
    ¿Peligro antes, o de noche? Llama al 112, es gratis.
    Los jóvenes también pueden llamar al 116 111.

    ❓ ¿Es seguro llamarte?

# After “Yes, call me”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-noted-call =
    📞 El equipo te llama, como muy tarde el { $by }.
    Ten el teléfono contigo.
    ¿Peligro antes, o de noche? Llama al 112.

# After “Write to me instead”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-noted-write =
    💬 El equipo no te llama. Te escribe aquí, como muy tarde el { $by }.
    Solo el equipo lee lo que le escribes.
    ¿Peligro antes, o de noche? Llama al 112.

# After “Not now”.
# SAFETY
safety-any-noted-not-now =
    ✋ El equipo no te llama ahora.
    Cuando sea seguro, toca 🆘 y después «Llamadme».
    ¿Peligro, o de noche? Llama al 112.

## Call me

# After “Call me”.
# SAFETY
safety-any-call =
    📞 ¿Cuándo necesitas la llamada?
    .today = 📞 Hoy
    .week = 📅 Esta semana
    .write = 💬 Mejor escribir

# After “Today”.
# SAFETY
# $by (String): weekday, day, month and hour
safety-any-call-today =
    📞 El equipo lo sabe. Alguien te llama, como muy tarde el { $by }.
    ¿Peligro antes? Llama al 112.

# After “This week”.
# SAFETY
# $by (String): weekday, day and month
safety-any-call-week =
    📅 El equipo lo sabe. Alguien te llama, como muy tarde el { $by }.

## Reporting a message

# After reporting a message.
# SAFETY
safety-any-reported =
    🚩 Gracias. El equipo recibe una copia de este mensaje.
    A quien lo escribió no se le dice nada.
    Alguien del equipo habla contigo.
    .write = 💬 Escribir al equipo

# After reporting what a coordinator or the lead wrote.
# SAFETY
safety-any-reported-staff =
    🚩 Gracias. Tu aviso no llega a quien escribió el mensaje.
    Lo mira otra persona.

# Below it, when it was the lead. The contact outside the team stands below.
# SAFETY
safety-any-outside = 👤 También puedes acudir a alguien de fuera del equipo:

# When there is nothing to report.
# SAFETY
safety-any-report-none =
    🚩 Aquí no hay ningún mensaje que se pueda denunciar.
    El equipo te puede ayudar de todos modos.

# Above the copy of a reported message, for whoever reads reports.
# SAFETY
# $number (String): the number of the case
# $name (String): who reported it
safety-coord-report =
    🚩 <b>Aviso sobre un mensaje, caso { $number }</b>
    A continuación, el mensaje. Lazo no guarda otra copia.
    Avisó:
    <b>{ $name }</b>
