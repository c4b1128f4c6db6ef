// A browser, and a visitor's hands and eyes.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";
import { check, until } from "./demo.mjs";
import { bare } from "./words.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function browse() {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  check(executablePath, "Chromium is installed");
  return puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"] });
}

/** One page in the browser. */
export class Visitor {
  static async comes(browser, size = { width: 1360, height: 800 }) {
    const visitor = new Visitor();
    // A browser of her own: nothing is shared with other visitors, not even the six lines to one address.
    visitor.page = await (await browser.createBrowserContext()).newPage();
    visitor.faults = [];
    visitor.hosts = new Set();
    visitor.weight = new Map();
    visitor.page.on("pageerror", (why) => visitor.faults.push(why.message));
    visitor.page.on("console", (said) => {
      const refused = /the server responded with a status of 422/.test(said.text());
      // She has let another world come while something happened in the old one.
      const late = visitor.strolls && /status of 404/.test(said.text()) && said.location().url?.includes("/w/");
      if (said.type() === "error" && !refused && !late) visitor.faults.push(`${said.text()} ${said.location().url ?? ""}`);
    });
    visitor.page.on("request", (asked) => visitor.hosts.add(new URL(asked.url()).host));
    visitor.page.on("response", async (answer) => {
      const { pathname } = new URL(answer.url());
      const isPage = pathname === "/" || pathname.startsWith("/page/");
      if (isPage) visitor.weight.set(pathname, (await answer.buffer().catch(() => "")).length);
    });
    await visitor.page.setViewport(size);
    await visitor.page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }, { name: "prefers-color-scheme", value: "light" }]);
    return visitor;
  }

  async opens(url) {
    await this.page.goto(url, { waitUntil: "domcontentloaded" });
    // Several worlds may be opening at once.
    await this.page.waitForSelector('main[aria-busy="false"]', { timeout: 120_000 });
    // The card of a first visit.
    if (await this.page.$('[data-do="play"]')) await this.clicks('[data-do="play"]');
  }

  /** The page had no fault so far. */
  isFine() {
    check(this.faults.length === 0, `the page has no fault: ${this.faults}`);
  }

  /** The texts on a phone, oldest first. */
  reads(phone) {
    return this.page.$$eval(`[data-place="${phone}"] .msg .bubble`, (all) => all.map((it) => it.textContent));
  }

  async sees(phone, words, seconds = 20) {
    await until(`“${words}” on phone ${phone}`, async () => (await this.reads(phone)).some((it) => it.includes(words)), seconds);
  }

  async clicks(selector) {
    const node = await this.page.waitForSelector(selector, { visible: true });
    await node.evaluate((it) => it.scrollIntoView({ block: "nearest" }));
    this.clicked = (this.clicked ?? 0) + 1;
    await node.click();
  }

  /** Presses the newest button or key of a phone with this label. */
  async presses(phone, label) {
    const found = await until(`the button “${label}” on phone ${phone}`, async () => {
      const all = await this.page.$$(`[data-place="${phone}"] .inline button, [data-place="${phone}"] .keys button`);
      const labels = await Promise.all(all.map((it) => it.evaluate((node) => node.textContent).catch(() => "")));
      return all[labels.findLastIndex((it) => bare(it).includes(label))];
    });
    await found.evaluate((it) => { it.scrollIntoView({ block: "center" }); it.click(); });
  }

  /** One after the other, each once the one before has changed what there is to press. */
  async pressesAll(phone, ...labels) {
    const buttons = () => this.page.evaluate((phone) => [...document.querySelectorAll(`[data-place="${phone}"] .inline`)].map((it) => it.textContent).join(), phone);
    for (const label of labels) {
      const before = await buttons();
      await this.presses(phone, label);
      await until(`what follows “${label}”`, async () => (await buttons()) !== before);
    }
  }

  /** Reads the consent text, part by part, and agrees. */
  async consents(phone) {
    const texts = async () => (await this.reads(phone)).join();
    const labels = () => this.page.$$eval(`[data-place="${phone}"] .inline button`, (all) => all.map((it) => it.textContent).join());
    for (;;) {
      await until(`the consent text on phone ${phone}`, async () => /Next|I agree/.test(await labels()));
      if ((await labels()).includes("I agree")) return this.pressesAll(phone, "I agree");
      const before = await texts();
      await this.presses(phone, "Next");
      await until("the next part", async () => (await texts()) !== before);
    }
  }

  /** Presses the nth button of a phone's newest question; -1 is its last. */
  taps(phone, nth) {
    return this.page.$$eval(`[data-place="${phone}"] .inline`, (all, nth) => [...all.at(-1).querySelectorAll("button")].at(nth).click(), nth);
  }

  async writes(phone, words) {
    await this.clicks(`[data-place="${phone}"] textarea`);
    await this.page.keyboard.type(words);
    await this.page.keyboard.press("Enter");
  }

  /** How many invitations a phone has. */
  invitations(phone) {
    return this.page.evaluate((phone) => document.querySelectorAll(`[data-place="${phone}"] img.upload`).length, phone);
  }

  /** Opens the link of the newest invitation, once there are more than `before`, on another phone. */
  async follows(phone, before, other) {
    await until("the link", async () => (await this.invitations(phone)) > before);
    await this.page.evaluate((phone) => {
      const link = [...document.querySelectorAll(`[data-place="${phone}"] .link`)].findLast((it) => it.textContent.startsWith("https://t.me/"));
      link.scrollIntoView({ block: "center" });
      link.click();
    }, phone);
    await this.clicks(`.menu [data-do="open${other}"]`);
  }

  /** Somebody is invited on one phone and opens the link on another. */
  async invites(phone, role, other) {
    const before = await this.invitations(phone);
    await this.writes(phone, "/invite");
    await this.presses(phone, role);
    await until("the question about a file number", async () => (await this.reads(phone)).at(-1).includes("📁"));
    await this.presses(phone, "⏭");
    await until("the question about a language", async () => (await this.reads(phone)).at(-1).includes("🌍"));
    await this.presses(phone, "English");
    await this.follows(phone, before, other);
  }

  /** Chooses from the menu of the newest message that has these words (or is of this make). */
  async onMessage(phone, words, choice) {
    const found = await until(`a message “${words}” on phone ${phone}`, async () => {
      const all = await this.page.$$(`[data-place="${phone}"] .msg`);
      const texts = await Promise.all(all.map((it) => it.evaluate((node) => node.textContent).catch(() => "")));
      return all[texts.findLastIndex((it) => it.includes(words))];
    });
    await found.evaluate((it) => { it.scrollIntoView({ block: "center" }); it.querySelector(".dots").click(); });
    await this.clicks(`.menu [data-do="${choice}"]`);
  }

  /** Marks some words of a message. */
  chooses(phone, words, part) {
    return this.page.$$eval(`[data-place="${phone}"] .msg .text`, (all, words, part) => {
      const node = all.findLast((it) => it.textContent.includes(words)).firstChild;
      const at = node.data.indexOf(part);
      getSelection().setBaseAndExtent(node, at, node, at + part.length);
    }, words, part);
  }

  async attaches(phone, what) {
    await this.clicks(`[data-place="${phone}"] [data-do="attach"]`);
    await this.clicks(`.menu [data-do="${what}"]`);
  }

  /** Adds a phone, or the team's group. */
  async adds(what, place) {
    await this.clicks("#more");
    await this.clicks(`.menu [data-do="${what}"]`);
    await this.page.waitForSelector(`[data-place="${place}"]:not(.waiting)`);
  }

  /** Takes the tour, in a new world. */
  async walks() {
    await this.clicks("#walk");
    await this.agrees();
  }

  /** A new world in the place of the old one. */
  async startsOver() {
    await this.page.$eval('[data-place="0"]', (it) => { it.dataset.old = ""; });
    await this.clicks("#again");
    await this.agrees();
    await this.page.waitForSelector('[data-place="0"]:not([data-old]) .msg');
    await until("a new beginning", async () => (await this.reads(3)).length === 0 && (await this.reads(2)).length > 5);
  }

  /** Says yes, if the page asks whether what was done may go. */
  async agrees() {
    if (await this.page.$(".ask[open]")) await this.clicks('.ask [data-do="yes"]');
  }

  async moves(by) {
    const before = await this.when();
    await this.clicks(`[data-move="${by}"]:enabled`);
    await this.page.waitForSelector(`[data-move="${by}"]:enabled`, { timeout: 60_000 });
    if (by !== "something") await until("the clock shows it", async () => (await this.when()) !== before);
  }

  /** The time in the world, as it is shown. */
  when() {
    return this.page.$eval("#when", (it) => it.textContent.trim());
  }

  /** Violations that axe finds, in light and dark: none. */
  async accessible(where) {
    for (const theme of ["light", "dark"]) {
      await this.page.evaluate((theme) => { document.documentElement.dataset.theme = theme; }, theme);
      await this.page.evaluate(AXE);
      const found = await this.page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
        return violations.map((it) => ({ id: it.id, impact: it.impact, nodes: it.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`) }));
      });
      check(found.length === 0, `no violation ${where}, ${theme}: ${JSON.stringify(found, null, 1)}`);
    }
    await this.page.evaluate(() => { document.documentElement.dataset.theme = "light"; });
  }

  async picture(path) {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.mouse.move(0, 0);
    await new Promise((on) => setTimeout(on, 400));
    await this.page.screenshot({ path, type: "webp", quality: 90 });
  }
}
