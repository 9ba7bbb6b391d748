import { type CST, Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser, type YAMLError, type YAMLMap } from "yaml";
import { type Problem, problem } from "./problem.js";
import { withoutStacks } from "./without-stacks.js";

export interface ReadYamlOptions {
  /** Name that problems carry. */
  readonly file: string;
  /** Refused above this many bytes, before anything is parsed. Default 8 MB. */
  readonly maxBytes?: number;
  /** Refused above this depth of nesting, before any tree is built. Default 64. */
  readonly maxDepth?: number;
  /** Refused above this many words, signs and line ends, as soon as they are met. Default 2,000,000. */
  readonly maxLexemes?: number;
  /** Refused with a line longer than this, before anything is parsed. Default 1,000,000 characters. */
  readonly maxLine?: number;
}

export type Path = readonly (string | number)[];

/** One YAML text as plain values, with the place of each of them. */
export interface YamlDocument {
  readonly file: string;
  /** Mappings are plain objects with string keys, in the order of the text. */
  readonly value: unknown;
  /** Line and column of the value at a path, or of the nearest one around it that exists. */
  locate(path: Path): { readonly line: number; readonly column: number };
  /** Line and column of a key in the mapping at a path. */
  locateKey(path: Path, key: string): { readonly line: number; readonly column: number };
}

/** Problems of one text that are reported; a text with more is hopeless, and a list without end helps nobody. */
const shown = 100;
/** What YAML does not allow unescaped (its `c-printable`): control characters and halves of surrogate pairs. */
const unprintable = /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const options = { version: "1.2", schema: "core", merge: false, uniqueKeys: false, strict: true, stringKeys: false, prettyErrors: false } as const;

class TooMuch extends Error {
  constructor(
    readonly code: "too-deep" | "too-many",
    readonly offset: number,
  ) {
    super(code);
  }
}

const isCollection = (token: CST.Token): boolean => token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection";

/**
 * Tokens of the text; stops at the first one nested too deep, so that no later step can run out of stack, at more lexemes than are read,
 * since time grows with them and not with bytes (a megabyte of line ends takes as long as ten of prose), and after as many syntax errors as
 * are told: the library makes an error with a stack for each, and a megabyte of `]` took eleven seconds.
 */
function* tokensOf(text: string, lines: LineCounter, maxDepth: number, maxLexemes: number): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let lexemes = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === "error" && ++errors > shown) return;
      yield token;
    }
    if (++lexemes > maxLexemes) throw new TooMuch("too-many", parser.offset - lexeme.length);
    if (parser.stack.length > maxDepth && parser.stack.filter(isCollection).length > maxDepth) throw new TooMuch("too-deep", parser.offset - lexeme.length);
  }
  yield* parser.end();
}

/** Turns nodes into plain values and collects what this house does not allow in YAML. */
class Plain {
  readonly problems: Problem[] = [];
  constructor(private readonly at: (offset: number) => Pick<Problem, "file" | "line" | "column">) {}

  #report(node: Node | null, code: Problem["code"], message: string, hint: string, offending: string | null = null) {
    if (this.problems.length < shown) this.problems.push(problem(code, message, { ...this.at(node?.range?.[0] ?? 0), offending, hint }));
  }

  value(node: Node | null): unknown {
    if (node === null) return null;
    if (isAlias(node)) {
      this.#report(node, "alias-forbidden", `the alias \`*${node.source}\` is not allowed`, "write the value out", node.source);
      return null;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) this.#report(node, "alias-forbidden", `the anchor \`&${node.anchor}\` is not allowed`, "leave the anchor out", node.anchor);
    if (node.tag !== undefined) this.#report(node, "tag-forbidden", `the tag \`${node.tag}\` is not allowed`, "leave the tag out; quote what is a string", node.tag);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item) => this.value(item as Node | null));
    return this.#mapping(node as YAMLMap<Node, Node | null>);
  }

  #mapping(map: YAMLMap<Node, Node | null>): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const pair of map.items) {
      const key = pair.key as Node | null;
      if (key === null || !isScalar(key) || key.value === null) {
        this.#report(key ?? map, "wrong-type", "a key is a word or a quoted string", "write `key: value`");
        if (pair.value !== null) this.value(pair.value);
        continue;
      }
      if (key.anchor !== undefined) this.#report(key, "alias-forbidden", `the anchor \`&${key.anchor}\` is not allowed`, "leave the anchor out", key.anchor);
      const name = keyText(key);
      if (name === "<<") this.#report(key, "alias-forbidden", "the merge key `<<` is not allowed", "write the keys out", name);
      else if (Object.hasOwn(result, name)) this.#report(key, "duplicate-key", `the key \`${name.slice(0, 80)}\` is given twice`, "keep one of the two", name);
      // Schemas leave a key of this name out of a table without a word: what is written and not read must be said.
      if (name === "__proto__") this.#report(key, "unknown-key", "the key `__proto__` is not known here", "choose another name", name);
      // Defined, not assigned, so that no name reaches anything but the mapping.
      Object.defineProperty(result, name, { value: this.value(pair.value), enumerable: true, configurable: true, writable: true });
    }
    return result;
  }
}

const keyText = (key: { readonly value?: unknown; readonly source?: string | undefined }): string =>
  typeof key.value === "string" ? key.value : (key.source ?? String(key.value));

function syntaxProblem(error: YAMLError, at: (offset: number) => Pick<Problem, "file" | "line" | "column">): Problem {
  if (error.code === "MULTIPLE_DOCS") return problem("several-documents", "the file holds several documents", { ...at(error.pos[0]), hint: "one record, one file" });
  if (error.code === "TAG_RESOLVE_FAILED") return problem("tag-forbidden", "a tag is not allowed here", { ...at(error.pos[0]), hint: "leave the tag out; quote what is a string" });
  const message = error.message.replace(/\s+/g, " ").slice(0, 200);
  return problem("yaml-syntax", message.charAt(0).toLowerCase() + message.slice(1), { ...at(error.pos[0]), hint: "check indentation, quotes and brackets" });
}

function controlCharacter(text: string, offset: number, file: string): Problem {
  const before = text.slice(0, offset);
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  const place = { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
  return problem("yaml-syntax", `the character U+${code} may not stand in a file`, { file, ...place, hint: `is it text? within double quotes it is written \\u${code}` });
}

function childOf(node: Node | null, step: string | number): Node | null {
  if (isSeq(node)) return (node.items[Number(step)] as Node | undefined) ?? null;
  if (isMap(node)) return (pairOf(node, String(step))?.value as Node | null | undefined) ?? null;
  return null;
}

const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, YAMLMap["items"][number]>>();

/** The pair of a key. Indexed once per mapping: a thousand problems in a mapping of a hundred thousand keys are told at once. */
function pairOf(map: YAMLMap, key: string): YAMLMap["items"][number] | undefined {
  let index = indexes.get(map);
  if (index === undefined) {
    index = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[keyText(pair.key), pair] as const] : [])));
    indexes.set(map, index);
  }
  return index.get(key);
}

function documentOf(file: string, value: unknown, root: Node | null, at: (offset: number) => { line: number; column: number }): YamlDocument {
  const offsetOf = (path: Path): number => {
    let node = root;
    let offset = root?.range?.[0] ?? 0;
    for (const step of path) {
      const key = isMap(node) ? pairOf(node, String(step))?.key : undefined;
      if (isScalar(key)) offset = key.range?.[0] ?? offset;
      node = childOf(node, step);
      if (node === null) break;
      offset = node.range?.[0] ?? offset;
    }
    return offset;
  };
  const nodeAt = (path: Path): Node | null => path.reduce<Node | null>((node, step) => childOf(node, step), root);
  return {
    file,
    value,
    locate: (path) => at(offsetOf(path)),
    locateKey: (path, key) => {
      const map = nodeAt(path);
      const found = isMap(map) ? pairOf(map, key)?.key : undefined;
      return at(isScalar(found) ? (found.range?.[0] ?? 0) : offsetOf(path));
    },
  };
}

/** What can be seen of the lines alone, before a parser takes them one by one: the first line longer than is read, or more of them than lexemes are read. null: neither. */
function faultOfLines(text: string, { file, maxLine, maxLexemes }: Pick<Required<ReadYamlOptions>, "file" | "maxLine" | "maxLexemes">): Problem | null {
  for (let [line, from] = [1, 0]; ; line++) {
    if (line > maxLexemes + 1) return tooMany(maxLexemes, { file, line, column: 1 });
    const end = text.indexOf("\n", from);
    if ((end === -1 ? text.length : end) - from > maxLine) return problem("too-large", `line ${line} has more than ${maxLine} characters`, { file, line, column: maxLine + 1, hint: "no record is that long; break the line" });
    if (end === -1) return null;
    from = end + 1;
  }
}

const tooMany = (maxLexemes: number, at: { readonly file: string; readonly line: number; readonly column: number }): Problem =>
  problem("too-many", `the file has more than ${maxLexemes} words, signs and line ends`, { ...at, hint: "split it, or keep large lists elsewhere" });

/**
 * Reads one YAML 1.2 document of the core schema (`NO` and dates are strings). Anchors, aliases, tags, merge keys, `%`
 * directives, repeated keys and a second document are problems. All problems are returned at once; with any, the document is null.
 */
export function readYaml(text: string, { file, maxBytes = 8_000_000, maxDepth = 64, maxLexemes = 2_000_000, maxLine = 1_000_000 }: ReadYamlOptions): { readonly document: YamlDocument | null; readonly problems: readonly Problem[] } {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    const message = `the file has ${bytes} bytes; ${maxBytes} are read at most`;
    return { document: null, problems: [problem("too-large", message, { file, hint: "split it, or keep large lists elsewhere" })] };
  }
  const unread = faultOfLines(text, { file, maxLine, maxLexemes });
  if (unread !== null) return { document: null, problems: [unread] };
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (offset: number) => ({ file, ...place(offset) });
  const strange = text.search(unprintable);
  if (strange !== -1) return { document: null, problems: [controlCharacter(text, strange, file)] };
  const documents: Document.Parsed[] = [];
  try {
    const tokens = [...tokensOf(text, lines, maxDepth, maxLexemes)];
    withoutStacks(() => {
      for (const each of new Composer({ ...options, lineCounter: lines }).compose(tokens, true, text.length)) {
        documents.push(each);
        if (documents.length === 2) break;
      }
    });
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    const where = at(error.offset);
    return { document: null, problems: [error.code === "too-many" ? tooMany(maxLexemes, where) : problem("too-deep", `the file is nested deeper than ${maxDepth} levels`, { ...where, hint: "no record needs that many" })] };
  }
  const [document, second] = documents as [Document.Parsed, Document.Parsed?];
  const problems = document.errors.slice(0, shown).map((error) => syntaxProblem(error, at));
  if (second !== undefined) problems.push(problem("several-documents", "the file holds several documents", { ...at(second.range[0]), hint: "one record, one file" }));
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== "1.2")
    problems.push(problem("yaml-syntax", "only YAML 1.2 is read", { ...at(0), hint: "leave the `%YAML` line out" }));
  const plain = new Plain(at);
  const value = plain.value(document.contents);
  problems.push(...plain.problems);
  if (problems.length > 0) return { document: null, problems: problems.slice(0, shown) };
  return { document: documentOf(file, value, document.contents, place), problems: [] };
}
