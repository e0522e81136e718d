// Makes elements. Whatever a server said becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";
const open = new Map();

export const byId = (id) => document.getElementById(id);

// Attributes whose value is undefined, null or false are left out; true is written as an empty one.
function dress(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "style") throw new Error("the content policy forbids attributes of style; use a class");
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return made;
}

// element("p", {class: "quiet"}, "text", another)
export function element(name, attributes = {}, ...children) {
  return dress(document.createElement(name), attributes, children);
}

export function drawing(name, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, name), attributes, children);
}

// A second line under a number: where it is from, how old it is, why it is not there.
export const beside = (text, bad = false) => element("span", { class: bad ? "reason bad" : "reason" }, text);

export const number = (text) => element("td", { class: "number" }, text);

// Puts new content in the place of the old, and the focus back where it was.
export function fill(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.closest("[data-key]") : null;
  parent.replaceChildren(...children.flat().filter((child) => child !== undefined && child !== null));
  if (focused) {
    [...parent.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused.dataset.key)?.focus();
  }
}

// Details that stay open when they are made anew. The content is made when somebody looks.
export function details(key, summary, content) {
  const head = element("summary", { "data-key": key }, summary);
  const made = element("details", {}, head);
  const show = () => {
    if (made.open && made.childElementCount === 1) made.append(...[content()].flat());
  };
  made.open = open.get(key) === true;
  show();
  made.addEventListener("toggle", () => {
    open.set(key, made.open);
    show();
  });
  return made;
}

// headings: texts, or [text, class]; rows: lists of cells, which are elements or texts.
export function table(caption, headings, rows, className) {
  const heads = headings.map((heading) => {
    const [text, name] = [heading].flat();
    return element("th", { scope: "col", class: name }, text);
  });
  const lines = rows.map((row) =>
    element("tr", {}, ...row.map((cell) => (cell instanceof Element ? cell : element("td", {}, cell)))));
  return element(
    "table", { class: className },
    element("caption", { class: "hidden" }, caption),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...lines));
}

// What is wider than a narrow screen can be moved sideways, by the keyboard too.
export function wide(key, label, ...content) {
  return element("div", { class: "wide", role: "region", tabindex: 0, "aria-label": label, "data-key": key }, ...content);
}

// A bar in a cell of a table, from one share of the width to another; the number stands beside it.
export function bar(from, to, className) {
  const [low, high] = from < to ? [from, to] : [to, from];
  return drawing(
    "svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    drawing("rect", { class: className, x: low, y: 1, width: Math.max(high - low, 0.4), height: 8 }));
}
