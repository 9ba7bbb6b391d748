import type { Evidence, Place } from "../evidence.js";
import { recordReserved } from "../said-of-media.js";

/** Values beyond this number are counted together: a histogram is read by people. */
const maxValues = 1_000;
/** Several licenses beyond this number are no list that anybody would conclude something from. */
const maxLicenses = 50;
const maxHosts = 50_000;
const shownHosts = 20;

/** How often each value stands in the rows or records of a corpus. */
export class Counts {
  readonly #counts = new Map<string, number>();
  #others = 0;

  constructor(private readonly most: number = maxValues) {}

  add(value: string, count = 1): void {
    const key = value.slice(0, 200);
    const known = this.#counts.get(key);
    if (known !== undefined) this.#counts.set(key, known + count);
    else if (this.#counts.size < this.most) this.#counts.set(key, count);
    else this.#others += count;
  }

  also(value: string): this {
    this.add(value);
    return this;
  }

  addAll(other: Counts): void {
    for (const [value, count] of other.#counts) this.add(value, count);
    this.#others += other.#others;
  }

  get others(): number {
    return this.#others;
  }

  /** The most frequent first. */
  sorted(): [string, number][] {
    return [...this.#counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  said(most = maxValues): string {
    const shown = this.sorted();
    const rest = shown.slice(most).reduce((sum, [, count]) => sum + count, 0) + this.#others;
    return JSON.stringify(Object.fromEntries([...shown.slice(0, most), ...(rest > 0 ? [["(others)", rest] as const] : [])]));
  }
}

/** What one file of a corpus adds up to. */
export interface Summary {
  readonly rows: number;
  /** Licenses that rows name; `null` where there is no place for them. */
  readonly licenses: Counts | null;
  /** Rows whose place for a license says nothing. */
  readonly unlicensed: number;
  /** Rows of whose licenses no more is known than that there are several. */
  readonly unknown: number;
  readonly hosts: Counts;
  /** The signals by which sites reserve mining or training; `null` where none does. */
  readonly reserved: string | null;
  /** Other counts and texts under the name of their statement. */
  readonly told: readonly { readonly what: string; readonly raw: string }[];
  /** What it says to be a part of, by the names of the wholes: files of several crawls may be one. */
  readonly partOf: readonly string[];
  /** Who crawled it, by name. */
  readonly operator: string | null;
}

export const hostCounts = (): Counts => new Counts(maxHosts);

/** The host that an address names; `null` for what is no address on the net. */
export function hostOf(address: string): string | null {
  const [, host] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address) ?? [];
  return host === undefined ? null : host.toLowerCase().slice(0, 253);
}

/** Files that differ in their numbers alone are parts of one corpus. */
export const corpusOf = (path: string): string => `corpus:${path.replace(/\d{3,}/g, "*")}`;

/**
 * Records a corpus with what its files add up to: one asset however many rows. A license that some rows name is none of the whole; only where each
 * row of each file names one are they its licenses, as a list of which nobody says whether one may choose.
 */
export function recordCorpus(id: string, files: readonly { readonly path: string; readonly summary: Summary }[], whole: boolean, into: Evidence): void {
  const [first] = files;
  if (first === undefined) return;
  into.asset({ id, kind: "dataset", source: id, upstream: "partial" });
  const at = (where: string): Place => ({ file: first.path, line: 1, where, sha256: null });
  const rows = files.reduce((sum, { summary }) => sum + summary.rows, 0);
  const [licenses, hosts, told] = [new Counts(), hostCounts(), new Map<string, Counts>()];
  let [unlicensed, unknown] = [0, 0];
  for (const { summary } of files) {
    if (summary.licenses !== null) licenses.addAll(summary.licenses);
    unlicensed += summary.licenses === null ? summary.rows : summary.unlicensed;
    unknown += summary.unknown;
    hosts.addAll(summary.hosts);
    for (const { what, raw } of summary.told) told.set(what, (told.get(what) ?? new Counts()).also(raw));
  }
  const state = (what: string, raw: string): void => into.statement({ asset: id, what, raw, value: raw.slice(0, 500), rung: "detected", at: at(what) });
  state("row-count", `${rows} in ${files.length} ${files.length === 1 ? "file" : "files"}`);
  if (hosts.sorted().length > 0) state("source-hosts", hosts.said(shownHosts));
  for (const [what, counts] of told) for (const [raw] of counts.sorted()) into.statement({ asset: id, what, raw, value: raw.slice(0, 500), rung: "detected", at: at(`${what} ${raw.slice(0, 40)}`) });
  if (files.some(({ summary }) => summary.licenses !== null)) recordLicenses(id, { licenses, unlicensed, unknown, rows, whole }, at("license"), into);
  const reserved = new Set(files.flatMap(({ summary }) => summary.reserved ?? []));
  if (reserved.size > 0) recordReserved({ asset: id, at: at("reservation") }, [...reserved].join("; "), into, "http_header");
  for (const operator of new Set(files.flatMap(({ summary }) => summary.operator ?? []))) into.person(id, "operator", operator, at("operator"));
  for (const name of new Set(files.flatMap(({ summary }) => summary.partOf))) into.derivation({ from: [into.mention(`crawl:${name}`, "dataset")], to: id, by: "subset", who: `publisher-of:${id}` });
}

function recordLicenses(asset: string, found: { readonly licenses: Counts; readonly unlicensed: number; readonly unknown: number; readonly rows: number; readonly whole: boolean }, at: Place, into: Evidence): void {
  const named = found.licenses.sorted();
  if (named.length > 0) into.statement({ asset, what: "license-histogram", raw: found.licenses.said(), value: true, rung: "detected", at: { ...at, where: "license histogram" } });
  const each = found.whole && found.unlicensed === 0 && found.unknown === 0 && named.length <= maxLicenses && found.licenses.others === 0;
  if (each && named.length > 0) into.license({ asset, names: named.map(([name]) => name), at });
  if (found.unknown > 0) into.finding("license-of-rows", asset, `${found.unknown} of ${found.rows} rows have licenses of their own, which differ`, "decide it by the row: what is wanted are the rows whose license allows it");
  if (found.unlicensed > 0) into.statement({ asset, what: "license-unsaid", raw: `${found.unlicensed} of ${found.rows} rows name no license`, value: "empty", at });
}
