// The day of the address or of the picker, and what is wrong with it.
import { byId } from "./dom.js";
import { day } from "./words.js";

// A day of the address that no picker takes.
let strange = "";

// Setting it anew would take away what somebody has begun to type.
function limit() {
  const today = day(new Date().toISOString());
  if (byId("moment").max !== today) byId("moment").max = today;
}

// Takes the day that the address names; empty for now.
export function takeDay(named) {
  limit();
  byId("moment").value = named;
  strange = byId("moment").value === "" ? named : "";
}

// Somebody has chosen another.
export function dayChosen() {
  strange = "";
  limit();
}

// Empty if nothing is wrong. What somebody is still typing is wrong, too.
export function dayFault() {
  const picker = byId("moment");
  if (strange === "" && picker.validity.valid) return "";
  return `${picker.value || strange || "This"} is no day from ${picker.min} to today.`;
}

// The start of the day that is chosen; null for now.
export const chosenMoment = () => (byId("moment").value === "" ? null : `${byId("moment").value}T00:00:00Z`);
