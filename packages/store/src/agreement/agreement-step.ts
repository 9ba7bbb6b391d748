import type { Json } from "@cleartitle/ledger";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import type { EntryDraft } from "../ledger/draft.js";
import { StoreRefusal } from "../refusal.js";
import type { Recording } from "../workspace/recording.js";
import type { Scope } from "../workspace/scope.js";

/** A step of an agreement to be recorded. The store keeps it and knows no rule of it. */
export interface NewAgreementStep {
  readonly agreement: string;
  /** After which step it was planned; 0: as the first. Where somebody else came before, it is refused. */
  readonly after: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly text: string | null;
  readonly parties: readonly string[];
}

/** A step as it is kept. */
export interface AgreementStep {
  readonly agreement: string;
  readonly number: number;
  readonly content: Readonly<Record<string, Json>>;
  readonly text: string | null;
  readonly changeSet: number | null;
  readonly by: string;
  readonly at: string;
}

const isDigest = (value: unknown): value is string => typeof value === "string" && /^sha256:[0-9a-f]{64}$/.test(value);

/** A text may hold what a database has no letters for: it is kept as a string of JSON. */
export const textIn = (kept: string | null): string | null => (kept === null ? null : (JSON.parse(kept) as string));

/** Steps of some agreements, or of all, in order. */
export async function stepsOf({ tx, workspace }: Scope, agreements: readonly string[] | null): Promise<readonly AgreementStep[]> {
  const all = tx.selectFrom("agreement_steps").selectAll().where("workspace", "=", workspace).orderBy("agreement").orderBy("step");
  const rows = await (agreements === null ? all : all.where("agreement", "in", agreements)).execute();
  return rows.map((row) => ({ agreement: row.agreement, number: row.step, content: JSON.parse(row.content) as AgreementStep["content"], text: textIn(row.text), changeSet: row.change_set, by: row.by, at: row.recorded_at }));
}

/** The step that a request already led to; null: none. */
export async function stepAnswered({ tx, workspace }: Scope, request: string | undefined): Promise<{ readonly step: number; readonly changeSet: number | null } | null> {
  if (request === undefined) return null;
  const row = await tx.selectFrom("agreement_steps").select(["step", "change_set"]).where("workspace", "=", workspace).where("request", "=", request).executeTakeFirst();
  return row === undefined ? null : { step: row.step, changeSet: row.change_set };
}

/** Refuses a step that was planned on other steps than there are. */
export async function checkPlace({ tx, workspace }: Scope, { agreement, after }: NewAgreementStep): Promise<void> {
  const row = await tx.selectFrom("agreement_steps").select(({ fn }) => fn.max("step").as("step")).where("workspace", "=", workspace).where("agreement", "=", agreement).executeTakeFirst();
  const newest = row?.step ?? 0;
  if (newest !== after) throw new StoreRefusal("conflict", after === 0 ? `there is an agreement \`${agreement}\` already` : `the agreement \`${agreement}\` has step ${newest} already, and this was made of ${after}`, { offending: agreement, hint: "read it again, and make the step of what is there now" });
}

/** Keeps a step; gives the entry of the ledger that speaks of it. */
export async function keepStep({ tx, workspace }: Scope, { agreement, after, content, text, parties }: NewAgreementStep, changeSet: number | null, { at, by, request }: Recording): Promise<EntryDraft> {
  const step = after + 1;
  await tx.insertInto("agreement_steps").values({ workspace, agreement, step, content: canonicalJson(content), text: text === null ? null : JSON.stringify(text), change_set: changeSet, recorded_at: at, by, request: request ?? null }).execute();
  const evidence = isDigest(content["evidence"]) ? { evidence: [content["evidence"]] } : {};
  return { kind: "agreement", fields: { by, id: agreement, parties: [...parties], step, content: JSON.parse(canonicalJson(content)) as Json, ...(text === null ? {} : { text: sha256(text) }), ...(changeSet === null ? {} : { changeSet }), ...evidence } };
}
