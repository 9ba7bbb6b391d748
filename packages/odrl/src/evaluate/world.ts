import { problem, type Problem } from "@cleartitle/norms";
import { policiesOf } from "../model/read-policy.js";
import type { Constraint } from "../model/policy.js";
import { inUnit, instantOf, literalValue, type Value } from "../model/value.js";
import { dct, exactMatch, odrl, owl, rdf, report, sotw, xsd } from "../model/vocabulary.js";
import type { RdfGraph, Term } from "../rdf.js";

export type Features = ReadonlyMap<string, readonly Value[]>;

/** One act that is asked for. */
export interface Request {
  readonly id: string;
  readonly ruleId: string | null;
  readonly action: string | null;
  readonly party: string | null;
  readonly target: string | null;
  /** Left operand (or unit) → values asked; several are all of them. */
  readonly features: Features;
}

/** Something that was done toward a duty. */
export interface Performance {
  readonly duty: string;
  readonly date: Value | null;
  /** Who was paid; null: not said. */
  readonly payee: string | null;
  readonly features: Features;
}

export type DeonticState = "Fulfilled" | "Violated" | "NonSet";

/** What holds when the request is made. */
export interface StateOfWorld {
  readonly graph: RdfGraph;
  readonly now: Value | null;
  readonly features: Features;
  /** Duty → what a report on it says, and the report. */
  readonly duties: ReadonlyMap<string, { readonly state: DeonticState; readonly report: string }>;
  readonly performed: readonly Performance[];
  /** Names of one party or asset. */
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
  /** Constraint → when a report says that it was satisfied, for what must happen in an order. */
  readonly satisfied: ReadonlyMap<string, Value>;
}

/** `http` and `https` name the same thing. */
export const sameScheme = (iri: string): string => iri.replace(/^https:/, "http:");

/** A value in a request or a state. A node that has a datatype for its class is that literal: drafts write it so. */
function valueOf(graph: RdfGraph, term: Term): Value | null {
  if (term.kind === "literal") return literalValue(term.value, term.datatype, true);
  const datatype = graph.nodes(term.value, `${rdf}type`).find((each) => each.startsWith(xsd));
  return datatype === undefined ? { kind: "term", iri: term.value } : literalValue(term.value.replace(/^relative:\/\/\//, ""), datatype, true);
}

const time = `${odrl}dateTime`;

/** Parameters of a request or a state: which feature has which values. */
function featuresOf(graph: RdfGraph, nodes: Iterable<string>): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const node of nodes) {
    for (const feature of graph.nodes(node, `${sotw}describesFeature`)) {
      const name = /current(xsd)?date(time)?$/i.test(feature) ? time : sameScheme(feature);
      const unit = graph.nodes(node, `${odrl}unit`)[0];
      const values = graph.objects(node, `${sotw}value`).map((each) => valueOf(graph, each)).filter((each) => each !== null).map((each) => inUnit(each, unit));
      if (values.length > 0) found.set(name, [...(found.get(name) ?? []), ...values]);
    }
  }
  return found;
}

/** Constraints of a request say what is asked: each `eq`, `isA`, `isAnyOf`, `isPartOf` gives values. */
function askedBy(constraints: readonly Constraint[]): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const each of constraints) {
    if (each.kind === "and") for (const [left, values] of askedBy(each.operands)) found.set(left, [...(found.get(left) ?? []), ...values]);
    if (each.kind !== "atomic" || !["eq", "isA", "isAnyOf", "isAllOf", "isPartOf"].includes(each.operator)) continue;
    found.set(sameScheme(each.left), [...(found.get(sameScheme(each.left)) ?? []), ...each.right.map((value) => inUnit(value, each.unit))]);
  }
  return found;
}

/** The requests of a graph: evaluation requests of the Formal Semantics draft and policies of type Request. */
export function readRequests(graph: RdfGraph, file: string): { readonly requests: readonly Request[]; readonly problems: readonly Problem[] } {
  const drafted = [...graph.subjects()].filter((node) => graph.isType(node, `${sotw}EvaluationRequest`)).map((node): Request => ({
    id: node, ruleId: null,
    action: graph.nodes(node, `${sotw}evaluatedAction`)[0] ?? null, party: graph.nodes(node, `${sotw}evaluatedParty`)[0] ?? null, target: graph.nodes(node, `${sotw}evaluatedTarget`)[0] ?? null,
    features: featuresOf(graph, graph.nodes(node, `${sotw}requestParameters`)),
  }));
  if (drafted.length > 0) return { requests: drafted, problems: [] };
  const { policies, problems } = policiesOf(graph, { file, missing: "any" });
  const requests = policies.flatMap((policy) => policy.rules.filter((rule) => rule.kind === "permission").map((rule): Request => ({
    id: policy.id, ruleId: rule.id, action: rule.action === null ? null : exactMatch(rule.action.iri), party: rule.assignee?.id ?? null, target: rule.target?.id ?? null,
    features: askedBy([...rule.constraints, ...(rule.action?.refinements ?? [])]),
  })));
  if (requests.length > 0 || problems.length > 0) return { requests, problems };
  return { requests, problems: [problem("not-found", "the document holds no request", { file, hint: "a request is an `odrl:Request` with a permission, or an evaluation request" })] };
}

function nowOf(graph: RdfGraph, features: Features): Value | null {
  const given = features.get(time)?.[0];
  if (given !== undefined) return given;
  for (const node of graph.subjects()) {
    if (!/[/#]currentTime$/.test(node)) continue;
    const issued = graph.texts(node, `${dct}issued`)[0];
    if (issued !== undefined) return instantOf(issued, true);
  }
  return null;
}

const payment = "https://www.epimorphics.com/guide-to-the-payments-ontology/";

/** What was done toward a duty: payments, or acts with parameters of their own. */
function performedIn(graph: RdfGraph): readonly Performance[] {
  return [...graph.subjects()].flatMap((node) => graph.nodes(node, `${sotw}conditionID`).map((duty): Performance => {
    const features = featuresOf(graph, graph.nodes(node, `${sotw}requestParameters`));
    const currency = graph.texts(node, `${payment}currency`)[0];
    const amount = graph.objects(node, `${payment}netAmount`).map((each) => valueOf(graph, each)).filter((each) => each !== null).map((each) => inUnit(each, currency));
    if (amount.length > 0) features.set(`${odrl}payAmount`, amount);
    const date = [`${payment}paymentDate`, `${dct}issued`, `${dct}date`].flatMap((each) => graph.texts(node, each))[0];
    return { duty, date: date === undefined ? null : instantOf(date, true), payee: graph.texts(node, `${payment}payee`)[0] ?? null, features };
  }));
}

/** Reads a state of the world: the time, memberships, parameters, reports on duties, what was done. */
export function readState(graph: RdfGraph): StateOfWorld {
  const features = featuresOf(graph, graph.subjects());
  const duties = new Map<string, { state: DeonticState; report: string }>();
  for (const node of graph.subjects()) {
    if (!graph.isType(node, `${report}DutyReport`)) continue;
    const says = graph.nodes(node, `${report}deonticState`).map((each) => each.slice(report.length))[0];
    const state: DeonticState = says === "Fulfilled" || says === "Violated" ? says : "NonSet";
    for (const duty of graph.nodes(node, `${report}rule`)) duties.set(duty, { state, report: node });
  }
  return { graph, now: nowOf(graph, features), features, duties, performed: performedIn(graph), sameAs: sameIn(graph), satisfied: satisfiedIn(graph) };
}

function sameIn(graph: RdfGraph): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const say = (one: string, other: string) => found.set(one, [...(found.get(one) ?? []), other]);
  for (const node of graph.subjects()) {
    for (const other of graph.nodes(node, `${owl}sameAs`)) {
      say(node, other);
      say(other, node);
    }
  }
  return found;
}

function satisfiedIn(graph: RdfGraph): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const node of graph.subjects()) {
    if (!graph.isType(node, `${report}ConstraintReport`) || !graph.nodes(node, `${report}satisfactionState`).includes(`${report}Satisfied`)) continue;
    const date = [`${dct}created`, `${dct}issued`, `${dct}date`].flatMap((each) => graph.texts(node, each))[0];
    const when = date === undefined ? null : instantOf(date, true);
    if (when !== null) for (const constraint of graph.nodes(node, `${report}constraint`)) found.set(constraint, when);
  }
  return found;
}
