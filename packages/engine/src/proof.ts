import { canonicalJson, sha256, type Interval } from "@cleartitle/norms";
import type { OptionReport, Premise, Proof, ProofNode } from "./decision.js";

/** A part of a proof before its nodes are named and shared. */
export interface ProofTree extends Omit<ProofNode, "id" | "children"> {
  readonly children: readonly ProofTree[];
}

const leafInterval = (result: Premise["result"]): Interval =>
  result === "true" ? { best: "cleared", worst: "cleared" } : result === "false" ? { best: "blocked", worst: "blocked" } : { best: "cleared", worst: "blocked" };

const bare = { about: null, cite: null, rule: "given" } as const;

/** The same part of a proof for the same thing: what judgments rest on is told again place by place and answer by answer, and never changes. */
function once<T extends object>(make: (of: T) => ProofTree): (of: T) => ProofTree {
  const made = new WeakMap<T, ProofTree>();
  return (of) => {
    let tree = made.get(of);
    if (tree === undefined) made.set(of, (tree = make(of)));
    return tree;
  };
}

const premiseTree = once((p: Premise): ProofTree => ({
  ...bare, kind: "leaf", interval: leafInterval(p.result), children: [], says: `${p.reads}${p.of === null ? "" : ` of ${p.of}`} is ${p.is ?? "not recorded"}, needs ${p.needs}: ${p.result}`,
}));

export const optionTree = once((o: OptionReport): ProofTree => ({
  ...bare, kind: "option", interval: o.interval, children: o.premises.map(premiseTree), cite: o.cite,
  says: `${o.kind}${o.instrument === null ? "" : ` by ${o.instrument}`}${o.norm === null ? "" : ` (${o.norm})`}${o.fails === null ? "" : `: fails on ${o.fails}`}`,
}));

/** A leaf that stands on premises alone: a ban, a duty, an exposure. */
export const leafTree = (kind: ProofNode["kind"], interval: Interval, says: string, cite: string | null, premises: readonly Premise[]): ProofTree => ({
  ...bare, kind, interval, says, cite, children: premises.map(premiseTree),
});

/** What a proof is built from: per class of places, the trees of its reasons, each under its reason's id. */
export interface ProofParts {
  readonly decision: Interval;
  readonly territories: readonly { readonly name: string; readonly interval: Interval; readonly reasons: readonly { readonly id: string; readonly tree: ProofTree }[] }[];
}

/** Stands in the text of a tree for the name of its root, which no text can hold. */
const hole = "\u0000";

/** The canonical text of a tree's nodes, each after its children, and how many they are. */
interface TreeText {
  readonly text: string;
  readonly nodes: number;
}

const texts = new WeakMap<ProofTree, TreeText>();

function textOf(tree: ProofTree): TreeText {
  let known = texts.get(tree);
  if (known === undefined) texts.set(tree, (known = written(tree)));
  return known;
}

function written(tree: ProofTree): TreeText {
  const below = tree.children.map(textOf);
  const names = below.map((_, i) => `${hole}.${i + 1}`);
  const text = [...below.map((child, i) => child.text.replaceAll(hole, names[i]!)), nodeText(tree, `"${hole}"`, names.map((name) => `"${name}"`))].join(",");
  return { text, nodes: below.reduce((sum, child) => sum + child.nodes, 1) };
}

/** A node as canonical JSON; its name and those of its children are so already. */
function nodeText({ about, cite, interval: { best, worst }, kind, rule, says }: Omit<ProofNode, "id" | "children">, id: string, children: readonly string[]): string {
  return `{"about":${canonicalJson(about)},"children":[${children.join(",")}],"cite":${JSON.stringify(cite)},"id":${id},"interval":{"best":"${best}","worst":"${worst}"},"kind":"${kind}","rule":"${rule}","says":${JSON.stringify(says)}}`;
}

const placeless = new WeakMap<ProofTree, string>();

/** What a tree says but for the place: equal ones of several places are one. */
function placelessText(tree: ProofTree): string {
  if (tree.about === null) return textOf(tree).text;
  let text = placeless.get(tree);
  if (text === undefined) placeless.set(tree, (text = written({ ...tree, about: { ...tree.about, territory: "" } }).text));
  return text;
}

/** Names the nodes: a tree is under its reason's id, a differing one of another place under `id~2` and so on; equal trees are shared. */
export function buildProof(parts: ProofParts, full: boolean): Proof {
  const named = new Map<string, { readonly byTree: Map<ProofTree, string>; readonly byText: Map<string, string> }>();
  const lines: string[] = [];
  const dag: ProofNode[] = [];
  let nodes = 0;
  const put = (id: string, node: Omit<ProofNode, "id" | "children">, children: readonly string[]): void => {
    const { kind, interval, rule, about, says, cite } = node;
    dag.push({ id, kind, interval, rule, about, children, says, cite });
  };
  const spread = (id: string, tree: ProofTree): string => {
    put(id, tree, tree.children.map((child, i) => spread(`${id}.${i + 1}`, child)));
    return id;
  };
  const root = (id: string, tree: ProofTree): string => {
    let of = named.get(id);
    if (of === undefined) named.set(id, (of = { byTree: new Map(), byText: new Map() }));
    let name = of.byTree.get(tree);
    if (name !== undefined) return name;
    const key = placelessText(tree);
    name = of.byText.get(key);
    if (name === undefined) {
      name = of.byText.size === 0 ? id : `${id}~${of.byText.size + 1}`;
      of.byText.set(key, name);
      const { text, nodes: more } = textOf(tree);
      lines.push(text.replaceAll(hole, name));
      nodes += more;
      if (full) spread(name, tree);
    }
    of.byTree.set(tree, name);
    return name;
  };
  const top = (id: string, node: Omit<ProofNode, "id" | "children">, children: readonly string[]): string => {
    lines.push(nodeText(node, JSON.stringify(id), children.map((child) => JSON.stringify(child))));
    nodes++;
    if (full) put(id, node, children);
    return id;
  };
  const places = parts.territories.map((t): string =>
    top(`t:${t.name}`, { ...bare, kind: "territories", interval: t.interval, rule: "join", says: t.name }, t.reasons.map((r) => root(r.id, r.tree))));
  top("decision", { ...bare, kind: "decision", interval: parts.decision, rule: "join", says: "the use" }, places);
  const digest = sha256(`[${lines.join(",")}]`);
  return full ? { nodes, digest, dag } : { nodes, digest };
}
