import { Diagrams, type Diagram } from "./diagram.js";
import type { Standpoint } from "./standpoint.js";

/** A contested question that an answer may turn on. */
export interface InPlay {
  readonly id: string;
  readonly options: readonly string[];
}

/** What a judgment comes to by how the contested questions are taken, and whether it turns on something besides. */
export interface Explored {
  readonly diagram: Diagram;
  readonly elsewhere: boolean;
}

/** Judges in every way in which the contested questions in play can be taken, as far as what is judged turns on them. */
export class Explorer {
  readonly diagrams: Diagrams;
  readonly #standpoint: Standpoint;
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #options: readonly (readonly string[])[];

  /** `inPlay`: the questions with their options, in the order of the diagrams. */
  constructor(standpoint: Standpoint, inPlay: readonly InPlay[]) {
    this.#standpoint = standpoint;
    this.#ranks = new Map(inPlay.map(({ id }, rank) => [id, rank]));
    this.#options = inPlay.map(({ options }) => options);
    this.diagrams = new Diagrams(inPlay.map(({ options }) => options.length + 1));
  }

  /** `atom`: the place in which alone questions are asked, so that what is adopted there is one of the options. */
  explore<T>(judge: () => T, numberOf: (value: T) => number, atom: string | null): Explored {
    const standpoint = this.#standpoint;
    const taken = new Map<string, string>();
    const settled = new Set<string>();
    let elsewhere = false;
    const walk = (): Diagram => {
      standpoint.assignment = taken;
      const { value, points } = standpoint.turning.watch(judge);
      let open: string | null = null;
      for (const point of points) {
        const position = standpoint.positionOf(point);
        if (position === null) elsewhere = true;
        else if (open === null && !settled.has(position) && this.#ranks.has(position)) open = position;
      }
      return open === null ? this.diagrams.leaf(numberOf(value)) : fork(open);
    };
    const fork = (position: string): Diagram => {
      const rank = this.#ranks.get(position)!;
      const options = this.#options[rank]!;
      settled.add(position);
      const each = options.map((option) => {
        taken.set(position, option);
        return walk();
      });
      taken.delete(position);
      const adopted = atom === null ? -1 : options.indexOf(standpoint.adopted(position, atom) ?? "");
      const by = [adopted < 0 ? walk() : each[adopted]!, ...each];
      settled.delete(position);
      return this.diagrams.select(rank, by);
    };
    return { diagram: walk(), elsewhere };
  }
}
