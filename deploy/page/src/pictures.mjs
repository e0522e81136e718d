// node pictures.mjs FOLDER GULF STRAITS DEMO DAY: what the page looks like, panel by panel.
import { join } from "node:path";
import { open, settled, withBrowser } from "./browser.mjs";

const [folder, gulf, straits, demo, day] = process.argv.slice(2);
const SECTIONS = ["now", "moved", "why", "regime", "inputs", "theses"];
const REPLAYED_MILLIS = 90000;

async function shown(browser, url, query, options) {
  const { page } = await open(browser, url, options);
  await page.goto(`${url}/?${query}`);
  await settled(page);
  await page.waitForTimeout(3000);
  // The row of links stays at the top of the window, where it would hide what a long picture shows.
  await page.evaluate(() => { document.querySelector("nav").style.position = "static"; });
  return page;
}

const keep = (shot, name, options = {}) => shot.screenshot({ path: join(folder, `${name}.png`), ...options });

await withBrowser(async (browser) => {
  const replay = await shown(browser, demo, "theatre=hormuz-demo");
  const past = `theatre=hormuz&day=${day}`;
  const light = await shown(browser, gulf, past);
  await light.waitForSelector("#moves .words");
  for (const section of SECTIONS) await keep(light.locator(`#${section}`), section);
  await light.locator("#readings-brent-wti-spread").focus();
  for (let step = 0; step < 30; step++) await light.keyboard.press("ArrowRight");
  await light.waitForSelector("#what-if-stability");
  await keep(light.locator("#what-if"), "what-if");
  const dark = await shown(browser, gulf, past, { colorScheme: "dark", viewport: { width: 1280, height: 900 } });
  await keep(dark, "dark");
  const narrow = await shown(browser, gulf, past, { viewport: { width: 360, height: 900 } });
  await keep(narrow, "narrow");
  const map = await shown(browser, straits, `theatre=bab-el-mandeb&day=${day}`);
  await keep(map.locator("#straits"), "straits");
  await replay.waitForTimeout(REPLAYED_MILLIS);
  await keep(replay, "page", { clip: { x: 0, y: 0, width: 1280, height: 1250 }, fullPage: true });
});
