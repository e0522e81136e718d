// Asks the server that this page came from, and nobody else.

const PATIENCE_MILLIS = 35000;
const LATER = [429, 503];
const MOST_LATER_SECONDS = 600;

// An answer that is no success; status is that of HTTP, 0 when there was none. later: in how many seconds the server wants to be asked
// again; 0 when it does not say so.
export class Refused extends Error {
  constructor(status, message, later = 0) {
    super(message);
    this.status = status;
    this.later = later;
  }
}

// Seconds, or a date as a proxy may send it.
function laterOf(answer) {
  const told = answer.headers.get("Retry-After");
  if (told === null || !LATER.includes(answer.status)) return 0;
  const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), MOST_LATER_SECONDS) : 0;
}

async function fetched(path, options) {
  let answer;
  let said;
  try {
    answer = await fetch(path, options);
    said = await answer.text();
  } catch (failure) {
    if (options.signal?.aborted && options.signal.reason?.name !== "TimeoutError") throw options.signal.reason;
    throw new Refused(0, "no answer from the server");
  }
  const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
  const document = isJson && said ? JSON.parse(said) : null;
  if (!answer.ok) throw new Refused(answer.status, document?.detail ?? `${answer.status} ${answer.statusText}`, laterOf(answer));
  if (!isJson) throw new Refused(answer.status, `${path} did not answer with JSON`);
  return { document, next: nextOf(answer) };
}

// The address of the page that follows, where there is one.
const nextOf = (answer) => /<([^>]*)>; rel="next"/.exec(answer.headers.get("Link") ?? "")?.[1];

const ask = async (path, options) => (await fetched(path, options)).document;

// gone: a signal that nobody wants the answer any more.
function wanted(gone) {
  const patience = AbortSignal.timeout(PATIENCE_MILLIS);
  return { headers: { Accept: "application/json" }, signal: gone ? AbortSignal.any([patience, gone]) : patience };
}

export const get = (path, gone) => ask(path, wanted(gone));

// A list, page by page until there is no next one.
export async function getAll(path, gone) {
  const all = [];
  for (let next = path; next;) {
    const page = await fetched(next, wanted(gone));
    all.push(...page.document);
    next = page.next;
  }
  return all;
}

export const post = (path, body, signal) =>
  ask(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });

export const ofTheatre = (theatre, resource) => `/api/v1/theatres/${encodeURIComponent(theatre)}/${resource}`;

// What a server that is older than this page does not have is left out, not an error.
export async function ifThere(answer) {
  try {
    return await answer;
  } catch (failure) {
    if (failure.status === 404) return null;
    throw failure;
  }
}
