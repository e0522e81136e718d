// What the page says is what the API says.
import { expect, expectEqual, expectNoTroubles, get, open, settled, text } from "../browser.mjs";

const one = (number) => number.toFixed(1);
const signed = (number) => (one(Math.abs(number)) === "0.0" ? "0.0" : (number > 0 ? "+" : "−") + one(Math.abs(number)));

async function opened(browser, url, theatre, day) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await settled(page);
  const index = await get(url, `/api/v1/theatres/${theatre}/index?asOf=${day}T00:00:00Z`);
  return { page, troubles, index };
}

// Every panel, of a day of the past with a score.
export async function panels(browser, url, theatre, day) {
  const { page, troubles, index } = await opened(browser, url, theatre, day);
  expectEqual(await text(page, "#stability"), one(index.stability.value), "the index");
  const answer = await text(page, "#answer");
  expect(answer.includes(`${one(index.stability.lower)} to ${one(index.stability.upper)}`), `the interval: ${answer}`);
  expect(answer.includes(index.regime.regime.toUpperCase()), `the regime: ${answer}`);
  expect(answer.includes("the newest of "), `the age of what it rests on: ${answer}`);
  await moves(page, url, theatre, index);
  await waterfall(page, index);
  await regime(page, index);
  await inputs(page, index);
  await straits(page, url, day);
  await theses(page, index);
  // The console tells of every answer that is no success, and one was asked for.
  const expected = troubles.findIndex((trouble) => trouble.includes("422") && trouble.includes("from=2010-01-01"));
  expect(expected >= 0, "the question that has no answer");
  troubles.splice(expected, 1);
  expect((await text(page, "#plugins")).includes("energy"), "the plugins");
  await jobs(page, url);
  expect((await text(page, "#provenance")).includes(index.model.hash), "the provenance");
  expectEqual(await page.locator("#past").isVisible(), true, "the word PAST");
  expectEqual(await page.locator("#demo").isVisible(), false, "the word DEMO");
  expectNoTroubles(troubles);
}

async function jobs(page, url) {
  await page.waitForFunction(() => document.getElementById("jobs").textContent.includes("✓ succeeded"), null, { timeout: 30000 });
  const all = await get(url, "/api/v1/jobs");
  const rows = await page.locator("#jobs tbody tr").allTextContents();
  expectEqual(rows.length, all.length, "rows of jobs");
  all.forEach((job, i) => expect(rows[i].includes(job.job) && rows[i].includes(job.kind), `the job ${job.job}: ${rows[i]}`));
  expect(rows.some((row) => row.includes("has not run") && row.includes("when told")), `a job that runs when told: ${rows}`);
}

async function moves(page, url, theatre, index) {
  const columns = await page.locator("#moves > div").count();
  expectEqual(columns, index.moved.length, "columns of moves");
  await page.waitForSelector("#moves .words");
  const week = index.moved[index.moved.length - 1];
  const said = await get(url, `/api/v1/theatres/${theatre}/explain?from=${week.from}&to=${index.asOf}`);
  await page.waitForFunction((words) => document.getElementById("moves").textContent.includes(words), said.text);
  expect((await text(page, "#moves")).includes(`${signed(week.change)} points`), "the change of a week");
  await page.fill("#span-from", new Date(Date.parse(index.asOf) - 14 * 86400000).toISOString().slice(0, 10));
  await page.click("#span button");
  await page.waitForSelector("#span-answer table");
  const fortnight = await get(url, `/api/v1/theatres/${theatre}/explain?from=${await page.inputValue("#span-from")}T00:00:00Z&to=${index.asOf}`);
  const told = await text(page, "#span-answer");
  expect(told.includes(fortnight.text), `the words of a fortnight: ${told}`);
  expect(told.includes(`${signed(fortnight.change)} points`), `the change of a fortnight: ${told}`);
  await page.fill("#span-from", "2010-01-01");
  await page.click("#span button");
  await page.waitForSelector("#span-answer .bad");
  const refused = await text(page, "#span-answer");
  expect(refused.includes("has no score as of 2010-01-01"), `why there is no move to tell: ${refused}`);
}

async function waterfall(page, index) {
  const counted = index.pillars.flatMap((pillar) => pillar.indicators).filter((indicator) => indicator.contribution !== null);
  const cells = await page.locator("#waterfall tr.total td:last-child").allTextContents();
  expectEqual(cells.join(" "), `100.0 ${one(index.stability.value)}`, "both ends of the waterfall");
  const taken = await page.locator("#waterfall tr:not(.pillar) td:last-child").allTextContents();
  expectEqual(taken[taken.length - 1], one(index.stability.value), "what the last part leaves");
  expectEqual(taken.length, counted.length + 1 + (index.stability.structureContribution === null ? 0 : 1), "parts of the waterfall");
  const first = counted[0];
  await page.click(`[data-key="why-${first.id}"]`);
  const observation = await text(page, `details:has([data-key="why-${first.id}"])`);
  for (const fact of [first.indicator, first.observedAt.slice(0, 10), ...Object.values(first.facts)]) {
    expect(observation.includes(fact), `the observation behind ${first.id} does not tell ${fact}: ${observation}`);
  }
  const plugin = await page.evaluate(async (id) => {
    const answer = await fetch("/api/v1/indicators");
    return answer.ok ? (await answer.json()).find((kind) => kind.id === id).plugin : "";
  }, first.indicator);
  expect(observation.includes(plugin), `the plugin behind ${first.id}: ${observation}`);
}

async function regime(page, index) {
  const wire = index.tripWires.find((tripWire) => tripWire.trippingReading !== null);
  const told = await text(page, "#trip-wires");
  if (wire) expect(told.includes(wire.indicator) && told.includes(wire.unit), `the nearest trip-wire: ${told}`);
  const flags = await text(page, "#flags");
  for (const flag of index.flags) expect(flags.includes(flag.flag.toUpperCase().replaceAll("_", " ")), `the flag ${flag.flag}: ${flags}`);
  expect((await text(page, "#axes")).includes(index.regime.axes.kinetic.level.toFixed(2)), "the axis of force");
  await page.waitForSelector("#regime-timeline .ribbon");
}

async function inputs(page, index) {
  const count = index.pillars.flatMap((pillar) => pillar.indicators).length;
  await page.waitForSelector("#freshness table.heat");
  expectEqual(await page.locator("#freshness table.heat tbody tr").count(), count, "rows of the heat map");
  expectEqual(await page.locator("#freshness table:not(.heat) tbody tr").count(), count, "rows of ages");
  const today = await page.locator("#freshness table.heat tbody tr td:last-child .hidden").allTextContents();
  const expected = index.pillars.flatMap((pillar) => pillar.indicators).map((indicator) => (indicator.held ? "held" : indicator.quality));
  expectEqual(today.join(), expected.join(), "the last day of the heat map");
}

async function straits(page, url, day) {
  const { features } = await get(url, `/api/v1/chokepoints?asOf=${day}T00:00:00Z`);
  const words = features.filter((feature) => feature.properties.kind === "chokepoint");
  expectEqual(await page.locator("#map g .word-mark").count(), words.length, "straits on the map");
  const told = await text(page, "#words");
  for (const { properties } of words) {
    expect(told.includes(properties.title), `${properties.title}: ${told}`);
    if (properties.status) expect(told.includes(properties.status.replaceAll("_", " ")) && told.includes(properties.since), `the word of ${properties.title}: ${told}`);
  }
  await page.waitForSelector("#map .land");
}

async function theses(page, index) {
  expectEqual(await page.locator("#theses-table tbody tr").count(), 13, "theses");
  const told = await text(page, "#theses-table");
  const oil = index.pillars.flatMap((pillar) => pillar.indicators).find((indicator) => indicator.id === "oil-fear");
  expect(told.includes(`risk ${one(oil.risk)}`), `the present reading of a thesis: ${told}`);
}

// A what-if on the page is that of the API, and says that it is none of the present.
export async function whatIf(browser, url, theatre, day) {
  const { page, troubles, index } = await opened(browser, url, theatre, day);
  const moved = index.pillars.flatMap((pillar) => pillar.indicators).find((indicator) => indicator.id === "brent-wti-spread");
  expect((await text(page, "#what-if")).includes("HYPOTHETICAL"), "the word HYPOTHETICAL");
  await page.locator(`#readings-${moved.id}`).focus();
  await page.keyboard.press("End");
  await page.waitForSelector("#what-if-stability");
  const reading = Number(await page.inputValue(`#readings-${moved.id}-exact`));
  const answer = await fetch(`${url}/api/v1/theatres/${theatre}/what-if`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ asOf: index.asOf, readings: { [moved.id]: reading } }),
  });
  const said = await answer.json();
  expect(said.change !== 0, "the reading at the end of the slider moves the index");
  expectEqual(await text(page, "#what-if-stability"), one(said.index.stability.value), "the index of the what-if");
  const told = await text(page, "#what-if-answer");
  expect(told.includes(`${signed(said.change)} points`), `its change: ${told}`);
  expect(told.includes(said.parts[0].indicator || said.parts[0].cause), `its largest part: ${told}`);
  expectEqual(await text(page, "#stability"), one(index.stability.value), "the index that is");
  await page.click("[data-key=what-if-reset]");
  expectEqual(await page.locator("#what-if-stability").count(), 0, "what-ifs after the reset");
  expectNoTroubles(troubles);
}

// Without a score there is no number but the reason.
export async function refused(browser, url, theatre) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  const index = await get(url, `/api/v1/theatres/${theatre}/index`);
  expectEqual(index.stability, null, "the score of the API");
  expectEqual(await text(page, "#stability"), "no score", "the index");
  expect((await text(page, "#reason")).startsWith(`There is no score: ${index.reason.slice(0, 20)}`), "the reason");
  expectEqual(await page.locator("#gauge svg").count(), 0, "gauges");
  expect((await page.title()).startsWith("no score"), "the title");
  expectNoTroubles(troubles);
}

// The demo says so above everything else, on a narrow screen too.
export async function demo(browser, url) {
  for (const width of [1280, 360]) {
    const { page, context, troubles } = await open(browser, url, { viewport: { width, height: 640 } });
    await page.goto(url);
    await settled(page);
    const box = await page.locator("#demo").boundingBox();
    expect(box !== null && box.y + box.height < 640, `DEMO within the first screen at ${width}: ${JSON.stringify(box)}`);
    expect((await text(page, "#demo")).startsWith("DEMO"), "the word DEMO");
    expectEqual(await page.locator("#dev").isVisible(), false, "the word DEV");
    expectNoTroubles(troubles);
    await context.close();
  }
}

// muscat dev says so above everything else, on a narrow screen too, with what is wrong with the plugin, and a word of no other kind.
export async function dev(browser, url, plugin, code) {
  for (const width of [1280, 360]) {
    const { page, context, troubles } = await open(browser, url, { viewport: { width, height: 640 } });
    await page.goto(url);
    await page.waitForSelector("#dev:not([hidden])");
    const box = await page.locator("#dev").boundingBox();
    expect(box !== null && box.y + box.height < 640, `DEV within the first screen at ${width}: ${JSON.stringify(box)}`);
    const said = await text(page, "#dev");
    expect(said.startsWith("DEV ") && said.includes(plugin), `the word DEV and the plugin: ${said}`);
    expect(said.includes("Nothing here is a real score"), `what it means: ${said}`);
    expectEqual(await page.locator("#demo").isVisible(), false, "the word DEMO");
    expectEqual(await page.locator("#past").isVisible(), false, "the word PAST");
    if (code === undefined) {
      await page.waitForSelector("#stability");
      expectEqual(await page.locator("#problems").isVisible(), false, "problems");
    } else {
      await page.waitForSelector("#problems:not([hidden])");
      const problems = await text(page, "#problems");
      expect(problems.includes(code), `the problem ${code}: ${problems}`);
    }
    expectNoTroubles(troubles);
    await context.close();
  }
}

// What a server says becomes text and nothing else.
export async function markup(browser, url, theatre, day) {
  const { page, troubles } = await open(browser, url);
  const evil = "<img src=x onerror=\"document.title='owned'\"><b id=evil>bold</b>";
  await page.route("**/api/v1/theatres/*/index*", async (route) => {
    const answer = await route.fetch();
    const index = await answer.json();
    index.reason = evil;
    index.theatre.title = evil;
    index.pillars.forEach((pillar) => {
      pillar.reason = evil;
      pillar.indicators.forEach((indicator) => Object.assign(indicator, { title: evil, reason: evil, unit: evil }));
    });
    index.flags.forEach((flag) => Object.assign(flag, { reason: evil }));
    await route.fulfill({ response: answer, json: index });
  });
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await settled(page);
  expectEqual(await page.locator("#evil").count(), 0, "elements made of what was said");
  expectEqual(await page.locator("main img").count(), 0, "pictures made of what was said");
  expect((await text(page, "#reason")).includes("<b id=evil>"), "what was said, as text");
  expectNoTroubles(troubles);
}

// The page as it stands once all is shown, for a test that looks for its own words.
export async function document(browser, url) {
  const { page } = await open(browser, new URL(url).origin);
  await page.goto(url);
  await settled(page);
  return page.content();
}
