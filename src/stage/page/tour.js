// The tour: what was just done, what to look at, and on to the next step.

import { over, tour } from "./api.js";
import { button, make, say } from "./dom.js";
import { phones } from "./phone.js";
import * as rows from "./rows.js";

const card = document.getElementById("tour");
let seen = "";

/** Begins it, in a world where nobody has joined yet. */
export async function begin() {
  try {
    await over(true);
  } catch (no) {
    say(no.message);
  }
}

/** Shows where it is; hides the card when no tour is on. */
export function show(progress) {
  const state = JSON.stringify(progress);
  if (state === seen) return;
  seen = state;
  card.hidden = !progress;
  const looked = progress?.step?.phones ?? [];
  for (const phone of phones) phone.node.classList.toggle("spot", looked.includes(phone.place));
  if (!progress) return;
  const { done, of, step } = progress;
  const last = done >= of;
  const next = button({ class: "strong", "data-do": "next", onclick: () => on(next) },
    done === 0 ? "Begin" : last ? "Done" : "Next");
  card.replaceChildren(
    make("span", { class: "count" }, done === 0 ? `${of} steps` : `${done} of ${of}`),
    make("p", { "aria-live": "polite" },
      make("strong", {}, step?.title ?? "From an invitation to “I don’t feel safe”"), " ",
      step?.look ?? "The tour does each step for you and says what to look at. You can leave it at any point and play on."),
    make("span", { class: "go" }, next,
      last ? "" : button({ "data-do": "leave", onclick: () => leave() }, "Leave the tour")));
  if (step?.rows) rows.open("letter");
  else if (done > 0) rows.close();
  phones[looked[0]]?.comes();
  next.focus();
}

async function on(next) {
  next.disabled = true;
  if (JSON.parse(seen).done >= JSON.parse(seen).of) return leave();
  try {
    // Where the tour is then comes by the same way as everything else, and so in order.
    await tour(true);
  } catch (no) {
    say(no.message);
    next.disabled = false;
  }
}

async function leave() {
  try {
    await tour(false);
  } catch (no) {
    say(no.message);
  }
}
