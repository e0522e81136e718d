// The index with its interval over time, and what happened meanwhile. A refusal leaves a gap.
import { beside, byId, details, element, fill, number, table, wide } from "../parts/dom.js";
import { colour } from "../parts/theme.js";
import { day, moment, one } from "../parts/words.js";

const SPANS = [["All", Infinity], ["Year", 366], ["Quarter", 92], ["Month", 31]];
const HEIGHT = 260;
const TABLE_ROWS = 60;
const DAY_SECONDS = 86400;
const NO_CHART = "The drawing needs the library of the server; the table has the same.";

let plot = null;
let span = Infinity;
let drawn = null;
let marks = [];

const seconds = (instant) => Date.parse(instant) / 1000;

function columns(history) {
  return [
    history.map((point) => seconds(point.asOf)),
    history.map((point) => point.upper),
    history.map((point) => point.lower),
    history.map((point) => point.stability),
  ];
}

// Dated events as lines with a mark at the top.
function drawMarks(chart) {
  const { ctx } = chart;
  const { left, top, width, height } = chart.bbox;
  ctx.save();
  ctx.strokeStyle = colour("warm");
  ctx.fillStyle = colour("warm");
  marks.forEach((mark) => {
    const x = chart.valToPos(mark.at, "x", true);
    if (x < left || x > left + width) return;
    ctx.globalAlpha = 0.45;
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, top + height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.beginPath();
    ctx.arc(x, top + 5 * devicePixelRatio, 4 * devicePixelRatio, 0, 2 * Math.PI);
    ctx.fill();
  });
  ctx.restore();
}

// Dates as everywhere else, as short as their distance allows.
function dates(chart, splits, axis, space, step) {
  return splits.map((at) => {
    const text = new Date(1000 * at).toISOString();
    if (step < DAY_SECONDS) return text.slice(5, 16).replace("T", " ");
    return step < 28 * DAY_SECONDS ? text.slice(0, 10) : text.slice(0, 7);
  });
}

function options(width) {
  const grid = { stroke: colour("line"), width: 1 };
  const axis = { stroke: colour("quiet"), grid, ticks: grid, font: "12px system-ui, sans-serif" };
  return {
    width,
    height: HEIGHT,
    tzDate: (at) => window.uPlot.tzDate(new Date(1000 * at), "UTC"),
    scales: { y: { range: [0, 100] } },
    axes: [{ ...axis, values: dates }, { ...axis, size: 40 }],
    legend: { live: true },
    series: [
      { label: "As of", value: (chart, at) => (at === null ? "–" : new Date(1000 * at).toISOString().slice(0, 10)) },
      { label: "Upper", stroke: colour("band"), width: 1, points: { show: false }, value: (chart, points) => (points === null ? "–" : one(points)) },
      { label: "Lower", stroke: colour("band"), width: 1, points: { show: false }, value: (chart, points) => (points === null ? "–" : one(points)) },
      { label: "Index", stroke: colour("accent"), width: 2, points: { show: false }, value: (chart, points) => (points === null ? "–" : one(points)) },
    ],
    bands: [{ series: [1, 2], fill: colour("band") }],
    hooks: { draw: [drawMarks] },
  };
}

function chosen(history) {
  if (history.length === 0 || span === Infinity) return history;
  const least = seconds(history[history.length - 1].asOf) - span * DAY_SECONDS;
  return history.filter((point) => seconds(point.asOf) >= least);
}

function scaffold(view) {
  const buttons = SPANS.map(([name, days]) => {
    const button = element("button", { type: "button", "aria-pressed": String(days === span), "data-key": `span-${name}` }, name);
    button.addEventListener("click", () => {
      span = days;
      drawn = null;
      show(view());
    });
    return button;
  });
  return [
    element("h3", {}, "The index and its 90 % interval"),
    element("div", { class: "choices", role: "group", "aria-label": "How far back" }, ...buttons),
    element("div", { class: "canvas", role: "img", id: "canvas" }),
    element("p", { id: "chart-caption", class: "reason" }),
    element("div", { id: "chart-events" }),
    details("chart-table", "The same as a table", () =>
      element("div", { id: "chart-points" }, pointTable(chosen(view().history)))),
  ];
}

// What backfill computed as it would have been known then is told apart from what was published at its moment.
const isComputed = (point) => point.origin === "computed";

function pointTable(history) {
  const rows = history.slice(-TABLE_ROWS).reverse().map((point) => [
    moment(point.asOf), point.status, point.origin,
    number(point.stability === null ? "none" : one(point.stability)),
    number(point.stability === null ? "–" : `${one(point.lower)} to ${one(point.upper)}`),
  ]);
  const made = table("The newest points of the index", ["As of", "Status", "Origin", ["Index", "number"], ["90 % interval", "number"]], rows);
  return wide("points", "Points of the index", made);
}

function eventList(within) {
  if (within.length === 0) return [];
  return [details("events", `${within.length} coded events in this span, marked above`, () =>
    wide("events-table", "Coded events", table(
      "Coded events", ["Day", "What", "Kind"],
      within.slice().reverse().map((mark) => [mark.day, mark.title, mark.kind]))))];
}

function counted(scored) {
  const computed = scored.filter(isComputed).length;
  const published = scored.length - computed;
  return [
    published ? `${published} published` : "",
    computed ? `${computed} computed later from what was known then` : "",
  ].filter(Boolean).join(" and ");
}

function caption(history) {
  const scored = history.filter((point) => point.stability !== null);
  if (scored.length < 2) return "The line begins with the second score.";
  const refused = history.length - scored.length;
  return `${scored.length} scores from ${day(history[0].asOf)} to ${day(history[history.length - 1].asOf)}, ${counted(scored)}` +
    (refused ? `; ${refused} moments without one leave gaps.` : ".");
}

function describe(history) {
  const scored = history.filter((point) => point.stability !== null);
  if (scored.length < 2) return "Index over time: fewer than two scores yet";
  const values = scored.map((point) => point.stability);
  return `Index over time, ${day(scored[0].asOf)} to ${day(scored[scored.length - 1].asOf)}: from ${one(values[0])} to ` +
    `${one(values[values.length - 1])}, lowest ${one(Math.min(...values))}, highest ${one(Math.max(...values))}`;
}

function markOf(event) {
  const title = event.attributes.summary ?? event.attributes.title ?? event.key;
  return { at: seconds(event.observedAt), day: day(event.observedAt), title, kind: event.type };
}

let last = null;

export function redraw() {
  plot?.destroy();
  plot = null;
  drawn = null;
  if (last) show(last);
}

export function show(view) {
  last = view;
  const place = byId("chart");
  if (place.childElementCount === 0) fill(place, ...scaffold(() => last));
  const history = chosen(view.history);
  const signature = `${view.index.theatre.id} ${history.length} ${history[0]?.asOf} ${history[history.length - 1]?.asOf} ${view.events?.length} ` +
    `${history.filter(isComputed).length} ${view.awaits("history")}`;
  if (signature === drawn) return;
  drawn = signature;
  place.querySelectorAll("[aria-pressed]").forEach((button, at) => button.setAttribute("aria-pressed", String(SPANS[at][1] === span)));
  const first = history.length ? seconds(history[0].asOf) : Infinity;
  const end = history.length ? seconds(history[history.length - 1].asOf) : -Infinity;
  marks = (view.events ?? []).map(markOf).filter((mark) => mark.at >= first && mark.at <= end);
  const canvas = byId("canvas");
  canvas.setAttribute("aria-label", describe(history));
  byId("chart-caption").textContent = view.awaits("history") ? "Asking the server for the days before …" : caption(history);
  fill(byId("chart-events"), ...eventList(marks));
  if (byId("chart-points")) fill(byId("chart-points"), pointTable(history));
  if (view.awaits("history")) {
    plot?.destroy();
    plot = null;
    fill(canvas);
    return;
  }
  if (!window.uPlot) {
    fill(canvas, beside(NO_CHART));
    return;
  }
  if (plot === null) {
    fill(canvas);
    plot = new window.uPlot(options(canvas.clientWidth || 600), columns(history), canvas);
    watchWidth(canvas);
  } else {
    plot.setData(columns(history));
  }
}

let watched = false;

function watchWidth(canvas) {
  if (watched) return;
  watched = true;
  new ResizeObserver(() => {
    if (plot && canvas.clientWidth > 0 && canvas.clientWidth !== plot.width) plot.setSize({ width: canvas.clientWidth, height: HEIGHT });
  }).observe(canvas);
}
