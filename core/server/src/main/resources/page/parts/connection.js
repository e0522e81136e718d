// Says whether what is shown is current, and how old it is. A number that may be old is never shown as the present one.
import { byId } from "./dom.js";
import { long, moment } from "./words.js";

const OLD_SECONDS = 600;
const WORDS = {
  live: "Live: the server says when there is something new",
  polling: "Asked every two seconds",
  paused: "PAUSED: what is shown does not follow the server",
  past: "A moment of the past, which does not follow the server",
  lost: "CONNECTION LOST: what is shown is old",
  failing: "NO INDEX FROM THE SERVER: what is shown is old",
  later: "THE SERVER ASKS TO WAIT: what is shown may be old",
};

let state = "polling";
let why = "";
let view = null;
let again = 0;

export const isFailing = () => state === "lost" || state === "failing";

function sentence() {
  const failed = isFailing() || state === "later";
  const reason = failed ? ` (${why})` : "";
  const next = state === "later" ? `; it is asked again in ${long(Math.ceil((again - Date.now()) / 1000))}` : "";
  if (state === "none") return "Nothing is asked for.";
  if (!view?.index) return failed ? `${WORDS[state].split(":")[0]}${reason}${next}.` : "Asking the server …";
  const { index, received } = view;
  const answered = `last answer ${long((Date.now() - received) / 1000)} ago${next}`;
  if (state === "past") return `${WORDS.past}: ${moment(index.asOf)}, ${long((Date.now() - Date.parse(index.asOf)) / 1000)} ago.`;
  const age = index.demo
    ? `The replay stood at ${moment(index.asOf)}`
    : `It is as of ${moment(index.asOf)}, ${long((Date.now() - Date.parse(index.asOf)) / 1000)} old`;
  const old = !failed && isOld() ? " OLD: the server has published nothing newer." : "";
  return `${WORDS[state]}${reason}; ${answered}. ${age}.${old}`;
}

function isOld() {
  return state !== "past" && view?.index != null && !view.index.demo && Date.now() - Date.parse(view.index.asOf) > 1000 * OLD_SECONDS;
}

export const isDoubtful = () => ["lost", "failing", "later", "paused"].includes(state) || isOld();

export function tell() {
  const doubtful = isDoubtful();
  const line = byId("connection");
  line.textContent = sentence();
  line.classList.toggle("doubtful", doubtful);
  document.body.classList.toggle("doubtful", doubtful);
  if (byId("old-mark")) byId("old-mark").hidden = !doubtful;
}

// later: in how many seconds the server wants to be asked again, where it says so.
export function say(newState, shown, reason = "", later = 0) {
  const wasFailing = isFailing();
  again = Date.now() + 1000 * later;
  state = newState;
  view = shown;
  why = reason;
  tell();
  if (wasFailing !== isFailing()) byId("spoken").textContent = isFailing() ? WORDS[newState] : "The server answers again.";
}

export function startConnection() {
  setInterval(tell, 1000);
}
