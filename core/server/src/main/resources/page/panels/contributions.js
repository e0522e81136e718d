// What each pillar took from 100 on each of the last days: bars on bars, named at their right end.
import { beside, byId, details, drawing, element, fill, number, table, wide } from "../parts/dom.js";
import { day, one } from "../parts/words.js";

const WIDTH = 1000;
const HEIGHT = 240;
const LEFT = 50;
const RIGHT = 170;
const LEVELS = [0, 25, 50, 75];
const MOST = 75;

const y = (points) => HEIGHT - (HEIGHT * Math.min(points, MOST)) / MOST;

// By pillar, of a day; null where nothing counted.
function sums(readings, pillars) {
  return pillars.map((pillar) => {
    const parts = readings.filter((reading) => reading.pillar === pillar && reading.contribution !== null);
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.contribution, 0);
  });
}

function bars(days, pillars) {
  const step = (WIDTH - LEFT - RIGHT) / days.length;
  const made = [];
  days.forEach(({ asOf, taken }, at) => {
    let below = 0;
    taken.forEach((points, pillar) => {
      if (points === null) return;
      made.push(drawing(
        "rect", { class: `stack stack-${pillar % 5}`, x: LEFT + at * step, y: y(below + points), width: Math.max(step - 1, 1), height: y(below) - y(below + points) },
        drawing("title", {}, `${pillars[pillar]}, ${day(asOf)}: ${one(points)} points`)));
      if (at === days.length - 1) {
        made.push(drawing("text", { class: "stack-name", x: WIDTH - RIGHT + 8, y: y(below + points / 2) + 5 }, `${pillars[pillar]} ${one(points)}`));
      }
      below += points;
    });
  });
  return made;
}

function draw(days, pillars) {
  const lines = LEVELS.flatMap((level) => [
    drawing("line", { class: "grid-line", x1: LEFT, x2: WIDTH - RIGHT, y1: y(level), y2: y(level) }),
    drawing("text", { class: "stack-name", x: LEFT - 8, y: y(level) + 5, "text-anchor": "end" }, level),
  ]);
  const label = `What each pillar took from 100 from ${day(days[0].asOf)} to ${day(days[days.length - 1].asOf)}; the table has the numbers`;
  return drawing("svg", { class: "stacks", viewBox: `0 -12 ${WIDTH} ${HEIGHT + 24}`, role: "img", "aria-label": label }, ...lines, ...bars(days, pillars));
}

export function show({ index, readings }) {
  const pillars = index.pillars.map((pillar) => pillar.id);
  const days = (readings ?? []).map(({ asOf, readings: told }) => ({ asOf, taken: sums(told, pillars) }))
    .filter(({ taken }) => taken.some((points) => points !== null));
  if (days.length < 2) {
    fill(byId("contributions"));
    return;
  }
  const rows = days.slice().reverse().map(({ asOf, taken }) => [day(asOf), ...taken.map((points) => number(points === null ? "–" : one(points)))]);
  fill(byId("contributions"),
    element("h3", {}, "Day by day"),
    draw(days, pillars),
    beside(`Points that each pillar took from 100, ${day(days[0].asOf)} to ${day(days[days.length - 1].asOf)}.`),
    details("contributions-table", "The same as a table", () =>
      wide("contributions-numbers", "What each pillar took", table("What each pillar took", ["Day", ...pillars.map((pillar) => [pillar, "number"])], rows))));
}
