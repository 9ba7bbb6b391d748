import { isDeprecatedId, sha256 } from "@cleartitle/norms";
import type { WordDifference } from "./difference.js";
import { type LicenseNames, namedBy, type NamedLicense } from "./license-names.js";
import { namingsIn } from "./notice.js";
import { ridersOf } from "./rider.js";
import { tagsOf } from "./tag.js";
import type { TextIndex } from "./text-index.js";
import { TextLines } from "./text-lines.js";
import { matchTexts } from "./text-match.js";
import type { TextMatch } from "./weigh.js";
import type { Words } from "./reading.js";
import { readWords } from "./words.js";
import type { Aliases, Families } from "@cleartitle/norms";

/** Where something stands in a text; lines and columns from 1, the end just past it. */
interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One place where a text parts from its base. */
interface TextDifference extends TextSpan {
  readonly kind: "added" | "dropped" | "changed";
  /** What stands here; empty where something is missing. */
  readonly here: string;
  /** What stands in the license; null where only its fingerprint is kept. */
  readonly there: string | null;
  /** How many words of the license are concerned. */
  readonly words: number;
}

/** One license that a text gives or names. */
export interface Identification extends TextSpan {
  /** `text`: its words stand here; `notice`: it is named in prose; `tag`: by an SPDX tag; `card`: in the front matter of a card. */
  readonly how: "text" | "notice" | "tag" | "card";
  /** The license; null where a family is named and no member. */
  readonly base: string | null;
  /** The ids that this cannot tell apart from the base: of one text, or of one family. */
  readonly among: readonly string[];
  readonly title: string | null;
  /** Which of several texts of one license stands here. */
  readonly version: string | null;
  /** Whether the words are those of the base. Null where only a name stands. */
  readonly reads: "same" | "differs" | null;
  readonly differences: readonly TextDifference[];
  /** The part of the base's words that stands here; null where only a name stands. */
  readonly share: number | null;
  /** What to record: an expression, several where the text cannot tell which, or a name of its own where the terms are not the base's. */
  readonly license: readonly string[];
}

/** Everything that identification knows. */
export interface Knowledge {
  readonly index: TextIndex;
  readonly names: LicenseNames;
  readonly aliases: Aliases;
  readonly families: Families;
  /** The licenses of the catalogue. */
  readonly licenses: ReadonlySet<string>;
  /** Licenses of the catalogue and the version that its record is of. */
  readonly versions: ReadonlyMap<string, string | null>;
}

const excerpt = (text: string): string => {
  const plain = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return plain.length > 300 ? `${plain.slice(0, 297)}…` : plain;
};

function spanOf(lines: TextLines, start: number, end: number): TextSpan {
  const [from, to] = [lines.place(start), lines.place(end)];
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function differenceAt(words: Words, lines: TextLines, match: TextMatch, found: WordDifference): TextDifference {
  const there = match.known.spelled(found.knownFrom, found.knownTo)?.join(" ") ?? null;
  // What is missing is missing after the last word that stands.
  const at = found.from > 0 ? words.end[found.from - 1]! : (words.start[0] ?? 0);
  const [start, end] = found.to > found.from ? [words.start[found.from]!, words.end[found.to - 1]!] : [at, at];
  return { kind: found.kind, ...spanOf(lines, start, end), here: excerpt(words.text.slice(start, end)), there: there === null ? null : excerpt(there), words: found.knownTo - found.knownFrom };
}

/** `Modified MIT License` says that it is not the MIT license, whatever follows. `Modified BSD` is the name of one. */
const modifiedTitle = /\bmodified\b(?![^\n]{0,12}\bBSD\b)[^\n]{0,40}\blicen[cs]e\b/i;

const lettersOf = (text: string): string => ` ${text.toLowerCase().replaceAll(/[^\p{L}]+/gu, " ").trim()} `;

/** One license of the SPDX list is a modified one by its own title. */
const isOwnTitle = ({ known }: TextMatch, title: string): boolean => lettersOf(known.spelled(0, Math.min(known.words, 40))?.join(" ") ?? "").includes(lettersOf(title));

function titleDifference(words: Words, lines: TextLines, match: TextMatch): TextDifference[] {
  const start = words.start[match.from]!;
  const before = words.text.slice(Math.max(0, start - 300), Math.min(words.text.length, start + 60));
  const found = modifiedTitle.exec(before);
  if (found === null || isOwnTitle(match, found[0])) return [];
  const at = Math.max(0, start - 300) + found.index;
  return [{ kind: "changed", ...spanOf(lines, at, at + found[0].length), here: excerpt(found[0]), there: match.known.title, words: 0 }];
}

const isReplaced = (id: string): boolean => isDeprecatedId(id.replace(/\+$/, ""));

const nameOfOwn = (base: string, what: string): string => `LicenseRef-${base.replace(/^LicenseRef-/, "").replaceAll(/[^A-Za-z0-9.-]/g, "-")}-${what}`;

/** Tells one modified text from another: by its words, and by what stands beside it. */
function digestOf(words: Words, match: TextMatch, beside: readonly { readonly start: number; readonly end: number }[]): string {
  const riders = beside.map(({ start, end }) => readWords(words.text.slice(start, end)).hash.join(" "));
  return sha256([words.hash.slice(match.from, match.to).join(" "), ...riders].join("\n")).slice(7, 15);
}

function ofText(words: Words, lines: TextLines, path: string, match: TextMatch, all: readonly TextMatch[], { index, versions }: Knowledge): Identification {
  const { known } = match;
  const beside = ridersOf(words, path, match, all, index);
  const riders = beside.map(({ start, end }): TextDifference => ({ kind: "added", ...spanOf(lines, start, end), here: excerpt(words.text.slice(start, end)), there: "", words: 0 }));
  const differences = [...titleDifference(words, lines, match), ...match.differences.map((each) => differenceAt(words, lines, match, each)), ...riders].toSorted((a, b) => a.line - b.line || a.column - b.column);
  const [start, end] = [words.start[match.from]!, words.end[match.to - 1]!];
  const base = known.ids[0]!;
  const recorded = versions.get(base);
  const isOther = known.version !== null && recorded !== undefined && recorded !== null && recorded !== known.version;
  const reads = differences.length === 0 ? "same" : "differs";
  const license = reads === "differs" ? [nameOfOwn(base, `modified-${digestOf(words, match, beside)}`)] : isOther ? [nameOfOwn(base, known.version ?? "")] : known.ids.filter((id) => !isReplaced(id) || known.ids.every(isReplaced));
  return {
    how: "text", base, among: known.ids.slice(1), title: known.title, version: known.version, reads, differences, share: Math.round(match.share * 1000) / 1000, license,
    ...spanOf(lines, start, end),
  };
}

const named = (how: Identification["how"], { id, family }: NamedLicense, license: readonly string[], span: TextSpan): Identification =>
  ({ how, base: id, among: family, title: null, version: null, reads: null, differences: [], share: null, license, ...span });

function tagged(text: string, lines: TextLines, { aliases, families, licenses: known }: Knowledge): Identification[] {
  return tagsOf(text).flatMap((tag) => {
    const span = spanOf(lines, tag.start, tag.end);
    const meant = namedBy(tag.value, aliases, known, families);
    if (meant !== null) return [named(tag.kind, meant, meant.id === null ? meant.family : [meant.id], span)];
    return tag.expression === null || tag.expression === "NOASSERTION" ? [] : [named(tag.kind, { id: tag.expression, family: [] }, [tag.expression], span)];
  });
}

/**
 * The licenses that a text gives or names, in the order of the text: license texts with where they part from the one they are based on, notices
 * and sections that name one, tags. A name that only repeats what a text or tag of the file says is left out.
 */
export function identifyText(text: string, path: string, knowledge: Knowledge): Identification[] {
  const words = readWords(text);
  const lines = new TextLines(text);
  const matches = matchTexts(words, knowledge.index, lines);
  const texts = matches.map((match) => ofText(words, lines, path, match, matches, knowledge));
  const given = matches.map((match) => ({ start: words.start[match.from]! - 200, end: words.end[match.to - 1]! }));
  const inText = (at: number): boolean => given.some(({ start, end }) => start <= at && at < end);
  const tags = tagged(text, lines, knowledge);
  const said = new Set([...texts, ...tags].flatMap((each) => (each.base === null ? [] : [each.base, ...each.among])));
  const notices: Identification[] = [];
  for (const { named: meant, start, end } of namingsIn(knowledge.names, text, words.signs, given)) {
    if (inText(start) || tags.some((tag) => tag.how === "tag" && tag.line === lines.place(start).line) || (meant.id !== null && said.has(meant.id)) || (meant.id === null && meant.family.some((id) => said.has(id)))) continue;
    if (meant.id === null) for (const id of meant.family) said.add(id);
    else said.add(meant.id);
    notices.push(named("notice", meant, meant.id === null ? meant.family : [meant.id], spanOf(lines, start, end)));
  }
  return [...texts, ...tags, ...notices].toSorted((a, b) => a.line - b.line || a.column - b.column);
}
