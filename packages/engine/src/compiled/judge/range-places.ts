import { exactly, joinIntervals, type Interval } from "@cleartitle/norms";
import type { Duty } from "../../judgment/duty.js";
import type { ActCase } from "./act-case.js";
import type { DemandGroup } from "./demand-group.js";
import type { DemandJudged } from "./demand-judged.js";
import type { DemandOnWay } from "./demand-on-way.js";
import type { Diagram } from "./diagram.js";
import type { Explored, Explorer } from "./explorer.js";
import type { Inquiry, Settled } from "./inquiry.js";
import { numberOfInterval } from "./interval-number.js";
import type { Past } from "./past.js";
import { demandShape, dutiesShape } from "./shape.js";

/** A piece of the judgment of a place, as far as an answer turns on it. */
interface Piece {
  readonly demands: readonly DemandJudged[];
  readonly binding: readonly Duty[];
  readonly interval: Interval;
  /** Whether it is so of all demands of which the same is found. */
  readonly isCommon: boolean;
}

type Weighed = readonly { readonly interval: Interval }[];
const weighing = (all: Weighed): Piece => ({ demands: [], binding: [], interval: joinIntervals(all.map((each) => each.interval)), isCommon: true });
const demanding = (demands: readonly DemandJudged[], all: Weighed): Piece => ({ ...weighing(all), demands });
const shapeOf = ({ demands, binding, interval, isCommon }: Piece): string => `${demandShape(demands)}/${dutiesShape(binding)}/${numberOfInterval(interval)}${isCommon ? "" : "/alone"}`;

/** By which past a place is seen, and which texts count as ended. */
export interface Behind {
  /** Under which name a piece is kept that turns on something besides contested questions. */
  readonly name: string;
  readonly ended: ReadonlySet<string>;
}

interface Seen extends Behind {
  readonly i: number;
  readonly atom: string;
}

/** What was chosen over the pieces up to here, and by which piece comes next. */
interface Choice {
  readonly after: Map<Piece, Choice>;
  settled: Settled | null;
}

/** What a class of places comes to by how the contested questions are taken, put together from what the pieces of its judgment come to: each piece turns on few of them. */
export class RangePlaces {
  readonly #pieces: Piece[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly DemandOnWay[])[] = [];
  readonly #listed = new Map<string, number>();
  readonly #explored = new Map<string, Explored>();
  readonly #places = new Map<string, Diagram>();
  /** Whether a piece of the place that is looked at turns on something besides contested questions. */
  #elsewhere = false;
  readonly #joined = new Map<string, Diagram>();
  readonly #past = new Map<boolean, { readonly diagram: Diagram; readonly pasts: readonly Past[] }>();
  readonly #choices: Choice = { after: new Map(), settled: null };

  constructor(readonly explorer: Explorer) {}

  /** The past as it may be, by how the questions are taken. */
  past(inquiry: Inquiry): { readonly diagram: Diagram; readonly pasts: readonly Past[] } {
    const { conservative } = inquiry.standpoint;
    let known = this.#past.get(conservative);
    if (known === undefined) {
      const pasts: Past[] = [];
      const numbers = new Map<string, number>();
      const { diagram } = this.explorer.explore(() => inquiry.past(), (each) => numbered(JSON.stringify([each.name, [...each.states]]), each, pasts, numbers), null);
      this.#past.set(conservative, (known = { diagram, pasts }));
    }
    return known;
  }

  /** The past that a place is seen by must be known to the inquiry. */
  place(i: number, inquiry: Inquiry, behind: Behind): Diagram {
    const ended = behind.ended.size === 0 ? "" : [...behind.ended].join();
    const here = `${i} ${ended}`;
    const known = this.#places.get(here) ?? this.#places.get(`${here} ${behind.name}`);
    if (known !== undefined) return known;
    const { diagrams } = this.explorer;
    const { act } = inquiry;
    const seen: Seen = { name: behind.name, ended: behind.ended, i, atom: act.places[i]!.atom };
    // What is told of a place as of another is so however the questions are taken.
    const like = act.likeOf(i);
    const there: Seen = { ...seen, i: like, atom: act.places[like]!.atom };
    this.#elsewhere = false;
    const asked = this.#explore("asked", there, () => act.askedIn(like), (demands) => this.#list(demands));
    const rest = this.#rest(inquiry, seen, there);
    const lists = new Map([...diagrams.outcomes(asked)].map((list) =>
      // What is asked twice comes to no more than once.
      [list, [...new Set([...act.grouped(this.#lists[list]!).flatMap((group) => this.#demanded(group, there, act)), ...rest])]] as const));
    // Places in which the pieces come to the same come to the same.
    const key = `${asked.id}:${[...lists.values()].map((parts) => parts.map((part) => part.id).join()).join(":")}:${ended}`;
    let place = this.#joined.get(key);
    if (place === undefined) this.#joined.set(key, (place = diagrams.bind(asked, (list) => diagrams.join(lists.get(list)!, (pieces) => this.#together(pieces, inquiry, behind)))));
    this.#places.set(this.#elsewhere ? `${here} ${behind.name}` : here, place);
    return place;
  }

  /** What demands come to of which the same is found: that of the first, where it serves for all however the questions are taken. */
  #demanded(group: DemandGroup, seen: Seen, act: ActCase): Diagram[] {
    const { i } = seen;
    const piece = (demand: DemandOnWay): Diagram => this.#piece(demand.key, seen, () => ({ ...demanding(act.judgedIn(i, demand), act.relianceIn(i, demand)), isCommon: act.isCommon(i, demand) }));
    const [first, ...others] = group as readonly [DemandOnWay, ...DemandOnWay[]];
    const found = piece(first);
    const isShared = [...this.explorer.diagrams.outcomes(found)].every((number) => this.#pieces[number]!.isCommon);
    return isShared ? [found] : [found, ...others.map(piece)];
  }

  /** `there`: where what is told of the place but duties of law is judged. */
  #rest(inquiry: Inquiry, seen: Seen, there: Seen): Diagram[] {
    const { act } = inquiry;
    const { i } = seen;
    const piece = (name: string, judge: () => Piece): Diagram => this.#piece(name, seen, judge);
    const shared = (name: string, judge: (of: number) => Piece): Diagram => this.#piece(name, there, () => judge(there.i));
    return [
      shared("binding", (of) => {
        const { bans, boundDuties } = act.bindingIn(of);
        return { ...weighing(bans), binding: boundDuties };
      }),
      shared("beside", (of) => weighing(act.besideIn(of))),
      piece("by law", () => ({ ...weighing([]), binding: act.byLawIn(i) })),
      shared("layers", (of) => weighing(act.layersIn(of).uncovered)),
      piece("ended", () => weighing(act.endedIn(i))),
      piece("tainted", () => weighing(inquiry.taintedIn(i))),
      ...inquiry.receivedIn(i).map(({ of, judge }) => piece(of, () => {
        const { demands, bans, boundDuties } = judge();
        return { ...demanding(demands, bans), binding: boundDuties };
      })),
    ];
  }

  #piece(name: string, seen: Seen, judge: () => Piece): Diagram {
    return this.#explore(name, seen, judge, (piece) => numbered(shapeOf(piece), piece, this.#pieces, this.#numbers));
  }

  #list(demands: readonly DemandOnWay[]): number {
    return numbered(demands.map(({ key }) => key).join("\u0001"), demands, this.#lists, this.#listed);
  }

  #explore<T>(piece: string, { i, atom, name }: Seen, judge: () => T, numberOf: (value: T) => number): Diagram {
    const [here, behind] = [`${i} ${piece}`, `${i} ${piece} ${name}`];
    const known = this.#explored.get(here) ?? this.#explored.get(behind) ?? this.explorer.explore(judge, numberOf, atom);
    if (known.elsewhere) this.#elsewhere = true;
    this.#explored.set(known.elsewhere ? behind : here, known);
    return known.diagram;
  }

  #together(numbers: readonly number[], inquiry: Inquiry, { ended }: Behind): number {
    const pieces = numbers.map((number) => this.#pieces[number]!);
    const { interval, relied } = this.#settled(pieces.filter(({ demands, binding }) => demands.length + binding.length > 0), inquiry);
    const broken = ended.size > 0 && relied.some((option) => option.instruments.some((text) => ended.has(text.id)));
    return numberOfInterval(joinIntervals([interval, ...pieces.map((piece) => piece.interval), ...(broken ? [exactly("blocked")] : [])]));
  }

  /** Choices over equal pieces are one choice, in whatever place. */
  #settled(pieces: readonly Piece[], inquiry: Inquiry): Settled {
    let at = this.#choices;
    for (const piece of pieces) {
      let next = at.after.get(piece);
      if (next === undefined) at.after.set(piece, (next = { after: new Map(), settled: null }));
      at = next;
    }
    return (at.settled ??= inquiry.settle(pieces.flatMap((piece) => piece.demands), pieces.flatMap((piece) => piece.binding)));
  }
}

function numbered<T>(key: string, value: T, values: T[], numbers: Map<string, number>): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = values.push(value) - 1));
  return number;
}
