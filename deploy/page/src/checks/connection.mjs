// Live, and honest about it when it is not.
import { expect, expectEqual, expectNoTroubles, get, open, settled, text } from "../browser.mjs";

const SAMPLES = 8;
const WAIT_SECONDS = 3;
const QUIET_MILLIS = 3000;

// The moment that the page shows follows that of the API within one tick.
export async function live(browser, url, theatre, tickMillis) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  await page.waitForFunction(() => document.getElementById("connection").textContent.startsWith("Live"));
  const late = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const { asOf } = await get(url, `/api/v1/theatres/${theatre}/index`);
    const asked = Date.now();
    await page.waitForFunction(
      (least) => {
        const shown = /As of (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/.exec(document.getElementById("provenance").textContent);
        return shown && `${shown[1]}T${shown[2]}` >= least;
      },
      asOf.slice(0, 16), { polling: 10 });
    late.push(Date.now() - asked);
    await page.waitForTimeout(Number(tickMillis) * 0.7);
  }
  late.sort((a, b) => a - b);
  // Whatever else the machine does may make one wait; most show what a page does.
  const most = late[Math.ceil(0.75 * SAMPLES) - 1];
  expect(most <= Number(tickMillis), `the page mostly follows within ${tickMillis} ms: it took ${late.join(", ")} ms`);
  expectNoTroubles(troubles);
  return `live: ${late.join(", ")} ms after the API; a tick is ${tickMillis} ms`;
}

// Whatever is not the server cannot be reached; once the server cannot either, nothing is shown as current.
export async function offline(browser, url, theatre) {
  const { page, context, troubles } = await open(browser, url);
  await context.route((asked) => asked.host !== new URL(url).host, (route) => route.abort());
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  await page.waitForSelector("#canvas canvas");
  expectNoTroubles(troubles);
  expectEqual(await page.locator("#old-mark").isVisible(), false, "the mark before");
  await context.setOffline(true);
  await page.waitForSelector("#connection.doubtful");
  expect((await text(page, "#connection")).startsWith("CONNECTION LOST"), "the words about the connection");
  if (await page.locator("#old-mark").count()) expectEqual(await page.locator("#old-mark").isVisible(), true, "the mark beside the number");
  expect((await page.title()).startsWith("old: "), `the title: ${await page.title()}`);
  const first = await text(page, "#connection");
  await page.waitForFunction((before) => document.getElementById("connection").textContent !== before, first);
  await context.setOffline(false);
  await page.waitForFunction(() => !document.getElementById("connection").classList.contains("doubtful"));
  expect(!(await page.title()).startsWith("old: "), `the title after: ${await page.title()}`);
}

// Without the stream the page asks by itself.
export async function polling(browser, url, theatre) {
  const { page } = await open(browser, url);
  await page.route("**/api/v1/stream*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  expect((await text(page, "#connection")).startsWith("Asked every two seconds"), await text(page, "#connection"));
  const shown = await text(page, "#provenance");
  await page.waitForFunction((before) => document.getElementById("provenance").textContent !== before, shown);
}

// Paused, nothing moves, and the page says so.
export async function paused(browser, url, theatre) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  await page.click("#pause");
  await page.waitForFunction(() => document.getElementById("connection").textContent.startsWith("PAUSED"));
  const shown = await text(page, "#provenance");
  await page.waitForTimeout(2500);
  expectEqual(await text(page, "#provenance"), shown, "what is shown while it is paused");
  expectEqual(await page.locator("#old-mark").isVisible(), true, "the mark beside the number");
  await page.click("#pause");
  await page.waitForFunction((before) => document.getElementById("provenance").textContent !== before, shown);
  expectNoTroubles(troubles);
}

const busy = (seconds) => ({
  status: 503, headers: { "Retry-After": String(seconds) }, contentType: "application/problem+json",
  body: JSON.stringify({ status: 503, detail: "too much is being asked just now" }),
});
const ASKS_TO_WAIT = "THE SERVER ASKS TO WAIT";

// A server that asks to wait is left alone for so long; what is shown stays and is marked, and what comes after is shown as always.
export async function asksToWait(browser, url, theatre) {
  const { page } = await open(browser, url);
  const times = [];
  let refusals = 1;
  await page.route(`**/theatres/${theatre}/index`, (route) => {
    times.push(Date.now());
    return refusals-- > 0 ? route.fulfill(busy(WAIT_SECONDS)) : route.continue();
  });
  const told = async () => (await text(page, "#connection")).startsWith(ASKS_TO_WAIT);
  await page.goto(`${url}/?theatre=${theatre}`);
  await page.waitForFunction((words) => document.getElementById("connection").textContent.startsWith(words), ASKS_TO_WAIT);
  expect((await text(page, "#notice")).startsWith("Nothing to show yet: too much is being asked just now"), await text(page, "#notice"));
  await page.waitForSelector("#stability");
  expectWaited(times, 0);
  await settled(page);
  expect(!await told(), await text(page, "#connection"));
  refusals = 1;
  const from = times.length;
  await page.waitForFunction((words) => document.getElementById("connection").textContent.startsWith(words), ASKS_TO_WAIT);
  const shown = await text(page, "#provenance");
  expectEqual(await page.locator("#old-mark").isVisible(), true, "the mark beside the number");
  expect((await text(page, "#notice")).includes("What is shown stays"), await text(page, "#notice"));
  expect(/it is asked again in \d+ s/.test(await text(page, "#connection")), await text(page, "#connection"));
  await page.waitForTimeout(500 * WAIT_SECONDS);
  expectEqual(await text(page, "#provenance"), shown, "what is shown meanwhile");
  await page.waitForFunction((before) => document.getElementById("provenance").textContent !== before, shown);
  expectWaited(times, from);
  expectEqual(await page.locator("#old-mark").isVisible(), false, "the mark afterwards");
  expectEqual(await page.locator("#notice").isVisible(), false, "the notice afterwards");
}

function expectWaited(times, from) {
  const waited = times[from + 1] - times[from];
  expect(waited >= 1000 * WAIT_SECONDS - 50 && waited < 1000 * WAIT_SECONDS + 2000, `the index was asked for again after ${waited} ms instead of ${WAIT_SECONDS} s`);
}

// A tab that nobody sees leaves its stream to others, of which a browser opens six to a server; seen again it is live at once.
export async function hiddenTabs(browser, url, theatre) {
  const { page, troubles } = await open(browser, url);
  await page.addInitScript(() => {
    let hidden = false;
    Object.defineProperty(Document.prototype, "hidden", { get: () => hidden });
    globalThis.hide = (now) => {
      hidden = now;
      document.dispatchEvent(new Event("visibilitychange"));
    };
    const Source = globalThis.EventSource;
    globalThis.streams = [];
    globalThis.EventSource = class extends Source {
      constructor(...all) {
        super(...all);
        globalThis.streams.push(this);
      }
    };
  });
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  const openStreams = () => page.evaluate(() => globalThis.streams.filter((stream) => stream.readyState !== EventSource.CLOSED).length);
  expectEqual(await openStreams(), 1, "streams of a tab that is seen");
  await page.evaluate(() => globalThis.hide(true));
  expectEqual(await openStreams(), 0, "streams of a tab that nobody sees");
  await page.waitForTimeout(QUIET_MILLIS);
  const shown = await text(page, "#provenance");
  await page.waitForTimeout(QUIET_MILLIS);
  expectEqual(await text(page, "#provenance"), shown, "what a tab shows that nobody sees");
  await page.evaluate(() => globalThis.hide(false));
  await page.waitForFunction((before) => document.getElementById("provenance").textContent !== before, shown, { timeout: QUIET_MILLIS });
  await page.waitForFunction(() => document.getElementById("connection").textContent.startsWith("Live"));
  expectEqual(await openStreams(), 1, "streams of a tab that is seen again");
  expectNoTroubles(troubles);
}

// What others publish says that the server goes on: a theatre of which nothing comes is asked for soon.
export async function othersOnly(browser, url, theatre) {
  const { page, troubles } = await open(browser, url);
  await page.addInitScript(() => {
    const Source = globalThis.EventSource;
    globalThis.EventSource = class extends Source {
      addEventListener(name, hear) {
        const other = (event) => hear({ data: JSON.stringify({ ...JSON.parse(event.data), theatre: "other" }) });
        super.addEventListener(name, name === "index" ? other : hear);
      }
    };
  });
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  await page.waitForFunction(() => document.getElementById("connection").textContent.startsWith("Live"));
  for (let time = 0; time < 3; time++) {
    const shown = await text(page, "#provenance");
    await page.waitForFunction((before) => document.getElementById("provenance").textContent !== before, shown, { timeout: 2 * QUIET_MILLIS });
  }
  expectNoTroubles(troubles);
}
