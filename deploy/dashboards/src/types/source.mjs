// Writes the dashboards as TypeScript, so that its compiler holds them against the types that Grafana publishes: a field that
// Grafana does not know, or a value that a field cannot have, is an error. node source.mjs SDK OUT DASHBOARD.json ...
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [sdk, out, ...files] = process.argv.slice(2);

const PLUGINS = { stat: "stat", timeseries: "timeseries", "state-timeline": "statetimeline", table: "table", bargauge: "bargauge" };

/** JSON has no names of enums, only their values: each enum becomes the union of its values. */
function withoutEnums(text) {
  return text.replace(/export declare enum (\w+) \{([^}]*)}/g, (whole, name, body) => {
    const values = [...body.matchAll(/= ("[^"]*"|-?\d+)/g)].map(match => match[1]);
    return `export type ${name} = ${values.join(" | ")};`;
  });
}

const types = join(out, "types");
for (const name of ["common", "cog", "dashboard", "prometheus", ...Object.values(PLUGINS)]) {
  cpSync(join(sdk, "dist", name), join(types, name), { recursive: true });
  for (const file of readdirSync(join(types, name)).filter(file => file.endsWith(".d.ts"))) {
    const path = join(types, name, file);
    writeFileSync(path, withoutEnums(readFileSync(path, "utf8")));
  }
}

const lines = [
  'import * as dashboard from "./types/dashboard/types.gen";',
  'import * as prometheus from "./types/prometheus/types.gen";',
  ...Object.values(PLUGINS).map(name => `import * as ${name} from "./types/${name}/types.gen";`),
];

function hold(type, value) {
  lines.push(`export const _${lines.length}: ${type} = ${JSON.stringify(value)};`);
}

/** The types leave open what plugins define; that is held against the types of each plugin. */
function holdPanel(panel) {
  const plugin = PLUGINS[panel.type];
  hold(`${plugin}.Options`, panel.options);
  if (plugin === "timeseries" || plugin === "statetimeline") {
    hold(`${plugin}.FieldConfig`, panel.fieldConfig.defaults.custom);
  }
  panel.targets.forEach(target => hold('Omit<prometheus.Dataquery, "_implementsDataqueryVariant">', target));
}

/** Links of a field and questions of an annotation are typed as those of a dashboard, which they are not. */
function typed(json) {
  const panels = json.panels.map(panel => {
    if (panel.type === "row") {
      return panel;
    }
    const { links, ...defaults } = panel.fieldConfig.defaults;
    return { ...panel, targets: [], fieldConfig: { ...panel.fieldConfig, defaults } };
  });
  const list = json.annotations.list.map(({ target, textFormat, titleFormat, useValueForTime, ...known }) => known);
  return { ...json, panels, annotations: { list } };
}

for (const file of files) {
  const json = JSON.parse(readFileSync(file, "utf8"));
  hold("dashboard.Dashboard", typed(json));
  json.panels.filter(panel => panel.type !== "row").forEach(holdPanel);
}
writeFileSync(join(out, "dashboards.ts"), `${lines.join("\n")}\n`);
