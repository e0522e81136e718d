// What would be said if some readings or weights were others. The server computes it, as it computes the index.
import { bar, beside, byId, element, fill, number, table } from "../parts/dom.js";
import { ofTheatre, post } from "../parts/server.js";
import { ageAt, day, moment, one, percent, reading, signed, word } from "../parts/words.js";

const WAIT_MILLIS = 250;
const STEPS = 200;
const LEAST_WEIGHT = 0.05;
const LEAST_POINTS = 0.005;

let view = null;
let layout = null;
let sliders = [];
let asking = null;
let timer = 0;
let answered = null;
let latest = null;
const chosen = { readings: new Map(), weights: new Map() };

// From 0 to twice the reading, and to where it trips; a standard score from -4 to 4, a share from 0 to 1.
function range(indicator, wire) {
  if (indicator.unit === "z") return [-4, 4];
  if (indicator.unit === "share") return [0, 1];
  const ends = [0, indicator.value ?? 0, 2 * (indicator.value ?? 0)];
  if (wire?.trippingReading != null) ends.push(wire.trippingReading * 1.1, wire.trippingReading * 0.9);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return low === high ? [0, 1] : [low, high];
}

// is: tells of an index what the slider stands at, between which ends, and what is said beside it.
function slider({ id, kind, is }, index) {
  const name = `${kind}-${id}`;
  const first = is(index);
  const exact = element("input", { type: "number", step: "any", id: `${name}-exact`, "aria-label": `${id}, exact` });
  const slide = first.value === null ? null : element("input", { type: "range", id: name, "aria-label": id });
  const note = beside("");
  let shown = "";
  const refresh = (to) => {
    const { value, low, high, said } = is(to);
    if (note.textContent !== said) note.textContent = said;
    // What somebody chose, or is about to type, stays as it is; the note says where the reading stands meanwhile.
    if (chosen[kind].has(id) || document.activeElement === exact) return;
    const text = value === null ? "" : String(Number(value.toPrecision(4)));
    const ends = [value, low, high].join();
    if (ends === shown && exact.value === text) return;
    shown = ends;
    exact.value = text;
    if (slide) Object.assign(slide, { min: low, max: high, step: (high - low) / STEPS, value: value ?? low, disabled: value === null });
  };
  listen(exact, slide, kind, id);
  exact.addEventListener("blur", () => refresh(latest));
  refresh(index);
  sliders.push(refresh);
  return element("div", { class: "slider" },
    element("label", { for: `${name}-exact` }, id), slide ?? element("span", { class: "quiet" }, "type a number"), exact, note);
}

function listen(exact, slide, kind, id) {
  const choose = (text) => {
    if (text === "" || !Number.isFinite(Number(text))) chosen[kind].delete(id);
    else chosen[kind].set(id, Number(text));
    later();
  };
  slide?.addEventListener("input", () => {
    exact.value = reading(Number(slide.value)) === "under 0.001" ? slide.value : String(Number(Number(slide.value).toPrecision(3)));
    choose(exact.value);
  });
  exact.addEventListener("input", () => {
    if (slide && exact.value !== "") slide.value = exact.value;
    choose(exact.value);
  });
}

// What an input reads at the moment of the index, and how old its data are then.
function readingOf(index, pillar, id) {
  const input = index.pillars.find((one) => one.id === pillar)?.indicators.find((one) => one.id === id);
  const [low, high] = range(input, index.tripWires.find((wire) => wire.indicator === id));
  const age = input.observedAt ? `, data of ${day(input.observedAt)}, ${ageAt(input.observedAt, index.asOf)}` : "";
  const said = input.value === null
    ? `${input.unit}; ${input.risk === null ? "no reading" : "the reading is withheld"}${age}`
    : `${input.unit}; from ${reading(low)} to ${reading(high)}, stands at ${reading(input.value)}${age}`;
  return { value: input.value, low, high, said };
}

function weightOf(index, id) {
  const { weight } = index.pillars.find((one) => one.id === id);
  return { value: Number(weight.toFixed(4)), low: LEAST_WEIGHT, high: 1, said: `is ${percent(weight)}; only the proportions count` };
}

function indicatorSliders(index) {
  return index.pillars.map((pillar) => element("fieldset", {},
    element("legend", {}, `Readings of ${pillar.id}`),
    element("div", { class: "sliders" }, ...pillar.indicators.map(({ id }) =>
      slider({ id, kind: "readings", is: (to) => readingOf(to, pillar.id, id) }, index)))));
}

function pillarSliders(index) {
  return element("fieldset", {},
    element("legend", {}, "Weights of the pillars"),
    element("div", { class: "sliders" }, ...index.pillars.map((pillar) =>
      slider({ id: pillar.id, kind: "weights", is: (to) => weightOf(to, pillar.id) }, index))));
}

function build(index) {
  asking?.abort();
  clearTimeout(timer);
  chosen.readings.clear();
  chosen.weights.clear();
  answered = null;
  layout = layoutOf(index);
  sliders = [];
  const reset = element("button", { type: "button", "data-key": "what-if-reset" }, "Back to what is");
  reset.addEventListener("click", () => build(latest));
  const asOf = element("p", { class: "quiet", id: "what-if-as-of" }, asOfWords(index));
  fill(byId("what-if-form"), reset, asOf, ...indicatorSliders(index), pillarSliders(index));
  fill(byId("what-if-answer"), element("p", { class: "quiet" }, "Move a slider or type a number. What is not moved stays as it is."));
}

const asOfWords = ({ asOf }) => `What is not moved stands as of ${moment(asOf)}.`;

function later() {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT_MILLIS);
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  if (chosen.readings.size + chosen.weights.size === 0) {
    answered = null;
    fill(byId("what-if-answer"), element("p", { class: "quiet" }, "Nothing is moved."));
    return;
  }
  const body = { asOf: latest.asOf, readings: Object.fromEntries(chosen.readings), weights: Object.fromEntries(chosen.weights) };
  try {
    const said = await post(ofTheatre(view.theatre, "what-if"), body, signal);
    if (signal.aborted) return;
    answered = said;
    showAnswer();
  } catch (failure) {
    if (signal.aborted) return;
    answered = null;
    const again = failure.later > 0 ? ` It is asked for again in ${failure.later} s.` : "";
    fill(byId("what-if-answer"), element("p", { class: "bad" }, `No answer: ${failure.message}.${again}`));
    if (again) timer = setTimeout(ask, 1000 * failure.later);
  }
}

function asked(said) {
  const numbers = { ...said.readings, ...said.weights };
  return Object.entries(numbers).map(([id, value]) => `${id} ${reading(value)}`).join(", ");
}

function partRows(parts) {
  const largest = Math.max(...parts.map((part) => Math.abs(part.change)), 0.1);
  return parts.map((part) => [
    part.indicator ? `${part.pillar} / ${part.indicator}` : part.pillar || `(${part.cause})`,
    element("td", { class: "bar-cell" }, bar(50, 50 + (50 * part.change) / largest, part.change < 0 ? "fell" : "rose")),
    number(part.change.toFixed(2)),
  ]);
}

function showAnswer() {
  const { is, index, change, parts } = answered;
  const told = (stability) => (stability === null ? "no score" : one(stability));
  const would = index.stability;
  const moved = is.asOf === latest.asOf ? null : beside(`Computed as of ${moment(is.asOf)}; the index is of ${moment(latest.asOf)} by now. Move a slider to ask again.`);
  const shown = parts.filter((part) => Math.abs(part.change) >= LEAST_POINTS);
  fill(byId("what-if-answer"),
    element("p", {}, "With ", asked(answered), " the index would be ",
      element("strong", { id: "what-if-stability" }, told(would === null ? null : would.value)), ` instead of ${told(is.stability)}`,
      change === null ? "." : `, ${signed(change)} points.`),
    would === null ? beside(index.reason)
      : beside(`90 % interval ${one(would.lower)} to ${one(would.upper)}; on its way to ${one(would.target)}; coverage ${percent(index.coverage)}` +
        (index.regime.regime === null ? "" : `; regime ${word(index.regime.regime)}`)),
    moved,
    shown.length ? table("Parts of the change", ["Part", "Down or up", ["Points", "number"]], partRows(shown)) : null);
}

export function start() {
  byId("what-if-form").addEventListener("submit", (event) => event.preventDefault());
}

const inputsOf = (index, tell) => JSON.stringify(index.pillars.map((pillar) => [pillar.id, pillar.indicators.map(tell)]));
const layoutOf = (index) => ({ ids: inputsOf(index, ({ id }) => id), known: inputsOf(index, ({ value }) => value !== null) });

// The form is made anew for another theatre or another moment of the past. Within one it stays, so that what somebody moved
// stays where it is, and what nobody moved follows the index.
export function show(shown) {
  const { index } = shown;
  const isOther = shown !== view;
  const isNew = index !== latest;
  view = shown;
  latest = index;
  const { ids, known } = layoutOf(index);
  const isMoved = chosen.readings.size + chosen.weights.size > 0;
  if (isOther || ids !== layout.ids || (known !== layout.known && !isMoved)) {
    build(index);
  } else if (isNew) {
    sliders.forEach((refresh) => refresh(index));
    byId("what-if-as-of").textContent = asOfWords(index);
    if (answered) showAnswer();
  }
}
