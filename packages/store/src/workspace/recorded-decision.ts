import { type Catalogue } from "@cleartitle/catalogue";
import type { Decision, DecisionBasis } from "@cleartitle/engine";
import type { Question } from "@cleartitle/ledger";
import { canonicalJson } from "@cleartitle/norms";
import { digestGraph, type TitleGraph } from "@cleartitle/title";
import { keepCatalogue } from "../catalogue/kept-catalogue.js";
import { type EvidenceLimits, keepFile } from "../evidence/evidence.js";
import type { Selectable } from "kysely";
import type { Tables } from "../database.js";
import { StoreRefusal } from "../refusal.js";
import { checkNumber } from "./change-set.js";
import type { Recording } from "./recording.js";
import type { Scope } from "./scope.js";

/** A decision that somebody recorded: of which state of the records, on which basis. Its text is evidence, kept by its digest. */
export interface RecordedDecision {
  readonly number: number;
  readonly changeSet: number;
  readonly use: string;
  readonly status: string;
  readonly basis: DecisionBasis;
  /** What was asked beside the use: places, dates, profile; as the entrance has it. */
  readonly question: Question;
  /** Digest of its canonical text. */
  readonly decision: string;
  readonly at: string;
  readonly by: string;
}

/** A decision to be recorded, and how to see that it was made of the records that it names. */
export interface Decided {
  readonly decision: Decision;
  /** By which it was made: kept with it, so that it can be decided again when the program has another one. */
  readonly catalogue: Catalogue;
  readonly question: Question;
  /** The graph that was asked, made of the graph of the records: a question may name other places than its use. */
  readonly asked: (graph: TitleGraph) => TitleGraph;
  readonly changeSet: number;
}

interface Kept {
  readonly number: number;
  /** Digest of its canonical text. */
  readonly text: string;
  /** Digest of the text of its catalogue. */
  readonly catalogueText: string;
  /** The graph of the records that it was made of. */
  readonly graph: TitleGraph;
}

/** Keeps a decision of a state of the records. A request that was carried out already gives the number alone. */
export async function keepDecision(scope: Scope, { decision, catalogue, question, asked, changeSet }: Decided, limits: EvidenceLimits, recording: Recording, graphAt: (number: number) => Promise<TitleGraph>): Promise<Kept | number> {
  const { tx, workspace } = scope;
  const { request, at, by } = recording;
  const before = request === undefined ? undefined : await tx.selectFrom("decisions").select("number").where("workspace", "=", workspace).where("request", "=", request).executeTakeFirst();
  if (before !== undefined) return before.number;
  await checkNumber(scope, changeSet, 1);
  const graph = await graphAt(changeSet);
  if (digestGraph(asked(graph)) !== decision.basis.graph) throw new StoreRefusal("contradiction", `the decision was not made of the records of change set ${changeSet}: its basis names another graph`, { offending: decision.basis.graph, hint: "name the change set that it was made of, or decide again on the records of this one" });
  for (const name of ["catalogue", "taxonomies", "groups"] as const) if (decision.basis[name] !== catalogue.digests[name]) throw new StoreRefusal("contradiction", `the decision was not made by this catalogue: its basis names another \`${name}\``, { offending: decision.basis[name], hint: "record it with the catalogue that it was made by" });
  const catalogueText = await keepCatalogue(tx, catalogue, at);
  const text = canonicalJson(decision);
  const { digest } = await keepFile(scope, { content: Buffer.from(text), mediaType: "application/json", limits }, recording);
  const newest = await tx.selectFrom("decisions").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
  const number = (newest?.number ?? 0) + 1;
  await tx.insertInto("decisions")
    .values({ workspace, number, change_set: changeSet, use: decision.use.name, status: decision.decision, basis: canonicalJson(decision.basis), question: canonicalJson(question), decision: digest, recorded_at: at, by, request: request ?? null })
    .execute();
  return { number, text: digest, catalogueText, graph };
}

type Row = Selectable<Tables["decisions"]>;

const recorded = (row: Row): RecordedDecision => ({
  number: row.number, changeSet: row.change_set, use: row.use, status: row.status, basis: JSON.parse(row.basis) as DecisionBasis, question: JSON.parse(row.question) as Question, decision: row.decision,
  at: row.recorded_at, by: row.by,
});

/** Recorded decisions after a number, in order. */
export async function decisionsAfter({ tx, workspace }: Scope, number: number, most: number): Promise<RecordedDecision[]> {
  return (await tx.selectFrom("decisions").selectAll().where("workspace", "=", workspace).where("number", ">", number).orderBy("number").limit(most).execute()).map(recorded);
}

/** The last decision of each of some uses that has one. */
export async function latestDecisions({ tx, workspace }: Scope, uses: readonly string[]): Promise<ReadonlyMap<string, RecordedDecision>> {
  if (uses.length === 0) return new Map();
  const rows = await tx.selectFrom("decisions").distinctOn("use").selectAll().where("workspace", "=", workspace).where("use", "in", uses).orderBy("use").orderBy("number", "desc").execute();
  return new Map(rows.map((row) => [row.use, recorded(row)]));
}
