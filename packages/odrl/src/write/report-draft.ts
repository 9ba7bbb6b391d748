import type { Truth } from "@cleartitle/norms";
import type { ConstraintReport } from "../evaluate/constraint.js";
import type { ComplianceReport } from "../evaluate/evaluate.js";
import type { DutyReport, RuleReport } from "../evaluate/rule.js";
import { printValue } from "../model/value.js";
import { dct, profile, xsd } from "../model/vocabulary.js";

/** The words of the draft; what nobody knows has none there, and gets ours. */
const word = (truth: Truth, yes: string, no: string): string => (truth === "true" ? `report:${yes}` : truth === "false" ? `report:${no}` : "cleartitle:Undetermined");

const constraintOf = (each: ConstraintReport): object => ({
  "@type": "report:ConstraintReport", "report:constraint": each.constraint, "report:satisfactionState": word(each.truth, "Satisfied", "Not-Satisfied"),
  ...(each.inner.length === 0 ? {} : { "report:constraintReport": each.inner.map(constraintOf) }),
});

const conditionOf = (each: DutyReport): object => ({
  "@type": "report:ConditionReport", "report:condition": each.duty, "report:activationState": word(each.active, "Active", "Inactive"),
  "report:deonticState": each.state === "NonSet" ? "report:Not-set" : `report:${each.state}`, "cleartitle:reading": each.reading,
  ...(each.constraints.length === 0 ? {} : { "report:constraintReport": each.constraints.map(constraintOf) }),
  ...(each.action === null ? {} : { "report:actionReport": [{ "@type": "report:ActionReport", "report:action": each.action, "report:performanceState": `report:${each.state === "Fulfilled" ? "Performed" : "Unperformed"}` }] }),
});

/** Only a permission has a control state; what is due of the other rules is their deontic state, which nothing here observes. */
const ruleOf = (each: RuleReport): object => ({
  "@type": "report:ruleReport", "report:rule": each.rule, "report:activationState": word(each.active, "Active", "Inactive"),
  ...(each.kind === "permission" ? { "report:controlState": word(each.applies, "Permit", "Deny") } : {}),
  ...(each.constraints.length + each.refinements.length === 0 ? {} : { "report:constraintReport": [...each.constraints, ...each.refinements].map(constraintOf) }),
  ...(each.duties.length === 0 ? {} : { "report:conditionReport": each.duties.map(conditionOf) }),
});

/**
 * A compliance report in the words of the Formal Semantics draft, as JSON-LD. The draft's namespace is its own stopgap and its reports hang on
 * names made for each; here they hang on the name of their class.
 */
export function reportDraft(answer: ComplianceReport): Record<string, unknown> {
  return {
    "@context": { report: "http://example.com/report/temp/", dct, xsd, cleartitle: profile },
    "@graph": answer.policies.map((policy) => ({
      "@type": "report:ComplianceReport", "report:policy": policy.policy, "report:evaluationRequest": answer.request, "cleartitle:decision": answer.decision,
      ...(answer.at === null ? {} : { "dct:created": { "@value": printValue(answer.at), "@type": /[T ]/.test(printValue(answer.at)) ? "xsd:dateTime" : "xsd:date" } }),
      "report:ruleReport": policy.rules.map(ruleOf),
    })),
  };
}
