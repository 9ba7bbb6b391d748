import { type NameTable, PackedMap, readList } from "@cleartitle/title";

/** Names of nodes in the order of the names, and the number of each. */
export interface NodeNames {
  readonly nodes: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** The number of each name by when it was met; null: it is that. */
  readonly order: Int32Array | null;
}

/** Names of nodes as they are met, each numbered once. */
export interface NamesMet {
  readonly size: number;
  /** The number of a name by when it was met. */
  meet(name: string): number;
  inOrder(): NodeNames;
}

/** Names as texts. */
export class PlainNames implements NamesMet {
  readonly #met = new Map<string, number>();

  get size(): number {
    return this.#met.size;
  }

  meet(name: string): number {
    let number = this.#met.get(name);
    if (number === undefined) this.#met.set(name, (number = this.#met.size));
    return number;
  }

  /** -1: it was not met. */
  find(name: string): number {
    return this.#met.get(name) ?? -1;
  }

  /** As they were met. */
  names(): string[] {
    return [...this.#met.keys()];
  }

  inOrder(): NodeNames {
    const nodes = [...this.#met.keys()].toSorted();
    const numberOf = new Map(nodes.map((name, number) => [name, number] as const));
    return { nodes, numberOf, order: Int32Array.from(this.#met.keys(), (name) => numberOf.get(name)!) };
  }
}

/** Names of a table, of which a text is made when it is read, and others that are met besides: for the graph of a title that is held so. */
export class PackedNames implements NamesMet {
  readonly #known: NameTable;
  readonly #others = new PlainNames();

  /** The names of the table are met as they stand there. */
  constructor(known: NameTable) {
    this.#known = known;
  }

  get size(): number {
    return this.#known.size + this.#others.size;
  }

  meet(name: string): number {
    const known = this.#known.numberOf(name);
    return known >= 0 ? known : this.#known.size + this.#others.meet(name);
  }

  inOrder(): NodeNames {
    const [known, others] = [this.#known, this.#others.names()];
    const at = (i: number): string => (i < known.size ? known.at(i) : others[i - known.size]!);
    const size = this.size;
    if (isSorted(size, at)) return { nodes: readList(size, at), numberOf: new NumbersOfNames(this, at, null), order: null };
    const names = Array.from({ length: size }, (_, i) => at(i));
    const sorted = Int32Array.from(names.keys()).toSorted((a, b) => (names[a]! < names[b]! ? -1 : 1));
    const order = new Int32Array(size);
    for (const [number, i] of sorted.entries()) order[i] = number;
    return { nodes: readList(size, (number) => at(sorted[number]!)), numberOf: new NumbersOfNames(this, at, order), order };
  }

  /** -1: it was not met. */
  find(name: string): number {
    const known = this.#known.numberOf(name);
    if (known >= 0) return known;
    const other = this.#others.find(name);
    return other < 0 ? -1 : this.#known.size + other;
  }
}

function isSorted(size: number, at: (i: number) => string): boolean {
  let before = "";
  for (let i = 0; i < size; i++) {
    const name = at(i);
    if (name < before) return false;
    before = name;
  }
  return true;
}

class NumbersOfNames extends PackedMap<number> {
  readonly #names: PackedNames;
  readonly #order: Int32Array | null;

  constructor(names: PackedNames, override readonly idAt: (row: number) => string, order: Int32Array | null) {
    super();
    this.#names = names;
    this.#order = order;
  }

  override get size(): number {
    return this.#names.size;
  }

  override rowOf(name: string): number {
    return this.#names.find(name);
  }

  override at(row: number): number {
    return this.#order === null ? row : this.#order[row]!;
  }
}
