/** Where a hash of a proof stands beside what was folded so far. */
type Side = "left" | "right";

const half = (number: number): number => Math.floor(number / 2);
const isOdd = (number: number): boolean => number % 2 === 1;

/** In which order hashes of an inclusion proof are folded onto the leaf `at` of a tree whose last leaf is `last` (RFC 9162, 2.1.3.2); null: there are too many of them, or too few. */
export function inclusionFolds(at: number, last: number, count: number): readonly Side[] | null {
  const sides: Side[] = [];
  let [place, end] = [at, last];
  for (let each = 0; each < count; each += 1) {
    if (end === 0) return null;
    if (isOdd(place) || place === end) {
      sides.push("left");
      for (; !isOdd(place) && place !== 0; place = half(place)) end = half(end);
    } else sides.push("right");
    [place, end] = [half(place), half(end)];
  }
  return end === 0 ? sides : null;
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

/** How the hashes of a subtree proof are folded. */
export interface SubtreeFolds {
  /** The subtree is a node of the tree, and its root begins; else the first hash of the proof does. */
  readonly isNode: boolean;
  /** Of each of the other hashes: on which side it stands, and whether it is of the subtree as well as of the tree. */
  readonly folds: readonly { readonly side: Side; readonly inner: boolean }[];
}

/** How a proof of `count` hashes shows that the leaves from `start` to before `end` are a subtree of a tree of `size`, neither of them empty; null: it has another length. */
export function subtreeFolds({ start, end, size }: { readonly start: number; readonly end: number; readonly size: number }, count: number): SubtreeFolds | null {
  // A subtree that is whole, or ends where the tree ends, is a node of the tree: its root begins the proof.
  let at = lifted({ first: start, last: end - 1, end: size - 1 }, ({ first, last, end: treeEnd }) => first !== last && (last === treeEnd || isOdd(last)));
  const isNode = at.first === at.last;
  if (!isNode && count === 0) return null;
  const folds: { side: Side; inner: boolean }[] = [];
  for (let each = isNode ? 0 : 1; each < count; each += 1) {
    if (at.end === 0) return null;
    if (isOdd(at.last) || at.last === at.end) {
      folds.push({ side: "left", inner: at.first < at.last });
      at = lifted(at, ({ last }) => !isOdd(last) && last !== 0);
    } else folds.push({ side: "right", inner: false });
    at = up(at);
  }
  return at.end === 0 ? { isNode, folds } : null;
}
