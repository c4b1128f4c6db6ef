// One phone: its owner, its chat with the bot, its keyboard.

import { act, No } from "./api.js";
import { bubble } from "./bubble.js";
import { Compose } from "./compose.js";
import { arrange, button, make, say, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { follow, offer, options } from "./menus.js";
import { day, direction, HERE, LANGUAGES, words } from "./words.js";

/** As whom somebody can join with a phone of the visitor's. */
const PARTS = [["mentee", "Join as a mentee"], ["mentor", "Join as a mentor"], ["coordinator", "Join as a coordinator"]];
const MORE = [["beside", "Sit beside Vera: a second coordinator, who has joined already"], ["founder", "Set up a programme of your own"]];

/** Time between two messages that come together, as they are shown, in milliseconds. */
const BEAT = 420;

/** All phones, by their places in the cast. */
export const phones = [];

/** Whether anything was done in this world that somebody would miss. */
export const touched = { yes: false };

export class Phone {
  constructor(place) {
    this.place = place;
    this.items = new Map();
    this.look = { messages: [], language: "en", menu: [], refusals: [], name: "", part: "" };
    this.answered = null;
    this.does = {
      command: (words) => this.acts({ say: { text: words } }),
      link: (link, from) => follow(this, link, from),
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
    this.dots = button({ class: "plain", "aria-haspopup": "menu", onclick: (event) => options(this, event.currentTarget) }, icon("pillar"));
    this.list = make("ol", { class: "list" });
    this.typing = make("div", { class: "typing", "aria-hidden": "true" }, make("span", {}, make("i"), make("i"), make("i")));
    this.empty = make("div", { class: "empty" });
    this.log = make("div", { class: "log", role: "log", tabIndex: 0, "aria-live": "off" },
      make("div", { class: "bones", "aria-hidden": "true" }, make("i"), make("i"), make("i")), this.list, this.empty);
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
    this.face = make("span", { class: `face f${this.place % 4}`, "aria-hidden": "true" });
    this.offer = make("div", { class: "offer", hidden: true },
      make("p", {}, "This phone is yours."),
      ...PARTS.map(([part, label]) => button({ "data-do": `join-${part}`, onclick: () => this.joins(part) }, label)),
      ...MORE.map(([part, label]) => button({ class: "quiet", "data-do": `join-${part}`, onclick: () => this.joins(part) }, label)));
    this.screen = make("div", { class: "screen" }, this.log, this.typing, this.offer, this.alert, this.compose.node, this.keys);
    this.node = make(
      "section", { class: "phone waiting", "aria-labelledby": `name${this.place}`, "data-place": this.place },
      make("div", { class: "owner" }, this.face, make("div", { class: "who" }, this.name, this.part), this.language, this.dots),
      this.screen,
    );
    this.tab = button({ onclick: () => this.comes() }, (this.tabName = make("span")), (this.badge = make("b")));
  }

  async joins(part) {
    for (const each of this.offer.querySelectorAll("button")) each.disabled = true;
    await this.acts({ join: { part } });
    for (const each of this.offer.querySelectorAll("button")) each.disabled = false;
    if (part !== "beside") this.log.focus();
  }

  /** Comes to the front on a narrow screen. */
  comes() {
    for (const phone of phones.filter(Boolean)) {
      const front = phone === this;
      phone.node.classList.toggle("front", front);
      phone.tab.setAttribute("aria-current", front ? "true" : "false");
    }
    this.badge.replaceChildren();
    const { parentElement: stage, offsetLeft, offsetWidth } = this.node;
    const seen = stage && offsetLeft >= stage.scrollLeft && offsetLeft + offsetWidth <= stage.scrollLeft + stage.clientWidth;
    if (stage && !seen) stage.scrollLeft = offsetLeft - 16;
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
    this.part.textContent = look.group || (look.started && !look.free) ? look.part + where : "not joined yet";
    this.face.replaceChildren(look.group ? icon("group") : look.free ? icon("phone") : look.name.slice(0, 1));
    this.node.classList.remove("waiting");
    this.node.classList.toggle("group", look.group);
    this.language.hidden = look.group;
    this.dots.hidden = look.group;
    this.offer.hidden = !look.free;
    if (look.group) this.members();
    this.dots.setAttribute("aria-label", `More about ${look.name}’s phone`);
    this.language.value = language;
    this.screen.lang = language;
    this.screen.dir = direction(language);
    this.log.setAttribute("aria-label", `${look.name}: ${this.words.chat}`);
    const other = before.language !== language || before.zone !== look.zone;
    this.fills(other, first);
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

  /** Whoever of the team has a phone here can write in the group. */
  members() {
    const staff = phones.filter((phone) => ["coordinator", "lead"].includes(phone?.look.part) && phone.look.started);
    this.compose.members(staff.map((phone) => ({ place: phone.place, name: phone.look.name })));
  }

  /** The messages, with days between them, and what Telegram refused. What arrives moves, one after the other. */
  fills(anew, quiet) {
    if (anew) this.items.clear();
    // On the tour one sees that somebody writes.
    const slow = document.body.classList.contains("touring") ? 600 : 0;
    let beat = 0;
    const newest = this.newest ?? 0;
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
        place(`r${after}/${refusals.length}`, why, () => make("li", { class: "refusal", lang: "en", dir: "ltr" },
          make("small", {}, "Only the demo shows this"), ` Telegram did not let the bot: ${why}`));
      }
    };
    let last = "";
    for (const parts of albums(this.look.messages)) {
      refuse(parts[0].id);
      const name = day(parts[0].at, this.look.language, this.look.zone);
      if (name !== last) place(`d${name}`, name, () => make("li", { class: "day" }, make("span", {}, name)));
      last = name;
      const answers = parts[0].reply_to && this.message(parts[0].reply_to)?.text;
      place(`m${parts[0].id}`, JSON.stringify([parts, answers]), () => {
        const node = bubble(parts, this);
        if (parts[0].id > newest && !quiet && !anew) {
          node.classList.add("fresh");
          if (!parts[0].mine) node.style.animationDelay = `${slow + Math.min(beat++, 6) * BEAT}ms`;
        }
        return node;
      });
    }
    if (slow && beat) {
      this.typing.classList.remove("on");
      void this.typing.offsetWidth;
      this.typing.classList.add("on");
    }
    this.newest = Math.max(newest, ...this.look.messages.map((message) => message.id));
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
    const { started, blocked, free, group, messages } = this.look;
    this.empty.hidden = started && !(group && !messages.length);
    this.screen.classList.toggle("blocked", blocked);
    this.screen.classList.toggle("new", !started);
    if (this.empty.hidden) return;
    this.empty.replaceChildren(make("p", { lang: "en", dir: "ltr" }, free
      ? "Vera invites you, whoever you choose to be. Links on her phone can be opened here, too."
      : "Nobody has opened the bot on this phone yet."));
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
      touched.yes = true;
      await act(this.place, wish, this.look.group ? Number(this.compose.by.value) : 0);
      return true;
    } catch (no) {
      if (!(no instanceof No)) throw no;
      say(no.refused ? `Telegram refuses: ${no.message}` : no.message);
      return false;
    }
  }

  presses(message, row, column, key, from) {
    from.classList.remove("pressed");
    void from.offsetWidth;
    from.classList.add("pressed");
    if (key.url) return follow(this, key.url, from);
    if (key.copy_text) return this.copies(key.copy_text);
    return this.acts({ press: { message: message.id, row, column } });
  }

  async copies(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    say(`${this.words.copied}: ${text}`);
  }

  /** A reply; to a part of the message, if one is chosen. */
  replies(message, chosen = "") {
    this.compose.answers(message, message.text.includes(chosen) ? chosen : "");
  }

  offers(message, from, at) {
    offer(this, message, from, at);
  }

  shows(id) {
    const item = this.list.querySelector(`[data-id="${Number(id)}"]`);
    if (!item) return;
    item.scrollIntoView({ block: "center" });
    item.focus();
    item.classList.add("flash");
    setTimeout(() => item.classList.remove("flash"), 1200);
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
