import type { ProofNode, Wording } from "@cleartitle/engine";
import { statusOf } from "@cleartitle/norms";
import { useEffect, useState } from "react";
import { Verdict } from "../../part/verdict.js";
import { childrenOf, type ProofTree } from "./proof-tree.js";
import { holdsWords, sayNode } from "./proof-words.js";

interface NodeProps {
  readonly node: ProofNode;
  readonly tree: ProofTree;
  readonly wording: Wording;
  readonly depth: number;
  /** It stands first under nodes that stand first: what is open from the start leads one way down. */
  readonly isFirst: boolean;
  readonly chosen: string | null;
  /** Nodes between the root and the chosen one. */
  readonly way: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}

function Outcome({ node }: { readonly node: ProofNode }) {
  const status = statusOf(node.interval);
  if (node.kind !== "leaf") return <Verdict status={status} />;
  const [shape, word] = holdsWords[status]!;
  return <span className="holds"><span aria-hidden="true">{shape}</span> {word}</span>;
}

/** The first way to the answer is open from the start, as far as the options; the rest by a click. */
const isOpenAtFirst = ({ kind, interval }: ProofNode, depth: number, isFirst: boolean): boolean => depth === 0 || (isFirst && depth < 4 && kind !== "option" && statusOf(interval) !== "cleared");

/** One node, and under it what it follows from. */
export function Node({ node, depth, isFirst, ...rest }: NodeProps) {
  const { tree, wording, chosen, way, onChoose } = rest;
  const [isOpen, setOpen] = useState(isOpenAtFirst(node, depth, isFirst));
  const isOnWay = way.has(node.id) && node.id !== chosen;
  useEffect(() => {
    if (isOnWay) setOpen(true);
  }, [isOnWay]);
  const under = childrenOf(tree, node);
  return (
    <li>
      <div className="node" data-row="" tabIndex={-1} aria-current={chosen === node.id ? "true" : undefined}>
        {under.length > 0
          ? <button type="button" className="bare toggle" aria-expanded={isOpen} aria-label={`${isOpen ? "Close" : "Open"} what ${node.id} follows from`} onClick={() => setOpen(!isOpen)}>{isOpen ? "▾" : "▸"}</button>
          : <span className="toggle" />}
        <Outcome node={node} />
        <div className="what">
          <button type="button" className="bare says" onClick={() => onChoose(node.id)}><bdi>{sayNode(node, tree, wording)}</bdi></button>
          {node.cite !== null && <span className="soft small"><bdi>{node.cite}</bdi></span>}
        </div>
      </div>
      {isOpen && under.length > 0 && <ul>{under.map((child, at) => <Node key={child.id} {...rest} node={child} depth={depth + 1} isFirst={isFirst && at === 0} />)}</ul>}
    </li>
  );
}
