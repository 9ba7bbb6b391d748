import { and, or, truthOf, type Truth } from "@cleartitle/norms";
import type { ActionUse, Policy, Referent, Rule } from "../model/policy.js";
import { literalValue, type Value } from "../model/value.js";
import { odrl } from "../model/vocabulary.js";
import type { RdfGraph } from "../rdf.js";
import { impliedBy, includes, type ActionWorld } from "./action-world.js";
import { compareValues } from "./compare.js";
import { judge, type Bearings, type ConstraintReport } from "./constraint.js";
import type { DeonticState, Request, StateOfWorld } from "./world.js";

/** What a duty is to its permission: due before the use, kept while using, or due after it. */
export type DutyReading = "precondition" | "concurrent" | "after";

export interface Premise {
  readonly kind: "target" | "party" | "action";
  readonly truth: Truth;
}

export interface DutyReport {
  readonly duty: string;
  readonly path: string;
  /** Whether the duty is in question at all: its own constraints. */
  readonly active: Truth;
  readonly state: DeonticState;
  readonly reading: DutyReading;
  readonly constraints: readonly ConstraintReport[];
  /** The report in the state of the world that says so. */
  readonly source: string | null;
  readonly action: string | null;
  /** What becomes due beside it if it is not kept. */
  readonly consequences: readonly DutyReport[];
  /** Whether the permission stands as far as this duty goes. */
  readonly truth: Truth;
}

export interface RuleReport {
  readonly rule: string;
  readonly path: string;
  readonly kind: Rule["kind"];
  /** Constraints and duties alone. */
  readonly active: Truth;
  /** All premises, refinements among them: the rule bears on the request. */
  readonly applies: Truth;
  readonly premises: readonly Premise[];
  readonly constraints: readonly ConstraintReport[];
  readonly refinements: readonly ConstraintReport[];
  readonly duties: readonly DutyReport[];
  /** Of a prohibition: what is due if it was infringed. It makes nothing permitted. */
  readonly remedies: readonly DutyReport[];
  readonly why: readonly string[];
}

/** Everything a rule is judged by. */
export interface Scene {
  readonly request: Request;
  readonly state: StateOfWorld;
  readonly bearings: Bearings;
  readonly actions: ActionWorld;
  readonly dutyReading: DutyReading;
}

function actionTruth(rule: Rule, { request, actions: all }: Scene, action: ActionUse): Truth {
  if (request.action === null) return "unknown";
  const covered = includes(all, action.iri, request.action);
  if (rule.kind !== "prohibition") return covered;
  // To ask for the broader action is to ask for what is prohibited within it, and what an action implies must not be prohibited.
  const implied = impliedBy(all, request.action).map((each) => includes(all, action.iri, each));
  return or([covered, includes(all, request.action, action.iri), ...implied]);
}

/** Membership is closed: who is not said to belong, or to be the same, does not. */
function belongs(id: string, referent: Referent, { graph, sameAs }: StateOfWorld): boolean {
  const goals = new Set([referent.id, ...(referent.source === null ? [] : [referent.source])]);
  const seen = new Set([id]);
  for (const each of seen) {
    if (goals.has(each)) return true;
    for (const above of [...graph.nodes(each, `${odrl}partOf`), ...(sameAs.get(each) ?? [])]) seen.add(above);
  }
  return false;
}

const propertiesIn = (graph: RdfGraph, node: string) => (left: string): readonly Value[] =>
  graph.objects(node, left).map((each): Value | null => (each.kind === "node" ? { kind: "term", iri: each.value } : literalValue(each.value, each.datatype, true))).filter((each) => each !== null);

function referentTruth(id: string | null, referent: Referent, scene: Scene): { readonly truth: Truth; readonly refinements: readonly ConstraintReport[] } {
  if (id === null) return { truth: "unknown", refinements: [] };
  const refinements = referent.refinements.map((each) => judge(each, { ...scene.bearings, propertiesOf: propertiesIn(scene.state.graph, id) }));
  const anonymous = referent.id.startsWith("_:") && referent.source === null;
  return { truth: anonymous ? "unknown" : truthOf(belongs(id, referent, scene.state)), refinements };
}

/** Whether something done fulfills the duty: before the use, with every refinement of its action. Anybody may pay, but to who is to be paid: the assigner, unless the duty names another. */
function fulfills(duty: Rule, performance: StateOfWorld["performed"][number], scene: Scene, assigner: string | null): boolean {
  if (performance.duty !== duty.id) return false;
  const due = duty.functions["compensatedParty"] ?? (assigner === null ? [] : [assigner]);
  if (performance.payee !== null && due.length > 0 && !due.includes(performance.payee)) return false;
  const { now } = scene.bearings;
  if (performance.date !== null && now !== null && compareValues(performance.date, "lt", now) !== "true") return false;
  return (duty.action?.refinements ?? []).every((each) => judge(each, { ...scene.bearings, features: performance.features }).truth === "true");
}

const readings: readonly DutyReading[] = ["precondition", "concurrent", "after"];

function judgeDuty(duty: Rule, scene: Scene, assigner: string | null): DutyReport {
  const constraints = duty.constraints.map((each) => judge(each, scene.bearings));
  // Our profile names the acts that bring a duty; another act does not.
  const triggers = duty.extra["trigger"] ?? [];
  const triggered = triggers.length === 0 ? "true" as const : scene.request.action === null ? "unknown" as const : or(triggers.map((each) => includes(scene.actions, each, scene.request.action!)));
  const active = and([...constraints.map((each) => each.truth), triggered]);
  const said = scene.state.duties.get(duty.id);
  const state: DeonticState = said?.state ?? (scene.state.performed.some((each) => fulfills(duty, each, scene, assigner)) ? "Fulfilled" : "NonSet");
  const own = duty.extra["reading"]?.[0];
  const reading = readings.find((each) => each === own) ?? scene.dutyReading;
  const kept: Truth = duty.unsupported.length > 0 ? "unknown" : state === "Fulfilled" ? "true" : state === "Violated" ? "false" : truthOf(reading !== "precondition");
  const truth = active === "false" ? "true" : active === "true" || kept === "true" ? kept : "unknown";
  return { duty: duty.id, path: duty.path, active, state, reading, constraints, source: said?.report ?? null, action: duty.action?.id ?? null, consequences: duty.consequences.map((each) => judgeDuty(each, scene, assigner)), truth };
}

/** Judges one rule of a policy against one request. */
export function judgeRule(policy: Policy, rule: Rule, scene: Scene): RuleReport {
  const { request } = scene;
  const target = rule.target === null ? null : referentTruth(request.target, rule.target, scene);
  const party = rule.assignee === null ? null : referentTruth(request.party, rule.assignee, scene);
  const premises: Premise[] = [
    ...(target === null ? [] : [{ kind: "target" as const, truth: target.truth }]),
    ...(party === null ? [] : [{ kind: "party" as const, truth: party.truth }]),
    ...(rule.action === null ? [] : [{ kind: "action" as const, truth: actionTruth(rule, scene, rule.action) }]),
  ];
  const constraints = rule.constraints.map((each) => judge(each, scene.bearings));
  const refinements = [...(rule.action?.refinements ?? []).map((each) => judge(each, scene.bearings)), ...(target?.refinements ?? []), ...(party?.refinements ?? [])];
  const assigner = rule.assigner?.id ?? null;
  const duties = rule.kind === "permission" ? rule.duties.map((each) => judgeDuty(each, scene, assigner)) : rule.kind === "obligation" ? [judgeDuty(rule, scene, assigner)] : [];
  const remedies = rule.kind === "prohibition" ? rule.remedies.map((each) => judgeDuty(each, scene, assigner)) : [];
  const active = and([...constraints.map((each) => each.truth), ...duties.map((each) => each.truth)]);
  const broken = [...rule.unsupported, ...policy.unsupported];
  const applies = and([active, ...premises.map((each) => each.truth), ...refinements.map((each) => each.truth), ...(broken.length > 0 ? ["unknown" as const] : [])]);
  return { rule: rule.id, path: rule.path, kind: rule.kind, active, applies, premises, constraints, refinements, duties, remedies, why: broken.map((each) => `${each.path}: ${each.why}`) };
}
