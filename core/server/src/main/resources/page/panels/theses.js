// What the essay claims, what measures it, what history says of it, and what that reads now.
import { beside, byId, element, fill, table, wide } from "../parts/dom.js";
import { get } from "../parts/server.js";
import { ageAt, day, inUnit, moment, one, percent, qualityOf, QUALITIES, word } from "../parts/words.js";

let theses = null;
let asked = false;
let latest = null;

function ageOf(found, index) {
  const age = found.observedAt ? `data of ${day(found.observedAt)}, ${ageAt(found.observedAt, index.asOf)}` : "";
  return found.held ? `held; ${age}` : age;
}

function indicator(index, id) {
  const found = index.pillars.flatMap((pillar) => pillar.indicators).find((one) => one.id === id);
  if (!found) return [`${id}: no input of the pillars`, ""];
  if (found.value === null && found.risk !== null) return [`${id}: value withheld, risk ${one(found.risk)}`, ageOf(found, index)];
  if (found.value === null) return [`${id}: ${QUALITIES[qualityOf(found)].text}`, found.reason];
  return [`${id} ${inUnit(found.value, found.unit)}, risk ${one(found.risk)}`, ageOf(found, index)];
}

function axis({ regime }, name) {
  if (regime.axes === null) return [`${name}: the model judges no regime`, ""];
  const { level, missing, reason } = regime.axes[name];
  return [`${name} ${level === null ? "not known" : level.toFixed(2)}`, reason || (missing.length ? `without ${missing.join(", ")}` : "")];
}

function flag(index, name) {
  const found = index.flags.find((one) => one.flag === name);
  return found ? [`${word(name)} ${found.verdict}`, found.reason] : [`${word(name)}: not judged`, ""];
}

const PARTS = {
  mix: ({ regime }) => [regime.mix === null ? "mix: none" : `mix ${regime.mix.toFixed(2)}`, regime.mixReason ?? ""],
  regime: ({ regime }) => [regime.regime === null ? "no regime" : word(regime.regime), regime.reason],
  margin: ({ margin }) => [margin.word === null ? "no margin" : `margin ${word(margin.word)}, ${one(margin.sigmas)} sigma`, margin.reason],
  structure: ({ stability }) => [stability?.structuralFactor == null ? "no structural factor" : `structural factor ${stability.structuralFactor.toFixed(2)}`, ""],
  opacity: ({ opacity }) => [opacity.value === null ? "opacity: not known" : `opacity ${percent(opacity.value)}`, opacity.reason],
};

function reads(index, name) {
  const [kind, id] = name.split(":");
  if (kind === "indicator") return indicator(index, id);
  if (kind === "axis") return axis(index, id);
  if (kind === "flag") return flag(index, id);
  return PARTS[kind](index);
}

function row(thesis, index) {
  const now = thesis.reads.map((name) => {
    const [text, why] = reads(index, name);
    return element("li", {}, text, why ? beside(why) : null);
  });
  return [
    element("td", {}, thesis.claim, beside(`measured by ${thesis.measuredBy}`)),
    element("td", {}, thesis.finding),
    element("td", {}, now.length ? element("ul", { class: "plain" }, ...now) : "measured once over the history; it reads nothing since"),
  ];
}

async function askForTheses() {
  if (asked) return;
  asked = true;
  try {
    theses = await get("theses.json");
    show(latest);
  } catch {
    asked = false; // asked for again with the next news
  }
}

export function show(view) {
  latest = view;
  askForTheses();
  if (theses === null) return;
  fill(byId("theses-table"),
    element("p", { class: "quiet" }, "The findings are of recorded history, 2018 to 2025, and do not follow the index; docs/theses.md says how they came about. The last column is as of ", moment(view.index.asOf), "."),
    wide("theses", "Theses", table("Theses", ["Claim", "History says", "Reads"], theses.map((thesis) => row(thesis, view.index)))));
}
