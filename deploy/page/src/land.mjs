// Writes the outlines of the land for the map of the page: node land.mjs LAND_110M.json OUT.json
// A ring is [longitude, latitude, then the differences from point to point], in tenths of a degree.
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const topology = JSON.parse(readFileSync(from, "utf8"));
const { scale, translate } = topology.transform;

/** The points of an arc, in degrees; a negative number names the arc that is walked backwards. */
function arc(number) {
  const backwards = number < 0;
  let x = 0;
  let y = 0;
  const points = topology.arcs[backwards ? ~number : number].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
  return backwards ? points.reverse() : points;
}

function ring(arcs) {
  const tenths = arcs.flatMap((number) => arc(number)).map(([x, y]) => [Math.round(10 * x), Math.round(10 * y)]);
  return tenths.filter(([x, y], at) => at === 0 || x !== tenths[at - 1][0] || y !== tenths[at - 1][1]);
}

const polygons = topology.objects.land.geometries.flatMap((geometry) =>
  geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs);
const rings = polygons.flat().map(ring).filter((points) => points.length > 3);
const written = rings.map((points) =>
  points.flatMap(([x, y], at) => (at === 0 ? [x, y] : [x - points[at - 1][0], y - points[at - 1][1]])));
const source = "Natural Earth, land at 1:110 million, public domain";
writeFileSync(to, `${JSON.stringify({ source, unit: "tenths of a degree", rings: written })}\n`);
console.log(`${rings.length} rings, ${rings.reduce((sum, points) => sum + points.length, 0)} points`);
