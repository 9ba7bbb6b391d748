import { randomUUID } from "node:crypto";
import type { Connection } from "../connection/connection.js";
import { addAudit } from "./audit.js";
import type { PeopleTables } from "./people-row.js";
import type { Hand } from "./people.js";
import { seeing } from "./seeing.js";

/** A token for a program, as it is kept: what opens with it is its digest alone. */
export interface ApiToken {
  readonly workspace: string;
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
}

const tokenOf = ({ workspace, id, person, name, scopes, recorded_at: madeAt, expires_at: expiresAt, ended_at: endedAt }: PeopleTables["tokens"]): ApiToken => ({ workspace, id, person, name, scopes: JSON.parse(scopes) as string[], madeAt, expiresAt, endedAt });

export class ApiTokens {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async make(kept: string, { workspace, person, name, scopes, expiresAt }: Pick<ApiToken, "workspace" | "person" | "name" | "scopes" | "expiresAt">, { by, at, address }: Hand): Promise<ApiToken> {
    const token: ApiToken = { workspace, id: randomUUID(), person, name, scopes, madeAt: at, expiresAt, endedAt: null };
    await seeing(this.#connection, { workspace, person }, async (tx) => {
      await tx.insertInto("tokens").values({ workspace, id: token.id, kept, person, name, scopes: JSON.stringify(scopes), recorded_at: at, expires_at: expiresAt, ended_at: null, ended_by: null }).execute();
      await addAudit(tx, { what: "token-made", person, by, at, workspace, detail: { token: token.id, name, scopes, expiresAt }, ...(address === undefined ? {} : { address }) });
    });
    return token;
  }

  async find(kept: string): Promise<ApiToken | null> {
    const row = await seeing(this.#connection, { presented: kept }, async (tx) => tx.selectFrom("tokens").selectAll().where("kept", "=", kept).executeTakeFirst());
    return row === undefined ? null : tokenOf(row);
  }

  async ofWorkspace(workspace: string): Promise<readonly ApiToken[]> {
    return (await seeing(this.#connection, { workspace }, async (tx) => tx.selectFrom("tokens").selectAll().where("workspace", "=", workspace).orderBy("recorded_at").orderBy("id").execute())).map(tokenOf);
  }

  /** Ends a token of a workspace; whether it stood. `person`: only one of his. */
  async end(workspace: string, id: string, { by, at, address }: Hand, person: string | null = null): Promise<boolean> {
    return seeing(this.#connection, { workspace }, async (tx) => {
      const one = tx.updateTable("tokens").set({ ended_at: at, ended_by: by }).where("workspace", "=", workspace).where("id", "=", id).where("ended_at", "is", null);
      const row = await (person === null ? one : one.where("person", "=", person)).returning("person").executeTakeFirst();
      if (row === undefined) return false;
      await addAudit(tx, { what: "token-ended", person: row.person, by, at, workspace, detail: { token: id }, ...(address === undefined ? {} : { address }) });
      return true;
    });
  }
}
