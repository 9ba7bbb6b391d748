import { exactly, joinIntervals, statusOf, statusOrder, worstStatus, type Interval, type Status } from "@cleartitle/norms";
import { isBy } from "@cleartitle/title";
import type { Decision } from "../../decision.js";
import type { Question } from "../../judgment/question.js";
import type { Diagram } from "./diagram.js";
import { numberOf } from "./identity.js";
import type { Inquiry } from "./inquiry.js";
import type { Past } from "./past.js";
import { intervalOfNumber, numberOfInterval } from "./interval-number.js";
import type { Behind, RangePlaces } from "./range-places.js";
import { spreadOf, type Spread } from "./spread.js";
import { positionsIn } from "./standpoint.js";

/** Assignments that are tried one by one. */
const most = 4096;

type Assignment = ReadonlyMap<string, string>;
const adopted: Assignment = new Map();

/** Least and greatest answer over all assignments of the positions in play, and the positions on which the answer turns. */
export function rangeIn(inquiry: Inquiry, question: Question, status: Status): NonNullable<Decision["range"]> {
  return new Range(inquiry, question, status).find();
}

class Range {
  readonly #ended = new Map<string, ReadonlySet<string>>();
  readonly #optionsOf = new Map<string, readonly string[]>();

  readonly #spread: Spread;

  constructor(readonly inquiry: Inquiry, readonly question: Question, readonly adoptedStatus: Status) {
    this.#spread = spreadOf(inquiry);
  }

  find(): NonNullable<Decision["range"]> {
    const inPlay = this.#closure();
    const size = inPlay.reduce((n, id) => n * this.#options(id).length, 1);
    if (size > most) return { ...this.#bounds(inPlay), exact: false, pivots: pivotsAmong(inPlay, (ids) => this.#turns(ids)) };
    const places = this.#spread.over(inPlay.map((id) => ({ id, options: this.#options(id) })), this.inquiry);
    const { explorer } = places;
    const [plain, feared] = [this.#whole(places, false), this.#whole(places, true)];
    const statuses = (of: Diagram, ids: ReadonlySet<string>): Status[] =>
      [...explorer.diagrams.outcomes(of, (rank) => ids.has(inPlay[rank]!))].map((number) => statusOf(intervalOfNumber(number)));
    const all = new Set(inPlay);
    const seen = [this.adoptedStatus, ...statuses(plain, all)];
    const conservative = worstStatus([...seen, ...statuses(feared, all), ...statuses(feared, new Set())]);
    const permissive = seen.reduce((a, b) => (statusOrder(b, a) < 0 ? b : a));
    return { conservative, permissive, exact: true, pivots: pivotsAmong(inPlay, (ids) => statuses(plain, new Set(ids)).some((status) => status !== this.adoptedStatus)) };
  }

  /** What the use comes to by how the questions in play are taken. */
  #whole(places: RangePlaces, conservative: boolean): Diagram {
    const { inquiry } = this;
    const { diagrams } = places.explorer;
    inquiry.standpoint.conservative = conservative;
    const { diagram, pasts } = places.past(inquiry);
    const seen = pasts.map((past) => {
      inquiry.know(past);
      const burden = inquiry.burden();
      const behind: Behind = { name: `${conservative} ${numberOf(past)}`, ended: conservative ? this.#endedBy(past) : none };
      return diagrams.join([...new Set(inquiry.act.places.map((_, i) => places.place(i, inquiry, behind)))], (leaves) => numberOfInterval(joinIntervals([...leaves.map(intervalOfNumber), ...burden])));
    });
    return diagrams.bind(diagram, (past) => seen[past]!);
  }

  #options(id: string): readonly string[] {
    let options = this.#optionsOf.get(id);
    if (options === undefined) this.#optionsOf.set(id, (options = this.question.world.catalogue.positions.get(id)?.options.map((o) => o.id) ?? []));
    return options;
  }

  #take(assignment: Assignment, conservative: boolean): void {
    this.inquiry.standpoint.assignment = assignment;
    this.inquiry.standpoint.conservative = conservative;
  }

  #status(assignment: Assignment, conservative: boolean): Status {
    return statusOf(this.#interval(assignment, conservative));
  }

  #interval(assignment: Assignment, conservative: boolean): Interval {
    const { inquiry } = this;
    this.#take(assignment, conservative);
    const past = inquiry.past();
    const places = inquiry.act.places.map((_, i) => inquiry.place(i));
    const intervals = places.map((p) => p.interval);
    if (conservative) {
      const ended = this.#endedBy(past);
      if (ended.size > 0 && places.some((p) => p.relied.some((o) => o.instruments.some((text) => ended.has(text.id))))) intervals.push(exactly("blocked"));
    }
    return joinIntervals(intervals);
  }

  /** What is chosen in the end asks for nothing: the pieces of the judgment have asked. */
  #consulted(assignment: Assignment): Set<string> {
    const { inquiry } = this;
    this.#take(assignment, false);
    return positionsIn(inquiry.standpoint.turning.watch(() => {
      inquiry.past();
      for (const i of inquiry.act.places.keys()) inquiry.standpoint.turning.once(this.#spread.touched[i]!, () => inquiry.touch(i));
    }).points);
  }

  /** Positions that are asked for under some answer to another. */
  #closure(): string[] {
    const inPlay = new Set([...this.#consulted(adopted)].toSorted());
    for (const id of inPlay) for (const option of this.#options(id)) for (const found of this.#consulted(new Map([[id, option]]))) inPlay.add(found);
    return [...inPlay].filter((id) => this.#options(id).length > 0).toSorted();
  }

  *#assignments(ids: readonly string[], from = 0, so: Assignment = adopted): Generator<Assignment> {
    const id = ids[from];
    if (id === undefined) yield so;
    else for (const option of this.#options(id)) yield* this.#assignments(ids, from + 1, new Map([...so, [id, option]]));
  }

  #turns(ids: readonly string[]): boolean {
    for (const assignment of this.#assignments(ids)) if (this.#status(assignment, false) !== this.adoptedStatus) return true;
    return false;
  }

  /** Too many to try: the positions by which roles and reliance are settled are tried, and what turns on any other is taken as unknown, so that the bounds hold for each assignment. */
  #bounds(inPlay: readonly string[]): { conservative: Status; permissive: Status } {
    const settled = settlingIn(this.question);
    const tried = inPlay.filter((id) => settled.has(id));
    if (tried.reduce((n, id) => n * this.#options(id).length, 1) > most) return { conservative: "blocked", permissive: "cleared" };
    const { standpoint } = this.inquiry;
    standpoint.untaken = new Set(inPlay.filter((id) => !settled.has(id)));
    let [conservative, permissive] = [this.adoptedStatus, this.adoptedStatus];
    for (const assignment of this.#assignments(tried)) {
      const [{ best }, { worst }] = [this.#interval(assignment, false), this.#interval(assignment, true)];
      if (statusOrder(best, permissive) < 0) permissive = best;
      if (statusOrder(worst, conservative) > 0) conservative = worst;
    }
    standpoint.untaken = new Set();
    return { conservative, permissive };
  }

  /** An alleged breach counts at the conservative end: texts that end on breach, of which a past duty is overdue, or a breach is alleged and nothing has settled it since. */
  #endedBy(past: Past): ReadonlySet<string> {
    let ended = this.#ended.get(past.name);
    if (ended === undefined) this.#ended.set(past.name, (ended = endedBy(past, this.question)));
    return ended;
  }
}

/** Minimal sets, of at most two positions, whose change changes the answer. */
function pivotsAmong(inPlay: readonly string[], turns: (ids: readonly string[]) => boolean): string[][] {
  const alone = new Set(inPlay.filter((id) => turns([id])));
  const rest = inPlay.filter((id) => !alone.has(id));
  const pairs = rest.flatMap((a, i) => rest.slice(i + 1).map((b) => [a, b]));
  return [...[...alone].map((id) => [id]), ...pairs.filter(turns)];
}

const none: ReadonlySet<string> = new Set();
const settling: ReadonlySet<string> = new Set(["cured", "breach-concluded", "reinstated", "released"]);

function endedBy({ duties }: Past, { world: { graph, catalogue }, act, asOf, knownAt }: Question): ReadonlySet<string> {
  const texts = duties.flatMap((duty) => (duty.state === "overdue" ? [duty.instrument] : []));
  const known = graph.events.filter((event) => isBy(event.recordedAt, knownAt) && event.on <= asOf && (event.party === null || event.party === act.actor));
  for (const { kind, of, on } of known) {
    const text = kind === "breach-alleged" ? (graph.instruments.get(of) ?? catalogue.instruments.get(of)) : undefined;
    if (text !== undefined && !known.some((later) => settling.has(later.kind) && later.of === of && later.on >= on)) texts.push(text);
  }
  return new Set(texts.filter((text) => text.norms.some((norm) => norm.kind === "terminate" && norm.terminate.on === "breach")).map((text) => text.id));
}

/** Positions that decide what part a thing plays, or whether a publisher is relied on. */
function settlingIn({ world: { graph, catalogue } }: Question): ReadonlySet<string> {
  const positions = new Set(["rely-on-publisher"]);
  for (const { reach } of [...catalogue.instruments.values(), ...graph.instruments.values()]) {
    for (const row of Object.values(reach)) for (const cell of Object.values(row)) if (typeof cell !== "string") positions.add(cell.position);
  }
  return positions;
}
