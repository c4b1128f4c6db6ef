// One message, or one album, as a bubble.

import { photo, map, sticker, voice } from "./art.js";
import { upload } from "./api.js";
import { button, make, unseen } from "./dom.js";
import { rich } from "./rich.js";
import { hour } from "./words.js";

/** A list item for messages that belong together: one, or the parts of an album. */
export function bubble(parts, phone) {
  const [first] = parts;
  const last = parts.at(-1);
  const says = phone.words;
  const bare = first.kind === "sticker" || first.kind === "dice";
  const meta = make(
    "span", { class: "meta", dir: "ltr" },
    last.silent && !last.mine ? make("span", { title: says.silent, "aria-hidden": "true" }, "🔕 ") : "",
    last.edited ? `${says.edited} ` : "",
    make("time", { dateTime: new Date(last.at).toISOString() }, hour(last.at, phone.look.zone)),
    last.mine ? make("span", { class: "ticks", "aria-hidden": "true" }, " ✓✓") : "",
  );
  const body = make(
    "div", { class: bare ? "bubble bare" : "bubble" },
    first.reply_to ? quoted(first, phone) : "",
    ...media(parts, phone),
    text(parts, phone),
    meta,
    reactions(parts),
  );
  const kind = `msg ${first.mine ? "mine" : "theirs"}${first.copied ? " passed" : ""}${first.buttons.length ? " asks" : ""}`;
  const item = make(
    "li", { class: kind, tabIndex: -1, id: `p${phone.place}m${first.id}`, "data-id": first.id },
    unseen(first.mine ? "" : first.copied ? `${says.passed}: ` : "Lazo: "),
    body,
    first.buttons.length ? keyboard(first, phone) : "",
    button({ class: "dots", tabIndex: -1, "aria-haspopup": "menu", "aria-label": says.more, title: says.more,
      onclick: (event) => phone.offers(last, event.currentTarget) }, "⋯"),
  );
  item.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    phone.offers(last, item, { x: event.clientX, y: event.clientY });
  });
  item.addEventListener("dblclick", (event) => {
    if (!event.target.closest("button")) phone.replies(last);
  });
  return item;
}

function quoted(message, phone) {
  const to = phone.message(message.reply_to);
  const words = message.quote ?? (to ? glimpse(to, phone.words) : "…");
  return button(
    { class: "quoted", tabIndex: -1, "aria-label": `${phone.words.reply}: ${words}`, onclick: () => phone.shows(message.reply_to) },
    make("span", { dir: "auto" }, words),
  );
}

const ICONS = { photo: "🖼", voice: "🎤", sticker: "🌟", location: "📍", contact: "👤", document: "📎", video: "🎬" };

/** A message in a few words. */
export function glimpse(message, says) {
  const words = message.text.trim().split("\n")[0].slice(0, 80);
  return words || `${ICONS[message.kind] ?? "💬"} ${says[message.kind] ?? ""}`.trim();
}

function media(parts, phone) {
  const says = phone.words;
  const [message] = parts;
  if (parts.length > 1) {
    return [make("div", { class: "album" }, ...parts.map((part, at) => photo(part.original, `${says.photo} ${at + 1}`)))];
  }
  switch (message.kind) {
    case "photo":
      return [message.file
        ? make("img", { class: "upload", src: upload(message.file), alt: message.text || "QR", width: 200, height: 200 })
        : photo(message.original, says.photo)];
    case "voice":
      return [make("div", { class: "voice" }, make("span", { class: "play", "aria-hidden": "true" }, "▶"),
        voice(message.original, says.voice), make("span", { class: "length", dir: "ltr" }, "0:03"))];
    case "sticker":
      return [make("span", { class: "sticker", role: "img", "aria-label": says.sticker }, sticker(message.original))];
    case "location":
      return [map(says.location)];
    case "contact":
      return [make("div", { class: "card" }, make("span", { class: "face", "aria-hidden": "true" }, "👤"),
        make("span", {}, make("strong", { dir: "auto" }, message.more?.first_name ?? ""), make("br"),
          make("span", { dir: "ltr" }, message.more?.phone_number ?? "")))];
    case "document":
      return [make("div", { class: "card" }, make("span", { class: "face", "aria-hidden": "true" }, "📄"),
        make("strong", { dir: "ltr" }, message.more?.file_name ?? says.document))];
    case "text":
      return [];
    default:
      return message.text ? [] : [make("em", {}, `[${message.kind.replaceAll("_", " ")}]`)];
  }
}

function text(parts, phone) {
  const message = parts.find((part) => part.text);
  if (!message) return "";
  return make("div", { class: "text", dir: "auto" }, ...rich(message.text, message.entities, phone.does));
}

function reactions(parts) {
  const shown = parts.flatMap((part) => [...part.reactions, ...(part.reaction ? [part.reaction] : [])]);
  if (!shown.length) return "";
  return make("span", { class: "reactions" }, ...shown.map((emoji) => make("span", {}, emoji)));
}

function keyboard(message, phone) {
  return make(
    "div", { class: "inline" },
    ...message.buttons.map((row, r) =>
      make("div", { class: "row" }, ...row.map((key, c) =>
        button({ class: key.style ?? "", onclick: (event) => phone.presses(message, r, c, key, event.currentTarget) },
          make("span", { dir: "auto" }, key.text),
          key.url || key.copy_text ? make("span", { class: "sort", "aria-hidden": "true" }, key.url ? "↗" : "⧉") : "")))),
  );
}
