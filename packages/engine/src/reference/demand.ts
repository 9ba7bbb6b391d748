import { and, layers, type Layer, type PersistenceRow, type Truth } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import { judgeCondition } from "./condition.js";
import { putsInQuestion } from "./covering.js";
import { lawsIn } from "./law.js";
import type { Demand } from "../judgment/demand.js";
import { boundThrough, type Edge, type Lines } from "./lines.js";
import { ownEntry } from "./own-entry.js";
import type { Act } from "../act.js";
import type { Env, Scene } from "./scene.js";

interface Step {
  readonly node: string;
  readonly action: string;
  readonly bound: string | null;
  readonly strength: Truth;
  readonly premises: readonly Premise[];
  readonly path: readonly string[];
  /** The derivations along the path, by kind and id: between the same things there may be several. */
  readonly by: readonly string[];
}

/** Where an act on `object` is, through derivations, an act on something else, layer by layer: the law's demands. */
export function demandsOf(act: Act, territory: string, env: Env, history: Scene["history"]): Demand[] {
  return layers.filter((layer) => mayArise(layer, act, territory, env)).flatMap((layer) => demandsOfLayer(act, layer, territory, env, history));
}

/** A layer that no rule of the place raises and of which nobody speaks is not asked at all. */
function mayArise(layer: Layer, act: Act, territory: string, env: Env): boolean {
  if (env.world.catalogue.taxonomies.layers.get(layer)?.always === true || env.world.graph.claims.some((c) => c.layer === layer) || act.actions.some((a) => putsInQuestion(env, a, layer))) return true;
  return lawsIn(env, territory, act.date).some((law) => law.norms.some((n) => n.kind === "raise" && n.raise.layer === layer && n.raise.as === "reserved"));
}

function demandsOfLayer(act: Act, layer: Layer, territory: string, env: Env, history: Scene["history"]): Demand[] {
  const settled = new Map<string, Step[]>();
  let frontier: Step[] = act.actions.map((action) => ({ node: act.object, action, bound: act.date, strength: "true", premises: [], path: [act.object], by: [] }));
  // Breadth first: the first step that reaches a node with a given strength is a witness with the fewest edges.
  while (frontier.length > 0) {
    const next: Step[] = [];
    for (const step of frontier.toSorted(stepOrder)) {
      const key = `${step.node}\u0000${step.action}`;
      const seen = settled.get(key) ?? [];
      if (seen.some((s) => dominates(s, step))) continue;
      settled.set(key, [...seen, step]);
      for (const edge of env.lines.into.get(step.node) ?? []) {
        const through = follow(step, edge, layer, { act, territory, env, history });
        if (through !== null) next.push(through);
      }
    }
    frontier = next;
  }
  return [...settled.values()].map((steps) => strongest(steps)).map((s) => ({ asset: s.node, layer, action: s.action, persists: s.strength, premises: s.premises, path: s.path }));
}

const rank = (t: Truth): number => (t === "true" ? 2 : t === "unknown" ? 1 : 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const stepOrder = (a: Step, b: Step): number => rank(b.strength) - rank(a.strength) || compare(a.path.join("\u0000"), b.path.join("\u0000")) || compare(a.action, b.action) || compare(a.by.join("\u0000"), b.by.join("\u0000"));
const dominates = (a: Step, b: Step): boolean => rank(a.strength) >= rank(b.strength) && (a.bound === null || (b.bound !== null && a.bound >= b.bound));
const strongest = (steps: readonly Step[]): Step => steps.reduce((a, b) => (rank(b.strength) > rank(a.strength) ? b : a));

interface Setting {
  readonly act: Act;
  readonly territory: string;
  readonly env: Env;
  readonly history: Scene["history"];
}

/** The same act one derivation further up, or null where nothing of the source is in the result. */
function follow(step: Step, edge: Edge, layer: Layer, setting: Setting): Step | null {
  const bound = boundThrough(edge, step.bound);
  if (bound === undefined) return null;
  const action = actionUpstream(setting.env, edge.kind, step.action);
  if (action === null) return null;
  const path = [...step.path, edge.source];
  const row = persistenceRow(setting.env, layer, edge, setting.env.lines);
  const scene: Scene = { env: setting.env, act: { ...setting.act, date: setting.act.date }, territory: setting.territory, source: edge.source, path, instrument: null, history: setting.history };
  const judged = row === null ? { truth: "unknown" as Truth, premises: [] } : judgeCondition(row.persists, scene, "permit");
  const strength = and([step.strength, judged.truth]);
  if (strength === "false") return null;
  return { node: edge.source, action, bound, strength, premises: [...step.premises, ...judged.premises], path, by: [...step.by, edge.kind, edge.derivation.id] };
}

/** What the act on the result is on the source; null where nothing is asked of the source. */
export function actionUpstream(env: Env, derivationKind: string, action: string): string | null {
  const row = env.world.catalogue.taxonomies.derivationKinds.get(derivationKind)?.downstream;
  const cell = ownEntry(row, action) ?? row?.["default"] ?? "same";
  return cell === "none" ? null : cell === "same" ? action : cell;
}

const matches = (cell: readonly string[] | "any", value: string): boolean => cell === "any" || cell.includes(value);

function persistenceRow(env: Env, layer: Layer, edge: Edge, lines: Lines): PersistenceRow | null {
  const kind = lines.assets.get(edge.source)?.kind ?? "";
  return env.world.catalogue.taxonomies.persistence.find((r) => matches(r.layer, layer) && matches(r.source, kind) && matches(r.derivation, edge.kind)) ?? null;
}
