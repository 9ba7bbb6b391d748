import type { Hash } from "./hash.js";
import { foldNodes, type NodeAddress, wholeNodes } from "./tree.js";

/** What a proof is made of: for each of its hashes the whole subtrees that fold into it. A store reads all of them in one query. */
export type ProofPath = readonly (readonly NodeAddress[])[];

/** The largest power of two below a number from 2. */
function below(size: number): number {
  const power = 2 ** Math.floor(Math.log2(size));
  return power === size ? size / 2 : power;
}

const sound = (...numbers: readonly number[]): boolean => numbers.every((each) => Number.isSafeInteger(each) && each >= 0);

/** RFC 9162, 2.1.3.1: what shows that the leaf at `index` is in the tree of `size`. */
export function inclusionPath(index: number, size: number): ProofPath {
  if (!sound(index, size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: (readonly NodeAddress[])[] = [];
  for (let [begin, end] = [0, size]; end - begin > 1; ) {
    const middle = begin + below(end - begin);
    if (index < middle) {
      path.unshift(wholeNodes(middle, end));
      end = middle;
    } else {
      path.unshift(wholeNodes(begin, middle));
      begin = middle;
    }
  }
  return path;
}

/** RFC 9162, 2.1.4.1: what shows that the tree of `size` begins with the leaves of the tree of `from`. */
export function consistencyPath(from: number, size: number): ProofPath {
  if (!sound(from, size) || from < 1 || from > size) throw new RangeError(`no tree of ${from} leaves at the start of one of ${size}`);
  const path: (readonly NodeAddress[])[] = [];
  let [begin, end] = [0, size];
  for (; from < end; ) {
    const middle = begin + below(end - begin);
    if (from <= middle) {
      path.unshift(wholeNodes(middle, end));
      end = middle;
    } else {
      path.unshift(wholeNodes(begin, middle));
      begin = middle;
    }
  }
  // The old root itself is known to who asks, and is not told.
  return begin === 0 ? path : [wholeNodes(begin, end), ...path];
}

export const proofAlong = (path: ProofPath, hashAt: (address: NodeAddress) => Hash): readonly Hash[] => path.map((addresses) => foldNodes(addresses.map(hashAt)));
