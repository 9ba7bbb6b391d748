import { statusOrder, type Status } from "@cleartitle/norms";
import type { Decision } from "../decision.js";
import type { Assignment } from "./positions.js";
import { viewFrom, type Question, type Standpoint, type View } from "./standpoint.js";

const limit = 4096;

/** Views already taken, found again by the positions that they turned on: equal answers to those give the same view. */
class Memory {
  readonly #seen: { readonly turnedOn: readonly (readonly [string, string | undefined])[]; readonly status: Status; readonly consulted: ReadonlySet<string> }[] = [];

  constructor(readonly question: Question, readonly conservative: boolean) {}

  status(assignment: Assignment): { status: Status; consulted: ReadonlySet<string> } {
    const known = this.#seen.find((s) => s.turnedOn.every(([id, option]) => assignment.get(id) === option));
    if (known !== undefined) return known;
    const view = viewFrom(this.question, { assignment, conservative: this.conservative } satisfies Standpoint);
    this.add(view, assignment);
    return view;
  }

  add(view: View, assignment: Assignment): void {
    this.#seen.push({ turnedOn: [...view.consulted].map((id) => [id, assignment.get(id)] as const), status: view.status, consulted: view.consulted });
  }
}

/** Least and greatest decision over all assignments of the positions in play, and the pivots (step 8). */
export function rangeOf(question: Question, adopted: View): NonNullable<Decision["range"]> {
  const optimist = new Memory(question, false);
  const pessimist = new Memory(question, true);
  optimist.add(adopted, new Map());
  const inPlay = closure(optimist, question);
  const size = inPlay.reduce((n, id) => n * optionsOf(question, id).length, 1);
  const pivots = pivotsOf(optimist, question, inPlay, adopted.status);
  if (size > limit) {
    // Too many to try: the greatest there is, and the least that was found. `exact: false` says so.
    return { conservative: "blocked", permissive: leastOf(optimist, question, inPlay, adopted.status), exact: false, pivots };
  }
  let permissive = adopted.status;
  let conservative = pessimist.status(new Map()).status;
  if (statusOrder(adopted.status, conservative) > 0) conservative = adopted.status;
  for (const assignment of assignments(question, inPlay)) {
    const best = optimist.status(assignment).status;
    const worst = pessimist.status(assignment).status;
    if (statusOrder(best, permissive) < 0) permissive = best;
    for (const status of [best, worst]) if (statusOrder(status, conservative) > 0) conservative = status;
  }
  return { conservative, permissive, exact: true, pivots };
}

const optionsOf = (question: Question, id: string): string[] => question.world.catalogue.positions.get(id)?.options.map((o) => o.id) ?? [];

/** Positions that are asked for under some answer to the others. */
function closure(memory: Memory, question: Question): string[] {
  const inPlay = new Set(memory.status(new Map()).consulted);
  const queue = [...inPlay].toSorted();
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const option of optionsOf(question, id)) {
      for (const found of memory.status(new Map([[id, option]])).consulted) {
        if (inPlay.has(found)) continue;
        inPlay.add(found);
        queue.push(found);
      }
    }
  }
  return [...inPlay].filter((id) => optionsOf(question, id).length > 0).toSorted();
}

function* assignments(question: Question, ids: readonly string[]): Generator<Assignment> {
  const [first, ...rest] = ids;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const assignment of assignments(question, rest)) for (const option of optionsOf(question, first)) yield new Map([...assignment, [first, option]]);
}

/** Minimal sets (at most two) of positions whose change changes the answer. */
function pivotsOf(memory: Memory, question: Question, inPlay: readonly string[], adopted: Status): string[][] {
  const changes = (ids: readonly string[]): boolean => [...assignments(question, ids)].some((a) => memory.status(a).status !== adopted);
  const singles = inPlay.filter((id) => changes([id]));
  const rest = inPlay.filter((id) => !singles.includes(id));
  const pairs = rest.flatMap((a, i) => rest.slice(i + 1).filter((b) => changes([a, b])).map((b) => [a, b]));
  return [...singles.map((id) => [id]), ...pairs];
}

/** A permissive end found without trying all: change one position at a time while that helps. */
function leastOf(memory: Memory, question: Question, inPlay: readonly string[], adopted: Status): Status {
  let best = adopted;
  let at = new Map<string, string>();
  for (const id of inPlay) {
    for (const option of optionsOf(question, id)) {
      const next = new Map([...at, [id, option]]);
      const { status } = memory.status(next);
      if (statusOrder(status, best) < 0) {
        best = status;
        at = next;
      }
    }
  }
  return best;
}
