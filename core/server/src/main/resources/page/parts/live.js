// Says when there is something new: by the stream of the server, or every two seconds while there is none.

const POLL_MILLIS = 2000;
const QUIET_MILLIS = 30000;
const STREAM_AGAIN_MILLIS = 20000;

export class Live {
  #news;
  #concerns;
  #timer = 0;
  #again = 0;
  #source = null;
  #asking = false;
  #asked = false;
  #every = POLL_MILLIS;
  #stopped = false;
  #notBefore = 0;
  #askedAt = 0;
  #isSoon = false;

  // news: asks the server for what is new; it settles when all is shown, and never fails.
  // concerns: whether what the stream tells is about what is shown.
  constructor(news, concerns) {
    this.#news = news;
    this.#concerns = concerns;
  }

  get streams() {
    return this.#source?.readyState === EventSource.OPEN;
  }

  start() {
    this.#stopped = false;
    if (!document.hidden) this.#listen();
    return this.ask();
  }

  pollEvery(millis) {
    this.#every = millis;
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#leave();
  }

  // A browser opens six connections to a server, and a stream keeps one: a tab that nobody sees leaves it to others, and asks now
  // and then.
  see() {
    if (this.#stopped) return;
    this.#leave();
    if (document.hidden) return;
    this.#listen();
    this.ask();
  }

  // The server asked to be left alone for so long.
  waitFor(seconds) {
    this.#notBefore = Date.now() + 1000 * seconds;
  }

  // What somebody chose does not wait.
  askNow() {
    this.#notBefore = 0;
    return this.ask();
  }

  // One question at a time; what happens meanwhile makes one more.
  async ask() {
    if (this.#waits) {
      this.#later();
      return;
    }
    if (this.#asking) {
      this.#asked = true;
      return;
    }
    this.#asking = true;
    this.#isSoon = false;
    this.#askedAt = Date.now();
    clearTimeout(this.#timer);
    try {
      do {
        this.#asked = false;
        await this.#news();
      } while (this.#asked && !this.#waits);
    } finally {
      this.#asking = false;
      this.#later();
    }
  }

  get #waits() {
    return Date.now() < this.#notBefore;
  }

  #later() {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const quiet = document.hidden || (this.streams && this.#every >= POLL_MILLIS) ? QUIET_MILLIS : this.#every;
    this.#timer = setTimeout(() => this.ask(), this.#waits ? this.#notBefore - Date.now() : quiet);
  }

  // Others are told of anew: if nothing comes of what is shown, it is asked for all the same.
  #soon() {
    if (this.#isSoon || this.#asking || Date.now() - this.#askedAt < POLL_MILLIS) return;
    this.#isSoon = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), Math.min(POLL_MILLIS, this.#every));
  }

  #leave() {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }

  #listen() {
    this.#source = new EventSource("/api/v1/stream");
    this.#source.addEventListener("index", (event) => {
      if (this.#concerns(JSON.parse(event.data))) this.ask();
      else this.#soon();
    });
    this.#source.addEventListener("open", () => this.ask());
    this.#source.addEventListener("error", () => {
      if (this.#source?.readyState === EventSource.CLOSED) {
        clearTimeout(this.#again);
        this.#again = setTimeout(() => this.#listen(), STREAM_AGAIN_MILLIS);
      }
      this.ask();
    });
  }
}
