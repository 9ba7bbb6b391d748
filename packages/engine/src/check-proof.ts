import { canonicalJson, joinIntervals, levelOrder, sha256, statusOf, worstStatus } from "@cleartitle/norms";
import type { Decision, ProofNode, Reason } from "./decision.js";

/**
 * Checks a decision's proof without evaluating anything again: that the verdict follows from the places, each place from its reasons, each reason
 * from the closed list of its options, that every leaf says where it comes from, and that the digest is that of the nodes.
 * Returns what does not hold; empty: the proof stands.
 */
export function checkProof(decision: Decision): string[] {
  const { dag } = decision.proof;
  if (dag === undefined) return ["the proof was not asked for in full"];
  const nodes = new Map(dag.map((n) => [n.id, n] as const));
  const faults: string[] = [];
  if (sha256(canonicalJson(dag)) !== decision.proof.digest) faults.push("the digest is not that of the nodes");
  if (nodes.size !== dag.length) faults.push("a node stands twice");
  for (const node of dag) faults.push(...checkNode(node, nodes));
  for (const reason of decision.reasons) faults.push(...checkReason(reason, nodes));
  const root = nodes.get("decision");
  if (root === undefined) return [...faults, "there is no decision node"];
  if (statusOf(root.interval) !== decision.decision) faults.push(`the verdict is ${decision.decision}, its node says ${statusOf(root.interval)}`);
  if (root.interval.best !== decision.best || root.interval.worst !== decision.worst) faults.push("best and worst are not those of the decision node");
  if (worstStatus(decision.byTerritory.map((t) => t.decision)) !== decision.decision) faults.push("the verdict is not the join of the places");
  return faults;
}

function checkNode(node: ProofNode, nodes: ReadonlyMap<string, ProofNode>): string[] {
  if (levelOrder(node.interval.best, node.interval.worst) > 0) return [`${node.id}: best is worse than worst`];
  const children = node.children.map((id) => nodes.get(id));
  if (children.some((c) => c === undefined)) return [`${node.id}: a child is missing`];
  if (node.rule !== "join") return [];
  const joined = joinIntervals(children.map((c) => c!.interval));
  return joined.best === node.interval.best && joined.worst === node.interval.worst ? [] : [`${node.id}: is not the join of its children`];
}

/** No reason may be better than its best option, and none may be called usable while every option is refused. */
function checkReason(reason: Reason, nodes: ReadonlyMap<string, ProofNode>): string[] {
  const node = nodes.get(reason.id);
  if (node === undefined) return [`${reason.id}: not in the proof`];
  const faults: string[] = [];
  if (statusOf(node.interval) !== reason.decision) faults.push(`${reason.id}: the reason says ${reason.decision}, its node ${statusOf(node.interval)}`);
  const usable = reason.decision === "cleared" || reason.decision === "conditional";
  if (usable && reason.basisKind !== "none") {
    const serving = reason.options.filter((o) => o.interval.worst !== "blocked");
    if (serving.length === 0) faults.push(`${reason.id}: usable, and no option serves`);
    if (serving.some((o) => o.kind !== "owned" && (o.cite ?? "") === "")) faults.push(`${reason.id}: an option that serves has no citation`);
    if (serving.some((o) => o.kind === "granted" && o.verified !== "primary" && o.verified !== "secondary")) faults.push(`${reason.id}: rests on an instrument that is not verified`);
  }
  const best = Math.min(3, ...reason.options.map((o) => ({ cleared: 0, conditional: 1, blocked: 2 })[o.interval.best]));
  if (reason.options.length > 0 && usable && best === 2) faults.push(`${reason.id}: usable, though every option considered is refused`);
  return faults;
}
