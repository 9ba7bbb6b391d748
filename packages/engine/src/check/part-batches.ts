/** Pieces that are judged together, by number: what is asked of a thing itself, and what groups of sources bring to it. */
export interface PartBatch {
  readonly own: number;
  readonly parts: readonly number[];
  /** Batches of each of its parts alone, for those of which it cannot be told what they bring; none of a single part. */
  readonly singles: readonly number[];
  /** The parts are told elsewhere, and may have things in common: what is asked of the thing itself is told beside them. */
  readonly isOfOwn: boolean;
}

/** What may be judged together: things of which another is asked themselves, and groups of sources that bring the same to each of them, each with all that is upstream of it. */
interface Together {
  /** With the parts of the question about such a thing that has the fewest upstream. */
  readonly own: Map<number, Fewest>;
  readonly parts: Map<number, readonly string[]>;
}

interface Fewest {
  readonly parts: readonly number[];
  readonly things: number;
}

/** Parts of one batch: with more of them together what each takes grows again. */
const most = 8;

/** Which pieces are judged together. */
export class PartBatches {
  readonly all: PartBatch[] = [];
  /** Those that are judged first. */
  readonly first: number[] = [];
  readonly #together = new Map<string, Together>();

  /** A question that has these pieces; `bringing`: in which questions parts bring the same; `things`: what is upstream. */
  add(bringing: string, own: number, parts: readonly { readonly number: number; readonly things: readonly string[] }[]): void {
    let together = this.#together.get(bringing);
    if (together === undefined) this.#together.set(bringing, (together = { own: new Map(), parts: new Map() }));
    const all = parts.reduce((sum, part) => sum + part.things.length, 0);
    if (all < (together.own.get(own)?.things ?? Infinity)) together.own.set(own, { parts: parts.map(({ number }) => number), things: all });
    for (const { number, things } of parts) if (!together.parts.has(number)) together.parts.set(number, things);
  }

  /** To be called when all are added: each piece is in one batch at least. */
  plan(): void {
    for (const { own, parts } of this.#together.values()) {
      const [things, groups] = [[...own], apart(parts)];
      for (const [i, group] of groups.entries()) this.first.push(this.#put(things[i % things.length]![0], group));
      for (const [thing, fewest] of things.slice(groups.length)) this.first.push(this.all.push({ own: thing, parts: fewest.parts, singles: [], isOfOwn: true }) - 1);
    }
  }

  #put(own: number, parts: readonly number[]): number {
    const singles = parts.length < 2 ? [] : parts.map((part) => this.#put(own, [part]));
    return this.all.push({ own, parts, singles, isOfOwn: false }) - 1;
  }
}

/** Parts that have nothing upstream in common together: what is in a thing by two ways is told by the nearer. */
function apart(parts: Together["parts"]): readonly (readonly number[])[] {
  const groups: { readonly parts: number[]; readonly things: Set<string> }[] = [];
  for (const [part, things] of parts) {
    let group = groups.find((each) => each.parts.length < most && !things.some((thing) => each.things.has(thing)));
    if (group === undefined) groups.push((group = { parts: [], things: new Set() }));
    group.parts.push(part);
    for (const thing of things) group.things.add(thing);
  }
  return groups.map((group) => group.parts);
}
