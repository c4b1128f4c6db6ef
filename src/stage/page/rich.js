// A text and its entities become nodes.

import { button, make } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** Nodes for a text. `does` says what a command or a link does when it is tapped. */
export function rich(text, entities, does) {
  const sorted = entities
    .filter((entity) => Number.isInteger(entity.offset) && entity.length > 0)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  return nodes(text, sorted, 0, text.length, does);
}

function nodes(text, entities, from, to, does) {
  const found = [];
  let at = from;
  for (let n = 0; n < entities.length; n++) {
    const { offset, length } = entities[n];
    const end = Math.min(offset + length, to);
    if (offset < at || offset >= to) continue;
    if (offset > at) found.push(...plain(text.slice(at, offset), does));
    const inner = entities.slice(n + 1).filter((it) => it.offset >= offset && it.offset + it.length <= end);
    found.push(node(text.slice(offset, end), entities[n], nodes(text, inner, offset, end, does), does));
    at = end;
  }
  if (at < to) found.push(...plain(text.slice(at, to), does));
  return found;
}

/** Addresses and commands are links on every phone, whether the sender marked them or not. Marks of direction end one. */
function plain(text, does) {
  return text.split(/(https:\/\/[^\s\u200e\u200f\u2066-\u2069]+|(?<![\w/])\/[a-z][a-z0-9_]{1,31}\b)/g).map((part, at) => {
    if (at % 2 === 0) return part;
    return node(part, { type: part.startsWith("/") ? "bot_command" : "url" }, [part], does);
  });
}

function node(words, entity, children, does) {
  const tag = TAGS[entity.type];
  if (tag) return make(tag, {}, ...children);
  switch (entity.type) {
    case "bot_command":
      return button({ class: "link", onclick: () => does.command(words) }, words);
    case "url":
      return button({ class: "link", onclick: (event) => does.link(words, event.currentTarget) }, words);
    case "text_link":
      return button({ class: "link", onclick: (event) => does.link(entity.url, event.currentTarget) }, ...children);
    case "spoiler":
      return make("span", { class: "spoiler" }, ...children);
    default:
      return make("span", {}, ...children);
  }
}
