// Asks the server that this page came from, and nobody else.

const PATIENCE_MILLIS = 35000;

// An answer that is no success; status is that of HTTP, 0 when there was none.
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(path, options) {
  let answer;
  let said;
  try {
    answer = await fetch(path, options);
    said = await answer.text();
  } catch (failure) {
    if (options.signal?.aborted && options.signal.reason?.name !== "TimeoutError") throw failure;
    throw new Refused(0, "no answer from the server");
  }
  const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
  const document = isJson && said ? JSON.parse(said) : null;
  if (!answer.ok) throw new Refused(answer.status, document?.detail ?? `${answer.status} ${answer.statusText}`);
  if (!isJson) throw new Refused(answer.status, `${path} did not answer with JSON`);
  return document;
}

export const get = (path) =>
  ask(path, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE_MILLIS) });

export const post = (path, body, signal) =>
  ask(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });

export const ofTheatre = (theatre, resource) => `/api/v1/theatres/${encodeURIComponent(theatre)}/${resource}`;

// What a server that is older than this page does not have is left out, not an error.
export async function getIfThere(path) {
  try {
    return await get(path);
  } catch (failure) {
    if (failure.status === 404) return null;
    throw failure;
  }
}
