// One message, or one album, as a bubble.

import { photo, map, sticker, voice } from "./art.js";
import { upload } from "./api.js";
import { button, make, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { rich } from "./rich.js";
import { hour, meant } from "./words.js";

/** A list item for messages that belong together: one, or the parts of an album. */
export function bubble(parts, phone) {
  const [first] = parts;
  const last = parts.at(-1);
  const says = phone.words;
  const bare = first.kind === "sticker" || first.kind === "dice";
  const pictured = parts.length > 1 || (["photo", "location"].includes(first.kind) && !first.file);
  const captioned = parts.some((part) => part.text);
  const meta = make(
    "span", { class: "meta", dir: "ltr" },
    last.silent && !last.mine ? make("span", { class: "silent", title: says.silent }, icon("bell"), unseen(says.silent)) : "",
    last.edited ? `${says.edited} ` : "",
    make("time", { dateTime: new Date(last.at).toISOString() }, hour(last.at, phone.look.zone)),
    last.mine ? icon("seen") : "",
  );
  const body = make(
    "div", { class: `bubble${bare ? " bare" : ""}${pictured ? captioned ? " pictured" : " pictured alone" : ""}` },
    first.topic ? make("span", { class: "topic" }, first.topic) : "",
    first.who ? make("strong", { class: "author" }, first.who) : "",
    first.reply_to ? quoted(first, phone) : "",
    ...media(parts, phone),
    text(parts, phone),
    reactions(parts),
    meta,
  );
  const kind = `msg ${first.mine ? "mine" : "theirs"}${first.copied ? " passed" : ""}${first.buttons.length ? " asks" : ""}`;
  const item = make(
    "li", { class: kind, tabIndex: -1, id: `p${phone.place}m${first.id}`, "data-id": first.id },
    unseen(first.mine ? "" : first.copied ? `${says.passed}: ` : "Lazo: "),
    body,
    first.buttons.length ? keyboard(first, phone) : "",
    button({ class: "dots", tabIndex: -1, "aria-haspopup": "menu", "aria-label": says.more, title: says.more,
      onclick: (event) => phone.offers(last, event.currentTarget) }, icon("dots")),
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
    { class: "quoted", tabIndex: -1, dir: "auto", "aria-label": `${phone.words.reply}: ${words}`, onclick: () => phone.shows(message.reply_to) },
    words,
  );
}

/** The icon of what was sent. */
export const KINDS = { photo: "photo", album: "album", voice: "mic", sticker: "sticker", location: "place", contact: "person", document: "file", video: "play" };

/** What happens in a group besides messages. */
const SERVICE = {
  new_chat_members: "somebody joined the group", left_chat_member: "somebody left the group",
  pinned_message: "a message was pinned", forum_topic_created: "a new topic", forum_topic_edited: "a topic was changed",
  forum_topic_closed: "a topic was closed", forum_topic_reopened: "a topic was opened again",
};

/** A message in a few words. */
export function glimpse(message, says) {
  const words = message.text.trim().split("\n")[0].slice(0, 80);
  return words || says[message.kind] || "…";
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
      return [make("div", { class: "voice" }, make("span", { class: "play", "aria-hidden": "true" }, icon("play")),
        voice(message.original, says.voice), make("span", { class: "length", dir: "ltr" }, "0:03"))];
    case "sticker":
      return [make("span", { class: "sticker", role: "img", "aria-label": says.sticker }, sticker(message.original))];
    case "location":
      return [map(says.location)];
    case "contact":
      return [make("div", { class: "card" }, make("span", { class: "face", "aria-hidden": "true" }, icon("person")),
        make("span", {}, make("strong", { dir: "auto" }, message.more?.first_name ?? ""), make("br"),
          make("span", { dir: "ltr" }, message.more?.phone_number ?? "")))];
    case "document":
      return [make("div", { class: "card" }, make("span", { class: "face", "aria-hidden": "true" }, icon("file")),
        make("strong", { dir: "ltr" }, message.more?.file_name ?? says.document))];
    case "text":
      return [];
    default:
      return message.text ? [] : [make("em", {}, SERVICE[message.kind] ?? `[${message.kind.replaceAll("_", " ")}]`)];
  }
}

function text(parts, phone) {
  const message = parts.find((part) => part.text);
  if (!message) return "";
  const foreign = message.kind === "text" && phone.look.language !== "en" && meant(message.text);
  return make("div", { class: "text", dir: "auto" }, ...rich(message.text, message.entities, phone.does),
    foreign ? make("span", { class: "meant", lang: "en", dir: "ltr", title: "Only the demo translates" }, foreign) : "");
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
          key.url || key.copy_text ? make("span", { class: "sort" }, icon(key.url ? "out" : "copy")) : "")))),
  );
}
