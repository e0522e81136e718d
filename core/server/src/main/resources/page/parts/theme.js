// Light, dark, or as the system says. What was chosen is kept in this browser.
import { byId } from "./dom.js";

const KEY = "muscat.theme";

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser may forbid it; then nothing is kept
  }
}

function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // chosen for this view only
  }
}

export function startTheme(changed) {
  const choice = byId("theme");
  const show = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    changed();
  };
  choice.value = ["light", "dark"].includes(kept()) ? kept() : "system";
  show(choice.value);
  choice.addEventListener("change", () => {
    keep(choice.value);
    show(choice.value);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}

// A colour of the style sheet as a canvas takes it.
export function colour(name) {
  const probe = byId("probe");
  probe.className = `hidden ink-${name}`;
  return getComputedStyle(probe).color;
}
