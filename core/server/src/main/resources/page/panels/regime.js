// The regime and its timeline, flags, margin for error, and trip-wires in natural units.
import { bar, beside, byId, details, drawing, element, fill, number, table, wide } from "../parts/dom.js";
import { ageAt, day, long, moment, one, percent, reading, secondsBetween, word } from "../parts/words.js";

const REGIMES = ["detente", "containment", "coercion", "conflict", "drift", "undetermined"];

const className = (regime) => `regime-${regime ?? "none"}`;
const nameOf = (regime) => (regime === null || regime === undefined ? "not judged" : word(regime));

// Spells of one regime after the other, as far as the published history tells.
function spells(history) {
  const made = [];
  history.forEach((point) => {
    const newest = made[made.length - 1];
    if (newest) newest.to = point.asOf;
    if (!newest || newest.regime !== point.regime) made.push({ regime: point.regime, from: point.asOf, to: point.asOf });
  });
  return made;
}

// Letters stand for a regime where colours do not.
const LETTERS = { detente: "DÉ", containment: "CT", coercion: "CR", conflict: "CF", drift: "DR", undetermined: "?" };
const letters = (regime) => LETTERS[regime] ?? "–";

// As wide as it lasted; the width is set by the script, since the content policy forbids attributes of style.
function ribbon(told) {
  const parts = told.map((spell) => {
    const title = `${nameOf(spell.regime)}: ${day(spell.from)} to ${day(spell.to)}`;
    const part = element("span", { class: `spell ${className(spell.regime)}`, title }, letters(spell.regime));
    part.style.flexGrow = String(Math.max(secondsBetween(spell.from, spell.to), 1));
    return part;
  });
  const label = `Timeline of the regime from ${day(told[0].from)} to ${day(told[told.length - 1].to)}, ${told.length} spells; the table has them`;
  return element("div", { class: "ribbon", role: "img", "aria-label": label }, ...parts);
}

function legend(told) {
  const seen = REGIMES.filter((regime) => told.some((spell) => spell.regime === regime));
  return element("ul", { class: "legend" }, ...seen.map((regime) => {
    const mark = drawing("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" }, drawing("rect", { class: className(regime), width: 10, height: 10 }));
    return element("li", {}, mark, `${letters(regime)}: ${word(regime)}`);
  }));
}

function timeline(history) {
  const judged = history.filter((point) => point.regime !== undefined);
  if (judged.length < 2) return [element("p", { class: "quiet" }, "The timeline begins with the second moment that tells a regime.")];
  const told = spells(judged);
  const rows = told.slice().reverse().map((spell) => [
    nameOf(spell.regime), day(spell.from), day(spell.to), long(secondsBetween(spell.from, spell.to))]);
  return [
    element("h3", {}, "Timeline"),
    ribbon(told),
    element("div", { class: "gauge-ends" }, element("span", {}, day(told[0].from)), element("span", {}, day(told[told.length - 1].to))),
    legend(told),
    details("spells", "The same as a table", () =>
      wide("spells-table", "Spells of the regime", table("Spells of the regime", ["Regime", "From", "To", "Lasted"], rows))),
  ];
}

function answer({ regime, margin, stability, asOf }) {
  const { touchProbability } = margin;
  const margins = margin.word === null
    ? element("p", {}, "Margin for error: none. ", beside(margin.reason))
    : element("p", {}, `Margin for error: ${word(margin.word)}, in band ${word(margin.band)}. `,
      beside(`The pillars together, ${one(stability.dynamic)}, are ${one(Math.abs(margin.distance))} points or ${one(Math.abs(margin.sigmas))} sigma ` +
        `${margin.sigmas < 0 ? "below" : "above"} the next worse band, ${one(margin.threshold)}.` +
        (margin.vetoes.length ? ` Not AMPLE for ${margin.vetoes.map(word).join(", ")}.` : "")));
  return [
    regime.regime === null
      ? element("p", {}, "No regime. ", beside(regime.reason))
      : element("p", {}, element("strong", {}, word(regime.regime)), ` since ${day(regime.since)}, ${long(secondsBetween(regime.since, asOf))}. `, beside(regime.reason)),
    margins,
    element("p", {}, touchProbability.value === null
      ? beside(`No probability of a touch within ${touchProbability.days ?? "some"} days is published: ${touchProbability.reason}.`)
      : `Probability of a touch within ${touchProbability.days} days: ${percent(touchProbability.value)}`),
  ];
}

function axes({ regime }) {
  if (regime.axes === null) return [];
  const rows = Object.entries(regime.axes).map(([name, axis]) => [
    element("td", {}, name,
      axis.missing.length ? beside(`without ${axis.missing.join(", ")}`) : null, axis.reason ? beside(axis.reason) : null),
    element("td", { class: "bar-cell" }, axis.level === null ? "" : bar(0, 100 * axis.level, "whole")),
    number(axis.level === null ? "not known" : axis.level.toFixed(2)),
  ]);
  const likely = Object.entries(regime.posterior).sort((a, b) => b[1] - a[1]).map(([name, share]) => [
    name, element("td", { class: "bar-cell" }, bar(0, 100 * share, className(name))), number(share < 0.005 ? "under 1 %" : percent(share))]);
  return [
    element("h3", {}, "Axes, from 0 to 1"),
    table("Axes of the regime", ["Axis", "Level", ["", "number"]], rows),
    element("p", {}, regime.mix === null
      ? beside(`No mix of dialogue and pressure: ${regime.mixReason}`)
      : beside(`Mix of dialogue and pressure ${regime.mix.toFixed(2)}, gradient ${reading(regime.mixGradient)}`)),
    element("h3", {}, "How alike the regimes are"),
    beside("The posterior decides nothing."),
    table("Posterior of the regimes", ["Regime", "Share", ["", "number"]], likely),
  ];
}

const FLAG_MARKS = { raised: "▲ raised", clear: "○ clear", undecided: "? undecided" };

function flags(index) {
  const rows = index.flags.map((flag) => [
    element("td", {}, word(flag.flag)),
    element("td", { class: flag.verdict === "clear" ? "" : "bad" }, FLAG_MARKS[flag.verdict] ?? flag.verdict, beside(flag.reason)),
  ]);
  return [element("h3", {}, "Flags"), rows.length === 0 ? element("p", { class: "quiet" }, "The model judges none.") : table("Flags", ["Flag", "Verdict"], rows)];
}

function tripWires(index) {
  if (index.tripWires.length === 0) return [element("h3", {}, "Trip-wires"), element("p", { class: "quiet" }, `None: ${index.margin.reason}.`)];
  const seen = new Map(index.pillars.flatMap((pillar) => pillar.indicators).map((indicator) => [indicator.id, indicator]));
  const age = (wire) => {
    const observedAt = seen.get(wire.indicator)?.observedAt;
    return observedAt ? beside(`data of ${day(observedAt)}, ${ageAt(observedAt, index.asOf)}`) : null;
  };
  const row = (wire) => [
    element("td", {}, `${wire.pillar} / ${wire.indicator}`, age(wire)),
    number(wire.reading === null ? "–" : `${reading(wire.reading)} ${wire.unit}`),
    wire.trippingReading === null ? element("td", { class: "number" }, "–", beside(wire.reason)) : number(`${reading(wire.trippingReading)} ${wire.unit}`),
  ];
  const headings = ["Indicator", ["Stands at", "number"], ["Trips at", "number"]];
  const reach = index.tripWires.filter((wire) => wire.trippingReading !== null);
  const rest = index.tripWires.filter((wire) => wire.trippingReading === null);
  return [
    element("h3", {}, "Trip-wires"),
    beside(`The readings at which one indicator alone brings the pillars to ${index.margin.threshold === null ? "the next worse band" : one(index.margin.threshold)}. The nearest stands first. As of ${moment(index.asOf)}.`),
    reach.length ? wide("wires", "Trip-wires", table("Trip-wires", headings, reach.map(row))) : element("p", {}, "No indicator trips it alone."),
    rest.length ? details("wires-rest", `${rest.length} that cannot get there alone`, () =>
      wide("wires-rest-table", "Indicators that trip nothing alone", table("Indicators that trip nothing alone", headings, rest.map(row)))) : null,
  ];
}

export function show({ index, history }) {
  fill(byId("regime-answer"), ...answer(index));
  fill(byId("regime-timeline"), ...timeline(history));
  fill(byId("axes"), ...axes(index));
  fill(byId("flags"), ...flags(index));
  fill(byId("trip-wires"), ...tripWires(index));
}
