import { and, or, truthOf, type Condition, type FactValue, type Layer, type Truth } from "@cleartitle/norms";
import { anchorDate } from "./anchor-date.js";
import { quantityTest } from "./bounded-quantity.js";
import { always, both, bothOf, either, eitherOf, everywhere, full, never, opposite, planeOf, unsure, type Plane } from "./plane.js";
import { RecordedFact } from "./recorded-fact.js";
import type { Setting, Spot, Text } from "./setting.js";
import { stateOf } from "./state/state.js";

/** A compiled condition: the truth in every class of places at once. */
export interface Test {
  readonly at: (spot: Spot) => Plane;
  /** Whether it is the same at every spot. */
  readonly fixed: boolean;
}

/** `permit`: every purpose asked must be covered; `prohibit`: one that is touched suffices. */
export type Reading = "permit" | "prohibit";

const fixed = (plane: Plane): Test => ({ at: () => plane, fixed: true });
const varying = (truthAt: (spot: Spot) => Truth): Test => ({ at: (spot) => everywhere(truthAt(spot)), fixed: false });

/** Compiles conditions of one setting; what they read is looked up once. */
export class Conditions {
  readonly #setting: Setting;
  readonly #facts = new Map<string, RecordedFact>();
  readonly #presumptions = new Map<string, readonly Presumption[]>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Total: a name that nothing is known of is unknown, never an error. */
  test(condition: Condition | undefined, reading: Reading, text: Text): Test {
    if (condition === undefined) return fixed(always);
    if (condition === "unknown") return fixed(unsure);
    if (typeof condition === "boolean") return fixed(condition ? always : never);
    if ("all" in condition) return joined(condition.all.map((c) => this.test(c, reading, text)), bothOf);
    if ("any" in condition) return joined(condition.any.map((c) => this.test(c, reading, text)), eitherOf);
    if ("none" in condition) {
      const other = reading === "permit" ? "prohibit" : "permit";
      return joined(condition.none.map((c) => this.test(c, other, text)), (planes) => opposite(eitherOf(planes)));
    }
    if ("position" in condition) return this.#position(condition, reading, text);
    return this.#leaf(condition, reading, text);
  }

  /** Each class of places takes its own option; where every option says the same, the question does not arise. */
  #position(condition: { position: string; options: Record<string, Condition> }, reading: Reading, text: Text): Test {
    const { atoms, position, world } = this.#setting;
    const ids = world.catalogue.positions.get(condition.position)?.options.map((o) => o.id) ?? [];
    const options = ids.filter((id) => Object.hasOwn(condition.options, id));
    const tests = options.map((id) => this.test(condition.options[id], reading, text));
    const taken = options.map((option) => planeOf(atoms, (atom) => truthOf(position(condition.position, atom) === option)).t);
    const complete = options.length === ids.length;
    return joined(tests, (planes) => {
      const agreed = complete && planes.length > 0 ? { t: bothOf(planes).t, f: planes.reduce((f, p) => f & p.f, full) } : unsure;
      return planes.reduce<Plane>((sum, plane, i) => ({ t: sum.t | (plane.t & taken[i]!), f: sum.f | (plane.f & taken[i]!) }), agreed);
    });
  }

  #leaf(test: Leaf, reading: Reading, text: Text): Test {
    const { act, world, graph, history } = this.#setting;
    const { purposes, fields, recipients, partyKinds } = world.catalogue.taxonomies;
    if ("purpose" in test) return named(act.purposes, test.purpose, purposes, reading);
    if ("field" in test) return named(act.fields, test.field, fields, reading);
    if ("recipient" in test) return named(act.recipients, test.recipient, recipients, reading);
    if ("actor" in test) {
      const kind = world.graph.parties.get(act.actor)?.kind ?? null;
      return named(kind === null ? [] : [kind], test.actor, partyKinds, reading);
    }
    if ("place" in test) return fixed(placePlane(test, this.#setting, reading, text));
    if ("quantity" in test) return varying(quantityTest(test, this.#setting, text));
    if ("fact" in test) return this.#fact(test);
    if ("date" in test) {
      const dateAt = anchorDate(test.date, this.#setting, text);
      return varying((spot) => {
        const date = dateAt(spot);
        return date === null ? "unknown" : truthOf((test.from === undefined || test.from <= date) && (test.to === undefined || date <= test.to));
      });
    }
    if ("kind" in test) {
      const object = graph.numberOf.get(act.object);
      return varying((spot) => {
        const node = test.of === "object" ? object : spot.source;
        const kinds = node === undefined ? [] : kindsAt(this.#setting, node);
        return kinds.length === 0 ? "unknown" : truthOf(kinds.some((kind) => test.kind.includes(kind)));
      });
    }
    if ("derivation" in test) return fixed(everywhere(truthOf(act.derivation !== null && test.derivation.includes(act.derivation.by))));
    if ("asserted" in test) return varying((spot) => truthOf(isAsserted(this.#setting, spot.source, test.asserted as Layer)));
    return varying((spot) => {
      const state = history(graph.nodes[spot.source]!, test.exposure as Layer);
      return state === null ? "false" : state === "unknown" && !test.oneOf.includes("unknown") ? "unknown" : truthOf(test.oneOf.includes(state));
    });
  }

  #fact(test: Extract<Leaf, { fact: string }>): Test {
    const wanted = test.oneOf ?? [test.is!];
    const of = test.of ?? defaultBearer(this.#setting, test.fact);
    const key = `${test.fact}\u0000${of}`;
    let fact = this.#facts.get(key);
    if (fact === undefined) this.#facts.set(key, (fact = new RecordedFact(this.#setting, test.fact, of)));
    const recorded = fact;
    const at = (spot: Spot): Plane => {
      const held = new Set(recorded.at(spot).map((value) => wanted.includes(value)));
      if (held.size > 0) return held.size > 1 ? unsure : held.has(true) ? always : never;
      if (test.recorded === true) return never;
      return this.#setting.presume ? this.#presumed(test.fact, wanted, spot) : unsure;
    };
    return { at, fixed: false };
  }

  /** In each class the first rule that presumes the unknown fact decides. */
  #presumed(fact: string, wanted: readonly FactValue[], spot: Spot): Plane {
    let presumptions = this.#presumptions.get(fact);
    if (presumptions === undefined) this.#presumptions.set(fact, (presumptions = this.#presumptionsOf(fact)));
    let [plane, left] = [unsure, full];
    for (const { is, where, test } of presumptions) {
      const decided = left & where & test.at(spot).t;
      plane = wanted.includes(is) ? { t: plane.t | decided, f: plane.f } : { t: plane.t, f: plane.f | decided };
      left &= ~decided;
    }
    return plane;
  }

  #presumptionsOf(fact: string): readonly Presumption[] {
    // What is presumed rests on what is known, never on another presumption or on itself.
    const known = new Conditions({ ...this.#setting, presume: false });
    return [...this.#setting.world.catalogue.laws.values()].flatMap((law) => law.norms.flatMap((norm): Presumption[] => {
      if (norm.kind !== "presume" || norm.presume.fact !== fact) return [];
      const where = placePlane({ place: [law.jurisdiction] }, this.#setting, "permit", law).t;
      return [{ is: norm.presume.is, where, test: known.test(norm.if, "permit", law) }];
    }));
  }
}

interface Presumption {
  readonly is: FactValue;
  readonly where: number;
  readonly test: Test;
}

type Leaf = Exclude<Condition, boolean | "unknown" | { all: Condition[] } | { any: Condition[] } | { none: Condition[] } | { position: string; options: Record<string, Condition> }>;

function joined(tests: readonly Test[], by: (planes: readonly Plane[]) => Plane): Test {
  if (tests.every((t) => t.fixed)) return fixed(by(tests.map((t) => t.at({ source: -1, way: -1 }))));
  return { at: (spot) => by(tests.map((t) => t.at(spot))), fixed: false };
}

type Terms = ReadonlyMap<string, { isA?: string[] | undefined }>;

function named(asked: readonly string[], names: readonly string[], terms: Terms, reading: Reading): Test {
  if (asked.length === 0) return fixed(unsure);
  const each = asked.map((id): Truth => {
    const above = new Set([id]);
    for (const term of above) for (const broader of terms.get(term)?.isA ?? []) above.add(broader);
    if (names.some((name) => above.has(name))) return "true";
    return terms.has(id) && names.every((name) => terms.has(name)) ? "false" : "unknown";
  });
  return fixed(everywhere(reading === "permit" ? and(each) : or(each)));
}

type PlaceTest = Omit<Extract<Leaf, { place: string[] }>, "of" | "members"> & { of?: string | undefined; members?: string | undefined };

/** Whether the place that a constraint reads is inside one of the named groups or territories, class by class. */
function placePlane(test: PlaceTest, setting: Setting, reading: Reading, text: Text): Plane {
  const { act, world, places, asOf, atoms } = setting;
  const signed = (): string | null => anchorDate("acceptance", setting, text)({ source: -1, way: -1 }) ?? text?.inForce?.from ?? null;
  const date = (test.members === "at-signature" ? signed() : act.date) ?? asOf;
  const inside = (place: string): Truth => or(test.place.map((group) => places.contains(group, place, date)));
  const party = world.graph.parties.get(act.actor);
  const asked = test.of === "domicile" ? [party?.domicile ?? null] : test.of === "headquarters" ? [party?.headquarters ?? null] : test.of === "hosted" ? act.hosted : null;
  if (asked === null) return planeOf(atoms, inside);
  const known = asked.filter((place) => place !== null).map((place) => everywhere(inside(place)));
  if (known.length === 0) return unsure;
  return known.reduce(reading === "permit" ? both : either);
}

/** What a node is, none where nobody described it; some things, into which certain others went, are products of these besides. */
function kindsAt({ graph: { assetKinds, derivationKinds, edges, kind }, world }: Setting, node: number): string[] {
  if (kind[node] === 0) return [];
  const { taxonomies } = world.catalogue;
  const own = assetKinds[kind[node]!]!;
  const contents = taxonomies.assetKinds.get(own)?.productWith;
  if (contents === undefined) return [own];
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
    const into = derivationKinds[edges.kind[edges.into[i]!]!]!;
    if (contents.includes(assetKinds[kind[edges.inSource[i]!]!] ?? "") && taxonomies.derivationKinds.get(into)?.unsaid === "product") return [own, "product"];
  }
  return [own];
}

/** Somebody speaks of a layer: a claim or a recorded fact of the source itself. */
function isAsserted({ world, graph, knownAt, act, asOf }: Setting, node: number, layer: Layer): boolean {
  const { stated, titles } = stateOf(world, graph, knownAt);
  if (titles.isClaimed(graph.nodes[node]!, layer)) return true;
  return [...world.catalogue.taxonomies.facts.values()].some((f) => f.layer === layer && stated.fact(node, f.id, act.date ?? asOf).some((v) => v !== false && v !== "none"));
}

function defaultBearer({ world }: Setting, fact: string) {
  const of = world.catalogue.taxonomies.facts.get(fact)?.of;
  return of === undefined || of === "asset" ? "source" : of;
}
