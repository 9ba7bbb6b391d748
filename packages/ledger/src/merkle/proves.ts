import { emptyRoot, type Hash, hashNode, isHash, sameHash } from "./hash.js";

const half = (number: number): number => Math.floor(number / 2);
const isOdd = (number: number): boolean => number % 2 === 1;
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
  let [at, last, hash] = [index - start, size - 1 - start, leaf];
  for (const beside of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = hashNode(beside, hash);
      for (; !isOdd(at) && at !== 0; at = half(at)) last = half(last);
    } else hash = hashNode(hash, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

interface Subtree {
  readonly start: number;
  readonly end: number;
  readonly subtreeRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** First and last leaf of a subtree and last leaf of the tree, as they count on some level. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

const up = ({ first, last, end }: Span): Span => ({ first: half(first), last: half(last), end: half(end) });
function lifted(span: Span, goesOn: (span: Span) => boolean): Span {
  let at = span;
  while (goesOn(at)) at = up(at);
  return at;
}

/** Whether a proof shows that the leaves from `start` to before `end` of a tree have this root of their own. The empty subtree is part of every tree. */
export function provesSubtree({ start, end, subtreeRoot, size, root, proof }: Subtree): boolean {
  if (!areSizes(size) || !isSubtree(start, end) || end > size) return false;
  if (start === end) return proof.length === 0 && sameHash(subtreeRoot, emptyRoot);
  // A root of another length is none that these make, but equal to itself.
  if (!proof.every(isHash)) return false;
  // A subtree that is whole, or ends where the tree ends, is a node of the tree: its root begins the proof.
  let at = lifted({ first: start, last: end - 1, end: size - 1 }, ({ first, last, end: treeEnd }) => first !== last && (last === treeEnd || isOdd(last)));
  const isNode = at.first === at.last;
  const seed = isNode ? subtreeRoot : proof[0];
  if (seed === undefined) return false;
  let [inner, outer] = [seed, seed];
  for (const beside of isNode ? proof : proof.slice(1)) {
    if (at.end === 0) return false;
    if (isOdd(at.last) || at.last === at.end) {
      if (at.first < at.last) inner = hashNode(beside, inner);
      outer = hashNode(beside, outer);
      at = lifted(at, ({ last }) => !isOdd(last) && last !== 0);
    } else outer = hashNode(outer, beside);
    at = up(at);
  }
  return at.end === 0 && sameHash(inner, subtreeRoot) && sameHash(outer, root);
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
