"use strict";

const REFRESH_MILLIS = 2000;
const DEV_REFRESH_MILLIS = 500;
const CHART = { width: 800, height: 220, left: 34, right: 8, top: 8, bottom: 22 };
const HISTORY_DAYS = 160;
const SPAN_WORDS = { P1D: "Since the day before", P7D: "Since the week before" };

const byId = (id) => document.getElementById(id);
const one = (number) => number.toFixed(1);
const reading = (number) => (number !== 0 && Math.abs(number) < 0.001 ? "under 0.001" : number.toPrecision(3));
const signed = (number) => (number > 0 ? "+" : "") + number.toFixed(1);
const percent = (ratio) => Math.round(100 * ratio) + " %";
const day = (instant) => instant.slice(0, 10);
const word = (name) => name.toUpperCase().replaceAll("_", " ");

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function drawing(name, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function table(headings, rows) {
  const made = element("table");
  const head = made.createTHead().insertRow();
  headings.forEach(([text, className]) => {
    const cell = element("th", text, className);
    cell.scope = "col";
    head.append(cell);
  });
  const body = made.createTBody();
  rows.forEach((cells) => {
    const row = body.insertRow();
    cells.forEach((cell) => row.append(cell));
  });
  return made;
}

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  const document = await answer.json();
  if (!answer.ok) throw new Error(document.detail || answer.statusText);
  return document;
}

function showTarget(stability) {
  const differs = stability !== null && one(stability.target) !== one(stability.value);
  byId("target").hidden = !differs;
  byId("target").textContent = differs ? `on its way to ${one(stability.target)}` : "";
}

function say(id, text, reason) {
  byId(id).replaceChildren(text);
  if (reason) byId(id).append(element("span", reason, "reason"));
}

function flagNames(index, verdict) {
  return index.flags.filter((flag) => flag.verdict === verdict).map((flag) => word(flag.flag)).join(", ");
}

// Regime, flags, margin and trip-wire. What is undecided is told: missing is not calm.
function showBeside(index) {
  const { regime, margin } = index;
  if (regime.regime === null) say("regime", "none", regime.reason);
  else say("regime", `${word(regime.regime)} since ${day(regime.since)}`, regime.reason);
  const undecided = flagNames(index, "undecided");
  say(
    "flags",
    index.flags.length ? flagNames(index, "raised") || "none" : "not judged",
    undecided && `undecided: ${undecided}`);
  if (margin.word === null) {
    say("margin", margin.band ? `none, band ${word(margin.band)}` : "none", margin.reason);
  } else {
    say(
      "margin",
      `${word(margin.word)}, band ${word(margin.band)}`,
      `the pillars together, ${one(index.stability.dynamic)}, are ${one(Math.abs(margin.sigmas))} sigma ` +
        `${margin.sigmas < 0 ? "below" : "above"} ${one(margin.threshold)}`);
  }
  const wire = index.tripWires.find((tripWire) => tripWire.trippingReading !== null);
  if (wire) {
    say("trip-wire", wire.indicator, `at ${reading(wire.trippingReading)} ${wire.unit}, now ${reading(wire.reading)}`);
  } else {
    say("trip-wire", "none", index.tripWires.length ? "no indicator trips it alone" : margin.reason);
  }
}

function showNow(index) {
  byId("stability").textContent = index.stability ? one(index.stability.value) : "no score";
  byId("interval").textContent = index.stability
    ? `${one(index.stability.lower)} to ${one(index.stability.upper)}`
    : "none";
  byId("coverage").textContent = percent(index.coverage) + " of the weight";
  byId("status").textContent = index.status;
  byId("as-of").textContent = index.asOf.replace("T", " ").replace("Z", " UTC");
  showTarget(index.stability);
  showBeside(index);
  byId("reason").textContent = index.reason;
  byId("demo").hidden = !index.demo;
  byId("provenance").textContent =
    `Model ${index.model.id} version ${index.model.version} (${index.model.hash}), Muscat ` +
    `${index.programs.muscat}; plugins ` +
    Object.entries(index.programs.plugins).map(([id, version]) => `${id} ${version}`).join(", ");
}

function showMoves(index) {
  byId("moves").replaceChildren(
    ...index.moved.map((move) => {
      const column = element("div");
      const head = element("div", undefined, "pillar-head");
      head.append(element("h3", SPAN_WORDS[move.span] || move.span), element("b", signed(move.change)));
      const parts = move.parts.filter((part) => Math.abs(part.change) >= 0.05);
      column.append(head);
      if (parts.length === 0) {
        column.append(element("p", "Nothing moved it by a tenth of a point.", "quiet"));
      } else {
        column.append(
          table(
            [["Indicator"], ["Points", "number"]],
            parts.map((part) => [
              element("td", part.indicator ? `${part.pillar} / ${part.indicator}` : `(${part.cause})`),
              element("td", signed(part.change), "number"),
            ])));
      }
      return column;
    }));
  byId("moved").hidden = index.moved.length === 0;
}

function indicatorRow(indicator) {
  const name = element("td", indicator.id);
  name.append(element("span", indicator.title, "reason"));
  const quality = element("span", indicator.held ? "held at its last value" : indicator.quality);
  quality.className = indicator.quality === "ok" ? "reason" : "reason bad";
  name.append(quality);
  if (indicator.observedAt) name.append(element("span", "data of " + day(indicator.observedAt), "reason"));
  const frozenSince = indicator.facts["frozen-since"];
  if (frozenSince) name.append(element("span", `baseline frozen since ${frozenSince}`, "reason"));
  if (indicator.reason) name.append(element("span", indicator.reason, "reason"));
  const value = indicator.value === null ? "–" : `${reading(indicator.value)} ${indicator.unit}`;
  return [
    name,
    element("td", value, "number"),
    element("td", indicator.risk === null ? "–" : one(indicator.risk), "number"),
    element("td", indicator.contribution === null ? "–" : one(indicator.contribution), "number"),
  ];
}

function showPillars(index) {
  byId("pillars").replaceChildren(
    ...index.pillars.map((pillar) => {
      const column = element("div");
      const head = element("div", undefined, "pillar-head");
      head.append(
        element("h3", `${pillar.id}, ${percent(pillar.weight)}`),
        element("b", pillar.stability === null ? "missing" : one(pillar.stability)));
      column.append(head, element("p", `Coverage ${percent(pillar.coverage)}. ${pillar.reason}`, "quiet"));
      column.append(
        table(
          [["Indicator"], ["Reading", "number"], ["Risk", "number"], ["Takes", "number"]],
          pillar.indicators.map(indicatorRow)));
      return column;
    }));
}

function showWords(index) {
  byId("status-words").replaceChildren(
    table(
      [["Chokepoint"], ["Status"], ["Since"], ["Flow", "number"], ["Data of"]],
      index.statusWords.map((word) => [
        element("td", word.id),
        element("td", word.status || "unknown: " + word.reason, word.status === "OPEN" ? "" : "bad"),
        element("td", word.since || "–"),
        element("td", word.value === null ? "–" : percent(word.value) + " of baseline", "number"),
        element("td", word.observedAt ? day(word.observedAt) + ", " + daysOld(word) : "–"),
      ])));
  byId("words").hidden = index.statusWords.length === 0;
}

// A strait may have closed since: publishers of transits are days behind.
function daysOld(word) {
  const days = Math.floor(word.ageSeconds / 86400);
  return days === 1 ? "1 day old" : days + " days old";
}

// The demo has a point a day and forgets the oldest; any other server has one for each tick.
function shownHistory(index) {
  const from = new Date(Date.parse(index.asOf) - HISTORY_DAYS * 86400000).toISOString();
  return index.demo ? "limit=4000" : `from=${from}&step=PT1H&limit=4000`;
}

function showChart(history) {
  const scored = history.filter((point) => point.stability !== null);
  const chart = byId("chart");
  chart.replaceChildren(byId("chart-title"));
  if (scored.length < 2) {
    byId("chart-caption").textContent = "The line begins with the second published score.";
    return;
  }
  const first = Date.parse(history[0].asOf);
  const last = Date.parse(history[history.length - 1].asOf);
  const wide = CHART.width - CHART.left - CHART.right;
  const high = CHART.height - CHART.top - CHART.bottom;
  const x = (point) => CHART.left + (wide * (Date.parse(point.asOf) - first)) / (last - first || 1);
  const y = (value) => CHART.top + high * (1 - value / 100);
  [0, 25, 50, 75, 100].forEach((level) => {
    chart.append(
      drawing("line", { class: "grid-line", x1: CHART.left, x2: CHART.width - CHART.right, y1: y(level), y2: y(level) }),
      drawing("text", { class: "grid-label", x: CHART.left - 6, y: y(level) + 4, "text-anchor": "end" }, level));
  });
  // A refusal leaves a gap: the line is not drawn through what was not known.
  const runs = [];
  history.forEach((point) => {
    if (point.stability === null) runs.push([]);
    else (runs.length ? runs[runs.length - 1] : (runs.push([]), runs[0])).push(point);
  });
  runs.filter((run) => run.length > 1).forEach((run) => {
    const upper = run.map((point) => `${x(point)},${y(point.upper)}`);
    const lower = run.map((point) => `${x(point)},${y(point.lower)}`).reverse();
    chart.append(
      drawing("polygon", { class: "band", points: upper.concat(lower).join(" ") }),
      drawing("polyline", { class: "index-line", points: run.map((point) => `${x(point)},${y(point.stability)}`).join(" ") }));
  });
  chart.append(
    drawing("text", { class: "grid-label", x: CHART.left, y: CHART.height - 4 }, day(history[0].asOf)),
    drawing("text", { class: "grid-label", x: CHART.width - CHART.right, y: CHART.height - 4, "text-anchor": "end" }, day(history[history.length - 1].asOf)));
  byId("chart-caption").textContent = "Index with its 90 % interval, as published.";
}

function showHealth(plugins, feeds) {
  byId("plugins").replaceChildren(
    element("h3", "Plugins"),
    table(
      [["Plugin"], ["Verdict"]],
      plugins.map((plugin) => {
        const verdict = element("td", `${plugin.status} ${plugin.code}`, plugin.code ? "bad" : "");
        if (plugin.cause) verdict.append(element("span", `${plugin.cause} ${plugin.fix}`, "reason"));
        return [element("td", `${plugin.plugin || plugin.location} ${plugin.version}`), verdict];
      })));
  const made = [element("h3", "Feeds")];
  if (feeds.length === 0) {
    made.push(element("p", "No feed is configured.", "quiet"));
  } else {
    made.push(
      table(
        [["Feed"], ["State"], ["Last success"]],
        feeds.map((feed) => {
          const state = element("td", feed.state, feed.state === "up" ? "" : "bad");
          feed.vintageBreaks.forEach((seen) => state.append(element("span",
            `${seen.source} told ${seen.series} anew, seen ${seen.detectedAt}` + (seen.open ? ": suspect until it is read whole" : ""),
            seen.open ? "reason bad" : "reason")));
          if (feed.failure) state.append(element("span", feed.failure, "reason"));
          feed.rejections.slice(0, 3).forEach((row) => state.append(element("span", row, "reason")));
          return [element("td", feed.feed), state, element("td", feed.lastSuccess || "never")];
        })));
  }
  byId("feeds").replaceChildren(...made);
}

// What muscat dev says. Any other server says once that it is none, and is not asked again.
let dev = true;

async function showDev() {
  if (!dev) return;
  const said = await get("/api/v1/dev");
  dev = said.dev;
  byId("dev").hidden = !dev;
  byId("dev-plugin").textContent = said.plugin;
  byId("problems").hidden = said.problems.length === 0;
  byId("problem-list").replaceChildren(
    ...said.problems.map((problem) => {
      const made = element("p");
      made.append(element("b", problem.code), " ", problem.cause, element("span", problem.fix, "reason"));
      return made;
    }));
}

async function fillTheatres() {
  const theatres = await get("/api/v1/theatres");
  const chosen = byId("theatre");
  const shown = [...chosen.options].map((option) => [option.value, option.textContent]);
  const told = theatres.map((theatre) => [theatre.id, theatre.title]);
  if (JSON.stringify(shown) === JSON.stringify(told)) return theatres.length;
  const before = shown.length === 0 ? decodeURIComponent(location.hash.slice(1)) : chosen.value;
  chosen.replaceChildren(
    ...theatres.map((theatre) => {
      const option = element("option", theatre.title);
      option.value = theatre.id;
      return option;
    }));
  // Otherwise the first is chosen.
  if (theatres.some((theatre) => theatre.id === before)) chosen.value = before;
  return theatres.length;
}

function showNothing(plugins) {
  ["now", "moved", "why", "words"].forEach((id) => { byId(id).hidden = true; });
  byId("health").hidden = false;
  showHealth(plugins, []);
  document.title = "nothing to score – Muscat";
  byId("notice").hidden = false;
  byId("notice").textContent = "There is nothing to score.";
}

async function refresh() {
  try {
    await showDev();
    if (await fillTheatres() === 0) {
      showNothing(await get("/api/v1/plugins"));
      return;
    }
    const theatre = encodeURIComponent(byId("theatre").value);
    const index = await get(`/api/v1/theatres/${theatre}/index`);
    const [history, plugins, feeds] = await Promise.all([
      get(`/api/v1/theatres/${theatre}/history?${shownHistory(index)}`),
      get("/api/v1/plugins"),
      get("/api/v1/feeds"),
    ]);
    document.title = `${index.stability ? one(index.stability.value) : "no score"} ${index.theatre.title} – Muscat`;
    showNow(index);
    showMoves(index);
    showPillars(index);
    showWords(index);
    showChart(history);
    showHealth(plugins, feeds);
    ["now", "why", "health"].forEach((id) => { byId(id).hidden = false; });
    byId("notice").hidden = true;
  } catch (failure) {
    byId("notice").hidden = false;
    byId("notice").textContent = `Nothing new from the server: ${failure.message}. What is shown is old.`;
  } finally {
    setTimeout(refresh, dev ? DEV_REFRESH_MILLIS : REFRESH_MILLIS);
  }
}

byId("theatre").addEventListener("change", () => { location.hash = byId("theatre").value; });
refresh();
