// Which plugins answer and which feeds deliver; what is wrong, and what to do.
import { beside, byId, element, fill, number, table, wide } from "../parts/dom.js";
import { long, moment } from "../parts/words.js";

const REJECTIONS = 3;
const MARKS = { active: "✓ active", degraded: "▲ degraded", stuck: "■ stuck", quarantined: "■ quarantined", rejected: "× rejected" };
const FEED_MARKS = { up: "✓ up", new: "… new", stale: "▲ stale", failing: "× failing", open: "■ open: not asked for a while" };

const ago = (instant) => `${moment(instant)}, ${long((Date.now() - Date.parse(instant)) / 1000)} ago`;

function pluginRow(plugin) {
  return [
    element("td", {}, `${plugin.plugin || plugin.location} ${plugin.version}`),
    element("td", { class: plugin.code || plugin.status !== "active" ? "bad" : "" },
      `${MARKS[plugin.status] ?? plugin.status} ${plugin.code}`, plugin.cause ? beside(`${plugin.cause} ${plugin.fix}`) : null),
  ];
}

function feedRow(feed) {
  const breaks = feed.vintageBreaks.map((seen) => beside(
    `${seen.source} told ${seen.series} anew, seen ${seen.detectedAt}${seen.open ? ": suspect until it is read whole" : ""}`, seen.open));
  const newest = Object.entries(feed.newest ?? {}).map(([series, instant]) => `${series} of ${moment(instant)}`);
  return [
    element("td", {}, feed.feed, beside(`${feed.kind}, every ${feed.every}`), newest.length ? beside(`newest: ${newest.slice(0, 2).join(", ")}`) : null),
    element("td", { class: feed.state === "up" ? "" : "bad" },
      FEED_MARKS[feed.state] ?? feed.state, ...breaks, feed.failure ? beside(feed.failure) : null,
      ...feed.rejections.slice(0, REJECTIONS).map((rejection) => beside(typeof rejection === "string" ? rejection : JSON.stringify(rejection)))),
    element("td", {}, feed.lastSuccess ? ago(feed.lastSuccess) : "never"),
    number(String(feed.stored)),
  ];
}

export function show({ plugins, feeds }) {
  fill(byId("plugins"), element("h3", {}, "Plugins"), wide("plugins", "Plugins", table("Plugins", ["Plugin", "Verdict"], plugins.map(pluginRow))));
  fill(byId("feeds"), element("h3", {}, "Feeds"),
    feeds.length === 0 ? element("p", { class: "quiet" }, "No feed is configured.")
      : wide("feeds", "Feeds", table("Feeds", ["Feed", "State", "Last success", ["Stored", "number"]], feeds.map(feedRow))));
}
