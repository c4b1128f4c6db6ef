// A small menu beside what opened it: arrows, Escape, and a click elsewhere do what one expects.

import { button, make } from "./dom.js";
import { icon } from "./icons.js";

let open = null;

/** Closes the menu that is open, if one is. */
export function close(back = false) {
  if (!open) return;
  const { node, opener } = open;
  open = null;
  opener.setAttribute?.("aria-expanded", "false");
  node.remove();
  if (back) opener.focus();
}

/** Shows choices `{ label, does, icon?, emoji?, row? }` beside `opener`; those with the same `row` stand in one row. */
export function show(opener, label, choices, place = {}) {
  const again = open?.opener === opener;
  close();
  if (again && !place.always) return;
  const node = make("div", { class: "menu", role: "menu", "aria-label": label, lang: place.lang, dir: place.dir });
  let row = null;
  for (const choice of choices) {
    const item = button(
      {
        role: "menuitem", tabIndex: -1, "data-do": choice.name, "aria-label": choice.row ? choice.label : undefined,
        onclick: () => { close(true); choice.does(); },
      },
      choice.icon ? icon(choice.icon) : choice.emoji ? make("span", { "aria-hidden": "true" }, choice.emoji) : "",
      choice.row ? "" : make("span", { dir: choice.dir ?? "auto" }, choice.label),
      choice.about ? make("small", {}, choice.about) : "",
    );
    if (choice.row) {
      if (!row) node.append((row = make("div", { class: "row", role: "none" })));
      row.append(item);
    } else {
      node.append(item);
    }
  }
  node.addEventListener("keydown", keys);
  (document.querySelector("main") ?? document.body).append(node);
  opener.setAttribute?.("aria-expanded", "true");
  open = { node, opener };
  put(node, opener.getBoundingClientRect(), place.at);
  node.querySelector("[role=menuitem]")?.focus();
}

function put(node, by, at) {
  const { innerWidth, innerHeight } = window;
  const [width, height] = [node.offsetWidth, node.offsetHeight];
  const left = at ? at.x : Math.min(by.left, by.right - 40);
  const below = at ? at.y : by.bottom + 4;
  const top = below + height > innerHeight - 8 ? (at ? innerHeight - height - 8 : by.top - height - 4) : below;
  node.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  node.style.top = `${Math.max(8, top)}px`;
}

function keys(event) {
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) items[(at + step + items.length) % items.length].focus();
  else if (event.key === "Home") items[0].focus();
  else if (event.key === "End") items.at(-1).focus();
  else if (event.key === "Escape" || event.key === "Tab") close(true);
  else return;
  event.preventDefault();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.node.contains(event.target) && !open.opener.contains?.(event.target)) close();
});
window.addEventListener("resize", () => close());
