# SPDX-License-Identifier: MIT OR Apache-2.0

### Somebody who is 16 or 17: the guardian's consent, and her own at 18.

## For the team

# The button on the card of somebody who is 16 or 17 and waits, and below the news about it.
guardian-coord-button = 📝 Permiso de tutor o tutora
# A button for the lead: somebody of 16 or 17 goes on without a paper.
guardian-coord-without = ⏭ Seguir sin papel
# Who has signed: a guardian, or an institution that stands for her. The answer can also be typed.
# $name (String): the young person's alias and file number
guardian-coord-role =
    📝 ¿Quién ha firmado por esta persona?
    <b>{ $name }</b>
    Toca un botón o escríbelo en una o dos palabras.
    .mother = 👩 Madre
    .father = 👨 Padre
    .guardian = 🧑 Tutor o tutora legal
    .institution = 🏛 Institución
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
    Escribe día, mes y año, por favor.
    📅 Hoy: { $day }
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
    El equipo leerá también todos sus chats.
# Nothing was changed.
guardian-coord-cancelled = No ha cambiado nada.
# Nobody could read along.
guardian-coord-no-reader =
    🚫 Nadie podría leer, así que nadie menor de 18 puede entrar.
    Antes hace falta alguien que dirija el programa o un grupo de protección.

## Her own answer, for the team

# Whoever looks after her: she agrees that the team speaks with the adult who is responsible for her.
# $name (String): the young person's alias and file number
guardian-coord-said-yes =
    ✅ Tiene 16 o 17 años y dice que sí:
    <b>{ $name }</b>
    Puedes hablar con la persona adulta responsable.
    Después anota el papel aquí.
# Whoever looks after her, and the lead: nobody may be contacted.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-no =
    ✖️ Tiene 16 o 17 años y no quiere que hables con nadie:
    <b>{ $name }</b>
    No contactes con nadie, por favor.
    Busca otra manera con esta persona.
# Whoever looks after her, and the lead: she wants to be talked with first.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-talk =
    💬 Tiene 16 o 17 años y quiere hablar antes contigo:
    <b>{ $name }</b>
    No contactes antes con nadie, por favor.
# Whoever looks after her, and the lead: she was asked and has not answered.
# SAFETY
# $name (String): the young person's alias and file number
guardian-coord-said-nothing =
    🕐 Tiene 16 o 17 años y no nos ha respondido:
    <b>{ $name }</b>
    Habla con esta persona, por favor.
    No contactes con nadie más.

## Without a paper: the lead decides, a second of the team confirms

# The lead, after that button.
# $name (String): the young person's alias and file number
guardian-coord-why =
    ⏭ ¿Por qué sigue esta persona sin papel?
    <b>{ $name }</b>
    Otra persona de tu equipo lo confirma, si la hay.
    .danger = ⚠️ Peligro en casa
    .nobody = 📵 No se localiza a nadie
    .unnamed = ⏳ Aún no hay representante
# Everybody else of the team.
# SAFETY
# $name (String): the young person's alias and file number
# $reason (String): why, as its button says it
# $by (String): the lead's alias
guardian-coord-second =
    ⏭ ¿Puede seguir esta persona sin papel?
    <b>{ $name }</b>
    { $reason }
    Lo ha decidido esta persona de tu equipo:
    <b>{ $by }</b>
    .yes = ✅ Sí, de acuerdo
    .no = ✖️ No
# The lead: the others are asked.
# $name (String): the young person's alias and file number
guardian-coord-asked-second =
    🕐 Preguntamos ahora a otra persona de tu equipo:
    <b>{ $name }</b>
    Te escribiremos aquí.
# The lead, who is the only one of her team.
# $name (String): the young person's alias and file number
guardian-coord-alone =
    ✅ Esta persona ya puede seguir:
    <b>{ $name }</b>
    Aquí decides en solitario.
    Te preguntaremos otra vez el próximo día laborable.
# The lead: another of the team did not agree.
# $name (String): the young person's alias and file number
# $by (String): who did not
guardian-coord-not-agreed =
    ✖️ Alguien de tu equipo no está de acuerdo:
    <b>{ $by }</b>
    Se trata de esta persona:
    <b>{ $name }</b>
    Es mejor hablarlo en el equipo.
# Whoever did not agree.
# $name (String): the young person's alias and file number
guardian-coord-second-no =
    ✖️ No estás de acuerdo sobre:
    <b>{ $name }</b>
    Quien dirige el programa lo leerá.
# The lead, after 90 days, or on the next working day where there is nobody else in the team.
# SAFETY
# $name (String): the young person's alias and file number
# $reason (String): why, as its button says it
guardian-coord-still =
    ⏭ Esta persona sigue sin papel:
    <b>{ $name }</b>
    { $reason }
    ¿Sigue siendo así?
    .yes = ✅ Sigue siendo así
# After that.
# $name (String): the young person's alias and file number
guardian-coord-still-right =
    ✅ Todo sigue igual:
    <b>{ $name }</b>
# In the digest of a week's first working day: the names of people about whom the lead decided with nobody to confirm it.
guardian-coord-digest-alone = ⏭ Decidiste en solitario que siguen sin papel:

## Two answers about an age

# Whoever looks after her. Her account said one thing before and says another now.
# SAFETY
# $name (String): the young person's alias and file number
# $before (String): what was said before
# $now (String): what is said now
guardian-coord-ages =
    ⚠️ Esta persona nos dijo dos edades:
    <b>{ $name }</b>
    Antes: { $before }
    Ahora: { $now }
    Pregunta a esta persona, por favor. ¿Cuál es la correcta?
# After that.
# $name (String): the young person's alias and file number
# $age (String): which age
guardian-coord-age-is =
    ✅ Esta edad queda anotada:
    <b>{ $name }</b> · { $age }

## On the card

# Her own answer: the team may speak with the adult who is responsible for her.
guardian-coord-card-yes = ✅ Dice: puedes hablar con la persona adulta.
# Her own answer: nobody may be contacted.
guardian-coord-card-no = ✖️ Dice: no contactes con nadie.
# Her own answer: she wants to be talked with first.
guardian-coord-card-talk = 💬 Dice: habla antes conmigo.
# Who has signed, and when.
# $role (String): who
# $day (String): weekday, day, month and year on the paper
guardian-coord-card-paper = 📄 { $role } · { $day }
# Why it goes without a paper, and since when.
# $reason (String): why, as its button says it
# $day (String): weekday, day, month and year
guardian-coord-card-without = ⏭ Sin papel: { $reason } · { $day }
# The others of the team are asked.
guardian-coord-card-second = 🕐 Falta que lo confirme otra persona.
# When she will be 18, as she says.
# $month (String): month and year in digits
guardian-coord-card-18 = 🎂 Cumple 18, según dice: { $month }
# She gave two answers, and nobody has said which is right.
# $before (String): what was said before
# $now (String): what is said now
guardian-coord-card-ages = ⚠️ Dos edades: { $before } · { $now }

## For the young person

# The team has a paper, or has decided. The next question follows.
# SAFETY
guardian-any-go-on =
    ✅ Ya puedes seguir.
    El equipo leerá también tu chat.
# Somebody of 16 or 17, after she has read that she can take part. Her answer decides whether anybody is contacted.
# SAFETY
guardian-any-may =
    Normalmente firma un papel una persona adulta responsable de ti.
    ❓ ¿Puede el equipo hablar con esa persona?
    Sin tu sí, el equipo no contactará con nadie.
    .yes = ✅ Sí
    .no = ✖️ No
    .talk = 💬 Antes habla conmigo
# She who waits said yes.
# SAFETY
guardian-any-waits-yes =
    💚 Gracias. El equipo hablará con esa persona adulta.
    Después te escribiremos aquí.
# She who waits said no.
# SAFETY
guardian-any-waits-no =
    💚 De acuerdo. El equipo no contactará con nadie.
    Buscará contigo otra manera.
# She who waits wants to be talked with first.
# SAFETY
guardian-any-waits-talk =
    💚 De acuerdo. El equipo hablará antes contigo.
    Hasta entonces no contactará con nadie.
# When will she be 18? Buttons: months. The answer can also be typed.
# SAFETY
guardian-any-when =
    🎂 ¿Cuándo cumples 18 años?
    Toca el mes. También puedes escribirlo, con el año.
# What was typed is no month, or cannot be this one.
# SAFETY
guardian-any-when-again =
    Perdona, ese no puede ser el mes.
    ¿Cuándo cumples 18? Toca el mes o escríbelo con el año.
# A month on a button.
# $month (String): month and year in digits
guardian-any-month = { $month }
# She is 18 now.
# SAFETY
guardian-any-of-18 =
    Ya tienes 18 años: decides tú.
    ¿Quieres seguir con Lazo?
    .yes = ✅ Sí, de acuerdo
    .no = ✖️ No
# The same question, a week later.
# SAFETY
guardian-any-of-18-again =
    🎂 Todavía falta tu respuesta.
    Ya tienes 18 años, así que decides tú.
    ¿Quieres seguir con Lazo?
# Somebody who is 18 now, in whose conversation the team reads along.
# SAFETY
guardian-any-along =
    👁 El equipo lee también tu chat.
    ❓ ¿Puede seguir leyendo? Ahora decides tú.
    .yes = ✅ Sí, que siga leyendo
    .no = ✖️ No, que deje de leer
# The same question, a week later.
# SAFETY
guardian-any-along-again =
    👁 Todavía falta tu respuesta.
    ❓ ¿Puede el equipo seguir leyendo tu chat?
    Sin tu sí, dejará de leer.
# She agreed.
# SAFETY
guardian-any-agreed =
    💚 Gracias.
    Sigues como hasta ahora.
# She did not agree.
# SAFETY
guardian-any-declined =
    Gracias por decirlo.
    El equipo hablará contigo de cómo seguir.
    Puedes irte cuando quieras con /leave.
# She agreed that the team goes on reading along.
# SAFETY
guardian-any-along-on =
    💚 Gracias.
    El equipo sigue leyendo tu chat.
# She did not, and it has ended.
# SAFETY
guardian-any-along-over =
    💚 De acuerdo.
    El equipo ya no lee tu chat.
# She did not. It ends a little later, at the latest before this day; never why.
# SAFETY
# $day (String): weekday, day and month
guardian-any-along-until =
    💚 De acuerdo.
    El equipo dejará de leer antes de este día:
    <b>{ $day }</b>
# She did not, but the team must go on reading in her group.
# SAFETY
guardian-any-along-others =
    💚 De acuerdo. En tu grupo el equipo todavía lee.
    Hablará contigo de eso.

## For the lead

# Somebody is 18 now and agreed herself.
# $name (String): the alias
guardian-coord-told =
    🎂 Esta persona ya tiene 18 años y quiere seguir:
    <b>{ $name }</b>
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
# Somebody who is 18 agreed that the team goes on reading along.
# $name (String): the alias
guardian-coord-told-along =
    👁 Esta persona tiene 18 años y acepta que leas su chat:
    <b>{ $name }</b>
# Somebody who is 18 did not: reading along has ended.
# $name (String): the alias
guardian-coord-told-along-over =
    👁 Esta persona tiene 18 años y ya no se lee su chat:
    <b>{ $name }</b>
    No hubo un sí.
