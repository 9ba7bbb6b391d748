import type { Instrument } from "@cleartitle/norms";
import { retoldIn, type Asset, type Derivation, type Party, type Statement } from "@cleartitle/title";
import { platformsIn } from "./platforms.js";
import type { Core } from "./spot.js";

/** A thing, or a step between two, that is told from every other. */
export const alone = -1;

/**
 * What is recorded of things and of the steps between them, by number: of two with one number the same is recorded but for their names. A thing of
 * which more is recorded than its description and what is stated of it (events, title, claims, observations, parts, a maker that is the actor) is `alone`.
 */
export class Shapes {
  readonly #core: Core;
  readonly #group: ReadonlySet<string>;
  readonly #spoken: ReadonlySet<string>;
  readonly #licensorsMatter: boolean;
  readonly #named: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();
  readonly #sources = new Map<number, number>();
  readonly #ways = new Map<number, number>();
  readonly #steps = new Map<number, ReadonlyMap<number, number>>();
  readonly #derivations = new Map<Derivation, number>();

  /** `group`: the actor with its group; what they made or license is judged as their own. */
  constructor(core: Core, group: ReadonlySet<string>) {
    this.#core = core;
    this.#group = group;
    this.#spoken = spokenOf(core);
    this.#licensorsMatter = doLicensorsMatter(core);
    this.#named = namedParties(core);
  }

  /** A thing whose rights are in question. */
  ofSource(node: number): number {
    let shape = this.#sources.get(node);
    if (shape === undefined) this.#sources.set(node, (shape = this.#sourceOf(node)));
    return shape;
  }

  /** A thing on the way from there to what is acted on. */
  ofWay(node: number): number {
    let shape = this.#ways.get(node);
    if (shape === undefined) this.#ways.set(node, (shape = this.#wayOf(node)));
    return shape;
  }

  /** All derivations by which one thing came from another. */
  ofStep(result: number, source: number): number {
    let steps = this.#steps.get(result);
    if (steps === undefined) this.#steps.set(result, (steps = this.#stepsInto(result)));
    return steps.get(source) ?? alone;
  }

  /** The number of a list of things and steps, of whom none is alone: that of the list before its last ones, and these. */
  ofList(before: number, ...last: readonly number[]): number {
    return before === alone || last.includes(alone) ? alone : this.#numberOf(`${before} ${last.join(" ")}`);
  }

  #numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }

  #sourceOf(node: number): number {
    const { state: { stated } } = this.#core;
    const asset = this.#plain(node);
    if (asset === null || asset.parts.length > 0 || asset.acquired.length > 0 || !this.#isStranger(asset.licensor)) return alone;
    const said = stated.about(node);
    // Which of several sources counts is a matter of who said it and when; what was said of one thing may be corrected by a word on another.
    if (!isPlainlySaid(said, stated)) return alone;
    const makings = this.#makingsOf(node);
    if (makings === null) return alone;
    const { id: _id, source: _source, version: _version, digest: _digest, licensor, ...rest } = asset;
    // Of whom nothing else is recorded, it only matters that there is one.
    const isTold = licensor !== null && (this.#licensorsMatter || this.#named.has(licensor));
    const statements = said.map((each) => namelessStatement(each.what === "licensor" && !isTold ? { ...each, value: null, raw: null } : each));
    return this.#numberOf(JSON.stringify(["source", rest, isTold ? licensor : licensor !== null, statements, makings]));
  }

  #wayOf(node: number): number {
    const asset = this.#plain(node);
    if (asset === null) return alone;
    const { stated } = this.#core.state;
    const facts = stated.about(node).filter(({ what }) => what.startsWith("fact:"));
    if (!isPlainlySaid(facts, stated)) return alone;
    return this.#numberOf(JSON.stringify(["way", asset.kind, facts.map(namelessStatement), this.#makingsOf(node, false)]));
  }

  /** What is recorded of a thing, where somebody described it and nothing more is recorded that names it. */
  #plain(node: number): Asset | null {
    const { graph, world, of: { places }, state: { makers } } = this.#core;
    const id = graph.nodes[node];
    // What is called as a place is could not be told from it in another's name.
    if (id === undefined || graph.virtual[node] === 1 || this.#spoken.has(id) || places.knows(id)) return null;
    const asset = world.graph.assets.get(id);
    if (asset === undefined || (asset.source !== null && this.#spoken.has(asset.source)) || makers.circles.around(node) !== null) return null;
    return asset;
  }

  /** Nobody of the actor's group, and nobody of whom more is recorded than a name. */
  #isStranger(party: string | null): boolean {
    if (party === null) return true;
    const record = this.#core.world.graph.parties.get(party);
    return !this.#group.has(party) && (record === undefined || isBare(record)) && !this.#core.state.told.isToldOf("party", party);
  }

  /** Kinds of the steps into a thing and of what they are from; null: the actor's group took one of them. */
  #makingsOf(node: number, mine = true): string[] | null {
    const { graph: { edges, derivations, derivationKinds, kind } } = this.#core;
    const found = new Set<string>();
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const edge = edges.into[i]!;
      if (mine && this.#group.has(derivations[edges.derivation[edge]!]!.who)) return null;
      found.add(`${derivationKinds[edges.kind[edge]!]!} ${kind[edges.inSource[i]!]!}`);
    }
    return [...found].toSorted();
  }

  /** By sources: those of a thing are asked one after another, and it may have thousands. */
  #stepsInto(result: number): ReadonlyMap<number, number> {
    const { edges, derivations, derivationKinds } = this.#core.graph;
    const found = new Map<number, string | null>();
    for (let i = edges.inStart[result]!; i < edges.inStart[result + 1]!; i++) {
      const edge = edges.into[i]!;
      const source = edges.inSource[i]!;
      const derivation = derivations[edges.derivation[edge]!]!;
      const before = found.get(source);
      if (before === null) continue;
      const said = `${derivationKinds[edges.kind[edge]!]!} ${this.#ofDerivation(derivation)}`;
      found.set(source, this.#core.state.told.isToldOf("derivation", derivation.id) ? null : before === undefined ? said : `${before},${said}`);
    }
    return new Map([...found].map(([source, said]) => [source, said === null ? alone : this.#numberOf(`step ${said}`)] as const));
  }

  /** What is recorded of a derivation, which may have many sources. */
  #ofDerivation(derivation: Derivation): number {
    let shape = this.#derivations.get(derivation);
    if (shape === undefined) this.#derivations.set(derivation, (shape = this.#numberOf(JSON.stringify(["derivation", namelessDerivation(derivation)]))));
    return shape;
  }
}

/** Whether it matters who licenses a thing: to who is sued, and where somebody who acts offers texts to those who publish. */
export const doLicensorsMatter = ({ world }: Core): boolean => world.graph.events.some((event) => event.kind === "litigation") || platformsIn(world).parties.size > 0;

/** Whether each thing is said once, and nothing of it was corrected by a word on whatever thing. */
export const isPlainlySaid = (said: readonly Statement[], stated: Core["state"]["stated"]): boolean => new Set(said.map((each) => each.what)).size === said.length && !said.some((each) => stated.isCorrected(each));

/** Nothing that judges reads who said it and in which file. */
export const namelessStatement = ({ id: _id, about: _about, by: _by, source: _source, ...rest }: Statement): unknown => rest;
/** Between whom a step is, the way tells; who took it bears on the matter only where it was the actor. */
export const namelessDerivation = ({ id: _id, from: _from, to: _to, who: _who, acts: _acts, ...rest }: Derivation): unknown => rest;
export const isBare = ({ id: _id, ...rest }: Party): boolean => Object.values(rest).every((value) => value === null || (Array.isArray(value) && value.length === 0));

const named = new WeakMap<Core["world"]["graph"], ReadonlySet<string>>();

/** To whom norms of texts and rules say that a duty is owed. */
const creditorsIn = (texts: Iterable<Pick<Instrument, "norms">>): (string | undefined)[] => [...texts].flatMap(({ norms }) => norms.map((norm) => (norm.kind === "oblige" ? norm.oblige.creditor : undefined)));

/** Parties that some text, rule, acceptance, event, title or statement names, that bear facts or stand in a group: what one of all others does is judged whoever it is. */
export function namedParties({ world: { graph, catalogue } }: Core): ReadonlySet<string> {
  let parties = named.get(graph);
  if (parties === undefined) {
    const texts = [...catalogue.instruments.values(), ...graph.instruments.values()];
    const bearing = [...graph.parties.values()].filter((party) => !isBare(party));
    const found = [
      graph.us, ...texts.flatMap(({ licensee, licensor }) => [licensee, licensor]), ...creditorsIn(texts), ...creditorsIn(catalogue.laws.values()), ...graph.acceptances.map((each) => each.party), ...graph.events.flatMap((each) => [each.party, each.to, each.suit?.against]),
      ...graph.title.flatMap((each) => [each.to, each.from]), ...graph.statements.flatMap(({ about }) => (about.kind === "party" ? [about.id] : [])), ...graph.claims.map((each) => each.by), ...bearing.flatMap((party) => [party.id, ...party.controlledBy.map((each) => each.party)]),
    ];
    named.set(graph, (parties = new Set(found.filter((party) => typeof party === "string"))));
  }
  return parties;
}

const all = new WeakMap<Core["world"]["graph"], ReadonlySet<string>>();

/** Names of which more is recorded than a description: of things, of where they come from, of acts. */
export function spokenOf({ world: { graph }, contradicted }: Core): ReadonlySet<string> {
  let names = all.get(graph);
  if (names === undefined) {
    const { title, claims, events, observations, covers, statements } = graph;
    names = new Set([
      ...[...title, ...claims, ...covers].map((each) => each.asset), ...[...events, ...observations].map((each) => each.of), ...contradicted, ...retoldIn(graph),
      ...statements.flatMap(({ about }) => (about.kind === "derivation" || about.kind === "acquisition" ? [about.id] : [])),
    ]);
    all.set(graph, names);
  }
  return names;
}
