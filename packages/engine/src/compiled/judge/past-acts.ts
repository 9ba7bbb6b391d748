import { acquisitionName, isToldApart, type Derivation } from "@cleartitle/title";
import type { Act } from "../../act.js";
import { open } from "../date-ranks.js";
import { endOf, startOf } from "../edges.js";
import { Waiting } from "../waiting.js";
import type { Core } from "./spot.js";
import { nodeOf } from "./spot.js";

/** A recorded act, where it was done, and the copies that it made. */
export interface PastAct {
  readonly act: Act;
  readonly in: readonly string[];
  readonly results: readonly string[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Recorded acts on everything that is in a thing on a day, in order of date, id and object. Acts of others count for what came of them. */
export function actsBehind(object: string, day: string, core: Core): PastAct[] {
  const { derivations: found, nodes: assets } = behind(nodeOf(core, object), core.graph.dates.of(day, open), core);
  const derivations = new Map(found.map((number) => core.graph.derivations[number]!).map((each) => [each.id, each] as const));
  for (const node of assets) for (const ending of core.state.endings.at(node)) if ((ending.during.from ?? day) <= day) derivations.set(ending.id, ending);
  const acts = [...[...derivations.values()].flatMap((derivation) => actsIn(derivation, day, core)), ...[...assets].flatMap((node) => acquisitionsOf(node, core))];
  return acts.filter(({ act }) => act.actions.length > 0 && (act.date ?? "") <= day)
    .toSorted((a, b) => compare(a.act.date ?? "", b.act.date ?? "") || compare(a.act.id, b.act.id) || compare(a.act.object, b.act.object));
}

/** How many of the acts, in their order, meet no more claims than a budget allows, and how many they meet: each those of all that its object came from by its day. */
export function countWithin(acts: readonly PastAct[], budget: number, core: Core): { readonly judged: number; readonly claims: number } {
  const counts = new Map<string, number>();
  let left = budget;
  for (const [i, { act: { object, date } }] of acts.entries()) {
    const key = `${object}\u0000${date ?? ""}`;
    let count = counts.get(key);
    if (count === undefined) counts.set(key, (count = Math.max(1, behind(nodeOf(core, object), core.graph.dates.of(date, open), core, left).nodes.length)));
    if (count > left) return { judged: i, claims: budget - left };
    left -= count;
  }
  return { judged: acts.length, claims: budget - left };
}

/** What a thing came from by a day, latest day first, so that each thing is left once; no further where more than `most` are found. */
function behind(start: number, day: number, core: Core, most = Number.POSITIVE_INFINITY): { derivations: number[]; nodes: number[] } {
  const { edges } = core.graph;
  const derivations = new Set<number>();
  const until = new Map<number, number>();
  const waiting = new Waiting();
  const reach = (node: number, bound: number): void => {
    if (bound <= (until.get(node) ?? -2)) return;
    until.set(node, bound);
    waiting.add(node, -bound);
  };
  if (start >= 0) reach(start, day);
  for (let node = waiting.next(); node >= 0 && until.size <= most; node = waiting.next()) {
    const bound = until.get(node)!;
    if (waiting.day !== -bound) continue;
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const edge = edges.into[i]!;
      if (startOf(edges, edge) > bound) continue;
      derivations.add(edges.derivation[edge]!);
      reach(edges.inSource[i]!, Math.min(bound, endOf(edges, edge)));
    }
  }
  return { derivations: [...derivations], nodes: [...until.keys()] };
}

/** A derivation as acts: what each of its steps implies on its sources, and what is recorded besides. */
export function actsIn(derivation: Derivation, day: string, core: Core): PastAct[] {
  const kinds = core.of.taxonomies.derivationKinds;
  const { graph } = core;
  const chain = kinds.get(derivation.by)?.composedOf ?? [derivation.by];
  const found: PastAct[] = [];
  let sources: readonly string[] = derivation.from;
  for (const [i, by] of chain.entries()) {
    const to = i === chain.length - 1 ? derivation.to : `${derivation.id}~${by}`;
    const implies = kinds.get(by)?.implies ?? {};
    for (const object of sources) {
      const node = nodeOf(core, object);
      const kind = node < 0 ? (core.world.graph.assets.get(object)?.kind ?? "") : graph.assetKinds[graph.kind[node]!]!;
      const actions = (Object.hasOwn(implies, kind) ? implies[kind] : undefined) ?? implies["any"] ?? [];
      found.push({ act: { ...actOf({ ...derivation, by, to }, core), object, actions }, in: derivation.in, results: to === null ? [] : [to] });
    }
    if (to !== null) sources = [to];
  }
  for (const record of derivation.acts) {
    for (const date of datesOf(record, derivation, day, core)) found.push({ act: { ...actOf(derivation, core), object: record.of, actions: [record.act], date }, in: derivation.in, results: [] });
  }
  return found;
}

const actOf = (derivation: Derivation, { state }: Core): Act => ({
  id: derivation.id, tense: "past", object: "", actions: [], actor: derivation.who, date: derivation.during.from, purposes: derivation.purpose, fields: derivation.field,
  recipients: [], hosted: [], facts: state.told.ofDerivation(derivation), scale: [], derivation, named: null,
});

/** When a recorded act is judged: once; one that lasts also at its end, which is a recorded deletion or else the day of the answer. */
function datesOf(record: Derivation["acts"][number], { during: { from } }: Derivation, day: string, { state, of }: Core): (string | null)[] {
  if (from === null || of.taxonomies.actions.get(record.act)?.lasting !== true) return [from];
  const deleted = state.lives.eventsOf(record.of).find((event) => event.kind === "deleted" && event.on >= from)?.on;
  const end = [record.until, deleted, day].reduce<string>((least, on) => (on != null && on < least ? on : least), day);
  return end > from ? [from, end] : [from];
}

/** Acquisitions of a thing as acts. */
export const acquisitionsOf = (node: number, { graph, world, state }: Core): PastAct[] => {
  const asset = graph.nodes[node]!;
  const acquired = graph.virtual[node] === 1 ? [] : (world.graph.assets.get(asset)?.acquired ?? []);
  // Of which of several copies without ids something is told, nobody can say.
  return acquired.map((a, i): PastAct => ({
    act: { id: acquisitionName(asset, a, i), tense: "past", object: asset, actions: ["acquire"], actor: a.who, date: a.on, purposes: a.purpose, fields: a.field, recipients: [], hosted: [], facts: isToldApart(a, acquired.length) ? state.told.ofAcquisition(acquisitionName(asset, a, i), a.facts) : a.facts, scale: [], derivation: null, named: null },
    in: a.in === null ? [] : [a.in], results: [asset],
  }));
};
