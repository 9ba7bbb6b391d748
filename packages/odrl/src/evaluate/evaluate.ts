import { and, not, or, type Truth } from "@cleartitle/norms";
import type { Constraint, Policy, Rule } from "../model/policy.js";
import { printValue, type Value } from "../model/value.js";
import type { ConflictStrategy } from "../model/vocabulary.js";
import type { RdfGraph } from "../rdf.js";
import type { Matching } from "./compare.js";
import { missingIn, type Bearings } from "./constraint.js";
import { actionsOf } from "./action-world.js";
import { judgeRule, type DutyReading, type RuleReport, type Scene } from "./rule.js";
import { TermWorld } from "./term-world.js";
import { sameScheme, type Features, type Request, type StateOfWorld } from "./world.js";

export type OdrlDecision = "permit" | "deny" | "undetermined";

export interface EvaluateOptions {
  /** What duties are to permissions that do not say so themselves. Default `precondition`. */
  readonly dutyReading?: DutyReading;
  /** Where a policy names no strategy. Default `prohibit`; ODRL's own default is `invalid`. */
  readonly conflict?: ConflictStrategy;
  /** What no rule speaks of: `closed` (default) denies it, `open` permits it. */
  readonly behavior?: "closed" | "open";
  /** How `isAnyOf` and `isNoneOf` look at terms. Default `descent`. */
  readonly matching?: Matching;
  /** Vocabularies beside the documents: which term is what. */
  readonly vocabularies?: readonly RdfGraph[];
  /** Extension operands that are worked out from the time. */
  readonly derived?: ReadonlyMap<string, "day-of-week">;
}

export interface PolicyReport {
  readonly policy: string;
  readonly type: Policy["type"];
  /** null: an offer or another type that grants nothing is not evaluated. */
  readonly decision: OdrlDecision | null;
  readonly conflict: { readonly strategy: ConflictStrategy; readonly from: "policy" | "option" };
  readonly rules: readonly RuleReport[];
  readonly notes: readonly string[];
}

/** The answer to one request. */
export interface ComplianceReport {
  readonly request: string;
  readonly requestRule: string | null;
  readonly decision: OdrlDecision;
  readonly dutyReading: DutyReading;
  readonly behavior: "closed" | "open";
  readonly at: Value | null;
  readonly policies: readonly PolicyReport[];
  /** Left operands of which no value is known and that would settle an undetermined answer. */
  readonly missing: readonly string[];
  readonly notes: readonly string[];
}

const most = 4096;

function operandsIn(constraints: readonly Constraint[]): readonly string[] {
  return constraints.flatMap((each) => (each.kind === "atomic" ? [sameScheme(each.left), ...(each.unit === null ? [] : [sameScheme(each.unit)])] : each.kind === "unsupported" ? [] : operandsIn(each.operands)));
}

const operandsOf = (rule: Rule): readonly string[] =>
  operandsIn([...rule.constraints, ...(rule.action?.refinements ?? []), ...(rule.target?.refinements ?? []), ...(rule.assignee?.refinements ?? []), ...rule.duties.flatMap((each) => each.constraints)]);

/**
 * A request for several purposes or places asks for each of them: it is cut into requests for one value each, all of which must
 * be permitted. null: too many to ask one by one.
 */
function cut(features: Features, policies: readonly Policy[]): readonly Features[] | null {
  const tested = new Set(policies.flatMap((policy) => policy.rules.flatMap(operandsOf)));
  // What `isAllOf` asks for is the set itself.
  const whole = new Set(policies.flatMap((policy) => policy.rules.flatMap((rule) => rule.constraints)).filter((each) => each.kind === "atomic" && each.operator === "isAllOf").map((each) => sameScheme((each as { left: string }).left)));
  let atoms: Map<string, readonly Value[]>[] = [new Map(features)];
  for (const [name, values] of features) {
    if (values.length < 2 || !tested.has(name) || whole.has(name)) continue;
    atoms = atoms.flatMap((each) => values.map((value) => new Map(each).set(name, [value])));
    if (atoms.length > most) return null;
  }
  return atoms;
}

interface Verdict {
  readonly permits: Truth;
  readonly forbids: Truth;
}

/** What a policy says of one atom, after its strategy for a rule that permits and one that prohibits. */
function resolve(reports: readonly RuleReport[], strategy: ConflictStrategy): Verdict & { readonly void: Truth } {
  const permits = or(reports.filter((each) => each.kind === "permission").map((each) => each.applies));
  const forbids = or(reports.filter((each) => each.kind === "prohibition").map((each) => each.applies));
  const both = and([permits, forbids]);
  if (strategy === "perm") return { permits, forbids: and([forbids, not(permits)]), void: "false" };
  if (strategy === "prohibit") return { permits, forbids, void: "false" };
  return { permits: and([permits, not(both)]), forbids: and([forbids, not(both)]), void: both };
}

function decisionOf({ permits, forbids }: Verdict, behavior: "closed" | "open"): OdrlDecision {
  if (forbids === "true") return "deny";
  const allowed = behavior === "open" ? "true" : permits;
  if (allowed === "false") return "deny";
  return forbids === "false" && allowed === "true" ? "permit" : "undetermined";
}

const rank: Readonly<Record<OdrlDecision, number>> = { permit: 0, undetermined: 1, deny: 2 };
const worst = (all: readonly OdrlDecision[]): OdrlDecision => all.reduce((a, b) => (rank[b] > rank[a] ? b : a), "permit");

/** One rule over all atoms: a permission must hold for each, a prohibition needs one. */
function merged(all: readonly RuleReport[]): RuleReport {
  const [first] = all;
  if (all.length === 1) return first!;
  const fold = first!.kind === "prohibition" ? or : and;
  const decisive = all.find((each) => each.applies === (first!.kind === "prohibition" ? "true" : "false")) ?? all.find((each) => each.applies === "unknown") ?? first!;
  return { ...decisive, active: fold(all.map((each) => each.active)), applies: fold(all.map((each) => each.applies)) };
}

const evaluated: readonly Policy["type"][] = ["Policy", "Set", "Agreement"];
/** What binds nobody yet: it is asked, or offered. Of any other type that is not evaluated nobody knows what it forbids. */
const proposed: readonly Policy["type"][] = ["Offer", "Request"];

/** What policies forbid that were not evaluated, where these are all there is or some may bind. */
const unheard = (policies: readonly Policy[]): Truth => (policies.every(({ type }) => !evaluated.includes(type)) || policies.some(({ type }) => !evaluated.includes(type) && !proposed.includes(type)) ? "unknown" : "false");

function notesOf(policy: Policy, verdicts: readonly { readonly void: Truth }[]): readonly string[] {
  const notes = policy.unsupported.map((each) => `${each.path}: ${each.why}`);
  if (policy.type === "Offer") notes.push("an offer grants nothing until it is accepted");
  else if (!evaluated.includes(policy.type)) notes.push(`a policy of type ${policy.type} is read and not evaluated`);
  if (verdicts.some((each) => each.void === "true")) notes.push("a permission and a prohibition both apply: the policy is void");
  return notes;
}

/**
 * Evaluates policies for one request in a state of the world. Unknown in a permission does not permit, unknown in a prohibition
 * does not clear, and what a policy says that is not understood is unknown. Across policies a prohibition always wins.
 */
export function evaluate(policies: readonly Policy[], request: Request, state: StateOfWorld, options: EvaluateOptions = {}): ComplianceReport {
  const { dutyReading = "precondition", behavior = "closed", matching = "descent", conflict = "prohibit" } = options;
  const graphs = [state.graph, ...(options.vocabularies ?? [])];
  const features = new Map([...state.features, ...request.features]);
  const now = request.features.get("http://www.w3.org/ns/odrl/2/dateTime")?.[0] ?? state.now;
  const live = policies.filter((policy) => evaluated.includes(policy.type));
  const atoms = cut(features, live);
  const scene = { request, state, actions: actionsOf(graphs), dutyReading };
  const bearings = { now, satisfied: state.satisfied, terms: new TermWorld(graphs), matching, derived: options.derived ?? new Map() } satisfies Omit<Bearings, "features">;
  const base = { request: request.id, requestRule: request.ruleId, dutyReading, behavior, at: now };
  if (atoms === null) return { ...base, decision: "undetermined", policies: [], missing: [], notes: [`more than ${most} combinations of values are asked: ask for fewer at once`] };
  const scenes = atoms.map((each): Scene => ({ ...scene, bearings: { ...bearings, features: each } }));
  const judged = live.map((policy) => {
    const strategy = policy.conflict ?? conflict;
    // What a document says of actions holds for its own policies.
    const actions = policy.declared.length === 0 ? scene.actions : actionsOf(graphs, policy.declared);
    const perAtom = scenes.map((each) => policy.rules.map((rule) => judgeRule(policy, rule, { ...each, actions })));
    const verdicts = perAtom.map((reports) => {
      const verdict = resolve(reports, strategy);
      // A part of the policy that is not understood, or not given, could be a prohibition or a permission.
      return policy.unsupported.length > 0 && verdict.forbids === "false" ? { ...verdict, forbids: "unknown" as const, permits: "unknown" as const } : verdict;
    });
    return { policy, strategy, verdicts, rules: policy.rules.map((_, index) => merged(perAtom.map((reports) => reports[index]!))) };
  });
  const rest = unheard(policies);
  const joint = scenes.map((_, atom): Verdict => ({ permits: or(judged.map((each) => each.verdicts[atom]!.permits)), forbids: or([...judged.map((each) => each.verdicts[atom]!.forbids), rest]) }));
  const decision = worst(joint.map((each) => decisionOf(each, behavior)));
  const reports = policies.map((policy): PolicyReport => {
    const found = judged.find((each) => each.policy === policy);
    const from = policy.conflict === null ? "option" as const : "policy" as const;
    if (found === undefined) return { policy: policy.id, type: policy.type, decision: null, conflict: { strategy: policy.conflict ?? conflict, from }, rules: [], notes: notesOf(policy, []) };
    return { policy: policy.id, type: policy.type, decision: worst(found.verdicts.map((each) => decisionOf(each, behavior))), conflict: { strategy: found.strategy, from }, rules: found.rules, notes: notesOf(policy, found.verdicts) };
  });
  const open = reports.flatMap((each) => each.rules).filter((each) => each.applies === "unknown");
  const missing = decision === "permit" ? [] : [...new Set(open.flatMap((each) => missingIn([...each.constraints, ...each.refinements, ...each.duties.flatMap((duty) => duty.constraints)])))].toSorted();
  const parted = scenes.length > 1 ? [`${scenes.length} combinations of values are asked, and every one must be permitted`] : [];
  return { ...base, decision, policies: reports, missing, notes: parted };
}

/** The time of a report as text. */
export const timeOf = (each: ComplianceReport): string | null => (each.at === null ? null : printValue(each.at));
