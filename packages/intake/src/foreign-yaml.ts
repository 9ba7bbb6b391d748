import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Lexer, LineCounter, Parser } from "yaml";
import type { CST, Document, Node } from "yaml";
import { problem, withoutStacks } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";

/** A value of a YAML document that others wrote, with its place. Scalars keep the text as it stands in the file. */
export interface YamlValue {
  readonly line: number;
  readonly column: number;
  readonly scalar: string | number | boolean | null;
  /** The scalar as written; empty for a list or a mapping. */
  readonly text: string;
  readonly items: readonly YamlValue[] | null;
  /** In the order of the file; a key that stands twice is there twice, for both are recorded. */
  readonly entries: readonly (readonly [string, YamlValue])[] | null;
}

/** What a text of another syntax is, which has one value. */
export interface ForeignValue {
  readonly root: YamlValue | null;
  readonly problems: readonly Problem[];
}

/** All documents of a text. One that says nothing is `null`. */
export interface ForeignYamlDocuments {
  readonly roots: readonly (YamlValue | null)[];
  readonly problems: readonly Problem[];
}

const maxDepth = 64;
const maxValues = 200_000;
const maxDocuments = 10_000;
const aliasCost = 20;

const parsing = { version: "1.2", schema: "core", uniqueKeys: false, logLevel: "silent", prettyErrors: false } as const;

type Refusal = "too-deep" | "too-many" | "too-many-documents";

class Refused extends Error {
  constructor(readonly what: Refusal, readonly line: number) {
    super(what);
  }
}

/** Syntax errors of a file that are told. The library makes an error with a stack for each, and a megabyte of `]` took ten seconds. */
const maxErrors = 20;

/** Pieces of syntax that are looked at. The library makes a tree of all of them before one value can be counted, and eight megabytes of small ones took three gigabytes. */
const maxPieces = 6 * maxValues;

function* untilHopeless(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let errors = 0;
  let pieces = 0;
  const hopeless = (token: CST.Token): boolean => token.type === "error" && ++errors > maxErrors;
  for (const piece of new Lexer().lex(text)) {
    if (++pieces > maxPieces) throw new Refused("too-many", 1);
    for (const token of parser.next(piece)) {
      if (hopeless(token)) return;
      yield token;
    }
  }
  for (const token of parser.end()) {
    if (hopeless(token)) return;
    yield token;
  }
}

/** The documents of a text, which always has one. The library makes a schema for each. */
function parseText(text: string): Document.Parsed[] {
  return withoutStacks(() => {
    const documents: Document.Parsed[] = [];
    for (const each of new Composer(parsing).compose(untilHopeless(text), true, text.length)) {
      if (documents.push(each) > maxDocuments) throw new Refused("too-many-documents", 1);
    }
    return documents;
  });
}

const errorsOf = (documents: readonly Document.Parsed[]) => documents.flatMap((each) => each.errors);

/**
 * Reads YAML 1.2 core as tools in the wild write it: anchors and keys that stand twice are accepted, since both are evidence.
 * Depth and the number of values are bounded over all documents of the text, so that aliases of aliases cannot grow. `firstLine` is the
 * line at which the text begins in its file. Never throws; a text of which one document cannot be read gives problems and none of them.
 */
export function readForeignYaml(text: string, file: string, firstLine = 1): ForeignYamlDocuments {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const at = (offset: number) => {
    const place = lines.linePos(offset);
    return { line: Math.max(1, place.line) + firstLine - 1, column: Math.max(1, place.col) };
  };
  if (deepestFlow(text) > maxDepth) return refused("too-deep", file, firstLine);
  try {
    const parsed = parseText(text);
    const indented = errorsOf(parsed).length === 0 ? text : withIndentedQuotes(text);
    const repaired = indented === text ? parsed : parseText(indented);
    const documents = errorsOf(repaired).length === 0 ? repaired : parsed;
    const read = documents === parsed ? text : indented;
    for (let end = read.indexOf("\n"); end !== -1; end = read.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
    const problems = errorsOf(documents).map((error) =>
      problem("yaml-syntax", error.message.split("\n")[0]?.toLowerCase() ?? "not YAML", { file, ...at(error.pos[0]), hint: "correct the YAML; this file was passed over" }));
    if (problems.length > 0) return { roots: [], problems: problems.slice(0, maxErrors) };
    const walk = { at, left: maxValues, cost: 1 };
    const roots = documents.map(({ contents }) => {
      if (contents === null) return null;
      const within = { ...walk, anchors: new Map<string, unknown>() };
      const root = valueOf(contents, within, 0);
      walk.left = within.left;
      return root;
    });
    return { roots, problems: [] };
  } catch (error) {
    if (error instanceof Refused) return refused(error.what, file, Math.max(error.line, firstLine));
    // The parser itself recurses; a stack that ran out means nesting that no real card or pipeline has.
    if (error instanceof RangeError) return refused("too-deep", file, firstLine);
    throw error;
  }
}

function refused(what: Refusal, file: string, line: number): ForeignYamlDocuments {
  const message = what === "too-deep" ? `nested deeper than ${maxDepth} levels` : what === "too-many" ? `more than ${maxValues} values` : `more than ${maxDocuments} documents`;
  return { roots: [], problems: [problem(what === "too-deep" ? what : "too-many", message, { file, line, hint: "this file was passed over" })] };
}

/** An upper bound for the nesting of `[` and `{`, so that the recursive parser is not given what would exhaust it. */
function deepestFlow(text: string): number {
  let open = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++open);
    else if ((code === 93 || code === 125) && open > 0) open -= 1;
    else if (code === 10 && (text.charCodeAt(index + 1) | 32) !== 32 && !"[]{},".includes(text[index + 1] ?? "")) open = 0;
  }
  return deepest;
}

/** Whether a line's rest ends with the quote that closes the value. */
const closes = (rest: string, by: string): boolean => (by === "'" ? /(?:^|[^'])(?:'')*'\s*$/ : /(?:^|[^\\])(?:\\\\)*"\s*$/).test(rest);

/**
 * The text with the later lines of a quoted value indented by a space, which changes neither the value nor the line numbers.
 * Cards carry terms that were pasted between quotes at the start of a line; the hub reads them and strict YAML does not.
 */
function withIndentedQuotes(text: string): string {
  let quote: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      if (quote !== null) {
        if (closes(line, quote)) quote = null;
        return ` ${line}`;
      }
      const [, opened, rest] = /^[A-Za-z_][\w-]*:\s+(["'])(.*)$/.exec(line) ?? [];
      if (opened !== undefined && rest !== undefined && !closes(rest, opened)) quote = opened;
      return line;
    })
    .join("\n");
}

interface Walk {
  readonly at: (offset: number) => { line: number; column: number };
  /** The last node of each anchor so far: an alias means the one before it. */
  readonly anchors: Map<string, unknown>;
  left: number;
  /** What one value takes from `left`: more inside an alias, where a few bytes stand for many values. */
  cost: number;
}

function valueOf(node: unknown, walk: Walk, depth: number): YamlValue {
  const { line, column } = walk.at((node as Node | null)?.range?.[0] ?? 0);
  walk.left -= walk.cost;
  if (walk.left < 0) throw new Refused("too-many", line);
  if (depth > maxDepth) throw new Refused("too-deep", line);
  const below = (each: unknown) => valueOf(each, walk, depth + 1);
  const nothing = { line, column, scalar: null, text: "", items: null, entries: null };
  if (isAlias(node)) {
    if (!walk.anchors.has(node.source)) return nothing;
    const { cost } = walk;
    walk.cost = aliasCost;
    const target = below(walk.anchors.get(node.source));
    walk.cost = cost;
    return { ...target, line, column };
  }
  if ((isSeq(node) || isMap(node) || isScalar(node)) && node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  if (isSeq(node)) return { ...nothing, items: node.items.map(below) };
  if (isMap(node)) return { ...nothing, entries: node.items.filter(isPair).map((pair) => [keyOf(pair.key), below(pair.value)] as const) };
  if (!isScalar(node)) return nothing;
  const value: unknown = node.value;
  const scalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  return { ...nothing, scalar, text: typeof scalar === "string" ? scalar : scalar === null ? "" : (node.source ?? String(scalar)) };
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : "");

/** Every value of a key, in order: none, one, or more where the key stands more than once. */
export const valuesOf = (value: YamlValue | null | undefined, key: string): YamlValue[] =>
  (value?.entries ?? []).filter(([name]) => name === key).map(([, each]) => each);

/** The last value of a key, as YAML's readers take it. */
export const valueAt = (value: YamlValue | null | undefined, ...keys: readonly string[]): YamlValue | undefined => {
  let current = value ?? undefined;
  for (const key of keys) current = valuesOf(current, key).at(-1);
  return current;
};

/** The items of a list at some keys; none of anything that is no list. */
export const itemsAt = (value: YamlValue | null | undefined, ...keys: readonly string[]): readonly YamlValue[] => valueAt(value, ...keys)?.items ?? [];

/** The text of a scalar that says something; `null` for nothing, an empty text, a list or a mapping. */
export const textAt = (value: YamlValue | null | undefined, ...keys: readonly string[]): string | null => {
  const found = valueAt(value, ...keys);
  const text = found?.text.trim() ?? "";
  return text === "" ? null : text;
};

/** The day of an instant; `null` for what is none. */
export const dayAt = (value: YamlValue, key: string): string | null => /^(\d{4}-\d{2}-\d{2})T/.exec(textAt(value, key) ?? "")?.[1] ?? null;

/** A scalar or a list of scalars as a list; `null` if the value is anything else. Entries that say nothing are left out. */
export function textsOf(value: YamlValue): YamlValue[] | null {
  if (value.entries !== null) return null;
  if (value.items === null) return value.text.trim() === "" ? [] : [value];
  return value.items.every((item) => item.items === null && item.entries === null) ? value.items.filter((item) => item.text.trim() !== "") : null;
}

/** A value as JSON, for what is kept whole. A number beyond what JSON can say is nothing. */
export function jsonOf(value: YamlValue): unknown {
  if (value.entries !== null) return Object.fromEntries(value.entries.map(([key, each]) => [key, jsonOf(each)]));
  if (value.items !== null) return value.items.map(jsonOf);
  return typeof value.scalar === "number" && !Number.isFinite(value.scalar) ? null : value.scalar;
}
