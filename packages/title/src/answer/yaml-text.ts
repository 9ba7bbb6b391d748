import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

/** A change of a text at one place: what stands from `at` to `to` gives way to `put`. */
interface Edit {
  readonly at: number;
  readonly to: number;
  readonly put: string;
}

type Path = readonly (string | number)[];

const isPlain = /^[A-Za-z][\w./-]*$/;
/** What a reader of YAML would take for something else than a word. */
const taken = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

/** A value in flow style, quoted wherever a reader could take it for something else. */
function flowText(value: unknown): string {
  if (typeof value === "string") return isPlain.test(value) && !taken.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (value === null || typeof value !== "object") return String(value);
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return `{ ${pairs.map(([key, each]) => `${flowText(key)}: ${flowText(each)}`).join(", ")} }`;
}

/**
 * A YAML text that is changed only where something is put in, so that comments, order, quotes and line ends stay as they were written.
 * The text must have been read without problems before.
 */
export class YamlText {
  #text: string;
  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  #root(): Node | null {
    return parseDocument(this.#text, { version: "1.2", schema: "core", merge: false }).contents;
  }

  #node(path: Path): Node | null {
    return path.reduce<Node | null>((node, step) => childOf(node, step), this.#root());
  }

  #apply({ at, to, put }: Edit): void {
    this.#text = this.#text.slice(0, at) + put + this.#text.slice(to);
  }

  /** The line, from 1, of the value at a path. */
  lineOf(path: Path): number {
    const offset = this.#node(path)?.range?.[0] ?? 0;
    return this.#text.slice(0, offset).split("\n").length;
  }

  /** Whether the mapping around a path has its last key, with a value or without. */
  has(path: Path): boolean {
    const parent = this.#node(path.slice(0, -1));
    return isMap(parent) && parent.items.some((each) => isScalar(each.key) && String(each.key.value) === String(path.at(-1)));
  }

  /** Puts another value in the place of one that is there. */
  replace(path: Path, value: unknown): void {
    const range = this.#node(path)?.range;
    if (range !== null && range !== undefined) this.#apply({ at: range[0], to: range[1], put: flowText(value) });
  }

  /** Adds a key to the mapping at a path, which must be there and must not have the key. */
  addKey(path: Path, key: string, value: unknown): void {
    const map = this.#node(path);
    const pair = `${flowText(key)}: ${flowText(value)}`;
    if (isMap(map)) this.#apply(map.flow === true ? inFlow(this.#text, map, pair) : inBlock(this.#text, map, pair));
  }

  /** Adds an entry to the list under a key of the root, which is put at the end where it is not there. */
  addEntry(key: string, value: unknown): void {
    const list = this.#node([key]);
    if (isSeq(list)) {
      if (list.flow === true || list.items.length === 0) this.#apply(inFlow(this.#text, list, flowText(value)));
      else this.#apply(inBlock(this.#text, list, `- ${flowText(value)}`));
      return;
    }
    const root = this.#root();
    if (isMap(root) && root.flow === true) this.#apply(inFlow(this.#text, root, `${key}: [${flowText(value)}]`));
    else {
      const gap = this.#text === "" || this.#text.endsWith("\n") ? "" : "\n";
      this.#apply({ at: this.#text.length, to: this.#text.length, put: `${gap}${key}:\n  - ${flowText(value)}\n` });
    }
  }
}

function childOf(node: Node | null, step: string | number): Node | null {
  if (isSeq(node)) return (node.items[Number(step)] as Node | undefined) ?? null;
  if (!isMap(node)) return null;
  return (node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))?.value as Node | null | undefined) ?? null;
}

/** Behind the last entry of a flow collection, before a comma that may stand there already. */
function inFlow(text: string, collection: YAMLMap | YAMLSeq, entry: string): Edit {
  const last = lastNode(collection);
  if (last !== null) return { at: endOf(last), to: endOf(last), put: `, ${entry}` };
  const close = (collection.range?.[1] ?? text.length) - 1;
  return { at: (collection.range?.[0] ?? 0) + 1, to: close, put: isMap(collection) ? ` ${entry} ` : entry };
}

/** On a line of its own behind the last entry of a block collection, as far in as the first. */
function inBlock(text: string, collection: YAMLMap | YAMLSeq, entry: string): Edit {
  const start = firstOffset(collection);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  // A list's first entry stands behind its dash; a mapping's first key may itself stand behind one.
  const column = isSeq(collection) ? text.slice(lineStart, start).lastIndexOf("-") : start - lineStart;
  const last = lastNode(collection);
  const end = last === null ? start : endOf(last);
  const newline = text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
  const at = newline === -1 ? text.length : newline;
  const carriage = text[at - 1] === "\r" ? "\r" : "";
  return { at: at - carriage.length, to: at - carriage.length, put: `${carriage}\n${" ".repeat(column)}${entry}` };
}

const firstOffset = (collection: YAMLMap | YAMLSeq): number => {
  const first = collection.items[0] as Pair<Node> | Node | undefined;
  const node = first !== undefined && "key" in first ? first.key : first;
  return node?.range?.[0] ?? collection.range?.[0] ?? 0;
};

/** The last node of a collection: a value, or the key of a pair without one. */
function lastNode(collection: YAMLMap | YAMLSeq): Node | null {
  const last = collection.items.at(-1) as Pair<Node, Node | null> | Node | undefined;
  if (last === undefined) return null;
  if (!("key" in last)) return last;
  return last.value !== null && last.value.range !== undefined && last.value.range !== null && last.value.range[1] > last.value.range[0] ? last.value : last.key;
}

/** Where the words of a node end, without the blanks and comments that a block collection takes in. */
function endOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = lastNode(node);
    if (last !== null) return endOf(last);
  }
  return node.range?.[1] ?? 0;
}
