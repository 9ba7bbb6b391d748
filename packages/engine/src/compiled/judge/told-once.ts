import type { Core, Spot, Told, ToldOnce, WithFacts } from "./spot.js";
import { Kept } from "./turning.js";

/** Whether somebody stated one of the facts of some thing, or a rule presumes it: then what is recorded of each thing counts. */
const isOpen = (facts: readonly string[], { state: { stated }, of: { presumptions } }: Core): boolean => facts.some((fact) => stated.isSaid(fact) || presumptions.has(fact));

/**
 * What conditions that read nothing but the act come to for one act in one place: told once for all things whose rights are in question there, since each would tell the same.
 * An act is judged against everything that it rests on, and most of what law asks is asked of the act.
 */
export class ToldHere implements ToldOnce {
  /** null: what is recorded of things counts. */
  readonly #known = new Map<WithFacts, Kept<Told> | null>();

  constructor(readonly act: Spot["act"], readonly at: Spot["at"], readonly atom: string) {}

  of(condition: WithFacts, spot: Spot): Told | null {
    if (spot.act !== this.act || spot.at !== this.at || spot.atom !== this.atom || spot.path[0] !== this.act.object) return null;
    let kept = this.#known.get(condition);
    if (kept === undefined) this.#known.set(condition, (kept = isOpen(condition.facts, spot.core) ? null : new Kept()));
    return kept === null ? null : spot.standpoint.turning.once(kept, () => condition.at(spot));
  }
}

/** Answers that are held of all things: beyond, they are found again. */
const most = 200_000;

/** What conditions that read nothing but the thing whose right is in question come to in one place: told once for all acts that were done to what came of it. What an act records of itself speaks of the thing acted on, and so of no other. */
export class ToldOfThings implements ToldOnce {
  readonly #known = new Map<WithFacts, Map<string, Kept<Told>> | null>();
  #count = 0;

  of(condition: WithFacts, spot: Spot): Told | null {
    if (spot.act.tense !== "past" || spot.path.length < 2) return null;
    let known = this.#known.get(condition);
    if (known === undefined) this.#known.set(condition, (known = isOpen(condition.facts, spot.core) ? null : new Map()));
    if (known === null) return null;
    const key = `${spot.atom} ${spot.source}`;
    let kept = known.get(key);
    if (kept === undefined) {
      if (++this.#count > most) this.#forget();
      known.set(key, (kept = new Kept()));
    }
    return spot.standpoint.turning.once(kept, () => condition.at(spot));
  }

  #forget(): void {
    for (const each of this.#known.values()) each?.clear();
    this.#count = 1;
  }
}
