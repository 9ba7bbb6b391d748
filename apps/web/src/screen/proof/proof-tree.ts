import type { Decision, OptionReport, Premise, ProofNode } from "@cleartitle/engine";
import { statusOf, statusOrder } from "@cleartitle/norms";

/** The nodes of a proof, and what those at its ends were made of. */
export interface ProofTree {
  readonly nodes: ReadonlyMap<string, ProofNode>;
  readonly root: ProofNode;
  /** Acts of the past, which stand apart from what the use comes to. */
  readonly exposures: readonly ProofNode[];
  readonly premises: ReadonlyMap<string, Premise>;
  readonly options: ReadonlyMap<string, OptionReport>;
}

/** A premise and an option as their nodes say them: by these words nodes are known again. */
const premiseText = (p: Premise): string => `${p.reads}${p.of === null ? "" : ` of ${p.of}`} is ${p.is ?? "not recorded"}, needs ${p.needs}: ${p.result}`;
const optionText = (o: OptionReport): string => `${o.kind}${o.instrument === null ? "" : ` by ${o.instrument}`}${o.norm === null ? "" : ` (${o.norm})`}${o.fails === null ? "" : `: fails on ${o.fails}`}`;

/** The tree of a decision that was made with its full proof; null: it was not. */
export function proofTree({ proof, reasons, exposure }: Decision): ProofTree | null {
  const dag = proof?.dag ?? [];
  const nodes = new Map(dag.map((node) => [node.id, node]));
  const inner = new Set(dag.flatMap(({ children }) => children));
  const root = dag.find(({ id }) => !inner.has(id));
  if (root === undefined) return null;
  const options = reasons.flatMap((reason) => reason.options);
  const premises = [...options, ...reasons, ...exposure].flatMap((each) => each.premises);
  return {
    nodes, root, exposures: dag.filter(({ kind }) => kind === "exposure"),
    premises: new Map(premises.map((premise) => [premiseText(premise), premise])),
    options: new Map(options.map((option) => [`${optionText(option)} ${option.cite ?? ""}`, option])),
  };
}

/** What a leaf says, read back: reasons that hold by one option leave out what the others failed on. null: it says something else. */
function premiseIn(says: string): Premise | null {
  const [, what = "", is = "", needs = "", result = ""] = /^(.+) is (.+), needs (.+): (true|false|unknown)$/.exec(says) ?? [];
  if (what === "") return null;
  const at = what.lastIndexOf(" of ");
  const read = at === -1 ? { reads: what, of: null } : { reads: what.slice(0, at), of: what.slice(at + 4) };
  return { ...read, is: is === "not recorded" ? null : is, needs, result: result as Premise["result"] };
}

export const premiseOf = ({ premises }: ProofTree, { kind, says }: ProofNode): Premise | null => premises.get(says) ?? (kind === "leaf" ? premiseIn(says) : null);
export const optionOf = ({ options }: ProofTree, { says, cite }: ProofNode): OptionReport | null => options.get(`${says} ${cite ?? ""}`) ?? null;

/** What somebody gave is looked at before what the law leaves free. */
const optionOrder = ["granted", "owned", "excepted", "unprotected"];
const rankOf = ({ kind, says }: ProofNode): number => (kind === "option" ? optionOrder.findIndex((each) => says.startsWith(each)) : 0);

/** What stands under a node, the worst first; acts of the past are left to their own part. */
export function childrenOf({ nodes }: ProofTree, { children }: ProofNode): readonly ProofNode[] {
  const found = children.flatMap((id) => nodes.get(id) ?? []).filter(({ kind }) => kind !== "exposure");
  return found.toSorted((a, b) => statusOrder(statusOf(b.interval), statusOf(a.interval)) || rankOf(a) - rankOf(b));
}

/** The nodes from the root down to one, by the first way to it; empty where it is not in the tree. */
export function wayTo(tree: ProofTree, id: string): readonly string[] {
  const from = new Map<string, string>();
  const queue = [tree.root.id];
  for (const at of queue) {
    if (at === id) break;
    for (const child of tree.nodes.get(at)?.children ?? []) {
      if (from.has(child) || child === tree.root.id) continue;
      from.set(child, at);
      queue.push(child);
    }
  }
  if (id !== tree.root.id && !from.has(id)) return [];
  const way = [id];
  for (let above = from.get(id); above !== undefined; above = from.get(above)) way.unshift(above);
  return way;
}
