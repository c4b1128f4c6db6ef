# SPDX-License-Identifier: MIT OR Apache-2.0

### The programme's settings, for its lead.

# The heading of the list. Below it one line for each setting, and a button for each.
settings-coord-list =
    ⚙️ <b>Ajustes del programa</b>
    Toca uno para cambiarlo.

# A coordinator asks for the settings.
settings-coord-lead-only = ⚙️ Solo quien dirige el programa puede ver y cambiar los ajustes.

## Contacts in messages. One of four lines in the list.

# They go through.
settings-coord-contacts-now-allow = 📞 Teléfonos y enlaces a personas: se envían.
    .change = 📞 Teléfonos y enlaces

# The sender is asked.
settings-coord-contacts-now-ask = 📞 Teléfonos y enlaces a personas: antes se pregunta a quien escribe.

# Everybody must agree.
settings-coord-contacts-now-both = 📞 Teléfonos y enlaces a personas: antes hace falta el sí de las dos partes.

# They do not go through.
settings-coord-contacts-now-refuse = 📞 Teléfonos y enlaces a personas: no se envían.

# The screen of this setting. Four buttons and back.
settings-coord-contacts =
    📞 En un mensaje se ve un teléfono, un enlace o un lugar.
    ¿Qué debe hacer Lazo?
    Con menores de 18 años, o si el equipo lee, no se envía nunca.
    .allow = 📨 Enviarlo
    .ask = ❓ Preguntar antes
    .both = 👥 Con el sí de las dos partes
    .refuse = ✖️ No enviarlo

## What readers cannot pass on. One of two lines in the list.

# These kinds of messages.
# $list (String): kinds of messages
settings-coord-protect-now = 🔒 No se puede reenviar: { $list }
    .change = 🔒 Reenviar y guardar

# Nothing is protected.
settings-coord-protect-now-none = 🔓 Se puede reenviar todo.

# The screen of this setting. Four buttons, each on or off, and back.
settings-coord-protect =
    🔒 ¿Qué no se puede reenviar ni guardar?
    Toca para cambiarlo. Vale para los mensajes nuevos.
    Los archivos suelen ser formularios que hay que guardar.
    .texts = 💬 Textos
    .pictures = 🖼 Fotos y vídeos
    .voices = 🎤 Mensajes de voz
    .files = 📎 Archivos

## When somebody is on call

# The screen of this setting. One button for each choice, and back.
# $from (Number): the first hour, such as 9
# $to (Number): the hour at which it ends
settings-coord-on-call =
    📞 ¿Cuándo responde alguien del equipo después de 🆘?
    Toca las horas o escríbelas, por ejemplo: { $from }–{ $to }.
    Solo en esas horas Lazo promete una llamada.
    .workdays = Lun–vie { $from }–{ $to }
    .daily = Cada día { $from }–{ $to }
    .always = Día y noche
    .never = Sin horas

# Below the hours on call, above the times that nobody covers.
settings-coord-uncovered = 🌙 En los próximos 7 días no hay nadie de guardia:

# One of these times.
# $from (String): weekday, day, month and hour
# $until (String): weekday, day, month and hour
settings-coord-uncovered-gap = · { $from } – { $until }

## Whether contacts and numbers still hold

# The lead, every half year, and once after an update. Below it the answers. Two buttons.
settings-coord-holds =
    🔁 <b>¿Siguen valiendo tus contactos y números?</b>
    Lazo lo pregunta cada medio año.
    .yes = ✅ Sí, todo
    .change = ✏️ Responder o cambiar

# The lead, after her yes.
settings-coord-held = ✅ Gracias. Lazo volverá a preguntar en medio año.

# In the lead's digest, when she has not answered for a week.
settings-coord-digest-holds = 🔁 Di si contactos y números siguen valiendo, por favor: /settings

# The lead: a contact left Lazo, or blocked the bot. The name follows, and a button to choose another.
settings-coord-gone = 🆘 Ya no se puede contactar en Lazo con esta persona:

# A name on its own line.
# $name (String): the name
settings-coord-who = <b>{ $name }</b>

## The alarm is tried

# The lead, at the end of the set-up and whenever she wants.
settings-coord-trial =
    🔔 <b>¿Se oiría tu alarma?</b>
    Un caso de prueba suena como uno real.
    Primero te llega a ti. A los 15 minutos, a tus contactos.
    Espera y mira quién la atiende.
    Quien aquí solo es un número no oye nada.
    .try = 🔔 Probar la alarma
    .ring = 🔔 Que suene ahora

# The lead, when the test case is open.
settings-coord-ringing =
    🔔 La prueba suena ahora.
    Leerás quién la atendió, y cuándo.

# The lead, when somebody took the test case. The name follows.
# $minutes (Number): after how many minutes
settings-coord-tried =
    { $minutes ->
        [one] ✅ La prueba fue atendida después de un minuto.
       *[other] ✅ La prueba fue atendida después de { $minutes } minutos.
    }
    La atendió:

# The same, if she took it herself.
# $minutes (Number): after how many minutes
settings-coord-tried-self =
    { $minutes ->
        [one] ✅ Has atendido la prueba después de un minuto.
       *[other] ✅ Has atendido la prueba después de { $minutes } minutos.
    }
