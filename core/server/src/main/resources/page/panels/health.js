// Which plugins answer, which feeds deliver and which jobs run; what is wrong, and what to do.
import { beside, byId, element, fill, number, table, wide } from "../parts/dom.js";
import { long, moment } from "../parts/words.js";

const REJECTIONS = 3;
const MARKS = { active: "✓ active", degraded: "▲ degraded", stuck: "■ stuck", quarantined: "■ quarantined", rejected: "× rejected" };
const FEED_MARKS = { up: "✓ up", new: "… new", stale: "▲ stale", failing: "× failing", open: "■ open: not asked for a while" };
const RUN_MARKS = { waiting: "… waits", running: "▶ runs", succeeded: "✓ succeeded", failed: "× failed", timed_out: "× timed out" };

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

function runWords(run) {
  const of = `as of ${moment(run.slot)}`;
  const progress = run.total > 0 ? `, ${run.done} of ${run.total}` : "";
  return [`${RUN_MARKS[run.state] ?? run.state} ${of}${progress}`, run.message ? beside(run.message) : null];
}

function jobRow(job) {
  const isWell = job.overdueSince === null && (job.last === null || job.last.state === "succeeded");
  return [
    element("td", {}, job.job, beside(`${job.kind}, ${job.schedule || "only when told"}`)),
    element("td", { class: isWell ? "" : "bad" },
      ...(job.last ? runWords(job.last) : ["… has not run"]),
      job.overdueSince ? beside(`▲ overdue since ${moment(job.overdueSince)}`, true) : null,
      ...job.open.flatMap(runWords)),
    element("td", {}, job.lastSuccess ? moment(job.lastSuccess) : "never"),
    element("td", {}, job.pausedSince ? `paused since ${moment(job.pausedSince)}` : job.next ? moment(job.next) : "when told"),
  ];
}

function showJobs(jobs) {
  fill(byId("jobs"), element("h3", {}, "Jobs"),
    jobs === null || jobs.length === 0 ? element("p", { class: "quiet" }, "No job is configured.")
      : wide("jobs", "Jobs", table("Jobs", ["Job", "Last run", "Last success", "Next"], jobs.map(jobRow))));
}

export function show({ plugins, feeds, jobs }) {
  byId("health-told").textContent = `As the server told it at ${moment(new Date().toISOString())}: of the present, also beside a moment of the past.`;
  showJobs(jobs);
  fill(byId("plugins"), element("h3", {}, "Plugins"), wide("plugins", "Plugins", table("Plugins", ["Plugin", "Verdict"], plugins.map(pluginRow))));
  fill(byId("feeds"), element("h3", {}, "Feeds"),
    feeds.length === 0 ? element("p", { class: "quiet" }, "No feed is configured.")
      : wide("feeds", "Feeds", table("Feeds", ["Feed", "State", "Last success", ["Stored", "number"]], feeds.map(feedRow))));
}
