# SPDX-License-Identifier: MIT OR Apache-2.0

### Bringing a mentee and a mentor together: choosing, asking both, introducing them.

## The coordinator chooses

# /pair. A list of mentees follows, one button for each.
pairing-coord-mentees =
    🌱 <b>¿Para quién buscamos mentor o mentora?</b>
    Primero quien más espera.

# /pair, and no mentee waits.
pairing-coord-nobody =
    🌱 Ahora nadie espera mentor o mentora.
    Invita a personas con /invite.

# A list of mentors follows, best first, one button for each.
# $name (String): the mentee's alias
pairing-coord-mentors =
    🤝 <b>¿Qué mentor o mentora?</b>
    Para:
    <b>{ $name }</b>
    Primero quien mejor encaja.
    .list = 🌱 Lista de espera

# No mentor is free.
# $name (String): the mentee's alias
pairing-coord-no-mentor =
    🤝 No hay mentor o mentora libre para:
    <b>{ $name }</b>
    Invita a mentores y mentoras con /invite.
    O abre una plaza más, en /people.

## Why a mentor suits a mentee

# Languages both speak.
# $list (String): languages by their own names
pairing-coord-languages = 🗣 Idiomas en común: { $list }

# A warning: they have no language together.
pairing-coord-no-language = ⚠️ Ningún idioma en común

# When both have time.
# $list (String): times of day
pairing-coord-slots = 🕐 Coinciden: { $list }

# They never have time together.
pairing-coord-no-slots = 🕐 No coinciden en horario

# Topics both chose.
# $list (String): topics
pairing-coord-topics = 💭 Temas en común: { $list }

# How many more mentees fit.
# $count (Number): places
pairing-coord-places =
    { $count ->
        [one] ➕ Una plaza libre
       *[other] ➕ { $count } plazas libres
    }

# No other mentor has waited longer.
pairing-coord-longest = ⏳ Quien más ha esperado

# Background check, training and quiz are not recorded.
pairing-coord-unready = 🎓 Preparación sin anotar

## Is the mentor ready?

# The lead pairs a mentor without a record. The answer is typed.
# $name (String): the mentor's alias
pairing-coord-why =
    ✏️ ¿Por qué puede empezar sin eso?
    <b>{ $name }</b>
    Escribe el motivo. Queda guardado.

# The reason was a photo, or had no letters.
pairing-coord-words = ✏️ Escribe el motivo con palabras.

## Asking both

# The last look before both are asked. Reasons follow.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-confirm =
    🤝 <b>¿Preguntamos a ambas partes?</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    Cada parte puede decir que no, sin motivo.
    .ask = 📨 Preguntar

# Both are asked.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-sent =
    📨 <b>Preguntamos a ambas partes</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    De noche no preguntamos a nadie.
    Te contaremos la respuesta.

# Somebody found a pair, was asked or left meanwhile.
# $name (String): the person's alias
pairing-coord-taken =
    🔒 Esta persona ya no está libre:
    <b>{ $name }</b>

# A coordinator looks for a mentor for somebody who has one, or is asked: does she mean it?
# $name (String): the mentee's alias
pairing-coord-one-more =
    🤝 Ya está en una pareja de mentoría, o tiene una propuesta abierta:
    <b>{ $name }</b>
    ¿Añadimos una más?
    .yes = ✅ Sí, una más

# The same account is a mentee and a mentor, and was chosen on both sides of a pair.
# $name (String): the mentee's alias
pairing-coord-same-account =
    🪞 Mentee y mentor/a son la misma cuenta:
    <b>{ $name }</b>
    Elige a otra persona, por favor.

# The coordinator stopped.
pairing-coord-cancelled = ✖️ No ha cambiado nada.

## What a mentee and a mentor are asked

# A mentee, when a mentor was found. Shared languages and topics follow, then the question.
# $name (String): the mentor's alias
pairing-mentee-found =
    🤝 <b>Tenemos mentor o mentora para ti</b>
    <b>{ $name }</b>

# A mentor, when a mentee was found. Shared languages and topics follow, then the question.
# $name (String): the mentee's alias
pairing-mentor-found =
    🌱 <b>Tenemos mentee para ti</b>
    <b>{ $name }</b>

# Above the same, when it is asked again.
pairing-any-again = ⏰ Aún falta tu respuesta.

# In a proposal.
# $list (String): languages by their own names
pairing-any-languages = 🗣 Idiomas en común: { $list }

# In a proposal.
# $list (String): topics
pairing-any-topics = 💭 Temas en común: { $list }

# The question of a proposal. Two buttons.
pairing-any-ask =
    ¿Quieres hablar con esta persona?
    Puedes decir que no, sin explicar por qué.
    .yes = ✅ Sí
    .no = ✖️ No

# After a yes, while the other has not answered.
pairing-any-agreed =
    ✅ ¡Gracias!
    Ahora esperamos la otra respuesta.
    Te escribiremos aquí.

# After a no.
pairing-any-refused =
    💚 Está bien. Nadie te preguntará por qué.
    El equipo buscará a otra persona.

# The other said no, or somebody did not answer. The same words for both.
pairing-any-not-now =
    💚 Esta vez no ha salido.
    El equipo te buscará a otra persona.

## Both said yes

# A mentee: the conversation begins.
# SAFETY
# $name (String): the mentor's alias
pairing-mentee-meet =
    🎉 <b>Ya tienes mentor o mentora</b>
    <b>{ $name }</b>
    
    💬 Saluda aquí: basta un mensaje corto o de voz.
    🔒 Tu mentor o mentora solo ve tu nombre de aquí.
    🆘 Toca 🆘 si no te sientes a salvo.

# A mentor: the conversation begins.
# SAFETY
# $name (String): the mentee's alias
pairing-mentor-meet =
    🎉 <b>Ya tienes mentee</b>
    <b>{ $name }</b>
    
    💬 Escribe primero y propón un día para la primera charla.
    🔒 Tu mentee solo ve tu nombre de aquí.
    🆘 Toca 🆘 si algo te preocupa.

## What the coordinator is told

# Somebody said no. Who it was follows.
pairing-coord-told-no =
    ✖️ <b>Una propuesta tuvo un no</b>
    La otra parte no sabe quién fue.
    Esta persona dijo que no:
    .again = 🔁 Buscar a otra persona

# Not everybody answered in time. The mentee follows.
pairing-coord-told-expired =
    ⌛ <b>Una propuesta no ha salido adelante</b>
    Era para:

# Who did not answer.
# $name (String): aliases
pairing-coord-told-silent = Sin respuesta de: <b>{ $name }</b>

# Both said yes.
# $mentee (String): the mentee's alias
# $mentor (String): the mentor's alias
pairing-coord-told-yes =
    🎉 <b>Ambas partes dijeron que sí</b>
    🌱 <b>{ $mentee }</b>
    🤝 <b>{ $mentor }</b>
    Ya pueden hablar. Están en /pairs.
