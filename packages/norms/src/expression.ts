import parseSpdx from "spdx-expression-parse";
import { type Problem, problem } from "./problem.js";
import { spdxDeprecatedIds, spdxExceptionIds, spdxLicenseIds } from "./spdx-ids.gen.js";

/** One license of an expression. `orLater` is the `+` after an id. */
export interface LicenseLeaf {
  readonly license: string;
  readonly orLater?: true;
  readonly exception?: string;
}

/**
 * A license expression: `any` offers options (OR), `all` puts every member on the same thing (AND). `NONE` says that there
 * is no license; `NOASSERTION` says nothing, which is unknown.
 */
export type LicenseExpression =
  | { readonly any: readonly LicenseExpression[] }
  | { readonly all: readonly LicenseExpression[] }
  | LicenseLeaf
  | { readonly none: true }
  | { readonly noAssertion: true };

const maxLength = 10_000;
const maxDepth = 64;
const maxOptions = 4096;

const current = new Set(spdxLicenseIds);
const deprecated = new Set(spdxDeprecatedIds);
const canonicalId = new Map([...spdxDeprecatedIds, ...spdxLicenseIds, ...spdxExceptionIds].map((id) => [id.toLowerCase(), id]));

/** Whether SPDX keeps the id only for those who wrote it before. */
export const isDeprecatedId = (id: string): boolean => deprecated.has(id);

/** The SPDX spelling of a license id in any case, or null. Deprecated ids keep their own spelling. */
export function spdxId(name: string): string | null {
  const id = canonicalId.get(name.toLowerCase());
  return id !== undefined && (current.has(id) || deprecated.has(id)) ? id : null;
}

/**
 * The current id for a deprecated one that SPDX split in two (`GPL-3.0` is `GPL-3.0-only`, `GPL-3.0+` is
 * `GPL-3.0-or-later`); any other id as it is.
 */
export function currentId(id: string, orLater: boolean): { readonly id: string; readonly orLater: boolean } {
  if (!deprecated.has(id)) return { id, orLater };
  if (orLater && current.has(`${id}-or-later`)) return { id: `${id}-or-later`, orLater: false };
  return !orLater && current.has(`${id}-only`) ? { id: `${id}-only`, orLater: false } : { id, orLater };
}

export interface ParsedExpression {
  readonly expression: LicenseExpression | null;
  /** Deprecated ids that were read as current ones. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly problem: Problem | null;
}

const refused = (message: string, text: string, hint: string): ParsedExpression => ({
  expression: null,
  renamed: [],
  problem: problem("bad-expression", message, { offending: text.slice(0, 200), hint }),
});

function deepest(text: string): number {
  let depth = 0;
  let max = 0;
  for (const c of text) {
    if (c === "(") max = Math.max(max, ++depth);
    else if (c === ")") depth--;
  }
  return max;
}

/** Ids and operators in the spelling that the parser knows: SPDX reads them in any case. */
const spelled = (text: string): string =>
  text.replace(/[A-Za-z0-9.-]+/g, (word) => {
    if (/^(LicenseRef|DocumentRef)-/i.test(word)) return word.replace(/^licenseref-/i, "LicenseRef-").replace(/^documentref-/i, "DocumentRef-");
    return /^(and|or|with)$/i.test(word) ? word.toUpperCase() : (canonicalId.get(word.toLowerCase()) ?? word);
  });

function unknownWord(text: string): string | null {
  for (const [word] of text.matchAll(/[^\s()+:]+/g)) {
    if (/^(AND|OR|WITH)$/.test(word) || /^(LicenseRef|DocumentRef)-[A-Za-z0-9.-]+$/.test(word) || canonicalId.has(word.toLowerCase())) continue;
    return word;
  }
  return null;
}

type Parsed = ReturnType<typeof parseSpdx>;

function flatten(node: Parsed, renamed: { from: string; to: string }[]): LicenseExpression {
  if ("conjunction" in node) {
    const key = node.conjunction === "or" ? "any" : "all";
    const parts = [flatten(node.left, renamed), flatten(node.right, renamed)].flatMap((part): readonly LicenseExpression[] =>
      key === "any" && "any" in part ? part.any : key === "all" && "all" in part ? part.all : [part],
    );
    return key === "any" ? { any: parts } : { all: parts };
  }
  const now = currentId(node.license, node.plus === true);
  if (now.id !== node.license) renamed.push({ from: `${node.license}${node.plus === true ? "+" : ""}`, to: now.id });
  return { license: now.id, ...(now.orLater ? { orLater: true as const } : {}), ...(node.exception === undefined ? {} : { exception: node.exception }) };
}

/**
 * Reads an SPDX license expression (any letter case; `LicenseRef-…`, `DocumentRef-…:LicenseRef-…`, `WITH`, `+`), flattened, with
 * deprecated ids brought up to date and the renaming stated. Never throws: what cannot be read is a problem.
 */
export function parseExpression(text: string): ParsedExpression {
  const trimmed = text.trim().replace(/\s+/g, " ");
  if (trimmed === "") return refused("the license expression is empty", text, "leave the license out where none is recorded");
  if (text.length > maxLength) return refused(`the license expression is longer than ${maxLength} characters`, text, "name the licenses of the parts instead");
  if (/^none$/i.test(trimmed)) return { expression: { none: true }, renamed: [], problem: null };
  if (/^noassertion$/i.test(trimmed)) return { expression: { noAssertion: true }, renamed: [], problem: null };
  if (deepest(trimmed) > maxDepth) return refused(`the license expression is nested deeper than ${maxDepth}`, text, "leave out needless parentheses");
  const proper = spelled(trimmed);
  const strange = unknownWord(proper);
  if (strange !== null) return refused(`\`${strange.slice(0, 80)}\` is no SPDX license id`, text, "ids outside the SPDX list are written `LicenseRef-NAME`");
  try {
    const renamed: { from: string; to: string }[] = [];
    return { expression: flatten(parseSpdx(proper), renamed), renamed, problem: null };
  } catch {
    return refused(`\`${trimmed.slice(0, 80)}\` is no license expression`, text, "write ids joined by `AND`, `OR`, `WITH`, with balanced parentheses");
  }
}

export const printLeaf = (leaf: LicenseLeaf): string => `${leaf.license}${leaf.orLater === true ? "+" : ""}${leaf.exception === undefined ? "" : ` WITH ${leaf.exception}`}`;

/** The expression as SPDX text; reading it again gives the same expression. */
export function printExpression(expression: LicenseExpression): string {
  if ("none" in expression) return "NONE";
  if ("noAssertion" in expression) return "NOASSERTION";
  if ("license" in expression) return printLeaf(expression);
  if ("all" in expression) return expression.all.map((part) => ("any" in part ? `(${printExpression(part)})` : printExpression(part))).join(" AND ");
  return expression.any.map((part) => printExpression(part)).join(" OR ");
}

class TooMany extends Error {}

function ways(expression: LicenseExpression): string[][] {
  if ("none" in expression) return [];
  if ("noAssertion" in expression) return [["NOASSERTION"]];
  if ("license" in expression) return [[printLeaf(expression)]];
  if ("any" in expression) return distinct(expression.any.flatMap((part) => ways(part)));
  let result: string[][] = [[]];
  for (const part of expression.all) {
    const next = ways(part);
    if (result.length * next.length > maxOptions * 4) throw new TooMany();
    result = distinct(result.flatMap((left) => next.map((right) => [...left, ...right])));
  }
  return result;
}

function distinct(found: readonly (readonly string[])[]): string[][] {
  const kept = new Map<string, string[]>();
  for (const option of found) {
    const sorted = [...new Set(option)].toSorted();
    kept.set(sorted.join("\n"), sorted);
  }
  if (kept.size > maxOptions) throw new TooMany();
  return [...kept.values()];
}

/**
 * The ways in which an expression can be satisfied (disjunctive normal form): each is a sorted list of licenses that all
 * apply. `NONE` has no way; `NOASSERTION` stands for itself. Over 4,096 ways is a problem.
 */
export function options(expression: LicenseExpression): { readonly options: readonly (readonly string[])[] | null; readonly problem: Problem | null } {
  try {
    return { options: ways(expression), problem: null };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { options: null, problem: problem("too-many", `the license expression leaves more than ${maxOptions} ways to choose`, { hint: "conclude which licenses were taken" }) };
  }
}
