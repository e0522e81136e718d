// The page: asks the server, hands what it said to the panels, and says when it says nothing.
import { isDoubtful, isFailing, say, startConnection, tell } from "./parts/connection.js";
import { chosenMoment, dayChosen, dayFault, takeDay } from "./parts/day.js";
import { byId, element } from "./parts/dom.js";
import { Live } from "./parts/live.js";
import { get, Refused } from "./parts/server.js";
import { startTheme } from "./parts/theme.js";
import { View } from "./parts/view.js";
import { day, one, word } from "./parts/words.js";
import * as chart from "./panels/chart.js";
import * as contributions from "./panels/contributions.js";
import * as health from "./panels/health.js";
import * as inputs from "./panels/inputs.js";
import * as moved from "./panels/moved.js";
import * as now from "./panels/now.js";
import * as regime from "./panels/regime.js";
import * as straits from "./panels/straits.js";
import * as theses from "./panels/theses.js";
import * as whatIf from "./panels/what-if.js";
import * as why from "./panels/why.js";

const PANELS = [now, moved, why, contributions, regime, inputs, straits, whatIf, theses, chart];
const SECTIONS = ["now", "moved", "why", "regime", "inputs", "what-if", "theses", "health"];
const DEV_MILLIS = 500;
const THEATRES_MILLIS = 5000;
const SPEAK_MILLIS = 30000;
const MARGIN_MILLIS = 250;

let view = null;
let paused = false;
let dev = true;
let theatresAt = 0;
let besideAgain = 0;
const spoken = { at: 0, text: "" };
const besideAsked = new Set();

// Any server but that of muscat dev says once that it is none, and is not asked again.
async function showDev() {
  if (!dev) return;
  const said = await get("/api/v1/dev");
  dev = said.dev;
  if (dev) live.pollEvery(DEV_MILLIS);
  byId("dev").hidden = !dev;
  byId("dev-plugin").textContent = said.plugin;
  byId("problems").hidden = said.problems.length === 0;
  byId("problem-list").replaceChildren(...said.problems.map((problem) =>
    element("p", {}, element("b", {}, problem.code), ` ${problem.cause}`, element("span", { class: "reason" }, problem.fix))));
}

// The theatre of the address, or the first. One that is not there is no other: it is asked for until it is.
async function fillTheatres() {
  const chosen = byId("theatre");
  if (Date.now() - theatresAt < THEATRES_MILLIS && !dev) return chosen.options.length;
  theatresAt = Date.now();
  const told = await get("/api/v1/theatres");
  const shown = [...chosen.options].map((option) => [option.value, option.textContent]);
  const before = shown.length === 0 ? new URLSearchParams(location.search).get("theatre") : chosen.value;
  const options = told.map(({ id, title }) => [id, title]);
  const isThere = options.some(([id]) => id === before);
  if (before && !isThere) options.push([before, `${before} (not there)`]);
  if (JSON.stringify(shown) === JSON.stringify(options)) return told.length;
  chosen.replaceChildren(...options.map(([value, name]) => element("option", { value }, name)));
  const anchor = location.hash.slice(1);
  if (before) chosen.value = before;
  else if (told.some(({ id }) => id === anchor)) chosen.value = anchor;
  return told.length;
}

function showSections(isShown) {
  SECTIONS.forEach((id) => { byId(id).hidden = !isShown; });
  if (!isShown) byId("straits").hidden = true;
}

async function showNothing() {
  turnTo(null);
  showSections(false);
  byId("health").hidden = false;
  health.show({ plugins: await get("/api/v1/plugins"), feeds: [], jobs: null });
  document.title = "nothing to score – Muscat";
  notice("There is nothing to score.");
}

function notice(text) {
  byId("notice").hidden = text === "";
  byId("notice").textContent = text;
}

function title(index) {
  const told = index.stability ? one(index.stability.value) : "no score";
  const past = view.asOf === null ? "" : `${day(view.asOf)}: `;
  return `${isDoubtful() ? "old: " : ""}${past}${told} ${index.theatre.title} – Muscat`;
}

// A reader of the screen hears the index, but not every quarter of a second.
function speak(index) {
  const regimeWord = index.regime.regime === null ? "" : `, ${word(index.regime.regime)}`;
  const text = index.stability
    ? `${index.theatre.title}: index ${Math.round(index.stability.value)}, interval ${Math.round(index.stability.lower)} to ${Math.round(index.stability.upper)}${regimeWord}`
    : `${index.theatre.title}: no score`;
  if (text === spoken.text || Date.now() - spoken.at < SPEAK_MILLIS) return;
  spoken.at = Date.now();
  spoken.text = text;
  byId("spoken").textContent = text;
}

function show() {
  PANELS.forEach((panel) => panel.show(view));
  tell();
  speak(view.index);
}

// The theatre that the address names is asked for at once; whether there is such a one is told meanwhile.
function beginEarly() {
  const named = new URLSearchParams(location.search).get("theatre");
  if (view !== null || named === null) return null;
  const begun = new View(named, chosenMoment());
  return { begun, refused: begun.refresh().then(() => null, (failure) => failure) };
}

const isChosen = (shown) => shown.theatre === byId("theatre").value && shown.asOf === chosenMoment();

function turnTo(chosen) {
  view?.leave();
  view = chosen;
}

async function chooseView(early) {
  if (view && !view.isLeft && isChosen(view)) return false;
  if (early && isChosen(early.begun)) {
    const refused = await early.refused;
    if (refused?.later > 0) throw refused;
    if (refused === null && isChosen(early.begun)) {
      turnTo(early.begun);
      return true;
    }
  }
  early?.begun.leave();
  turnTo(new View(byId("theatre").value, chosenMoment()));
  return false;
}

async function refresh() {
  try {
    if (dayFault() !== "") {
      await fillTheatres();
      showNoDay();
      return;
    }
    const early = beginEarly();
    const [count] = await Promise.all([fillTheatres(), showDev()]);
    if (count === 0) {
      await showNothing();
      return;
    }
    const isRead = await chooseView(early);
    // The past is told once: it does not change.
    if (!isRead && !view.isWhole) await view.refresh();
    if (paused || !isChosen(view)) return;
    say(view.asOf !== null ? "past" : live.streams ? "live" : "polling", view);
    notice(view.trouble);
    document.title = title(view.index);
    if (view.isWhole) return;
    showSections(true);
    show();
    beside(view);
  } catch (failure) {
    if (failure.name !== "AbortError") failed(failure);
  }
}

// The index does not wait for what stands beside it, nor one view for another.
async function beside(current) {
  if (besideAsked.has(current)) return;
  besideAsked.add(current);
  let isNew = false;
  const news = () => {
    if (!isNew) setTimeout(() => showBeside(current, () => { isNew = false; }));
    isNew = true;
  };
  try {
    await current.refreshBeside(news);
    if (current === view && !current.isLeft) toldBeside();
  } catch (failure) {
    if (failure.name !== "AbortError") throw failure;
  } finally {
    besideAsked.delete(current);
  }
}

// What failed is asked for again, also where nothing new comes by itself.
function toldBeside() {
  if (!isFailing()) notice(view.trouble);
  clearTimeout(besideAgain);
  if (view.trouble && !paused) besideAgain = setTimeout(() => live.ask(), view.againMillis + MARGIN_MILLIS);
}

// Answers that come together are shown together.
function showBeside(current, begin) {
  begin();
  if (current !== view || current.isLeft || paused) return;
  show();
  if (["plugins", "feeds", "jobs"].every((name) => !current.awaits(name))) health.show(current);
}

function failed(failure) {
  if (!(failure instanceof Refused)) throw failure;
  const isShown = Boolean(view?.index) && !view.isLeft;
  const shown = isShown ? view : null;
  if (failure.later > 0) {
    live.waitFor(failure.later);
    say("later", shown, failure.message, failure.later);
  } else {
    view?.forgetBeside();
    say(failure.status === 0 ? "lost" : "failing", shown, failure.message);
  }
  if (isShown) document.title = title(view.index);
  else showSections(false);
  notice(isShown
    ? `Nothing new from the server: ${failure.message}. What is shown ${failure.later > 0 ? "stays, and may be" : "is"} old.`
    : `Nothing to show yet: ${failure.message}.`);
  theatresAt = 0;
}

const live = new Live(refresh, (news) => news.theatre === view?.theatre);

function pause() {
  const button = byId("pause");
  paused = !paused;
  button.setAttribute("aria-pressed", String(paused));
  button.textContent = paused ? "Follow again" : "Pause updates";
  if (paused) {
    live.stop();
    clearTimeout(besideAgain);
    say("paused", view?.isLeft ? null : view);
  } else {
    live.start();
  }
}

function showNoDay() {
  turnTo(null);
  showSections(false);
  say("none", null);
  notice(dayFault());
}

// The address names what is shown, so that it can be kept and handed on.
function choose() {
  dayChosen();
  const address = new URLSearchParams({ theatre: byId("theatre").value });
  if (chosenMoment() !== null) address.set("day", byId("moment").value);
  history.replaceState(null, "", `?${address}`);
  byId("present").hidden = chosenMoment() === null;
  byId("past").hidden = chosenMoment() === null;
  // Numbers of one theatre or moment never stand under the name of another.
  showSections(false);
  byId("provenance").textContent = "";
  document.title = "Muscat";
  notice("Asking the server …");
  view?.leave();
  if (paused) pause();
  if (!isFailing()) say("polling", null);
  live.askNow();
}

function startChoices() {
  takeDay(new URLSearchParams(location.search).get("day") ?? "");
  byId("present").hidden = chosenMoment() === null;
  byId("past").hidden = chosenMoment() === null;
  byId("theatre").addEventListener("change", choose);
  byId("moment").addEventListener("change", choose);
  byId("present").addEventListener("click", () => {
    byId("moment").value = "";
    choose();
  });
  byId("pause").addEventListener("click", pause);
  document.addEventListener("visibilitychange", () => live.see());
}

startChoices();
startTheme(chart.redraw);
startConnection();
moved.start();
whatIf.start();
live.start();
