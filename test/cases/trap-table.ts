import { Instrument, Law } from "@cleartitle/norms";
import type { Catalogue } from "@cleartitle/catalogue";
import { parse } from "yaml";

/** A row of the table of traps: what it says, the case that shows it, and the changes of records under which that case must fail. */
export interface Trap {
  readonly number: string;
  readonly file: string;
  readonly case: string;
  readonly changes: readonly string[];
}

/** Where nothing of a record could lead astray: the trap is in what was written of the asset. */
const none = "—";

const row = /^\| (\d+[a-z]) \| [^|]+ \| \[([^\]]+)\]\(([^)]+)\) \| ([^|]+) \|$/;

/** Reads the rows of the table; a line that looks like one and is none is told. */
export function readTraps(text: string): { readonly traps: readonly Trap[]; readonly broken: readonly string[] } {
  const lines = text.split("\n").filter((line) => /^\| \d/.test(line));
  const traps = lines.flatMap((line): Trap[] => {
    const found = row.exec(line);
    return found === null ? [] : [{ number: found[1]!, case: found[2]!, file: found[3]!, changes: found[4]!.trim() === none ? [] : found[4]!.trim().split("; ") }];
  });
  return { traps, broken: lines.filter((line) => !row.test(line)) };
}

type Raw = Record<string, unknown> & { id: string; norms: (Record<string, unknown> & { id: string })[] };

/** A record as its file has it: what is in memory names the kind of each norm, which no file does. */
const rawOf = (catalogue: Catalogue, id: string): Raw => {
  const record = catalogue.instruments.get(id) ?? catalogue.laws.get(id);
  if (record === undefined) throw new Error(`no record \`${id}\``);
  const raw = structuredClone(record) as unknown as Raw;
  for (const norm of raw.norms) delete norm["kind"];
  return raw;
};

/** `RECORD`: without `norm` | with `norm` of `OTHER` | as `OTHER` | `path` is `value`. */
const forms: readonly (readonly [RegExp, (catalogue: Catalogue, record: Raw, found: RegExpExecArray) => Raw])[] = [
  [/^without `([^`]+)`$/, (_catalogue, record, found) => ({ ...record, norms: without(record, found[1]!) })],
  [/^with `([^`]+)` of `([^`]+)`$/, (catalogue, record, found) => {
    const norm = rawOf(catalogue, found[2]!).norms.find((n) => n.id === found[1]);
    if (norm === undefined) throw new Error(`\`${found[2]}\` has no norm \`${found[1]}\``);
    return { ...record, norms: [...record.norms.filter((n) => n.id !== norm.id), norm] };
  }],
  [/^as `([^`]+)`$/, (catalogue, record, found) => ({ ...rawOf(catalogue, found[1]!), id: record.id })],
  [/^`([^`]+)` is `([^`]+)`$/, (_catalogue, record, found) => set(record, found[1]!.split("."), parse(found[2]!))],
];

function without(record: Raw, id: string): Raw["norms"] {
  const left = record.norms.filter((norm) => norm.id !== id);
  if (left.length === record.norms.length) throw new Error(`\`${record.id}\` has no norm \`${id}\``);
  return left;
}

function set(record: Raw, path: readonly string[], value: unknown): Raw {
  const norm = record.norms.find((n) => n.id === path[0]);
  const rest = norm === undefined ? path : path.slice(1);
  let target: Record<string, unknown> = norm ?? record;
  for (const key of rest.slice(0, -1)) target = target[key] as Record<string, unknown>;
  if (typeof target !== "object" || target === null) throw new Error(`\`${record.id}\` has nothing at \`${path.join(".")}\``);
  target[rest.at(-1)!] = value;
  return record;
}

/** The catalogue with records changed as a row says: `RECORD`: what, and more of them after ` and `. */
export function changed(catalogue: Catalogue, change: string): Catalogue {
  return change.split(" and ").reduce((now, each) => changedOnce(now, each), catalogue);
}

function changedOnce(catalogue: Catalogue, change: string): Catalogue {
  const [, id, what] = /^`([^`]+)`: (.+)$/.exec(change) ?? [];
  if (id === undefined || what === undefined) throw new Error(`not a change: ${change}`);
  for (const [form, apply] of forms) {
    const found = form.exec(what);
    if (found === null) continue;
    const raw = apply(catalogue, rawOf(catalogue, id), found);
    if (catalogue.laws.has(id)) return { ...catalogue, laws: new Map([...catalogue.laws, [id, Law.parse(raw)]]) };
    const record = Instrument.parse(raw);
    return { ...catalogue, instruments: new Map([...catalogue.instruments, [id, record]]) };
  }
  throw new Error(`not a change: ${change}`);
}
