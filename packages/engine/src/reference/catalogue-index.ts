import { type Law, listsBy, type Norm } from "@cleartitle/norms";
import type { World } from "../world.js";

/** A rule by which an unknown fact is presumed. */
export interface Presumption {
  readonly law: Law;
  readonly norm: Norm & { kind: "presume" };
}

const presumptions = new WeakMap<World["catalogue"], ReadonlyMap<string, readonly Presumption[]>>();

/** Presumptions by their fact, in the order of the laws. */
export function presumptionsIn(catalogue: World["catalogue"]): ReadonlyMap<string, readonly Presumption[]> {
  let known = presumptions.get(catalogue);
  if (known === undefined) {
    const all = [...catalogue.laws.values()].flatMap((law) => law.norms.flatMap((norm): Presumption[] => (norm.kind === "presume" ? [{ law, norm }] : [])));
    presumptions.set(catalogue, (known = listsBy(all, ({ norm }) => [norm.presume.fact])));
  }
  return known;
}
