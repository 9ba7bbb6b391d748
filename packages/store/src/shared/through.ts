import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, WithSchemaPlugin } from "kysely";
import type { Connection } from "../connection/connection.js";
import { Signals } from "../connection/signal.js";
import type { Database, Tables } from "../database.js";
import { newestVersion } from "../migration/migrate.js";
import { StoreRefusal } from "../refusal.js";
import { framesOf, sendFrame } from "./frame.js";
import { Answer, type Capacity, Told } from "./message.js";

const gone = (cause?: unknown): StoreRefusal => new StoreRefusal("io", "the program that holds the data folder has ended, or gave up on this one", { hint: "nothing was written that was not acknowledged; try again" }, cause);

/** A talk with the program that holds a folder. */
class Talk {
  readonly socket: Socket;
  readonly frames: AsyncGenerator<unknown, void>;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.frames = framesOf(socket);
  }

  static async open(path: string, capacity: Capacity): Promise<Talk> {
    const socket = connect(path);
    await once(socket, "connect");
    socket.on("error", () => undefined);
    const talk = new Talk(socket);
    await talk.ask({ schema: newestVersion, capacity });
    return talk;
  }

  async ask(said: unknown): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly affected: number }> {
    const answer = await this.#answerTo(said);
    if ("failed" in answer) throw Object.assign(new Error(answer.failed.message), answer.failed.is);
    if ("refused" in answer) throw new StoreRefusal("conflict", `the data folder is in use by a program of schema version ${answer.refused}, and this one has ${newestVersion}`, { hint: "stop it, or use the same version of this program" });
    return answer;
  }

  async #answerTo(said: unknown): Promise<Answer> {
    try {
      await sendFrame(this.socket, said);
      const { done, value } = await this.frames.next();
      if (done !== true) return Answer.parse(value);
    } catch (error) {
      throw gone(error);
    }
    throw gone();
  }
}

/** Each connection is lent the database whole by the program that holds it. */
class Pool implements PostgresPool {
  readonly #path: string;
  readonly #capacity: Capacity;

  constructor(path: string, capacity: Capacity) {
    this.#path = path;
    this.#capacity = capacity;
  }

  async connect(): Promise<PostgresPoolClient> {
    const talk = await Talk.open(this.#path, this.#capacity).catch((error: unknown) => {
      throw error instanceof StoreRefusal ? error : gone(error);
    });
    const query = async (text: string, values: readonly unknown[]) => {
      const { rows, affected } = await talk.ask({ text, values: [...values] });
      return { command: "UPDATE", rowCount: affected, rows };
    };
    // The types of a cursor are the other shape of this method, and there is none here.
    return { query, release: () => void talk.socket.end() } as unknown as PostgresPoolClient;
  }

  async end(): Promise<void> {
    // Nothing is kept open between two uses.
  }
}

const databaseThrough = (path: string, capacity: Capacity): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool(path, capacity) }), plugins: [new WithSchemaPlugin("cleartitle")] });

/** Hears of changes until it is ended. Where the other program ends, nothing more is told: whatever is asked then is refused. */
async function follow({ frames }: Talk, signals: Signals): Promise<void> {
  try {
    for await (const frame of frames) signals.tell(Told.parse(frame).workspace);
  } catch {
    // The socket broke.
  }
  signals.tell(null);
}

/** An embedded database through the program that holds it, as the login that policies bind. Refused where that program is of another schema, or is gone. */
export async function openThrough(path: string): Promise<Connection> {
  const signals = new Signals();
  const talk = await Talk.open(path, "listener");
  void follow(talk, signals);
  const db = databaseThrough(path, "login");
  const close = async (): Promise<void> => {
    talk.socket.destroy();
    await db.destroy();
  };
  return { db, signals, close };
}

/** The same as the owner of the schema. */
export async function openThroughAsOwner(path: string): Promise<{ readonly db: Database; readonly close: () => Promise<void> }> {
  // Whether there is anybody, and of which schema, is asked now and not in the middle of the work.
  (await Talk.open(path, "owner")).socket.end();
  const db = databaseThrough(path, "owner");
  return { db, close: () => db.destroy() };
}
