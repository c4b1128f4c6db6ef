// One phone: its owner, its chat with the bot, its keyboard.

import { act, No } from "./api.js";
import { bubble } from "./bubble.js";
import { Compose } from "./compose.js";
import { arrange, button, make, say, unseen } from "./dom.js";
import { show } from "./menu.js";
import { day, direction, HERE, LANGUAGES, words } from "./words.js";

const EMOJI = ["❤", "👍", "🙏", "😁", "🎉", "😢", "🔥", "👏"];
const FACES = ["🌱", "🤝", "🧭", "📱"];

/** All phones, in the order of the cast. */
export const phones = [];

export class Phone {
  constructor(place) {
    this.place = place;
    this.items = new Map();
    this.look = { messages: [], language: "en", menu: [], refusals: [] };
    this.answered = null;
    this.does = {
      command: (words) => this.acts({ say: { text: words } }),
      link: (link, from) => this.follows(link, from),
    };
    this.build();
  }

  get words() {
    return words(this.look.language);
  }

  build() {
    this.name = make("h2", { id: `name${this.place}` });
    this.part = make("span", { class: "part" });
    this.language = make(
      "select", { "aria-label": "The phone’s language", title: "The phone’s language",
        onchange: (event) => this.acts({ language: { code: event.target.value } }) },
      ...Object.entries(LANGUAGES).map(([code, name]) => make("option", { value: code, lang: code }, name)),
    );
    this.dots = button({ class: "plain", "aria-haspopup": "menu", onclick: (event) => this.options(event.currentTarget) }, "⋮");
    this.list = make("ol", { class: "list" });
    this.empty = make("div", { class: "empty" });
    this.log = make("div", { class: "log", role: "log", tabIndex: 0, "aria-live": "off" }, this.list, this.empty);
    this.log.addEventListener("keydown", (event) => this.walks(event));
    // Whoever reads the newest message goes on doing so, whatever comes or changes its size.
    this.low = true;
    this.top = 0;
    this.log.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = this.log;
      if (scrollHeight - scrollTop - clientHeight < 60) this.low = true;
      else if (scrollTop < this.top) this.low = false;
      this.top = scrollTop;
    });
    new ResizeObserver(() => this.sinks()).observe(this.log);
    this.alert = make("div", { class: "alert", role: "alert" });
    this.keys = make("div", { class: "keys", role: "group", "aria-label": "Keyboard" });
    this.compose = new Compose(this);
    this.head = make("div", { class: "head" });
    this.screen = make("div", { class: "screen" }, this.head, this.log, this.alert, this.compose.node, this.keys);
    this.node = make(
      "section", { class: "phone", "aria-labelledby": `name${this.place}`, "data-place": this.place },
      make("div", { class: "owner" }, make("span", { class: `face f${this.place}`, "aria-hidden": "true" }, FACES[this.place]),
        make("div", { class: "who" }, this.name, this.part), this.language, this.dots),
      this.screen,
    );
    this.tab = button({ onclick: () => this.comes() },
      make("span", { "aria-hidden": "true" }, FACES[this.place]), (this.tabName = make("span")), (this.badge = make("b")));
  }

  /** Comes to the front on a narrow screen. */
  comes() {
    for (const phone of phones) {
      const front = phone === this;
      phone.node.classList.toggle("front", front);
      phone.tab.setAttribute("aria-current", front ? "true" : "false");
    }
    this.badge.replaceChildren();
    this.sinks();
  }

  sinks() {
    if (this.low) this.log.scrollTop = this.log.scrollHeight;
  }

  message(id) {
    return this.look.messages.find((message) => message.id === id);
  }

  /** Shows what the phone shows now. */
  update(look) {
    const first = this.answered === null;
    const before = this.look;
    this.look = look;
    const { language } = look;
    this.name.textContent = this.tabName.textContent = look.name;
    const where = look.zone === HERE ? "" : ` · in ${look.zone.split("/").at(-1).replaceAll("_", " ")}`;
    this.part.textContent = look.started ? look.part + where : "not joined yet";
    this.dots.setAttribute("aria-label", `More about ${look.name}’s phone`);
    this.language.value = language;
    this.screen.lang = language;
    this.screen.dir = direction(language);
    this.log.setAttribute("aria-label", `${look.name}: ${this.words.chat}`);
    this.head.replaceChildren(
      make("img", { src: "/page/lazo.svg", alt: "", width: 32, height: 32 }),
      make("div", {}, make("strong", {}, "Lazo"), make("small", {}, this.words.bot)));
    const other = before.language !== language || before.zone !== look.zone;
    this.fills(other);
    this.keyboard(other || JSON.stringify(before.keyboard) !== JSON.stringify(look.keyboard));
    this.compose.update(look);
    this.empties();
    if (!first && look.answered > this.answered) this.toast(look.toast);
    this.answered = look.answered;
    if (first) {
      setTimeout(() => this.log.setAttribute("aria-live", "polite"), 500);
    } else if (look.messages.length && before.messages.at(-1)?.id !== look.messages.at(-1).id) {
      const hidden = this.node.offsetParent === null;
      if (hidden) this.badge.replaceChildren("●", unseen("new messages"));
    }
  }

  /** The messages, with days between them, and what Telegram refused. */
  fills(anew) {
    if (anew) this.items.clear();
    const wanted = [];
    const held = new Map();
    const place = (key, json, draw) => {
      let item = this.items.get(key);
      if (item?.json !== json) item = { json, node: this.swaps(item?.node, draw()) };
      held.set(key, item);
      wanted.push(item.node);
    };
    const refusals = [...this.look.refusals];
    const refuse = (until) => {
      while (refusals.length && refusals[0].after < until) {
        const { after, why } = refusals.shift();
        place(`r${after}/${refusals.length}`, why, () => make("li", { class: "refusal" }, `Telegram refuses: ${why}`));
      }
    };
    let last = "";
    for (const parts of albums(this.look.messages)) {
      refuse(parts[0].id);
      const name = day(parts[0].at, this.look.language, this.look.zone);
      if (name !== last) place(`d${name}`, name, () => make("li", { class: "day" }, make("span", {}, name)));
      last = name;
      const answers = parts[0].reply_to && this.message(parts[0].reply_to)?.text;
      place(`m${parts[0].id}`, JSON.stringify([parts, answers]), () => bubble(parts, this));
    }
    refuse(Infinity);
    this.items = held;
    const low = this.low;
    arrange(this.list, wanted);
    this.low = low || this.look.messages.at(-1)?.mine;
    this.sinks();
  }

  /** A new node in the place of an old one; whoever was in the old one is in the new one then. */
  swaps(old, node) {
    if (old?.contains(document.activeElement)) queueMicrotask(() => node.focus());
    return node;
  }

  empties() {
    const { started, blocked, name } = this.look;
    this.empty.hidden = started;
    this.screen.classList.toggle("blocked", blocked);
    this.screen.classList.toggle("new", !started);
    if (!started) {
      this.empty.replaceChildren(
        make("p", { class: "big", "aria-hidden": "true" }, "👋"),
        make("p", { lang: "en", dir: "ltr" }, name === "Free phone"
          ? "This phone is yours. Let Vera invite somebody (/invite) and tap the link on her phone to open it here."
          : "Nobody has opened the bot on this phone yet."));
    }
  }

  keyboard(changed) {
    if (!changed) return;
    const rows = this.look.keyboard ?? [];
    this.keys.hidden = rows.length === 0;
    this.keys.replaceChildren(...rows.map((row) => make("div", { class: "row" },
      ...row.map((label) => button({ onclick: () => this.acts({ key: { label } }) }, make("span", { dir: "auto" }, label))))));
  }

  toast(toast) {
    if (!toast?.text) return;
    clearTimeout(this.fading);
    this.alert.replaceChildren(make("p", { dir: "auto" }, toast.text),
      toast.alert ? button({ onclick: () => this.alert.replaceChildren() }, this.words.ok) : "");
    this.alert.classList.toggle("window", toast.alert);
    if (!toast.alert) this.fading = setTimeout(() => this.alert.replaceChildren(), 5000);
  }

  /** Does something on this phone; says so if Telegram refuses. */
  async acts(wish) {
    try {
      await act(this.place, wish);
      return true;
    } catch (no) {
      if (!(no instanceof No)) throw no;
      say(no.refused ? `Telegram refuses: ${no.message}` : no.message);
      return false;
    }
  }

  presses(message, row, column, key, from) {
    if (key.url) return this.follows(key.url, from);
    if (key.copy_text) return this.copies(key.copy_text);
    return this.acts({ press: { message: message.id, row, column } });
  }

  async copies(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    say(`${this.words.copied}: ${text}`);
  }

  /** A link to the bot can be opened on any phone; others lead out of the demo. */
  follows(link, from) {
    if (!/^https:\/\/t\.me\//.test(link)) return say(`On a phone this opens ${link}`);
    const choices = phones.filter((phone) => !phone.look.started || phone === this || phone.place === 3).map((phone) => ({
      name: `open${phone.place}`, icon: FACES[phone.place], label: `Open on ${phone === this ? "this phone" : phone.look.name}`,
      does: async () => {
        phone.comes();
        await phone.acts({ open: { link } });
      },
    }));
    return show(from, "Open this link", choices.reverse());
  }

  /** A reply; to a part of the message, if one is chosen. */
  replies(message, chosen = "") {
    this.compose.answers(message, message.text.includes(chosen) ? chosen : "");
  }

  shows(id) {
    const item = this.list.querySelector(`[data-id="${Number(id)}"]`);
    if (!item) return;
    item.scrollIntoView({ block: "center" });
    item.focus();
    item.classList.add("flash");
    setTimeout(() => item.classList.remove("flash"), 1200);
  }

  /** The menu of a message. */
  offers(message, from, at) {
    const says = this.words;
    const mine = message.mine;
    const reacted = message.reactions.length > 0;
    const chosen = getSelection().toString().trim();
    show(from, says.more, [
      ...EMOJI.map((emoji) => ({ name: "react", icon: emoji, label: `${says.react} ${emoji}`, row: true,
        does: () => this.acts({ react: { message: message.id, emoji } }) })),
      ...(reacted ? [{ name: "unreact", icon: "✖", label: says.off, does: () => this.acts({ react: { message: message.id, emoji: null } }) }] : []),
      { name: "reply", icon: "↩", label: says.reply, does: () => this.replies(message, chosen) },
      ...(mine && message.text ? [{ name: "edit", icon: "✏", label: says.edit, does: () => this.compose.edits(message) }] : []),
      ...(mine ? [{ name: "undo", icon: "↶", label: says.undo, about: "/undo", does: () => this.acts({ undo: { message: message.id } }) }] : []),
      ...(message.text ? [{ name: "copy", icon: "⧉", label: says.copy, does: () => this.copies(message.text) }] : []),
    ], { at, always: true, lang: this.look.language, dir: direction(this.look.language) });
  }

  /** What the owner can do with her phone. */
  options(from) {
    const { blocked, started, menu } = this.look;
    const says = this.words;
    show(from, "This phone", [
      ...menu.map(([name, about]) => ({ name: `command-${name}`, label: `/${name}`, about, does: () => this.acts({ say: { text: `/${name}` } }) })),
      blocked
        ? { name: "unblock", icon: "🔓", label: `${says.unblock} · Unblock the bot`, does: () => this.acts("unblock") }
        : started && { name: "block", icon: "⛔", label: "Block the bot", does: () => this.acts("block") },
      started && { name: "voiceless", icon: "🔇", label: "Take no voice messages", about: "as Premium users can", does: () => this.acts("voiceless") },
      !started && { name: "start", icon: "▶", label: "Press Start without a link", does: () => this.acts("start") },
    ].filter(Boolean));
  }

  /** Arrows go from message to message; Enter opens a message's menu. */
  walks(event) {
    const item = event.target.closest(".msg");
    if (event.key === "Enter" && item === event.target) {
      const message = this.message(Number(item.dataset.id));
      if (message) this.offers(message, item);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const all = [...this.list.querySelectorAll(".msg")];
      const at = item ? all.indexOf(item) + (event.key === "ArrowUp" ? -1 : 1) : all.length - 1;
      all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
    } else return;
    event.preventDefault();
  }
}

/** Messages, with the parts of an album together. */
function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.album && last?.[0].album === message.album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}
