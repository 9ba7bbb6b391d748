import { sql } from "kysely";
import type { Connection } from "../connection/connection.js";
import { addAudit } from "./audit.js";
import type { Hand } from "./people.js";
import { alone, seeing } from "./seeing.js";

export interface Session {
  readonly id: string;
  readonly person: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endedAt: string | null;
  readonly address: string;
}

export interface GuessCount {
  readonly count: number;
  readonly lastAt: string;
  readonly lockedUntil: string | null;
}

/** What is kept of a sign-in at a provider while somebody is there. */
export interface PendingSignIn {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly expiresAt: string;
}

/** Sessions by the digest of their secret, failed guesses, and sign-ins that are not yet done. */
export class Sessions {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Begins a session. `before`: one that the same browser had, which ends by it. */
  async start(kept: string, { id, person, address = "" }: Pick<Session, "id" | "person"> & { readonly address?: string }, at: string, before: string | null): Promise<void> {
    if (before !== null) await this.end(before, at);
    await seeing(this.#connection, { person, presented: kept }, async (tx) => {
      await tx.insertInto("cleartitle_people.sessions").values({ kept, id, person, started_at: at, seen_at: at, ended_at: null, address }).execute();
      await addAudit(tx, { what: "signed-in", person, by: person, at, address });
    });
  }

  async find(kept: string): Promise<Session | null> {
    const row = await seeing(this.#connection, { presented: kept }, async (tx) => tx.selectFrom("cleartitle_people.sessions").selectAll().where("kept", "=", kept).executeTakeFirst());
    return row === undefined ? null : { id: row.id, person: row.person, startedAt: row.started_at, seenAt: row.seen_at, endedAt: row.ended_at, address: row.address };
  }

  /** Somebody is still there. */
  async see(kept: string, at: string): Promise<void> {
    await seeing(this.#connection, { presented: kept }, async (tx) => tx.updateTable("cleartitle_people.sessions").set({ seen_at: at }).where("kept", "=", kept).where("seen_at", "<", at).where("ended_at", "is", null).execute());
  }

  /** Ends the session of a secret. */
  async end(kept: string, at: string): Promise<void> {
    await seeing(this.#connection, { presented: kept }, async (tx) => {
      const row = await tx.updateTable("cleartitle_people.sessions").set({ ended_at: at }).where("kept", "=", kept).where("ended_at", "is", null).returning("person").executeTakeFirst();
      if (row !== undefined) await addAudit(tx, { what: "signed-out", person: row.person, by: row.person, at });
    });
  }

  async ofPerson(person: string): Promise<readonly Session[]> {
    const rows = await seeing(this.#connection, { person }, async (tx) => tx.selectFrom("cleartitle_people.sessions").selectAll().where("person", "=", person).where("ended_at", "is", null).orderBy("started_at").orderBy("id").execute());
    return rows.map((row) => ({ id: row.id, person: row.person, startedAt: row.started_at, seenAt: row.seen_at, endedAt: row.ended_at, address: row.address }));
  }

  /** Ends one session of a person by its id, or all of them; gives how many stood. */
  async endOf(person: string, { by, at, address }: Hand, id: string | null = null): Promise<number> {
    return seeing(this.#connection, { person }, async (tx) => {
      const all = tx.updateTable("cleartitle_people.sessions").set({ ended_at: at }).where("person", "=", person).where("ended_at", "is", null);
      const ended = await (id === null ? all : all.where("id", "=", id)).returning("id").execute();
      if (ended.length > 0) await addAudit(tx, { what: "session-ended", person, by, at, detail: { sessions: ended.length }, ...(address === undefined ? {} : { address }) });
      return ended.length;
    });
  }

  /**
   * Counts one more try before it is made, so that many at once are not more than one after another. `next` says what comes of the count so far; null: it is locked, and nothing is counted.
   */
  async countTry(key: string, next: (before: GuessCount | null) => GuessCount | null): Promise<{ readonly before: GuessCount | null; readonly after: GuessCount | null }> {
    return seeing(this.#connection, { presented: key }, async (tx) => {
      await alone(tx, `try ${key}`);
      const row = await tx.selectFrom("cleartitle_people.failures").selectAll().where("key", "=", key).executeTakeFirst();
      const before = row === undefined ? null : { count: row.count, lastAt: row.last_at, lockedUntil: row.locked_until };
      const after = next(before);
      if (after === null) return { before, after };
      const values = { count: after.count, last_at: after.lastAt, locked_until: after.lockedUntil };
      if (row === undefined) await tx.insertInto("cleartitle_people.failures").values({ key, ...values }).execute();
      else await tx.updateTable("cleartitle_people.failures").set(values).where("key", "=", key).execute();
      return { before, after };
    });
  }

  /** The try was none in vain. */
  async forgetTries(key: string): Promise<void> {
    await seeing(this.#connection, { presented: key }, async (tx) => tx.deleteFrom("cleartitle_people.failures").where("key", "=", key).execute());
  }

  /** What passed before an instant goes: sessions that nobody was seen in since, guesses, codes and sign-ins. The audit has what is evidence. */
  async forget(before: string): Promise<void> {
    await seeing(this.#connection, {}, async (tx) => sql`select cleartitle_people.forget_before(${before})`.execute(tx));
  }

  async keepSignIn(kept: string, { nonce, verifier, returnTo, expiresAt }: PendingSignIn): Promise<void> {
    await seeing(this.#connection, { presented: kept }, async (tx) => tx.insertInto("cleartitle_people.sign_ins").values({ kept, nonce, verifier, return_to: returnTo, expires_at: expiresAt }).execute());
  }

  /** What was kept, once: whoever comes again with the same state finds nothing. */
  async takeSignIn(kept: string, now: string): Promise<PendingSignIn | null> {
    const row = await seeing(this.#connection, { presented: kept }, async (tx) => tx.deleteFrom("cleartitle_people.sign_ins").where("kept", "=", kept).returningAll().executeTakeFirst());
    return row === undefined || row.expires_at <= now ? null : { nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to, expiresAt: row.expires_at };
  }
}
