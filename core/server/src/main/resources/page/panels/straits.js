// Open, restricted or closed: a word for each strait with since when, and where they are.
import { beside, byId, details, drawing, element, fill, number, table, wide } from "../parts/dom.js";
import { get } from "../parts/server.js";
import { day, daysOld, moment, percent, word } from "../parts/words.js";

const WIDTH = 1000;
const MARGIN_DEGREES = 8;
const LEAST_DEGREES = 50;
const TALLEST = 0.62;

let land = null;
let landAsked = false;
let latest = null;

const kindOf = (status) => ({ OPEN: "open", RESTRICTED: "restricted", EFFECTIVELY_CLOSED: "closed" })[status] ?? "unknown";
const WORDS = { open: "open", restricted: "restricted", closed: "effectively closed", unknown: "not known" };

// A shape for each word: colour is never the only sign.
function shape(kind, x, y, size) {
  const at = { class: `word-mark word-${kind}` };
  if (kind === "open") return drawing("circle", { ...at, cx: x, cy: y, r: size });
  if (kind === "restricted") return drawing("path", { ...at, d: `M${x} ${y - size * 1.2}L${x + size * 1.2} ${y + size}L${x - size * 1.2} ${y + size}Z` });
  return drawing("rect", { ...at, x: x - size, y: y - size, width: 2 * size, height: 2 * size });
}

function straitTable(features) {
  const rows = features.map(({ properties: strait }) => [
    element("td", {}, strait.title, beside(`${strait.theatre} / ${strait.id}`)),
    element("td", { class: kindOf(strait.status) === "open" ? "" : "bad" }, strait.status === null ? "not known" : word(strait.status), strait.reason ? beside(strait.reason) : null),
    element("td", {}, strait.since ?? "–"),
    number(strait.value === null ? "–" : `${percent(strait.value)} of baseline`),
    element("td", {}, strait.observedAt ? `${day(strait.observedAt)}, ${daysOld(strait.ageSeconds)}` : "–"),
  ]);
  return wide("straits-table", "Straits", table("Straits", ["Strait", "Word", "Since", ["Flow", "number"], "Data of"], rows));
}

// Without a map of the server: what the index says beside its number.
function fromIndex(index) {
  return index.statusWords.map((said) => ({
    properties: { ...said, theatre: index.theatre.id, title: said.title },
    geometry: null,
  }));
}

function box(features) {
  const points = features.map((feature) => feature.geometry.coordinates);
  const middle = (at) => {
    const all = points.map((point) => point[at]);
    return [Math.min(...all) - MARGIN_DEGREES, Math.max(...all) + MARGIN_DEGREES];
  };
  let [west, east] = middle(0);
  let [south, north] = middle(1);
  const grow = (low, high, least) => (high - low >= least ? [low, high] : [(low + high - least) / 2, (low + high + least) / 2]);
  [west, east] = grow(west, east, LEAST_DEGREES);
  [south, north] = grow(south, north, (east - west) * 0.4);
  if ((north - south) / (east - west) > TALLEST) [west, east] = grow(west, east, (north - south) / TALLEST);
  return { west, east, south, north };
}

function outlines(x, y) {
  return land.rings.map((ring) => {
    let [lon, lat] = ring;
    let path = `M${x(lon / 10)} ${y(lat / 10)}`;
    for (let at = 2; at < ring.length; at += 2) {
      lon += ring[at];
      lat += ring[at + 1];
      path += `L${x(lon / 10)} ${y(lat / 10)}`;
    }
    return `${path}Z`;
  }).join("");
}

// Beside its mark, on the side where there is room.
function place(x, y, title) {
  const isRight = x > 0.65 * WIDTH;
  return drawing("text", { x: isRight ? x - 18 : x + 18, y: y + 8, "font-size": 24, "text-anchor": isRight ? "end" : "start" }, title);
}

function draw(straits, incidents) {
  const { west, east, south, north } = box(straits);
  const perDegree = WIDTH / (east - west);
  const height = (north - south) * perDegree;
  const x = (lon) => Math.round(10 * (lon - west) * perDegree) / 10;
  const y = (lat) => Math.round(10 * (north - lat) * perDegree) / 10;
  const marks = incidents.map(({ geometry: { coordinates: [lon, lat] }, properties: incident }) =>
    drawing("path", { class: "incident", d: `M${x(lon) - 5} ${y(lat)}h10M${x(lon)} ${y(lat) - 5}v10` },
      drawing("title", {}, `${incident.type}, ${day(incident.observedAt)}, ${incident.reporter}: ${incident.title ?? incident.key}`)));
  const words = straits.map(({ geometry: { coordinates: [lon, lat] }, properties: strait }) =>
    drawing("g", {},
      shape(kindOf(strait.status), x(lon), y(lat), 11),
      drawing("title", {}, `${strait.title}: ${WORDS[kindOf(strait.status)]}`),
      place(x(lon), y(lat), strait.title)));
  const label = `Map: ${straits.map(({ properties }) => `${properties.title} ${WORDS[kindOf(properties.status)]}`).join(", ")}; ${incidents.length} incidents`;
  return drawing("svg", { class: "map", viewBox: `0 0 ${WIDTH} ${Math.round(height)}`, role: "img", "aria-label": label },
    land ? drawing("path", { class: "land", d: outlines(x, y) }) : null, ...marks, ...words);
}

function legend() {
  const kinds = Object.entries(WORDS).map(([kind, text]) =>
    element("li", {}, drawing("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, shape(kind, 10, 10, 7)), text));
  const cross = drawing("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, drawing("path", { class: "incident", d: "M3 10h14M10 3v14" }));
  return element("ul", { class: "legend" }, ...kinds, element("li", {}, cross, "incident of the last 365 days"));
}

function incidentTable(incidents) {
  const rows = incidents.map(({ properties: incident }) =>
    [day(incident.observedAt), incident.type, incident.title ?? incident.key, incident.reporter]);
  return details("incidents", `${incidents.length} incidents of the last 365 days`, () =>
    wide("incidents-table", "Incidents", table("Incidents", ["Day", "Type", "What", "Reporter"], rows)));
}

async function askForLand() {
  if (landAsked) return;
  landAsked = true;
  try {
    land = await get("land.json");
    show(latest);
  } catch {
    landAsked = false; // the straits are told without it, and it is asked for again
  }
}

let drawn = null;

export function show(view) {
  latest = view;
  const { chokepoints, index } = view;
  const placed = chokepoints?.features.filter((feature) => feature.properties.kind === "chokepoint") ?? [];
  const unplaced = chokepoints?.unplaced.filter((feature) => feature.properties.kind === "chokepoint").map((feature) => ({ ...feature, geometry: null })) ?? [];
  const incidents = chokepoints?.features.filter((feature) => feature.properties.kind === "incident") ?? [];
  const told = chokepoints ? [...placed, ...unplaced] : fromIndex(index);
  byId("straits").hidden = told.length === 0;
  if (told.length === 0) return;
  askForLand();
  const asOf = chokepoints ? chokepoints.asOf : index.asOf;
  const signature = JSON.stringify([index.theatre.id, asOf, chokepoints === null, told.length, incidents.length, land === null]);
  if (signature === drawn) return;
  drawn = signature;
  fill(byId("words"),
    beside(`As of ${moment(asOf)}. A strait may have closed since its data: publishers of transits are days behind.`),
    straitTable(told));
  const counted = chokepoints?.withheld.map((reporter) => beside(`${reporter.count} incidents of ${reporter.reporter} are withheld: ${reporter.reason}`)) ?? [];
  fill(byId("map"),
    placed.length === 0 ? null : draw(placed, incidents), placed.length === 0 ? null : legend(),
    incidents.length === 0 ? null : incidentTable(incidents), ...counted);
}
