import { nameHint } from "@cleartitle/norms";
import type { Term } from "../rdf.js";
import type { Constraint, UnsupportedConstraint } from "./policy.js";
import type { Reading } from "./reading.js";
import { amountOf, durationOf, instantOf, literalValue, type Value } from "./value.js";
import { logicalOperands, odrl, operands, operators, profile, rdf, rdfs, relative, dct, skos, owl, unknownKey, xsd, type Operator, type Sort } from "./vocabulary.js";

const maxDepth = 60;
const ordering: ReadonlySet<Operator> = new Set(["lt", "lteq", "gt", "gteq"]);
const sets: ReadonlySet<Operator> = new Set(["isAnyOf", "isNoneOf", "isAllOf"]);

/** Vocabularies that only describe: what they say of a node changes no right. */
const describing = [rdf, rdfs, dct, skos, owl, "http://purl.org/dc/elements/1.1/", "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2006/vcard/ns#", "http://schema.org/", "http://www.w3.org/ns/prov#", profile];
export const onlyDescribes = (predicate: string): boolean => describing.some((each) => predicate.startsWith(each));

const known = new Set(["uid", "leftOperand", "operator", "rightOperand", "rightOperandReference", "unit", "dataType", ...logicalOperands].map((name) => odrl + name));
/** Start of a recurring interval; ODRL has no word for it. */
const anchors = ["http://w3id.org/drk/ontology/anchor", `${profile}anchor`];

const none = `${profile}none`;

/** The sort of a left operand; extension operands compare by what their values are. */
const sortOf = (left: string): Sort => (left.startsWith(odrl) ? (operands[left.slice(odrl.length)] ?? "any") : "any");

function valueOf(term: Term, sort: Sort, datatype: string | null): Value | null {
  if (term.kind === "node") return term.value.startsWith("_:") ? null : { kind: "term", iri: term.value };
  const typed = literalValue(term.value, term.datatype === `${xsd}string` && datatype !== null ? datatype : term.datatype);
  if (typed?.kind !== "text") return typed;
  if (sort === "number") {
    const amount = amountOf(typed.text);
    return amount === null ? null : { kind: "number", amount, text: typed.text, integer: false };
  }
  if (sort === "instant") return instantOf(typed.text);
  if (sort === "duration") return durationOf(typed.text);
  return typed;
}

const fits = (value: Value, sort: Sort): boolean =>
  sort === "any" || sort === "event" || (sort === "term" ? value.kind === "term" || value.kind === "text" : value.kind === sort);

class ConstraintReader {
  constructor(
    readonly reading: Reading,
    readonly node: string,
    readonly path: string,
  ) {}

  get #graph() {
    return this.reading.graph;
  }

  #unsupported(code: "unsupported" | "missing-key" | "bad-value" | "unknown-name" | "too-deep" | "cyclic-hierarchy", at: string, why: string, offending: string | null = null, hint: string | null = null): UnsupportedConstraint {
    return { kind: "unsupported", id: this.node, ...this.reading.fault(code, `${this.path}${at}`, why, offending, hint) };
  }

  read(above: readonly string[]): Constraint {
    if (above.includes(this.node)) return this.#unsupported("cyclic-hierarchy", "", "the constraint contains itself");
    if (above.length > maxDepth) return this.#unsupported("too-deep", "", "constraints are nested too deeply");
    const strange = [...this.#graph.predicates(this.node)].find((each) => !known.has(each) && each !== none && !anchors.includes(each) && !onlyDescribes(each));
    if (strange !== undefined) return this.#unsupported("unsupported", `/${shortName(strange)}`, `\`${shortName(strange)}\` is not understood on a constraint`, strange);
    const logical = [...logicalOperands.map((name) => [name, odrl + name] as const), ["none", none] as const].filter(([, iri]) => this.#graph.objects(this.node, iri).length > 0);
    if (logical.length > 1) return this.#unsupported("unsupported", "", "a constraint has one logical operand");
    if (logical[0] !== undefined) return this.#logical(logical[0][0], logical[0][1], above);
    return this.#atomic();
  }

  #logical(kind: (typeof logicalOperands)[number] | "none", iri: string, above: readonly string[]): Constraint {
    if (this.#graph.objects(this.node, `${odrl}leftOperand`).length > 0) return this.#unsupported("unsupported", "", "a logical constraint has no left operand");
    const members = this.#graph.objects(this.node, iri).flatMap((each) => this.#graph.members(each));
    if (members.length === 0) return this.#unsupported("missing-key", `/${kind}`, `\`${kind}\` names no constraint`);
    const parts = members.map((each, index): Constraint => {
      const at = `${this.path}/${kind}/${index}`;
      if (each.kind === "node" && this.#graph.has(each.value)) return new ConstraintReader(this.reading, each.value, at).read([...above, this.node]);
      return { kind: "unsupported", id: each.value, ...this.reading.fault("dangling-reference", at, `the constraint \`${each.value.slice(0, 100)}\` is not in the document`, each.value) };
    });
    return { kind, id: this.node, path: this.path, operands: parts };
  }

  /** Exactly one object, or what is wrong. */
  #one(name: string): Term | UnsupportedConstraint {
    const found = this.#graph.objects(this.node, odrl + name);
    if (found.length === 1) return found[0]!;
    return found.length === 0 ? this.#unsupported("missing-key", `/${name}`, `the constraint has no \`${name}\``) : this.#unsupported("bad-value", `/${name}`, `the constraint has several of \`${name}\``);
  }

  #atomic(): Constraint {
    const left = this.#one("leftOperand");
    if (left.kind === "unsupported") return left;
    const operator = this.#one("operator");
    if (operator.kind === "unsupported") return operator;
    const name = operator.value.startsWith(odrl) ? operator.value.slice(odrl.length) : "";
    if (!operators.includes(name as Operator)) return this.#unsupported("unknown-name", "/operator", `there is no operator \`${shortName(operator.value)}\``, operator.value, nameHint(shortName(operator.value), operators));
    if (left.kind !== "node" || left.value.startsWith(relative) || (left.value.startsWith(odrl) && !Object.hasOwn(operands, left.value.slice(odrl.length)))) {
      // A name without a context may be a word of a profile that is not here.
      return this.#unsupported(left.value.startsWith(relative) ? "unsupported" : "unknown-name", "/leftOperand", `there is no left operand \`${shortName(left.value)}\``, left.value, nameHint(shortName(left.value), Object.keys(operands)));
    }
    return this.#compared(left.value, name as Operator);
  }

  #compared(left: string, operator: Operator): Constraint {
    const sort = sortOf(left);
    if (ordering.has(operator) && sort === "term") return this.#unsupported("unsupported", "/operator", `values of \`${shortName(left)}\` have no order`, odrl + operator);
    const right = this.#graph.objects(this.node, `${odrl}rightOperand`).flatMap((each) => this.#graph.members(each));
    const references = this.#graph.nodes(this.node, `${odrl}rightOperandReference`);
    const datatype = this.#graph.texts(this.node, `${odrl}dataType`)[0] ?? null;
    if (right.length === 0 && references.length !== 1) return this.#unsupported("missing-key", "/rightOperand", "the constraint has no `rightOperand`");
    if (right.length > 0 && references.length > 0) return this.#unsupported("unsupported", "/rightOperandReference", "the constraint has a right operand and a reference to one");
    if (right.length > 1 && !sets.has(operator)) return this.#unsupported("bad-value", "/rightOperand", `\`${operator}\` takes one right operand`);
    const values = right.map((each) => valueOf(each, sort, datatype));
    const bad = values.findIndex((each) => each === null || (!fits(each, sort) && sort !== "any"));
    if (bad >= 0) return this.#unsupported("bad-value", "/rightOperand", `\`${right[bad]!.value.slice(0, 100)}\` is no value of \`${shortName(left)}\``, right[bad]!.value);
    const anchor = anchors.flatMap((each) => this.#graph.objects(this.node, each))[0];
    return {
      kind: "atomic", id: this.node, path: this.path, left, operator, right: values as Value[], reference: references[0] ?? null,
      unit: this.#graph.texts(this.node, `${odrl}unit`)[0] ?? null,
      anchor: anchor === undefined ? null : valueOf(anchor, "instant", null),
      test: this.#graph.texts(this.node, `${profile}test`)[0] ?? null,
    };
  }
}

/** Last part of an IRI, as a person names it. */
export const shortName = (iri: string): string => (iri.startsWith(unknownKey) ? decodeURIComponent(iri.slice(unknownKey.length)) : iri.split(/[/#]/).at(-1)!.split(":").at(-1) || iri).slice(0, 100);

/** Reads all constraints (or refinements) that a node has under a predicate. */
export function readConstraints(reading: Reading, node: string, predicate: "constraint" | "refinement", path: string): readonly Constraint[] {
  const found = reading.graph.objects(node, odrl + predicate).flatMap((each) => reading.graph.members(each));
  return found.map((each, index): Constraint => {
    const at = `${path}/${predicate}/${index}`;
    if (each.kind === "node" && reading.graph.has(each.value)) return new ConstraintReader(reading, each.value, at).read([]);
    return { kind: "unsupported", id: each.value, ...reading.fault("dangling-reference", at, `the constraint \`${each.value.slice(0, 100)}\` is not in the document`, each.value) };
  });
}
