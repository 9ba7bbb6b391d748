import type { Knowledge } from "@cleartitle/catalogue";
import { digestOf, problem } from "@cleartitle/norms";
import type { FactValue, Problem, ProblemCode, Scope } from "@cleartitle/norms";
import type { GraphFinding, Statement, Upstream } from "@cleartitle/title";
import { withoutPersons } from "./personal.js";

/** What a record says of an asset. What it does not say is left out, and stays unknown. */
export interface AssetEntry {
  readonly id: string;
  readonly kind: string;
  readonly version?: string | null;
  readonly digest?: string | null;
  readonly licensor?: string | null;
  readonly source?: string | null;
  readonly modality?: readonly string[];
  readonly upstream?: Upstream | null;
}

export interface DerivationEntry {
  readonly from: readonly string[];
  readonly to: string;
  readonly by: string;
  readonly who: string;
  /** Why the kind was assumed, where the record does not say it; an assumed link gives way to one that is stated. */
  readonly assumed?: string;
}

/** Where in a file a record stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Digest of the record's or the file's bytes. */
  readonly sha256: string | null;
}

export interface StatementEntry {
  readonly asset: string;
  readonly what: string;
  /** As the source has it, less what names a person. */
  readonly raw: string;
  readonly value: FactValue | null;
  readonly scope?: Scope | null;
  /** Who says so: what a record states is declared (the default); what we read out of a text is detected. */
  readonly rung?: "declared" | "detected";
  readonly at: Place;
}

/** A statement; when it was learned may be unknown. */
export type RecordedStatement = Omit<Statement, "recordedAt"> & { readonly recordedAt?: string };

export interface FileRead {
  readonly file: string;
  readonly records: number;
  /** How many source → result links the file's records name. */
  readonly links: number;
}

export interface FileSkipped {
  readonly file: string;
  readonly why: string;
}

/** A place in a collection of findings is cheap, but nobody reads more than this many of one kind in one file. */
const maxProblemsOfAFile = 200;
const maxRaw = 20_000;

/**
 * What the readers write to: everything that files say, in any order. Assets that several records describe are one; a link
 * that several records name is one. Nothing is concluded here.
 */
export class Evidence {
  readonly assets = new Map<string, AssetEntry>();
  /** Named but not yet described: id → kind as the naming record takes it. */
  readonly mentions = new Map<string, string>();
  readonly links = new Map<string, { readonly from: Set<string>; readonly entry: DerivationEntry }>();
  readonly statements = new Map<string, RecordedStatement>();
  readonly findings = new Map<string, GraphFinding>();
  readonly problems: Problem[] = [];
  readonly read: FileRead[] = [];
  readonly skipped: FileSkipped[] = [];
  readonly #counts = new Map<string, number>();

  /** The format that is being read: statements name it as the system they come from. */
  system = "";

  /** `us`: the party whose own work the files may record. `recordedAt`: when all this was learned, if that is known. `knowledge`: what names license texts, if that is at hand. */
  constructor(readonly us: string, readonly recordedAt: string | null, readonly knowledge: Knowledge | null = null) {}

  /** Records an asset. What an earlier record said stays; what differs is a finding. */
  asset(entry: AssetEntry): void {
    const known = this.assets.get(entry.id);
    if (known === undefined) {
      this.assets.set(entry.id, entry);
      return;
    }
    for (const key of ["kind", "version", "digest"] as const) {
      const [old, now] = [known[key] ?? null, entry[key] ?? null];
      if (old !== null && now !== null && old !== now) {
        this.finding("records-differ", entry.id, `its ${key} is \`${old}\` in one record and \`${now}\` in another`, "record which of them is meant");
      }
    }
    const modality = [...new Set([...(known.modality ?? []), ...(entry.modality ?? [])])].toSorted();
    const said = Object.entries(entry).filter(([, value]) => value !== null && value !== undefined);
    const before = Object.entries(known).filter(([, value]) => value !== null && value !== undefined);
    this.assets.set(entry.id, { id: entry.id, kind: known.kind, ...Object.fromEntries(said), ...Object.fromEntries(before), modality });
  }

  /** Names an asset that another record may describe. */
  mention(id: string, kind: string): string {
    if (!this.mentions.has(id)) this.mentions.set(id, kind);
    return id;
  }

  /** Records how a result came from its sources. No source, no derivation: that nothing is named is unknown, not nothing. */
  derivation(entry: DerivationEntry): void {
    const from = entry.from.filter((source) => source !== entry.to);
    if (from.length < entry.from.length) this.finding("derived-from-itself", entry.to, "the record names the asset as its own source", "correct the record");
    if (from.length === 0) return;
    const key = `${entry.by}${entry.assumed === undefined ? "" : "?"}:${entry.to}`;
    const known = this.links.get(key);
    if (known === undefined) this.links.set(key, { from: new Set(from), entry });
    else for (const source of from) known.from.add(source);
  }

  /** Records a claim. The same claim at the same place is one statement, however often it is read. */
  statement(entry: StatementEntry): void {
    const raw = withoutPersons(entry.raw).slice(0, maxRaw);
    const value = typeof entry.value === "string" ? withoutPersons(entry.value).slice(0, 500) : entry.value;
    const source = { system: this.system, locator: `${entry.at.file}#L${entry.at.line}`, sha256: entry.at.sha256, retrieved: null };
    const said = { about: { kind: "asset" as const, id: entry.asset }, what: entry.what, raw, value, scope: entry.scope ?? null, part: null, source };
    const id = `${entry.what}:${digestOf(said).slice(7, 23)}`;
    this.statements.set(id, { id, ...said, rung: entry.rung ?? "declared", by: null, valid: { from: null, to: null }, supersedes: null, ...(this.recordedAt === null ? {} : { recordedAt: this.recordedAt }) });
  }

  finding(kind: string, asset: string | null, detail: string, settle: string): void {
    const finding = { kind, asset, detail: withoutPersons(detail), settle };
    this.findings.set(`${kind}\n${asset}\n${finding.detail}`, finding);
  }

  /** Records an expected failure. A file with very many gets one that says so in place of the rest. */
  problem(code: ProblemCode, message: string, at: { file: string; line?: number; column?: number }, hint: string): void {
    const count = (this.#counts.get(at.file) ?? 0) + 1;
    this.#counts.set(at.file, count);
    if (count > maxProblemsOfAFile + 1) return;
    if (count === maxProblemsOfAFile + 1) this.problems.push(problem("too-many", `more than ${maxProblemsOfAFile} problems; the rest is not listed`, { file: at.file, hint: "is the file what its name says?" }));
    else this.problems.push(problem(code, withoutPersons(message), { line: null, column: null, ...at, hint }));
  }
}
