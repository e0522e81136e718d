// node check.mjs CHECK URL [ARGUMENT ...]; the environment names the tools. Checks live in src/checks, one file for each subject.
import * as access from "./checks/access.mjs";
import * as content from "./checks/content.mjs";
import * as connection from "./checks/connection.mjs";
import * as moments from "./checks/moments.mjs";
import * as report from "./checks/report.mjs";
import * as weight from "./checks/weight.mjs";
import { withBrowser } from "./browser.mjs";

const CHECKS = { ...access, ...content, ...connection, ...moments, ...report, ...weight };

const [name, url, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(CHECKS, name ?? "") || url === undefined) {
  console.error(`usage: check CHECK URL [ARGUMENT ...], with a CHECK of ${Object.keys(CHECKS).join(", ")}`);
  process.exit(2);
}
try {
  const said = await withBrowser((browser) => CHECKS[name](browser, url.replace(/\/$/, ""), ...rest));
  console.log(said ?? `${name}: as it should be`);
} catch (failure) {
  console.error(`${name}: ${failure.stack}`);
  process.exit(1);
}
