// How numbers, states and series are written and coloured; as the dashboard says, in Grafana's manner.
"use strict";

const COLORS = {
  green: "#3f9e4d", "light-green": "#8ccb8f", yellow: "#e0b400", orange: "#f2811d", red: "#e0364c",
  "dark-red": "#a3112a", blue: "#2f6fd0", purple: "#8f4fc4", text: "#24292e",
};

/** Two neighbours never look alike: each hue is a golden angle from the one before. */
function paletteColor(index) {
  return `hsl(${(210 + index * 137.508) % 360}, 55%, ${index % 2 === 0 ? 48 : 62}%)`;
}

function colorOf(name) {
  return COLORS[name] ?? name;
}

function thresholdColor(thresholds, value) {
  const passed = thresholds.steps.filter(step => step.value === null || value >= step.value);
  return colorOf(passed.at(-1).color);
}

function mappingOf(mappings, value) {
  for (const mapping of mappings ?? []) {
    const found = mapping.options[String(value)];
    if (found) {
      return found;
    }
  }
  return undefined;
}

function trimmed(value, digits) {
  return String(Number(value.toFixed(digits)));
}

function scaled(value, base, units) {
  let left = Math.abs(value);
  let unit = 0;
  while (left >= base && unit < units.length - 1) {
    left /= base;
    unit += 1;
  }
  return `${value < 0 ? "-" : ""}${trimmed(left, left < 10 ? 2 : 1)} ${units[unit]}`;
}

function duration(seconds) {
  const size = Math.abs(seconds);
  const units = [[31557600, "years"], [604800, "weeks"], [86400, "days"], [3600, "hours"], [60, "mins"], [1, "s"]];
  const fit = units.find(([length]) => size >= length);
  if (fit) {
    return `${trimmed(seconds / fit[0], 1)} ${fit[1]}`;
  }
  return size >= 0.001 || size === 0 ? `${trimmed(seconds * 1000, 1)} ms` : `${trimmed(seconds * 1e6, 0)} µs`;
}

function written(value, unit) {
  switch (unit) {
    case "percentunit": return `${trimmed(value * 100, 1)}%`;
    case "s": return duration(value);
    case "dateTimeAsIso": return new Date(value).toISOString().slice(0, 16).replace("T", " ");
    case "bytes": return scaled(value, 1024, ["B", "KiB", "MiB", "GiB"]);
    case "binBps": return scaled(value, 1024, ["B/s", "KiB/s", "MiB/s", "GiB/s"]);
    case "cps": return `${trimmed(value, 3)} c/s`;
    case "none": return String(Number(value.toPrecision(3)));
    case "string": return String(value);
    default: throw new Error(`the unit ${unit} cannot be written`);
  }
}

function nameOf(target, series) {
  if (target.legendFormat) {
    return target.legendFormat.replace(/\{\{(\w+)}}/g, (whole, label) => series.labels[label] ?? "");
  }
  return Object.values(series.labels).join(" ");
}

/** Points with a hole wherever they are further apart than is connected. */
function withHoles(points, connected, step) {
  const longest = Math.max(connected / 1000, step * 1.5);
  const out = [];
  points.forEach(([at, value], index) => {
    if (index > 0 && at - points[index - 1][0] > longest) {
      out.push([(at - 1) * 1000, null]);
    }
    out.push([at * 1000, value]);
  });
  return out;
}
