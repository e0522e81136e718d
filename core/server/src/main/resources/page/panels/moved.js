// What changed since the day before, the week before, and between any two days.
import { bar, beside, byId, details, element, fill, number, table } from "../parts/dom.js";
import { get, ofTheatre } from "../parts/server.js";
import { day, moment, signed } from "../parts/words.js";

const SPANS = { P1D: "Since the day before", P7D: "Since the week before" };
const WORDS_AGAIN_MILLIS = 5000;
const LEAST_POINTS = 0.05;
const SHOWN = 8;

// The paragraph of each span, of the moment that it tells of.
const paragraphs = new Map();
let asked = 0;
let theatre = null;
let latest = null;

function name(part) {
  return part.indicator ? `${part.pillar} / ${part.indicator}` : part.pillar || `(${part.cause})`;
}

function partRows(parts) {
  const largest = Math.max(...parts.map((part) => Math.abs(part.change)), 0.1);
  return parts.map((part) => {
    const end = 50 + (50 * part.change) / largest;
    return [
      element("td", {}, name(part), part.indicator && part.cause !== "data" ? beside(part.cause) : null),
      element("td", { class: "bar-cell" }, bar(50, end, part.change < 0 ? "fell" : "rose")),
      number(signed(part.change)),
    ];
  });
}

function partTable(key, caption, parts) {
  const told = parts.filter((part) => Math.abs(part.change) >= LEAST_POINTS);
  if (told.length === 0) return [element("p", { class: "quiet" }, "No part moved it by a tenth of a point.")];
  const headings = ["Part", "Down or up", ["Points", "number"]];
  const made = [table(caption, headings, partRows(told.slice(0, SHOWN)))];
  if (told.length > SHOWN) {
    const rest = told.slice(SHOWN);
    made.push(details(`${key}-rest`, `smaller parts: ${rest.length}`, () => table(`${caption}, smaller parts`, headings, partRows(rest))));
  }
  return made;
}

function column(move, asOf) {
  const said = paragraphs.get(move.span);
  const title = SPANS[move.span] ?? move.span;
  return element(
    "div", {},
    element("div", { class: "head" }, element("h3", {}, title), element("b", {}, `${signed(move.change)} points`)),
    beside(`from ${moment(move.from)} to ${moment(asOf)}`),
    said ? element("p", { class: "paragraph words" }, said.text) : null,
    said && said.asOf !== asOf ? beside(`The words are those as of ${moment(said.asOf)}.`) : null,
    ...partTable(move.span, title, move.parts));
}

// The words cost the server more than the numbers: they follow some seconds later.
async function askForWords(view) {
  const { index } = view;
  if (Date.now() - asked < WORDS_AGAIN_MILLIS) return;
  const due = index.moved.filter((move) => paragraphs.get(move.span)?.asOf !== index.asOf);
  if (due.length === 0) return;
  asked = Date.now();
  const id = index.theatre.id;
  for (const move of due) {
    try {
      const said = await get(ofTheatre(id, `explain?from=${move.from}&to=${index.asOf}`));
      if (!said.text || id !== theatre) return;
      paragraphs.set(move.span, { asOf: index.asOf, text: said.text });
      show(latest);
    } catch {
      paragraphs.delete(move.span); // the numbers are told all the same, and the words asked for again
    }
  }
}

function answer(said) {
  const causes = said.causes.map((cause) => [cause.cause, number(signed(cause.change))]);
  return [
    element("div", { class: "head" },
      element("h3", {}, `From ${moment(said.from.asOf)} to ${moment(said.to.asOf)}`),
      element("b", {}, `${signed(said.change)} points`)),
    said.text ? element("p", { class: "paragraph" }, said.text) : null,
    element("div", { class: "columns" },
      element("div", {}, ...partTable("span", "What moved it", said.parts)),
      element("div", {}, table("By cause", ["Cause", ["Points", "number"]], causes))),
  ];
}

async function explain(event) {
  event.preventDefault();
  const place = byId("span-answer");
  fill(place, element("p", { class: "quiet" }, "Asking …"));
  const to = byId("span-to").dataset.asOf?.startsWith(byId("span-to").value)
    ? byId("span-to").dataset.asOf
    : `${byId("span-to").value}T00:00:00Z`;
  try {
    fill(place, ...answer(await get(ofTheatre(theatre, `explain?from=${byId("span-from").value}T00:00:00Z&to=${to}`))));
  } catch (failure) {
    fill(place, element("p", { class: "bad" }, failure.message));
  }
}

export function start() {
  byId("span").addEventListener("submit", explain);
}

// Until somebody chooses, the picker stands on the last month.
function setPicker({ asOf }) {
  const to = byId("span-to");
  const isUntouched = to.value === "" || to.value === day(to.dataset.asOf ?? "");
  if (document.activeElement?.form === byId("span") || !isUntouched) return;
  to.dataset.asOf = asOf;
  to.value = day(asOf);
  if (byId("span-from").value === "") {
    byId("span-from").value = day(new Date(Date.parse(asOf) - 30 * 86400000).toISOString());
  }
}

export function show(view) {
  const { index } = view;
  latest = view;
  if (theatre !== index.theatre.id) {
    theatre = index.theatre.id;
    paragraphs.clear();
    asked = 0;
    byId("span-to").value = "";
    byId("span-from").value = "";
    fill(byId("span-answer"));
  }
  setPicker(index);
  const columns = index.moved.map((move) => column(move, index.asOf));
  fill(byId("moves"), ...columns,
    columns.length === 0 ? element("p", { class: "quiet" }, "Neither the day before nor the week before has a score to compare with.") : null);
  askForWords(view);
}
