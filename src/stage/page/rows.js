// What the bot keeps: its own tables, row by row, and a search through all of them.

import { rows as ask } from "./api.js";
import { button, make, say } from "./dom.js";
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

let table = "letter";
let skip = 0;
let pending = null;

const search = make("input", { type: "search", placeholder: "Search all tables for words", "aria-label": "Search all tables for words" });
const form = make("form", { class: "find", role: "search" }, search, make("button", { type: "submit" }, "Search"));
const names = make("div", { class: "names", role: "group", "aria-label": "Tables" });
const about = make("p", { class: "note" });
const place = make("div", { class: "sheet", tabIndex: 0, role: "region", "aria-label": "Rows" });
const back = button({ onclick: () => turn(-25) }, "◀ Newer");
const on = button({ onclick: () => turn(25) }, "Older ▶");
panel.append(
  make("div", { class: "top" }, make("h2", {}, "What the bot keeps"), form, make("span", { class: "pages" }, back, on),
    button({ class: "plain", "aria-label": "Close", title: "Close", onclick: () => close() }, "✕")),
  names, about, place);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  find(search.value.trim());
});

/** Opens the panel. */
export function open(wanted = table) {
  panel.hidden = false;
  opener.setAttribute("aria-expanded", "true");
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
  if (panel.hidden || skip > 0 || search.value.trim()) return;
  clearTimeout(pending);
  pending = setTimeout(load, 250);
}

opener.addEventListener("click", () => (panel.hidden ? open() : close()));

function turn(by) {
  skip = Math.max(0, skip + by);
  load();
}

async function load() {
  try {
    const kept = await ask({ table, skip });
    names.replaceChildren(...kept.tables.map((name) => button({ class: "name", "aria-pressed": String(name === table),
      onclick: () => { search.value = ""; table = name; skip = 0; load(); } }, name)));
    about.textContent = ABOUT[table] ?? "";
    back.disabled = skip === 0;
    on.disabled = !kept.more;
    place.replaceChildren(kept.rows.length ? sheet(kept.columns, kept.rows) : make("p", { class: "none" }, "No rows."));
  } catch (no) {
    say(no.message);
  }
}

function sheet(columns, rows) {
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
  try {
    const { found } = await ask({ find: wanted });
    about.textContent = found.length
      ? `“${wanted}” stands in ${found.length} places:`
      : `“${wanted}” stands in no row of no table.`;
    about.classList.toggle("nowhere", found.length === 0);
    place.replaceChildren(found.length
      ? sheet(["table", "column", "value"], found.map((it) => [it.table, it.column, it.value]))
      : make("p", { class: "none" }, "Not there. What people write is passed on by its number, and kept nowhere."));
    place.focus();
  } catch (no) {
    say(no.message);
  }
}
