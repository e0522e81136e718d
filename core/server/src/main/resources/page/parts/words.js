// Numbers, moments and names as people read them.

const DAY_SECONDS = 86400;

export const one = (number) => number.toFixed(1);

// What rounds to nothing has no direction.
export function signed(number) {
  const size = Math.abs(number).toFixed(1);
  if (size === "0.0") return size;
  return (number > 0 ? "+" : "−") + size;
}

export const percent = (ratio) => `${Math.round(100 * ratio)} %`;
export const day = (instant) => instant.slice(0, 10);
export const moment = (instant) => `${instant.slice(0, 16).replace("T", " ")} UTC`;
export const word = (name) => name.toUpperCase().replaceAll("_", " ");

export function reading(number) {
  if (number === null || number === undefined) return "–";
  if (number !== 0 && Math.abs(number) < 0.001) return "under 0.001";
  return Math.abs(number) >= 10000 ? number.toFixed(0) : String(Number(number.toPrecision(3)));
}

export const inUnit = (number, unit) => (number === null ? "–" : `${reading(number)} ${unit}`);

// How long, in the largest unit that tells it well.
export function long(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min`;
  if (whole < 2 * DAY_SECONDS) return `${Math.floor(whole / 3600)} h`;
  return `${Math.floor(whole / DAY_SECONDS)} days`;
}

export const secondsBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / 1000;

export const ageAt = (observedAt, asOf) => `${long(secondsBetween(observedAt, asOf))} old`;

// Whole days, as the words of straits are told.
export function daysOld(seconds) {
  const days = Math.floor(seconds / DAY_SECONDS);
  return days === 1 ? "1 day old" : `${days} days old`;
}

// What a reading is like, in a word and a letter: colour is never the only sign.
export const QUALITIES = {
  ok: { letter: "", text: "fresh" },
  stale: { letter: "o", text: "stale: older than half of its maximum age" },
  partial: { letter: "p", text: "partial: from less data than it wants" },
  held: { letter: "h", text: "held at its last value" },
  suspect: { letter: "?", text: "suspect: a source told its past anew" },
  missing: { letter: "×", text: "missing" },
};

export const qualityOf = (indicator) => (indicator.held ? "held" : indicator.quality);
