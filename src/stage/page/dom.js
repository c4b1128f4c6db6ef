// Making nodes. Text is always text: nothing here, or anywhere on the page, reads markup.

/** A node with properties, attributes and children. */
export function make(name, given = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else if (key in node && !key.startsWith("aria")) node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

/** A button. */
export const button = (given, ...children) => make("button", { type: "button", ...given }, ...children);

/** Words for those who do not see. */
export const unseen = (words) => make("span", { class: "unseen" }, words);

/** Says something to whoever looks or listens, for a moment. */
export function say(words) {
  const place = document.getElementById("said");
  place.textContent = words;
  place.classList.add("on");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => place.classList.remove("on"), 4500 + words.length * 30);
}

/** Asks something that cannot be taken back; whether the answer is yes. */
export function ask(question, yes, no) {
  return new Promise((answer) => {
    const dialog = make("dialog", { class: "ask", "aria-label": question },
      make("p", {}, question),
      make("form", { method: "dialog" },
        make("button", { value: "no" }, no), make("button", { value: "yes", class: "strong", "data-do": "yes" }, yes)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Puts nodes in order below a parent and removes all others; what stands right stays where it is. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const node of [...parent.childNodes]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, at) => {
    if (parent.childNodes[at] !== node) parent.insertBefore(node, parent.childNodes[at] ?? null);
  });
}
