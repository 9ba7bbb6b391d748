import { layers, statusOrder, type Layer } from "@cleartitle/norms";
import type { Reason } from "../decision.js";
import { once } from "../once.js";
import { distinct, distinctOptions, mergedOptions } from "./demand-draft.js";
import { factsIn, type Draft } from "./draft.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const layerRank = new Map<Layer, number>(layers.map((l, i) => [l, i]));

/** By what reasons stand in order. */
export type Ordered = Pick<Draft, "decision" | "layer" | "depth" | "asset" | "part" | "action" | "instrument" | "norm" | "act" | "outcome" | "party">;

/** Canonical order: status (worst first), layer, depth, asset, action, instrument, norm. */
export const reasonOrder = (a: Ordered, b: Ordered): number =>
  statusOrder(b.decision, a.decision) || layerRank.get(a.layer)! - layerRank.get(b.layer)! || a.depth - b.depth || compare(a.asset, b.asset) || compare(a.part ?? "", b.part ?? "") ||
  compare(a.action, b.action) || compare(a.instrument ?? "", b.instrument ?? "") || compare(a.norm ?? "", b.norm ?? "") || compare(a.act ?? "", b.act ?? "") || compare(a.outcome, b.outcome) || compare(a.party, b.party);

/** By what two reasons are one: everything but where. */
export type Named = Pick<Draft, "decision" | "tense" | "party" | "asset" | "layer" | "action" | "instrument" | "norm" | "outcome" | "basisKind" | "bound">;

export const reasonKey = (d: Named): string => JSON.stringify([d.decision, d.tense, d.party, d.asset, d.layer, d.action, d.instrument, d.norm, d.outcome, d.basisKind, d.bound]);

const keys = new WeakMap<Draft, string>();

function groupKey(d: Draft): string {
  let key = keys.get(d);
  if (key === undefined) keys.set(d, (key = reasonKey(d)));
  return key;
}

/** A reason as it stands in one class of places. */
interface ReasonThere {
  readonly id: string;
  readonly draft: Draft;
}

export interface Grouped {
  readonly reasons: Reason[];
  /** Class of places → its reasons as they stand there. */
  readonly byTerritory: ReadonlyMap<string, readonly ReasonThere[]>;
}

/** Drafts of one reason: what is shown of it is the first one's, what it rests on is theirs together. */
interface Group {
  drafts: Draft[];
  readonly things: Set<string>;
  readonly there: Map<string, Draft[]>;
}

/** Groups the drafts of all territories and numbers them in canonical order, so that no traversal shows. */
export function groupReasons(drafts: ReadonlyMap<string, readonly Draft[]>, members: ReadonlyMap<string, readonly string[]>): Grouped {
  const groups = new Map<string, Group>();
  for (const [atom, list] of drafts) {
    for (const draft of list) {
      const key = groupKey(draft);
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { drafts: [draft], things: new Set(), there: new Map() }));
      else if (better(draft, group.drafts[0]!)) group.drafts.unshift(draft);
      else group.drafts.push(draft);
      group.things.add(`${draft.part ?? ""}\u0000${draft.act ?? ""}`);
      const there = group.there.get(atom);
      if (there === undefined) group.there.set(atom, [draft]);
      else there.push(draft);
    }
  }
  const ordered = [...groups.values()].toSorted((a, b) => reasonOrder(a.drafts[0]!, b.drafts[0]!) || compare([...a.there.keys()].join(), [...b.there.keys()].join()));
  const byTerritory = new Map<string, ReasonThere[]>();
  const reasons = ordered.map((group, index): Reason => {
    const reason = reasonOf(`r${index + 1}`, group, members);
    for (const [atom, list] of group.there) {
      let under = byTerritory.get(atom);
      if (under === undefined) byTerritory.set(atom, (under = []));
      for (const draft of list) under.push({ id: reason.id, draft });
    }
    return reason;
  });
  return { reasons, byTerritory };
}

/** A group as one reason: what was considered in any of its places stands together, so that no question is lost by grouping. It is put together when it is read. */
function reasonOf(id: string, { drafts, things, there }: Group, members: ReadonlyMap<string, readonly string[]>): Reason {
  const [witness] = drafts as [Draft];
  const { part, version, act, bound, instrument, norm, licensor, objectRole, cite, quote, verified, decision, tense, asset, layer, action, party, basisKind, outcome } = witness;
  const each = drafts.length === 1 ? drafts : [...new Set(drafts)];
  const premises = once(() => (drafts.length === 1 ? witness.premises : distinct(each.flatMap((draft) => draft.premises))));
  const facts = once(() => (drafts.length === 1 ? witness.facts : factsIn(premises())));
  const options = once(() => mergedOptions(drafts.length === 1 ? witness.options : distinctOptions(each.flatMap((draft) => draft.options))));
  return {
    id, part, version, act, bound, instrument, norm, licensor, objectRole, cite, quote, verified,
    get facts() {
      return facts();
    },
    get premises() {
      return premises();
    },
    get options() {
      return options();
    },
    get path() {
      return witness.path;
    },
    decision, tense, asset, layer, action, party, basisKind, outcome, territories: [...there.keys()].flatMap((atom) => members.get(atom) ?? [atom]).toSorted(), count: things.size,
  };
}

/** The witness shown for a group: fewest edges, then least ids. */
const better = (a: Draft, b: Draft): boolean => a.depth < b.depth || (a.depth === b.depth && a.path.join("\u0000") < b.path.join("\u0000"));
