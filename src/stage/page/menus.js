// The menus of a phone: of a message, of its owner, and of a link.

import { say } from "./dom.js";
import { show } from "./menu.js";
import { phones } from "./phone.js";
import { direction } from "./words.js";

const EMOJI = ["❤", "👍", "🙏", "😁", "🎉", "😢", "🔥", "👏"];

/** A link to the bot can be opened on any phone; others lead out of the demo. */
export function follow(phone, link, from) {
  if (!/^https:\/\/t\.me\//.test(link) || /[?&]startgroup\b/.test(link)) return say(`On a phone this opens ${link}`);
  const opens = (other) => other && !other.look.group && (!other.look.started || other === phone || other.place >= 3);
  const choices = phones.filter(opens).map((other) => ({
    name: `open${other.place}`, icon: "phone", label: `Open on ${other === phone ? "this phone" : other.look.name}`,
    does: async () => {
      other.comes();
      await other.acts({ open: { link } });
    },
  }));
  return show(from, "Open this link", choices.reverse());
}

/** The menu of a message. */
export function offer(phone, message, from, at) {
  const says = phone.words;
  const mine = message.mine;
  const reacted = message.reactions.length > 0 && !phone.look.group;
  const chosen = getSelection().toString().trim();
  show(from, says.more, [
    ...EMOJI.map((emoji) => ({ name: "react", emoji, label: `${says.react} ${emoji}`, row: true,
      does: () => phone.acts({ react: { message: message.id, emoji } }) })),
    ...(reacted ? [{ name: "unreact", icon: "close", label: says.off, does: () => phone.acts({ react: { message: message.id, emoji: null } }) }] : []),
    { name: "reply", icon: "reply", label: says.reply, does: () => phone.replies(message, chosen) },
    ...(mine && message.text && !phone.look.group ? [{ name: "edit", icon: "edit", label: says.edit, does: () => phone.compose.edits(message) }] : []),
    ...(mine && !phone.look.group ? [{ name: "undo", icon: "undo", label: says.undo, about: "/undo", does: () => phone.acts({ undo: { message: message.id } }) }] : []),
    ...(message.text ? [{ name: "copy", icon: "copy", label: says.copy, does: () => phone.copies(message.text) }] : []),
  ], { at, always: true, lang: phone.look.language, dir: direction(phone.look.language) });
}

/** What the owner can do with her phone. */
export function options(phone, from) {
  const { blocked, started, menu } = phone.look;
  const says = phone.words;
  const { language } = phone.look;
  show(from, says.yours, [
    ...menu.map(([name, about]) => ({ name: `command-${name}`, label: `/${name}`, dir: "ltr", about, does: () => phone.acts({ say: { text: `/${name}` } }) })),
    blocked
      ? { name: "unblock", icon: "unlock", label: says.unblock, does: () => phone.acts("unblock") }
      : started && { name: "block", icon: "block", label: says.block, does: () => phone.acts("block") },
    started && { name: "voiceless", icon: "mute", label: says.voiceless, about: "Premium", does: () => phone.acts("voiceless") },
    !started && { name: "start", icon: "play", label: says.pressStart, does: () => phone.acts("start") },
  ].filter(Boolean), { lang: language, dir: direction(language) });
}
