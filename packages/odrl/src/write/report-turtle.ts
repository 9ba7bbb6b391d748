import type { Truth } from "@cleartitle/norms";
import type { ConstraintReport } from "../evaluate/constraint.js";
import type { ComplianceReport } from "../evaluate/evaluate.js";
import type { DutyReport, RuleReport } from "../evaluate/rule.js";
import { printValue, type Value } from "../model/value.js";
import { dct, odrl, profile, rdf, report, xsd } from "../model/vocabulary.js";
import { RdfGraph, type Term, type Triple } from "../rdf.js";
import { writeTurtle } from "./turtle.js";

const node = (value: string): Term => ({ kind: "node", value });
const literal = (value: string, datatype = "string"): Term => ({ kind: "literal", value, datatype: xsd + datatype });

const satisfaction = (truth: Truth): Term => node(truth === "true" ? `${report}Satisfied` : truth === "false" ? `${report}Unsatisfied` : `${profile}Undetermined`);
const activation = (truth: Truth): Term => node(truth === "true" ? `${report}Active` : truth === "false" ? `${report}Inactive` : `${profile}Undetermined`);
const classes = { target: "TargetReport", party: "PartyReport", action: "ActionReport" } as const;
const ruleClasses: Readonly<Record<string, string>> = { permission: "PermissionReport", prohibition: "ProhibitionReport", obligation: "DutyReport" };

const valueTerm = (value: Value): Term =>
  value.kind === "term" ? node(value.iri) : literal(printValue(value), value.kind === "number" ? (value.integer ? "integer" : "decimal") : value.kind === "instant" ? (/[T ]/.test(value.text) ? "dateTime" : "date") : value.kind === "duration" ? "duration" : "string");

/** Collects the triples of one report; names of its parts count up. */
class Writer {
  readonly triples: Triple[] = [];
  #count = 0;
  fresh = (): string => `_:r${(this.#count += 1)}`;
  add(subject: string, predicate: string, ...objects: readonly Term[]): void {
    for (const object of objects) this.triples.push({ subject, predicate, object });
  }

  constraint(each: ConstraintReport): Term {
    const id = this.fresh();
    this.add(id, `${rdf}type`, node(`${report}ConstraintReport`));
    this.add(id, `${report}constraint`, node(each.constraint));
    if (each.left !== null) {
      this.add(id, `${report}constraintLeftOperand`, ...each.left.values.map(valueTerm));
      this.add(id, `${report}constraintOperator`, node(odrl + each.operator));
      this.add(id, `${report}constraintRightOperand`, ...each.right.map(valueTerm));
    } else if (each.kind !== "unsupported") {
      this.add(id, `${report}constraintLogicalOperand`, node(each.kind === "none" ? `${profile}none` : odrl + each.kind));
      this.add(id, `${report}premiseReport`, ...each.inner.map((one) => this.constraint(one)));
    }
    this.add(id, `${report}satisfactionState`, satisfaction(each.truth));
    return node(id);
  }

  duty(each: DutyReport): Term {
    const id = this.fresh();
    this.add(id, `${rdf}type`, node(`${report}DutyReport`));
    this.add(id, `${report}rule`, node(each.duty));
    this.add(id, `${report}activationState`, activation(each.active));
    this.add(id, `${report}deonticState`, node(report + each.state));
    this.add(id, `${report}performanceState`, node(`${report}${each.state === "Fulfilled" ? "Performed" : each.state === "Violated" ? "Unperformed" : "Unknown"}`));
    this.add(id, `${profile}reading`, literal(each.reading));
    this.add(id, `${profile}consequenceReport`, ...each.consequences.map((one) => this.duty(one)));
    return node(id);
  }

  rule(each: RuleReport, requested: string | null): Term {
    const id = this.fresh();
    this.add(id, `${rdf}type`, node(report + (ruleClasses[each.kind] ?? "RuleReport")));
    this.add(id, `${report}attemptState`, node(`${report}Attempted`));
    this.add(id, `${report}rule`, node(each.rule));
    if (requested !== null) this.add(id, `${report}ruleRequest`, node(requested));
    for (const premise of each.premises) {
      const inner = this.fresh();
      this.add(id, `${report}premiseReport`, node(inner));
      this.add(inner, `${rdf}type`, node(report + classes[premise.kind]));
      this.add(inner, `${report}satisfactionState`, satisfaction(premise.truth));
    }
    this.add(id, `${report}premiseReport`, ...[...each.constraints, ...each.refinements].map((one) => this.constraint(one)));
    this.add(id, `${report}conditionReport`, ...each.duties.map((one) => this.duty(one)));
    this.add(id, `${profile}remedyReport`, ...each.remedies.map((one) => this.duty(one)));
    this.add(id, `${report}activationState`, activation(each.applies));
    return node(id);
  }
}

/** A compliance report in the vocabulary of FORCE (https://w3id.org/force/compliance-report), as Turtle. */
export function reportTurtle(answer: ComplianceReport): string {
  const writer = new Writer();
  for (const policy of answer.policies) {
    const id = writer.fresh();
    writer.add(id, `${rdf}type`, node(`${report}PolicyReport`));
    if (answer.at !== null) writer.add(id, `${dct}created`, valueTerm(answer.at));
    writer.add(id, `${report}policy`, node(policy.policy));
    writer.add(id, `${report}policyRequest`, node(answer.request));
    writer.add(id, `${profile}decision`, literal(answer.decision));
    writer.add(id, `${profile}conflictStrategy`, node(odrl + policy.conflict.strategy));
    writer.add(id, `${report}ruleReport`, ...policy.rules.map((each) => writer.rule(each, answer.requestRule)));
  }
  return writeTurtle(new RdfGraph(writer.triples));
}
