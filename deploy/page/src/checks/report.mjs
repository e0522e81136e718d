// A report that was written to a file, opened from the disk.
import { readFileSync } from "node:fs";
import { axeSource, expect, expectEqual, expectNoTroubles, open } from "../browser.mjs";

const GRAVE = ["serious", "critical"];

async function opened(browser, file, options) {
  const all = await open(browser, file, options);
  const asked = [];
  all.page.on("request", (request) => asked.push(request.url()));
  await all.page.goto(file);
  expectEqual(asked.join("\n"), file, "what it asks for");
  return all;
}

const brightness = (page) => page.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
  return (red + green + blue) / 3;
});

async function findings(page, where) {
  await page.evaluate(readFileSync(axeSource, "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return violations.filter((violation) => GRAVE.includes(violation.impact)).map((violation) =>
    `${where}: ${violation.id} (${violation.impact}): ${violation.help}; ${violation.nodes.length} such as ` +
      violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.split("\n")[1] ?? ""}`).join(" | "));
}

// Asks nobody, says nothing to the console, fits a narrow screen, and axe-core finds nothing grave, light and dark.
export async function report(browser, file) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      const where = `${colorScheme} ${width}`;
      const { page, context, troubles } = await opened(browser, file, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      found.push(...await findings(page, where));
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
      expect(wide <= width, `${where}: the report is ${wide} wide`);
      const bright = await brightness(page);
      expect(colorScheme === "dark" ? bright < 60 : bright > 200, `${where}: its ground has brightness ${bright}`);
      await page.emulateMedia({ media: "print" });
      expect(await brightness(page) > 200, `${where}: paper is light`);
      expectNoTroubles(troubles);
      await context.close();
    }
  }
  expectEqual(found.join("\n"), "", "findings of axe-core");
}

// Under its own policy, without scripts: the style counts, the drawings are there, and so is every number as text.
export async function reportAsItIs(browser, file) {
  const { page, troubles } = await opened(browser, file, { javaScriptEnabled: false });
  expectEqual(await page.locator("script, link, img, iframe, object").count(), 0, "what could ask for something");
  expect(await page.locator("svg.chart").count() >= 2, "the drawings are there");
  expect(await page.locator("svg.chart").first().isVisible(), "the first drawing is seen");
  const ink = await page.locator("svg.chart .grid").first().evaluate((line) => getComputedStyle(line).stroke);
  expect(ink.startsWith("rgb") && ink !== "rgb(0, 0, 0)", `the style of the report counts: ${ink}`);
  expect(await page.locator("table").count() > 3, "the tables are there");
  expectNoTroubles(troubles);
}

// Whatever is wide can be reached and moved by the keyboard, and shows that it is.
export async function reportByKeyboard(browser, file) {
  const { page, troubles } = await opened(browser, file);
  const wide = await page.locator(".wide").count();
  for (let step = 0; step < wide; step++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.getAttribute("aria-label"), outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 };
    });
    expect(stop.name !== null && stop.outlined, `the focus cannot be seen on ${stop.name}`);
  }
  expectNoTroubles(troubles);
}
