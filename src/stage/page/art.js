// What the paper clip sends, drawn: nobody has to have a photo at hand.

const SVG = "http://www.w3.org/2000/svg";

export function draw(name, given, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const rect = (x, y, width, height, fill, rx = 0) => draw("rect", { x, y, width, height, fill, rx });
const disc = (cx, cy, r, fill) => draw("circle", { cx, cy, r, fill });
const path = (d, fill, more = {}) => draw("path", { d, fill, ...more });
const line = (d, stroke, width) => path(d, "none", { stroke, "stroke-width": width, "stroke-linecap": "round" });

const SCENES = [
  // Hills in the morning.
  () => [rect(0, 0, 160, 120, "#bfe3f5"), disc(118, 34, 16, "#ffd166"), path("M0 84 40 44 76 84Z", "#5b8a72"),
    path("M44 88 92 34 140 88Z", "#487a63"), path("M84 43 92 34 100 43 92 48Z", "#fff"), rect(0, 82, 160, 38, "#8cc084"),
    line("M70 120Q84 100 100 84", "#e9d8a6", 7)],
  // A street in the evening.
  () => [rect(0, 0, 160, 120, "#f4a261"), disc(80, 58, 22, "#ffe8b0"), rect(8, 40, 34, 80, "#264653"),
    rect(48, 62, 26, 58, "#2a6f6b"), rect(92, 30, 30, 90, "#1d3557"), rect(126, 54, 28, 66, "#33658a"),
    ...[14, 28, 98, 110, 132, 144].map((x, n) => rect(x, 62 + (n % 3) * 12, 6, 8, "#ffe08a")), rect(0, 112, 160, 8, "#1b2a33")],
  // A cup of tea and a book.
  () => [rect(0, 0, 160, 120, "#f3e3d3"), rect(0, 78, 160, 42, "#b98b6b"), rect(20, 64, 58, 16, "#457b9d", 3),
    rect(24, 52, 52, 13, "#e76f51", 3), path("M96 50h34v20a14 14 0 0 1-14 14h-6a14 14 0 0 1-14-14Z", "#fff"),
    line("M130 56q12 2 4 16", "#fff", 5), line("M106 42q-5-7 0-13M118 42q-5-7 0-13", "#c9ada7", 3)],
  // The sea.
  () => [rect(0, 0, 160, 62, "#8ecae6"), disc(34, 30, 13, "#ffd166"), rect(0, 60, 160, 36, "#219ebc"),
    path("M92 60h42l-9 13h-26Z", "#e63946"), path("M111 56V22l24 34Z", "#fff"), path("M108 56V28L88 56Z", "#f1faee"),
    line("M10 74q9-6 18 0t18 0M96 86q9-6 18 0t18 0", "#8ecae6", 3), rect(0, 96, 160, 24, "#f2d8a7")],
  // A cake for somebody.
  () => [rect(0, 0, 160, 120, "#ffd6e0"), rect(42, 58, 76, 42, "#fff", 6), path("M42 66q10 14 19 0t19 0 19 0 19 0V60H42Z", "#ef476f"),
    rect(30, 98, 100, 7, "#c9ada7", 3), ...[62, 80, 98].flatMap((x) => [rect(x - 2, 42, 4, 16, "#118ab2"), disc(x, 37, 4, "#ffb703")])],
];

/** A photo: the same content is the same picture, on whichever phone. */
export function photo(content, label) {
  const scene = SCENES[content % SCENES.length];
  return draw("svg", { viewBox: "0 0 160 120", class: "photo", role: "img", "aria-label": label }, ...scene());
}

const STICKERS = ["🦊", "🐣", "🌻", "🎈", "🐢", "🍉", "🦋", "🌈"];
export const sticker = (content) => STICKERS[content % STICKERS.length];

/** A voice message's shape. */
export function voice(content, label) {
  const bars = [];
  for (let n = 0, seed = content * 7919 + 17; n < 28; n++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const height = 4 + (seed % 20);
    bars.push(rect(n * 5, 14 - height / 2, 3, height, "currentColor", 1.5));
  }
  return draw("svg", { viewBox: "0 0 140 28", class: "wave", role: "img", "aria-label": label }, ...bars);
}

/** A map with a place on it. */
export function map(label) {
  return draw("svg", { viewBox: "0 0 160 96", class: "photo", role: "img", "aria-label": label },
    rect(0, 0, 160, 96, "#e8efe2"), line("M-4 70 60 40 164 62M40 -4 58 100M110 -4 96 100", "#fff", 9),
    path("M112 0h48v34l-44-6Z", "#b7dfb0"), path("M0 0h34L24 30 0 36Z", "#a8d5e8"),
    path("M80 66s-15-16-15-27a15 15 0 0 1 30 0c0 11-15 27-15 27Z", "#d62839"), disc(80, 39, 6, "#fff"));
}
