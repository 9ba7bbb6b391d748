import { Client } from "pg";
import { channel, type Signals } from "./signal.js";

const leastWait = 100;
const longestWait = 5_000;

/** Hears of the changes of every process on a server, by a connection of its own that is made again whenever it breaks. */
export class ServerListener {
  readonly #url: string;
  readonly #signals: Signals;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #wait = leastWait;
  #stopped = false;

  constructor(url: string, signals: Signals) {
    this.#url = url;
    this.#signals = signals;
  }

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.#url, connectionTimeoutMillis: 10_000, keepAlive: true });
    this.#client = client;
    let lost = false;
    const lose = (): void => {
      if (lost || this.#stopped) return;
      lost = true;
      this.#again();
    };
    client.on("notification", ({ payload }) => this.#signals.tell(payload ?? null));
    // Until it listens a failure is told by what failed; afterwards it is for whoever hears of changes to be told when it is mended.
    client.on("error", () => undefined);
    await client.connect();
    await client.query(`listen ${channel}`);
    client.on("error", lose);
    client.on("end", lose);
    this.#wait = leastWait;
  }

  #again(): void {
    this.#timer = setTimeout(() => void this.#restart(), this.#wait);
    this.#timer.unref();
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  async #restart(): Promise<void> {
    try {
      await this.start();
    } catch {
      // The server is not back yet.
      if (!this.#stopped) this.#again();
      return;
    }
    // What was said meanwhile was said to nobody.
    this.#signals.tell(null);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#client?.end();
  }
}
