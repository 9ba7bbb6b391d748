import type { Interval } from "@cleartitle/norms";
import { type Asset, licensorsOf, soleOf } from "@cleartitle/title";
import type { Premise, Reason } from "../decision.js";
import type { View } from "../judgment/view.js";
import { leafTree, type ProofRoot, type ProofTree } from "../proof-tree.js";

/** A reason before it is numbered and grouped. */
export type Draft = Omit<Reason, "id" | "territories" | "count"> & { readonly interval: Interval; readonly tree: ProofRoot["tree"]; readonly twin: ProofRoot["twin"]; /** Things on its path. */ readonly depth: number };

/** What a draft may have nothing to say of. */
type Unsaid = "part" | "version" | "act" | "bound" | "instrument" | "norm" | "licensor" | "objectRole" | "cite" | "quote" | "verified" | "facts" | "premises" | "options";
type Plain = Omit<Draft, "tree" | "twin" | "depth" | Unsaid> & Partial<Pick<Draft, Unsaid>>;

/** A draft that stands on its premises: its proof is a leaf with them. */
export function standing(kind: ProofTree["kind"], said: Plain): Draft {
  const { interval, decision, tense, asset, layer, action, party, basisKind, outcome, path, cite = null, premises = [] } = said;
  return {
    interval, decision, tense, asset, part: said.part ?? null, version: said.version ?? null, layer, action, act: said.act ?? null, party, bound: said.bound ?? null, instrument: said.instrument ?? null, norm: said.norm ?? null,
    licensor: said.licensor ?? null, objectRole: said.objectRole ?? null, basisKind, cite, quote: said.quote ?? null, verified: said.verified ?? null, outcome, facts: said.facts ?? [], premises, options: said.options ?? [], path,
    depth: path.length, twin: () => null, tree: () => leafTree(kind, interval, `${action} on ${asset} (${layer}): ${outcome}`, cite, premises),
  };
}

/** Tells each judged thing once: in whatever place and however often it is met, it belongs to one act of one world, and is told the same. */
export function toldOnce<T extends object, More extends readonly unknown[]>(tell: (thing: T, view: View, ...more: More) => Draft): (thing: T, view: View, ...more: More) => Draft {
  const told = new WeakMap<T, Draft>();
  return (thing, view, ...more) => {
    let draft = told.get(thing);
    if (draft === undefined) told.set(thing, (draft = tell(thing, view, ...more)));
    return draft;
  };
}

/** What is recorded of an asset; nothing of a middle that nobody recorded. */
export const recordOf = (view: View, asset: string): Asset | null => (view.virtual.has(asset) ? null : view.question.world.graph.assets.get(asset) ?? null);
/** Who is recorded as licensing it on the day of the answer; null: nobody, or several. */
export function licensorIn({ virtual, question: { world, asOf, knownAt } }: View, asset: string): string | null {
  return virtual.has(asset) ? null : soleOf(licensorsOf(world.graph, { asset, asOf, knownAt }));
}
export const versionOf = (view: View, asset: string): string | null => recordOf(view, asset)?.version ?? null;
/** A path without the middles that nobody recorded. */
export const shown = (view: View, path: readonly string[]): string[] => path.filter((n) => !view.virtual.has(n));
export const factsIn = (premises: readonly Premise[]): string[] => [...new Set(premises.map((p) => p.reads))].toSorted();
