// Draws the panels of a dashboard at their places. Generic: it knows kinds of panels, and no panel.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const FONT = { fontFamily: "DejaVu Sans, sans-serif", fontSize: 11 };
const SHORT_RANGE = 86400;

function element(parent, tag, className, text) {
  const made = document.createElement(tag);
  made.className = className ?? "";
  made.textContent = text ?? "";
  parent.append(made);
  return made;
}

function place(node, { x, y, w, h }) {
  const column = (data.width - 16) / data.columns;
  node.style.left = `${8 + x * column + 2}px`;
  node.style.width = `${w * column - 4}px`;
  node.style.top = `${data.head + y * data.line + 2}px`;
  node.style.height = `${h * data.line - 4}px`;
}

/** All series of a panel, each with its name and the target that asked for it. */
function seriesOf(entry) {
  return entry.answers.flatMap(answer => {
    const target = entry.panel.targets.find(one => one.refId === answer.refId);
    return answer.series.map(series => ({ name: nameOf(target, series), labels: series.labels, points: series.points }));
  });
}

function momentLabel(at) {
  const iso = new Date(at).toISOString();
  return data.to - data.from <= SHORT_RANGE ? iso.slice(11, 19) : iso.slice(0, 10);
}

function timeAxis() {
  return {
    type: "time", min: data.from * 1000, max: data.to * 1000, axisLine: { lineStyle: { color: "#b5bbc2" } },
    axisLabel: { ...FONT, hideOverlap: true, formatter: momentLabel }, splitLine: { show: false },
  };
}

function overridesOf(panel, name) {
  const found = panel.fieldConfig.overrides.find(one => one.matcher.options === name);
  return Object.fromEntries((found?.properties ?? []).map(property => [property.id, property.value]));
}

function thresholdLines(panel) {
  if (panel.fieldConfig.defaults.custom.thresholdsStyle.mode === "off") {
    return [];
  }
  return panel.fieldConfig.defaults.thresholds.steps
    .filter(step => step.value !== null)
    .map(step => ({ yAxis: step.value, lineStyle: { color: colorOf(step.color), type: "dashed", width: 1 }, label: { show: false } }));
}

function annotationLines() {
  return data.marks.flatMap(({ annotation, series }) => series.flatMap(one =>
    one.points
      .map(([at, value]) => (annotation.useValueForTime ? value : at * 1000))
      .filter(at => at >= data.from * 1000 && at <= data.to * 1000)
      .map(at => ({
        xAxis: at, lineStyle: { color: colorOf(annotation.iconColor), type: "dotted", width: 1 }, label: { show: false },
      }))));
}

function line(entry, series, index, stacked) {
  const custom = entry.panel.fieldConfig.defaults.custom;
  const own = overridesOf(entry.panel, series.name);
  const color = own.color ? colorOf(own.color.fixedColor) : paletteColor(index);
  return {
    type: "line", name: series.name, showSymbol: false, animation: false, silent: true, color,
    data: withHoles(series.points, custom.spanNulls, entry.step),
    lineStyle: {
      width: own["custom.lineWidth"] ?? (stacked ? 0.5 : 1.5), type: own["custom.lineStyle"] ? "dashed" : "solid",
    },
    areaStyle: stacked ? { opacity: custom.fillOpacity / 100 } : undefined,
    stack: stacked ? "all" : undefined, stackStrategy: "samesign",
  };
}

/** A stack needs a value of each line at the same moments; where one has none it adds nothing. */
function aligned(all) {
  const moments = [...new Set(all.flatMap(series => series.points.map(([at]) => at)))].sort((a, b) => a - b);
  return all.map(series => {
    const values = new Map(series.points);
    return { ...series, points: moments.map(at => [at, values.get(at) ?? null]) };
  });
}

/** The band between two lines, as a shape: a chart fills to its axis only. */
function band(entry, upper, all) {
  const fillTo = overridesOf(entry.panel, upper.name)["custom.fillBelowTo"];
  const lower = all.find(series => series.name === fillTo);
  if (!lower) {
    return [];
  }
  const low = new Map(lower.points);
  const both = upper.points.filter(([at]) => low.has(at));
  const pieces = [];
  const longest = Math.max(entry.panel.fieldConfig.defaults.custom.spanNulls / 1000, entry.step * 1.5);
  both.forEach(([at, value], index) => {
    if (index === 0 || at - both[index - 1][0] > longest) {
      pieces.push([]);
    }
    pieces.at(-1).push([at * 1000, low.get(at), value]);
  });
  const own = overridesOf(entry.panel, upper.name);
  return [{
    type: "custom", silent: true, animation: false, data: pieces.map((piece, index) => [piece[0][0], index]), z: 0,
    renderItem: (parameters, api) => {
      const piece = pieces[api.value(1)];
      const points = [
        ...piece.map(([at, , value]) => api.coord([at, value])),
        ...piece.toReversed().map(([at, value]) => api.coord([at, value])),
      ];
      const style = { fill: colorOf(own.color.fixedColor), opacity: own["custom.fillOpacity"] / 100 };
      return { type: "polygon", shape: { points }, style };
    },
  }];
}

function drawTimeSeries(body, entry) {
  const stacked = entry.panel.fieldConfig.defaults.custom.stacking.mode === "normal";
  const all = seriesOf(entry);
  const defaults = entry.panel.fieldConfig.defaults;
  const lines = (stacked ? aligned(all) : all).map((series, index) => line(entry, series, index, stacked));
  lines[0].markLine = { symbol: "none", silent: true, animation: false, data: [...thresholdLines(entry.panel), ...annotationLines()] };
  const legend = { bottom: 4, type: lines.length > 14 ? "scroll" : "plain", textStyle: FONT, itemWidth: 14, itemHeight: 3, icon: "rect", data: all.map(one => one.name) };
  const legendLines = Math.min(3, Math.ceil(all.map(one => one.name.length * 7 + 34).reduce((a, b) => a + b, 0) / body.clientWidth));
  chart(body, {
    grid: { left: 58, right: 16, top: 8, bottom: 26 + 20 * (lines.length > 14 ? 1 : legendLines) },
    xAxis: timeAxis(),
    yAxis: {
      type: "value", min: defaults.min, max: defaults.max, scale: defaults.min === undefined && !stacked,
      axisLabel: { ...FONT, formatter: value => written(value, defaults.unit) }, splitLine: { lineStyle: { color: "#eef0f2" } },
    },
    legend,
    series: [...(stacked ? [] : all.flatMap(series => band(entry, series, all))), ...lines],
  });
}

/** The stretches of a row in which a state held. */
function stretches(series, entry) {
  const longest = Math.max(entry.panel.fieldConfig.defaults.custom.spanNulls / 1000, entry.step * 1.5);
  const found = [];
  for (const [at, value] of series.points) {
    const last = found.at(-1);
    if (last && at - last.seen <= longest) {
      last.end = at;
      if (last.value === value) {
        last.seen = at;
        last.end = at + entry.step;
        continue;
      }
    }
    found.push({ value, start: at, seen: at, end: at + entry.step });
  }
  return found.map(one => ({ ...one, end: Math.min(one.end, data.to) })).filter(one => one.end > one.start);
}

function drawStateTimeline(body, entry) {
  const all = seriesOf(entry).sort((a, b) => b.name.localeCompare(a.name));
  const mappings = entry.panel.fieldConfig.defaults.mappings;
  const items = all.flatMap((series, row) => stretches(series, entry).map(one => ({
    value: [row, one.start * 1000, one.end * 1000, one.value],
  })));
  const widest = Math.max(...all.map(one => one.name.length));
  chart(body, {
    grid: { left: Math.min(330, 20 + widest * 7), right: 16, top: 4, bottom: 22 },
    xAxis: timeAxis(),
    yAxis: { type: "category", data: all.map(one => one.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { ...FONT, interval: 0 } },
    series: [{
      type: "custom", silent: true, animation: false, data: items, encode: { x: [1, 2], y: 0 },
      renderItem: (parameters, api) => stretch(api, mappings),
    }],
  });
}

function stretch(api, mappings) {
  const [x, y] = api.coord([api.value(1), api.value(0)]);
  const [end] = api.coord([api.value(2), api.value(0)]);
  const height = api.size([0, 1])[1] * 0.85;
  const state = mappingOf(mappings, api.value(3));
  const width = Math.max(end - x, 1);
  const text = state && width > state.text.length * 7 + 8 && height > 12 ? state.text : "";
  return {
    type: "rect", shape: { x, y: y - height / 2, width, height },
    style: { fill: colorOf(state ? state.color : "#c0c4c8"), opacity: 0.85 },
    textContent: { style: { text, fill: "#fff", ...FONT } }, textConfig: { position: "insideLeft" },
  };
}

function drawBarGauge(body, entry) {
  const defaults = entry.panel.fieldConfig.defaults;
  const all = seriesOf(entry).toReversed();
  const size = all.length > 24 ? 9 : 11;
  chart(body, {
    grid: { left: Math.min(300, 24 + Math.max(...all.map(one => one.name.length)) * 6.6), right: 70, top: 4, bottom: 4 },
    xAxis: { type: "value", show: false },
    yAxis: { type: "category", data: all.map(one => one.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { ...FONT, fontSize: size, interval: 0 } },
    series: [{
      type: "bar", silent: true, animation: false,
      data: all.map(one => ({ value: one.points[0][1], itemStyle: { color: thresholdColor(defaults.thresholds, one.points[0][1]) } })),
      label: { show: true, position: "right", ...FONT, fontSize: size, formatter: item => written(item.value, defaults.unit) },
    }],
  });
}

function drawStat(body, entry) {
  const defaults = entry.panel.fieldConfig.defaults;
  const filled = entry.panel.options.colorMode === "background";
  const label = entry.panel.options.reduceOptions.fields.replaceAll(/[/^$]/g, "");
  const all = seriesOf(entry);
  const box = element(body, "div", `stats ${all.length > 3 ? "many" : ""} ${body.clientWidth < 200 ? "narrow" : ""}`);
  for (const series of all) {
    const value = label ? series.labels[label] : series.points.at(-1)[1];
    const state = mappingOf(defaults.mappings, value);
    const color = state ? colorOf(state.color) : thresholdColor(defaults.thresholds, label ? -Infinity : value);
    const stat = element(box, "div", filled ? "stat filled" : "stat");
    stat.style[filled ? "background" : "color"] = color;
    if (series.name && !label && all.length > 1) {
      element(stat, "span", "", series.name);
    }
    element(stat, "b", "", state ? state.text : written(value, defaults.unit));
  }
}

/** Grafana's transformations merge and organize. */
function rowsOf(entry) {
  const rows = [];
  const single = entry.answers.filter(answer => answer.series.length > 0).length === 1;
  for (const answer of entry.answers) {
    for (const series of answer.series) {
      const value = { [single ? "Value" : `Value #${answer.refId}`]: series.points[0][1] };
      const same = rows.filter(row =>
        Object.entries(series.labels).every(([name, text]) => row[name] === undefined || row[name] === text));
      if (same.length > 0) {
        same.forEach(row => Object.assign(row, series.labels, value));
      } else {
        rows.push({ ...series.labels, ...value });
      }
    }
  }
  return rows;
}

function drawTable(body, entry) {
  const organize = entry.panel.transformations.find(one => one.id === "organize").options;
  const rows = rowsOf(entry);
  const isThere = field => !/^Value/.test(field) || rows.some(row => row[field] !== undefined);
  const fields = Object.entries(organize.indexByName).sort((a, b) => a[1] - b[1]).map(([field]) => field).filter(isThere);
  const sort = entry.panel.options.sortBy[0];
  const sorted = fields.find(field => organize.renameByName[field] === sort.displayName);
  rows.sort((a, b) => compare(a[sorted], b[sorted], sort.desc ? -1 : 1));
  const table = element(body, "table");
  const head = element(table, "tr");
  fields.forEach(field => element(head, "th", "", organize.renameByName[field]));
  for (const row of rows) {
    const line = element(table, "tr");
    fields.forEach(field => cell(line, entry.panel, organize.renameByName[field], row[field]));
  }
}

/** What is not known comes last, whichever way. */
function compare(a, b, direction) {
  if (a === undefined || b === undefined) {
    return a === b ? 0 : a === undefined ? 1 : -1;
  }
  return direction * (a < b ? -1 : a > b ? 1 : 0);
}

function cell(line, panel, title, value) {
  const own = overridesOf(panel, title);
  const node = element(line, "td");
  if (value === undefined) {
    node.textContent = own.noValue;
    return;
  }
  const state = mappingOf(own.mappings, value);
  node.textContent = state ? state.text : written(value, own.unit);
  if (state) {
    node.style.color = colorOf(state.color);
    node.style.fontWeight = "600";
  } else if (own.thresholds && own.thresholds.steps.length > 1) {
    node.style.color = thresholdColor(own.thresholds, value);
    node.style.fontWeight = "600";
  }
}

function chart(body, option) {
  echarts.init(body, null, { renderer: "canvas" }).setOption({ animation: false, textStyle: FONT, ...option });
}

const DRAW = {
  stat: drawStat, timeseries: drawTimeSeries, "state-timeline": drawStateTimeline, table: drawTable, bargauge: drawBarGauge,
};

function draw(entry) {
  const { panel } = entry;
  if (panel.type === "row") {
    place(element(document.body, "div", "row", panel.title), panel.gridPos);
    return;
  }
  const box = element(document.body, "div", "panel");
  place(box, panel.gridPos);
  element(box, "h3", "", panel.title);
  const body = element(box, "div", "body");
  if (entry.answers.every(answer => answer.series.every(series => series.points.length === 0))) {
    element(body, "div", "none", panel.fieldConfig.defaults.noValue);
    return;
  }
  DRAW[panel.type](body, entry);
}

const header = element(document.body, "header");
element(header, "b", "", data.title);
element(header, "span", "", data.description);
element(header, "br");
element(header, "span", "", data.chosen.map(([name, value]) => `${name}: ${value === ".+" ? "all" : value}`).join(", "));
element(header, "span", "", `${momentLabel(data.from * 1000)} to ${momentLabel(data.to * 1000)} UTC`);
element(header, "span", "", `Not drawn by Grafana: ${data.file}, answered by a real Prometheus, drawn with ECharts.`);
data.panels.forEach(draw);
