import type { ConstraintReport } from "../evaluate/constraint.js";
import type { ComplianceReport } from "../evaluate/evaluate.js";
import type { DutyReport } from "../evaluate/rule.js";
import { printValue } from "../model/value.js";

const states = { true: "satisfied", false: "unsatisfied", unknown: "unknown" } as const;

function constraintJson(each: ConstraintReport): unknown {
  return {
    constraint: each.constraint, path: each.path, kind: each.kind, state: states[each.truth], operand: each.left?.operand ?? null, left: each.left?.values.map(printValue) ?? [],
    operator: each.operator, right: each.right.map(printValue), why: each.why, inner: each.inner.map(constraintJson),
  };
}

function dutyJson(duty: DutyReport): unknown {
  return { duty: duty.duty, active: states[duty.active], state: duty.state, reading: duty.reading, constraints: duty.constraints.map(constraintJson), consequences: duty.consequences.map(dutyJson) };
}

/** A compliance report as plain JSON: every key is there, values are texts. */
export function reportJson(answer: ComplianceReport): Record<string, unknown> {
  return {
    request: answer.request, requestRule: answer.requestRule, decision: answer.decision, at: answer.at === null ? null : printValue(answer.at), dutyReading: answer.dutyReading, behavior: answer.behavior,
    missing: answer.missing, notes: answer.notes,
    policies: answer.policies.map((policy) => ({
      policy: policy.policy, type: policy.type, decision: policy.decision, conflict: policy.conflict, notes: policy.notes,
      rules: policy.rules.map((rule) => ({
        rule: rule.rule, path: rule.path, kind: rule.kind, active: states[rule.active], applies: states[rule.applies], premises: rule.premises.map((each) => ({ kind: each.kind, state: states[each.truth] })),
        constraints: rule.constraints.map(constraintJson), refinements: rule.refinements.map(constraintJson),
        duties: rule.duties.map(dutyJson), remedies: rule.remedies.map(dutyJson),
        why: rule.why,
      })),
    })),
  };
}
