// For everybody: narrow screens, dark ones, the keyboard alone, and readers of the screen.
import { readFileSync } from "node:fs";
import { axeSource, expect, expectEqual, expectNoTroubles, open, settled, text } from "../browser.mjs";

const GRAVE = ["serious", "critical"];

async function opened(browser, url, query, options) {
  const all = await open(browser, url, options);
  await all.page.goto(`${url}/?${query}`);
  await settled(all.page);
  await all.page.waitForTimeout(1000);
  return all;
}

// Nothing but tables and the like that say so themselves is wider than the screen.
export async function narrow(browser, url, query) {
  const { page, troubles } = await opened(browser, url, query, { viewport: { width: 360, height: 740 } });
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
  const culprits = await page.evaluate(() =>
    [...document.querySelectorAll("main *, header *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".wide, nav, .u-over, .hidden, svg"))
      .map((one) => `${one.tagName}.${one.className?.baseVal ?? one.className} ${one.textContent.slice(0, 40)}`).slice(0, 5));
  expect(wide <= 360, `the page is ${wide} wide: ${culprits.join("; ")}`);
  expectEqual(culprits.join("; "), "", "what sticks out");
  expectNoTroubles(troubles);
}

const brightness = (page) => page.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
  return (red + green + blue) / 3;
});

// As the system says, or as it was chosen, which is kept.
export async function dark(browser, url, query) {
  const { page, context, troubles } = await opened(browser, url, query, { colorScheme: "dark" });
  expect(await brightness(page) < 60, "the page is dark as the system says");
  await page.selectOption("#theme", "light");
  expect(await brightness(page) > 200, "the page is light when that is chosen");
  await page.reload();
  await settled(page);
  expect(await brightness(page) > 200, "the choice is kept");
  expectNoTroubles(troubles);
  await context.close();
}

// No finding of axe-core that is serious or critical, with everything opened that opens.
export async function axe(browser, url, query) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      const { page, context } = await opened(browser, url, query, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.click("#pause");
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
      await page.waitForTimeout(200);
      await page.evaluate(readFileSync(axeSource, "utf8"));
      const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
      violations.filter((violation) => GRAVE.includes(violation.impact)).forEach((violation) =>
        found.push(`${colorScheme} ${width}: ${violation.id} (${violation.impact}): ${violation.help}; ${violation.nodes.length} such as ` +
          violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.split("\n")[1] ?? ""}`).join(" | ")));
      await context.close();
    }
  }
  expectEqual(found.join("\n"), "", "findings of axe-core");
}

// Everything can be reached and done without a mouse.
export async function keyboard(browser, url, query) {
  const { page, troubles } = await opened(browser, url, query);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.key || document.activeElement.getAttribute("href") || document.activeElement.tagName);
  await page.keyboard.press("Tab");
  expectEqual(await text(page, ":focus"), "To the index", "the first stop");
  await page.keyboard.press("Enter");
  expectEqual(await focused(), "now", "the focus after the first stop");
  await page.goto("about:blank");
  await page.goto(`${url}/?${query}`);
  await settled(page);
  await page.waitForTimeout(1000);
  const seen = await walk(page);
  for (const stop of ["theatre", "moment", "theme", "pause", "span-from", "span-to", "what-if-reset", "readings-brent-wti-spread", "heat", "span-Year", "chart-table"]) {
    expect(seen.includes(stop), `no stop at ${stop} among ${seen.join(", ")}`);
  }
  await page.locator("[data-key=chart-table]").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#chart-points table");
  await page.locator("#readings-brent-wti-spread").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("#what-if-stability");
  await page.locator("#span-to").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#span-answer table");
  expectNoTroubles(troubles);
}

// All stops of Tab in their order; each shows where the focus is.
async function walk(page) {
  const seen = [];
  for (let step = 0; step < 300; step++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return null;
      const style = getComputedStyle(at);
      // The button inside a field for dates is the browser's own, and so is its outline.
      const isInside = !at.matches(":focus");
      return { name: at.id || at.dataset.key || at.getAttribute("href") || at.textContent.slice(0, 30), outlined: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || isInside };
    });
    if (stop === null) break;
    expect(stop.outlined, `the focus cannot be seen on ${stop.name}`);
    seen.push(stop.name);
  }
  return seen;
}
