// What the page shows of one theatre, as the server told it last: of now, or of a moment of the past.
import { get, getIfThere, ofTheatre } from "./server.js";

const DAY_MILLIS = 86400000;
const READING_DAYS = 30;
const MOST_POINTS = 4000;
const AGAIN_MILLIS = { history: 15000, plugins: 10000, feeds: 10000, jobs: 10000, chokepoints: 10000, readings: 30000, events: 60000, indicators: 600000 };

const instant = (millis) => new Date(millis).toISOString().replace(".000Z", "Z");
const startOfDay = (millis) => instant(DAY_MILLIS * Math.floor(millis / DAY_MILLIS));

const pointOf = (index) => ({
  asOf: index.asOf,
  status: index.status,
  stability: index.stability?.value ?? null,
  lower: index.stability?.lower ?? null,
  upper: index.stability?.upper ?? null,
  coverage: index.coverage,
  regime: index.regime.regime,
});

function merge(old, added) {
  const last = old[old.length - 1];
  if (added.length === 1 && (!last || last.asOf < added[0].asOf)) return [...old, added[0]];
  const byMoment = new Map(old.map((point) => [point.asOf, point]));
  added.forEach((point) => byMoment.set(point.asOf, point));
  return [...byMoment.values()].sort((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf));
}

export class View {
  index = null;
  history = [];
  plugins = null;
  feeds = null;
  jobs = null;
  chokepoints = null;
  readings = null;
  events = null;
  indicators = null;
  received = 0;
  isWhole = false;
  #asked = new Map();
  #historyUntil = null;

  // asOf: a moment of the past, or null for what is published now.
  constructor(theatre, asOf) {
    this.theatre = theatre;
    this.asOf = asOf;
  }

  // What everything else hangs on.
  async refresh() {
    const index = await get(ofTheatre(this.theatre, this.asOf === null ? "index" : `index?asOf=${this.asOf}`));
    this.received = Date.now();
    if (this.index && Date.parse(index.asOf) < Date.parse(this.index.asOf)) this.#beginAgain();
    this.index = index;
    this.history = merge(this.history, [pointOf(index)]);
  }

  // A replay that begins again has another past.
  #beginAgain() {
    this.history = [];
    this.#historyUntil = null;
    this.readings = null;
    this.#asked.clear();
  }

  // What may be some seconds older than the index: the past, the straits, and the health of the parts.
  // Tells which of it is new.
  async refreshBeside() {
    const told = await Promise.all([
      this.#ask("plugins", () => get("/api/v1/plugins")),
      this.#ask("feeds", () => get("/api/v1/feeds")),
      this.#ask("jobs", () => getIfThere("/api/v1/jobs")),
      this.#ask("indicators", () => getIfThere("/api/v1/indicators")),
      this.#ask("chokepoints", () => getIfThere(`/api/v1/chokepoints${this.asOf === null ? "" : `?asOf=${this.asOf}`}`)),
      this.#ask("history", () => this.#newHistory()),
      this.#ask("events", () => getIfThere(ofTheatre(this.theatre, `events?to=${this.index.asOf}&limit=${MOST_POINTS}`))),
      this.#ask("readings", () => this.#newReadings()),
    ]);
    this.isWhole = this.asOf !== null;
    return told.some(Boolean);
  }

  async #ask(name, question) {
    if (Date.now() - (this.#asked.get(name) ?? -Infinity) < AGAIN_MILLIS[name]) return false;
    this.#asked.set(name, Date.now());
    const answer = await question();
    if (answer === this[name]) return false;
    this[name] = answer;
    return true;
  }

  // The last point of each day, and from the last day that is known on whatever is new.
  async #newHistory() {
    const from = this.#historyUntil === null ? "" : `&from=${startOfDay(Date.parse(this.#historyUntil) - DAY_MILLIS)}`;
    const until = this.index.asOf;
    const added = await get(ofTheatre(this.theatre, `history?step=P1D&to=${until}&limit=${MOST_POINTS}${from}`));
    this.#historyUntil = until;
    return merge(this.history, added);
  }

  async #newReadings() {
    const end = Date.parse(this.index.asOf);
    const known = this.readings ?? [];
    const last = known[known.length - 1];
    const from = startOfDay(Math.max(end - READING_DAYS * DAY_MILLIS, last ? Date.parse(last.asOf) : 0));
    const added = await getIfThere(ofTheatre(this.theatre, `readings?from=${from}&to=${this.index.asOf}&limit=${READING_DAYS + 2}`));
    return added && merge(known, added).slice(-READING_DAYS - 2);
  }

  forgetBeside() {
    this.#asked.clear();
  }
}
