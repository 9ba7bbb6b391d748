import type { Problem } from "@cleartitle/norms";
import type { ActionDeclared } from "./declared.js";
import type { ConflictStrategy, Operator, PolicyType } from "./vocabulary.js";
import type { Value } from "./value.js";

/** A part of a policy that cannot be evaluated, and where it is. What it could touch is unknown. */
export interface Unsupported {
  /** From the policy down: `/permission/0/constraint/1/operator`. */
  readonly path: string;
  readonly why: string;
}

export interface AtomicConstraint {
  readonly kind: "atomic";
  readonly id: string;
  readonly path: string;
  /** IRI. */
  readonly left: string;
  readonly operator: Operator;
  readonly right: readonly Value[];
  /** The right operand was read from this reference; null: it stands in the policy. */
  readonly reference: string | null;
  readonly unit: string | null;
  /** Start of a recurring interval. */
  readonly anchor: Value | null;
  /** What our profile adds to the test, as JSON text. */
  readonly test: string | null;
}

export interface LogicalConstraint {
  readonly kind: "and" | "or" | "xone" | "andSequence" | "none";
  readonly id: string;
  readonly path: string;
  readonly operands: readonly Constraint[];
}

export interface UnsupportedConstraint extends Unsupported {
  readonly kind: "unsupported";
  readonly id: string;
}

export type Constraint = AtomicConstraint | LogicalConstraint | UnsupportedConstraint;

/** A party or asset of a rule. A collection has members by `partOf`; refinements narrow them. */
export interface Referent {
  readonly id: string;
  readonly collection: boolean;
  /** The collection's own identifier, where it is told apart from the node. */
  readonly source: string | null;
  readonly refinements: readonly Constraint[];
}

export interface ActionUse {
  readonly iri: string;
  readonly id: string;
  readonly refinements: readonly Constraint[];
}

export type RuleKind = "permission" | "prohibition" | "obligation" | "duty" | "consequence" | "remedy";

/** One rule with at most one action, target and assignee each: compact and compound rules are taken apart. */
export interface Rule {
  readonly kind: RuleKind;
  /** Node of the rule in the document; rules taken apart share it. */
  readonly id: string;
  readonly path: string;
  /** null: the rule names none. */
  readonly action: ActionUse | null;
  readonly target: Referent | null;
  readonly assignee: Referent | null;
  readonly assigner: Referent | null;
  readonly constraints: readonly Constraint[];
  readonly duties: readonly Rule[];
  readonly consequences: readonly Rule[];
  readonly remedies: readonly Rule[];
  /** Other parties and assets by function: said, and limiting nothing. */
  readonly functions: Readonly<Record<string, readonly string[]>>;
  readonly unsupported: readonly Unsupported[];
  /** What our profile says of the rule: predicate → texts. */
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

export interface Policy {
  readonly id: string;
  readonly type: PolicyType;
  readonly profiles: readonly string[];
  readonly conflict: ConflictStrategy | null;
  readonly inheritFrom: readonly string[];
  /** Its own rules, then those that it inherits. */
  readonly rules: readonly Rule[];
  readonly declared: readonly ActionDeclared[];
  readonly unsupported: readonly Unsupported[];
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

/** Policies of a document with everything that is wrong. A policy with problems is still given: what is wrong in it is unsupported. */
export interface PolicyReading {
  readonly policies: readonly Policy[];
  readonly problems: readonly Problem[];
}
