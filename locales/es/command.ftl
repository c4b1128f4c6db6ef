# SPDX-License-Identifier: MIT OR Apache-2.0

### Commands, as Telegram's menu describes them.

# /menu
command-any-menu = Lo que puedes hacer aquí
# /help
command-any-help = Cómo funciona
# /language
command-any-language = Elegir tu idioma
# /pause
command-any-pause = Hacer una pausa
# /undo
command-any-undo = Retirar un mensaje
# /leave
command-any-leave = Dejar el programa
# /privacy
command-any-privacy = Qué pasa con tus datos
# /invite
command-coord-invite = Invitar a una persona
# /invites
command-coord-invites = Invitaciones aún sin usar
# /pair
command-coord-pair = Unir a dos personas
# /pairs
command-coord-pairs = Quién está con quién
# /people
command-coord-people = Todas las personas del programa
# /find
command-coord-find = Buscar por nombre o número
# /cases
command-coord-cases = Lo que te necesita ahora
# /helplines
command-coord-helplines = Las líneas de ayuda propias
# /settings, for leads
command-coord-settings = Cambiar los ajustes del programa
# /linkgroup, in the team's group
command-coord-linkgroup = Mostrar los casos en este grupo
# /linksafeguarding, in the safeguarding group
command-coord-linksafeguarding = Recibir aquí los avisos y las copias
