import type { Catalogue } from "@cleartitle/catalogue";
import { type BundleParts, evidenceOf, printEntry } from "@cleartitle/ledger";
import { sha256 } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { catalogueText } from "../catalogue/kept-catalogue.js";
import { readFile } from "../evidence/evidence.js";
import { graphAfter } from "../record/graph-of-records.js";
import { StoreRefusal } from "../refusal.js";
import { versionsAt } from "../workspace/change-set.js";
import type { Scope } from "../workspace/scope.js";
import { titleOf } from "./draft.js";
import { entriesFrom, type EntryRow } from "./entry-row.js";

/** Rows that are read at once. */
const atOnce = 500;

/** Where a file of evidence is had from: kept as it is, the title file of a state of the records, or the text of a catalogue. */
type Origin = "file" | { readonly changeSet: number } | { readonly catalogue: Catalogue["digests"] };

function changeSetOf(row: EntryRow): number | null {
  const { changeSet } = JSON.parse(row.told) as { readonly changeSet?: unknown };
  return typeof changeSet === "number" ? changeSet : null;
}

/** The ledger of a workspace as it is written into a folder, row by row. Read in one transaction, so that heads and entries are of one instant. */
export function partsOf(scope: Scope): BundleParts {
  const named = new Map<string, Origin>();
  return { entries: printed(scope, named), heads: headsOf(scope), evidence: filesOf(scope, named) };
}

async function* printed(scope: Scope, named: Map<string, Origin>): AsyncGenerator<string> {
  for (let from = 0; ; from += atOnce) {
    const some = await entriesFrom(scope, from, atOnce);
    for (const { row, entry } of some) {
      const changeSet = entry.event.kind === "decision" ? changeSetOf(row) : null;
      const title = (entry.open["title"]?.value as { readonly sha256?: unknown } | undefined)?.sha256;
      const [text, basis] = [entry.open["catalogueText"]?.value, entry.open["basis"]?.value as Catalogue["digests"] | undefined];
      for (const digest of evidenceOf(entry)) named.set(digest, digest === title && changeSet !== null ? { changeSet } : digest === text && basis !== undefined ? { catalogue: basis } : "file");
      yield printEntry(entry);
    }
    if (some.length < atOnce) return;
  }
}

async function* headsOf({ tx, workspace }: Scope): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await tx.selectFrom("ledger_heads").select(["size", "head"]).where("workspace", "=", workspace).where("size", ">", after).orderBy("size").limit(atOnce).execute();
    for (const { head } of rows) yield head;
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.size;
  }
}

/** What was redacted, or cannot be had any more, is left out: whoever verifies is told how many files are not there. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreRefusal && error.problem.code === "not-found") return null;
    throw error;
  }
}

async function* filesOf(scope: Scope, named: ReadonlyMap<string, Origin>): AsyncGenerator<{ readonly sha256: string; readonly content: Uint8Array }> {
  let known: { readonly changeSet: number; readonly graph: TitleGraph | null } = { changeSet: 0, graph: null };
  for (const [digest, origin] of named) {
    if (origin === "file") {
      const content = await orNothing(() => readFile(scope, digest));
      if (content !== null) yield { sha256: digest, content };
      continue;
    }
    if ("catalogue" in origin) {
      const found = await catalogueText(scope.tx, origin.catalogue);
      if (found?.sha256 === digest) yield { sha256: digest, content: Buffer.from(found.text) };
      continue;
    }
    const { changeSet } = origin;
    if (known.changeSet !== changeSet) known = { changeSet, graph: await orNothing(async () => graphAfter(null, await versionsAt(scope, changeSet))) };
    const text = known.graph === null ? null : titleOf(known.graph);
    // Another version of the program may write title files otherwise; only the one that was recorded counts.
    if (text !== null && sha256(text) === digest) yield { sha256: digest, content: Buffer.from(text) };
  }
}
