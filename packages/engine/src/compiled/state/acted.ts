import { IntColumn } from "@cleartitle/title";

/** Things that somebody acted on, each with the first day of it ("" where that is not recorded), as columns: there may be a million of them. */
export class Acted {
  readonly #nodes = new IntColumn();
  readonly #since = new IntColumn();
  readonly #days: string[] = [];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#nodes.length;
  }

  add(node: number, since: string): void {
    this.#nodes.push(node);
    this.#since.push(this.#numberOf(since));
  }

  nodeAt(place: number): number {
    return this.#nodes.at(place);
  }

  sinceAt(place: number): string {
    return this.#days[this.#since.at(place)]!;
  }

  /** An earlier day of what stands at a place. */
  since(place: number, day: string): void {
    this.#since.set(place, this.#numberOf(day));
  }

  /** The first day on which something was acted on of which it is asked, where things stand first day first; undefined: none was. */
  first(isAsked: (node: number) => boolean = () => true): string | undefined {
    for (let place = 0; place < this.size; place++) if (isAsked(this.nodeAt(place))) return this.sinceAt(place);
    return undefined;
  }

  /** The same, first day first. */
  byDay(): Acted {
    let sorted = true;
    for (let place = 1; sorted && place < this.size; place++) sorted = this.sinceAt(place - 1) <= this.sinceAt(place);
    if (sorted) return this;
    const days = Array.from(this.#since, (number) => this.#days[number]!);
    const found = new Acted();
    for (const place of Int32Array.from(days.keys()).toSorted((a, b) => (days[a]! < days[b]! ? -1 : days[a]! > days[b]! ? 1 : a - b))) found.add(this.nodeAt(place), days[place]!);
    return found;
  }

  *[Symbol.iterator](): Generator<readonly [node: number, since: string]> {
    for (let place = 0; place < this.size; place++) yield [this.nodeAt(place), this.sinceAt(place)];
  }

  #numberOf(day: string): number {
    let number = this.#numbers.get(day);
    if (number === undefined) this.#numbers.set(day, (number = this.#days.push(day) - 1));
    return number;
  }
}
