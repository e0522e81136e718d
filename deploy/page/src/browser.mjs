// Opens the page in Debian's chromium and keeps what goes wrong in it.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.PAGE_TOOLS, "package.json"));
const { chromium } = require("playwright-core");

export const axeSource = require.resolve("axe-core/axe.min.js");
export const PATIENCE = 30000;

export async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  try {
    return await work(browser);
  } finally {
    await closeAll(browser);
    await browser.close();
  }
}

// An answer that a check would have changed may be on its way: nobody wants it any more.
export async function closeAll(browser) {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

// A page of its own, with nothing kept of others; troubles holds errors of scripts, of the console and of the content policy, and
// requests to anybody but the server.
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", timezoneId: "UTC", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const troubles = [];
  const { host } = new URL(url);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.stack}`));
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (!["data:", "blob:"].includes(asked.protocol) && asked.host !== host) troubles.push(`asked ${request.url()}`);
  });
  return { context, page, troubles };
}

// Until the index, the past, the theses and the land are shown, and nothing is asked for any more.
export async function settled(page) {
  await page.waitForSelector("#stability");
  await page.waitForSelector("#theses-table table");
  await page.waitForSelector("#plugins table");
  await page.waitForFunction(() => !["chart-caption", "freshness", "health-told"]
    .some((id) => document.getElementById(id)?.textContent.includes("Asking the server")));
  await page.waitForLoadState("load");
}

export const text = async (page, selector) => (await page.locator(selector).first().textContent()).trim().replace(/\s+/g, " ");

export async function get(url, path) {
  const answer = await fetch(url + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

export function expect(holds, message) {
  if (!holds) throw new Error(message);
}

export function expectEqual(actual, expected, what) {
  expect(actual === expected, `${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

export function expectNoTroubles(troubles) {
  expect(troubles.length === 0, `troubles in the browser:\n${troubles.join("\n")}`);
}
