import { ancestors, type Hierarchy, type Law, type Layer, type Norm, type PlaceIndex } from "@cleartitle/norms";
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

  readonly #indexed = new Map<string, readonly LawNorm<Norm["kind"]>[]>();

  constructor(readonly laws: readonly Law[], readonly date: string | null, readonly actions: Hierarchy) {}

  norms<K extends Norm["kind"]>(kind: K): readonly LawNorm<K>[] {
    let norms = this.#norms.get(kind);
    if (norms === undefined) {
      norms = this.laws.flatMap((law) => law.norms.flatMap((norm): LawNorm<Norm["kind"]>[] => (norm.kind === kind && speaksOn(norm, this.date) ? [{ law, norm }] : [])));
      this.#norms.set(kind, norms);
    }
    return norms as readonly LawNorm<K>[];
  }

  /** Exceptions that give an act, in one layer or in any. */
  permits(action: string, layer: Layer | null): readonly LawNorm<"permit">[] {
    return this.#of("permit", `${layer ?? ""} ${action}`, ({ permit }) => (layer === null || (permit.layers ?? ["copyright"]).includes(layer)) && this.#isAny(action, permit.actions));
  }

  /** Rules by which nobody has a right in a layer against an act. */
  unprotects(action: string, layer: Layer): readonly LawNorm<"unprotect">[] {
    return this.#of("unprotect", `${layer} ${action}`, ({ unprotect }) => unprotect.layer === layer && this.#isAny(action, unprotect.actions));
  }

  /** Rules that bring a layer into question: for an act, or (null) any of them. */
  raises(layer: Layer, action: string | null): readonly LawNorm<"raise">[] {
    return this.#of("raise", `${layer} ${action ?? ""}`, ({ raise }) => raise.layer === layer && (action === null || this.#isAny(action, raise.actions)));
  }

  prohibits(action: string): readonly LawNorm<"prohibit">[] {
    return this.#of("prohibit", action, ({ prohibit }) => this.#isAny(action, prohibit.actions));
  }

  #isAny(action: string, named: readonly string[] | undefined): boolean {
    const kinds = ancestors(this.actions, action);
    return named === undefined || named.some((name) => kinds.has(name));
  }

  #of<K extends Norm["kind"]>(kind: K, key: string, speaks: (norm: LawNorm<K>["norm"]) => boolean): readonly LawNorm<K>[] {
    const name = `${kind} ${key}`;
    let found = this.#indexed.get(name);
    if (found === undefined) this.#indexed.set(name, (found = this.norms(kind).filter(({ norm }) => speaks(norm))));
    return found as readonly LawNorm<K>[];
  }
}

/** The rules of a catalogue by place and date. */
export class LawBook {
  readonly #rules: readonly Law[];
  readonly #places: PlaceIndex;
  readonly #actions: Hierarchy;
  readonly #known = new Map<string, PlaceLaw>();

  constructor(laws: Iterable<Law>, places: PlaceIndex, actions: Hierarchy) {
    this.#rules = [...laws].filter(isRule).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.#places = places;
    this.#actions = actions;
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
      this.#known.set(key, (known = new PlaceLaw(this.#rules.filter((law) => speaksOn(law, date) && isIn(law.jurisdiction)), date, this.#actions)));
    }
    return known;
  }
}
