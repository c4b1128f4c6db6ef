// Icons of one family: a 24 grid, one stroke, round ends. Emoji stand only where people or the bot write them.

import { draw } from "./art.js";

const PATHS = {
  clip: "M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.6 1.6 0 0 1-2.3-2.3l7.6-7.6",
  send: "M4 12 20 4l-5 16-3.4-6.6ZM11.6 13.4 20 4",
  slash: "M15 5 9 19",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  pillar: "M12 5v.01M12 12v.01M12 19v.01",
  calendar: "M4 6.5h16V20H4ZM4 11h16M8 4v4M16 4v4",
  skip: "M5 5.5 14 12 5 18.5ZM18.5 5v14",
  play: "M7 5.5 18 12 7 18.5Z",
  rows: "M4 6.5C4 5.1 7.6 4 12 4s8 1.1 8 2.5S16.4 9 12 9 4 7.9 4 6.500ZM4 6.500V17.500C4 18.9 7.6 20 12 20s8-1.1 8-2.500V6.500M4 12c0 1.4 3.6 2.5 8 2.500s8-1.1 8-2.5",
  again: "M5 12a7 7 0 1 1 2.2 5.100M5 19v-4h4",
  world: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16",
  theme: "M19.5 14A8 8 0 1 1 10 4.5 6.3 6.3 0 0 0 19.5 14Z",
  plus: "M12 5v14M5 12h14",
  phone: "M8 3.500h8a1.5 1.5 0 0 1 1.5 1.500v14a1.5 1.5 0 0 1-1.5 1.500H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.500ZM11 17.500h2",
  group: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c0-3.3 2.4-5.5 5.5-5.500s5.5 2.2 5.5 5.500M16 11a2.5 2.5 0 1 0-1-4.800M17 13.800c2.1.5 3.5 2.4 3.5 5.2",
  person: "M12 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c0-3.9 3-6 7-6s7 2.1 7 6",
  block: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM6.5 6.500l11 11",
  unlock: "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2",
  mute: "M9 9.500V6.500a3 3 0 0 1 6 0V12M6 11.500a6 6 0 0 0 9.5 4.900M12 17.500V20M4.5 4.500l15 15",
  reply: "M9.5 6 4 11.5 9.5 17M4 11.500h9c4 0 6.5 2 7 6.5",
  edit: "M5 19l1-4.500L16 4.500l3.5 3.5-10 10ZM14 6.5 17.5 10",
  undo: "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H8",
  copy: "M9 9h10.500v10.500H9ZM15 9V4.500H4.500V15H9",
  close: "M6 6l12 12M18 6 6 18",
  left: "M14.5 5.5 8 12l6.5 6.5",
  right: "M9.5 5.5 16 12l-6.5 6.5",
  mic: "M12 14a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v4a3 3 0 0 0 3 3ZM6 11.500a6 6 0 0 0 12 0M12 17.500V20",
  photo: "M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
  album: "M7 4h13v12H7ZM4 8v12h13M7 13l4-4 4 4 2-2 3 3",
  sticker: "M5 5h14v8.500L13.5 19H5ZM13.5 19v-5.500H19M9 10h.01M14 10h.01",
  place: "M12 21c-4-4.5-6.5-7.7-6.5-11a6.5 6.5 0 0 1 13 0c0 3.3-2.5 6.5-6.5 11ZM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  file: "M6 3.500h8l4 4v13H6ZM14 3.500v4h4",
  out: "M9 15 18.5 5.500M11.5 5.500h7v7",
  bell: "M6.5 16.500V11a5.5 5.5 0 0 1 9.5-3.800M17.5 11v5.500H6.500M10 19.500h4M4.5 4.500l15 15",
  check: "M5 12.5 10 17.5 19.5 7",
  seen: "M2.5 12.5 7 17 15 7.500M11 16l1 1 9-9.5",
  talk: "M4 5h16v11H11l-4.5 4V16H4Z",
  ask: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.700.3-1 .800-1 1.700M12 16.800v.01",
  case: "M4 8h16v11.500H4ZM9 8V5h6v3M4 13h16",
  read: "M4 5.500h6a2 2 0 0 1 2 2V20a2 2 0 0 0-2-2H4ZM20 5.500h-6a2 2 0 0 0-2 2V20a2 2 0 0 1 2-2h6Z",
};

/** An icon, which says nothing: its button has the words. */
export const icon = (name) =>
  draw("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, draw("path", { d: PATHS[name] ?? PATHS.dots }));

/** Puts icons where the page itself asks for them. */
export function furnish(root) {
  for (const node of root.querySelectorAll("[data-icon]")) node.prepend(icon(node.dataset.icon));
}
