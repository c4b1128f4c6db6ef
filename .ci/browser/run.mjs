// The demo in a real browser: what a visitor can do, each thing at least once; the tour from start to end; and the figures.
//
//     node run.mjs <lazo> [folder for pictures] [folder of the locales: ./locales]

import { statSync } from "node:fs";
import { Demo, check, until } from "./demo.mjs";
import { speaks } from "./screens.mjs";
import { Visitor, browse } from "./stage.mjs";
import { walks } from "./walk.mjs";
import { farAway, lateEvening, nobodyWrites } from "./weeks.mjs";
import { LANGUAGES, Words } from "./words.mjs";

const [AMINA, TOMAS, VERA, FREE] = [0, 1, 2, 3];
const [program, pictures, locales = "locales"] = process.argv.slice(2);
const release = !program.includes("debug");
const words = new Words(locales);
const kept = [];

const demo = await Demo.start(program);
const browser = await browse();
const steps = [firstMinute, writes, media, changes, buttons, blocks, joins, keeps, time, tours, asks, worlds, narrow, aside, languages, weeks, stops];
let failed = null;
try {
  const visitor = await Visitor.comes(browser);
  for (const step of steps) {
    const begun = performance.now();
    await step(visitor);
    console.log(`ok ${step.name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  }
} catch (why) {
  failed = why;
}
await browser.close();
if (failed) {
  console.error(failed, demo.errors);
  demo.child.kill("SIGKILL");
  process.exit(1);
}
for (const picture of kept) figure(`picture ${picture.split("/").at(-1)}`, statSync(picture).size / 1000, "kB", 200);
console.log("all of it holds in the browser");

async function keep(visitor, name) {
  if (!pictures) return;
  const path = `${pictures}/${name}.webp`;
  await visitor.picture(path);
  kept.push(path);
}

/** A figure of this computer as it is now: one that misses says so, and fails nothing. */
function figure(name, value, unit, most) {
  console.log(`${name} ${value.toFixed(2)} ${unit} (${value <= most ? "" : "MISSED: "}at most ${most})`);
}

/** A figure that is the same everywhere. */
function fact(name, value, unit, most) {
  figure(name, value, unit, most);
  check(value <= most, `${name} is at most ${most} ${unit}`);
}

/** Somebody who reads nothing clicks on what is offered. */
async function firstMinute(visitor) {
  await visitor.opens(demo.url);
  await visitor.clicks(`[data-place="${AMINA}"] .chips button`);
  await until("the greeting on the other phone", () => visitor.page.$(`[data-place="${TOMAS}"] .passed`));
  figure("first relayed message after", (performance.now() - demo.begun) / 1000, "s", 20);
  fact("clicks", visitor.clicked, "", 3);
  const bytes = [...visitor.weight.values()].reduce((sum, size) => sum + size, 0);
  fact("page weight", bytes / 1024, "KiB", 150);
  await visitor.accessible("on the first screen");
  await visitor.writes(TOMAS, "¡Qué alegría, Amina! ¿Cómo va tu semana?");
  await visitor.sees(AMINA, "¡Qué alegría");
  await visitor.attaches(AMINA, "photo");
  await until("a photo on the other phone", () => visitor.page.$(`[data-place="${TOMAS}"] .passed svg.photo`));
  await keep(visitor, "stage");
}

async function writes(visitor) {
  await visitor.writes(TOMAS, "¡Hola, Amina! ¿Cómo estás?");
  await visitor.sees(AMINA, "¡Hola, Amina!");
  await visitor.writes(AMINA, "بخير، شكرا");
  await visitor.sees(TOMAS, "بخير");
  await visitor.writes(AMINA, "<img src=x onerror=alert(1)> & <b>b</b>");
  await visitor.sees(TOMAS, "<img src=x onerror=alert(1)> & <b>b</b>");
}

async function media(visitor) {
  for (const [what, mark] of [["photo", "svg.photo"], ["voice", ".voice"], ["sticker", ".sticker"], ["album", ".album"]]) {
    await visitor.attaches(AMINA, what);
    await until(`${what} on the other phone`, () => visitor.page.$(`[data-place="${TOMAS}"] .passed ${mark}`));
  }
  // Places and contact cards lead out of Lazo: whoever sends one is asked first.
  for (const [what, mark] of [["location", "svg.photo[aria-label=Ubicación]"], ["contact", ".card"]]) {
    const before = (await visitor.page.$$(`[data-place="${TOMAS}"] .passed ${mark}`)).length;
    await visitor.attaches(AMINA, what);
    await visitor.presses(AMINA, "📨");
    await until(`${what} on the other phone`, async () => (await visitor.page.$$(`[data-place="${TOMAS}"] .passed ${mark}`)).length > before);
  }
}

async function changes(visitor) {
  await visitor.onMessage(TOMAS, "بخير", "reply");
  await visitor.page.keyboard.type("Me alegro");
  await visitor.page.keyboard.press("Enter");
  await until("the reply, with what it answers", () => visitor.page.$(`[data-place="${AMINA}"] .passed .quoted`));
  await visitor.onMessage(TOMAS, "Me alegro", "edit");
  await visitor.page.keyboard.type(" mucho");
  await visitor.page.keyboard.press("Enter");
  await visitor.sees(AMINA, "Me alegro mucho");
  await visitor.onMessage(AMINA, "Me alegro mucho", "react");
  await until("the reaction", () => visitor.page.$(`[data-place="${TOMAS}"] .reactions`));
  await visitor.writes(TOMAS, "El martes o el jueves");
  await visitor.sees(AMINA, "El martes o el jueves");
  await visitor.chooses(AMINA, "El martes o el jueves", "el jueves");
  await visitor.onMessage(AMINA, "El martes o el jueves", "reply");
  await visitor.page.keyboard.type("نعم");
  await visitor.page.keyboard.press("Enter");
  await until("the part that was chosen", () => visitor.page.$$eval(`[data-place="${TOMAS}"] .quoted`, (all) => all.some((it) => it.textContent === "el jueves")));
  await visitor.writes(AMINA, "سأحذف هذا");
  await visitor.sees(TOMAS, "سأحذف هذا");
  await visitor.onMessage(AMINA, "سأحذف هذا", "undo");
  await until("it is taken back", async () => !(await visitor.reads(TOMAS)).some((it) => it.includes("سأحذف هذا")));
}

async function buttons(visitor) {
  await visitor.presses(TOMAS, "☰");
  await visitor.presses(TOMAS, "💬");
  await visitor.writes(TOMAS, "Una pregunta para el equipo");
  await visitor.sees(VERA, "Una pregunta para el equipo");
  await visitor.clicks(`[data-place="${VERA}"] [data-do="commands"]`);
  await visitor.accessible("with a menu open");
  await visitor.clicks('.menu [data-do="command-pairs"]');
  await visitor.sees(VERA, "Tomás");
  // With the keyboard alone: up to a message, its menu, away.
  await visitor.page.focus(`[data-place="${TOMAS}"] .log`);
  await visitor.page.keyboard.press("ArrowUp");
  await visitor.page.keyboard.press("Enter");
  await visitor.page.waitForSelector('.menu [role="menuitem"]:focus');
  await visitor.page.keyboard.press("Escape");
  check(await visitor.page.$(`[data-place="${TOMAS}"] .msg:focus`), "Escape leads back to the message");
}

async function blocks(visitor) {
  await visitor.clicks(`[data-place="${TOMAS}"] .owner .plain`);
  await visitor.clicks('.menu [data-do="block"]');
  await visitor.page.waitForSelector(`[data-place="${TOMAS}"] .blocked`);
  await visitor.writes(AMINA, "هل أنت هنا؟");
  await visitor.sees(VERA, "cannot be reached");
  await visitor.clicks(`[data-place="${TOMAS}"] .instead`);
  await visitor.sees(TOMAS, "هل أنت هنا؟");
  // What Telegram refuses the bot is seen where it was refused.
  await visitor.clicks(`[data-place="${TOMAS}"] .owner .plain`);
  await visitor.clicks('.menu [data-do="voiceless"]');
  await visitor.attaches(AMINA, "voice");
  await until("Telegram's refusal", () => visitor.page.$eval(`[data-place="${TOMAS}"] .refusal`, (it) => it.textContent.includes("VOICE_MESSAGES_FORBIDDEN")).catch(() => false));
  // What is not there any more cannot be edited.
  const refused = await visitor.page.evaluate(async () => {
    const act = { edit: { message: 1, text: "x" } };
    const answer = await fetch(`${location.pathname}/acts`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ phone: 0, act }) });
    return [answer.status, (await answer.json()).refused];
  });
  check(refused[0] === 422 && refused[1].includes("not found"), `Telegram refuses: ${refused}`);
}

/** As many as one likes: a second coordinator beside Vera, a mentee on one more phone, and the team's group. */
async function crowds() {
  const other = await comes();
  await other.clicks(`[data-place="${FREE}"] [data-do="join-beside"]`);
  await other.sees(FREE, "Welcome to the team");
  await other.adds("phone", 4);
  await other.clicks('[data-place="4"] [data-do="join-mentee"]');
  await other.presses(4, "English");
  await other.sees(4, "Please read this first");
  await other.adds("group", 8);
  await other.clicks('[data-place="8"] .chips button');
  await until("the group is linked", async () => (await other.reads(8)).some((it) => it.includes("This group is linked")));
  await other.pressesAll(AMINA, "🆘", "🛟");
  await until("the case in the group", async () => (await other.reads(8)).some((it) => it.includes("does not feel safe")));
  await other.accessible("with a group");
  other.isFine();
  await other.page.close();
}

/** Vera invites whoever watches, who opens the link on the free phone. */
async function joins(visitor) {
  await visitor.invites(VERA, "🤝 Mentor", FREE);
  await visitor.presses(FREE, "English");
  await visitor.consents(FREE);
  await visitor.sees(FREE, "What should we call you");
}

async function keeps(visitor) {
  await visitor.clicks("#keeps");
  await until("people are counted", () => visitor.page.$eval('[data-table="person"] b', (it) => Number(it.textContent) >= 3).catch(() => false));
  const typed = await visitor.page.$eval(".rows input", (it) => it.value);
  check(typed.length > 3, `the last word somebody wrote is typed in already: ${typed}`);
  await visitor.accessible("with what is kept, in four tiles");
  await keep(visitor, "kept");
  await visitor.clicks('[data-table="person"]');
  await until("Amina's alias in a row", () => visitor.page.$eval(".sheet", (it) => it.textContent.includes("Amina")).catch(() => false));
  const empty = await visitor.page.$$eval(".sheet tr", (all) => all.length > 1 && [...all[0].children].filter((_, at) => all.slice(1).every((row) => row.children[at].textContent === "–")).length);
  check(empty === 0, "no column is empty");
  await visitor.accessible("with the rows open");
  for (const words of ["alegro", "بخير", "Ortega", "amina_haddad", "600 123 456"]) {
    await visitor.page.$eval(".rows input", (it) => { it.value = ""; });
    await visitor.page.type(".rows input", words);
    await visitor.page.keyboard.press("Enter");
    await until(`“${words}” is nowhere`, () => visitor.page.$eval(".rows", (it, words) => it.textContent.includes(`“${words}” stands in no row`), words));
  }
  await visitor.clicks("#keeps");
}

async function time(visitor) {
  await visitor.startsOver();
  const at = async () => (await visitor.when()).replace(/\s+/g, " ");
  const [, day, hour] = (await at()).match(/^(\w+) .* ?(\d\d):/);
  await visitor.moves("hour");
  await until("the clock is an hour ahead", async () => (await at()).includes(`${Number(hour) + 1}:`));
  await visitor.moves("day");
  await until("the calendar is a day ahead", async () => !(await at()).startsWith(day));
  await visitor.clicks("#when");
  await visitor.page.waitForSelector(".calendar li");
  await visitor.accessible("with the calendar open");
  await visitor.page.keyboard.press("Escape");
}

async function tours(visitor) {
  await visitor.walks();
  await visitor.page.waitForSelector('[data-do="next"]');
  const seen = [];
  for (;;) {
    const before = await visitor.page.$eval("#tour", (it) => it.textContent);
    await visitor.clicks('[data-do="next"]:enabled');
    const now = await until("the next step", async () => {
      const text = await visitor.page.$eval("#tour", (it) => (it.hidden ? "left" : it.textContent));
      return text !== before && text;
    });
    if (now === "left") break;
    seen.push(now);
    if (seen.length === 1) await visitor.accessible("on the tour");
    if (seen.length === 9) await keep(visitor, "tour");
    const { spots, card } = await visitor.page.evaluate(() => ({
      spots: [...document.querySelectorAll(".spot")].map((it) => Number(it.dataset.place)), card: Number(document.getElementById("tour").dataset.at) }));
    check(spots.length <= 2 && !spots.includes(card), `at most two phones are looked at, and the caption stands beside: ${spots}, ${card}`);
    check(!spots.length || spots.some((it) => Math.abs(it - card) === 1), `beside the phone it speaks of: ${spots}, ${card}`);
  }
  check(seen.length >= 10, `about ten steps: ${seen.length}`);
  await visitor.sees(VERA, "Somebody does not feel safe");
  await visitor.sees(VERA, "On it: Vera");
  // Touched in the middle: what a visitor did counts, and where she stands in its way, the page has a way back.
  await visitor.walks();
  await at(visitor, 0);
  await nexts(visitor, 4);
  await visitor.presses(TOMAS, "✅");
  await visitor.presses(AMINA, "✅");
  await nexts(visitor, 5);
  await visitor.pressesAll(AMINA, "🆘", "🛟");
  await visitor.clicks('[data-do="next"]:enabled');
  await visitor.clicks('[data-do="jump"]');
  await at(visitor, 6);
  await visitor.clicks('[data-do="back"]');
  await at(visitor, 5);
  await visitor.clicks('[data-do="leave"]');
  await until("the tour is left", () => visitor.page.$eval("#tour", (it) => it.hidden));
}

/** The tour stands at a step. */
function at(visitor, step) {
  return until(`step ${step}`, () => visitor.page.$eval("#tour .unseen", (it, step) => it.textContent.startsWith(`Step ${step} `), step).catch(() => false));
}

/** Goes on until so many steps are done. */
async function nexts(visitor, steps) {
  for (;;) {
    const done = await until("the tour", () => visitor.page.$eval("#tour .unseen", (it) => it.textContent.match(/\d+/)[0]).catch(() => false));
    if (Number(done) >= steps) return;
    await visitor.clicks('[data-do="next"]:enabled');
    await at(visitor, Number(done) + 1);
  }
}

/** What needs worlds of its own and nothing of the others. */
async function aside() {
  await Promise.all([[touched], [crowds, zoomed, readable, goes]].map(async (ways) => {
    for (const plays of ways) {
      const begun = performance.now();
      await plays();
      console.log(`   ${plays.name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    }
  }));
}

/** Presses, words, languages and time by chance. */
async function touched() {
  const other = await comes();
  console.log(await walks(other, 1, 400));
  await other.page.close();
  check(!/canary/.test(demo.errors), `no word stands in the log: ${demo.errors}`);
}

/** What cannot be taken back is asked for; whoever stays loses nothing. */
async function asks(visitor) {
  await visitor.startsOver();
  await visitor.writes(AMINA, "هنا أبقى");
  await visitor.sees(TOMAS, "هنا أبقى");
  await visitor.clicks("#again");
  await visitor.page.waitForSelector(".ask[open]");
  await visitor.accessible("while it is asked");
  await visitor.clicks('.ask button[value="no"]');
  check((await visitor.reads(TOMAS)).some((it) => it.includes("هنا أبقى")), "nothing is lost");
}

/** Nine more worlds beside the first, each its own. */
async function worlds(visitor) {
  const others = [];
  for (let n = 0; n < 9; n++) others.push(await comes());
  const addresses = new Set(others.map((it) => it.page.url()));
  check(addresses.size === 9 && !addresses.has(visitor.page.url()), "each world has its own address");
  await others[0].writes(AMINA, "فقط هنا");
  await others[0].sees(TOMAS, "فقط هنا");
  check(!(await others[1].reads(TOMAS)).some((it) => it.includes("فقط هنا")), "what is written in one is read in one");
  const memory = demo.memory();
  if (release) figure("memory with ten worlds", memory, "MiB", 60);
  else console.log(`memory with ten worlds ${memory.toFixed(1)} MiB (not a release build)`);
  for (const other of others) {
    other.isFine();
    await other.page.close();
  }
}

async function narrow(visitor) {
  const small = await Visitor.comes(browser, { width: 390, height: 800, hasTouch: true, isMobile: true });
  await small.opens(visitor.page.url());
  await small.clicks(".tabs button:nth-child(3)");
  await small.page.waitForSelector(`[data-place="${VERA}"].front`);
  const wide = await small.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  check(!wide, "a narrow screen shows one phone and needs no scrolling sideways");
  await small.accessible("on a narrow screen");
  await small.page.evaluate(() => { document.documentElement.dataset.theme = "dark"; });
  await keep(small, "phone");
  small.isFine();
  await small.page.close();
}

/** Enlarged to 200 % and to 400 %, and held sideways: a chat keeps its room, and nothing needs two directions. */
async function zoomed() {
  for (const [width, height] of [[720, 450], [360, 225], [844, 390]]) {
    const other = await Visitor.comes(browser, { width, height });
    await other.opens(demo.url);
    const room = () => other.page.$eval(".phone.front .log", (it) => it.clientHeight);
    check((await room()) >= 320, `${width}×${height}: a chat has ${await room()} px`);
    const sideways = () => other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const fits = async (where) => {
      check((await sideways()) <= 0, `${width}×${height} ${where}: ${await sideways()} px too wide`);
      if (width < 400) await other.accessible(`at 400 % ${where}`);
    };
    await fits("on the first screen");
    await other.clicks(".phone.front [data-do=\"commands\"]");
    await fits("with a menu open");
    await other.page.keyboard.press("Escape");
    await other.clicks("#when");
    await other.page.waitForSelector(".calendar:not([hidden])");
    await fits("with the calendar open");
    await other.page.keyboard.press("Escape");
    await other.walks();
    await nexts(other, 1);
    check((await room()) >= 320, `${width}×${height} on the tour: a chat has ${await room()} px`);
    await fits("on the tour");
    await other.clicks("#more");
    await other.clicks('.menu [data-do="keeps"]');
    await other.page.waitForSelector(".rows:not([hidden])");
    await fits("with what is kept");
    other.isFine();
    await other.page.close();
  }
}

/** Whoever reads English alone reads what the people on the stage say, and has the bot speak it on all phones. */
async function readable() {
  const other = await comes();
  await other.clicks(`[data-place="${AMINA}"] .chips button`);
  await until("what she says, in English, marked as the demo's", () => other.page.$(`[data-place="${TOMAS}"] .passed .meant[lang="en"]`));
  const speak = async (choice, codes) => {
    await other.clicks("#more");
    await other.clicks(`.menu [data-do="${choice}"]`);
    await until(`the phones speak ${codes}`, () => other.page.evaluate((codes) =>
      codes.every((code, place) => document.querySelector(`[data-place="${place}"] .screen`).lang === code), codes));
  };
  await speak("mine", ["en", "en", "en"]);
  await other.sees(AMINA, words.text("en", "help-any-language-changed"));
  await speak("theirs", ["ar", "es", "en"]);
  other.isFine();
  await other.page.close();
}

/** The stage is gone for a while: the page says so until it is back. */
async function goes() {
  const other = await comes();
  await other.page.setOfflineMode(true);
  await other.clicks('[data-move="hour"]:enabled');
  await other.page.waitForSelector("#gone:not([hidden])");
  await new Promise((on) => setTimeout(on, 1000));
  check(await other.page.$("#gone:not([hidden])"), "the bar stays");
  await other.page.setOfflineMode(false);
  await other.clicks('#gone [data-do="retry"]');
  await until("it is back", () => other.page.$eval("#gone", (it) => it.hidden));
  await other.writes(AMINA, "رجعت");
  await other.sees(TOMAS, "رجعت");
  await other.page.close();
}

/** Somebody else comes, to a world of her own. */
async function comes() {
  const other = await Visitor.comes(browser);
  await other.opens(demo.url);
  return other;
}

/** Plays several worlds side by side, each in its own way, and looks whether their pages had a fault. */
async function sideBySide(ways) {
  await Promise.all(ways.map(async (plays) => {
    const other = await comes();
    await plays(other);
    other.isFine();
    await other.page.close();
  }));
}

/** Every phone in every language, screen by screen. */
async function languages() {
  await sideBySide(LANGUAGES.map((code) => (other) => speaks(other, words, code)));
}

/** Three weeks of silence, of three kinds. */
async function weeks() {
  await sideBySide([nobodyWrites, lateEvening, farAway].map((way) => (other) => way(other, words)));
}

/** Ctrl-C, while some watch and one moves time: nothing of it is left. */
async function stops(visitor) {
  visitor.isFine();
  check(visitor.hosts.size === 1, `the page asks nobody else: ${[...visitor.hosts]}`);
  const others = [await comes(), await comes(), await comes()];
  await others[0].page.evaluate(() => {
    const move = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ days: 31 }) };
    fetch(`${location.pathname}/time`, move).catch(() => {});
  });
  const lasted = await demo.interrupt();
  figure("stopped with four pages open after", lasted / 1000, "s", 10);
}
