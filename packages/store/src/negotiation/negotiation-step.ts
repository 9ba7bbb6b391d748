import type { Json } from "@cleartitle/ledger";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import { textIn } from "../agreement/agreement-step.js";
import type { EntryDraft } from "../ledger/draft.js";
import { StoreRefusal } from "../refusal.js";
import type { Recording } from "../workspace/recording.js";
import type { Scope } from "../workspace/scope.js";

/** A step of a negotiation to be recorded. The store keeps it and knows no rule of it. */
export interface NewNegotiationStep {
  readonly negotiation: string;
  /** After which step it was planned; 0: as the first. Where somebody else came before, it is refused. */
  readonly after: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly text: string | null;
}

/** A step as it is kept. */
export interface NegotiationStep {
  readonly negotiation: string;
  readonly number: number;
  readonly content: Readonly<Record<string, Json>>;
  readonly text: string | null;
  readonly by: string;
  readonly at: string;
}

/** Steps of some negotiations, or of all, in order. */
export async function negotiationStepsOf({ tx, workspace }: Scope, negotiations: readonly string[] | null): Promise<readonly NegotiationStep[]> {
  const all = tx.selectFrom("negotiation_steps").selectAll().where("workspace", "=", workspace).orderBy("negotiation").orderBy("step");
  const rows = await (negotiations === null ? all : all.where("negotiation", "in", negotiations)).execute();
  return rows.map((row) => ({ negotiation: row.negotiation, number: row.step, content: JSON.parse(row.content) as NegotiationStep["content"], text: textIn(row.text), by: row.by, at: row.recorded_at }));
}

/** The step that a request already led to; null: none. */
export async function negotiationAnswered({ tx, workspace }: Scope, request: string | undefined): Promise<number | null> {
  if (request === undefined) return null;
  const row = await tx.selectFrom("negotiation_steps").select("step").where("workspace", "=", workspace).where("request", "=", request).executeTakeFirst();
  return row?.step ?? null;
}

/**
 * Keeps a step, and gives the entry of the ledger that speaks of it: of what was said by its digest alone, since who reads the ledger is not who may know what a side
 * would take. A step that was planned on other steps than there are is refused.
 */
export async function keepNegotiationStep({ tx, workspace }: Scope, { negotiation, after, content, text }: NewNegotiationStep, { at, by, request }: Recording): Promise<EntryDraft> {
  const row = await tx.selectFrom("negotiation_steps").select(({ fn }) => fn.max("step").as("step")).where("workspace", "=", workspace).where("negotiation", "=", negotiation).executeTakeFirst();
  const newest = row?.step ?? 0;
  if (newest !== after) throw new StoreRefusal("conflict", after === 0 ? `there is a negotiation \`${negotiation}\` already` : `the negotiation \`${negotiation}\` has step ${newest} already, and this was made of ${after}`, { offending: negotiation, hint: "read it again, and make the step of what is there now" });
  const step = after + 1;
  const said = canonicalJson(content);
  await tx.insertInto("negotiation_steps").values({ workspace, negotiation, step, content: said, text: text === null ? null : JSON.stringify(text), recorded_at: at, by, request: request ?? null }).execute();
  return { kind: "negotiation", fields: { by, id: negotiation, step, content: sha256(said), ...(text === null ? {} : { text: sha256(text) }) } };
}
