import { type Aliases, type Families, type Instrument, licenseKey, nameHint, type Norm, options, parseExpression, resolveLicense } from "@cleartitle/norms";
import { type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

/** The texts under which something may go out: those of a catalogue, by each of their names, and one's own. */
export interface ReleaseNames {
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Other names of licenses; without them only ids are read. */
  readonly aliases?: Aliases;
  readonly families?: Families;
}

const noAliases: Aliases = new Map();
const noFamilies: Families = new Map();
const none: ReadonlySet<string> = new Set();
const known = new WeakMap<ReadonlyMap<string, Instrument>, ReadonlySet<string>>();

function idsOf(instruments: ReadonlyMap<string, Instrument>): ReadonlySet<string> {
  let ids = known.get(instruments);
  if (ids === undefined) known.set(instruments, (ids = new Set(instruments.keys())));
  return ids;
}

/** The id under which a license is looked up, spelled in whatever way; null: nobody knows it, or several are meant. */
function idOf(name: string, own: ReadonlySet<string>, { instruments, aliases = noAliases, families = noFamilies }: ReleaseNames): string | null {
  if (own.has(name) || instruments.has(name)) return name;
  const resolved = resolveLicense(name, aliases, idsOf(instruments), families);
  return resolved.kind === "id" ? resolved.id : null;
}

/** The id of the text that a use names as its release license; null: there is no such text. */
function textNamed(name: string, own: ReadonlySet<string>, names: ReleaseNames): string | null {
  const id = idOf(name, own, names);
  return id !== null && (own.has(id) || names.instruments.has(id)) ? id : null;
}

/** Licenses that the norms of one's own texts name, each with its place. */
function licensesOf(norm: Norm): readonly (readonly [name: string, at: Path])[] {
  if (norm.kind === "oblige") return (norm.oblige.outbound?.target ?? []).map((name, index) => [name, ["oblige", "outbound", "target", index]]);
  if (norm.kind === "convert") return [[norm.convert.to, ["convert", "to"]]];
  return norm.kind === "modify" ? [[norm.modify.base, ["modify", "base"]]] : [];
}

/** Licenses of other spellings in the norms of one's own texts, which are held against ids alone. */
export function checkNormLicenses({ instruments = [] }: Pick<TitleFile, "instruments">, own: ReadonlySet<string>, names: ReleaseNames, report: FileReport): void {
  for (const [{ norms }, path] of recordsOf(instruments, "instruments")) {
    for (const [index, norm] of norms.entries()) {
      for (const [name, at] of licensesOf(norm)) {
        const id = idOf(name, own, names);
        if (id !== null && id !== name) report.add("dangling-reference", [...path, "norms", index, ...at], `the license \`${name}\` is not looked up by this name`, name, `did you mean \`${id}\`?`);
      }
    }
  }
}

/** How many licenses an expression has. */
function licensesIn(name: string): number {
  const { expression } = parseExpression(name);
  return expression === null ? 1 : (options(expression).options?.flat().length ?? 1);
}

const otherwise = "describe its terms under `instruments`; or leave `as` out: the answer tells under which licenses it may go out";

/**
 * Release licenses that name no text. What nobody can look up was taken for terms that are still to be written, which may ask for whatever a source wants: so a license by
 * another spelling was bound by nothing, or refused where it is the very license of the source.
 */
export function checkReleaseNames({ uses = {} }: Pick<TitleFile, "uses">, own: ReadonlySet<string>, names: ReleaseNames, report: FileReport): void {
  for (const [use, { as }] of Object.entries(uses)) {
    if (as === undefined || textNamed(as, own, names) !== null) continue;
    const path = ["uses", use, "as"];
    const members = names.families?.get(licenseKey(as));
    if (licensesIn(as) > 1) report.add("bad-value", path, `\`${as}\` is more than one license`, as, "a use goes out under one: ask once for each");
    else if (members !== undefined) report.add("dangling-reference", path, `\`${as}\` names a family of licenses and none of them`, as, `name one: ${members.filter((id) => names.instruments.has(id)).map((id) => `\`${id}\``).join(", ")}`);
    else if (resolveLicense(as, noAliases, none).kind === "id") report.add("dangling-reference", path, `the catalogue has no terms of \`${as}\``, as, otherwise);
    else report.add("dangling-reference", path, `the license \`${as}\` is not described here`, as, nameHint(as, [...own, ...names.instruments.keys()]) ?? otherwise);
  }
}

/** The same file with each release license by the id of its text. */
export function withReleaseNames<T extends Pick<TitleFile, "uses">>(file: T, own: ReadonlySet<string>, names: ReleaseNames): T {
  if (file.uses === undefined || Object.values(file.uses).every(({ as }) => as === undefined)) return file;
  return { ...file, uses: Object.fromEntries(Object.entries(file.uses).map(([name, use]) => [name, use.as === undefined ? use : { ...use, as: textNamed(use.as, own, names) ?? use.as }])) };
}
