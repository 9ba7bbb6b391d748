import type { Law, Norm, PlaceIndex } from "@cleartitle/norms";
import type { Moment } from "../state/moment.js";

export interface LawNorm<K extends Norm["kind"]> {
  readonly law: Law;
  readonly norm: Norm & { kind: K };
}

/** Whether a norm speaks on a date; of an act without one nothing is said to be out of force. */
export const speaksOn = ({ inForce }: Pick<Norm, "inForce">, date: string | null): boolean => date === null || ((inForce?.from ?? date) <= date && date <= (inForce?.to ?? date));

/** Guidance, proposals and what is pending or unsettled are no rule by themselves. */
const isRule = ({ authorityKind, confidence }: Law): boolean => authorityKind !== "guidance" && authorityKind !== "proposal" && confidence !== "pending" && confidence !== "unsettled";

/** Rules in force in a place on a date, in order of id, with their norms by kind. */
export class PlaceLaw {
  readonly #norms = new Map<Norm["kind"], readonly LawNorm<Norm["kind"]>[]>();

  constructor(readonly laws: readonly Law[], readonly date: string | null) {}

  norms<K extends Norm["kind"]>(kind: K): readonly LawNorm<K>[] {
    let norms = this.#norms.get(kind);
    if (norms === undefined) {
      norms = this.laws.flatMap((law) => law.norms.flatMap((norm): LawNorm<Norm["kind"]>[] => (norm.kind === kind && speaksOn(norm, this.date) ? [{ law, norm }] : [])));
      this.#norms.set(kind, norms);
    }
    return norms as readonly LawNorm<K>[];
  }
}

/** The rules of a catalogue by place and date. */
export class LawBook {
  readonly #rules: readonly Law[];
  readonly #places: PlaceIndex;
  readonly #known = new Map<string, PlaceLaw>();

  constructor(laws: Iterable<Law>, places: PlaceIndex) {
    this.#rules = [...laws].filter(isRule).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.#places = places;
  }

  in(atom: string, { date, day }: Moment): PlaceLaw {
    const key = date === null ? `${atom}\u0000\u0000${day}` : `${atom}\u0000${date}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const inside = new Map<string, boolean>();
      const isIn = (jurisdiction: string): boolean => {
        const seen = inside.get(jurisdiction) ?? this.#places.contains(jurisdiction, atom, day) === "true";
        inside.set(jurisdiction, seen);
        return seen;
      };
      this.#known.set(key, (known = new PlaceLaw(this.#rules.filter((law) => speaksOn(law, date) && isIn(law.jurisdiction)), date)));
    }
    return known;
  }
}
