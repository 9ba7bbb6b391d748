import { canonicalJson, joinIntervals, levelOrder, meetIntervals, sha256, statusOf, worstStatus, type Interval, type Level } from "@cleartitle/norms";
import type { Decision, ProofNode, Reason } from "./decision.js";
import { missingOptions } from "./closed-options.js";
import type { World } from "./world.js";

/**
 * Checks a decision's proof without evaluating anything again: that the verdict follows from the places, each place from its reasons, each demand
 * from its readings and their closed list of options, that every option that serves is cited and verified, and that the digest is that of the nodes.
 * With the world at hand the list of options of every demand is also held against the rules and licenses that could have been one.
 * Returns what does not hold; empty: the proof stands.
 */
export function checkProof(decision: Decision, world?: World): string[] {
  const { dag, digest } = decision.proof ?? {};
  if (dag === undefined) return ["the proof was not asked for in full"];
  const nodes = new Map(dag.map((n) => [n.id, n] as const));
  const faults: string[] = [];
  if (sha256(canonicalJson(dag)) !== digest) faults.push("the digest is not that of the nodes");
  if (nodes.size !== dag.length) faults.push("a node stands twice");
  for (const node of dag) faults.push(...checkNode(node, nodes));
  for (const reason of decision.reasons) faults.push(...checkReason(reason, nodes));
  if (world !== undefined) for (const node of dag) faults.push(...missingOptions(node, nodes, world));
  const root = nodes.get("decision");
  if (root === undefined) return [...faults, "there is no decision node"];
  if (statusOf(root.interval) !== decision.decision) faults.push(`the verdict is ${decision.decision}, its node says ${statusOf(root.interval)}`);
  if (root.interval.best !== decision.best || root.interval.worst !== decision.worst) faults.push("best and worst are not those of the decision node");
  if (worstStatus(decision.byTerritory.map((t) => t.decision)) !== decision.decision) faults.push("the verdict is not the join of the places");
  return faults;
}

const better = (a: Level, b: Level): Level => (levelOrder(a, b) <= 0 ? a : b);
const worse = (a: Level, b: Level): Level => (levelOrder(a, b) >= 0 ? a : b);

const spanned = (children: readonly Interval[]): Interval => ({ best: children.map((c) => c.best).reduce(better), worst: children.map((c) => c.worst).reduce(worse) });

const rules: Readonly<Record<Exclude<ProofNode["rule"], "given">, (children: readonly Interval[]) => Interval>> = {
  join: joinIntervals,
  meet: meetIntervals,
  span: spanned,
  may: (children) => ({ best: "cleared", worst: spanned(children).worst }),
};

function checkNode(node: ProofNode, nodes: ReadonlyMap<string, ProofNode>): string[] {
  if (levelOrder(node.interval.best, node.interval.worst) > 0) return [`${node.id}: best is worse than worst`];
  const children = node.children.map((id) => nodes.get(id));
  if (children.some((c) => c === undefined)) return [`${node.id}: a child is missing`];
  if (node.kind === "option") return checkOption(node);
  if (node.rule === "given") return [];
  const follows = rules[node.rule](children.map((c) => c!.interval));
  return follows.best === node.interval.best && follows.worst === node.interval.worst ? [] : [`${node.id}: does not follow from its children (${node.rule})`];
}

/** What serves, even on condition, says where it stands. */
function checkOption(node: ProofNode): string[] {
  return node.interval.worst !== "blocked" && (node.cite ?? "") === "" ? [`${node.id}: serves, and has no citation`] : [];
}

/** A reason says what its node says, and nothing unverified carries one that is usable. */
function checkReason(reason: Reason, nodes: ReadonlyMap<string, ProofNode>): string[] {
  const node = nodes.get(reason.id);
  if (node === undefined) return [`${reason.id}: not in the proof`];
  const faults: string[] = [];
  if (statusOf(node.interval) !== reason.decision) faults.push(`${reason.id}: the reason says ${reason.decision}, its node ${statusOf(node.interval)}`);
  const usable = reason.decision === "cleared" || reason.decision === "conditional";
  if (!usable || reason.basisKind === "none") return faults;
  const serving = reason.options.filter((o) => o.interval.worst !== "blocked");
  if (serving.length === 0) faults.push(`${reason.id}: usable, and no option serves`);
  if (serving.some((o) => o.kind === "granted" && o.verified !== "primary" && o.verified !== "secondary")) faults.push(`${reason.id}: rests on an instrument that is not verified`);
  return faults;
}
