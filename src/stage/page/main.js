// Opens a world, or the one in the address, and shows what happens in it.

import { No, open, over, world } from "./api.js";
import { make, say } from "./dom.js";
import { show as menu } from "./menu.js";
import { Phone, phones } from "./phone.js";
import * as rows from "./rows.js";
import * as time from "./time.js";
import * as tour from "./tour.js";

const stage = document.querySelector("main");
const tabs = document.querySelector(".tabs");

function dress(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // A browser that keeps nothing shows what its owner prefers, each time.
  }
}

function undressed() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
document.documentElement.dataset.theme = undressed() ?? (dark.matches ? "dark" : "light");
dark.addEventListener("change", () => {
  if (!undressed()) document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
});

function raise() {
  for (let place = 0; place < 4; place++) phones[place] = new Phone(place);
  stage.replaceChildren(...phones.map((phone) => phone.node));
  tabs.replaceChildren(...phones.map((phone) => phone.tab));
  phones[0].comes();
}

/** The line on which the page hears what happens. */
let events = null;

/** Hears everything that happens in the world, until it is over. */
function listen() {
  events?.close();
  events = new EventSource(`/w/${world.id}/events`);
  events.addEventListener("now", (event) => time.clock(Number(event.data)));
  events.addEventListener("phone", (event) => {
    const look = JSON.parse(event.data);
    phones[look.place]?.update(look);
    stage.setAttribute("aria-busy", "false");
    rows.stir();
  });
  events.addEventListener("world", (event) => {
    const about = JSON.parse(event.data);
    time.fill(about.calendar);
    tour.show(about.tour);
  });
  events.addEventListener("over", () => {
    raise();
    listen();
  });
  events.addEventListener("error", () => {
    // A browser tries again by itself, unless the stage says that the world is gone.
    if (events.readyState === EventSource.CLOSED) lost();
  });
}

// A browser has six lines to one address: a page that nobody sees gives its own back, so that a seventh can open.
let resting = null;
document.addEventListener("visibilitychange", () => {
  clearTimeout(resting);
  if (document.hidden) resting = setTimeout(() => events?.close(), 3000);
  else if (events?.readyState === EventSource.CLOSED) listen();
});

function lost() {
  stage.replaceChildren(make("div", { class: "lost" }, make("p", {}, "This world is over. Worlds end some minutes after the last visitor left."),
    make("button", { type: "button", class: "strong", onclick: () => location.assign("/") }, "Open a new one")));
}

async function begin() {
  raise();
  try {
    if (!world.id) {
      world.id = (await open(false)).id;
      history.replaceState(null, "", `/w/${world.id}`);
    }
    listen();
    if (matchMedia("(min-width: 1100px)").matches) phones[0].compose.field.focus();
  } catch (no) {
    if (!(no instanceof No)) throw no;
    stage.replaceChildren(make("div", { class: "lost" }, make("p", {}, no.message)));
  }
}

document.getElementById("walk").addEventListener("click", () => tour.begin());
document.getElementById("again").addEventListener("click", async () => {
  try {
    await over(false);
  } catch (no) {
    say(no.message);
  }
});
const more = document.getElementById("more");
more.addEventListener("click", () => menu(more, "More", [
  { name: "world", icon: "🌍", label: "Another world beside this one", does: () => window.open("/", "_blank", "noopener") },
  { name: "theme", icon: "◐", label: "Light or dark", does: () => dress(document.documentElement.dataset.theme === "dark" ? "light" : "dark") },
]));

begin();
