import type { Derivation, TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { derivationKinds, one } from "./vocabulary.js";

/** A derivation between any two of some things. */
export interface Weft {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly isOurs: boolean;
  readonly on: string | null;
}

export const weft: fc.Arbitrary<Weft> = fc.record({ from: fc.nat(), to: fc.nat(), by: one(["copy", "merge", "include", "include", "train", "finetune", ...derivationKinds]), isOurs: fc.boolean(), on: one([null, null, "2023-01-01", "2026-03-01"]) });

/** The graph with derivations between any of some things, so that many ways lead from most to what is made of them. */
export function woven(graph: TitleGraph, things: readonly string[], wefts: readonly Weft[]): TitleGraph {
  const derivations = new Map(graph.derivations);
  for (const [n, { from, to, by, isOurs, on }] of wefts.entries()) {
    const [source, result] = [things[from % things.length]!, things[to % things.length]!];
    if (source === result) continue;
    derivations.set(`weft-${n}`, { id: `weft-${n}`, from: [source], to: result, by, who: isOurs ? graph.us : `a-weaver-${n}`, during: { from: on, to: null }, in: on === null ? [] : ["DE"], purpose: [], field: [], facts: [], acts: [] } satisfies Derivation);
  }
  return { ...graph, derivations };
}
