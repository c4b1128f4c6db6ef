// Every phone in every language: what comes after a change is in the new language, and what was there stays as it was.

import { check, until } from "./demo.mjs";
import { LANGUAGES, bare } from "./words.mjs";

const [AMINA, TOMAS, VERA, FREE] = [0, 1, 2, 3];

/** One phone, read in a language. */
class Reader {
  constructor(visitor, phone, words) {
    Object.assign(this, { visitor, phone, words });
  }

  /** What the bot itself says on the screen: texts, buttons, and the notice after a tap. */
  said() {
    return this.visitor.page.$eval(`[data-place="${this.phone}"]`, (phone) => {
      const label = (node) => node.querySelector("span").textContent;
      const messages = [...phone.querySelectorAll(".msg.theirs:not(.passed)")].map((it) => ({
        id: it.dataset.id,
        text: it.querySelector(".text")?.textContent ?? "",
        buttons: [...it.querySelectorAll(".inline button")].map(label),
      }));
      return { messages, notice: phone.querySelector(".alert p")?.textContent ?? "" };
    });
  }

  speaks(code, what, text) {
    const strange = this.words.strange(code, text);
    check(strange.length === 0, `${what} is in ${code} on phone ${this.phone}, but there is ${[...new Set(strange)]} in: ${text}`);
  }

  /** The phone is set to a language, and all of it follows but what was said before. What is still asked is asked anew. */
  async turns(code, asked = false) {
    const before = (await this.said()).messages.map((it) => it.text);
    this.code = code;
    const { page } = this.visitor;
    await page.select(`[data-place="${this.phone}"] select`, code);
    const side = code === "ar" ? "rtl" : "ltr";
    await until(`phone ${this.phone} in ${code}`, () =>
      page.$eval(`[data-place="${this.phone}"] .screen`, (it, code, side) => it.lang === code && it.dir === side, code, side));
    if (!asked) return before;
    // That it changed, perhaps the keyboard, and last the question, once nothing more comes. What was on its way before the
    // change may still arrive in the old language.
    let [count, still] = [0, 0];
    await until(`the question in ${code} on phone ${this.phone}`, async () => {
      const found = (await this.said()).messages.slice(before.length);
      still = found.length === count ? still + 1 : 0;
      count = found.length;
      if (count < 2 || still < 8) return false;
      const question = found.at(-1);
      return this.words.strange(code, [question.text, ...question.buttons].join("\n")).length === 0;
    });
    return before;
  }

  /** Somebody who has joined: the bot says so, and her keyboard and her commands are in it too. */
  async changes(code) {
    const before = await this.turns(code);
    const changed = this.words.text(code, "help-any-language-changed");
    const now = await until(`“${changed}” on phone ${this.phone}`, async () => {
      const all = (await this.said()).messages.map((it) => it.text);
      return all.at(-1) === changed && all.length > before.length && all;
    });
    check(before.every((text, at) => now[at] === text), `what was said on phone ${this.phone} before stays as it was`);
    this.since = Number((await this.said()).messages.at(-1).id);
    await this.keyboard();
    await this.commands();
  }

  async keyboard() {
    const { page } = this.visitor;
    const keys = () => page.$$eval(`[data-place="${this.phone}"] .keys button`, (all) => all.map((it) => it.textContent));
    const labels = ["common-any-sos", "common-any-menu"].map((id) => this.words.text(this.code, id));
    // It comes with the message that says so.
    const comes = async () => (await keys()).map(bare).join() === labels.join();
    if (this.phone !== VERA) await until(`the keyboard on phone ${this.phone} in ${this.code}`, comes);
    const hint = await page.$eval(`[data-place="${this.phone}"] textarea`, (it) => it.placeholder);
    this.speaks(this.code, "the input field", hint);
  }

  async commands() {
    const { visitor, phone, code } = this;
    await visitor.clicks(`[data-place="${phone}"] [data-do="commands"]`);
    const menu = await visitor.page.$eval(".menu", (it) => ({ dir: it.dir, about: [...it.querySelectorAll("small")].map((node) => node.textContent) }));
    await visitor.page.keyboard.press("Escape");
    check(menu.about.length >= 6, `phone ${phone} has commands`);
    check(menu.dir === (code === "ar" ? "rtl" : "ltr"), `the commands of phone ${phone} run as ${code} does`);
    for (const about of menu.about) this.speaks(code, "a command", about);
  }

  /** All that came since the language was set, whatever asked for it. */
  async sweeps() {
    for (const it of (await this.said()).messages.filter((it) => Number(it.id) >= this.since)) {
      this.speaks(this.code, "what came", [it.text, ...it.buttons].join("\n"));
    }
  }

  /** Does something; gives what is new on the screen, which is in her language. */
  async shows(what, does) {
    const before = await this.said();
    const known = new Map(before.messages.map((it) => [it.id, it]));
    const isNew = (it) => {
      const old = known.get(it.id);
      // What lost its buttons is what it was.
      return !old || old.text !== it.text || (it.buttons.length > 0 && old.buttons.join() !== it.buttons.join());
    };
    await does();
    let last = "";
    const news = await until(`${what} on phone ${this.phone}`, async () => {
      const { messages, notice } = await this.said();
      const found = messages.filter(isNew);
      const now = JSON.stringify([found, notice]);
      const still = now === last && (found.length > 0 || notice !== before.notice);
      last = now;
      return still && { found, notice };
    });
    for (const it of news.found) this.speaks(this.code, what, [it.text, ...it.buttons].join("\n"));
    this.speaks(this.code, what, news.notice);
    return news.found;
  }

  says(words) {
    return this.shows(words, () => this.visitor.writes(this.phone, words));
  }

  async presses(...labels) {
    for (const label of labels) {
      // This arrow points the other way in Arabic.
      const there = label === "◀" ? this.words.text(this.code, "common-any-back") : label;
      await this.shows(label, () => this.visitor.presses(this.phone, there));
    }
  }
}

/** Everything a mentee or a mentor can ask for. */
async function participant(reader) {
  await reader.presses("☰", "💬");
  // Nothing is said to this.
  await reader.visitor.presses(reader.phone, "✖️");
  await reader.presses("☰", "⏸", "☰", "🌍", "☰", "❓");
  for (const command of ["/help", "/undo", "/contacts", "/pause", "/nothing"]) await reader.says(command);
  await reader.says("/leave");
  await reader.presses("✖️");
  await reader.presses("🆘", "📞");
}

/** Everything a coordinator can ask for while nothing is amiss. */
async function coordinator(reader) {
  for (const command of ["/help", "/cases", "/pair", "/leave", "/undo", "/language", "/nothing"]) await reader.says(command);
  await reader.says("/pairs");
  await reader.presses("1 ·", "🏁", "◀", "◀");
  for (const role of ["🌱", "🤝"]) {
    await reader.says("/people");
    await reader.presses(role, "1 ·", "◀");
  }
  await reader.says("/settings");
  await reader.presses("📞", "◀", "🔒", "💬", "◀");
  await reader.says("/helplines");
  await reader.presses("✖️");
}

/** Somebody is invited and opens the link. */
async function opens(vera, free) {
  const { visitor, code } = free;
  const before = await visitor.invitations(VERA);
  await vera.says("/invite");
  const own = { en: "English", es: "Español", ar: "العربية" }[code];
  await vera.presses("🌱", "⏭", own);
  await free.shows("the first question", () => visitor.follows(VERA, before, FREE));
  await free.presses(own);
}

/** Each question comes in every language: in the one she sets her phone to. */
async function joins(free) {
  const { visitor, code } = free;
  const tap = (nth) => () => visitor.taps(FREE, nth);
  const alias = () => visitor.writes(FREE, "Robin");
  const many = [tap(0), tap(-1)];
  // Another language begins the consent text anew: its five parts are read in one.
  const consent = Array.from({ length: 5 }, () => tap(0));
  for (const answers of [consent, [alias], [tap(2)], [tap(1)], many, many, many]) {
    for (const turned of [...LANGUAGES.filter((other) => other !== code), code]) await free.turns(turned, true);
    for (const answer of answers) await free.shows("a question", answer);
  }
  await free.keyboard();
}

/** Two weeks of silence: what the bot asks by itself, answered on both phones. */
async function asked([amina, tomas, vera]) {
  const { visitor, words } = vera;
  const offers = async (reader, id) => (await reader.said()).messages.some((it) => it.buttons.includes(words.text(reader.code, id)));
  const digest = async () => (await vera.said()).messages.some((it) => it.text.includes("☀️") && it.text.includes("🟠"));
  const all = async () => (await digest()) && (await offers(amina, "checkin-mentee-talked.no")) && offers(tomas, "checkin-mentor-mood.good");
  for (let n = 0; !(await all()); n++) {
    check(n < 40, "a digest with the case has come, and both were asked how it goes");
    await visitor.moves("something");
  }
  for (const reader of [amina, tomas, vera]) await reader.sweeps();
  await amina.presses("✖️", "😐", "✖️");
  await tomas.presses("😐", "🟢", "💡");
  await vera.presses("🔔", "🔎", "👤", "➕", "📞", "◀", "➕", "➕", "💤", "◀", "➕", "➕", "🏁", "➕", "➕", "➕", "◀", "✅", "◀");
  await vera.says("/pairs");
  await vera.presses("1 ·");
}

/** All of it in one language; one who joins is asked everything in all three. */
export async function speaks(visitor, words, code) {
  const [amina, tomas, vera, free] = [AMINA, TOMAS, VERA, FREE].map((phone) => new Reader(visitor, phone, words));
  await visitor.writes(AMINA, "/menu");
  await visitor.sees(AMINA, words.text("ar", "help-any-menu"));
  for (const reader of [amina, tomas, vera]) await reader.changes(code);
  await free.turns(code);
  // What is pressed anew answers in the new language, though its button was there before.
  await amina.presses("⏸");
  await participant(amina);
  await participant(tomas);
  await coordinator(vera);
  await opens(vera, free);
  if (code === "es") await joins(free);
  await asked([amina, tomas, vera]);
  for (const reader of [amina, tomas, vera]) await reader.sweeps();
}
