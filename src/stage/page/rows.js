// What the bot keeps: its own tables, row by row, and a search through all of them.

import { rows as ask } from "./api.js";
import { button, make, say } from "./dom.js";
import { icon } from "./icons.js";
import { phones } from "./phone.js";
import { hour, short } from "./words.js";

const opener = document.getElementById("keeps");
const panel = document.getElementById("rows");

const ABOUT = {
  letter: "Everything the bot sent or owes. A passed-on message is a number in another chat; “body” names which of the bot’s own words, never anybody’s.",
  source: "Each message that was passed on: who, when, which number it has in her chat. Not what it says.",
  person: "Who takes part: an alias, a language, a zone, answers given by button. No surname, no phone number, no username.",
  conversation: "Who talks with whom, and since when it is whose turn: enough to notice a silence.",
  member: "Who belongs to which conversation.", alarm: "When to look at something next.",
  checkin: "Questions of the bot, and the answers that were tapped.", case_file: "What a coordinator should look at: kinds and dates.",
  invite: "Invitations. Of a link only a fingerprint is kept.", audit: "Who did what, for accountability.",
  lane: "For each chat, when the next letter may leave.", seen: "Numbers of updates that were dealt with.",
  meta: "About this installation.", programme: "What the lead answered when she set the programme up.",
  contact: "Whom to call in an emergency, as the lead typed it.", reaction: "Which emoji stands on which message.",
};

/** First a plain view: what kinds of things there are. */
const TILES = [
  ["person", "person", "People", "An alias, a language, answers given by button. No surname, number or username."],
  ["conversation", "talk", "Talks", "Who talks with whom, and whose turn it is. Not one word of it."],
  ["checkin", "ask", "Questions", "What the bot asked, and which button was tapped."],
  ["case_file", "case", "Cases", "What a coordinator should look at: kinds and dates."],
];

let table = "";
let skip = 0;
let pending = null;
let finding = false;

const search = make("input", { type: "search", placeholder: "Search for a word somebody wrote", "aria-label": "Search all tables for words" });
const form = make("form", { class: "find", role: "search" }, search, make("button", { type: "submit" }, "Search"));
const names = make("div", { class: "names", role: "group", "aria-label": "Tables" });
const place = make("div", { class: "sheet", tabIndex: 0, role: "region", "aria-label": "Rows" });
const back = button({ onclick: () => turn(-25) }, icon("left"), "Newer");
const on = button({ onclick: () => turn(25) }, "Older", icon("right"));
const about = make("p", { class: "note", "aria-live": "polite" });
const tiles = make("div", { class: "tiles" });
const pages = make("span", { class: "pages" }, back, on);
const all = button({ class: "quiet", "data-do": "tables", onclick: () => shows(table ? "" : "letter") });
panel.append(
  make("div", { class: "top" }, make("h2", {}, "What the bot keeps"), form, all, pages,
    button({ class: "plain", "aria-label": "Close", title: "Close", onclick: () => close() }, icon("close"))),
  names, about, tiles, place);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  find(search.value.trim());
});

/** Opens the panel, with what a visitor wrote last already typed in. */
export function open() {
  const fresh = panel.hidden;
  panel.hidden = false;
  opener.setAttribute("aria-expanded", "true");
  if (fresh) search.value = lastWords();
  shows("");
}

/** A word somebody wrote on one of the phones. */
function lastWords() {
  const written = phones.slice(0, 2).flatMap(({ look }) => look.messages.filter((it) => it.text !== look.name && it.mine && it.kind === "text" && !it.text.startsWith("/")));
  const last = written.sort((one, other) => one.at - other.at).at(-1)?.text ?? "";
  return last.match(/\p{L}{4,}/u)?.[0] ?? last.slice(0, 30);
}

/** One table; or the plain view. */
function shows(wanted) {
  table = wanted;
  skip = 0;
  load();
}

export function close() {
  panel.hidden = true;
  opener.setAttribute("aria-expanded", "false");
}

/** Something happened: the rows are read again. */
export function stir() {
  if (panel.hidden || skip > 0 || finding) return;
  clearTimeout(pending);
  pending = setTimeout(load, 250);
}

opener.addEventListener("click", () => (panel.hidden ? open() : close()));

function turn(by) {
  skip = Math.max(0, skip + by);
  load();
}

async function load() {
  finding = false;
  const plain = table === "";
  for (const node of [names, place, pages]) node.hidden = plain;
  tiles.hidden = !plain;
  panel.classList.toggle("overview", plain);
  all.textContent = plain ? "Show every table" : "Back to the overview";
  about.classList.remove("nowhere");
  try {
    if (plain) {
      const { counts } = await ask({ counts: 1 });
      about.textContent = "";
      tiles.replaceChildren(...TILES.map(([name, drawn, title, words]) => button({ class: "tile", "data-table": name, onclick: () => shows(name) },
        icon(drawn), make("b", {}, String(counts[name] ?? 0)), make("strong", {}, title), make("small", {}, words))));
      return;
    }
    const kept = await ask({ table, skip });
    names.replaceChildren(...kept.tables.map((name) => button({ class: "name", "aria-pressed": String(name === table),
      onclick: () => { search.value = ""; shows(name); } }, name)));
    about.textContent = ABOUT[table] ?? "";
    back.disabled = skip === 0;
    on.disabled = !kept.more;
    place.replaceChildren(kept.rows.length ? sheet(kept.columns, kept.rows) : make("p", { class: "none" }, "No rows."));
  } catch (no) {
    say(no.message);
  }
}

/** A table, without the columns in which nothing stands. */
function sheet(names, lines) {
  const filled = names.map((_, at) => at).filter((at) => lines.some((row) => row[at] !== null && row[at] !== ""));
  const columns = filled.map((at) => names[at]);
  const rows = lines.map((row) => filled.map((at) => row[at]));
  return make("table", {},
    make("caption", { class: "unseen" }, table),
    make("thead", {}, make("tr", {}, ...columns.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map(cell)))));
}

function cell(value) {
  if (value === null) return make("td", { class: "null" }, "–");
  const moment = /^1[5-9]\d{11}$/.test(value) && Number(value);
  return make("td", { class: value.length > 30 ? "long" : "" }, make("bdi", {}, value), moment ? make("small", {}, `${short(moment)} ${hour(moment)}`) : "");
}

async function find(wanted) {
  if (!wanted) return load();
  finding = true;
  try {
    const { found } = await ask({ find: wanted });
    about.textContent = found.length
      ? `“${wanted}” stands in ${found.length} places:`
      : `“${wanted}” stands in no row of no table.`;
    about.classList.toggle("nowhere", found.length === 0);
    tiles.hidden = pages.hidden = true;
    panel.classList.remove("overview");
    place.hidden = false;
    all.textContent = "Back to the overview";
    if (!table) table = "letter";
    place.replaceChildren(found.length
      ? sheet(["table", "column", "value"], found.map((it) => [it.table, it.column, it.value]))
      : make("p", { class: "none" }, "Not there. What people write is passed on by its number, and kept nowhere."));
    place.focus();
  } catch (no) {
    say(no.message);
  }
}
