import { placeIndex } from "@cleartitle/catalogue";
import type { Instrument, Law, Layer, PlaceIndex } from "@cleartitle/norms";
import type { Act } from "../act.js";
import type { ExposureState } from "../decision.js";
import type { World } from "../world.js";
import type { CompiledGraph } from "./graph.js";

/** All that a demand may turn on besides the graph. */
export interface Asked {
  readonly world: World;
  readonly act: Act;
  readonly asOf: string;
  readonly knownAt: string;
  /** Whether rebuttable presumptions stand in for what is unknown. */
  readonly presume: boolean;
  /** The option taken for a contested question in a place. */
  readonly position: (id: string, atom: string) => string | null;
  /** State of earlier acts on the same copy, by layer. */
  readonly history: (asset: string, layer: Layer) => ExposureState | null;
}

/** What compiled conditions read: the question, for up to 32 classes of places. */
export interface Setting extends Asked {
  readonly graph: CompiledGraph;
  readonly places: PlaceIndex;
  readonly atoms: readonly string[];
  readonly trail: Trail;
}

/** The ways that were walked from what is acted on, each as its last node and the way before it (-1: none). */
export interface Trail {
  readonly node: number[];
  readonly parent: number[];
}

/** Where a condition is read: the source in question, and the way that led to what came of it (-1: the source is acted on itself). */
export interface Spot {
  readonly source: number;
  readonly way: number;
}

/** The text that a condition stands in. */
export type Text = Pick<Instrument | Law, "id" | "inForce"> | null;

const kept = new WeakMap<World["catalogue"], PlaceIndex>();

/** Places and groups of a catalogue. */
export function placesIn(catalogue: World["catalogue"]): PlaceIndex {
  let index = kept.get(catalogue);
  if (index === undefined) kept.set(catalogue, (index = placeIndex(catalogue)));
  return index;
}
