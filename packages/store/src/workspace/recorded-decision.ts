import type { Decision, DecisionBasis } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import type { Tx } from "../database.js";
import { type EvidenceLimits, keepFile } from "../evidence/evidence.js";
import { StoreRefusal } from "../refusal.js";
import { headOf } from "./change-set.js";
import type { Recording } from "./recording.js";

/** A decision that somebody recorded: of which state of the records, on which basis. Its text is evidence, kept by its digest. */
export interface RecordedDecision {
  readonly number: number;
  readonly changeSet: number;
  readonly use: string;
  readonly status: string;
  readonly basis: DecisionBasis;
  /** What was asked beside the use: places, dates, profile; as the entrance has it. */
  readonly question: unknown;
  /** Digest of its canonical text. */
  readonly decision: string;
  readonly at: string;
  readonly by: string;
}

interface Deciding {
  readonly workspace: string;
  readonly decision: Decision;
  readonly question: unknown;
  readonly changeSet: number;
  readonly limits: EvidenceLimits;
}

export async function keepDecision(tx: Tx, { workspace, decision, question, changeSet, limits }: Deciding, recording: Recording): Promise<number> {
  const { request, at, by } = recording;
  const before = request === undefined ? undefined : await tx.selectFrom("decisions").select("number").where("request", "=", request).executeTakeFirst();
  if (before !== undefined) return before.number;
  const head = await headOf(tx);
  if (!Number.isInteger(changeSet) || changeSet < 1 || changeSet > head) throw new StoreRefusal("not-found", `the workspace \`${workspace}\` has no change set ${changeSet}`, { offending: String(changeSet), hint: `the newest one is ${head}` });
  const text = canonicalJson(decision);
  const digest = await keepFile(tx, { workspace, content: Buffer.from(text), mediaType: "application/json", limits }, recording);
  const newest = await tx.selectFrom("decisions").select(({ fn }) => fn.max("number").as("number")).executeTakeFirst();
  const number = (newest?.number ?? 0) + 1;
  await tx.insertInto("decisions")
    .values({ workspace, number, change_set: changeSet, use: decision.use.name, status: decision.decision, basis: canonicalJson(decision.basis), question: canonicalJson(question), decision: digest, recorded_at: at, by, request: request ?? null })
    .execute();
  return number;
}

/** Recorded decisions after a number, in order. */
export async function decisionsAfter(tx: Tx, number: number, most: number): Promise<RecordedDecision[]> {
  const rows = await tx.selectFrom("decisions").selectAll().where("number", ">", number).orderBy("number").limit(most).execute();
  return rows.map((row) => ({
    number: row.number, changeSet: row.change_set, use: row.use, status: row.status, basis: JSON.parse(row.basis) as DecisionBasis, question: JSON.parse(row.question) as unknown, decision: row.decision,
    at: row.recorded_at, by: row.by,
  }));
}
