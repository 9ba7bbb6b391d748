import type { Derivation } from "../graph.js";
import { Frames } from "./frames.js";
import { FrontCodedColumn } from "./front-coded-column.js";
import { IntColumn } from "./int-column.js";
import { KnownNames } from "./known-names.js";
import { NameTable } from "./name-table.js";
import { PackedMap } from "./packed-map.js";
import { SmallColumn } from "./small-column.js";

type Frame = Omit<Derivation, "id" | "from" | "to">;

const nothing = -1;

/** Derivations in columns. */
export class PackedDerivations extends PackedMap<Derivation> {
  readonly #ids = new FrontCodedColumn();
  #last: string | null = null;
  /** By id, where they do not stand in the order of ids. */
  #rows: NameTable | null = null;
  /** Names of what they are from and of what came of them. */
  readonly #things: KnownNames;
  readonly #frames = new Frames<Frame>();
  readonly #frame = new SmallColumn();
  readonly #to = new IntColumn();
  /** The source of each that has one; of others, less than 0, where among the lists of sources theirs begins, with how many they are. */
  readonly #from = new IntColumn();
  readonly #sources = new IntColumn();

  /** `assets`: names of assets, which are held once. */
  constructor(assets: NameTable) {
    super();
    this.#things = new KnownNames(assets);
  }

  override get size(): number {
    return this.#frame.length;
  }

  /** Adds a derivation whose id is none of those before. */
  add({ id, from, to, ...frame }: Derivation): void {
    this.#name(id);
    this.#frame.push(this.#frames.of(frame));
    this.#to.push(to === null ? nothing : this.#things.add(to));
    if (from.length === 1) {
      this.#from.push(this.#things.add(from[0]!));
      return;
    }
    this.#from.push(-1 - this.#sources.length);
    this.#sources.push(from.length);
    for (const source of from) this.#sources.push(this.#things.add(source));
  }

  #name(id: string): void {
    if (this.#rows === null && this.#last !== null && this.#last >= id) {
      this.#rows = new NameTable();
      for (let row = 0; row < this.size; row++) this.#rows.add(this.#ids.at(row));
    }
    if (this.#rows !== null && this.#rows.add(id) !== this.size) throw new RangeError(`the derivation \`${id}\` is there already`);
    this.#ids.push(id);
    this.#last = id;
  }

  override rowOf(id: string): number {
    if (this.#rows !== null) return this.#rows.numberOf(id);
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids.at(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.#ids.is(low, id) ? low : -1;
  }

  override idAt(row: number): string {
    return this.#ids.at(row);
  }

  override at(row: number): Derivation {
    const { by, who, during, in: places, purpose, field, facts, acts } = this.#frames.at(this.#frame.at(row));
    const to = this.#to.at(row);
    return { id: this.idAt(row), from: this.#fromAt(row), to: to === nothing ? null : this.#things.at(to), by, who, during, in: places, purpose, field, facts, acts };
  }

  #fromAt(row: number): string[] {
    const source = this.#from.at(row);
    if (source >= 0) return [this.#things.at(source)];
    const start = -1 - source;
    return Array.from({ length: this.#sources.at(start) }, (_, i) => this.#things.at(this.#sources.at(start + 1 + i)));
  }
}
