import { canonicalJson, sha256, type Interval } from "@cleartitle/norms";
import type { Decision, Proof, ProofNode, Reason } from "./decision.js";

/** What a proof is built from: the reasons of each class of places with their intervals. */
export interface ProofParts {
  readonly decision: Interval;
  readonly territories: readonly { readonly name: string; readonly interval: Interval; readonly reasons: readonly string[] }[];
  readonly reasons: readonly Reason[];
  readonly intervals: ReadonlyMap<string, Interval>;
}

/** Builds the DAG from verdict to leaves: decision ← places ← reasons ← options ← premises, shared nodes once, in canonical order. */
export function buildProof(parts: ProofParts, full: boolean): Proof {
  const nodes: ProofNode[] = [];
  for (const reason of parts.reasons) nodes.push(...reasonNodes(reason, parts.intervals.get(reason.id)!));
  for (const t of parts.territories) {
    nodes.push({ id: `t:${t.name}`, kind: "territories", interval: t.interval, rule: "join", children: t.reasons, says: t.name, cite: null });
  }
  nodes.push({ id: "decision", kind: "decision", interval: parts.decision, rule: "join", children: parts.territories.map((t) => `t:${t.name}`), says: "the use", cite: null });
  const digest = sha256(canonicalJson(nodes));
  return full ? { nodes: nodes.length, digest, dag: nodes } : { nodes: nodes.length, digest };
}

function reasonNodes(reason: Reason, interval: Interval): ProofNode[] {
  const options = reason.options.map((o, i): ProofNode => ({
    id: `${reason.id}.o${i + 1}`, kind: "option", interval: o.interval, rule: "given", children: [], cite: o.cite,
    says: `${o.kind}${o.instrument === null ? "" : ` by ${o.instrument}`}${o.fails === null ? "" : `: fails on ${o.fails}`}`,
  }));
  const premises = reason.premises.map((p, i): ProofNode => ({
    id: `${reason.id}.p${i + 1}`, kind: "leaf", interval: leafInterval(p.result), rule: "given", children: [], cite: null,
    says: `${p.reads}${p.of === null ? "" : ` of ${p.of}`} is ${p.is ?? "not recorded"}, needs ${p.needs}: ${p.result}`,
  }));
  const kind = reason.tense === "past" ? "exposure" : reason.options.length > 0 || reason.basisKind !== "none" ? "demand" : "ban";
  const node: ProofNode = { id: reason.id, kind, interval, rule: "given", children: [...options, ...premises].map((n) => n.id), says: `${reason.action} on ${reason.asset} (${reason.layer}): ${reason.outcome}`, cite: reason.cite };
  return [...options, ...premises, node];
}

const leafInterval = (result: string): Interval =>
  result === "true" ? { best: "cleared", worst: "cleared" } : result === "false" ? { best: "blocked", worst: "blocked" } : { best: "cleared", worst: "blocked" };

/** The proof of a decision as nodes, for one that was asked in full. */
export const nodesOf = (decision: Decision): readonly ProofNode[] => decision.proof.dag ?? [];
