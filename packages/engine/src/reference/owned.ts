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
  const rival = (indexOf(scene.env.world.graph).claimsOn.get(scene.source) ?? []).some((c) => c.layer === layer && !c.settled && !group.has(c.by));
  return rival ? contested(held, scene.source) : held;
}

function recordedOwnership(scene: Scene, layer: Layer): Ownership | null {
  const { env, source, act } = scene;
  const group = groupOf(env, act.actor, act.date);
  const index = indexOf(env.world.graph);
  const records = (index.titleOf.get(source) ?? []).filter((t) => t.layer === layer && (t.on === null || act.date === null || t.on <= act.date) && inTerritory(scene, t));
  if (records.length > 0) return fromChain(records, group, source);
  if (layer !== "copyright" || !madeBy(scene, group)) return null;
  const premise: Premise = { reads: "maker of the recorded derivation", of: source, is: act.actor, needs: "the actor's own contribution", result: "true" };
  const own: Ownership = { interval: exactly("cleared"), says: "own contribution to a recorded derivation", premises: [premise], findings: [] };
  const assigned = assignedAway(scene);
  return assigned === null ? own : { ...own, interval: { best: "cleared", worst: "blocked" }, premises: [...own.premises, assigned] };
}

/**
 * Whether a licensor is recorded as having what it grants: `false` where the chain of title knows holders and it never was one. A grant
 * answers only for what its licensor has, so that a stranger's upload grants nothing. Where no title is recorded nothing speaks against it.
 */
export function hasTitle(scene: Scene, licensor: string | null, layer: Layer): boolean {
  const { env, source, act } = scene;
  const recorded = indexOf(env.world.graph).titleOf.get(source);
  if (licensor === null || recorded === undefined) return true;
  const records = recorded.filter((t) => t.layer === layer && (t.on === null || act.date === null || t.on <= act.date) && inTerritory(scene, t));
  if (records.length === 0) return true;
  const group = groupOf(env, licensor, act.date);
  return records.some((t) => group.has(t.to));
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
  const premise: Premise = { reads: "rival claims", of: asset, is: "an unsettled claim", needs: "none", result: "unknown" };
  return { ...own, interval: { best: own.interval.best, worst: "blocked" }, premises: [...own.premises, premise], findings: [...own.findings, { kind: "rival-claim", detail: "somebody else claims this right" }] };
}

function inTerritory(scene: Scene, record: TitleRecord): boolean {
  return record.in.length === 0 || record.in.some((place) => place === "WORLD" || placesOf(scene.env.world).contains(place, scene.territory, scene.act.date) === "true");
}

/** Follows the chain of records: each assignor must hold what it assigns. */
function fromChain(records: readonly TitleRecord[], group: ReadonlySet<string>, asset: string): Ownership {
  const shares = new Map<string, number>();
  const gaps: string[] = [];
  const give = (to: string, share: number): void => void shares.set(to, (shares.get(to) ?? 0) + share);
  for (const record of [...records].toSorted(chainOrder)) {
    if (record.from === null) {
      if (record.how === "assignment" || record.how === "order") gaps.push(`${record.how} to ${record.to} names no assignor`);
      give(record.to, record.share);
      continue;
    }
    const held = shares.get(record.from) ?? 0;
    if (held + 1e-9 < record.share) gaps.push(`${record.from} assigned ${record.share} and is recorded as holding ${held}`);
    else shares.set(record.from, held - record.share);
    give(record.to, record.share);
  }
  const ours = [...shares].filter(([party]) => group.has(party)).reduce((sum, [, share]) => sum + share, 0);
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const findings = gaps.map((detail) => ({ kind: "title-gap", detail }));
  if (gaps.length === 0 && total > 1 + 1e-9) findings.push({ kind: "title-gap", detail: `recorded shares add up to ${total}` });
  const whole = ours >= 1 - 1e-9;
  const interval: Interval = ours <= 1e-9 ? exactly("blocked") : findings.length > 0 || !whole ? { best: "cleared", worst: "blocked" } : exactly("cleared");
  const result = interval.worst === "cleared" ? "true" : interval.best === "blocked" ? "false" : "unknown";
  const premise: Premise = { reads: "chain of title", of: asset, is: `share ${ours}`, needs: "the whole right, without a gap", result };
  const last = [...records].toSorted(chainOrder).at(-1)!;
  return { interval, says: `${last.how}${last.from === null ? "" : ` from ${last.from}`}${last.evidence === null ? "" : ` (${last.evidence})`}`, premises: [premise], findings };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstHow = new Set(["creation", "employment", "commission"]);
const chainOrder = (a: TitleRecord, b: TitleRecord): number =>
  order(a.on ?? "", b.on ?? "") || Number(!firstHow.has(a.how)) - Number(!firstHow.has(b.how)) || (a.to < b.to ? -1 : 1);

/** Made by the group: it did a recorded derivation that results in the asset, and nobody else is recorded as licensing it. */
export function madeBy(scene: Scene, group: ReadonlySet<string>): boolean {
  const { env, source } = scene;
  const into = env.lines.into.get(source) ?? [];
  // In a circle nothing came first, so that nobody made it from the others.
  const round = ({ derivation }: Edge): boolean =>
    (indexOf(env.world.graph).cyclesOf.get(derivation.to ?? "") ?? []).some((c) => derivation.from.some((id) => c.includes(id)));
  if (env.lines.virtual.has(source)) return !into.some(round);
  const licensor = env.lines.assets.get(source)?.licensor ?? null;
  if (licensor !== null && !group.has(licensor)) return false;
  return into.some((e) => group.has(e.derivation.who) && !round(e)) || licensor !== null;
}
