# SPDX-License-Identifier: MIT OR Apache-2.0

### Help, menu, language, break, leaving, and what is said when something is not understood.

## Help

# Mentees, on /help.
# SAFETY
help-mentee-how =
    ❓ <b>Cómo funciona</b>

    💬 Escribe aquí y le llega a tu mentor o mentora, también voz y fotos.
    🆘 Toca 🆘 si no te sientes a salvo.
    🎭 Si hay un nombre encima de un mensaje, lo escribió una persona.

    ☰ Tu equipo, una pausa: /menu
    🚪 Dejar el programa: /leave

# Mentors, on /help.
# SAFETY
help-mentor-how =
    ❓ <b>Cómo funciona</b>

    💬 Escribe aquí y le llega a tu mentee, también voz y fotos.
    🆘 Toca 🆘 si algo te preocupa.
    🎭 Si hay un nombre encima de un mensaje, lo escribió una persona.

    ☰ Tu equipo, una pausa: /menu
    🚪 Dejar el programa: /leave

# Coordinators and leads, on /help.
help-coord-how =
    ❓ <b>Cómo funciona</b>

    ✉️ Invita a personas con /invite.
    🤝 Une a dos personas con /pair.
    👥 Mira quién está con quién con /pairs y /people.
    🔔 Mira qué te necesita con /cases.
    🏢 Muestra los casos en el grupo de tu equipo con /linkgroup.
    ↩️ Responde aquí a un mensaje para contestar a esa persona.

# The lead wrote /linkgroup to the bot: how it is done. The button opens Telegram’s list of groups.
help-coord-link =
    🏢 <b>Casos en el grupo de tu equipo</b>
    1. Crea un grupo y activa «Temas» en sus ajustes.
    2. Toca el botón de abajo y elige el grupo.
    3. Escribe /linkgroup en el grupo.
    .add = ➕ Añadirme a un grupo
# The same for the group in which reports and supervised copies are read.
help-coord-link-safe =
    👁 <b>Un grupo de protección</b>
    1. Crea un grupo para quienes pueden leer los avisos.
    2. Toca el botón de abajo y elige el grupo.
    3. Escribe /linksafeguarding en el grupo.

## Menu

# Everyone, on /menu and on the menu button.
help-any-menu = ☰ ¿Qué necesitas?
    .team = 💬 Escribir al equipo
    .pause = ⏸ Hacer una pausa
    .mute = 🔕 Silenciar el grupo
    .calls = ✍️ Llamar o escribir
    .language = 🌍 Idioma
    .help = ❓ Ayuda

## Several parts

# Somebody who works in several programmes asks for something: in which?
# $name (String): the programme's name
help-any-which = ❓ ¿En qué programa?
    .mentee = 🌱 { $name } · mentee
    .mentor = 🤝 { $name } · mentor/a
    .staff = 🗂 { $name } · equipo

# Somebody with several parts wants to write to the team.
help-any-which-team = 💬 ¿A qué equipo quieres escribir?

# Somebody with several parts wants a break.
help-any-which-pause = ⏸ ¿Dónde quieres hacer una pausa?

# Somebody with several parts wants to leave.
help-any-which-leave =
    🚪 ¿Qué programa quieres dejar?
    Lo demás sigue igual.

# Somebody with several parts wants to be called by the team.
# SAFETY
help-any-which-call = 📞 ¿Qué equipo quieres que te llame?

# Somebody with several parts says that it is about the team.
# SAFETY
help-any-which-about = 🧭 ¿De qué equipo se trata?

## Calls

# A participant, on /settings and from the menu: the team may call.
# SAFETY
help-any-calls = ✍️ Tu equipo puede llamarte.
    .write = ✍️ Por escrito, sin llamadas

# The same: the team writes, and does not call.
# SAFETY
help-any-calls-not = ✍️ Tu equipo te escribe y no te llama.
    .call = ✅ Se me puede llamar

## Language

# Everyone, on /language. Buttons: the languages by their own names.
help-any-language = 🌍 ¿Qué idioma prefieres?

# After a language was chosen, in that language.
help-any-language-changed = ✅ A partir de ahora te hablo en español.

## Break

# Mentees and mentors, on /pause.
help-any-pause =
    ⏸ ¿Cuánto tiempo necesitas de pausa?
    Lo que te escriban espera hasta que termine.
    .week = ⏸ 1 semana
    .fortnight = ⏸ 2 semanas
    .month = ⏸ 4 semanas

# After she chose how long: about the only other person.
# $name (String): the other's alias
help-any-may-know =
    ⏸ ¿Puede saber esta persona hasta cuándo?
    <b>{ $name }</b>
    .yes = ✅ Sí, puede saberse
    .no = ✖️ No

# The same for a circle, or for several conversations.
help-any-may-know-group = ⏸ ¿Pueden saber las demás personas hasta cuándo?

# A break begins, or /pause during a break.
# $until (String): weekday, day and month
help-any-paused =
    ⏸ Tienes una pausa hasta este día:
    { $until }
    Termina sola.
    .resume = ▶ Terminar la pausa ya

# A break is over.
help-any-resumed =
    ▶ Tu pausa ha terminado.
    Qué bien que vuelves.

# Somebody writes while she is on a break of her own. Once a break.
help-any-while-away =
    ⏸ Estás en una pausa.
    Lo que escribiste espera hasta que termine tu pausa.
    .end = ▶ Terminarla y enviar
    .keep = ⏸ Seguir en pausa

# She keeps her break.
# $until (String): weekday, day and month
help-any-break-kept =
    ⏸ Tu pausa sigue hasta este día:
    { $until }
    Lo que escribiste espera hasta entonces.
    .resume = ▶ Terminar la pausa ya

# The others read it at once, if she said that they may know.
# $name (String): who takes the break
# $until (String): weekday, day and month
help-any-partner-away =
    ⏸ <b>{ $name }</b>
    Esta persona hace una pausa hasta este día:
    { $until }
    Lo que le escribas espera hasta entonces.

# The same for who writes later, and knows whom it is about.
# $until (String): weekday, day and month
help-any-partner-away-one =
    ⏸ Hay una pausa hasta este día:
    { $until }
    Lo que escribas espera hasta entonces.

# Her break has ended, on its day or by her: for the others, if they knew of it.
# $name (String): who is back
help-any-partner-back =
    ▶ Ha terminado la pausa de esta persona:
    <b>{ $name }</b>
    Los mensajes vuelven a llegar.

# Somebody without a pair asks for a break.
help-any-pause-alone = Todavía no tienes ningún chat: no necesitas una pausa.

## Leaving

# Mentees, mentors and coordinators, on /leave.
help-any-leave =
    🚪 ¿Quieres dejar el programa?
    No recibirás más mensajes aquí y tu equipo lo sabrá.
    Para volver necesitas una invitación nueva.
    .yes = 🚪 Sí, dejarlo
    .team = 💬 Hablar antes con el equipo
    .no = ✖️ No, me quedo

# After leaving.
help-any-left =
    🚪 Has dejado el programa.
    Tu equipo lo sabe.

# After choosing to stay.
help-any-stayed = 💚 Qué bien que te quedas.

# The lead cannot leave before somebody else leads.
help-coord-leave-lead =
    Diriges este programa y te necesita.
    Quien lleva tu servidor puede nombrar antes a otra persona.

## When something is not understood

# A /command that Lazo does not know.
help-any-unknown =
    No conozco este comando.
    No se envió a nadie.
    Lo encuentras todo en /menu.

# Something was typed where a button was expected.
help-any-buttons = Toca uno de los botones, por favor.

# Something was sent where words were expected (a photo as a name).
help-any-words = Escríbelo con palabras, por favor.

# A fault of ours.
help-any-sorry =
    😕 Algo ha fallado por nuestra parte.
    Lo que acabas de enviar no llegó. Inténtalo de nuevo en un minuto.

# A change of a message could not be worked on.
help-any-sorry-change =
    😕 Algo ha fallado por nuestra parte.
    Tu cambio no se ha transmitido. Escríbelo como un mensaje nuevo.

# A press on a button could not be worked on.
help-any-sorry-press =
    😕 Algo ha fallado por nuestra parte.
    Tu toque no ha tenido efecto. Vuelve a tocar en un minuto.

# A 🆘, or an answer to what it asks, could not be worked on. Somebody of the team will call or write.
# SAFETY
help-any-sorry-told =
    Algo ha fallado por nuestra parte.
    Hemos pedido a tu equipo que se ponga en contacto contigo.
    Si hay peligro, llama al 112.

# The same, where nobody could be told.
# SAFETY
help-any-sorry-untold =
    Algo ha fallado por nuestra parte.
    Inténtalo de nuevo en un minuto.
    Si hay peligro, llama al 112.

# A 🆘 or any tap while nothing can be saved; the short form of a message, at most 200 signs, also shown on top of a tap.
# SAFETY
help-any-unsaved =
    Ahora no puedo guardar esto, y tu equipo aún no sabe nada.
    Sigo intentándolo.
    Si hay peligro, llama al 112.

# A button that is too old, was used before or belongs to somebody else: one notice for all.
help-any-stale = Este botón ya no funciona. Abre el menú, por favor.
