import type { Connection } from "../connection/connection.js";
import { StoreRefusal } from "../refusal.js";
import { inWorkspace } from "../workspace/scope.js";

/** What a request was answered with, as it went out. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A write by its name: who repeats it gets the answer that was given, and who asks for something else under it is refused. */
export interface NamedRequest {
  readonly name: string;
  /** Digest of all that was asked. */
  readonly fingerprint: string;
  readonly at: string;
}

/** Longer answers are not kept: the write is carried out once all the same, and its answer made anew. */
const mostAnswer = 1_000_000;

/**
 * Names of writes. A name is kept before anything is done and its answer afterwards: where a process ends in between, the repeated request is done again under the same name, and what it
 * writes carries that name and is written once. INVARIANT: nothing is changed or deleted, so a name is never free again.
 */
export class Requests {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The answer that was given under this name; null: none yet. Refused where something else was asked under it. */
  async begin(workspace: string, { name, fingerprint, at }: NamedRequest): Promise<KeptAnswer | null> {
    return inWorkspace(this.#connection, workspace, async ({ tx }) => {
      await tx.insertInto("request_names").values({ workspace, name, fingerprint, recorded_at: at }).onConflict((on) => on.doNothing()).execute();
      const kept = await tx.selectFrom("request_names").select("fingerprint").where("workspace", "=", workspace).where("name", "=", name).executeTakeFirstOrThrow();
      if (kept.fingerprint !== fingerprint) throw new StoreRefusal("contradiction", "something else was asked under this name before", { hint: "take another name for another request" });
      const row = await tx.selectFrom("request_answers").select("answer").where("workspace", "=", workspace).where("name", "=", name).executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.answer) as KeptAnswer);
    });
  }

  /** Keeps the answer. Of two that were made at once the first stays. */
  async end(workspace: string, { name, at }: NamedRequest, answer: KeptAnswer): Promise<void> {
    const text = JSON.stringify(answer);
    if (text.length > mostAnswer) return;
    await inWorkspace(this.#connection, workspace, async ({ tx }) => tx.insertInto("request_answers").values({ workspace, name, answer: text, recorded_at: at }).onConflict((on) => on.doNothing()).execute());
  }
}
