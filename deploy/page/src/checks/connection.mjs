// Live, and honest about it when it is not.
import { expect, expectEqual, expectNoTroubles, get, open, settled, text } from "../browser.mjs";

const SAMPLES = 8;

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
