// node check.mjs CHECK URL [ARGUMENT ...]; the environment names the tools. Checks live in src/checks, one file for each subject.
// node check.mjs --each makes the checks that its standard input asks for, in one browser: a line is an array of JSON with a CHECK and
// its arguments, and the answer is a line {"said": ...} or {"failed": ...}.
import { createInterface } from "node:readline";
import * as access from "./checks/access.mjs";
import * as content from "./checks/content.mjs";
import * as connection from "./checks/connection.mjs";
import * as moments from "./checks/moments.mjs";
import * as report from "./checks/report.mjs";
import * as weight from "./checks/weight.mjs";
import { closeAll, withBrowser } from "./browser.mjs";

const CHECKS = { ...access, ...content, ...connection, ...moments, ...report, ...weight };

const MOST_MILLIS = 300000;

const [name, url, ...rest] = process.argv.slice(2);
if (name !== "--each" && (!Object.hasOwn(CHECKS, name ?? "") || url === undefined)) {
  console.error(`usage: check CHECK URL [ARGUMENT ...], with a CHECK of ${Object.keys(CHECKS).join(", ")}`);
  process.exit(2);
}

const made = async (browser, one, at, more) =>
  await CHECKS[one](browser, at.replace(/\/$/, ""), ...more) ?? `${one}: as it should be`;

async function answered(browser, [one, at, ...more]) {
  const late = setTimeout(() => {
    console.error(`${one}: did not end`);
    process.exit(1);
  }, MOST_MILLIS);
  try {
    return { said: await made(browser, one, at, more) };
  } catch (failure) {
    return { failed: `${one}: ${failure.stack}` };
  } finally {
    clearTimeout(late);
    await closeAll(browser);
  }
}

try {
  await withBrowser(async (browser) => {
    if (name !== "--each") {
      console.log(await made(browser, name, url, rest));
      return;
    }
    for await (const line of createInterface({ input: process.stdin })) {
      console.log(JSON.stringify(await answered(browser, JSON.parse(line))));
    }
  });
} catch (failure) {
  console.error(`${name}: ${failure.stack}`);
  process.exit(1);
}
