import type { Synthetic } from "@cleartitle/engine";
import { usageStop } from "../stop.js";
import { placesOption } from "../world.js";
import type { World } from "../io.js";

/** Options of the question that is made up for an asset. */
export interface SyntheticOptions {
  readonly purpose: string;
  readonly action?: string;
  readonly in: string;
}

/** The made-up question, its names checked against the catalogue. */
export function syntheticOf(options: SyntheticOptions, world: Omit<World, "graph">, on: string): Synthetic {
  const { purposes, actions } = world.catalogue.taxonomies;
  if (!purposes.has(options.purpose)) throw usageStop(`\`${options.purpose}\` is no purpose`, `there are ${[...purposes.keys()].join(", ")}`);
  if (options.action !== undefined && !actions.has(options.action)) throw usageStop(`\`${options.action}\` is no action`, `there are ${[...actions.keys()].join(", ")}`);
  return { purpose: options.purpose, action: options.action ?? null, in: placesOption("--in", options.in, world.catalogue), on };
}
