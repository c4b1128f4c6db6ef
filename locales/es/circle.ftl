# SPDX-License-Identifier: MIT OR Apache-2.0

### Circles: who comes in and goes out, how many have a message, and quiet.

## For whoever looks after a pair

# The button on a pair's card, and below news about somebody who was asked in.
circle-coord-button = 👥 Miembros

# Everybody in a pair, one line each. Buttons: two to bring somebody in, one for each member.
# $name (String): a member's alias
circle-coord-members =
    👥 <b>Miembros</b>
    Toca un nombre para sacar a esa persona.
    .mentee = ➕ Mentee
    .mentor = ➕ Mentor/a
    .remove = ✖️ { $name }

# A line: a mentee.
# $name (String): the alias
circle-coord-mentee = 🌱 <b>{ $name }</b>

# A line: a mentor.
# $name (String): the alias
circle-coord-mentor = 🤝 <b>{ $name }</b>

# A line: somebody who is asked and has not answered.
# $name (String): the alias
circle-coord-asked = ⏳ <b>{ $name }</b> · sin respuesta

# A line: somebody who may come in, if everybody who is in it says yes. They are asked first.
# $name (String): the alias
circle-coord-members-asked = ⏳ <b>{ $name }</b> · primero preguntamos al resto

# No more people fit in.
# $count (Number): the most
circle-coord-full =
    { $count ->
        [one] 🚫 Como máximo, una persona.
       *[other] 🚫 Como máximo, { $count } personas.
    }

# A list of mentees who are free, one button for each.
circle-coord-whom-mentee = 🌱 <b>¿Qué mentee entra?</b>

# A list of mentors who are free, one button for each.
circle-coord-whom-mentor = 🤝 <b>¿Qué mentor o mentora entra?</b>

# Nobody is free.
circle-coord-nobody =
    🚫 Ahora no hay nadie libre.
    Invita a personas con /invite.

# The last look before somebody is asked.
# $name (String): the alias
circle-coord-sure-ask =
    📨 <b>¿Preguntamos a esta persona si quiere entrar?</b>
    <b>{ $name }</b>
    Primero preguntamos a todas las personas que están dentro.
    Solo si todas dicen que sí, le preguntamos.
    .yes = 📨 Preguntar

# Everybody in it is asked first, then this person.
# $name (String): the alias
circle-coord-asking =
    📨 Preguntamos por esta persona:
    <b>{ $name }</b>
    Primero preguntamos a todas las personas que están dentro. Te contamos el resultado.
    De noche no preguntamos a nadie.

# The account is in the pair already, with another role.
# $name (String): the alias
circle-coord-same-account =
    🪞 Esta cuenta ya está dentro:
    <b>{ $name }</b>

# Somebody under 18 cannot come in before the team reads along.
# SAFETY
# $name (String): the alias
circle-coord-minor =
    🚫 Esta persona es menor de 18:
    <b>{ $name }</b>
    Antes el equipo tiene que leer aquí también.

# In a conversation that is stopped, or away, nobody is asked whether somebody new may come in.
circle-coord-rests =
    ⏸ Este chat está en pausa por ahora.
    Ahora no preguntamos nada a nadie que esté en él.
    Puedes preguntar cuando vuelva a estar abierto.

# Nobody new can come into a pair for some time. It does not say why.
# SAFETY
circle-coord-not-now =
    ⏳ Por ahora no puede entrar nadie más en este chat.
    Prueba otra vez dentro de unos días.

# The last look before somebody is taken out.
# $name (String): the alias
circle-coord-sure-remove =
    ✖️ <b>¿Sacamos a esta persona?</b>
    <b>{ $name }</b>
    El resto lee quién ya no está, pero no por qué.
    .yes = ✖️ Sacar

# Without this person one side would be empty.
# $name (String): the alias
circle-coord-last =
    🚫 Sin esta persona la pareja de mentoría terminaría:
    <b>{ $name }</b>
    En su lugar puedes terminarla.

# Somebody said yes. The person and the pair follow.
circle-coord-told-joined = 🎉 <b>Esta persona ha entrado</b>

# Somebody said no. The person and the pair follow.
circle-coord-told-no = ✖️ <b>Esta persona no quiere entrar</b>

# Only for the coordinator: a member does not want somebody new. The member follows, then the person and the pair.
circle-coord-told-refused =
    ✖️ <b>Alguien de dentro ha dicho que no</b>
    Solo tú lees quién. Todo sigue como estaba.

# Only for the coordinator: members did not answer in time. They follow, then the person and the pair.
circle-coord-told-unanswered =
    ⌛ <b>No han respondido todas las personas de dentro</b>
    Solo tú lees quién. Todo sigue como estaba.

# Above who was to come in, and below who said no or nothing.
circle-coord-told-newcomer = 👥 Por eso no entra esta persona:

# Somebody did not answer in time, or could not come in any more. The person and the pair follow.
circle-coord-told-silent = ⌛ <b>Esta persona no ha entrado</b>

## For who is asked, and for the members

# A member of a pair or group is asked before anybody new is. Below it: the colour mark, the alias and the role.
circle-any-agree =
    👥 <b>¿Te parece bien que entre una persona más?</b>
    .yes = ✅ Sí
    .no = ✖️ No

# Below the alias and role of who may join.
circle-any-agree-team =
    Si dices que no, todo sigue igual.
    Solo tu equipo ve tu respuesta.

# A member said that it is all right. What others say is not told to anybody.
circle-any-agreed =
    💚 Gracias.
    Si entra alguien más, lo leerás aquí.

# Somebody wants to join, and others have to say yes too.
circle-any-waits =
    💚 Gracias por tu sí.
    Preguntamos también al resto.
    Aquí leerás el resultado.

# Somebody is asked into a pair that goes on.
# $names (String): the aliases of everybody in it
circle-any-ask =
    👥 <b>¿Quieres entrar en este grupo?</b>
    👤 <b>{ $names }</b>
    Todas estas personas leen lo que escribes ahí.
    .yes = ✅ Sí
    .no = ✖️ No

# Somebody said no.
circle-any-declined = 💚 Está bien. Nadie te preguntará por qué.

# An answer is not needed any more.
circle-any-over =
    🏁 Esta pregunta ya no sigue abierta.
    El equipo está aquí para ti.

# Somebody is in now.
# $names (String): the aliases of the others
circle-any-welcome =
    👥 <b>Ya estás en este grupo</b>
    👤 <b>{ $names }</b>
    Ves los mensajes desde ahora.
    Lo que escribes les llega a todas estas personas.

# For the others. Below it: the colour mark, the alias and the role.
circle-any-joined = 👥 Se une a tu grupo:

# Below who is new.
circle-any-everybody = Lo que escribes llega a todo el grupo.

# For the others. Below it: the colour mark, the alias and the role.
circle-any-left = 🚪 Ya no está en tu grupo:

# The team took somebody out. That person reads it.
circle-any-out =
    Ya no estás en este grupo.
    El equipo sigue aquí para ti.

# A reply to a message that some in a circle do not have after ten minutes. Never who, never why.
# $reached (Number): so many have it
# $of (Number): of so many
circle-any-reached = 📬 Este mensaje ha llegado a { $reached } de { $of } personas.

## Quiet

# Somebody with several circles wants one quiet.
# $name (String): what the circle is called
circle-any-mute-which = 🔕 ¿Qué grupo quieres en silencio?
    .one = 🔕 { $name }

# A circle is quiet now.
circle-any-muted =
    🔕 Tu grupo está ahora en silencio.
    Los mensajes llegan igual, pero sin sonido.
    .sound = 🔔 Otra vez con sonido
    .daily = 📬 Avisar una vez al día
    .never = 📪 No avisar

# A circle is quiet, and once a day its member reads how many messages came.
circle-any-muted-daily =
    🔕 Tu grupo está ahora en silencio.
    Una vez al día lees cuántos mensajes llegaron.

# A circle has its sound again.
circle-any-unmuted = 🔔 Tu grupo vuelve a tener sonido.
    .mute = 🔕 Otra vez en silencio

# /mute, and there is no circle.
circle-any-none = 🔔 No tienes ningún grupo que poner en silencio.

# Once a day, for who wants to know.
# $count (Number): how many messages
circle-any-today =
    { $count ->
        [one] 📬 Hoy llegó un mensaje a tu grupo en silencio.
       *[other] 📬 Hoy llegaron { $count } mensajes a tu grupo en silencio.
    }
