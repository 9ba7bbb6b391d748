import { ancestors, type Hierarchy, type Law, type Layer, type Norm, type PlaceIndex } from "@cleartitle/norms";
import { kept } from "../../kept.js";
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

  readonly #indexed = new Map<Norm["kind"], Map<Layer | null, Map<string | null, readonly LawNorm<Norm["kind"]>[]>>>();
  readonly #reserved = new Map<Layer, boolean>();
  readonly #spokenOf = new Map<Layer, boolean>();
  #free: ReadonlySet<Layer> | null = null;

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
    return this.#of("permit", layer, action, ({ permit }) => (layer === null || (permit.layers ?? ["copyright"]).includes(layer)) && this.#isAny(action, permit.actions));
  }

  /** Rules by which nobody has a right in a layer against an act. */
  unprotects(action: string, layer: Layer): readonly LawNorm<"unprotect">[] {
    return this.#of("unprotect", layer, action, ({ unprotect }) => unprotect.layer === layer && this.#isAny(action, unprotect.actions));
  }

  /** Rules that bring a layer into question: for an act, or (null) any of them. */
  raises(layer: Layer, action: string | null): readonly LawNorm<"raise">[] {
    return this.#of("raise", layer, action, ({ raise }) => raise.layer === layer && (action === null || this.#isAny(action, raise.actions)));
  }

  prohibits(action: string): readonly LawNorm<"prohibit">[] {
    return this.#of("prohibit", null, action, ({ prohibit }) => this.#isAny(action, prohibit.actions));
  }

  /** Rules by which an act brings a duty. */
  obliges(action: string): readonly LawNorm<"oblige">[] {
    return this.#of("oblige", null, action, ({ when }) => this.#isAny(action, when ?? []));
  }

  /** Whether a rule has a norm, in force then or not, by which a layer that is brought into question is reserved. */
  reserves(layer: Layer): boolean {
    return kept(this.#reserved, layer, () => this.laws.some((law) => law.norms.some((norm) => norm.kind === "raise" && norm.raise.layer === layer && norm.raise.as === "reserved")));
  }

  /** Whether a rule has a norm, in force then or not, that speaks of a layer. */
  speaksOf(layer: Layer): boolean {
    return kept(this.#spokenOf, layer, () => this.laws.some((law) => law.norms.some((norm) => isOn(norm, layer))));
  }

  /** Layers that rules bring into question in which all is free that nothing forbids. */
  get free(): ReadonlySet<Layer> {
    return (this.#free ??= new Set(this.norms("raise").flatMap(({ norm }) => (norm.raise.as === "free" ? [norm.raise.layer] : []))));
  }

  #isAny(action: string, named: readonly string[] | undefined): boolean {
    const kinds = ancestors(this.actions, action);
    return named === undefined || named.some((name) => kinds.has(name));
  }

  #of<K extends Norm["kind"]>(kind: K, layer: Layer | null, action: string | null, speaks: (norm: LawNorm<K>["norm"]) => boolean): readonly LawNorm<K>[] {
    // One map in another: a name put together for each question takes longer than what is found by it.
    const ofLayer = kept(kept(this.#indexed, kind, () => new Map<Layer | null, Map<string | null, readonly LawNorm<Norm["kind"]>[]>>()), layer, () => new Map<string | null, readonly LawNorm<Norm["kind"]>[]>());
    return kept(ofLayer, action, () => this.norms(kind).filter(({ norm }) => speaks(norm))) as readonly LawNorm<K>[];
  }
}

const isOn = (norm: Norm, layer: Layer): boolean =>
  (norm.kind === "raise" && norm.raise.layer === layer) || (norm.kind === "unprotect" && norm.unprotect.layer === layer) ||
  (norm.kind === "permit" && norm.permit.layers?.includes(layer) === true) || (norm.kind === "prohibit" && norm.prohibit.layers?.includes(layer) === true);

/** The rules of a catalogue by place and date. */
export class LawBook {
  readonly #rules: readonly Law[];
  readonly #places: PlaceIndex;
  readonly #actions: Hierarchy;
  readonly #known = new Map<string, PlaceLaw>();
  /** The same by the moments of acts, of which one is asked again and again. */
  readonly #ofMoments = new WeakMap<Moment, Map<string, PlaceLaw>>();

  constructor(laws: Iterable<Law>, places: PlaceIndex, actions: Hierarchy) {
    this.#rules = [...laws].filter(isRule).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.#places = places;
    this.#actions = actions;
  }

  in(atom: string, moment: Moment): PlaceLaw {
    return kept(kept(this.#ofMoments, moment, () => new Map<string, PlaceLaw>()), atom, () => this.#on(atom, moment));
  }

  #on(atom: string, { date, day }: Moment): PlaceLaw {
    return kept(this.#known, date === null ? `${atom}\u0000\u0000${day}` : `${atom}\u0000${date}`, () => {
      const inside = new Map<string, boolean>();
      const isIn = (jurisdiction: string): boolean => kept(inside, jurisdiction, () => this.#places.contains(jurisdiction, atom, day) === "true");
      return new PlaceLaw(this.#rules.filter((law) => speaksOn(law, date) && isIn(law.jurisdiction)), date, this.#actions);
    });
  }
}
