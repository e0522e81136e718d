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
    this.#listen();
    return this.ask();
  }

  pollEvery(millis) {
    this.#every = millis;
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }

  // One question at a time; what happens meanwhile makes one more.
  async ask() {
    if (this.#asking) {
      this.#asked = true;
      return;
    }
    this.#asking = true;
    clearTimeout(this.#timer);
    try {
      do {
        this.#asked = false;
        await this.#news();
      } while (this.#asked);
    } finally {
      this.#asking = false;
      this.#later();
    }
  }

  #later() {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const quiet = this.streams && this.#every >= POLL_MILLIS ? QUIET_MILLIS : this.#every;
    this.#timer = setTimeout(() => this.ask(), quiet);
  }

  #listen() {
    this.#source = new EventSource("/api/v1/stream");
    this.#source.addEventListener("index", (event) => {
      if (this.#concerns(JSON.parse(event.data))) this.ask();
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
