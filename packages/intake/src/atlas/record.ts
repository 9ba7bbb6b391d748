import type { Evidence } from "../evidence.js";
import { textAt } from "../foreign-yaml.js";
import { unreadSource } from "../unread-source.js";
import { assetId, kindOfType } from "./entity.js";
import type { Catalogue, Entity, Process, Reference } from "./entity.js";
import { recordClassifications, recordRights } from "./rights.js";

const drawn = "the catalogue draws a line and does not say what was done";
const never = { from: null, to: null };
const process = "a process of the catalogue does not say what was done";

/**
 * Writes what a catalogue holds: data and models, and what processes made of what. Columns are drawn together to their tables, else each line would stand there twice.
 * What was deleted from the catalogue happened all the same, so that its links stay. Returns the number of links.
 */
export function recordCatalogue(catalogue: Catalogue, into: Evidence): number {
  const drawing = new Drawing(catalogue, into);
  for (const each of [...catalogue.processes.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))) drawing.process(each);
  for (const [from, to] of catalogue.lines) drawing.line(from, to);
  drawing.hold();
  for (const entity of catalogue.entities) recordEntity(entity, catalogue, drawing.ends, into);
  return drawing.links;
}

class Drawing {
  readonly ends = new Set<string>();
  links = 0;
  /** Results that something other than columns went into: the columns are some of that. */
  readonly #whole = new Set<string>();
  /** Columns of tables that are in none of the files, by the result that they went into. */
  readonly #columns = new Map<string, readonly [to: Reference, from: Reference[]]>();

  constructor(private readonly catalogue: Catalogue, private readonly into: Evidence) {}

  #derive(from: readonly string[], to: Reference, by: string, during: Process["during"], assumed?: string): void {
    const [sources, result] = [[...new Set(from)].filter((each) => each !== assetId(to)), mention(to, this.into)];
    for (const each of [...sources, result]) this.ends.add(each);
    this.into.derivation({ from: sources, to: result, by, who: this.into.us, during, ...(assumed === undefined ? {} : { assumed }) });
    this.links += sources.length;
  }

  #mentioned = (references: readonly Reference[]): string[] => references.map((each) => mention(each, this.into));

  process(each: Process): void {
    const [inputs, outputs] = [tables(each.inputs, this.catalogue), tables(each.outputs, this.catalogue)];
    if ((each.inputs.length > 0 && inputs.length === 0) || (each.outputs.length > 0 && outputs.length === 0)) {
      this.into.finding("not-read-whole", null, `a process of the type \`${each.type}\` links columns whose tables are in none of the files (\`${each.key.replace(/\n/g, "/").slice(0, 100)}\`)`, "export the tables too");
    }
    for (const to of outputs) {
      const code = inputs.filter((input) => kindOfType(input.type) === "code");
      const data = inputs.filter((input) => kindOfType(input.type) !== "code");
      const { by, assumed } = verbOf(each.type, to, data);
      this.#derive([...this.#mentioned(data), ...(each.open ? [unreadSource(assetId(to), "dataset", this.into)] : [])], to, by, each.during, assumed);
      this.#derive(this.#mentioned(code), to, "generate", each.during, "the code of a process is taken as run, not as taken in");
      this.#went(each.inputs, to);
    }
  }

  line(from: Reference, to: Reference): void {
    for (const result of tables([to], this.catalogue)) {
      for (const source of tables([from], this.catalogue)) this.#derive(this.#mentioned([source]), result, "curate", never, drawn);
      this.#went([from], result);
    }
  }

  #went(inputs: readonly Reference[], to: Reference): void {
    const id = assetId(to);
    if (inputs.some((each) => !this.catalogue.isColumn(this.catalogue.resolved(each)))) this.#whole.add(id);
    const alone = inputs.filter((each) => this.catalogue.isColumn(this.catalogue.resolved(each)) && tables([each], this.catalogue).length === 0);
    if (alone.length > 0) this.#columns.set(id, [to, [...(this.#columns.get(id)?.[1] ?? []), ...alone]]);
  }

  /** Where a line begins at what cannot be read, something of which nothing is known went in. Where columns without a table are all that went in, they stand for themselves. */
  hold(): void {
    for (const reference of this.catalogue.open) for (const to of tables([reference], this.catalogue)) this.#derive([unreadSource(assetId(to), "dataset", this.into)], to, "curate", never, drawn);
    for (const [id, [to, columns]] of this.#columns) if (!this.#whole.has(id)) this.#derive(this.#mentioned(columns.map((each) => this.catalogue.resolved(each))), to, "curate", never, drawn);
  }
}

/** What the type of a process says of the act: where something is trained by name, that is stated; the rest is assumed. */
function verbOf(type: string, to: Reference, from: readonly Reference[]): { readonly by: string; readonly assumed?: string } {
  const model = kindOfType(to.type) === "model";
  if (model && /(?:^|_)train(?:ing)?(?:_|$)/i.test(type)) return { by: "train" };
  if (/(?:^|_)(?:copy|deploy|replication)(?:_|$)/i.test(type)) return { by: "copy", assumed: `a process of the type \`${type}\` is taken as copying` };
  if (model) return { by: from.some((each) => kindOfType(each.type) === "model") ? "finetune" : "train", assumed: process };
  return { by: "curate", assumed: process };
}

/** Columns as their tables; a column whose table is not known is left out, for the process beside it links the tables. */
function tables(references: readonly Reference[], catalogue: Catalogue): Reference[] {
  const found = new Map<string, Reference>();
  for (const each of references) {
    const resolved = catalogue.resolved(each);
    const whole = catalogue.isColumn(resolved) ? catalogue.tableOf(resolved) : resolved;
    if (whole === null) continue;
    const table = catalogue.resolved(whole);
    found.set(assetId(table), table);
  }
  return [...found.values()].toSorted((a, b) => (assetId(a) < assetId(b) ? -1 : 1));
}

const mention = (reference: Reference, into: Evidence): string => into.mention(assetId(reference), kindOfType(reference.type));

function recordEntity(entity: Entity, catalogue: Catalogue, ends: ReadonlySet<string>, into: Evidence): void {
  const reference = catalogue.resolved(entity);
  const id = assetId(reference);
  const deleted = textAt(entity.value, "status") === "DELETED";
  if (catalogue.isColumn(entity) && !catalogue.isProcess(entity)) {
    if (!deleted) recordColumn(entity, catalogue, into);
  } else if (ends.has(id) || (!deleted && catalogue.isData(entity))) {
    const kind = kindOfType(reference.type);
    into.asset({ id, kind, source: id, ...(kind === "model" ? { upstream: ends.has(id) ? "partial" as const : "undisclosed" as const } : {}) });
    if (deleted) into.finding("deleted-from-catalogue", id, "its record was deleted, and what came of it is still there", "see whether it may still be kept");
    recordRights(entity, id, into);
  }
}

/** What is said of a column is said of its table, with the column's name; where no record has the table, the column stands for itself. */
function recordColumn(entity: Entity, catalogue: Catalogue, into: Evidence): void {
  const table = catalogue.tableOf(entity);
  if (table !== null) {
    recordClassifications(entity, mention(catalogue.resolved(table), into), textAt(entity.value, "attributes", "name") ?? entity.name ?? "", into);
    return;
  }
  if ((entity.value.entries ?? []).every(([key, value]) => !key.startsWith("classification") || (value.items ?? []).length === 0)) return;
  const id = assetId(catalogue.resolved(entity));
  into.asset({ id, kind: "dataset", source: id });
  into.finding("part-of-unknown", id, "a column of a table that is in none of the files", "export the table too");
  recordRights(entity, id, into);
}
