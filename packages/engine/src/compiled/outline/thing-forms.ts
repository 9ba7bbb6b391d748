import type { NormOf } from "@cleartitle/norms";
import type { Asset } from "@cleartitle/title";
import { doLicensorsMatter, isBare, isPlainlySaid, namedParties, namelessStatement, spokenOf } from "../judge/shapes.js";
import type { Place } from "../judge/spot.js";
import { kindsOf } from "../judge/told-leaf.js";
import { momentOf } from "../state/moment.js";
import type { Numbers } from "./numbers.js";
import { partyOf, recordedOf } from "./way-forms.js";

/** A thing that is told from every other. */
export const alone = -1;

/**
 * What is recorded of things, by number, as it bears on a planned act of which they are sources: of two with one number the same is recorded but for their names. Who
 * acts may have made them itself. A thing of which more is recorded than its description and what is stated of it is `alone`.
 */
export class ThingForms {
  readonly #place: Place;
  readonly #numbers: Numbers;
  /** Whoever acts, and whoever handed the thing to them. */
  readonly #groups: readonly ReadonlySet<string>[];
  readonly #spoken: ReadonlySet<string>;
  readonly #named: ReadonlySet<string>;
  readonly #licensorsMatter: boolean;
  readonly #contributions: readonly string[];
  readonly #earlier: (node: number) => string;

  /** `earlier`: what earlier acts on a thing came to. */
  constructor(place: Place, numbers: Numbers, earlier: (node: number) => string) {
    const { core, act, at } = place;
    this.#earlier = earlier;
    this.#place = place;
    this.#numbers = numbers;
    this.#groups = [act.actor, ...(act.handedBy === undefined ? [] : [act.handedBy])].map((party) => core.state.groups.of(party, at.date));
    this.#spoken = spokenOf(core);
    this.#named = namedParties(core);
    this.#licensorsMatter = doLicensorsMatter(core);
    this.#contributions = core.graph.derivationKinds.map((kind) => (core.of.taxonomies.derivationKinds.get(kind)?.contribution ?? []).join());
  }

  of(node: number): number {
    const { core: { graph, world, state, of: { places } }, at } = this.#place;
    const id = graph.nodes[node]!;
    // What is called as a place is could not be told from it in another's name.
    if (graph.virtual[node] === 1 || this.#spoken.has(id) || places.knows(id)) return alone;
    const asset = world.graph.assets.get(id);
    if (asset === undefined || (asset.source !== null && this.#spoken.has(asset.source)) || asset.parts.length > 0 || asset.acquired.length > 0 || state.makers.circles.around(node) !== null) return alone;
    const said = state.stated.about(node);
    // Which of several sources counts is a matter of who said it and when.
    if (!isPlainlySaid(said, state.stated)) return alone;
    const own = this.#groups.map((group) => state.makers.isMadeBy(node, group, at));
    const under = own.includes(true) ? this.#madeUnder(node) : [];
    return under === null ? alone : this.#numbers.of(`thing ${this.#described(asset)} ${JSON.stringify([own, said.map((each) => this.#saidBy(each, asset.licensor)), this.#makings(node), under, this.#earlier(node)])}`);
  }

  #described({ id: _id, source: _source, version: _version, digest: _digest, licensor, ...rest }: Asset): string {
    return JSON.stringify([rest, this.#licensor(licensor)]);
  }

  /** Of whom nothing else is recorded, it only matters that there is one. */
  #licensor(party: string | null): string | boolean {
    return party !== null && this.#isTold(party) ? party : party !== null;
  }

  #isTold(party: string): boolean {
    const { core } = this.#place;
    const record = core.world.graph.parties.get(party);
    return this.#licensorsMatter || this.#named.has(party) || this.#groups.some((group) => group.has(party)) || (record !== undefined && !isBare(record)) || core.state.told.isToldOf("party", party);
  }

  #saidBy(statement: Parameters<typeof namelessStatement>[0], licensor: string | null): unknown {
    const isTold = statement.what !== "licensor" || (licensor !== null && this.#isTold(licensor));
    return namelessStatement(isTold ? statement : { ...statement, value: null, raw: null });
  }

  /** What the kinds of the steps into a thing tell of it: whose hand is in it, and whether it is a product of what went into it. */
  #makings(node: number): readonly string[] {
    const { core } = this.#place;
    const { edges } = core.graph;
    const found = new Set(kindsOf(core, node));
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const contribution = this.#contributions[edges.kind[edges.into[i]!]!]!;
      if (contribution !== "") found.add(contribution);
    }
    return [...found].toSorted();
  }

  /** What texts under which somebody made a thing may say of whose it is; null: it is read off what is told from all else. */
  #madeUnder(node: number): readonly string[] | null {
    const { core: { graph, state: { makers, licenses, stated } }, asOf } = this.#place;
    const found = new Set<string>();
    for (const { source, kind, derivation } of makers.into(node)) {
      const what = makers.isGeneration(kind) ? "output" : "derivative";
      const clauses = licenses.textsOf(source, momentOf(derivation.during.from, asOf)).flatMap(({ id, norms }) => norms.flatMap((norm) => (norm.kind === "assign" && norm.assign.what === what && mayTake(norm) ? [{ id, norm }] : [])));
      if (clauses.length === 0) continue;
      const ids = clauses.map(({ id, norm }) => `${id} ${norm.id}`);
      if (clauses.every(({ norm }) => norm.if === undefined)) {
        found.add(JSON.stringify([ids, derivation.during, partyOf(derivation.who, this.#place)]));
        continue;
      }
      const said = stated.about(source);
      if (this.#spoken.has(graph.nodes[source]!) || !isPlainlySaid(said, stated)) return null;
      found.add(JSON.stringify([ids, kind, graph.kind[source], said.map(namelessStatement), recordedOf(derivation, this.#place)]));
    }
    return [...found].toSorted();
  }
}

/** Whether a clause on whose a thing is may leave it to somebody else. */
const mayTake = ({ assign: { to, ifCompliant } }: NormOf<"assign">): boolean => to === "licensor" || (to === "licensee" && ifCompliant === true);
