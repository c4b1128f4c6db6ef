// The time bar: what time it is there, moving it, and what is due.

import { move } from "./api.js";
import { make, say } from "./dom.js";
import { phones, touched } from "./phone.js";
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

/** What each phone shows, to see later what is different. */
const glances = () => phones.map((phone) => ({
  name: phone.look.name, newest: phone.look.messages.at(-1)?.id ?? 0, all: JSON.stringify(phone.look.messages),
}));

/** What came while time passed, in a sentence. */
function tells(before) {
  const names = (all) => new Intl.ListFormat("en").format(all.map((it) => it.name));
  const now = glances();
  const news = now.filter((it, at) => it.newest > (before[at]?.newest ?? 0));
  const changed = now.filter((it, at) => it.all !== before[at]?.all);
  const at = `${short(current())}, ${hour(current())}`;
  if (news.length) return `${at}: something new for ${names(news)}.`;
  if (changed.length) return `${at}: an older message changed for ${names(changed)}.`;
  return `${at}: the bot did something that no phone shows.`;
}

const buttons = [...document.querySelectorAll("[data-move]")];

/** Lets time pass. */
export async function moves(by) {
  const before = glances();
  touched.yes = true;
  for (const each of buttons) each.disabled = true;
  try {
    const { something } = await move(MOVES[by]);
    if (!something) say("Nothing more happens by itself. Write something, or press a button.");
    // What came arrives on its own line.
    else if (by === "something") setTimeout(() => say(tells(before)), 250);
  } catch (no) {
    say(no.message);
  }
  for (const each of buttons) each.disabled = false;
}

for (const button of buttons) {
  button.addEventListener("click", async () => {
    await moves(button.dataset.move);
    button.focus();
  });
}
setInterval(tick, 1000);
