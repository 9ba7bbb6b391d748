import type { Knowledge } from "@cleartitle/catalogue";
import { digestOf, problem } from "@cleartitle/norms";
import type { FactValue, Problem, ProblemCode, Scope } from "@cleartitle/norms";
import { licenseValue, unsaid } from "@cleartitle/title";
import type { GraphFinding, Period, Statement, TitleGraph, Upstream } from "@cleartitle/title";
import { pseudonymOf, textWith, withoutPersons } from "./personal.js";
import type { Persons } from "./personal.js";

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
  /** `null` for an act without a result, as measuring is. */
  readonly to: string | null;
  readonly by: string;
  readonly who: string;
  /** The run or other act that a record identifies. Two acts of one kind with one result stay two. */
  readonly activity?: string;
  /** When, as calendar dates. */
  readonly during?: Period;
  /** Why the kind was assumed, where the record does not say it; an assumed link gives way to one that is stated. */
  readonly assumed?: string;
}

/** One act, and all that records name as its sources. */
interface Link {
  /** Most acts are named once, and a set takes several times a list. */
  readonly from: readonly string[] | Set<string>;
  readonly entry: Omit<DerivationEntry, "from">;
}

/** Where in a file a record stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Where a line says too little, as in a database: the table and the row. */
  readonly where?: string;
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
  /** Who or what says so, where the record names a tool or an organization. */
  readonly by?: string | null;
  readonly at: Place;
}

/** What a record has in a place for licenses: names or expressions as they stand, none where the place is empty. */
export interface LicenseEntry extends Omit<StatementEntry, "what" | "value" | "raw"> {
  readonly names: readonly string[];
  /** As it stands, where that is more than the names. */
  readonly raw?: string;
}

/** A statement; when it was learned may be unknown. */
export type RecordedStatement = Omit<Statement, "recordedAt"> & { readonly recordedAt?: string };

export interface FileRead {
  readonly file: string;
  /** The reader that took it. */
  readonly reader?: string;
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

const maxId = 500;
/** Of what a statement is on, where a record's own word says it. */
const maxWhat = 200;
/** Of a version, a digest, or who says so. */
const maxWord = 1_000;
/** One for all statements, which are many. */
const ever = { from: null, to: null };

/** A text of bounded length: what is cut off is still told apart by its digest. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most)}~${digestOf(text).slice(7, 23)}`);

/** An id in one line of bounded length, whatever a record has in its place. */
function idFrom(text: string): string {
  const plain = /^\s|[\n\r\u2028\u2029\u0085]|\s$/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
  return plain === "" ? "unnamed" : cut(plain, maxId);
}

/** A party that is known by a thing has that thing's id in its own. */
const partyFrom = (text: string): string => (text.startsWith(publisherOfThing) ? `${publisherOfThing}${idFrom(text.slice(publisherOfThing.length))}` : idFrom(text));
const publisherOfThing = "publisher-of:";

/**
 * What the readers write to: everything that files say, in any order. Assets that several records describe are one; a link
 * that several records name is one. Nothing is concluded here.
 */
export class Evidence {
  readonly assets = new Map<string, AssetEntry>();
  /** Named but not yet described: id → kind as the naming record takes it. */
  readonly mentions = new Map<string, string>();
  readonly links = new Map<string, Link>();
  readonly #made = new Set<string>();
  readonly statements = new Map<string, RecordedStatement>();
  /** What was seen twice stands twice: a graph has it once. */
  readonly findings: GraphFinding[] = [];
  readonly problems: Problem[] = [];
  read: FileRead[] = [];
  readonly skipped: FileSkipped[] = [];
  readonly #counts = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  #knowledge: { readonly known: Knowledge | null } | null = null;

  /** The format that is being read: statements name it as the system they come from. */
  system = "";
  /** Certificates (PEM) of whom the user trusts to sign; none of anybody else's choice. */
  anchors: string | null = null;
  /** What becomes of natural persons whom files name. Ids, values that decisions read, findings and problems are without them in each case. */
  persons: Persons = "drop";
  /** Whether the title file that a document carries is taken in place of what the document says: only of documents of one's own. */
  whole = false;
  readonly carried: TitleGraph[] = [];
  /** Files that are known by more than their path: what else lies within such a file is said of the same asset. */
  readonly known = new Map<string, string>();

  /** `us`: the party whose own work the files may record. `recordedAt`: when all this was learned, if that is known. `knows`: finds what names license texts, if that is at hand; asked once, and not before there is a text. */
  constructor(readonly us: string, readonly recordedAt: string | null, private readonly knows: () => Knowledge | null = () => null) {}

  get knowledge(): Knowledge | null {
    return (this.#knowledge ??= { known: this.knows() }).known;
  }

  /** Of each text one copy, for all records that have it: one that was cut out of a file would keep the whole file in memory for as long as the graph. */
  #copied(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = JSON.parse(JSON.stringify(text)) as string;
    this.#texts.set(copy, copy);
    return copy;
  }

  #idFrom(text: string): string {
    return this.#copied(idFrom(text));
  }

  #textIn(text: string | null | undefined): string | null {
    return text == null ? null : this.#copied(text);
  }

  #wordIn(text: string | null | undefined): string | null {
    return text == null || text === "" ? null : this.#copied(cut(text, maxWord));
  }

  /** Lets go of what was handed on. */
  clear(): void {
    for (const each of [this.assets, this.mentions, this.links, this.statements, this.#texts]) each.clear();
    this.findings.length = 0;
  }

  /** Records an asset. What an earlier record said stays; what differs is a finding. */
  asset(record: AssetEntry): void {
    const { id, version, digest, licensor, source, modality: modalities = [], ...rest } = record;
    const entry = { id: this.#idFrom(id), version: this.#wordIn(version), digest: this.#wordIn(digest), licensor: licensor == null ? null : this.#copied(partyFrom(licensor)), source: this.#textIn(source), modality: modalities.map((each) => this.#copied(cut(each, maxWord))), ...rest };
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
  mention(name: string, kind: string): string {
    const id = this.#idFrom(name);
    if (!this.mentions.has(id)) this.mentions.set(id, kind);
    return id;
  }

  /** Records how a result came from its sources. No source, no derivation: that nothing is named is unknown, not nothing. */
  derivation(record: DerivationEntry): void {
    const { from: named, ...said } = record;
    const entry = { ...said, to: record.to === null ? null : this.#idFrom(record.to), who: this.#copied(partyFrom(record.who)), ...(record.activity === undefined ? {} : { activity: this.#idFrom(record.activity) }) };
    const ids = new Set(named.map((each) => this.#idFrom(each)));
    const from = [...ids].filter((source) => source !== entry.to);
    if (entry.to !== null && ids.has(entry.to)) this.finding("derived-from-itself", entry.to, "the record names the asset as its own source", "correct the record");
    if (from.length === 0) return;
    this.#made.add(`${entry.by}:${entry.to ?? ""}`);
    const key = `${entry.by}${entry.assumed === undefined ? "" : "?"}:${entry.to ?? ""}@${entry.activity ?? ""}`;
    const known = this.links.get(key);
    if (known === undefined) this.links.set(key, { from, entry });
    else if (known.from instanceof Set) for (const source of from) known.from.add(source);
    else this.links.set(key, { entry: known.entry, from: new Set([...known.from, ...from]) });
  }

  /** Whether a record says, or has it assumed, that an asset came about in this way. */
  isResultOf(by: string, asset: string): boolean {
    return this.#made.has(`${by}:${idFrom(asset)}`);
  }

  /** Records a claim. The same claim at the same place is one statement, however often it is read. */
  statement(entry: StatementEntry): void {
    const raw = textWith(this.persons, entry.raw, this.us).slice(0, maxRaw);
    this.#state({ ...entry, raw, value: typeof entry.value === "string" ? withoutPersons(entry.value).slice(0, 500) : entry.value });
  }

  #state({ raw, value, ...entry }: StatementEntry): void {
    const what = cut(entry.what, maxWhat);
    // In the order of a canonical text, which is made of each.
    const source = { locator: this.#copied(`${entry.at.file}#${entry.at.where ?? `L${entry.at.line}`}`), retrieved: null, sha256: entry.at.sha256, system: this.system };
    const said = { about: { id: this.#idFrom(entry.asset), kind: "asset" as const }, part: null, raw: this.#copied(raw), scope: entry.scope ?? null, source, value: typeof value === "string" ? this.#copied(value) : value, what };
    const id = `${what}:${digestOf(said).slice(7, 23)}`;
    this.statements.set(id, { id, ...said, rung: entry.rung ?? "declared", by: this.#wordIn(entry.by), valid: ever, supersedes: null, ...(this.recordedAt === null ? {} : { recordedAt: this.recordedAt }) });
  }

  /**
   * Records what stands in a place for licenses. Nothing in it, `NOASSERTION`, and a declared `unknown` say that nobody says anything: they are kept, apart
   * from each other and from a place that is not there, and stand against no license that another record states. `NONE` is a claim like any other. So is
   * `unknown` of who looked: what could not be named where it was looked for speaks against whoever names it.
   */
  license({ names, raw, asset, scope, rung, by, at }: LicenseEntry): void {
    // A line break would read as a list; it stands inside one name here.
    const said = [...new Set(names.map((name) => name.replace(/\s+/g, " ").trim()))].filter((name) => name !== "");
    const found = raw ?? (names.length === 1 ? (names[0] ?? "") : names.length === 0 ? "" : JSON.stringify(names));
    const silent = unsaid(said);
    const isUnsaid = silent !== null && (silent !== "unknown" || rung !== "detected");
    this.statement({ asset, what: isUnsaid ? "license-unsaid" : "license", raw: found, value: isUnsaid ? silent : licenseValue(said), scope: scope ?? null, rung: rung ?? "declared", by: by ?? null, at });
  }

  /** Records that two assets may be one. They stay two: only an identifier that both carry makes them one, and nothing is decided on this. */
  alternate(asset: string, other: string, confidence: "high" | "medium" | "low", why: string, at: Place): void {
    this.statement({ asset, what: "alternate-of", raw: `${confidence}: ${why}`, value: other, rung: "detected", at });
    this.finding("may-be-the-same", asset, `it may be \`${other}\` (${confidence} confidence): ${why}`, "record one id for both, or nothing if they are two");
  }

  /** Records that a file names somebody in a role (`author`, `owner`, …), if the import was asked to. */
  person(asset: string, role: string, name: string, at: Place): void {
    const plain = name.replace(/\s+/g, " ").trim();
    if (this.persons === "drop" || plain === "") return;
    const said = this.persons === "hash" ? pseudonymOf(plain, this.us) : plain;
    this.#state({ asset, what: `person-${role}`, raw: said, value: said.slice(0, 500), at });
  }

  finding(kind: string, asset: string | null, detail: string, settle: string): void {
    this.findings.push({ kind, asset: asset === null ? null : this.#idFrom(asset), detail: withoutPersons(detail), settle });
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
