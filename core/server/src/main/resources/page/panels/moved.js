// What changed since the day before, the week before, and between any two days.
import { bar, beside, byId, details, element, fill, number, table } from "../parts/dom.js";
import { get, ofTheatre, Refused } from "../parts/server.js";
import { day, long, moment, secondsBetween, signed } from "../parts/words.js";

const SPANS = { P1D: "Since the day before", P7D: "Since the week before" };
const WORDS_AGAIN_MILLIS = 5000;
const LEAST_POINTS = 0.05;
const SHOWN = 8;

// The paragraph of each span, of the moment that it tells of; all of the view that is shown.
const paragraphs = new Map();
let asked = -Infinity;
let asking = null;
let timer = 0;
let spanAgain = 0;
let latest = null;
let index = null;

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

// Words of a moment before, while newer ones are on their way, say so first. There are none of a later one.
function words(said, asOf) {
  const late = said ? secondsBetween(said.asOf, asOf) : -1;
  if (late < 0 || said.text === "") return [];
  return [
    late > 0 ? beside(`In words, as of ${moment(said.asOf)}, ${long(late)} before:`) : null,
    element("p", { class: "paragraph words" }, said.text),
  ];
}

function column(move, asOf) {
  const said = paragraphs.get(move.span);
  const title = SPANS[move.span] ?? move.span;
  return element(
    "div", {},
    element("div", { class: "head" }, element("h3", {}, title), element("b", {}, `${signed(move.change)} points`)),
    beside(`from ${moment(move.from)} to ${moment(asOf)}`),
    ...words(said, asOf),
    ...partTable(move.span, title, move.parts));
}

const wordless = ({ moved, asOf }) => moved.filter((move) => paragraphs.get(move.span)?.asOf !== asOf);

// The words cost the server more than the numbers: they are asked for every few seconds at most, until all are there.
async function askForWords() {
  clearTimeout(timer);
  const view = latest;
  const { asOf } = index;
  const due = wordless(index);
  if (asking === view || due.length === 0) return;
  const wait = asked + WORDS_AGAIN_MILLIS - Date.now();
  if (wait > 0) {
    timer = setTimeout(askForWords, wait);
    return;
  }
  asked = Date.now();
  asking = view;
  for (const move of due) {
    const said = await explained(view, `explain?from=${move.from}&to=${asOf}`);
    if (view !== latest) return;
    if (said instanceof Refused) {
      if (said.later === 0) paragraphs.delete(move.span);
      asked = Date.now() - WORDS_AGAIN_MILLIS + Math.max(WORDS_AGAIN_MILLIS, 1000 * said.later);
    } else {
      paragraphs.set(move.span, { asOf, text: said.text });
    }
    tell();
    if (said.later > 0) break;
  }
  asking = null;
  askForWords();
}

// Without an answer the numbers are told all the same, and the words asked for again.
async function explained(view, question) {
  try {
    return await get(ofTheatre(view.theatre, question));
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    return failure;
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
  event?.preventDefault();
  clearTimeout(spanAgain);
  const place = byId("span-answer");
  fill(place, element("p", { class: "quiet" }, "Asking …"));
  const to = byId("span-to").dataset.asOf?.startsWith(byId("span-to").value)
    ? byId("span-to").dataset.asOf
    : `${byId("span-to").value}T00:00:00Z`;
  const view = latest;
  const tellOf = (...content) => {
    if (view === latest) fill(place, ...content);
  };
  try {
    tellOf(...answer(await get(ofTheatre(view.theatre, `explain?from=${byId("span-from").value}T00:00:00Z&to=${to}`))));
  } catch (failure) {
    const again = failure.later > 0 ? `. It is asked for again in ${failure.later} s.` : "";
    tellOf(element("p", { class: "bad" }, `${failure.message}${again}`));
    if (again && view === latest) spanAgain = setTimeout(explain, 1000 * failure.later);
  }
}

export function start() {
  byId("span").addEventListener("submit", explain);
}

function follow(input, asOf) {
  if (input.value !== "" && input.value !== day(input.dataset.asOf ?? "")) return;
  input.dataset.asOf = asOf;
  input.value = day(asOf);
}

// Until somebody chooses, the picker stands on the last month.
function setPicker({ asOf }) {
  if (document.activeElement?.form === byId("span")) return;
  follow(byId("span-to"), asOf);
  follow(byId("span-from"), new Date(Date.parse(asOf) - 30 * 86400000).toISOString());
}

// Nothing is left of another theatre or of another moment of the past.
function begin() {
  paragraphs.clear();
  asked = -Infinity;
  asking = null;
  clearTimeout(spanAgain);
  byId("span-to").value = "";
  byId("span-from").value = "";
  fill(byId("span-answer"));
}

export function show(view) {
  const isOther = view !== latest;
  latest = view;
  index = view.index;
  if (isOther) begin();
  setPicker(index);
  tell();
  askForWords();
}

function tell() {
  const columns = index.moved.map((move) => column(move, index.asOf));
  fill(byId("moves"), ...columns,
    columns.length === 0 ? element("p", { class: "quiet" }, "Neither the day before nor the week before has a score to compare with.") : null);
}
