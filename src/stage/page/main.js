// Opens a world, or the one in the address, and shows what happens in it.

import { act, add, line, No, open, over, world } from "./api.js";
import { ask, button, make, say } from "./dom.js";
import { furnish, icon } from "./icons.js";
import { show as menu } from "./menu.js";
import { Phone, phones, touched } from "./phone.js";
import * as rows from "./rows.js";
import * as time from "./time.js";
import * as tour from "./tour.js";
import { visitors, LANGUAGES } from "./words.js";

const stage = document.querySelector("main");
const tabs = document.querySelector(".tabs");
const gone = document.getElementById("gone");
furnish(document);

/** What this browser remembers; one that keeps nothing shows everything as on the first day. */
const memory = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* It keeps nothing. */ } },
};

function dress(theme) {
  document.documentElement.dataset.theme = theme;
  memory.set("theme", theme);
}

const dark = matchMedia("(prefers-color-scheme: dark)");
document.documentElement.dataset.theme = memory.get("theme") ?? (dark.matches ? "dark" : "light");
dark.addEventListener("change", () => {
  if (!memory.get("theme")) document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
});

function raise() {
  phones.length = 0;
  touched.yes = false;
  tour.renew();
  stage.replaceChildren(tour.card);
  tabs.replaceChildren();
  for (let place = 0; place < 4; place++) appears(place);
  phones[0].comes();
}

/** A phone that was not there before. */
function appears(place) {
  const phone = (phones[place] = new Phone(place));
  stage.append(phone.node);
  tabs.append(phone.tab);
  return phone;
}

/** The line on which the page hears what happens. */
let events = null;

/** Hears everything that happens in the world, until it is over. */
function listen() {
  events?.close();
  events = new EventSource(`/w/${world.id}/events`);
  events.addEventListener("now", (event) => {
    up();
    time.clock(Number(event.data));
  });
  events.addEventListener("phone", (event) => {
    const look = JSON.parse(event.data);
    const phone = phones[look.place] ?? appears(look.place);
    phone.update(look);
    for (const other of phones) if (other?.look.group) other.members();
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
    else down();
  });
}

/** The stage does not answer: this is said until it does again. */
function down() {
  if (!gone.hidden) return;
  gone.hidden = false;
  gone.replaceChildren(make("p", {}, "The demo does not answer. Does it still run in its terminal?"),
    button({ class: "strong", "data-do": "retry", onclick: () => (world.id ? listen() : begin()) }, "Try again"));
  document.body.classList.add("offline");
}
line.down = down;

function up() {
  gone.hidden = true;
  document.body.classList.remove("offline");
}

// A browser has six lines to one address: a page that nobody sees gives its own back, so that a seventh can open.
let resting = null;
document.addEventListener("visibilitychange", () => {
  clearTimeout(resting);
  if (document.hidden) resting = setTimeout(() => events?.close(), 3000);
  else if (events?.readyState === EventSource.CLOSED) listen();
});

function lost() {
  up();
  stage.replaceChildren(make("div", { class: "lost" }, make("p", {}, "This world is over. A new one is ready in a moment."),
    button({ class: "strong", onclick: () => location.assign("/") }, "Open a new one")));
}

async function begin() {
  raise();
  try {
    if (!world.id) {
      world.id = (await open(false)).id;
      history.replaceState(null, "", `/w/${world.id}`);
      if (!memory.get("welcomed")) welcome();
    }
    listen();
  } catch (no) {
    if (!(no instanceof No)) throw no;
    if (no.status === 0) return down();
    stage.replaceChildren(make("div", { class: "lost" }, make("p", {}, no.message),
      button({ class: "strong", onclick: () => location.assign("/") }, "Try again")));
  }
}

/** On the first visit: what this is, in a sentence. Whoever touches a phone needs no card. */
function welcome() {
  const ends = () => {
    memory.set("welcomed", "yes");
    card.remove();
    document.body.classList.remove("greeting");
    stage.removeEventListener("pointerdown", touches);
    stage.removeEventListener("focusin", touches);
  };
  const touches = (event) => { if (!card.contains(event.target)) ends(); };
  const card = make("section", { class: "welcome", "aria-label": "Welcome" },
    make("h2", {}, "Amina and Tomás talk. Neither sees the other’s number."),
    make("p", {}, "Vera sees when they fall silent, or when somebody needs help. Lazo carries it all."),
    make("span", { class: "go" },
      button({ class: "strong", "data-do": "watch", onclick: () => { ends(); tour.begin(); } }, icon("play"), "Watch (2 min)"),
      button({ "data-do": "play", onclick: ends }, "Play")));
  document.body.classList.add("greeting");
  stage.prepend(card);
  stage.addEventListener("pointerdown", touches);
  stage.addEventListener("focusin", touches);
}

/** Before a world with something in it goes: whether it may. */
const may = async () => !touched.yes || ask("Start over? What was done in this world goes.", "Start over", "Stay");

async function again() {
  if (!(await may())) return;
  try {
    await over(false);
  } catch (no) {
    say(no.message);
  }
}

async function more(what) {
  try {
    await add(what);
  } catch (no) {
    return say(no.refused ? "There are no more." : no.message);
  }
  // It comes by the same way as everything else.
  setTimeout(() => phones.findLast(Boolean)?.comes(), 150);
}

/** The three phones, and the bot on them, speak what the visitor speaks; or what their owners do. */
async function speak(codes) {
  for (const [place, code] of codes.entries()) {
    if (phones[place].look.language !== code) await act(place, { language: { code } }).catch((no) => say(no.message));
  }
}

document.getElementById("walk").addEventListener("click", async () => { if (await may()) tour.begin(); });
document.getElementById("again").addEventListener("click", again);
const dots = document.getElementById("more");
dots.addEventListener("click", () => {
  const small = getComputedStyle(document.getElementById("again")).display === "none";
  const mine = visitors();
  const theirs = ["ar", "es", "en"];
  const foreign = theirs.some((code, place) => phones[place]?.look.language !== mine);
  menu(dots, "More", [
    ...(small ? [
      { name: "hour", icon: "calendar", label: "+1 hour", does: () => time.moves("hour") },
      { name: "day", icon: "calendar", label: "+1 day", does: () => time.moves("day") },
      { name: "keeps", icon: "rows", label: "What the bot keeps", does: () => rows.open() },
      { name: "again", icon: "again", label: "Start over", does: again },
    ] : []),
    foreign
      ? { name: "mine", icon: "talk", label: `All phones in my language (${LANGUAGES[mine]})`, about: "from now on", does: () => speak([mine, mine, mine]) }
      : { name: "theirs", icon: "talk", label: "Each phone in its owner’s language", about: "from now on", does: () => speak(theirs) },
    { name: "phone", icon: "phone", label: "Another phone", does: () => more("phone") },
    ...(phones.some((phone) => phone?.look.group) ? [] : [{ name: "group", icon: "group", label: "The team’s group", does: () => more("group") }]),
    { name: "world", icon: "world", label: "Another world beside this one", does: () => window.open("/", "_blank", "noopener") },
    { name: "theme", icon: "theme", label: "Light or dark", does: () => dress(document.documentElement.dataset.theme === "dark" ? "light" : "dark") },
  ]);
});

begin();
