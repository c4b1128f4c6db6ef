// Silent weeks: what comes by itself, on which day and at what hour of the phone it comes to.

import { check, until } from "./demo.mjs";

const [AMINA, TOMAS, VERA, FREE] = [0, 1, 2, 3];
const MADRID = "Europe/Madrid";
const DAY = 24 * 60 * 60 * 1000;

const hour = (at, zone) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
const date = (at, zone) => Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at));

/** A world whose messages are read with their moments. */
class Diary {
  static async begins(visitor, words, zones = {}) {
    const diary = new Diary();
    Object.assign(diary, { visitor, words, zones });
    diary.known = new Map();
    await diary.reads();
    diary.begun = Math.max(...[...diary.known.values()].map((it) => it.at));
    return diary;
  }

  zone(phone) {
    return this.zones[phone] ?? MADRID;
  }

  /** All that the bot itself said, as it stands now. */
  messages() {
    return this.visitor.page.evaluate(() => [...document.querySelectorAll(".msg.theirs:not(.passed)")].map((it) => {
      const phone = Number(it.closest("[data-place]").dataset.place);
      const time = it.querySelector("time");
      return { key: `${phone}/${it.dataset.id}`, phone, at: Date.parse(time.dateTime), shown: time.textContent, silent: it.querySelector(".meta .silent") !== null, text: it.querySelector(".text")?.textContent ?? "" };
    }));
  }

  /** Notes what came, as it stood when it came: later it may be changed in place. */
  async reads() {
    let last = "";
    await until("the phones are at rest", async () => {
      const now = JSON.stringify(await this.messages());
      const still = now === last;
      last = now;
      return still;
    });
    for (const it of JSON.parse(last)) if (!this.known.has(it.key)) this.known.set(it.key, it);
  }

  /** All that came since the beginning. */
  news() {
    return [...this.known.values()].filter((it) => it.at > this.begun);
  }

  /** The days of a phone, counted from the beginning, on which it got a message that begins so. */
  days(phone, code, id) {
    const found = this.news().filter((it) => it.phone === phone && this.words.has(code, id, it.text));
    return found.map((it) => (date(it.at, MADRID) - date(this.begun, MADRID)) / DAY);
  }

  came(phone, code, expected) {
    for (const [id, days] of Object.entries(expected)) {
      const found = this.days(phone, code, id);
      check(found.join() === days.join(), `${id} comes to phone ${phone} on day ${days}, and it came on day ${found}`);
    }
  }

  /** “Until something happens”, until so many days have passed. */
  async passes(days) {
    const now = () => Math.max(this.begun, ...this.news().map((it) => it.at));
    for (let n = 0; now() < this.begun + days * DAY; n++) {
      check(n < 80, "time passes");
      await this.visitor.moves("something");
      await this.reads();
    }
  }

  /** Nothing but what is urgent comes in anybody's night, and each phone shows its own hours. */
  humane() {
    const news = this.news();
    check(news.length > 10, `something came: ${news.length}`);
    for (const it of news) {
      const local = hour(it.at, this.zone(it.phone));
      check(it.shown === local, `phone ${it.phone} shows ${local}, not ${it.shown}`);
      const day = local >= "08:00" && local < "21:00";
      // What a human hands over arrives when she does it, but without a sound.
      const handed = it.silent && this.words.has("en", "case-coord-handed", it.text);
      check(day || handed || it.text.includes("🔴"), `at ${local} on phone ${it.phone}: ${it.text}`);
    }
  }
}

/** Nobody ever writes: both are reminded and asked; then the case climbs, all of it on the only coordinator's phone. */
export async function nobodyWrites(visitor, words) {
  const diary = await Diary.begins(visitor, words);
  await diary.passes(23);
  diary.humane();
  diary.came(AMINA, "ar", { "missed-mentee-hello": [3], "missed-any-hello-again": [10], "checkin-mentee-talked": [17, 19], "checkin-any-again": [19] });
  diary.came(TOMAS, "es", { "missed-mentor-hello": [3], "missed-any-hello-again": [7], "checkin-mentor-mood": [14, 16], "checkin-any-again": [16] });
  // Digests on working days, from the first quiet days on; the case, overdue, a decision to be taken, the lead.
  diary.came(VERA, "en", {
    "case-coord-digest-quiet": [4, 7], "case-coord-digest-waiting": [15, 16, 17, 18, 21, 22, 23],
    "case-coord-no-kickoff": [14, 17], "case-coord-nobody": [17], "case-coord-again": [21], "case-coord-decide": [21, 23], "case-coord-climbed": [23],
  });
  await atNight(diary);
}

/** What is urgent comes at any hour, and climbs by the minute until somebody takes it. */
async function atNight(diary) {
  const { visitor } = diary;
  while (!(await visitor.when()).includes("23:")) await visitor.moves("hour");
  await visitor.pressesAll(AMINA, "🆘", "🛟");
  await visitor.sees(VERA, "Somebody does not feel safe");
  const cards = () => diary.news().filter((it) => it.phone === VERA && it.text.includes("🔴"));
  await diary.reads();
  for (let n = 0; cards().length < 6; n++) {
    check(n < 12, "an urgent case climbs");
    await visitor.moves("something");
    await diary.reads();
  }
  const all = cards();
  const minutes = all.map((it) => Math.round((it.at - all[0].at) / 60_000));
  check(minutes.join() === "0,15,30,60,120,180", `an urgent case climbs at once, not after ${minutes}`);
  check(all[2].text.includes("Please call now: Eva"), `the second contact is a number to ring: ${all[2].text}`);
  check(diary.words.has("en", "case-coord-climbed", all[3].text), `the lead is told: ${all[3].text}`);
  await visitor.presses(VERA, "👤");
  await visitor.moves("day");
  await diary.reads();
  check(cards().length === 6, "nobody is told any more");
}

/** The mentee writes late in the evening, and nobody answers; all of it lets people sleep. */
export async function lateEvening(visitor, words) {
  while (!(await visitor.when()).includes("23:")) await visitor.moves("hour");
  await visitor.writes(AMINA, "هل أنت هنا؟");
  await visitor.sees(TOMAS, "هل أنت هنا؟");
  const diary = await Diary.begins(visitor, words);
  await diary.passes(21);
  diary.humane();
  diary.came(TOMAS, "es", { "missed-mentor-waits": [4], "missed-any-talked": [11] });
  diary.came(AMINA, "ar", { "missed-any-talked": [11] });
  diary.came(VERA, "en", { "case-coord-mentee-waits": [8, 11], "case-coord-nobody": [11], "case-coord-again": [15], "case-coord-climbed": [17] });
}

/** The free phone is a coordinator's on the other side of an ocean. The case is handed to her, and climbs from her phone to Vera's. */
export async function farAway(visitor, words) {
  await joins(visitor);
  await visitor.clicks(`[data-place="${AMINA}"] .chips button`);
  await until("the greeting", () => visitor.page.$(`[data-place="${TOMAS}"] .passed`));
  const diary = await Diary.begins(visitor, words, { [FREE]: "America/Bogota" });
  await diary.passes(7);
  diary.came(VERA, "en", { "case-coord-mentee-waits": [7] });
  await visitor.pressesAll(VERA, "➕", "➕", "🔁", "Robin");
  await visitor.sees(FREE, "This case is handed to you");
  await diary.passes(21);
  diary.humane();
  diary.came(FREE, "en", { "case-coord-nobody": [10], "case-coord-again": [14], "case-coord-climbed": [] });
  diary.came(VERA, "en", { "case-coord-nobody": [], "case-coord-climbed": [16] });
}

async function joins(visitor) {
  await visitor.invites(VERA, "🧭", FREE);
  await visitor.presses(FREE, "English");
  await visitor.consents(FREE);
  await visitor.sees(FREE, "What should we call you");
  await visitor.writes(FREE, "Robin");
  await visitor.presses(FREE, "✏️");
  await visitor.sees(FREE, "Look at a clock");
  await visitor.writes(FREE, "Bogota");
}
