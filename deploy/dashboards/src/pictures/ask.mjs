// Asks a Prometheus all that a dashboard asks, as Grafana would, and writes a page that draws the answers.
//   node ask.mjs DASHBOARD.json PROMETHEUS FROM TO STEP ECHARTS.js PAGE.html [VARIABLE=VALUE ...]
// FROM and TO are seconds since 1970, STEP the shortest step in seconds. Prints the height of the page in pixels.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [file, prometheus, fromText, toText, leastText, echarts, page, ...choices] = process.argv.slice(2);
const from = Number(fromText);
const to = Number(toText);
const leastStep = Number(leastText);

const WIDTH = 1600;
const COLUMNS = 24;
const LINE = 38;
const HEAD = 64;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 604800];

const dashboard = JSON.parse(readFileSync(file, "utf8"));

async function get(path, parameters) {
  const answer = await fetch(`${prometheus}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const body = await answer.json();
  if (body.status !== "success") {
    throw new Error(`${parameters.query ?? parameters["match[]"]}: ${body.error}`);
  }
  return body.data;
}

/** What is chosen for each variable: what the command line says, else all, else the first. */
async function chooseVariables() {
  const chosen = new Map(choices.map(choice => choice.split("=", 2)));
  for (const variable of dashboard.templating.list) {
    if (chosen.has(variable.name)) {
      continue;
    }
    if (variable.type === "query") {
      chosen.set(variable.name, await chooseLabel(variable, chosen));
    } else if (variable.type === "constant") {
      chosen.set(variable.name, variable.query);
    }
  }
  return chosen;
}

async function chooseLabel(variable, chosen) {
  if (variable.allValue) {
    return variable.allValue;
  }
  if (!variable.includeAll && variable.current.value !== "") {
    return variable.current.value;
  }
  const [, selector, label] = /^label_values\((.+), (\w+)\)$/.exec(variable.definition);
  const series = await get("series", { "match[]": fill(selector, chosen), start: from, end: to });
  const values = [...new Set(series.map(one => one[label]))].sort();
  if (values.length === 0) {
    throw new Error(`nothing can be chosen for ${variable.name}`);
  }
  return variable.includeAll ? values.map(asRegex).join("|") : values[0];
}

/** A value as it stands in a regular expression within a string of PromQL. */
function asRegex(value) {
  return value.replace(/[.*+?^${}()|[\]\\]/g, "\\\\$&");
}

function fill(text, chosen) {
  return text.replace(/\$\{(\w+)}|\$(\w+)/g, (whole, braced, bare) => chosen.get(braced ?? bare) ?? whole);
}

function stepOf(panel) {
  const points = (panel.gridPos.w / COLUMNS) * WIDTH;
  const wanted = Math.max((to - from) / points, leastStep);
  return STEPS.find(step => step >= wanted) ?? STEPS.at(-1);
}

async function ask(expression, step, isRange, chosen) {
  const filled = fill(
    expression,
    new Map([
      ...chosen,
      ["__interval", `${step}s`],
      ["__rate_interval", `${Math.max(step + leastStep, 4 * leastStep)}s`],
      ["__range", `${to - from}s`],
    ]));
  if (!isRange) {
    const data = await get("query", { query: filled, time: to });
    return data.result.map(one => ({ labels: one.metric, points: [[to, Number(one.value[1])]] }));
  }
  // Grafana begins at a multiple of the step.
  const start = Math.floor(from / step) * step;
  const data = await get("query_range", { query: filled, start, end: to, step });
  return data.result.map(one => ({
    labels: one.metric,
    points: one.values.map(([at, value]) => [at, Number(value)]).filter(([at]) => at >= from),
  }));
}

const chosen = await chooseVariables();
const panels = [];
let bottom = 0;
for (const panel of dashboard.panels) {
  bottom = Math.max(bottom, panel.gridPos.y + panel.gridPos.h);
  const step = stepOf(panel);
  const answers = [];
  for (const target of panel.targets ?? []) {
    answers.push({ refId: target.refId, series: await ask(target.expr, step, target.range, chosen) });
  }
  panels.push({ panel: { ...panel, title: fill(panel.title, chosen) }, step, answers });
}
const marks = [];
for (const annotation of dashboard.annotations.list) {
  const step = stepOf({ gridPos: { w: COLUMNS } });
  const series = await ask(annotation.target.expr, step, true, chosen);
  marks.push({ annotation, series });
}

const height = HEAD + bottom * LINE + 16;
const here = dirname(fileURLToPath(import.meta.url));
const data = {
  title: dashboard.title,
  description: dashboard.description,
  file: file.split("/").at(-1),
  chosen: [...chosen].filter(([name]) => dashboard.templating.list.find(one => one.name === name).hide === 0),
  from, to, panels, marks, width: WIDTH, columns: COLUMNS, line: LINE, head: HEAD,
};
writeFileSync(page, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="stylesheet" href="${pathToFileURL(join(here, "draw.css"))}">
<script src="${pathToFileURL(echarts)}"></script>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<body>
<script src="${pathToFileURL(join(here, "values.js"))}"></script>
<script src="${pathToFileURL(join(here, "draw.js"))}"></script>
</body>
</html>
`);
console.log(height);
