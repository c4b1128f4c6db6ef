// The words of the bot in each language, as its locales have them: which language is this that stands on a screen?

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const LANGUAGES = ["en", "es", "ar"];

/** What people, places and languages are called is the same in every language. */
const NAMES = `Lazo Telegram Amina Tomás Vera Robin Nora Casa Ana Madrid España Eva beta
  English Wolof Pulaar Bamanankan Mandinka Lingála Tamaziɣt हिन्दी ਪੰਜਾਬੀ Afaan Oromoo 中文 Polski Kurmancî سۆرانی کوردیی Español Català Italiano Dansk Português Français Deutsch Română Türkçe Kurdî Shqip Soomaali العربية فارسی دری پښتو اردو کوردی`;

/** Telegram's isolates and marks have no shape. */
export const bare = (text) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, "");
const words = (text) => bare(text).toLowerCase().match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
const names = new Set(words(NAMES));

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export class Words {
  constructor(folder) {
    this.said = Object.fromEntries(LANGUAGES.map((code) => [code, read(join(folder, code))]));
    this.own = {};
    for (const code of LANGUAGES) {
      const all = [...this.said[code].values()].flatMap((it) => words(it.text.replace(/\{[^}]*\}|<[^>]*>/g, " ")));
      this.own[code] = new Set([...all, ...calendar(code)]);
    }
    // What nobody has reviewed in Spanish and Arabic is followed by the original.
    this.solemn = [...this.said.en].filter(([, it]) => it.solemn).map(([id]) => id);
  }

  /** A message without variables, as it is seen. */
  text(code, id) {
    const found = this.said[code].get(id);
    if (!found) throw new Error(`${id} is not in ${code}`);
    return found.text.replace(/<[^>]*>/g, "");
  }

  /** Patterns of a message's lines, whatever its variables are. */
  lines(code, id) {
    const lines = this.text(code, id).split("\n").filter((line) => !/^(\{ \$\w+ ->|\})$/.test(line));
    const spoken = lines.filter((line) => words(line.replace(/\{[^}]*\}/g, "")).length);
    return spoken.map((line) => new RegExp(`^${line.split(/\{[^}]*\}/).map(escaped).join(".+")}$`, "u"));
  }

  /** Whether a text has this message's first line, in one of its forms. */
  has(code, id, text) {
    const lines = this.lines(code, id);
    const firsts = this.text(code, id).startsWith("{ $") ? lines : lines.slice(0, 1);
    return bare(text).split("\n").some((line) => firsts.some((first) => first.test(line.trim())));
  }

  /** Words on a screen that are not of this language; none, if all is well. */
  strange(code, text) {
    const lines = bare(text).split("\n").map((line) => line.trim());
    // An original stands there only below its translation, and is the whole screen's.
    const translated = code === "en" ? [] : this.solemn.filter((id) => this.has(code, id, text));
    const originals = translated.flatMap((id) => this.lines("en", id));
    const below = translated.length ? lines.findIndex((line) => line === "———") : -1;
    return lines.flatMap((line, at) => {
      if (originals.some((original) => original.test(line))) return [];
      const plain = words(line.replace(/https:\/\/\S+|(?<!\S)\/[a-z]+|[FM]-\d+/g, " ")).filter((word) => !names.has(word));
      if (below >= 0 && at > below && !plain.some((word) => this.isStrange("en", word))) return [];
      return plain.filter((word) => this.isStrange(code, word));
    });
  }

  isStrange(code, word) {
    if (code === "ar" && /\p{Script=Latin}/u.test(word)) return true;
    if (code !== "ar" && /\p{Script=Arabic}/u.test(word)) return true;
    return !this.own[code].has(word) && LANGUAGES.some((other) => other !== code && this.own[other].has(word));
  }
}

/** All messages of a language, and of their buttons: `id` and `id.button`. */
function read(folder) {
  const said = new Map();
  for (const file of readdirSync(folder).filter((it) => it.endsWith(".ftl"))) {
    let solemn = false;
    let now = null;
    let message = "";
    const begins = (id, text, solemn) => said.set(id, (now = { text, solemn }));
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const [, id, text] = line.match(/^([a-z][a-z0-9-]*) =\s?(.*)$/) ?? [];
      const [, button, label] = line.match(/^ {4}\.([a-z-]+) =\s?(.*)$/) ?? [];
      if (line.startsWith("#")) solemn ||= line === "# SAFETY";
      else if (id) {
        begins((message = id), text, solemn);
        solemn = false;
      } else if (button) begins(`${message}.${button}`, label, false);
      else if (now) now.text += `\n${line.trim().replace(/^\*?\[\w+\] /, "")}`;
    }
  }
  for (const it of said.values()) it.text = it.text.trim();
  return said;
}

/** Weekdays and months. */
function calendar(code) {
  const format = new Intl.DateTimeFormat(code, { weekday: "long", month: "long", day: "numeric" });
  const days = Array.from({ length: 12 }, (_, month) => Array.from({ length: 7 }, (_, day) => new Date(2026, month, day + 1)));
  return days.flat().flatMap((day) => words(format.format(day)));
}
