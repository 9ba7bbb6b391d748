import type { Json } from "@cleartitle/ledger";
import { canonicalJson } from "@cleartitle/norms";
import type { EntryDraft } from "../ledger/draft.js";
import { StoreRefusal } from "../refusal.js";
import type { Recording } from "../workspace/recording.js";
import type { Scope } from "../workspace/scope.js";

/** A step of the reading of a document to be recorded. The store keeps it and knows no rule of it. */
export interface NewReadingStep {
  /** null: it begins a reading. */
  readonly reading: number | null;
  /** After which step it was made; 0: it is the first one. Where somebody else came before, it is refused. */
  readonly after: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** Digests of the kept files that it speaks of. */
  readonly evidence: readonly string[];
}

/** A step as it is kept. */
export interface ReadingStep {
  readonly reading: number;
  readonly number: number;
  /** null: it was redacted. */
  readonly content: Readonly<Record<string, Json>> | null;
  readonly by: string;
  readonly at: string;
}

/** Where a step stands. */
export interface ReadingPlace {
  readonly reading: number;
  readonly step: number;
}

/** Steps of some readings, or of all, in order. */
export async function readingSteps({ tx, workspace }: Scope, readings: readonly number[] | null): Promise<readonly ReadingStep[]> {
  const all = tx.selectFrom("reading_steps").selectAll().where("workspace", "=", workspace).orderBy("reading").orderBy("step");
  const rows = await (readings === null ? all : all.where("reading", "in", readings)).execute();
  return rows.map((row) => ({ reading: row.reading, number: row.step, content: row.content === null ? null : (JSON.parse(row.content) as ReadingStep["content"]), by: row.by, at: row.recorded_at }));
}

/** The step that a request already led to; null: none. */
export async function readingAnswered({ tx, workspace }: Scope, request: string | undefined): Promise<ReadingPlace | null> {
  if (request === undefined) return null;
  const row = await tx.selectFrom("reading_steps").select(["reading", "step"]).where("workspace", "=", workspace).where("request", "=", request).executeTakeFirst();
  return row ?? null;
}

/** The place of a step; one that was made of other steps than there are is refused. */
async function placeOf({ tx, workspace }: Scope, { reading, after }: NewReadingStep): Promise<ReadingPlace> {
  const rows = tx.selectFrom("reading_steps").where("workspace", "=", workspace);
  if (reading === null) {
    const newest = await rows.select(({ fn }) => fn.max("reading").as("reading")).executeTakeFirst();
    return { reading: (newest?.reading ?? 0) + 1, step: 1 };
  }
  const newest = (await rows.where("reading", "=", reading).select(({ fn }) => fn.max("step").as("step")).executeTakeFirst())?.step ?? 0;
  if (newest === 0) throw new StoreRefusal("not-found", `there is no reading ${reading}`, { offending: String(reading) });
  if (newest !== after) throw new StoreRefusal("conflict", `the reading ${reading} has step ${newest} already, and this was made of ${after}`, { offending: String(reading), hint: "read it again, and make the step of what is there now" });
  return { reading, step: after + 1 };
}

/** Keeps a step; gives its place, and the entry of the ledger that speaks of it. */
export async function keepReadingStep(scope: Scope, asked: NewReadingStep, { at, by, request }: Recording): Promise<{ readonly place: ReadingPlace; readonly entry: EntryDraft }> {
  const { tx, workspace } = scope;
  const place = await placeOf(scope, asked);
  const content = canonicalJson(asked.content);
  await tx.insertInto("reading_steps").values({ workspace, ...place, content, recorded_at: at, by, request: request ?? null }).execute();
  const evidence = [...new Set(asked.evidence)];
  return { place, entry: { kind: "reading", fields: { by, number: place.reading, step: place.step, content: JSON.parse(content) as Json, ...(evidence.length === 0 ? {} : { evidence }) } } };
}
