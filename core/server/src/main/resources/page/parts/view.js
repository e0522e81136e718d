// What the page shows of one theatre, as the server told it last: of now, or of a moment of the past.
import { get, getAll, ifThere, ofTheatre, Refused } from "./server.js";

const DAY_MILLIS = 86400000;
const READING_DAYS = 30;
const MOST_POINTS = 4000;
const FAILED_AGAIN_MILLIS = 5000;
const AGAIN_MILLIS = { history: 15000, plugins: 10000, feeds: 10000, jobs: 10000, chokepoints: 10000, readings: 30000, events: 60000, indicators: 600000 };

const BESIDE = Object.keys(AGAIN_MILLIS);

const instant = (millis) => new Date(millis).toISOString().replace(".000Z", "Z");
const startOfDay = (millis) => instant(DAY_MILLIS * Math.floor(millis / DAY_MILLIS));

const pointOf = (index, origin) => ({
  asOf: index.asOf,
  status: index.status,
  stability: index.stability?.value ?? null,
  lower: index.stability?.lower ?? null,
  upper: index.stability?.upper ?? null,
  coverage: index.coverage,
  regime: index.regime.regime,
  origin,
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
  #told = new Set();
  #failures = new Map();
  #historyUntil = null;
  #pass = 0;
  #left = new AbortController();

  // asOf: a moment of the past, or null for what is published now.
  constructor(theatre, asOf) {
    this.theatre = theatre;
    this.asOf = asOf;
  }

  // Nobody looks at it any more: what it still asks for is given up.
  leave() {
    this.#left.abort();
  }

  get isLeft() {
    return this.#left.signal.aborted;
  }

  // What everything else hangs on.
  async refresh() {
    const index = await this.#get(this.#of(this.asOf === null ? "index" : `index?asOf=${this.asOf}`));
    this.received = Date.now();
    if (this.index && Date.parse(index.asOf) < Date.parse(this.index.asOf)) this.#beginAgain();
    this.index = index;
    // Of a moment of the past nothing tells here whether it was published; the history does where it was.
    this.history = merge(this.history, [pointOf(index, this.asOf === null ? "published" : "computed")]);
  }

  // A replay that begins again has another past.
  #beginAgain() {
    this.#pass++;
    this.history = [];
    this.#historyUntil = null;
    this.readings = null;
    this.events = null;
    this.#asked.clear();
    ["history", "readings", "events"].forEach((name) => this.#told.delete(name));
  }

  // What may be some seconds older than the index: the past, the straits, and the health of the parts.
  // Calls news for each that is new as it comes; the slow ones do not hold up the others.
  async refreshBeside(news) {
    const { asOf } = this.index;
    const told = async (name, question) => {
      if (await this.#ask(name, question)) news();
    };
    await Promise.all([
      told("plugins", () => this.#get("/api/v1/plugins")),
      told("feeds", () => this.#get("/api/v1/feeds")),
      told("jobs", () => ifThere(this.#get("/api/v1/jobs"))),
      told("indicators", () => ifThere(this.#get("/api/v1/indicators"))),
      told("chokepoints", () => ifThere(this.#get(`/api/v1/chokepoints${this.asOf === null ? "" : `?asOf=${this.asOf}`}`))),
      told("history", () => this.#newHistory(asOf)).then(() => (this.awaits("history") ? null : told("events", () => this.#allEvents(asOf)))),
      told("readings", () => this.#newReadings(asOf)),
    ]);
    this.isWhole = this.asOf !== null && BESIDE.every((name) => !this.awaits(name));
  }

  // Whether it has never been told.
  awaits(name) {
    return !this.#told.has(name);
  }

  // Why something beside the index is old or not there; empty when nothing is.
  get trouble() {
    const [failure] = this.#failures.values();
    if (failure === undefined) return "";
    const again = failure.later > 0 ? ` The server wants to be asked again in ${failure.later} s.` : "";
    return `Some of this is old or not there: ${failure.message}.${again}`;
  }

  // In how many milliseconds what failed first is to be asked for again.
  get againMillis() {
    return Math.max(0, Math.min(...[...this.#failures.keys()].map((name) => this.#asked.get(name) + AGAIN_MILLIS[name] - Date.now())));
  }

  async #ask(name, question) {
    if (Date.now() - (this.#asked.get(name) ?? -Infinity) < AGAIN_MILLIS[name]) return false;
    this.#asked.set(name, Date.now());
    const pass = this.#pass;
    try {
      const answer = await question();
      return pass === this.#pass && !this.isLeft && this.#keep(name, answer);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.#failures.set(name, failure);
      this.#asked.set(name, Date.now() - AGAIN_MILLIS[name] + (1000 * failure.later || FAILED_AGAIN_MILLIS));
      return false;
    }
  }

  #keep(name, answer) {
    const isNew = answer !== this[name] || this.awaits(name);
    this.#failures.delete(name);
    this.#told.add(name);
    this[name] = answer;
    return isNew;
  }

  // The last point of each day, and from the last day that is known on whatever is new.
  async #newHistory(until) {
    const from = this.#historyUntil === null ? "" : `&from=${startOfDay(Date.parse(this.#historyUntil) - DAY_MILLIS)}`;
    const pass = this.#pass;
    const added = await this.#getAll(this.#of(`history?step=P1D&to=${until}&limit=${MOST_POINTS}${from}`));
    if (pass === this.#pass) this.#historyUntil = until;
    return merge(this.history, added);
  }

  // As far back as the line over time goes.
  #allEvents(until) {
    return ifThere(this.#getAll(this.#of(`events?from=${this.history[0].asOf}&to=${until}&limit=${MOST_POINTS}`)));
  }

  async #newReadings(until) {
    const end = Date.parse(until);
    const known = this.readings ?? [];
    const last = known[known.length - 1];
    const from = startOfDay(Math.max(end - READING_DAYS * DAY_MILLIS, last ? Date.parse(last.asOf) : -Infinity));
    const added = await ifThere(this.#get(this.#of(`readings?from=${from}&to=${until}&limit=${READING_DAYS + 2}`)));
    return added && merge(known, added).slice(-READING_DAYS - 2);
  }

  #of(resource) {
    return ofTheatre(this.theatre, resource);
  }

  #get(path) {
    return get(path, this.#left.signal);
  }

  #getAll(path) {
    return getAll(path, this.#left.signal);
  }

  forgetBeside() {
    this.#asked.clear();
  }
}
