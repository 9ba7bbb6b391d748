import { and, or, type Truth } from "@cleartitle/norms";
import type { Matching } from "../evaluate/compare.js";
import { actionsOf, impliedBy, includes } from "../evaluate/action-world.js";
import { TermWorld } from "../evaluate/term-world.js";
import { sameScheme } from "../evaluate/world.js";
import { shortName } from "../model/read-constraint.js";
import type { Constraint, Policy, Referent, Rule } from "../model/policy.js";
import { odrl } from "../model/vocabulary.js";
import type { RdfGraph } from "../rdf.js";
import { meteredWithin, recurring, sized, termed, type Found } from "./axis.js";
import { anything, branches, formulaOf, negate, type Branch, type Formula, type Literal } from "./formula.js";

export type Verdict = "Conflict" | "Compatible" | "Unknown";

export interface CompatibleOptions {
  /** `conflict`: can one act be allowed by both? `refines`: is all that the first allows allowed by the second? */
  readonly relation?: "conflict" | "refines";
  /** An operand of which one side says nothing: `unknown` (default) or `free` (any value does). */
  readonly silent?: "unknown" | "free";
  readonly matching?: Matching;
  readonly vocabularies?: readonly RdfGraph[];
}

export interface Compatibility {
  readonly verdict: Verdict;
  /** For `Compatible`: an act that both allow. For `Conflict` under `refines`: one that the first allows and the second does not. */
  readonly witness: Readonly<Record<string, string>> | null;
  /** Why: what excludes, or what is not known. */
  readonly why: readonly string[];
  /** What was taken for said: a rule that names no action or target is compared as one of any. */
  readonly notes: readonly string[];
}

interface Judged {
  readonly truth: Truth;
  readonly witness: Readonly<Record<string, string>>;
  readonly why: readonly string[];
}

const axisOf = ({ constraint }: Literal): string => sameScheme(constraint.left) + (constraint.unit === null ? "" : ` ${sameScheme(constraint.unit)}`);

class Comparison {
  readonly terms: TermWorld;
  readonly matching: Matching;
  readonly actions: ReturnType<typeof actionsOf>;

  constructor(policies: readonly Policy[], options: CompatibleOptions) {
    this.terms = new TermWorld(options.vocabularies ?? [], "open");
    this.matching = options.matching ?? "descent";
    this.actions = actionsOf(options.vocabularies ?? [], policies.flatMap((policy) => policy.declared));
  }

  formula(constraints: readonly Constraint[]): Formula {
    return { kind: "all", parts: constraints.map((each) => formulaOf(each, this.matching)) };
  }

  #axis(name: string, literals: readonly Literal[]): Found {
    if (name.startsWith(`${odrl}timeInterval`)) return recurring(literals);
    const kinds = new Set(literals.map((each) => each.right.kind));
    if (kinds.size > 1) return { truth: "unknown", witness: null };
    return kinds.has("term") || kinds.has("text") ? termed(literals, this.terms) : sized(literals[0]!.constraint.left, literals);
  }

  branch({ literals, open }: Branch): Judged {
    const axes = new Map<string, Literal[]>();
    for (const each of literals) axes.set(axisOf(each), [...(axes.get(axisOf(each)) ?? []), each]);
    const found = [...axes].map(([name, each]) => [name, this.#axis(name, each)] as const);
    const [metered, elapsed] = [axes.get(`${odrl}meteredTime`), axes.get(`${odrl}elapsedTime`)];
    if (metered !== undefined && elapsed !== undefined) found.push([`${odrl}meteredTime`, meteredWithin(metered, elapsed)]);
    const truth = and([...found.map(([, each]) => each.truth), ...(open.length > 0 ? ["unknown" as const] : [])]);
    const say = (name: string) => (axes.get(name) ?? []).map(({ operator, right, negated }) => `${negated ? "not " : ""}${operator} ${right.kind === "term" ? shortName(right.iri) : right.text}`).join(", ");
    const why = truth === "true" ? [] : [...found.filter(([, each]) => each.truth === truth).map(([name]) => `${shortName(name)}: ${say(name)}`), ...(truth === "unknown" ? open : [])];
    return { truth, witness: Object.fromEntries(found.filter(([, each]) => each.witness !== null).map(([name, each]) => [shortName(name.split(" ")[0]!), each.witness!])), why };
  }

  /** Whether some values meet a formula. */
  solve(formula: Formula): Judged {
    const ways = branches(formula);
    if (ways === null) return { truth: "unknown", witness: {}, why: ["there are too many combinations"] };
    return best(ways.map((each) => this.branch(each)));
  }
}

/** The best of several ways; for none, there is no way. */
function best(ways: readonly Judged[]): Judged {
  const truth = or(ways.map((each) => each.truth));
  const first = ways.find((each) => each.truth === truth);
  const why = truth === "true" ? [] : [...new Set(ways.filter((each) => each.truth === truth).flatMap((each) => each.why))].slice(0, 20);
  return { truth, witness: truth === "true" ? (first?.witness ?? {}) : {}, why };
}

const both = (one: Truth, other: Judged, why: string): Judged => {
  const truth = and([one, other.truth]);
  return one === "true" || truth === other.truth ? { ...other, truth } : { truth, witness: {}, why: [why] };
};

/** Whether two parties or assets can be one; two names without membership are two. */
function meetReferents(one: Referent | null, other: Referent | null): Truth {
  if (one === null || other === null || one.id === other.id) return "true";
  if (one.collection || other.collection || one.id.startsWith("_:") || other.id.startsWith("_:")) return "unknown";
  return "false";
}

function meetActions(one: Rule, other: Rule, comparison: Comparison): { readonly truth: Truth; readonly action: string | null } {
  if (one.action === null || other.action === null) return { truth: "true", action: (one.action ?? other.action)?.iri ?? null };
  const [down, up] = [includes(comparison.actions, one.action.iri, other.action.iri), includes(comparison.actions, other.action.iri, one.action.iri)];
  return { truth: or([down, up]), action: down === "true" ? other.action.iri : up === "true" ? one.action.iri : null };
}

const constraintsOf = (rule: Rule): readonly Constraint[] => [...rule.constraints, ...(rule.action?.refinements ?? []), ...(rule.target?.refinements ?? []), ...(rule.assignee?.refinements ?? [])];
const brokenOf = (policy: Policy, rule: Rule): readonly Formula[] => [...policy.unsupported, ...rule.unsupported].map((each) => ({ kind: "open", why: `${each.path}: ${each.why}` }));

/** Rules of a kind; where a policy permits nothing by name, what it does not prohibit is allowed. */
const permissionsOf = (policy: Policy): readonly Rule[] => {
  const found = policy.rules.filter((rule) => rule.kind === "permission");
  const bare: Rule = { kind: "permission", id: policy.id, path: "/", action: null, target: null, assignee: null, assigner: null, constraints: [], duties: [], consequences: [], remedies: [], functions: {}, unsupported: [], extra: {} };
  return found.length > 0 ? found : [bare];
};

/** What a prohibition takes away from an act: nothing where it surely speaks of another. */
function takenAway(policy: Policy, ban: Rule, act: { readonly action: string | null; readonly target: Referent | null; readonly assignee: Referent | null }, comparison: Comparison): Formula {
  const covers = and([
    ban.action === null ? "true" : act.action === null ? "unknown" : or([act.action, ...impliedBy(comparison.actions, act.action)].map((each) => includes(comparison.actions, ban.action!.iri, each))),
    ban.target === null ? "true" : act.target === null ? "unknown" : meetReferents(ban.target, act.target),
    ban.assignee === null ? "true" : act.assignee === null ? "unknown" : meetReferents(ban.assignee, act.assignee),
  ]);
  if (covers === "false") return anything;
  const lifted = negate({ kind: "all", parts: [comparison.formula(constraintsOf(ban)), ...brokenOf(policy, ban)] });
  return covers === "true" ? lifted : { kind: "any", parts: [lifted, { kind: "open", why: `${ban.path}: whether the prohibition speaks of this act` }] };
}

function allowedTogether(a: Policy, b: Policy, comparison: Comparison): Judged {
  const ways = permissionsOf(a).flatMap((one) => permissionsOf(b).map((other): Judged => {
    const { truth, action } = meetActions(one, other, comparison);
    const meet = and([truth, meetReferents(one.target, other.target), meetReferents(one.assignee, other.assignee)]);
    if (meet === "false") return { truth: "false", witness: {}, why: [`${one.path} and ${other.path} speak of different acts`] };
    const act = { action, target: one.target ?? other.target, assignee: one.assignee ?? other.assignee };
    const bans = [a, b].flatMap((policy) => policy.rules.filter((rule) => rule.kind === "prohibition").map((ban) => takenAway(policy, ban, act, comparison)));
    const solved = comparison.solve({ kind: "all", parts: [comparison.formula([...constraintsOf(one), ...constraintsOf(other)]), ...brokenOf(a, one), ...brokenOf(b, other), ...bans] });
    const named = { ...(action === null ? {} : { action: shortName(action) }), ...(act.target === null ? {} : { target: act.target.id }), ...(act.assignee === null ? {} : { assignee: act.assignee.id }) };
    return both(meet, { ...solved, witness: { ...named, ...solved.witness } }, `${one.path} and ${other.path}: whether they speak of one act`);
  }));
  return best(ways);
}

/** What one policy obliges to and the other prohibits: can the duty be kept at all? */
function dutiesKept(a: Policy, b: Policy, comparison: Comparison): Judged {
  const judged = a.rules.filter((rule) => rule.kind === "obligation").flatMap((duty) => b.rules.filter((rule) => rule.kind === "prohibition").map((ban) => {
    const way = takenAway(b, ban, { action: duty.action?.iri ?? null, target: duty.target, assignee: duty.assignee }, comparison);
    const solved = comparison.solve({ kind: "all", parts: [comparison.formula(constraintsOf(duty)), way] });
    return solved.truth === "false" ? { ...solved, why: [`${duty.path} obliges to what ${ban.path} prohibits`] } : solved;
  }));
  const truth = and(judged.map((each) => each.truth));
  return { truth, witness: {}, why: judged.filter((each) => each.truth === truth).flatMap((each) => each.why) };
}

/** Operands that a policy speaks of anywhere. */
function spokenOf(policy: Policy, comparison: Comparison): ReadonlySet<string> {
  const collect = (formula: Formula): readonly string[] => (formula.kind === "literal" ? [axisOf(formula.literal)] : formula.kind === "open" ? [] : formula.parts.flatMap(collect));
  return new Set(policy.rules.filter((rule) => rule.kind === "permission" || rule.kind === "prohibition").flatMap((rule) => collect(comparison.formula(constraintsOf(rule)))));
}

function silentAxes(a: Policy, b: Policy, comparison: Comparison): readonly string[] {
  const [one, other] = [spokenOf(a, comparison), spokenOf(b, comparison)];
  return [...one].filter((each) => !other.has(each)).concat([...other].filter((each) => !one.has(each)));
}

const silence = (names: readonly string[]): readonly string[] => names.map((each) => `only one of the two speaks of ${shortName(each)}`);

type Compared = Omit<Compatibility, "notes">;

/** Whether all that the first allows is allowed by the second: look for an act of the first outside of the second. */
function refines(a: Policy, b: Policy, comparison: Comparison, silent: readonly string[]): Compared {
  if (silent.length > 0) return { verdict: "Unknown", witness: null, why: silence(silent) };
  const outside: Formula = { kind: "all", parts: permissionsOf(b).map((each) => negate({ kind: "all", parts: [comparison.formula(constraintsOf(each)), ...brokenOf(b, each)] })) };
  const ways = permissionsOf(a).map((one): Judged => {
    const covered = or(permissionsOf(b).map((other) => and([
      other.action === null ? "true" : one.action === null ? "false" : includes(comparison.actions, other.action.iri, one.action.iri),
      other.target === null ? "true" : one.target === null ? "false" : meetReferents(one.target, other.target),
    ])));
    if (covered !== "true") return { truth: covered === "false" ? "true" : "unknown", witness: {}, why: ["another action or target"] };
    return comparison.solve({ kind: "all", parts: [comparison.formula(constraintsOf(one)), ...brokenOf(a, one), outside] });
  });
  const bans = [...a.rules, ...b.rules].some((rule) => rule.kind === "prohibition");
  const escape = best(ways);
  if (bans && escape.truth !== "true") return { verdict: "Unknown", witness: null, why: ["prohibitions are not compared here"] };
  return { verdict: escape.truth === "true" ? "Conflict" : escape.truth === "false" ? "Compatible" : "Unknown", witness: escape.truth === "true" ? escape.witness : null, why: escape.why };
}

function compared(a: Policy, b: Policy, options: CompatibleOptions): Compared {
  const comparison = new Comparison([a, b], options);
  const silent = (options.silent ?? "unknown") === "unknown" && a !== b ? silentAxes(a, b, comparison) : [];
  if (options.relation === "refines") return refines(a, b, comparison, silent);
  const parts = [allowedTogether(a, b, comparison), dutiesKept(a, b, comparison), dutiesKept(b, a, comparison)];
  const truth = and(parts.map((each) => each.truth));
  const why = [...new Set(parts.filter((each) => each.truth === truth).flatMap((each) => each.why))];
  if (truth === "false") return { verdict: "Conflict", witness: null, why };
  if (truth === "true" && silent.length === 0) return { verdict: "Compatible", witness: parts[0]!.witness, why: [] };
  return { verdict: "Unknown", witness: null, why: [...(truth === "true" ? [] : why), ...silence(silent)] };
}

/** Rules that leave out what every rule has to name. A duty without a target is owed whatever it is done to. */
function leftOutIn(policy: Policy): readonly string[] {
  const named = policy.id.startsWith("_:") ? "a policy without a name" : policy.id;
  return policy.rules.flatMap(({ kind, path, action, target }) => [
    ...(action === null ? [`${named}: the ${kind} ${path} names no action, and is compared as one of any`] : []),
    ...(target === null && kind !== "obligation" ? [`${named}: the ${kind} ${path} names no target, and is compared as one of any`] : []),
  ]);
}

/**
 * Whether two policies can stand together: `Compatible` with an act that both allow, `Conflict` with what excludes it, `Unknown`
 * with what nobody declared. Terms are different only where a vocabulary says so.
 */
export function compatible(a: Policy, b: Policy, options: CompatibleOptions = {}): Compatibility {
  return { ...compared(a, b, options), notes: [...new Set([a, b].flatMap(leftOutIn))] };
}
