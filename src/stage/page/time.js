// The time bar: what time it is there, moving it, and what is due.

import { move } from "./api.js";
import { make, say } from "./dom.js";
import { hour, short } from "./words.js";

const when = document.getElementById("when");
const calendar = document.getElementById("calendar");
const MOVES = { hour: { hours: 1 }, day: { days: 1 }, something: "something" };

let now = null;
let heard = 0;
let due = [];

/** The world's time, which goes on from here. */
export function clock(at) {
  now = at;
  heard = performance.now();
  tick();
}

const current = () => now + performance.now() - heard;

function tick() {
  if (now === null) return;
  const at = current();
  when.querySelector(".day").textContent = short(at);
  when.querySelector(".clock").textContent = hour(at);
}

/** What is due next. */
export function fill(entries) {
  due = entries;
  if (!calendar.hidden) list();
}

function list() {
  const lines = due.map((entry) => make("li", {},
    make("span", { class: "at" }, make("strong", {}, short(entry.at)), ` ${hour(entry.at)}`),
    make("span", {}, entry.what, entry.who ? " · " : "", entry.who ? make("bdi", {}, entry.who) : "")));
  calendar.replaceChildren(
    make("h2", {}, "What is due"),
    lines.length ? make("ol", {}, ...lines) : make("p", {}, "Nothing. Nobody has been introduced yet."),
    make("p", { class: "note" }, "These times are Madrid’s; a phone shows its owner’s. Questions of the bot never come at night there."));
}

function opens(open) {
  calendar.hidden = !open;
  when.setAttribute("aria-expanded", String(open));
  if (open) list();
}

when.addEventListener("click", () => opens(calendar.hidden));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !calendar.hidden) {
    opens(false);
    when.focus();
  }
});
document.addEventListener("pointerdown", (event) => {
  if (!calendar.hidden && !calendar.contains(event.target) && !when.contains(event.target)) opens(false);
});

const buttons = [...document.querySelectorAll("[data-move]")];
for (const button of buttons) {
  button.addEventListener("click", async () => {
    for (const each of buttons) each.disabled = true;
    try {
      const { something } = await move(MOVES[button.dataset.move]);
      if (!something) say("Nothing more happens by itself. Write something, or press a button.");
    } catch (no) {
      say(no.message);
    }
    for (const each of buttons) each.disabled = false;
    button.focus();
  });
}
setInterval(tick, 1000);
