import type { Condition, FactDefinition, Instrument, Law, NormOf, PlaceIndex, Taxonomies, Truth } from "@cleartitle/norms";
import type { Act } from "../../act.js";
import type { Premise } from "../../decision.js";
import type { World } from "../../world.js";
import type { Reading } from "../request-test.js";
import type { CompiledGraph } from "../graph.js";
import type { Budget } from "../over-budget.js";
import type { Moment } from "../state/moment.js";
import type { State } from "../state/state.js";
import type { LawBook } from "./law-book.js";
import type { Standpoint } from "./standpoint.js";
import type { TextBook } from "./text-book.js";

/** A rule by which an unknown fact is presumed. */
export interface Presumption {
  readonly law: Law;
  readonly norm: NormOf<"presume">;
}

/** A condition judged: its truth as things stand, its truth if every undertaking is kept, and what it rests on. */
export interface Told {
  readonly truth: Truth;
  readonly kept: Truth;
  readonly premises: readonly Premise[];
}

/** What is the same for all questions to a catalogue. */
export interface CatalogueCore {
  readonly catalogue: World["catalogue"];
  readonly taxonomies: Taxonomies;
  readonly places: PlaceIndex;
  readonly laws: LawBook;
  readonly texts: TextBook;
  /** Judges a condition where it is read. `permit`: every purpose asked must be covered; `prohibit`: one that is touched suffices. */
  readonly telling: { readonly tell: (condition: Condition | undefined, spot: Spot, reading: Reading) => Told };
  /** Presumptions by their fact, and facts by their layer. */
  readonly presumptions: ReadonlyMap<string, readonly Presumption[]>;
  readonly factsByLayer: ReadonlyMap<string, readonly FactDefinition[]>;
  /** Places and groups that have a law. */
  readonly jurisdictions: readonly string[];
  /** Licenses under which something might go out, in order of id. */
  readonly licenses: readonly Instrument[];
}

/** A world as it is judged: its catalogue, its graph, and what stands in it by what was known. */
export interface Core {
  readonly world: World;
  readonly of: CatalogueCore;
  /** How much one question of it may hold. */
  readonly budget: Budget;
  readonly graph: CompiledGraph;
  readonly state: State;
  /** Assets of which a finding speaks against their publisher's grant. */
  readonly contradicted: ReadonlySet<string>;
}

/** A condition that reads only what it is told once for, and some facts of that. */
export interface WithFacts {
  readonly facts: readonly string[];
  readonly at: (spot: Spot) => Told;
}

/** What conditions come to that need not be told of each spot by itself. null: of this one they must. */
export interface ToldOnce {
  readonly of: (condition: WithFacts, spot: Spot) => Told | null;
}

/** One act in one class of places, from the standpoint that is taken. */
export interface Place {
  readonly core: Core;
  readonly standpoint: Standpoint;
  readonly act: Act;
  readonly at: Moment;
  readonly asOf: string;
  readonly knownAt: string;
  readonly atom: string;
  /** null: everything is told by itself. */
  readonly here: ToldOnce | null;
  /** null likewise. */
  readonly things: ToldOnce | null;
}

/** Where a condition is read: an act in a place, on the matter of one source. */
export interface Spot extends Place {
  readonly node: number;
  /** The asset whose rights are in question. */
  readonly source: string;
  /** From the thing acted on to the source. */
  readonly path: readonly string[];
  readonly text: Instrument | Law | null;
  /** Nothing is presumed where a presumption is tested: it rests on what is known. */
  readonly plain?: boolean;
}

export function spotAt(place: Place, source: string, path: readonly string[], text: Spot["text"] = null): Spot {
  const { core, standpoint, act, at, asOf, knownAt, atom, here, things } = place;
  return { core, standpoint, act, at, asOf, knownAt, atom, here, things, node: nodeOf(core, source), source, path, text };
}

/** The number of an asset; -1: the graph has no such thing. */
export const nodeOf = ({ graph }: Core, asset: string): number => graph.numberOf.get(asset) ?? -1;

/** Who licenses what is in question at a spot; null: nobody is recorded, or several are. */
export const publisherAt = ({ core: { state }, node, at }: Spot): string | null => (node < 0 ? null : state.licensors.soleOf(node, at));

/** What is recorded of a spot's source; nothing of a middle that nobody recorded. */
export const assetOf = ({ core: { graph, world } }: Place, asset: string) => {
  const node = graph.numberOf.get(asset);
  return node !== undefined && graph.virtual[node] === 1 ? undefined : world.graph.assets.get(asset);
};
