import { canonicalJson, sha256, type Interval } from "@cleartitle/norms";
import type { OptionReport, Premise, Proof, ProofNode } from "./decision.js";

/** A part of a proof before its nodes are named and shared. */
export interface ProofTree extends Omit<ProofNode, "id" | "children"> {
  readonly children: readonly ProofTree[];
}

const leafInterval = (result: Premise["result"]): Interval =>
  result === "true" ? { best: "cleared", worst: "cleared" } : result === "false" ? { best: "blocked", worst: "blocked" } : { best: "cleared", worst: "blocked" };

const bare = { about: null, cite: null, rule: "given" } as const;

export const premiseTree = (p: Premise): ProofTree => ({
  ...bare, kind: "leaf", interval: leafInterval(p.result), children: [], says: `${p.reads}${p.of === null ? "" : ` of ${p.of}`} is ${p.is ?? "not recorded"}, needs ${p.needs}: ${p.result}`,
});

export const optionTree = (o: OptionReport): ProofTree => ({
  ...bare, kind: "option", interval: o.interval, children: o.premises.map(premiseTree), cite: o.cite,
  says: `${o.kind}${o.instrument === null ? "" : ` by ${o.instrument}`}${o.norm === null ? "" : ` (${o.norm})`}${o.fails === null ? "" : `: fails on ${o.fails}`}`,
});

/** A leaf that stands on premises alone: a ban, a duty, an exposure. */
export const leafTree = (kind: ProofNode["kind"], interval: Interval, says: string, cite: string | null, premises: readonly Premise[]): ProofTree => ({
  ...bare, kind, interval, says, cite, children: premises.map(premiseTree),
});

/** What a proof is built from: per class of places, the trees of its reasons, each under its reason's id. */
export interface ProofParts {
  readonly decision: Interval;
  readonly territories: readonly { readonly name: string; readonly interval: Interval; readonly reasons: readonly { readonly id: string; readonly tree: ProofTree }[] }[];
}

/** Names the nodes: a tree is under its reason's id, a differing one of another place under `id~2` and so on; equal trees are shared. */
export function buildProof(parts: ProofParts, full: boolean): Proof {
  const nodes = new Map<string, ProofNode>();
  const named = new Map<string, string>();
  const variants = new Map<string, number>();
  const add = (id: string, tree: ProofTree): string => {
    const children = tree.children.map((child, i) => add(`${id}.${i + 1}`, child));
    nodes.set(id, { id, kind: tree.kind, interval: tree.interval, rule: tree.rule, about: tree.about, children, says: tree.says, cite: tree.cite });
    return id;
  };
  const root = (id: string, tree: ProofTree): string => {
    // Trees of one reason are built by the same hand, so that equal ones are equal as text.
    const key = `${id}\u0000${JSON.stringify({ ...tree, about: tree.about === null ? null : { ...tree.about, territory: "" } })}`;
    const known = named.get(key);
    if (known !== undefined) return known;
    const variant = (variants.get(id) ?? 0) + 1;
    variants.set(id, variant);
    const name = variant === 1 ? id : `${id}~${variant}`;
    named.set(key, name);
    return add(name, tree);
  };
  const places = parts.territories.map((t): string => {
    const id = `t:${t.name}`;
    const children = t.reasons.map((r) => root(r.id, r.tree));
    nodes.set(id, { id, kind: "territories", interval: t.interval, rule: "join", about: null, children, says: t.name, cite: null });
    return id;
  });
  nodes.set("decision", { id: "decision", kind: "decision", interval: parts.decision, rule: "join", about: null, children: places, says: "the use", cite: null });
  const dag = [...nodes.values()];
  const digest = sha256(canonicalJson(dag));
  return full ? { nodes: dag.length, digest, dag } : { nodes: dag.length, digest };
}
