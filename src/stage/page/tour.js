// The tour: a card beside the phone it speaks of says what was just done and what to look at, and goes on to the next step.

import { over, tour } from "./api.js";
import { button, make, say, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { phones } from "./phone.js";
import * as rows from "./rows.js";

/** The card, for the stage to put among the phones. */
export const card = make("section", { id: "tour", class: "tour", "aria-label": "The tour", hidden: true });
let seen = "";

/** Begins it, in a world where nobody has joined yet; or goes to where so many steps are done. */
export async function begin(done = 0) {
  try {
    await over(true, done);
  } catch (no) {
    say(no.message);
  }
}

/** Whether it is on. */
export const on = () => !card.hidden;

/** Forgets what it showed: the phones are new. */
export function renew() {
  seen = "";
}

/** Shows where it is; hides the card when no tour is on. */
export function show(progress) {
  const state = JSON.stringify(progress);
  if (state === seen) return;
  const before = seen && JSON.parse(seen)?.done;
  seen = state;
  card.hidden = !progress;
  document.body.classList.toggle("touring", Boolean(progress));
  const looked = progress?.step?.phones ?? [];
  for (const phone of phones) phone?.node.classList.toggle("spot", looked.includes(phone.place));
  if (!progress) return;
  const { done, step, stuck } = progress;
  place(step ? looked : [2]);
  card.replaceChildren(...(stuck ? stands(progress) : says(progress)));
  if (step?.rows && before !== done) rows.open("letter");
  else if (done > 0 && !step?.rows) rows.close();
  // On a narrow page one phone is seen at a time: the one on which most happens comes last in the list.
  phones[looked[0]]?.comes();
  card.querySelector('[data-do="next"], [data-do="jump"]')?.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Beside the phone it speaks of: over the next one that is not looked at. */
function place(looked) {
  looked = [...looked].sort();
  const last = looked.at(-1) ?? 1;
  const free = [0, 1, 2, 3].filter((at) => !looked.includes(at));
  const at = looked.length === 2 && last - looked[0] === 2 ? looked[0] + 1 : free.find((it) => it > last) ?? free.at(-1) ?? 3;
  card.dataset.at = at;
  card.dataset.side = looked.length === 0 ? "none" : looked.length === 2 && last - looked[0] === 2 ? "both" : at > last ? "before" : "after";
}

function says({ done, of, step }) {
  const last = done >= of;
  const next = button({ class: "strong", "data-do": "next", onclick: () => go(next) }, done === 0 ? "Begin" : last ? "Done" : "Next");
  const shown = (step?.phones ?? []).filter((at) => phones[at]);
  return [
    make("div", { class: "steps" }, unseen(`Step ${done} of ${of}`),
      ...Array.from({ length: of }, (_, at) => make("i", { class: at < done ? "done" : "", "aria-hidden": "true" }))),
    make("p", { "aria-live": "polite" },
      make("strong", {}, step?.title ?? "From an invitation to “I don’t feel safe”"), " ",
      step?.look ?? "The tour does each step for you and says what to look at. Two minutes. You can touch everything, and leave at any point."),
    shown.length > 1 ? make("div", { class: "turns" }, ...shown.map((at) =>
      button({ onclick: () => phones[at].comes() }, phones[at].look.name))) : "",
    make("span", { class: "go" },
      done > 1 ? button({ "data-do": "back", "aria-label": "Back one step, in a fresh world", title: "Back one step, in a fresh world", onclick: () => begin(done - 1) }, icon("left")) : "",
      next,
      last ? "" : button({ class: "quiet", "data-do": "leave", onclick: leave }, done ? "Leave" : "Leave the tour")),
  ];
}

/** The next step cannot be shown here: the way back. */
function stands({ done, next }) {
  return [
    make("p", { "aria-live": "polite" }, make("strong", {}, `“${next}” cannot happen here any more.`), " ",
      "What was done in this world stands in its way. A fresh world shows it; or stay here and play on."),
    make("span", { class: "go" },
      button({ class: "strong", "data-do": "jump", onclick: () => begin(done + 1) }, "Go on in a fresh world"),
      button({ class: "quiet", "data-do": "leave", onclick: leave }, "Stay here")),
  ];
}

async function go(next) {
  const { done, of } = JSON.parse(seen);
  if (done >= of) return leave();
  next.disabled = true;
  try {
    // Where the tour is then comes by the same way as everything else, and so in order.
    await tour(true);
  } catch (no) {
    say(no.message);
    // Whatever it was: a fresh world has it not.
    if (no.status >= 500) card.replaceChildren(...stands({ done, next: "The next step" }));
  }
  next.disabled = false;
}

async function leave() {
  try {
    await tour(false);
  } catch (no) {
    say(no.message);
  }
}

card.addEventListener("keydown", (event) => {
  const what = { ArrowRight: "next", ArrowLeft: "back" }[event.key];
  const pressed = what && card.querySelector(`[data-do="${what}"]:enabled`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
});
