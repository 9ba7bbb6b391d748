import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PostgresPoolClient } from "kysely";
import { newestVersion } from "../migration/migrate.js";
import { appRole } from "../migration/migration.js";
import type { Signals } from "../connection/signal.js";
import type { SingleConnection } from "../connection/single-connection.js";
import { framesOf, sendFrame } from "./frame.js";
import { type Answer, Hello, Statement } from "./message.js";

/** How long a program may keep the database to itself without a word: one that was stopped in the middle must not stop all others. Milliseconds. */
const patience = 30_000;

/** An error of the database in pieces that can be sent. */
function failureOf(error: unknown): Answer {
  if (!(error instanceof Error)) return { failed: { message: String(error), is: {} } };
  const told = Object.entries(error).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value));
  return { failed: { message: error.message, is: Object.fromEntries(told) } };
}

const granted: Answer = { rows: [], affected: 0 };

type Query = (text: string, values: readonly unknown[]) => Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly rowCount: number }>;

/**
 * Lets other programs of this user work through the one that holds an embedded database. Each of their connections is lent the database whole until it ends, as
 * those of this process are, so that no transaction is mixed with another's statements.
 */
export class Share {
  readonly path: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #pool: SingleConnection;
  readonly #signals: Signals;
  readonly #patience: number;

  private constructor(pool: SingleConnection, signals: Signals, waits: number) {
    // A path of a socket may have a hundred characters, which a folder of data can have by itself.
    this.path = join(mkdtempSync(join(tmpdir(), "cleartitle-")), "shared");
    this.#pool = pool;
    this.#signals = signals;
    this.#patience = waits;
    this.#server = createServer((socket) => void this.#serve(socket));
  }

  /** `waits`: the patience with a silent program, in milliseconds. */
  static async open(pool: SingleConnection, signals: Signals, waits = patience): Promise<Share> {
    const share = new Share(pool, signals, waits);
    await new Promise<void>((resolve, reject) => share.#server.once("error", reject).listen(share.path, resolve));
    chmodSync(share.path, 0o600);
    return share;
  }

  async #serve(socket: Socket): Promise<void> {
    this.#sockets.add(socket);
    // What breaks a socket ends the loop over its frames as well.
    socket.on("error", () => undefined);
    socket.on("close", () => this.#sockets.delete(socket));
    try {
      const frames = framesOf(socket);
      const first = await frames.next();
      if (first.done === true) return;
      const { schema, capacity } = Hello.parse(first.value);
      if (schema !== newestVersion) await sendFrame(socket, { refused: newestVersion } satisfies Answer);
      else if (capacity === "listener") await this.#tell(socket, frames);
      else await this.#lend(socket, frames, capacity === "owner");
    } catch {
      // Whatever it was, it is the other program's: it finds its connection closed.
    } finally {
      socket.destroy();
    }
  }

  async #tell(socket: Socket, frames: AsyncGenerator<unknown, void>): Promise<void> {
    // Written first: whoever opens is answered before it is told anything.
    const answered = sendFrame(socket, granted);
    const stop = this.#signals.listen((workspace) => void sendFrame(socket, { workspace }).catch(() => undefined));
    try {
      await answered;
      await frames.next();
    } finally {
      stop();
    }
  }

  async #lend(socket: Socket, frames: AsyncGenerator<unknown, void>, asOwner: boolean): Promise<void> {
    const lent = (await this.#pool.connect()) as PostgresPoolClient & { readonly query: Query };
    socket.on("timeout", () => socket.destroy());
    try {
      if (asOwner) await lent.query("reset role", []);
      await sendFrame(socket, granted);
      socket.setTimeout(this.#patience);
      for await (const frame of frames) {
        // A statement may take as long as it takes.
        socket.setTimeout(0);
        await sendFrame(socket, await this.#answer(lent, Statement.parse(frame)));
        socket.setTimeout(this.#patience);
      }
    } finally {
      try {
        // Ended in the middle of a transaction, it did nothing; outside of one there is nothing to take back.
        await lent.query("rollback", []);
        if (asOwner) await lent.query(`set role ${appRole}`, []);
      } finally {
        // Also where the database itself has failed: whoever waits for it is told so, and does not wait for ever.
        lent.release();
      }
    }
  }

  async #answer(lent: { readonly query: Query }, { text, values }: { readonly text: string; readonly values: readonly unknown[] }): Promise<Answer> {
    try {
      const { rows, rowCount } = await lent.query(text, values);
      return { rows: [...rows], affected: rowCount };
    } catch (error) {
      return failureOf(error);
    }
  }

  /** Ends what others do through this process; what they had not committed did not happen. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
    rmSync(dirname(this.path), { recursive: true, force: true });
  }
}
