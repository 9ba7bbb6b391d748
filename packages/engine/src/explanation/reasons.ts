import { layers, statusOrder, type Layer } from "@cleartitle/norms";
import type { Reason } from "../decision.js";
import type { ProofTree } from "../proof.js";
import { distinct, distinctOptions, mergedOptions } from "./demand-draft.js";
import { factsIn, type Draft } from "./draft.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const layerRank = new Map<Layer, number>(layers.map((l, i) => [l, i]));

/** Canonical order: status (worst first), layer, depth, asset, action, instrument, norm. */
const draftOrder = (a: Draft, b: Draft): number =>
  statusOrder(b.decision, a.decision) || layerRank.get(a.layer)! - layerRank.get(b.layer)! || a.path.length - b.path.length || compare(a.asset, b.asset) || compare(a.part ?? "", b.part ?? "") ||
  compare(a.action, b.action) || compare(a.instrument ?? "", b.instrument ?? "") || compare(a.norm ?? "", b.norm ?? "") || compare(a.act ?? "", b.act ?? "") || compare(a.outcome, b.outcome) || compare(a.party, b.party);

/** What makes two reasons one: everything but where. */
const groupKey = (d: Draft): string => JSON.stringify([d.decision, d.tense, d.party, d.asset, d.layer, d.action, d.instrument, d.norm, d.outcome, d.basisKind, d.bound]);

export interface Grouped {
  readonly reasons: Reason[];
  /** Class of places → its reasons with their proofs there. */
  readonly byTerritory: ReadonlyMap<string, readonly { readonly id: string; readonly tree: ProofTree }[]>;
}

/** Groups the drafts of all territories and numbers them in canonical order, so that no traversal shows. */
export function groupReasons(drafts: ReadonlyMap<string, readonly Draft[]>, members: ReadonlyMap<string, readonly string[]>): Grouped {
  const groups = new Map<string, { draft: Draft; things: Set<string>; trees: Map<string, ProofTree[]> }>();
  for (const [atom, list] of drafts) {
    for (const draft of list) {
      const group = groups.get(groupKey(draft)) ?? { draft, things: new Set<string>(), trees: new Map<string, ProofTree[]>() };
      group.draft = better(draft, group.draft) ? united(draft, group.draft) : united(group.draft, draft);
      group.things.add(JSON.stringify([draft.part, draft.act]));
      group.trees.set(atom, [...(group.trees.get(atom) ?? []), draft.tree]);
      groups.set(groupKey(draft), group);
    }
  }
  const ordered = [...groups.values()].toSorted((a, b) => draftOrder(a.draft, b.draft) || compare([...a.trees.keys()].join(), [...b.trees.keys()].join()));
  const byTerritory = new Map<string, { id: string; tree: ProofTree }[]>();
  const reasons = ordered.map(({ draft, things, trees }, index): Reason => {
    const id = `r${index + 1}`;
    const { interval: _interval, tree: _tree, ...rest } = draft;
    for (const [atom, list] of trees) byTerritory.set(atom, [...(byTerritory.get(atom) ?? []), ...list.map((tree) => ({ id, tree }))]);
    return { id, ...rest, options: mergedOptions(rest.options), territories: [...trees.keys()].flatMap((atom) => members.get(atom) ?? [atom]).toSorted(), count: things.size };
  });
  return { reasons, byTerritory };
}

/** What was considered in any of the places of a group, so that no question is lost by grouping. */
function united(witness: Draft, other: Draft): Draft {
  const premises = distinct([...witness.premises, ...other.premises]);
  return { ...witness, premises, facts: factsIn(premises), options: distinctOptions([...witness.options, ...other.options]) };
}

/** The witness shown for a group: fewest edges, then least ids. */
const better = (a: Draft, b: Draft): boolean => a.path.length < b.path.length || (a.path.length === b.path.length && a.path.join("\u0000") < b.path.join("\u0000"));
