import { compareProblems, type Problem } from "@cleartitle/norms";

/** Problems that are kept; a text that is no ledger has one on every line. */
const most = 100;

/** What was found, and which entry is the first that is bad. */
export class Faults {
  readonly #kept: Problem[] = [];
  #count = 0;
  #first: number | null = null;

  /** `entry`: which one is bad, where it is known. */
  add(found: Problem, entry: number | null): void {
    this.#count += 1;
    if (entry !== null && (this.#first === null || entry < this.#first)) this.#first = entry;
    if (this.#kept.length < most) this.#kept.push(found);
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  get first(): number | null {
    return this.#first;
  }

  /** Beyond those kept. */
  get more(): number {
    return this.#count - this.#kept.length;
  }

  /** In the order of the entries: what is told of files beside them comes after. */
  inOrder(entries: string): readonly Problem[] {
    return this.#kept.toSorted((a, b) => Number(b.file === entries) - Number(a.file === entries) || compareProblems(a, b));
  }
}
