import type { Instrument, Layer, Law } from "@cleartitle/norms";
import type { Act } from "../act.js";
import type { ExposureState } from "../decision.js";
import type { World } from "../world.js";
import type { Lines } from "./lines.js";

/** `permit`: every purpose asked must be covered; `prohibit`: one that is touched suffices. */
export type Reading = "permit" | "prohibit";

/** How much is taken for granted: positions as assigned, presumptions or not. */
export interface Env {
  readonly world: World;
  readonly lines: Lines;
  readonly asOf: string;
  readonly knownAt: string;
  /** The option taken for a contested question in a place. Called for every use of a position, so that those in play are known. */
  readonly position: (id: string, territory: string) => string | null;
  /** Positions of which no option is taken: what turns on one is known only where all its options say the same. */
  readonly untaken?: ReadonlySet<string>;
  /** A rebuttable presumption stands in for an unknown (not at the conservative end). */
  readonly presume: boolean;
  /** Called when a presumption is used. */
  readonly presumed: (law: Law, fact: string, value: string) => void;
}

/** Where a condition is read: an act, in one territory, on the matter of one source asset. */
export interface Scene {
  readonly env: Env;
  readonly act: Act;
  readonly territory: string;
  /** The asset whose rights are in question. */
  readonly source: string;
  /** From the thing acted on to the source. */
  readonly path: readonly string[];
  readonly instrument: Instrument | Law | null;
  /** State of earlier acts on the same copy, by layer. */
  readonly history: (asset: string, layer: Layer) => ExposureState | null;
}

/** The same act, seen from one source. */
export const sceneOn = ({ env, act, territory, history }: Pick<Scene, "env" | "act" | "territory" | "history">, source: string, path: readonly string[], instrument: Scene["instrument"]): Scene =>
  ({ env, act, territory, source, path, instrument, history });
