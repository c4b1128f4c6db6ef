// A visitor who touches whatever there is, by chance that follows from a seed: nothing breaks, and there always is a way on.
//
//     node walk.mjs <lazo> [acts: 2000] [seeds: 1 2 3]

import { pathToFileURL } from "node:url";
import { Demo, check, until } from "./demo.mjs";
import { Visitor, browse } from "./stage.mjs";

/** What is written; these words must not stand in any log. */
const SAID = ["canary hello", "canary ¿qué tal?", "canary مرحبا", "/menu", "/help", "/start", "/undo", "/invite", "/pair", "/pairs", "/cases", "/people",
  "/settings", "/language", "/leave", "+34 600 123 456", "canary-robin@example.org", "x".repeat(4500), "/linkgroup", "17", "Madrid"];

/** Chance that follows from a seed. */
function chance(seed) {
  let at = seed >>> 0;
  return (below) => {
    at = (at + 0x6d2b79f5) >>> 0;
    let t = Math.imul(at ^ (at >>> 15), at | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Does so many things; says how many of which kind. */
export async function walks(visitor, seed, acts) {
  const next = chance(seed);
  const done = {};
  visitor.strolls = true;
  for (let n = 0; n < acts; n++) {
    const what = await step(visitor.page, next);
    done[what] = (done[what] ?? 0) + 1;
    const where = () => `act ${n + 1} of seed ${seed}: ${what}`;
    await until(`a way on after ${where()}`, () => visitor.page.evaluate(way).catch(() => false), 60);
    check(visitor.faults.length === 0, `${where()}: ${visitor.faults}`);
  }
  // At the end it can be begun anew, wherever it is.
  await visitor.page.goto(new URL("/", visitor.page.url()).href);
  await visitor.page.waitForSelector('main[aria-busy="false"]', { timeout: 120_000 });
  return `walk ${seed}: ${Object.entries(done).map(([what, times]) => `${what} ${times}`).join(", ")}`;
}

async function step(page, next) {
  const roll = next(100);
  if (roll < 1) {
    await page.reload({ waitUntil: "domcontentloaded" });
    return "reload";
  }
  if (roll < 3) {
    await page.keyboard.press(["Escape", "Tab", "ArrowUp", "ArrowDown", "Enter"][next(5)]);
    return "key";
  }
  const numbers = Array.from({ length: 4 }, () => next(1 << 20));
  return page.evaluate(touch, roll, numbers, SAID);
}

/** In the page: touches one thing of those that are there. */
function touch(roll, [one, two, three, four], said) {
  const pick = (all, by) => all[by % Math.max(1, all.length)];
  const seen = (root, query) => [...root.querySelectorAll(query)].filter((it) => !it.disabled && it.offsetParent !== null);
  const open = document.querySelector("dialog[open]") ?? document.querySelector(".menu");
  const elsewhere = '[data-do="world"]';
  if (open && roll < 90) {
    pick(seen(open, `button:not(${elsewhere})`), one)?.click();
    return "choice";
  }
  const phone = pick(seen(document, "main .phone"), one);
  if (!phone) return "nothing";
  if (roll < 45) {
    // Mostly what is new.
    const buttons = seen(phone, ".inline button");
    pick(buttons.slice(-8), two)?.click();
    return "button";
  }
  if (roll < 52) {
    pick(seen(phone, ".keys button, .chips button, .instead, .offer button"), two)?.click();
    return "key of a phone";
  }
  if (roll < 66) {
    const field = phone.querySelector("textarea");
    field.value = pick(said, two);
    field.form.requestSubmit();
    return "words";
  }
  if (roll < 76) {
    const messages = seen(phone, ".msg");
    pick(messages.slice(-6), two)?.querySelector(".dots").click();
    pick(seen(document, ".menu button"), three)?.click();
    return "message";
  }
  if (roll < 80) {
    pick(seen(phone, '[data-do="attach"], [data-do="commands"], .owner .plain, .link, .quoted'), two)?.click();
    pick(seen(document, `.menu button:not(${elsewhere})`), three)?.click();
    return "menu";
  }
  if (roll < 83) {
    const select = pick(seen(phone, "select"), two);
    if (select) {
      select.value = pick([...select.options], three).value;
      select.dispatchEvent(new Event("change"));
    }
    return "language";
  }
  if (roll < 90) {
    pick(seen(document, "[data-move], #when"), two)?.click();
    return "time";
  }
  if (roll < 97) {
    const tour = document.getElementById("tour");
    const on = tour && !tour.hidden ? seen(tour, "button") : [document.getElementById("walk")];
    // Mostly on, seldom back or away.
    const [first] = on.filter((it) => it.matches('[data-do="next"], [data-do="jump"]'));
    (four % 5 ? first : null ?? pick(on, two))?.click();
    return "tour";
  }
  if (roll < 99) {
    pick(seen(document, "#keeps, .rows button"), two)?.click();
    return "rows";
  }
  pick(seen(document, "#again, #more"), two)?.click();
  pick(seen(document, `.menu button:not(${elsewhere})`), three)?.click();
  return "more";
}

/** In the page: whether somebody can go on. */
function way() {
  const shown = (query) => [...document.querySelectorAll(query)].some((it) => !it.disabled && it.offsetParent !== null);
  if (document.querySelector(".lost") || !document.getElementById("gone").hidden) return false;
  if (document.querySelector('main[aria-busy="true"]') || document.querySelector(".phone.waiting")) return false;
  if (document.querySelector("dialog[open]")) return [...document.querySelectorAll("dialog[open] button")].length === 2;
  const tour = document.getElementById("tour");
  if (!tour.hidden && !shown('#tour [data-do="next"]') && !shown('#tour [data-do="jump"]')) return false;
  return document.querySelectorAll("main .phone").length >= 4 && shown("#more");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [program, acts = 2000, ...seeds] = process.argv.slice(2);
  const demo = await Demo.start(program);
  const browser = await browse();
  try {
    for (const seed of seeds.length ? seeds : [1, 2, 3]) {
      const visitor = await Visitor.comes(browser);
      await visitor.opens(demo.url);
      console.log(await walks(visitor, Number(seed), Number(acts)));
      await visitor.page.close();
    }
    check(!/canary/.test(demo.errors), `no word stands in the log: ${demo.errors}`);
    await browser.close();
    await demo.interrupt();
  } catch (why) {
    console.error(why, demo.errors);
    demo.child.kill("SIGKILL");
    process.exit(1);
  }
}
