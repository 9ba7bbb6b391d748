import type { OfAct, Spot, Told, ToldOnce } from "./spot.js";
import { Kept } from "./turning.js";

/**
 * What conditions that read nothing but the act come to for one act in one place: told once for all things whose rights are in question there, since each would tell the same.
 * An act is judged against everything that it rests on, and most of what law asks is asked of the act.
 */
export class ToldHere implements ToldOnce {
  /** null: of something a fact of it is stated. */
  readonly #known = new Map<OfAct, Kept<Told> | null>();

  constructor(readonly act: Spot["act"], readonly at: Spot["at"], readonly atom: string) {}

  /** null: another act, day or place is asked of, or what is recorded of things may count. */
  of(condition: OfAct, spot: Spot): Told | null {
    if (spot.act !== this.act || spot.at !== this.at || spot.atom !== this.atom || spot.path[0] !== this.act.object) return null;
    let kept = this.#known.get(condition);
    if (kept === undefined) {
      const { state: { stated }, of: { presumptions } } = spot.core;
      this.#known.set(condition, (kept = condition.facts.some((fact) => stated.isSaid(fact) || presumptions.has(fact)) ? null : new Kept()));
    }
    return kept === null ? null : spot.standpoint.turning.once(kept, () => condition.at(spot));
  }
}
