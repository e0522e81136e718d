// Which inputs are stale or missing, and since when: inputs by days, and the age of each.
import { beside, byId, element, fill, number, table, wide } from "../parts/dom.js";
import { ageAt, day, moment, qualityOf, QUALITIES, secondsBetween } from "../parts/words.js";

const DAYS = 30;

const all = (index) => index.pillars.flatMap((pillar) => pillar.indicators.map((indicator) => ({ pillar: pillar.id, ...indicator })));

function cell(quality, label) {
  if (quality === undefined) return element("td", {}, element("span", { class: "cell nothing" }), element("span", { class: "hidden" }, "nothing published"));
  const said = QUALITIES[quality] ?? { letter: "?", text: quality };
  return element("td", { title: `${label}: ${said.text}` },
    element("span", { class: `cell ${quality}`, "aria-hidden": "true" }, said.letter), element("span", { class: "hidden" }, quality));
}

// The last moment of each day, by its date; the newest thirty days.
function days(readings) {
  const byDay = new Map();
  readings.forEach((moment) => byDay.set(day(moment.asOf), moment));
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-DAYS);
}

function heat(view) {
  if (view.awaits("readings")) return [element("p", { class: "quiet" }, "Asking the server for the days before …")];
  const told = days(view.readings ?? []);
  if (told.length === 0) return [];
  const heads = told.map(([date]) => element("th", { scope: "col" }, element("span", { "aria-hidden": "true" }, date.slice(8)), element("span", { class: "hidden" }, date)));
  const rows = all(view.index).map((indicator) =>
    element("tr", {}, element("th", { scope: "row" }, indicator.id),
      ...told.map(([date, at]) => {
        const found = at.readings.find((reading) => reading.id === indicator.id);
        return cell(found && qualityOf(found), `${indicator.id}, ${date}`);
      })));
  const made = element("table", { class: "heat" },
    element("caption", { class: "hidden" }, `Freshness of inputs from ${told[0][0]} to ${told[told.length - 1][0]}`),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Input"), ...heads)), element("tbody", {}, ...rows));
  return [
    element("h3", {}, `Day by day, ${told[0][0]} to ${told[told.length - 1][0]}`),
    element("ul", { class: "legend keys" }, ...Object.entries(QUALITIES).map(([quality, said]) =>
      element("li", {}, element("span", { class: `cell ${quality}`, "aria-hidden": "true" }, said.letter), said.text))),
    wide("heat", "Freshness of inputs by day", made),
  ];
}

function worst(index) {
  const order = ["missing", "suspect", "held", "stale", "partial", "ok"];
  return all(index).sort((a, b) =>
    order.indexOf(qualityOf(a)) - order.indexOf(qualityOf(b)) ||
    (b.observedAt && a.observedAt ? secondsBetween(b.observedAt, a.observedAt) * -1 : 0));
}

function summary(inputs) {
  const counts = Object.keys(QUALITIES).map((quality) => [quality, inputs.filter((input) => qualityOf(input) === quality).length]);
  return counts.filter(([, count]) => count > 0).map(([quality, count]) => `${count} ${quality === "ok" ? "fresh" : quality}`).join(", ");
}

export function show(view) {
  const { index } = view;
  const inputs = worst(index);
  const rows = inputs.map((input) => {
    const quality = qualityOf(input);
    return [
      element("td", {}, `${input.pillar} / ${input.id}`, input.reason ? beside(input.reason) : null),
      element("td", { class: quality === "ok" ? "" : "bad" }, QUALITIES[quality].text),
      number(input.observedAt ? day(input.observedAt) : "–"),
      number(input.observedAt ? ageAt(input.observedAt, index.asOf) : "–"),
    ];
  });
  fill(byId("freshness"),
    element("p", {}, `Of ${inputs.length} inputs: ${summary(inputs)}. As of ${moment(index.asOf)}.`),
    ...heat(view),
    element("h3", {}, "Each input, the worst first"),
    wide("ages", "Inputs and their age",
      table("Inputs and their age", ["Input", "Quality", ["Data of", "number"], ["Age", "number"]], rows)));
}
