import { exactly, joinIntervals, statusOf, statusOrder, type Interval, type Status } from "@cleartitle/norms";
import type { Decision } from "../decision.js";
import type { Question } from "../judgment/question.js";
import { pastOf, type Done, type Past } from "./past.js";
import type { Assignment } from "./positions.js";
import { nothingDone, Replay } from "./replay.js";
import type { Env } from "./scene.js";
import { allegedlyEnded, environment } from "./standpoint.js";
import { judgeTerritory } from "./territory.js";

const limit = 4096;

interface Known {
  readonly status: Status;
  readonly interval: Interval;
  readonly consulted: ReadonlySet<string>;
}

interface PastView {
  readonly past: Past;
  /** Two pasts with the same states are one to the present. */
  readonly variant: string;
}

interface PlaceView {
  readonly interval: Interval;
  readonly relied: ReadonlySet<string>;
}

/** Statuses by assignment. The past, each act in it and each place are judged once for the positions that they themselves turn on. */
class Memory {
  readonly #acts = new Replay<Done>();
  readonly #pasts = new Replay<PastView>();
  readonly #places = new Replay<PlaceView>();

  constructor(readonly question: Question, readonly conservative: boolean, readonly untaken: ReadonlySet<string> = new Set()) {}

  status(assignment: Assignment): Known {
    const { question, conservative, untaken } = this;
    const consulted = new Set<string>();
    const env = environment(question, { assignment, conservative, untaken }, consulted, new Map());
    const { past, variant } = this.#pasts.of("", { env, history: nothingDone }, (watched) => viewOf(pastOf(question, watched.env, this.#acts)));
    const views = question.classes.map(({ atom }) => this.#places.of(`${atom}\u0000${variant}`, { env, history: nothingDone }, (watched) => this.#place(past, atom, watched.env)));
    const intervals = views.map((v) => v.interval);
    const ended = conservative ? allegedlyEnded(past, question) : new Set<string>();
    if (views.some((v) => [...v.relied].some((id) => ended.has(id)))) intervals.push(exactly("blocked"));
    const interval = joinIntervals(intervals);
    return { status: statusOf(interval), interval, consulted };
  }

  #place(past: Past, atom: string, env: Env): PlaceView {
    const judged = judgeTerritory(this.question.act, this.question.use, atom, env, past);
    return { interval: judged.interval, relied: new Set(judged.relied.flatMap((o) => o.instruments.map((i) => i.id))) };
  }
}

const viewOf = (past: Past): PastView => ({ past, variant: JSON.stringify([past.findings.map((f) => [f.act.id, f.asset, f.layer, f.state]), past.duties.map((d) => [d.instrument.id, d.norm.id, d.state])]) });

/** Least and greatest decision over all assignments of the positions in play, and the pivots (step 8). */
export function rangeOf(question: Question, adopted: Status): NonNullable<Decision["range"]> {
  const optimist = new Memory(question, false);
  const pessimist = new Memory(question, true);
  const inPlay = closure(optimist, question);
  const size = inPlay.reduce((n, id) => n * optionsOf(question, id).length, 1);
  const pivots = pivotsOf(optimist, question, inPlay, adopted);
  if (size > limit) {
    return { ...boundsOf(question, inPlay, adopted), exact: false, pivots };
  }
  let permissive = adopted;
  let conservative = pessimist.status(new Map()).status;
  if (statusOrder(adopted, conservative) > 0) conservative = adopted;
  for (const assignment of assignments(question, inPlay)) {
    // Nothing lies beyond the ends: an end that is reached is not looked for again.
    const isWorst = conservative === "blocked";
    if (isWorst && permissive === "cleared") break;
    const best = optimist.status(assignment).status;
    if (statusOrder(best, permissive) < 0) permissive = best;
    for (const status of isWorst ? [] : [best, pessimist.status(assignment).status]) if (statusOrder(status, conservative) > 0) conservative = status;
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

/**
 * Where there are too many assignments to try, bounds that hold for each of them: the positions by which roles and reliance are settled are tried, and what turns on
 * any other is taken as unknown. `exact: false` says that the ends may be nearer.
 */
function boundsOf(question: Question, inPlay: readonly string[], adopted: Status): { conservative: Status; permissive: Status } {
  const tried = inPlay.filter((id) => settling(question).has(id));
  if (tried.reduce((n, id) => n * optionsOf(question, id).length, 1) > limit) return { conservative: "blocked", permissive: "cleared" };
  const untaken = new Set(inPlay.filter((id) => !tried.includes(id)));
  const [optimist, pessimist] = [false, true].map((conservative) => new Memory(question, conservative, untaken));
  let [conservative, permissive] = [adopted, adopted];
  for (const assignment of assignments(question, tried)) {
    const [best, worst]: [Status, Status] = [optimist!.status(assignment).interval.best, pessimist!.status(assignment).interval.worst];
    if (statusOrder(best, permissive) < 0) permissive = best;
    if (statusOrder(worst, conservative) > 0) conservative = worst;
  }
  return { conservative, permissive };
}

/** Positions that decide what part a thing plays, or whether a publisher is relied on. */
function settling({ world }: Question): ReadonlySet<string> {
  const texts = [...world.catalogue.instruments.values(), ...world.graph.instruments.values()];
  const cells = texts.flatMap((i) => Object.values(i.reach).flatMap((row) => Object.values(row)));
  return new Set(["rely-on-publisher", ...cells.flatMap((cell) => (typeof cell === "string" ? [] : [cell.position]))]);
}
