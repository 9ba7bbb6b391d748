import type { Condition } from "@cleartitle/norms";
import { odrl, profile, xsd } from "../model/vocabulary.js";
import type { RdfGraph, Term } from "../rdf.js";
import { termIri, termOf, type TermKind } from "./names.js";

/** A node of a JSON-LD document. */
export type JsonNode = { readonly [key: string]: unknown };

const json = (value: unknown): JsonNode => ({ "@type": "@json", "@value": value });
const list = (values: readonly unknown[]): JsonNode => ({ "@list": values });
const constraint = (left: string, operator: string, right: unknown, test?: unknown): JsonNode => ({ leftOperand: left, operator, rightOperand: right, ...(test === undefined ? {} : { "cleartitle:test": json(test) }) });
const terms = (kind: TermKind, names: readonly string[]): readonly JsonNode[] => names.map((name) => ({ "@id": termIri(kind, name) }));

const bounds = { atMost: "lteq", below: "lt", above: "gt", atLeast: "gteq" } as const;
type Bound = keyof typeof bounds;

/** Operands whose values are terms: key of the test → left operand, operator for one value, kind of term. */
const termTests = {
  purpose: ["purpose", "isA", "purpose"], field: ["industry", "isA", "field"], recipient: ["recipient", "isA", "recipient"], actor: ["cleartitle:actor", "isA", "actor"],
  place: ["spatial", "isPartOf", "place"], kind: ["cleartitle:kind", "isA", "kind"], derivation: ["cleartitle:derivation", "isA", "derivation"],
} as const;
type TermTest = keyof typeof termTests;

const without = (value: object, ...keys: readonly string[]): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

function writeTerms(key: TermTest, condition: Record<string, unknown>): JsonNode {
  const [left, single, kind] = termTests[key];
  const names = condition[key] as readonly string[];
  const rest = without(condition, key);
  // What a test reads is part of its operand: the place of domicile is no place of use.
  const operand = typeof rest["of"] === "string" ? `cleartitle:${key}.${rest["of"]}` : left;
  const right = terms(kind, names);
  return constraint(operand, right.length === 1 ? single : "isAnyOf", right.length === 1 ? right[0] : list(right), { test: key, rest });
}

const literal = (value: boolean | number | string): JsonNode =>
  typeof value === "string" ? { "@value": value } : { "@value": String(value), "@type": typeof value === "boolean" ? "xsd:boolean" : Number.isInteger(value) ? "xsd:integer" : "xsd:decimal" };

function writeFact(condition: Record<string, unknown>): JsonNode {
  const rest = without(condition, "is", "oneOf");
  const operand = `cleartitle:fact.${String(condition["fact"])}${typeof rest["of"] === "string" ? `.${rest["of"]}` : ""}`;
  const several = condition["oneOf"] as readonly (boolean | number | string)[] | undefined;
  if (several !== undefined) return constraint(operand, "isAnyOf", list(several.map(literal)), { test: "fact", rest });
  return constraint(operand, "eq", literal(condition["is"] as boolean | number | string), { test: "fact", rest });
}

function writeQuantity(condition: Record<string, unknown>): JsonNode {
  const bound = (Object.keys(bounds) as Bound[]).find((each) => condition[each] !== undefined)!;
  const rest = without(condition, bound);
  const operand = ["cleartitle:quantity", condition["quantity"], condition["of"], condition["at"], condition["per"]].filter((each) => typeof each === "string").join(".");
  return constraint(operand, bounds[bound], literal(condition[bound] as number), { test: "quantity", rest });
}

function writeDate(condition: Record<string, unknown>): JsonNode {
  const operand = condition["date"] === "act" ? "dateTime" : `cleartitle:date.${String(condition["date"])}`;
  const end = (key: "from" | "to", operator: string) => (condition[key] === undefined ? [] : [constraint(operand, operator, { "@value": condition[key], "@type": "xsd:date" })]);
  const ends = [...end("from", "gteq"), ...end("to", "lteq")];
  return { and: list(ends.length > 0 ? ends : [constraint("cleartitle:constant", "eq", { "@id": "cleartitle:constant" })]), "cleartitle:test": json({ test: "date", date: condition["date"] }) };
}

function writePosition(condition: { readonly position: string; readonly options: Record<string, Condition> }): JsonNode {
  const operand = `cleartitle:position.${condition.position}`;
  const options = Object.entries(condition.options).map(([option, each]) => ({ and: list([constraint(operand, "eq", literal(option)), writeCondition(each)]) }));
  return { or: list(options), "cleartitle:test": json({ test: "position", position: condition.position, options: Object.keys(condition.options) }) };
}

/** A condition of a norm as a constraint. */
export function writeCondition(condition: Condition): JsonNode {
  if (typeof condition !== "object") return constraint("cleartitle:constant", "eq", literal(String(condition)), { test: "constant", value: condition });
  if ("all" in condition) return { and: list(condition.all.map(writeCondition)) };
  if ("any" in condition) return { or: list(condition.any.map(writeCondition)) };
  if ("none" in condition) return { "cleartitle:none": list(condition.none.map(writeCondition)) };
  if ("position" in condition) return writePosition(condition);
  if ("fact" in condition) return writeFact(condition);
  if ("quantity" in condition) return writeQuantity(condition);
  if ("date" in condition) return writeDate(condition);
  if ("exposure" in condition) return constraint(`cleartitle:exposure.${condition.exposure}`, "isAnyOf", list(condition.oneOf.map(literal)), { test: "exposure", exposure: condition.exposure });
  if ("asserted" in condition) return constraint("cleartitle:asserted", "eq", terms("asserted", [condition.asserted])[0], { test: "asserted" });
  return writeTerms((Object.keys(termTests) as TermTest[]).find((each) => each in condition)!, condition);
}

const valueIn = (term: Term): boolean | number | string => {
  if (term.kind === "node" || term.datatype === `${xsd}string`) return term.value;
  return term.datatype === `${xsd}boolean` ? term.value === "true" : Number(term.value);
};

type Saved = { readonly test: string; readonly rest?: Record<string, unknown>; readonly [key: string]: unknown };

/** Reads constraints of our own writing back. What the ODRL part says wins over what stands beside it. */
class ConditionReader {
  constructor(readonly graph: RdfGraph) {}

  #members(node: string, predicate: string): readonly string[] {
    return this.graph.objects(node, predicate).flatMap((each) => this.graph.members(each)).map((each) => each.value);
  }

  #inner(node: string, predicate: string): Condition[] {
    return this.#members(node, predicate).map((each) => this.read(each));
  }

  #right(node: string): readonly Term[] {
    return this.graph.objects(node, `${odrl}rightOperand`).flatMap((each) => this.graph.members(each));
  }

  read(node: string): Condition {
    const saved = this.graph.objects(node, `${profile}test`)[0];
    if (saved !== undefined) return this.#saved(node, JSON.parse(saved.value) as Saved);
    if (this.graph.objects(node, `${odrl}and`).length > 0) return { all: this.#inner(node, `${odrl}and`) };
    if (this.graph.objects(node, `${odrl}or`).length > 0) return { any: this.#inner(node, `${odrl}or`) };
    if (this.graph.objects(node, `${profile}none`).length > 0) return { none: this.#inner(node, `${profile}none`) };
    throw new UnreadableConstraint(node);
  }

  #saved(node: string, saved: Saved): Condition {
    const right = this.#right(node);
    const rest = saved.rest ?? {};
    if (saved.test === "constant") return saved["value"] as Condition;
    if (saved.test === "fact") return { ...rest, ...(this.#operator(node) === "eq" ? { is: valueIn(right[0]!) } : { oneOf: right.map(valueIn) }) } as Condition;
    if (saved.test === "quantity") return { ...rest, [(Object.keys(bounds) as Bound[]).find((each) => bounds[each] === this.#operator(node))!]: valueIn(right[0]!) } as Condition;
    if (saved.test === "date") return this.#date(node, saved);
    if (saved.test === "position") return this.#position(node, saved);
    if (saved.test === "exposure") return { exposure: saved["exposure"], oneOf: right.map((each) => each.value) } as Condition;
    if (saved.test === "asserted") return { asserted: termOf("asserted", right[0]!.value)! };
    const key = saved.test as TermTest;
    return { ...rest, [key]: right.map((each) => termOf(termTests[key][2], each.value) ?? each.value) } as Condition;
  }

  #operator(node: string): string {
    return this.graph.nodes(node, `${odrl}operator`)[0]?.slice(odrl.length) ?? "";
  }

  #date(node: string, saved: Saved): Condition {
    const ends = this.#members(node, `${odrl}and`);
    const end = (operator: string) => ends.filter((each) => this.#operator(each) === operator).map((each) => this.#right(each)[0]!.value)[0];
    const [from, to] = [end("gteq"), end("lteq")];
    return { date: saved["date"], ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } as Condition;
  }

  #position(node: string, saved: Saved): Condition {
    const options = this.#members(node, `${odrl}or`).map((each) => {
      const [choice, effect] = this.#members(each, `${odrl}and`);
      return [this.#right(choice!)[0]!.value, this.read(effect!)] as const;
    });
    return { position: saved["position"] as string, options: Object.fromEntries(options) };
  }
}

/** A constraint that is none of our own writing. */
export class UnreadableConstraint extends Error {
  constructor(readonly node: string) {
    super(node);
  }
}

/** The condition that a constraint of our own writing stands for; throws `UnreadableConstraint` for another. */
export const readCondition = (graph: RdfGraph, node: string): Condition => new ConditionReader(graph).read(node);
