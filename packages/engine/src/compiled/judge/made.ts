import { layers, type Layer } from "@cleartitle/norms";
import type { ExposureState } from "../../decision.js";
import { severity } from "./past.js";

/** What the acts by which a thing was made came to, by layer: the worst of them, on which what is asked of the thing itself may turn. */
export class Made {
  readonly #states = new Map<Layer, ExposureState>();
  /** Of two that are as bad it is the one that was met first, and nobody can say which. */
  #isOpen = false;

  constructor(states: Iterable<readonly [Layer, ExposureState]>) {
    for (const [layer, state] of states) {
      const known = this.#states.get(layer);
      if (known === undefined || severity[state] > severity[known]) this.#states.set(layer, state);
      else if (state !== known && severity[state] === severity[known]) this.#isOpen = true;
    }
  }

  /** What acts on several groups of sources came to; null: nobody can say. */
  static together(all: readonly Made[]): Made | null {
    const made = new Made(all.flatMap((each) => [...each.#states]));
    return made.#isOpen || all.some((each) => each.#isOpen) ? null : made;
  }

  /** The same text for the same states. */
  get text(): string {
    return layers.flatMap((layer) => (this.#states.has(layer) ? [`${layer} ${this.#states.get(layer)!}`] : [])).join();
  }
}
