import type { Catalogue } from "@cleartitle/catalogue";
import type { Json } from "@cleartitle/ledger";
import { canonicalJson, problem, type Problem, sha256 } from "@cleartitle/norms";
import { textIn } from "../agreement/agreement-step.js";
import { catalogueText } from "../catalogue/kept-catalogue.js";
import { StoreRefusal } from "../refusal.js";
import type { Scope } from "../workspace/scope.js";
import { entriesFrom, type EntryRow } from "./entry-row.js";

const atOnce = 500;
/** Problems that are told. */
const most = 100;

type Told = Readonly<Record<string, Json>>;

/**
 * What rows say otherwise than the entries of the ledger that speak of them. What a record says is told by its entry itself, so that `verify` finds it; here are the rows beside: change sets, imports, decisions, files,
 * and records that no entry speaks of. Fields that were redacted are not compared.
 */
export async function rowsAgainstLedger(scope: Scope): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  const seen = { "change-set": new Set<number>(), decision: new Set<number>(), file: new Set<string>(), step: new Set<string>(), reading: new Set<string>() };
  /** By the digests of their texts, with the first entry that names each. */
  const catalogues = new Map<string, { readonly entry: number; readonly told: Told }>();
  for (let from = 0; found.length < most; from += atOnce) {
    const some = await entriesFrom(scope, from, atOnce);
    for (const { row } of some) {
      const told = JSON.parse(row.told) as Told;
      const different = await compared(scope, row, told);
      if (row.kind === "change-set" || row.kind === "decision") seen[row.kind].add(Number(told["number"]));
      if (row.kind === "file" || row.kind === "decision") for (const digest of [told["evidence"], told["decision"]].flat()) if (typeof digest === "string") seen.file.add(digest);
      if (row.kind === "decision" && typeof told["catalogueText"] === "string" && !catalogues.has(told["catalogueText"])) catalogues.set(told["catalogueText"], { entry: row.entry, told });
      const step = stepIn(row.kind, told);
      if (step !== null) seen.step.add(stepName(step));
      if (row.kind === "reading") seen.reading.add(readingName(placeIn(told)));
      for (const name of different) found.push(problem("unproven", `entry ${row.entry}: the row of its ${row.kind.replace("-", " ")} says another \`${name}\``, { offending: name, hint: "the row was altered after it was recorded; restore it from a backup" }));
    }
    if (some.length < atOnce) break;
  }
  for (const [digest, { entry, told }] of catalogues) found.push(...(await catalogueAmiss(scope, digest, entry, told)));
  return [...found, ...(await unspoken(scope, seen))].slice(0, most);
}

/** The catalogue that an entry names must be kept, as it was. */
async function catalogueAmiss({ tx }: Scope, digest: string, entry: number, told: Told): Promise<readonly Problem[]> {
  const basis = told["basis"] as Catalogue["digests"] | undefined;
  if (basis === undefined) return [];
  let kept: string | null = null;
  try {
    kept = (await catalogueText(tx, basis))?.sha256 ?? null;
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
  }
  return kept === digest ? [] : [problem("unproven", `entry ${entry}: the catalogue of its decision is not kept as it was`, { offending: digest, hint: "the row was altered or taken away after it was recorded; restore it from a backup" })];
}

/** Names of the fields that a row says otherwise than its entry. */
async function compared({ tx, workspace }: Scope, row: EntryRow, told: Told): Promise<readonly string[]> {
  if (row.kind === "change-set") {
    const kept = await tx.selectFrom("change_sets").selectAll().where("workspace", "=", workspace).where("number", "=", Number(told["number"])).executeTakeFirst();
    const from = await tx.selectFrom("imports").selectAll().where("workspace", "=", workspace).where("number", "=", Number(told["number"])).executeTakeFirst();
    const { n } = await tx.selectFrom("records").select(({ fn }) => fn.countAll<string>().as("n")).where("workspace", "=", workspace).where("number", "=", Number(told["number"])).executeTakeFirstOrThrow();
    const changes = kept?.changes == null ? undefined : sha256(kept.changes);
    return differing(row, told, { by: kept?.by, why: kept?.why ?? undefined, number: kept?.number, records: Number(n), source: from?.source, files: from === undefined ? undefined : sha256(from.files), ...(kept?.erased == null ? { changes } : {}) }, kept?.recorded_at);
  }
  if (row.kind === "decision") {
    const kept = await tx.selectFrom("decisions").selectAll().where("workspace", "=", workspace).where("number", "=", Number(told["number"])).executeTakeFirst();
    const { use } = (told["question"] ?? {}) as { readonly use?: string };
    return differing(row, { ...told, ...(use === undefined ? {} : { use }) }, { by: kept?.by, number: kept?.number, changeSet: kept?.change_set, status: kept?.status, decision: kept?.decision, basis: read(kept?.basis), question: read(kept?.question), ...(use === undefined ? {} : { use: kept?.use }) }, kept?.recorded_at);
  }
  if (row.kind === "file" && Array.isArray(told["evidence"])) {
    const kept = await tx.selectFrom("evidence_files").selectAll().where("workspace", "=", workspace).where("sha256", "=", String(told["evidence"][0])).executeTakeFirst();
    // A file that may be erased is told by no entry any more.
    return differing(row, told, { by: kept?.by, bytes: kept?.bytes, mediaType: kept?.media_type ?? undefined, evidence: kept?.erased === null ? [kept.sha256] : undefined }, kept?.recorded_at);
  }
  const step = stepIn(row.kind, told);
  if (step !== null) {
    if (step.of === "negotiation") {
      const kept = await tx.selectFrom("negotiation_steps").selectAll().where("workspace", "=", workspace).where("negotiation", "=", step.id).where("step", "=", step.step).executeTakeFirst();
      return differing(row, told, { by: kept?.by, id: kept?.negotiation, step: kept?.step, content: kept === undefined ? undefined : sha256(kept.content), text: kept?.text == null ? undefined : sha256(textIn(kept.text)!) }, kept?.recorded_at);
    }
    const kept = await tx.selectFrom("agreement_steps").selectAll().where("workspace", "=", workspace).where("agreement", "=", step.id).where("step", "=", step.step).executeTakeFirst();
    return differing(row, told, { by: kept?.by, id: kept?.agreement, step: kept?.step, content: read(kept?.content), text: kept?.text == null ? undefined : sha256(textIn(kept.text)!), changeSet: kept?.change_set ?? undefined }, kept?.recorded_at);
  }
  if (row.kind === "reading") {
    const { reading, step: number } = placeIn(told);
    const kept = await tx.selectFrom("reading_steps").selectAll().where("workspace", "=", workspace).where("reading", "=", reading).where("step", "=", number).executeTakeFirst();
    return differing(row, told, { by: kept?.by, number: kept?.reading, step: kept?.step, content: read(kept?.content) }, kept?.recorded_at);
  }
  return [];
}

interface StepNamed {
  readonly of: "agreement" | "negotiation";
  readonly id: string;
  readonly step: number;
}

const placeIn = ({ number, step }: Told): { readonly reading: number; readonly step: number } => ({ reading: Number(number), step: Number(step) });
const readingName = ({ reading, step }: { readonly reading: number; readonly step: number }): string => `step ${step} of the reading ${reading}`;

/** An event of an agreement that somebody told past the store has no step. */
const stepIn = (kind: string, { id, step }: Told): StepNamed | null => ((kind === "agreement" || kind === "negotiation") && typeof id === "string" && typeof step === "number" ? { of: kind, id, step } : null);
const stepName = ({ of, id, step }: StepNamed): string => `step ${step} of the ${of} \`${id}\``;

const read = (json: string | null | undefined): Json | undefined => (json === undefined || json === null ? undefined : (JSON.parse(json) as Json));

function differing(row: EntryRow, told: Told, kept: Readonly<Record<string, Json | undefined>>, at: string | undefined): readonly string[] {
  const { fields, at: recorded } = JSON.parse(row.event) as { readonly fields: object; readonly at: string };
  const redacted = (name: string): boolean => Object.hasOwn(fields, name) && !Object.hasOwn(told, name);
  const names = Object.keys(kept).filter((name) => !redacted(name) && canonicalJson(told[name] ?? null) !== canonicalJson(kept[name] ?? null));
  return at === recorded ? names : [...names, "at"];
}

/** Rows that no entry speaks of. A workspace of an earlier schema has such rows from before its ledger was begun. */
async function unspoken({ tx, workspace }: Scope, seen: { readonly "change-set": ReadonlySet<number>; readonly decision: ReadonlySet<number>; readonly file: ReadonlySet<string>; readonly step: ReadonlySet<string>; readonly reading: ReadonlySet<string> }): Promise<readonly Problem[]> {
  const rows = [
    ...(await tx.selectFrom("change_sets").select("number").where("workspace", "=", workspace).execute()).filter(({ number }) => !seen["change-set"].has(number)).map(({ number }) => `change set ${number}`),
    ...(await tx.selectFrom("decisions").select("number").where("workspace", "=", workspace).execute()).filter(({ number }) => !seen.decision.has(number)).map(({ number }) => `decision ${number}`),
    ...(await tx.selectFrom("agreement_steps").select(["agreement as id", "step"]).where("workspace", "=", workspace).execute()).map((each) => stepName({ of: "agreement", ...each })).filter((name) => !seen.step.has(name)),
    ...(await tx.selectFrom("negotiation_steps").select(["negotiation as id", "step"]).where("workspace", "=", workspace).execute()).map((each) => stepName({ of: "negotiation", ...each })).filter((name) => !seen.step.has(name)),
    ...(await tx.selectFrom("reading_steps").select(["reading", "step"]).where("workspace", "=", workspace).execute()).map(readingName).filter((name) => !seen.reading.has(name)),
    ...(await tx.selectFrom("evidence_files").select("sha256").where("workspace", "=", workspace).where("erased", "is", null).execute()).filter(({ sha256: digest }) => !seen.file.has(digest)).map(({ sha256: digest }) => `file ${digest}`),
    ...(await tx.selectFrom("records as r").leftJoin("ledger_entries as e", (join) => join.onRef("e.workspace", "=", "r.workspace").onRef("e.number", "=", "r.number").onRef("e.section", "=", "r.section").onRef("e.key", "=", "r.key"))
      .select(["r.section", "r.key", "r.number"]).where("r.workspace", "=", workspace).where("e.entry", "is", null).limit(most).execute()).map(({ section, key, number }) => `record \`${key}\` of \`${section}\` at change set ${number}`),
  ];
  return rows.map((what) => problem("unproven", `no entry of the ledger speaks of ${what}`, { hint: "it was put in past the program, or is from before the ledger was begun" }));
}
