import { inclusionFolds, subtreeFolds } from "./fold.js";
import { emptyRoot, type Hash, hashNode, isHash, sameHash } from "./hash.js";

const areSizes = (...numbers: readonly number[]): boolean => numbers.every((each) => Number.isSafeInteger(each) && each >= 0);

/** Whether the leaves from `start` to before `end` are what a subtree of some tree covers: it begins at a multiple of its span, rounded up to a power of two. */
function isSubtree(start: number, end: number): boolean {
  let span = 1;
  while (span < end - start) span *= 2;
  return areSizes(start, end) && start <= end && start % span === 0;
}

interface Inclusion {
  readonly index: number;
  /** Where the subtree begins, of which this is shown; left out: the whole tree. */
  readonly start?: number;
  /** Leaves of the tree, or where the subtree ends. */
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that a leaf stands at an index of the tree of a size and root (RFC 9162, 2.1.3.2). */
export function provesInclusion({ index, start = 0, size, leaf, root, proof }: Inclusion): boolean {
  if (!areSizes(index) || !isSubtree(start, size) || index < start || index >= size || ![leaf, root, ...proof].every(isHash)) return false;
  const sides = inclusionFolds(index - start, size - 1 - start, proof.length);
  return sides !== null && sameHash(proof.reduce((hash, beside, at) => (sides[at] === "left" ? hashNode(beside, hash) : hashNode(hash, beside)), leaf), root);
}

interface Subtree {
  readonly start: number;
  readonly end: number;
  readonly subtreeRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that the leaves from `start` to before `end` of a tree have this root of their own. The empty subtree is part of every tree. */
export function provesSubtree({ start, end, subtreeRoot, size, root, proof }: Subtree): boolean {
  if (!areSizes(size) || !isSubtree(start, end) || end > size) return false;
  if (start === end) return proof.length === 0 && sameHash(subtreeRoot, emptyRoot);
  // A root of another length is none that these make, but equal to itself.
  if (!proof.every(isHash)) return false;
  const plan = subtreeFolds({ start, end, size }, proof.length);
  if (plan === null) return false;
  const seed = plan.isNode ? subtreeRoot : proof[0]!;
  let [inner, outer] = [seed, seed];
  for (const [at, beside] of (plan.isNode ? proof : proof.slice(1)).entries()) {
    const { side, inner: isInner } = plan.folds[at]!;
    if (isInner) inner = hashNode(beside, inner);
    outer = side === "left" ? hashNode(beside, outer) : hashNode(outer, beside);
  }
  return sameHash(inner, subtreeRoot) && sameHash(outer, root);
}

interface Consistency {
  readonly from: number;
  readonly fromRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that a tree begins with all of an earlier one (RFC 9162, 2.1.4.2). Of the empty tree nothing can be shown. */
export const provesConsistency = ({ from, fromRoot, size, root, proof }: Consistency): boolean => from > 0 && provesSubtree({ start: 0, end: from, subtreeRoot: fromRoot, size, root, proof });
