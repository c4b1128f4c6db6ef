// The line one writes in, with what it answers or edits above it, and the paper clip.

import { glimpse, KINDS } from "./bubble.js";
import { button, make } from "./dom.js";
import { icon } from "./icons.js";
import { show } from "./menu.js";
import { direction } from "./words.js";

const THINGS = ["photo", "album", "voice", "sticker", "location", "contact", "document"];

/** A greeting for a mentee or a mentor who does not know what to write. */
const GREETINGS = {
  en: ["Hello Tomás! How are you?", "Hello! How is your week?"],
  es: ["¡Hola, Tomás! ¿Qué tal?", "¡Hola! ¿Cómo va la semana?"],
  ar: ["مرحبا توماس! كيف حالك؟", "مرحبا! كيف كان أسبوعك؟"],
};

export class Compose {
  constructor(phone) {
    this.phone = phone;
    this.about = null;
    this.above = make("div", { class: "above", hidden: true });
    this.chips = make("div", { class: "chips" });
    this.clip = button({ class: "plain", "data-do": "attach", "aria-haspopup": "menu", onclick: (event) => this.attaches(event.currentTarget) }, icon("clip"));
    this.slash = button({ class: "plain slash", "data-do": "commands", "aria-haspopup": "menu", onclick: (event) => this.commands(event.currentTarget) }, icon("slash"));
    this.field = make("textarea", { rows: 1, dir: "auto", maxLength: 5000, autocomplete: "off" });
    this.field.addEventListener("input", () => this.grows());
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.sends();
      } else if (event.key === "Escape") {
        this.forgets();
      }
    });
    this.send = make("button", { type: "submit", class: "send" }, icon("send"));
    this.by = make("select", { class: "by", "aria-label": "On whose phone", title: "On whose phone", hidden: true });
    this.form = make("form", { class: "line" }, this.by, this.clip, this.field, this.slash, this.send);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.sends();
    });
    this.instead = button({ class: "instead" });
    this.node = make("div", { class: "compose" }, this.above, this.chips, this.form, this.instead);
  }

  update(look) {
    const says = this.phone.words;
    this.field.placeholder = look.placeholder ?? says.message;
    this.turns();
    this.field.setAttribute("aria-label", `${look.name}: ${look.placeholder ?? says.message}`);
    for (const [node, label] of [[this.clip, says.attach], [this.slash, says.commands], [this.send, says.send]]) {
      node.setAttribute("aria-label", label);
      node.title = label;
    }
    this.slash.hidden = look.menu.length === 0;
    this.clip.hidden = look.group;
    this.form.hidden = look.blocked || !look.started;
    this.instead.hidden = !this.form.hidden || look.free;
    this.instead.textContent = look.blocked ? says.unblock : says.start;
    this.instead.onclick = () => this.phone.acts(look.blocked ? "unblock" : "start");
    this.greets(look);
  }

  /** Something to say, until something was said. */
  greets(look) {
    const said = look.messages.at(-1)?.mine || look.messages.some((message) => message.copied);
    const free = look.talks && !look.messages.at(-1)?.buttons.length;
    const greeting = GREETINGS[look.language]?.[this.phone.place];
    const linked = look.messages.some((message) => message.text.startsWith("/linkgroup"));
    const chips = look.group ? (linked ? [] : ["/linkgroup"]) : said || !free || this.used || !greeting ? [] : [greeting];
    if (chips.join() === this.shown) return;
    this.shown = chips.join();
    this.chips.replaceChildren(...chips.map((words) =>
      button({ onclick: () => { this.used = true; this.phone.acts({ say: { text: words } }); } }, make("span", { dir: "auto" }, words))));
  }

  /** An empty field begins where the phone's language does; what is written in it, where its own does. */
  turns() {
    this.field.dir = this.field.value ? "auto" : direction(this.phone.look.language);
  }

  /** Who of the team writes in the group. */
  members(staff) {
    const key = JSON.stringify(staff);
    if (this.staff === key) return;
    this.staff = key;
    const before = this.by.value;
    this.by.replaceChildren(...staff.map(({ place, name }) => make("option", { value: place }, name)));
    if (staff.some(({ place }) => String(place) === before)) this.by.value = before;
    this.by.hidden = staff.length < 2;
  }

  grows() {
    this.turns();
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 120)}px`;
  }

  async sends() {
    const text = this.field.value;
    if (!text.trim()) return;
    const about = this.about;
    const wish = about?.edits
      ? { edit: { message: about.message.id, text } }
      : { say: about ? { text, reply_to: about.message.id, quote: about.quote || undefined } : { text } };
    this.field.value = "";
    this.grows();
    this.used = true;
    if (await this.phone.acts(wish)) this.forgets();
    else this.field.value = text;
  }

  answers(message, quote) {
    this.shows({ message, quote }, "reply", quote || glimpse(message, this.phone.words));
  }

  edits(message) {
    this.shows({ message, edits: true }, "edit", `${this.phone.words.editing}: ${glimpse(message, this.phone.words)}`);
    this.field.value = message.text;
    this.grows();
  }

  shows(about, drawn, words) {
    this.about = about;
    this.above.hidden = false;
    const cancel = this.phone.words.cancel;
    this.above.replaceChildren(
      icon(drawn), make("span", { class: "words", dir: "auto" }, words),
      button({ class: "plain", "aria-label": cancel, title: cancel, onclick: () => this.forgets() }, icon("close")));
    this.field.focus();
  }

  forgets() {
    if (this.about?.edits) this.field.value = "";
    this.about = null;
    this.above.hidden = true;
    this.grows();
  }

  attaches(from) {
    const says = this.phone.words;
    const { language } = this.phone.look;
    show(from, says.attach, THINGS.map((what) => ({
      name: what, icon: KINDS[what], label: says[what],
      does: async () => {
        const reply_to = this.about && !this.about.edits ? this.about.message.id : undefined;
        if (await this.phone.acts({ send: { what, reply_to } })) this.forgets();
      },
    })), { lang: language, dir: direction(language) });
  }

  commands(from) {
    const { menu, language } = this.phone.look;
    show(from, this.phone.words.commands, menu.map(([name, about]) => ({
      name: `command-${name}`, label: `/${name}`, dir: "ltr", about, does: () => this.phone.acts({ say: { text: `/${name}` } }),
    })), { lang: language, dir: direction(language) });
  }
}
