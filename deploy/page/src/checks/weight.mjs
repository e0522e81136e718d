// How heavy the page is, and how soon it says something.
import { expect, open, settled } from "../browser.mjs";

const MOST_BYTES = 300 * 1024;
const TIMES = 7;

// The bytes over the wire, compressed, of all that the page is made of and of the first answers.
export async function weight(browser, url, query) {
  const { page, context } = await open(browser, url);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const paths = new Map();
  const bytes = { page: 0, answers: 0 };
  const told = [];
  session.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId) ?? "";
    bytes[path.startsWith("/api/") ? "answers" : "page"] += encodedDataLength;
    told.push([encodedDataLength, path]);
  });
  await page.goto(`${url}/?${query}`);
  await settled(page);
  await page.waitForTimeout(3000);
  told.sort((a, b) => b[0] - a[0]);
  const largest = told.slice(0, 8).map(([size, path]) => `${path} ${size}`).join(", ");
  const report = `weight: the page ${bytes.page} bytes, the first answers ${bytes.answers}; the largest ${largest}`;
  expect(bytes.page > 20000, `${report}: too little to be all`);
  expect(bytes.page + bytes.answers <= MOST_BYTES, `${report}; ${MOST_BYTES} are allowed`);
  return report;
}

// Milliseconds from the start of the navigation to the number on the screen, in a browser that keeps nothing. A measurement: it fails
// only when there is no number.
export async function paint(browser, url, query) {
  const took = [];
  for (let time = 0; time < TIMES; time++) {
    const { page, context } = await open(browser, url);
    await page.addInitScript(() => {
      new MutationObserver((changes, observer) => {
        if (document.getElementById("stability")) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => { globalThis.painted = performance.now(); }));
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${url}/?${query}`);
    await page.waitForFunction(() => globalThis.painted !== undefined);
    took.push(Math.round(await page.evaluate(() => globalThis.painted)));
    await context.close();
  }
  took.sort((a, b) => a - b);
  return `paint: ${took[Math.floor(TIMES / 2)]} ms in the middle of ${TIMES}, from ${took[0]} to ${took[TIMES - 1]} ms`;
}
