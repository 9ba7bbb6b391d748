import { exactly, type Interval, type Layer } from "@cleartitle/norms";
import type { TitleRecord } from "@cleartitle/title";
import type { Premise } from "../decision.js";
import type { Ownership } from "../judgment/ownership.js";
import { isMaking } from "./anchor.js";
import { judgeCondition } from "./condition.js";
import { actionTerm } from "./covering.js";
import { indexOf } from "./graph-index.js";
import type { Edge } from "./lines.js";
import { instrumentsAt } from "./license-reading.js";
import { licensorsOn } from "./licensor.js";
import { isInBreach } from "./life.js";
import { groupOf } from "./quantities.js";
import { placesOf } from "./places.js";
import { rightIn } from "./right.js";
import type { Scene } from "./scene.js";
import { factsOfDerivation } from "./told.js";

/** null: nothing recorded makes the actor an owner. To use is a liberty; a power, as to license, needs a right that the place gives. */
export function ownershipOf(scene: Scene, layer: Layer, action: string): Ownership | null {
  const own = recordedOwnership(scene, layer);
  if (own === null) return null;
  const held = actionTerm(scene.env, action)?.power === true ? rightIn(scene, layer, action, own) : own;
  const group = groupOf(scene.env, scene.act.actor, scene.act.date);
  return isContested(scene, layer, group) ? contested(held, scene.source) : held;
}

/** Whether somebody else claims a right in a thing, and nothing settled it. */
export const isContested = ({ env, source }: Scene, layer: Layer, group: ReadonlySet<string>): boolean =>
  (indexOf(env.world.graph).claimsOn.get(source) ?? []).some((c) => c.layer === layer && !c.settled && !group.has(c.by));

/** The records of title to a right, as they stood on the date in the place. */
export const titleAt = (scene: Scene, layer: Layer): readonly TitleRecord[] =>
  (indexOf(scene.env.world.graph).titleOf.get(scene.source) ?? []).filter((t) => t.layer === layer && (t.on === null || scene.act.date === null || t.on <= scene.act.date) && inTerritory(scene, t));

function recordedOwnership(scene: Scene, layer: Layer): Ownership | null {
  const { env, source, act } = scene;
  const group = groupOf(env, act.actor, act.date);
  const records = titleAt(scene, layer);
  if (records.length > 0) return fromChain(records, group, source);
  if (layer !== "copyright" || !madeBy(scene, group)) return null;
  const premise: Premise = { reads: "maker of the recorded derivation", of: source, is: act.actor, needs: "the actor's own contribution", result: "true" };
  const own: Ownership = { interval: exactly("cleared"), says: "own contribution to a recorded derivation", premises: [premise], findings: [] };
  const assigned = assignedAway(scene);
  return assigned === null ? own : { ...own, interval: { best: "cleared", worst: "blocked" }, premises: [...own.premises, assigned] };
}

/** A text under which it was made that gives outputs, or what is built on the thing, to the licensor; tested at the making. */
export function assignedAway(scene: Scene): Premise | null {
  for (const edge of scene.env.lines.into.get(scene.source) ?? []) {
    const what = isMaking(scene.env, edge.kind, "generation") ? "output" : "derivative";
    for (const instrument of instrumentsAt(scene.env, edge.source, edge.derivation.during.from)) {
      const { derivation } = edge;
      const made: Scene = { ...scene, source: edge.source, path: [scene.source, edge.source], instrument, act: { ...scene.act, actor: derivation.who, date: derivation.during.from, derivation, facts: factsOfDerivation(scene.env, derivation) } };
      const norm = instrument.norms.find((n) => n.kind === "assign" && n.assign.what === what && n.assign.to === "licensor" && judgeCondition(n.if, made, "prohibit").truth !== "false");
      const left = (is: string): Premise => ({ reads: `ownership of ${what}s under ${instrument.id}`, of: scene.source, is, needs: "ours", result: "unknown" });
      if (norm !== undefined) return left(`assigned to the licensor (${norm.cite})`);
      const kept = instrument.norms.find((n) => n.kind === "assign" && n.assign.what === what && n.assign.to === "licensee" && n.assign.ifCompliant === true && isInBreach(scene.env, instrument, derivation.who, n.assign.vests === undefined ? { from: scene.act.date, to: scene.act.date } : derivation.during));
      if (kept !== undefined) return left(`not assigned after a breach (${kept.cite})`);
    }
  }
  return null;
}

function contested(own: Ownership, asset: string): Ownership {
  return { ...own, interval: { best: own.interval.best, worst: "blocked" }, premises: [...own.premises, rivalClaims(asset)], findings: [...own.findings, rivalClaim] };
}

export const rivalClaims = (asset: string): Premise => ({ reads: "rival claims", of: asset, is: "an unsettled claim", needs: "none", result: "unknown" });
export const rivalClaim: Ownership["findings"][number] = { kind: "rival-claim", detail: "somebody else claims this right" };

function inTerritory(scene: Scene, record: TitleRecord): boolean {
  return record.in.length === 0 || record.in.some((place) => place === "WORLD" || placesOf(scene.env.world).contains(place, scene.territory, scene.act.date) === "true");
}

/** What a chain of records comes to for a group: the share it has, the most that it ever had, and what is wrong with the chain. */
interface Chain {
  readonly share: number;
  readonly most: number;
  readonly gaps: readonly string[];
}

/** Follows the chain of records: each assignor must hold what it assigns. */
export function followChain(records: readonly TitleRecord[], group: ReadonlySet<string>): Chain {
  const shares = new Map<string, number>();
  const gaps: string[] = [];
  const ours = (): number => [...shares].filter(([party]) => group.has(party)).reduce((sum, [, share]) => sum + share, 0);
  let most = 0;
  for (const record of [...records].toSorted(chainOrder)) {
    const held = record.from === null ? 0 : (shares.get(record.from) ?? 0);
    if (record.from === null && (record.how === "assignment" || record.how === "order")) gaps.push(`${record.how} to ${record.to} names no assignor`);
    if (record.from !== null && held + slight < record.share) gaps.push(`${record.from} assigned ${record.share} and is recorded as holding ${held}`);
    else if (record.from !== null) shares.set(record.from, held - record.share);
    shares.set(record.to, (shares.get(record.to) ?? 0) + record.share);
    most = Math.max(most, ours());
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return { share: ours(), most, gaps: gaps.length === 0 && total > 1 + slight ? [`recorded shares add up to ${total}`] : gaps };
}

/** Shares are added up in floating point: what differs by less than this is equal. */
const slight = 1e-9;
export const isWhole = (share: number): boolean => share >= 1 - slight;

function fromChain(records: readonly TitleRecord[], group: ReadonlySet<string>, asset: string): Ownership {
  const { share, gaps } = followChain(records, group);
  const interval: Interval = share <= slight ? exactly("blocked") : gaps.length > 0 || !isWhole(share) ? { best: "cleared", worst: "blocked" } : exactly("cleared");
  const result = interval.worst === "cleared" ? "true" : interval.best === "blocked" ? "false" : "unknown";
  const premise: Premise = { reads: "chain of title", of: asset, is: `share ${share}`, needs: "the whole right, without a gap", result };
  const last = [...records].toSorted(chainOrder).at(-1)!;
  return { interval, says: `${last.how}${last.from === null ? "" : ` from ${last.from}`}${last.evidence === null ? "" : ` (${last.evidence})`}`, premises: [premise], findings: gaps.map((detail) => ({ kind: "title-gap", detail })) };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstHow = new Set(["creation", "employment", "commission"]);
const chainOrder = (a: TitleRecord, b: TitleRecord): number =>
  order(a.on ?? "", b.on ?? "") || Number(!firstHow.has(a.how)) - Number(!firstHow.has(b.how)) || (a.to < b.to ? -1 : 1);

/** Made by the group: it did a recorded derivation that results in the asset, before the asset was used, and nobody else is recorded as licensing it. */
export function madeBy(scene: Scene, group: ReadonlySet<string>): boolean {
  const { env, source, act } = scene;
  const into = env.lines.into.get(source) ?? [];
  // In a circle nothing came first, so that nobody made it from the others.
  const round = ({ derivation }: Edge): boolean =>
    (indexOf(env.world.graph).cyclesOf.get(derivation.to ?? "") ?? []).some((c) => derivation.from.some((id) => c.includes(id)));
  if (env.lines.virtual.has(source)) return !into.some(round);
  const licensors = licensorsOn(env, source, act.date);
  if (licensors.length > 0) return licensors.every((each) => group.has(each));
  return !isOlder(scene) && into.some((e) => group.has(e.derivation.who) && !round(e));
}

/** Whether a thing was there before anything is recorded to have made it: what it was then nobody recorded, nor whose. */
function isOlder({ env, source, act }: Scene): boolean {
  const made = (env.lines.into.get(source) ?? []).map((e) => e.derivation.during.from);
  if (made.length === 0 || made.includes(null)) return false;
  const first = made.reduce((a, b) => (b! < a! ? b : a))!;
  const used = (env.lines.outOf.get(source) ?? []).map(({ derivation: { during } }) => during.to ?? during.from);
  return [act.date, ...used].some((on) => on !== null && on < first);
}
