// Every number is of the moment that is shown, also when another one was chosen a moment ago.
import { expect, expectEqual, expectNoTroubles, get, open, settled, text } from "../browser.mjs";

const READINGS_LATE_MILLIS = 6000;
const SOON_MILLIS = 4000;
const PAGE = 5;
const WAIT_SECONDS = 6;
// The words of the second day are late, those of the first come meanwhile; what must not come is waited for so long.
const WORDS_MILLIS = 12000;

const flat = (string) => string.trim().replace(/\s+/g, " ");
const inputsOf = (index) => index.pillars.flatMap((pillar) => pillar.indicators);

async function choose(page, day) {
  await page.fill("#moment", day);
  await page.dispatchEvent("#moment", "change");
}

async function shown(page, asOf) {
  const told = `As of ${asOf.slice(0, 16).replace("T", " ")}`;
  await page.waitForFunction((start) => document.getElementById("provenance").textContent.startsWith(start), told);
}

function expectSlider(input, slider) {
  const { value, note } = slider;
  expectEqual(value, input.value === null ? "" : String(Number(input.value.toPrecision(4))), `the number beside the slider of ${input.id}`);
  if (input.value !== null) expect(note.includes(`stands at ${String(Number(input.value.toPrecision(3)))}`) || Math.abs(input.value) < 0.001 || Math.abs(input.value) >= 10000, `what ${input.id} stands at, ${input.value}: ${note}`);
  if (input.observedAt) expect(note.includes(`data of ${input.observedAt.slice(0, 10)}, `), `the day of the data of ${input.id}: ${note}`);
}

async function expectSliders(page, index) {
  for (const input of inputsOf(index)) {
    const exact = page.locator(`#readings-${input.id}-exact`);
    const note = flat(await page.locator(".slider", { has: exact }).locator(".reason").textContent());
    expectSlider(input, { value: await exact.inputValue(), note });
  }
}

// Sliders and words follow the day that is chosen; what somebody moved on another day is gone.
export async function otherDay(browser, url, theatre, day, other) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await settled(page);
  await page.waitForSelector("#moves .words");
  const before = await get(url, `/api/v1/theatres/${theatre}/index?asOf=${day}T00:00:00Z`);
  await expectSliders(page, before);
  await page.locator("#readings-brent-wti-spread").focus();
  await page.keyboard.press("End");
  await page.waitForSelector("#what-if-stability");
  await choose(page, other);
  const after = await get(url, `/api/v1/theatres/${theatre}/index?asOf=${other}T00:00:00Z`);
  await shown(page, after.asOf);
  expect(inputsOf(before).some((input, at) => input.value !== inputsOf(after)[at].value), `readings of ${day} and ${other} differ`);
  await expectSliders(page, after);
  expectEqual(await page.locator("#what-if-stability").count(), 0, "answers to what was asked of another day");
  await expectWords(page, url, theatre, after);
  await choose(page, day);
  await shown(page, before.asOf);
  await expectSliders(page, before);
  await expectWords(page, url, theatre, before);
  expectNoTroubles(troubles);
}

async function expectWords(page, url, theatre, index) {
  const answers = await Promise.all(index.moved.map((move) =>
    get(url, `/api/v1/theatres/${theatre}/explain?from=${move.from}&to=${index.asOf}`)));
  const expected = answers.map((answer) => flat(answer.text));
  const words = async () => (await page.locator("#moves .words").allTextContents()).map(flat);
  const until = Date.now() + WORDS_MILLIS;
  let told = await words();
  while (Date.now() < until && told.length < expected.length) {
    told.forEach((said) => expect(expected.includes(said), `words of ${index.asOf}: ${said}`));
    await page.waitForTimeout(100);
    told = await words();
  }
  expectEqual(told.join("\n"), expected.join("\n"), `the words of ${index.asOf}`);
}

// Another day is chosen while the words of the first are on their way: they are shown under no other.
export async function wordsOnTheirWay(browser, url, theatre, day, other) {
  const { page, troubles } = await open(browser, url);
  await page.route(`**/explain?*to=${day}*`, async (route) => {
    const answer = await route.fetch();
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    await route.fulfill({ response: answer });
  });
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await page.waitForSelector("#moves h3");
  await choose(page, other);
  const after = await get(url, `/api/v1/theatres/${theatre}/index?asOf=${other}T00:00:00Z`);
  await shown(page, after.asOf);
  await expectWords(page, url, theatre, after);
  expectNoTroubles(troubles);
}

// What is published while nothing is moved is what the sliders stand at; what somebody moved stays.
export async function slidersFollow(browser, url, theatre) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}`);
  await settled(page);
  const asOf = () => text(page, "#what-if-as-of");
  const first = await asOf();
  await page.waitForFunction((before) => document.getElementById("what-if-as-of").textContent !== before, first);
  await page.click("#pause");
  const moment = /As of (\S+ \S+) UTC/.exec(await text(page, "#provenance"))[1];
  expect((await asOf()).includes(moment), `the moment of the sliders is ${moment}: ${await asOf()}`);
  const index = await get(url, `/api/v1/theatres/${theatre}/index?asOf=${moment.replace(" ", "T")}:00Z`);
  expectEqual(index.asOf.slice(0, 16).replace("T", " "), moment, "the moment of the API");
  await expectSliders(page, index);
  await page.click("#pause");
  const moved = inputsOf(index).find((input) => input.value !== null);
  await page.fill(`#readings-${moved.id}-exact`, "0.5");
  const then = await asOf();
  await page.waitForFunction((before) => document.getElementById("what-if-as-of").textContent !== before, then);
  expectEqual(await page.inputValue(`#readings-${moved.id}-exact`), "0.5", "what somebody typed");
  expectNoTroubles(troubles);
}

// What was published and what was computed later are counted apart, as the API tells them.
export async function origins(browser, url, theatre, day) {
  const { page, troubles } = await open(browser, url);
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await settled(page);
  const history = await get(url, `/api/v1/theatres/${theatre}/history?step=P1D&to=${day}T00:00:00Z&limit=4000`);
  const scored = history.filter((point) => point.stability !== null);
  const computed = scored.filter((point) => point.origin === "computed").length;
  await page.waitForFunction((count) => document.getElementById("chart-caption").textContent.startsWith(`${count} scores from `), scored.length);
  const told = await text(page, "#chart-caption");
  expect(computed > 0 && told.includes(`${computed} computed later`), `${computed} computed scores: ${told}`);
  expectEqual(/(\d+) published/.exec(told)?.[1] ?? "0", String(scored.length - computed), `published scores: ${told}`);
  await page.click("[data-key=chart-table]");
  expect((await text(page, "#chart-points tbody tr")).includes(history[history.length - 1].origin), "the origin of the newest point");
  expectNoTroubles(troubles);
}

// All events from the first point of the line on, page by page: of now, too, where the line began long ago.
export async function events(browser, url, theatre, ...days) {
  for (const day of [undefined, ...days]) {
    const { page, context, troubles } = await open(browser, url);
    let pages = 0;
    // Small pages, so that there are several.
    await page.route("**/events?*", (route) => {
      pages++;
      return route.continue({ url: route.request().url().replace(/limit=\d+/, `limit=${PAGE}`) });
    });
    await page.goto(`${url}/?theatre=${theatre}${day ? `&day=${day}` : ""}`);
    await settled(page);
    const to = day ? `${day}T00:00:00Z` : new Date().toISOString();
    const history = await get(url, `/api/v1/theatres/${theatre}/history?step=P1D&to=${to}&limit=4000`);
    const all = await get(url, `/api/v1/theatres/${theatre}/events?from=${history[0].asOf}&to=${to}&limit=4000`);
    expect(all.length > PAGE, `events of more than a page: ${all.length}`);
    await page.waitForSelector("#chart-events summary");
    expect((await text(page, "#chart-events summary")).startsWith(`${all.length} coded events`), `${all.length} events: ${await text(page, "#chart-events summary")}`);
    expect(pages >= Math.ceil(all.length / PAGE), `pages of events: ${pages}`);
    expectNoTroubles(troubles);
    await context.close();
  }
}

// A panel whose answer failed says so, and is there some seconds later, on a day of the past too; then nothing is said any more.
export async function failedReadings(browser, url, theatre, day) {
  const { page } = await open(browser, url);
  let refused = 0;
  await page.route("**/readings?*", async (route) => {
    if (refused > 0) return route.continue();
    refused++;
    return route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ status: 503, detail: "too many questions" }) });
  });
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await page.waitForFunction(() => document.getElementById("notice").textContent.includes("old or not there: too many questions"));
  await page.waitForSelector("#freshness table.heat", { timeout: 15000 });
  await page.waitForSelector("#notice", { state: "hidden" });
  expectEqual(refused, 1, "answers that failed");
}

// One answer that is late holds up no other panel, and none of another day; what is not there yet is said to be asked for.
export async function slowReadings(browser, url, theatre, day, other) {
  const { page, troubles } = await open(browser, url);
  await page.route("**/readings?*", async (route) => {
    const answer = await route.fetch().catch(() => null);
    await new Promise((resolve) => { setTimeout(resolve, READINGS_LATE_MILLIS); });
    if (answer) await route.fulfill({ response: answer }).catch(() => {}); // nobody may want it any more
  });
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await page.waitForSelector("#stability");
  await choose(page, other);
  await shown(page, `${other}T00:00:00Z`);
  const begun = Date.now();
  const rest = () => ({ timeout: Math.max(1, begun + SOON_MILLIS - Date.now()) });
  await page.waitForSelector("#jobs table", rest());
  await page.waitForSelector("#plugins table", rest());
  await page.waitForFunction(() => document.getElementById("chart-caption").textContent.includes(" scores from "), null, rest());
  expect((await text(page, "#freshness")).includes("Asking the server"), "what is said of readings that are on their way");
  await page.waitForSelector("#freshness table.heat", { timeout: 2 * READINGS_LATE_MILLIS });
  const last = await page.locator("#freshness table.heat thead th:last-child .hidden").textContent();
  expectEqual(last, other, "the last day of the heat map");
  expectNoTroubles(troubles);
}

// Where the server asks to wait, each panel says so and asks again by itself when that time is over.
export async function panelsWait(browser, url, theatre, day) {
  const { page } = await open(browser, url);
  const asked = { readings: [], explain: [], "what-if": [] };
  await page.route(/\/(readings|explain|what-if)(\?|$)/, (route) => {
    const times = asked[/\/(readings|explain|what-if)(\?|$)/.exec(route.request().url())[1]];
    times.push(Date.now());
    return times.length > 1 ? route.continue() : route.fulfill({
      status: 503, headers: { "Retry-After": String(WAIT_SECONDS) }, contentType: "application/problem+json", body: JSON.stringify({ status: 503, detail: "too much is being asked" }),
    });
  });
  await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
  await page.waitForFunction(() => document.getElementById("notice").textContent.includes("The server wants to be asked again in "));
  await page.waitForSelector("#freshness table.heat");
  await page.waitForSelector("#notice", { state: "hidden" });
  await page.waitForFunction(() => document.querySelectorAll("#moves .words").length === 2);
  await page.locator("#readings-brent-wti-spread").focus();
  await page.keyboard.press("End");
  await page.waitForFunction((seconds) => document.getElementById("what-if-answer").textContent.includes(`It is asked for again in ${seconds} s`), WAIT_SECONDS);
  await page.waitForSelector("#what-if-stability");
  for (const [name, times] of Object.entries(asked)) {
    const waited = times[1] - times[0];
    expect(waited >= 1000 * WAIT_SECONDS - 50 && waited < 1000 * WAIT_SECONDS + 2000, `${name} was asked for again after ${waited} ms instead of ${WAIT_SECONDS} s`);
  }
}

// A theatre that is not there is no other one, and a day that is none is not the present.
export async function strangers(browser, url, theatre) {
  const { page } = await open(browser, url);
  const asked = [];
  page.on("request", (request) => asked.push(request.url().slice(url.length)));
  await page.goto(`${url}/?theatre=nowhere`);
  await page.waitForFunction(() => document.getElementById("notice").textContent.includes("there is no theatre 'nowhere'"));
  expectEqual(await page.locator("#now").isVisible(), false, "a number under the name of no theatre");
  await page.selectOption("#theatre", theatre);
  await page.waitForSelector("#stability");
  const next = new Date().getUTCFullYear() + 1;
  for (const [day, told] of [["2024-02-31", "2024-02-31 is no day"], [`${next}-01-01`, `${next}-01-01 is no day`], ["0020-01-01", "0020-01-01 is no day"]]) {
    await page.goto(`${url}/?theatre=${theatre}&day=${day}`);
    await page.waitForFunction((words) => document.getElementById("notice").textContent.startsWith(words), told);
    expectEqual(await page.locator("#now").isVisible(), false, `a number of ${day}`);
    expectEqual(await page.inputValue("#theatre"), theatre, "the theatre beside a strange day");
  }
  asked.splice(0);
  await page.focus("#moment");
  for (const key of "01022024") await page.keyboard.press(key);
  await shown(page, "2024-01-02T00:00:00Z");
  expect((await page.title()).startsWith("2024-01-02: "), `the title of a day of the past: ${await page.title()}`);
  const other = asked.filter((path) => /asOf=|to=/.test(path) && !path.includes("2024-01-0"));
  expectEqual(other.join(" "), "", "questions about years that were not typed to their end");
  await page.goto(`${url}/#%E0%A4%A`);
  await page.waitForSelector("#stability");
}
