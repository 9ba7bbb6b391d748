/** A tree of questions whether a number is at most a bound. A branch below zero is the end: `-1 - branch` is the place in `ends`. */
export interface Tree {
  readonly inputs: readonly number[];
  readonly bounds: readonly number[];
  /** Of each question, where it goes on when the number is at most the bound, and where else. */
  readonly below: readonly number[];
  readonly above: readonly number[];
  readonly ends: readonly number[];
}

/** A second opinion on a candidate from what is found around it: what the trees say is added to what the first opinions say together. Questions and ends of all trees lie in one list each. */
export interface SecondModel {
  /** Where each tree begins: a question, or below zero an end. */
  readonly roots: Int32Array;
  readonly inputs: Uint8Array;
  readonly bounds: Float64Array;
  /** Of question `q`, where it goes on when the number is higher (`2 * q`) and when not (`2 * q + 1`). */
  readonly branches: Int32Array;
  readonly ends: Float64Array;
}

/** The logarithm of the odds that a candidate is of a kind; `start` is what the first opinions say. */
export function secondSum({ roots, inputs, bounds, branches, ends }: SecondModel, seen: Float32Array, start: number): number {
  let sum = start;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let at = roots[tree] as number;
    while (at >= 0) at = branches[2 * at + ((seen[inputs[at] as number] as number) <= (bounds[at] as number) ? 1 : 0)] as number;
    sum += ends[-1 - at] as number;
  }
  return sum;
}

interface Written {
  /** How many numbers a tree may ask for. */
  readonly inputs: number;
  readonly trees: readonly Tree[];
}

/** The model with numbers of five digits, as it is kept. */
export const writeSecond = (written: Written): string => JSON.stringify(written, (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(5)) : value));

/** INVARIANT: the text was written by `writeSecond`; anything else is a bug. */
export function readSecond(text: string, length: number): SecondModel {
  const { inputs, trees } = JSON.parse(text) as Written;
  if (inputs !== length) throw new Error("the second model is of other features or kinds than the program");
  const roots: number[] = [];
  const branches: number[] = [];
  const ends: number[] = [];
  for (const tree of trees) {
    const [questions, before] = [branches.length / 2, ends.length];
    const placed = (branch: number): number => (branch < 0 ? branch - before : branch + questions);
    roots.push(placed(tree.inputs.length === 0 ? -1 : 0));
    tree.inputs.forEach((_, question) => branches.push(placed(tree.above[question] as number), placed(tree.below[question] as number)));
    ends.push(...tree.ends);
  }
  return { roots: Int32Array.from(roots), inputs: Uint8Array.from(trees.flatMap((tree) => tree.inputs)), bounds: Float64Array.from(trees.flatMap((tree) => tree.bounds)), branches: Int32Array.from(branches), ends: Float64Array.from(ends) };
}
