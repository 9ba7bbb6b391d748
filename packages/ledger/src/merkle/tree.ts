import { emptyRoot, type Hash, hashNode } from "./hash.js";

/** Where a node stands: level 0 are the leaves; `index` counts the whole subtrees of its level from the left. */
export interface NodeAddress {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodeAddress {
  readonly hash: Hash;
}

/** All of a tree that appending needs: its size, and the roots of its whole subtrees from the largest to the smallest. */
export interface Tree {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

export const emptyTree: Tree = { size: 0, peaks: [] };

/** Addresses of the peaks of a tree of this size, in the order of `Tree.peaks`: what to read back of stored nodes to go on appending. */
export const peaksOf = (size: number): readonly NodeAddress[] => wholeNodes(0, size);

/** The largest whole subtrees that make up the leaves from `begin` to before `end`; `begin` must be where so large a one can begin. */
export function wholeNodes(begin: number, end: number): readonly NodeAddress[] {
  const nodes: NodeAddress[] = [];
  for (let at = begin; at < end; ) {
    const level = Math.floor(Math.log2(end - at));
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** One hash of whole subtrees that stand beside each other, larger ones left. */
export const foldNodes = (hashes: readonly Hash[]): Hash => (hashes.length === 0 ? emptyRoot : hashes.slice(0, -1).reduceRight((right, left) => hashNode(left, right), hashes.at(-1)!));

export const rootOf = (tree: Tree): Hash => foldNodes(tree.peaks);

/** The tree with one more leaf, and the nodes that are new and never change again (its leaf first). */
function appendLeaf(tree: Tree, leaf: Hash): { readonly tree: Tree; readonly nodes: readonly TreeNode[] } {
  const peaks = [...tree.peaks];
  const nodes: TreeNode[] = [{ level: 0, index: tree.size, hash: leaf }];
  let [level, index, hash] = [0, tree.size, leaf];
  for (; index % 2 === 1; level++, index = (index - 1) / 2) {
    hash = hashNode(peaks.pop()!, hash);
    nodes.push({ level: level + 1, index: (index - 1) / 2, hash });
  }
  return { tree: { size: tree.size + 1, peaks: [...peaks, hash] }, nodes };
}

/** Appends leaves in order. The nodes are all that a store has to keep for every proof to come, about two for each leaf. */
export function appendLeaves(tree: Tree, leaves: readonly Hash[]): { readonly tree: Tree; readonly nodes: readonly TreeNode[] } {
  const nodes: TreeNode[] = [];
  let grown = tree;
  for (const leaf of leaves) {
    const next = appendLeaf(grown, leaf);
    grown = next.tree;
    nodes.push(...next.nodes);
  }
  return { tree: grown, nodes };
}
