// What would be said if some readings or weights were others. The server computes it, as it computes the index.
import { bar, beside, byId, element, fill, number, table } from "../parts/dom.js";
import { ofTheatre, post } from "../parts/server.js";
import { moment, one, percent, reading, signed, word } from "../parts/words.js";

const WAIT_MILLIS = 250;
const STEPS = 200;
const LEAST_WEIGHT = 0.05;
const LEAST_POINTS = 0.005;

let theatre = null;
let layout = "";
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

function slider({ id, kind, label, note, value, low, high }) {
  const name = `${kind}-${id}`;
  const exact = element("input", { type: "number", step: "any", id: `${name}-exact`, value: value === null ? "" : Number(value.toPrecision(4)), "aria-label": `${label}, exact` });
  const slide = value === null ? null
    : element("input", { type: "range", id: name, min: low, max: high, step: (high - low) / STEPS, value, "aria-label": label });
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
  return element("div", { class: "slider" },
    element("label", { for: `${name}-exact` }, label), slide ?? element("span", { class: "quiet" }, "type a number"), exact, beside(note));
}

function indicatorSliders(index) {
  const wires = new Map(index.tripWires.map((wire) => [wire.indicator, wire]));
  return index.pillars.map((pillar) => element("fieldset", {},
    element("legend", {}, `Readings of ${pillar.id}`),
    element("div", { class: "sliders" }, ...pillar.indicators.map((indicator) => {
      const [low, high] = range(indicator, wires.get(indicator.id));
      const note = indicator.value === null ? `${indicator.unit}; ${indicator.risk === null ? "no reading now" : "the reading is withheld"}` : `${indicator.unit}; from ${reading(low)} to ${reading(high)}, now ${reading(indicator.value)}`;
      return slider({ id: indicator.id, kind: "readings", label: indicator.id, note, value: indicator.value, low, high });
    }))));
}

function pillarSliders(index) {
  return element("fieldset", {},
    element("legend", {}, "Weights of the pillars"),
    element("div", { class: "sliders" }, ...index.pillars.map((pillar) =>
      slider({ id: pillar.id, kind: "weights", label: pillar.id, note: `now ${percent(pillar.weight)}; only the proportions count`, value: Number(pillar.weight.toFixed(4)), low: LEAST_WEIGHT, high: 1 }))));
}

function build(index) {
  chosen.readings.clear();
  chosen.weights.clear();
  answered = null;
  const reset = element("button", { type: "button", "data-key": "what-if-reset" }, "Back to what is");
  reset.addEventListener("click", () => {
    asking?.abort();
    clearTimeout(timer);
    build(latest);
  });
  fill(byId("what-if-form"), reset, ...indicatorSliders(index), pillarSliders(index));
  fill(byId("what-if-answer"), element("p", { class: "quiet" }, "Move a slider or type a number. What is not moved stays as it is."));
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT_MILLIS);
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const of = theatre;
  if (chosen.readings.size + chosen.weights.size === 0) {
    answered = null;
    fill(byId("what-if-answer"), element("p", { class: "quiet" }, "Nothing is moved."));
    return;
  }
  const body = { asOf: latest.asOf, readings: Object.fromEntries(chosen.readings), weights: Object.fromEntries(chosen.weights) };
  try {
    const said = await post(ofTheatre(of, "what-if"), body, signal);
    if (signal.aborted || of !== theatre) return;
    answered = said;
    showAnswer();
  } catch (failure) {
    if (signal.aborted) return;
    answered = null;
    fill(byId("what-if-answer"), element("p", { class: "bad" }, `No answer: ${failure.message}`));
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

// The form is made once for a theatre and its inputs, so that nothing moves under the hand of who uses it.
export function show({ index }) {
  latest = index;
  const shape = JSON.stringify(index.pillars.map((pillar) => [pillar.id, pillar.indicators.map((one) => [one.id, one.value === null])]));
  const isMoved = chosen.readings.size + chosen.weights.size > 0;
  if (theatre !== index.theatre.id || (shape !== layout && !isMoved)) {
    theatre = index.theatre.id;
    layout = shape;
    build(index);
  } else if (answered) {
    showAnswer();
  }
}
