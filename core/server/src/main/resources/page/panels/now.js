// How stable now, and how sure.
import { beside, byId, drawing, element, fill } from "../parts/dom.js";
import { ageAt, day, moment, one, percent, reading, word } from "../parts/words.js";

const LEFT = 0;
const WIDTH = 1000;
const HEIGHT = 40;

function term(name, text, ...notes) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, text, ...notes.filter(Boolean).map((note) => beside(note))));
}

function value(index) {
  const { stability } = index;
  if (stability === null) {
    return element("p", { class: "index" }, element("b", { class: "none", id: "stability" }, "no score"));
  }
  const made = element(
    "p", { class: "index" },
    element("span", { class: "old-mark", hidden: true, id: "old-mark" }, "LAST KNOWN, not current"), " ",
    element("b", { id: "stability" }, one(stability.value)),
    element("span", { class: "of" }, " of 100"));
  if (one(stability.target) !== one(stability.value)) {
    made.append(element("span", { class: "of reason" }, `on its way to ${one(stability.target)}`));
  }
  return made;
}

function measured(index) {
  return index.pillars.flatMap((pillar) => pillar.indicators).filter((indicator) => indicator.contribution !== null);
}

// The newest and the oldest day of data that the index rests on.
function rests(index) {
  const days = measured(index).map((indicator) => indicator.observedAt).filter(Boolean).sort();
  if (days.length === 0) return "it rests on no reading";
  const newest = days[days.length - 1];
  return `${days.length} readings: the newest of ${day(newest)} (${ageAt(newest, index.asOf)}), the oldest of ` +
    `${day(days[0])} (${ageAt(days[0], index.asOf)})`;
}

function regime({ regime: said }) {
  return said.regime === null ? ["none", said.reason] : [`${word(said.regime)} since ${day(said.since)}`, said.reason];
}

// What is undecided is told: missing is not calm.
function flags(index) {
  const named = (verdict) => index.flags.filter((flag) => flag.verdict === verdict).map((flag) => word(flag.flag)).join(", ");
  if (index.flags.length === 0) return ["not judged"];
  const undecided = named("undecided");
  return [named("raised") || "none", undecided && `undecided: ${undecided}`];
}

function margin({ margin: said, stability }) {
  if (said.word === null) return [said.band ? `none, band ${word(said.band)}` : "none", said.reason];
  return [
    `${word(said.word)}, band ${word(said.band)}`,
    `the pillars together, ${one(stability.dynamic)}, are ${one(Math.abs(said.sigmas))} sigma ` +
      `${said.sigmas < 0 ? "below" : "above"} ${one(said.threshold)}`,
  ];
}

function nearest(index) {
  const wire = index.tripWires.find((tripWire) => tripWire.trippingReading !== null);
  if (!wire) return ["none", index.tripWires.length ? "no indicator trips it alone" : index.margin.reason];
  return [wire.indicator, `at ${reading(wire.trippingReading)} ${wire.unit}, stands at ${reading(wire.reading)}`];
}

function facts(index) {
  const { stability, opacity } = index;
  return element(
    "dl", {},
    stability
      ? term("90 % interval", `${one(stability.lower)} to ${one(stability.upper)}`, `sigma ${one(stability.sigma)} points`)
      : term("90 % interval", "none", "there is no score"),
    term("Coverage", `${percent(index.coverage)} of the weight`, rests(index)),
    term("Status", index.status),
    term("As of", moment(index.asOf), `model ${index.model.id} version ${index.model.version}`),
    term("Regime", ...regime(index)),
    term("Flags raised", ...flags(index)),
    term("Margin for error", ...margin(index)),
    term("Nearest trip-wire", ...nearest(index)),
    term("Opacity", opacity.value === null ? "not known" : percent(opacity.value), opacity.reason || "how much is hidden; it widens the interval"));
}

// A scale from 0 to 100 with the interval, the index and its target. The same numbers stand beside it as text.
function gauge({ stability }) {
  if (stability === null) return [];
  const x = (points) => LEFT + (WIDTH * points) / 100;
  const line = (name, at, from, to) => drawing("line", { class: name, x1: x(at), x2: x(at), y1: from, y2: to });
  const label =
    `Index ${one(stability.value)} on a scale from 0 to 100, 90 % interval ${one(stability.lower)} to ` +
    `${one(stability.upper)}, target ${one(stability.target)}`;
  return [
    drawing(
      "svg", { class: "gauge", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
      drawing("line", { class: "scale", x1: 0, x2: WIDTH, y1: 20, y2: 20 }),
      drawing("rect", { class: "interval", x: x(stability.lower), y: 8, width: x(stability.upper) - x(stability.lower), height: 24 }),
      line("target", stability.target, 2, 38),
      line("value", stability.value, 4, 36)),
    element("div", { class: "gauge-ends" }, element("span", {}, "0: least stable"), element("span", {}, "100: calm")),
  ];
}

export function show({ index }) {
  fill(byId("answer"), value(index), facts(index));
  fill(byId("gauge"), ...gauge(index));
  byId("reason").textContent = index.stability === null ? `There is no score: ${index.reason}.` : index.reason;
  byId("demo").hidden = !index.demo;
  byId("provenance").textContent =
    `As of ${moment(index.asOf)}: model ${index.model.id} version ${index.model.version} (${index.model.hash}), Muscat ` +
    `${index.programs.muscat}; plugins ` +
    Object.entries(index.programs.plugins).map(([id, version]) => `${id} ${version}`).join(", ");
}
