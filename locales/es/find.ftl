# SPDX-License-Identifier: MIT OR Apache-2.0

### Finding somebody by name or file number. Only the team reads these.

# /find, and the button below long lists. The answer is typed.
find-coord-ask =
    🔎 ¿A quién buscas?
    Escribe un nombre o un número de expediente.
# What was found follows, one button each.
find-coord-found = 🔎 <b>Esto se ha encontrado:</b>
# Below it, if there is more than fits.
find-coord-more = Hay más. Escribe más letras, por favor.
# Nobody is called so.
find-coord-nobody =
    🔎 No se ha encontrado a nadie.
    ¿Se escribe el nombre de otra manera?
# Below long lists and below what was found: look for somebody.
find-coord-button = 🔎 Buscar a alguien
