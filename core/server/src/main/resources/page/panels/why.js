// Why it stands there: from 100 down to the index, part by part, each down to the observation.
import { bar, beside, byId, details, element, fill, number, table, wide } from "../parts/dom.js";
import { ageAt, day, inUnit, moment, one, percent, qualityOf, QUALITIES, signed } from "../parts/words.js";

function term(name, text) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, text));
}

// The observation behind a number, and who read it.
function observation(indicator, index, indicators) {
  const known = indicators?.find((kind) => kind.id === indicator.indicator);
  const plugin = known?.plugin;
  return element(
    "dl", {},
    term("Reading", inUnit(indicator.value, indicator.unit)),
    term("Risk, of 100", indicator.risk === null ? "–" : one(indicator.risk)),
    term("Share of its pillar", percent(indicator.weight)),
    term("Quality", QUALITIES[qualityOf(indicator)].text),
    term("Data of", indicator.observedAt ? `${moment(indicator.observedAt)}, ${ageAt(indicator.observedAt, index.asOf)}` : "no data"),
    term("Read by", plugin ? `${indicator.indicator} of ${plugin} ${index.programs.plugins[plugin] ?? ""}` : indicator.indicator),
    ...Object.entries(indicator.facts).map(([name, text]) => term(name, text)));
}

function named(indicator, view) {
  const notes = [beside(indicator.title)];
  const frozen = indicator.facts["frozen-since"];
  if (frozen) notes.push(beside(`baseline frozen since ${frozen}`));
  if (indicator.reason) notes.push(beside(indicator.reason));
  return element("td", { class: "name" },
    details(`why-${indicator.id}`, indicator.id, () => observation(indicator, view.index, view.indicators)), ...notes);
}

function aged(indicator, index) {
  const quality = qualityOf(indicator);
  return element("td", { class: quality === "ok" ? "" : "bad" },
    quality === "ok" ? "fresh" : quality,
    indicator.observedAt ? beside(`${day(indicator.observedAt)}, ${ageAt(indicator.observedAt, index.asOf)}`) : null);
}

// Rows from 100 down to the index. Every part begins where the one before it ended.
function steps(view) {
  const { index } = view;
  const rows = [];
  let at = 100;
  const step = (name, points, className) => {
    const from = at;
    at -= points;
    rows.push({ name, points, from, to: at, className });
  };
  index.pillars.forEach((pillar) => {
    rows.push({ pillar });
    pillar.indicators.filter((indicator) => indicator.contribution !== null)
      .sort((a, b) => b.contribution - a.contribution)
      .forEach((indicator) => step(indicator.id, indicator.contribution));
  });
  if (index.stability.structureContribution !== null) {
    step("structure: what the structural factor takes", index.stability.structureContribution);
  }
  step("response: the lag behind the target", index.stability.responseContribution);
  return rows;
}

function waterfall(view) {
  const { index } = view;
  const total = (name, points) =>
    element("tr", { class: "pillar total" }, element("td", {}, name),
      element("td", { class: "bar-cell" }, bar(0, points, "whole")), number(""), number(one(points)));
  const lines = steps(view).map((row) =>
    row.pillar
      ? element("tr", { class: "pillar" }, element("td", {}, row.pillar.id), element("td", { class: "bar-cell" }),
        number(row.pillar.contribution === null ? "–" : signed(-row.pillar.contribution)), number(""))
      : element("tr", {}, element("td", {}, row.name),
        element("td", { class: "bar-cell" }, bar(row.to, row.from, row.points < 0 ? "gives" : "takes")),
        number(signed(-row.points)), number(one(row.to))));
  const made = table("From 100 down to the index", ["Part", "From 100 down", ["Points", "number"], ["Leaves", "number"]], [], "waterfall");
  made.querySelector("tbody").append(total("no risk at all", 100), ...lines, total("index", index.stability.value));
  return made;
}

function pillarPart(pillar, view) {
  const rows = pillar.indicators.map((indicator) => [
    named(indicator, view),
    number(inUnit(indicator.value, indicator.unit)),
    number(indicator.risk === null ? "–" : one(indicator.risk)),
    number(indicator.contribution === null ? "–" : one(indicator.contribution)),
    aged(indicator, view.index),
  ]);
  return element(
    "div", { class: "pillar-part" },
    element("div", { class: "head" },
      element("h3", {}, `${pillar.id}, ${percent(pillar.weight)}`),
      element("b", {}, pillar.stability === null ? "missing" : one(pillar.stability))),
    element("p", { class: "quiet" }, `Coverage ${percent(pillar.coverage)}. ${pillar.reason}`),
    wide(`pillar-${pillar.id}`, `Indicators of ${pillar.id}`,
      table(`Indicators of ${pillar.id}`, ["Indicator", ["Reading", "number"], ["Risk", "number"], ["Takes", "number"], "Data"], rows)));
}

export function show(view) {
  const { index } = view;
  if (index.stability === null) {
    fill(byId("waterfall"), element("p", {}, `There is no score to take apart: ${index.reason}.`));
  } else {
    fill(byId("waterfall"),
      element("p", {}, "What each indicator takes from 100, in points of the index. The parts sum to what it lacks, exactly. Each opens down to its observation below."),
      waterfall(view));
  }
  fill(byId("pillars"), ...index.pillars.map((pillar) => pillarPart(pillar, view)));
}
