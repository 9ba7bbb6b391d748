import { canonicalJson, sha256, sha256OfAll, type Interval } from "@cleartitle/norms";
import type { Proof, ProofNode } from "./decision.js";
import { hole, retoldText, somewhere, textOf, type TreeText } from "./proof-text.js";
import { type ProofRoot, type ProofTree } from "./proof-tree.js";

/** What a proof is built from: per class of places, its reasons. */
export interface ProofParts {
  readonly decision: Interval;
  readonly territories: readonly { readonly name: string; /** By which demands name it. */ readonly place: string; readonly interval: Interval; readonly reasons: readonly ProofRoot[] }[];
}

/** A tree as text, and the digest by which equal ones of several places are found. */
interface Written extends TreeText {
  readonly key: string;
}

const written = new WeakMap<object, Written>();
/** Trees of answers up to this size are kept as text for the next answer that tells them; of larger ones they are many times as long as the answer. */
const mostKept = 2_000;

/** Trees under one reason's id: by what they were told of, and by what they say but for the place. */
interface Named {
  readonly byThing: Map<object, string>;
  readonly byText: Map<string, string>;
}

/** Names the nodes: a tree is under its reason's id, a differing one of another place under `id~2` and so on; equal trees are shared. */
export function buildProof(parts: ProofParts, full: boolean): Proof {
  const named = new Map<string, Named>();
  const dag: ProofNode[] = [];
  let nodes = 0;
  const put = (id: string, node: Omit<ProofNode, "id" | "children">, children: readonly string[]): void => {
    const { kind, interval, rule, about, says, cite } = node;
    dag.push({ id, kind, interval, rule, about, children, says, cite });
  };
  const isFew = parts.territories.reduce((sum, { reasons }) => sum + reasons.length, 0) <= mostKept;
  const textFor = ({ of, tree, twin }: Omit<ProofRoot, "id">): Written => {
    const known = written.get(of);
    if (known !== undefined) return known;
    const told = full ? null : twin();
    const found = told === null ? textOf(tree()) : retoldText(told);
    const made = { text: found.text, nodes: found.nodes, key: sha256(found.text) };
    if (isFew) written.set(of, made);
    return made;
  };
  const spread = (id: string, tree: ProofTree): string => {
    put(id, tree, tree.children.map((child, i) => spread(`${id}.${i + 1}`, child)));
    return id;
  };
  /** The text of a reason's tree, where none of its id says the same; and the name under which it stands. */
  const root = ({ id, of, tree, twin }: ProofRoot, territory: string): { readonly name: string; readonly line: string | null } => {
    let under = named.get(id);
    if (under === undefined) named.set(id, (under = { byThing: new Map(), byText: new Map() }));
    const { byThing, byText } = under;
    let name = byThing.get(of);
    if (name !== undefined) return { name, line: null };
    const { text, nodes: more, key } = textFor({ of, tree, twin });
    name = byText.get(key);
    let line: string | null = null;
    if (name === undefined) {
      name = byText.size === 0 ? id : `${id}~${byText.size + 1}`;
      byText.set(key, name);
      line = text.replaceAll(hole, name).replace(somewhere, () => JSON.stringify(territory));
      nodes += more;
      if (full) spread(name, tree());
    }
    byThing.set(of, name);
    return { name, line };
  };
  const top = (id: string, node: Omit<ProofNode, "id" | "children">, children: readonly string[]): string => {
    nodes++;
    if (full) put(id, node, children);
    return canonicalJson({ ...node, id, children });
  };
  // Line by line: together they are many times as long as the answer.
  function* lines(): Generator<string, void> {
    const places: string[] = [];
    for (const { name: territory, place, interval, reasons } of parts.territories) {
      const children: string[] = [];
      for (const reason of reasons) {
        const { name, line } = root(reason, place);
        children.push(name);
        if (line !== null) yield line;
      }
      const id = `t:${territory}`;
      places.push(id);
      yield top(id, { about: null, cite: null, kind: "territories", interval, rule: "join", says: territory }, children);
    }
    yield top("decision", { about: null, cite: null, kind: "decision", interval: parts.decision, rule: "join", says: "the use" }, places);
  }
  const digest = sha256OfAll(listed(lines()));
  return full ? { nodes, digest, dag } : { nodes, digest };
}

/** Texts as a list in JSON. */
function* listed(texts: Iterable<string>): Generator<string, void> {
  let before = "[";
  for (const text of texts) {
    yield `${before}${text}`;
    before = ",";
  }
  yield "]";
}
