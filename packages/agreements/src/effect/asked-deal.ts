import { type Decide, type DecideOptions, type Decision, follow, type Impact, impactOf, type World } from "@cleartitle/engine";
import { canonicalJson, type Problem, type Status } from "@cleartitle/norms";
import { applyChanges, type ChangeSet } from "@cleartitle/title";
import type { ClauseLibrary } from "../clause/library.js";
import { compileDeal, type Compiled } from "../compile/compile.js";
import type { Deal } from "../deal/deal.js";
import type { DealFile } from "../deal/read-deal.js";
import { withParts } from "./deal-part.js";
import { worldWith } from "./deal-world.js";

/** A deal with some parts as in its other state, and the world in which it holds. */
export interface DealState {
  readonly compiled: Compiled;
  readonly world: World;
  /** What turns the world of the deal as it was into this one. */
  readonly changes: ChangeSet;
}

export type Stated = { readonly state: DealState } | { readonly problems: readonly Problem[] };

export interface AskedDeals {
  readonly before: DealFile;
  readonly after: DealFile;
  readonly world: World;
  readonly library: ClauseLibrary;
  readonly decide: Decide;
  readonly options: DecideOptions;
  /** Most uses that are decided in a comparison. */
  readonly budget: number;
}

const standIn = "as if it were signed as it stands";

/**
 * Two states of a deal as they are asked: under one id, and both signed, since a draft grants nothing. One that nobody signed is asked as signed when the
 * other one was, or on the day of the first state: that it was signed on another day is no change of a clause.
 */
function asSigned(before: Deal, after: Deal): { readonly before: Deal; readonly after: Deal } {
  const signed = before.signed ?? after.signed ?? { on: before.written, evidence: standIn };
  const { id, title, written } = before;
  return { before: { ...before, signed: before.signed ?? signed }, after: { ...after, id, title, written, signed: after.signed ?? signed } };
}

/** Texts that take the place of others from a day on, as amendments of a recorded agreement do. */
function laterTexts(graph: World["graph"], ids: ReadonlySet<string>): string[] {
  const found = [...graph.instruments.values()].filter(({ id, supersedes }) => supersedes !== undefined && ids.has(supersedes) && !ids.has(id)).map(({ id }) => id);
  return found.length === 0 ? [] : [...found, ...laterTexts(graph, new Set([...ids, ...found]))];
}

interface KeptFirst {
  readonly key: string;
  readonly state: DealState;
  readonly answers: Map<string, Decision>;
}

/** First states of a recorded world that were asked last: who tries one version after another holds them against the same deal. */
const mostKept = 4;
const kept = new WeakMap<World, readonly KeptFirst[]>();

/** Asks worlds in which a deal holds with some of its parts as they were and some as they are; each answer is asked for once. */
export class DealAsker {
  /** Decisions that were asked of the engine. */
  decided = 0;
  readonly deals: { readonly before: Deal; readonly after: Deal };
  readonly #asked: AskedDeals;
  readonly #base: World;
  readonly #states = new Map<string, Stated>();
  /** What the first state is made of beside the world, and how it is asked. */
  readonly #firstKey: string;
  readonly #answers = new WeakMap<World, Map<string, Decision>>();

  constructor(asked: AskedDeals) {
    this.#asked = asked;
    this.deals = asSigned(asked.before.deal, asked.after.deal);
    // Another id of the same deal, and texts of its amendments, would go on to hold beside it or in its place.
    const { before: { deal: { id } }, after: { deal: { id: other } }, world } = asked;
    const held = [...(other !== id && world.graph.instruments.has(other) ? [other] : []), ...laterTexts(world.graph, new Set([id, other]))];
    this.#firstKey = canonicalJson([this.deals.before, held, asked.options]);
    const taken = held.map((instrument) => ({ change: "remove-instrument", instrument }) as const);
    this.#base = held.length === 0 ? world : { ...world, graph: applyChanges(world.graph, taken) };
    follow(world, this.#base, taken);
  }

  /** The deal as it was, with the parts of these ids as they are now. */
  state(ids: readonly string[]): Stated {
    const key = ids.toSorted().join("\u0000");
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const made = key === "" ? this.#first() : this.#made(new Set(ids));
    this.#states.set(key, made);
    return made;
  }

  #first(): Stated {
    const { world } = this.#asked;
    const all = kept.get(world) ?? [];
    const known = all.find(({ key }) => key === this.#firstKey);
    if (known !== undefined) return known;
    const made = this.#made(new Set());
    if ("state" in made) kept.set(world, [...all, { key: this.#firstKey, state: made.state, answers: new Map<string, Decision>() }].slice(-mostKept));
    return made;
  }

  /** Both whole states are given as files, so that what is wrong is told at its place. */
  #made(ids: ReadonlySet<string>): Stated {
    const { before, after, library, world: { catalogue } } = this.#asked;
    const deal = withParts(this.deals.before, this.deals.after, ids);
    const { document } = ids.size === 0 ? before : after;
    const { compiled, problems } = compileDeal({ deal, document }, { library, taxonomies: catalogue.taxonomies });
    if (compiled === null) return { problems };
    const first = ids.size === 0 ? null : this.state([]);
    if (first !== null && "problems" in first) return first;
    const on = first === null ? this.#base : first.state.world;
    const made = worldWith(on, deal, compiled, catalogue.taxonomies);
    // Whoever asks may have the world as it was recorded compiled already.
    follow(on, made.world, made.changes);
    return { state: { compiled, ...made } };
  }

  readonly decide: Decide = (world, use) => {
    const answers = this.#answers.get(world) ?? new Map<string, Decision>();
    this.#answers.set(world, answers);
    const known = answers.get(use);
    if (known !== undefined) return known;
    // What another asker was answered counts as asked: whoever asks the same is told the same.
    this.decided++;
    const first = kept.get(this.#asked.world)?.find(({ key, state }) => key === this.#firstKey && state.world === world)?.answers;
    const decision = first?.get(use) ?? this.#asked.decide(world, use, { withoutRange: true, withoutProof: true, ...this.#asked.options });
    first?.set(use, decision);
    answers.set(use, decision);
    return decision;
  };

  /** What the deal does in another state than the first. */
  impact(before: DealState, after: DealState): Impact {
    return impactOf(before.world, after.world, after.changes, { decide: this.decide, options: this.#asked.options, budget: this.#asked.budget });
  }

  answerAt(state: DealState, use: string, place: string): Status | null {
    return this.decide(state.world, use, {}).byTerritory.find((each) => each.territories.includes(place))?.decision ?? null;
  }
}
