import { randomUUID } from "node:crypto";
import { canonicalJson } from "@cleartitle/norms";
import { sql } from "kysely";
import type { Connection } from "../connection/connection.js";
import type { Tx } from "../database.js";
import { seeing } from "./seeing.js";

type AuditedAct = "person-added" | "invited" | "password-set" | "signed-in" | "sign-in-failed" | "signed-out" | "session-ended" | "roles-set" | "token-made" | "token-ended";

/** One thing that somebody did about people. Never changed and never deleted. */
export interface Audited {
  readonly what: AuditedAct;
  /** Whom it is about; left out: nobody knows. */
  readonly person?: string;
  readonly by: string;
  readonly at: string;
  readonly workspace?: string;
  readonly address?: string;
  /** No secret, and nothing that was typed in vain. */
  readonly detail?: unknown;
}

export interface AuditEntry extends Audited {
  readonly id: string;
}

export async function addAudit(tx: Tx, { what, person, by, at, workspace, address, detail }: Audited): Promise<void> {
  // Of one instant in the order of chance; of different ones in theirs.
  const id = `${at} ${randomUUID()}`;
  await tx.insertInto("cleartitle_people.audit")
    .values({ id, recorded_at: at, what, person: person ?? null, by, workspace: workspace ?? null, address: address ?? null, detail: detail === undefined ? null : canonicalJson(detail) })
    .execute();
}

/** What was done in a workspace, and how its people came and went while they worked in it: what they do elsewhere, before and after, is not told. From the oldest on, after an entry. */
export async function auditOf(connection: Connection, workspace: string, after = "", most = 100): Promise<readonly AuditEntry[]> {
  const rows = await seeing(connection, { workspace }, async (tx) =>
    tx.selectFrom("cleartitle_people.audit as a").selectAll()
      .where((eb) => {
        const rolesThen = eb.selectFrom("memberships as m").select("m.roles").where("m.workspace", "=", workspace).whereRef("m.person", "=", "a.person")
          .where(sql<boolean>`m.recorded_at::timestamptz <= a.recorded_at::timestamptz`).orderBy("m.number", "desc").limit(1);
        return eb.or([eb("a.workspace", "=", workspace), eb.and([eb("a.workspace", "is", null), eb(rolesThen, "!=", "[]")])]);
      })
      .where("a.id", ">", after).orderBy("a.id").limit(most).execute());
  return rows.map((row) => ({
    id: row.id, what: row.what as Audited["what"], by: row.by, at: row.recorded_at, ...(row.person === null ? {} : { person: row.person }), ...(row.workspace === null ? {} : { workspace: row.workspace }),
    ...(row.address === null ? {} : { address: row.address }), ...(row.detail === null ? {} : { detail: JSON.parse(row.detail) as unknown }),
  }));
}
