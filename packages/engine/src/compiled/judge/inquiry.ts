import { exactly, joinIntervals, type Interval } from "@cleartitle/norms";
import type { Decision } from "../../decision.js";
import type { Aftermath } from "../../judgment/aftermath.js";
import type { Clash } from "../../judgment/clash.js";
import { distinctDuties, type Duty } from "../../judgment/duty.js";
import type { Option } from "../../judgment/option.js";
import type { Question } from "../../judgment/question.js";
import type { Budget } from "../over-budget.js";
import type { ActCase, ActJudged } from "./act-case.js";
import { isTainting, tainted } from "./aftermath.js";
import { chooseIn, intervalOf, leavingOf, takenIn, type Chosen, type Leaving, type Weigh } from "./choice.js";
import { clashesOf } from "./clashes.js";
import { caseBookOf, mostWays, type CaseBook } from "./case-book.js";
import { coreOf } from "./core.js";
import type { DemandJudged } from "./demand-judged.js";
import { numberOf } from "./identity.js";
import { Latest } from "./latest.js";
import { ownershipAt } from "./ownership.js";
import type { EarlierActs, Past } from "./past.js";
import { spotAt, type Core } from "./spot.js";
import type { Standpoint } from "./standpoint.js";
import { Kept } from "./turning.js";
import { openInterval } from "./told-interval.js";

/** What came of a choice. */
export interface Settled {
  readonly chosen: Chosen;
  readonly relied: readonly Option[];
  readonly duties: readonly Duty[];
  readonly clashes: readonly Clash[];
  readonly interval: Interval;
}

/** Everything that bears on a use in one class of places. */
export interface PlaceJudged extends Settled {
  readonly judged: ActJudged;
  readonly aftermath: readonly Aftermath[];
}

export type Received = Pick<ActJudged, "demands" | "bans" | "boundDuties">;

/** What recipients of one role are to do, and in which classes of places. */
interface Recipients {
  readonly act: ActCase;
  readonly in: ReadonlySet<number>;
}

/** How many questions of one book are kept. */
const most = 16;

const kept = new WeakMap<CaseBook, Latest<Inquiry>>();

/** What is judged of a question: where it was asked before, with what each class of its places came to then. */
export function inquiryInto(question: Question, budget: Budget): Inquiry {
  const book = caseBookOf(coreOf(question.world, question.knownAt, budget), question);
  let latest = kept.get(book);
  if (latest === undefined) kept.set(book, (latest = new Latest(most)));
  const { use, act, classes, claimBudget } = question;
  latest.lighten((each) => each.weight, mostWays);
  return latest.of(JSON.stringify([use, act.date, classes, claimBudget]), () => new Inquiry(question, book));
}

/** One question, judged from as many standpoints as it takes: what does not turn on what changed is judged once. */
export class Inquiry {
  readonly core: Core;
  readonly standpoint: Standpoint;
  readonly act: ActCase;
  readonly #question: Question;
  readonly #recipients: readonly Recipients[];
  readonly #past: EarlierActs;
  readonly #places: readonly Kept<PlaceJudged>[];
  readonly #intervals: readonly Kept<Interval>[];
  readonly #releasing: boolean;
  /** What it comes to over all positions; null: not asked for yet. */
  range: Decision["range"] = null;

  constructor(question: Question, book: CaseBook) {
    const { act, asOf, classes } = question;
    this.#question = question;
    this.core = book.core;
    this.standpoint = book.standpoint;
    const atoms = classes.map((each) => each.atom);
    this.act = book.caseOf(act, atoms);
    this.#releasing = act.actions.some((action) => this.core.of.taxonomies.actions.get(action)?.releasing === true);
    this.#recipients = this.#releasing ? this.#recipientsIn(atoms, book) : [];
    this.#past = book.pastOf({ object: act.object, day: act.date ?? asOf, actor: act.actor, budget: question.claimBudget });
    this.#places = atoms.map(() => new Kept());
    this.#intervals = atoms.map(() => new Kept());
  }

  /** How much is kept of it. */
  get weight(): number {
    return this.#recipients.reduce((sum, { act }) => sum + act.weight, this.act.weight);
  }

  /** The past, from the standpoint that is taken; the places are judged after it. */
  past(): Past {
    const past = this.#past.judge();
    this.know(past);
    return past;
  }

  /** One class of places, after the past. */
  place(i: number): PlaceJudged {
    return this.standpoint.turning.once(this.#places[i]!, () => this.#judge(i));
  }

  /** One class of places as it comes out under another weighing, after the past. */
  placeUnder(i: number, weigh: Weigh): PlaceJudged {
    const place = this.place(i);
    const { demands, boundDuties, lawDuties } = place.judged;
    return place.chosen.weigh === weigh ? place : { ...place, ...this.#settleBy({ weigh, outbound: null, drift: [] }, demands, [...boundDuties, ...lawDuties]) };
  }

  /** What some of the demands in a class of places leave of the licenses for the result. */
  leavingIn(i: number, isOf: (asset: string) => boolean): Leaving {
    return leavingOf(this.place(i).judged.demands.filter(({ demand }) => isOf(demand.asset)), this.#releasing, this.core);
  }

  #judge(i: number): PlaceJudged {
    const own = this.act.judge(i);
    const received = this.receivedIn(i).map((receive) => receive.judge());
    const judged: ActJudged = {
      ...own, demands: [...own.demands, ...received.flatMap((r) => r.demands)], bans: [...own.bans, ...received.flatMap((r) => r.bans)],
      boundDuties: [...own.boundDuties, ...received.flatMap((r) => r.boundDuties)],
    };
    const { chosen, relied, duties, clashes, interval: asSettled } = this.settle(judged.demands, [...judged.boundDuties, ...judged.lawDuties]);
    const aftermath = [...this.act.endedIn(i), ...this.taintedIn(i)];
    const interval = joinIntervals([asSettled, ...[judged.bans, judged.uncovered, judged.reliances, aftermath].flatMap((all) => all.map((each) => each.interval)), ...this.burden()]);
    return { chosen, relied, duties, clashes, judged, aftermath, interval };
  }

  /** What is asked besides the act itself: questions of one name are one to whoever keeps what became of the act. */
  get beside(): string {
    return JSON.stringify([this.#question.use.as, this.#recipients.map((each) => [numberOf(each.act), [...each.in]])]);
  }

  /** What one class of places comes to, after the past. */
  intervalOf(i: number): Interval {
    return this.standpoint.turning.once(this.#intervals[i]!, () => {
      const { demands, bans, boundDuties, lawDuties, uncovered, reliances } = this.act.outline(i);
      const received = this.receivedIn(i).map((receive) => receive.judge());
      const { interval } = this.settle([...demands, ...received.flatMap((r) => r.demands)], [...boundDuties, ...received.flatMap((r) => r.boundDuties), ...lawDuties]);
      const weighed = [bans, received.flatMap((r) => r.bans), uncovered, reliances, this.act.endedIn(i), this.taintedIn(i)];
      return joinIntervals([interval, ...weighed.flatMap((all) => all.map((each) => each.interval)), ...this.burden()]);
    });
  }

  /** Asks for every piece of the judgment of one class of places. */
  touch(i: number): void {
    this.act.outline(i);
    for (const receive of this.receivedIn(i)) receive.judge();
    this.act.endedIn(i);
    this.taintedIn(i);
  }

  /** What is chosen among the options of all demands, and what follows from it with the duties that bind in any case. */
  settle(demands: readonly DemandJudged[], binding: readonly Duty[]): Settled {
    const { use } = this.#question;
    return this.#settleBy(chooseIn(demands, this.#releasing, use.as, this.core), demands, binding);
  }

  #settleBy(chosen: Chosen, demands: readonly DemandJudged[], binding: readonly Duty[]): Settled {
    const relied = demands.flatMap((d) => takenIn(d, chosen.weigh));
    const duties = distinctDuties([...relied.flatMap((o) => o.duties), ...binding]);
    const clashes = clashesOf(duties, this.#question.act.named, this.core.of);
    // Duties of relied options are in their intervals already; those that bind in any case are not.
    const interval = joinIntervals([...demands.map((d) => intervalOf(d, chosen.weigh)), ...binding.map((duty) => duty.interval), ...clashes.map((clash) => clash.interval)]);
    return { chosen, relied, duties, clashes, interval };
  }

  /** What earlier acts of ours make of the answer: to settle them, or to accept them by a waiver. */
  burden(): Interval[] {
    this.standpoint.turning.ask(this.#past.point);
    const { duties, findings, cut } = this.#past.known!;
    // Of what was not judged nobody knows what it comes to.
    const left = cut === null ? [] : [openInterval];
    return duties.some((duty) => duty.state === "overdue") ? [...left, exactly("conditional")] : [...left, ...findings.flatMap((f) => (f.ours ? [f.interval] : []))];
  }

  /** Rules by which an open act reaches what came of it. */
  taintedIn(i: number): readonly Aftermath[] {
    if (!isTainting(this.act.places[i]!)) return [];
    this.standpoint.turning.ask(this.#past.point);
    return tainted(this.act.places[i]!, this.act.upstream, this.#past.known!.findings);
  }

  /** What each of those is to do who receives the thing in a place. */
  receivedIn(i: number): { readonly of: string; readonly judge: () => Received }[] {
    return this.#recipients.flatMap((r, of) => (r.in.has(i) ? [{ of: `received ${of}`, judge: () => this.#receivedBy(r, i) }] : []));
  }

  /** Takes an earlier judgment of the past for known. */
  know(past: Past): void {
    this.#past.known = past;
    this.standpoint.states = past.states;
  }

  /** Those to whom the thing is handed on, each asked as the actor of what it is to do. */
  #recipientsIn(atoms: readonly string[], book: CaseBook): Recipients[] {
    const { use: { recipients }, act, asOf } = this.#question;
    const { places } = this.core.of;
    const isHere = (named: readonly string[], atom: string): boolean => named.length === 0 || named.some((place) => places.contains(place, atom, act.date ?? asOf) === "true");
    return recipients.filter((r) => r.actions.length > 0).map((r) => ({
      act: book.caseOf({ ...act, actions: r.actions, actor: r.role, recipients: [], scale: [], named: null, handedBy: act.actor }, atoms),
      in: new Set(atoms.flatMap((atom, i) => (isHere(r.in, atom) ? [i] : []))),
    }));
  }

  /** What recipients are to do: what of it is not the releaser's own to license, what texts that go on to them forbid, and what they owe. */
  #receivedBy({ act }: Recipients, i: number): Received {
    const place = this.act.places[i]!;
    const isTheirs = ({ demand }: DemandJudged): boolean => {
      const own = ownershipAt(spotAt(place, demand.asset, demand.path), demand.layer, demand.action);
      return own === null || own.interval.worst === "blocked";
    };
    const { bans, boundDuties } = act.bindingIn(i, isTheirs);
    return { demands: act.demandsIn(i).filter(isTheirs), bans: bans.map((ban) => ({ ...ban, party: act.places[i]!.act.actor })), boundDuties };
  }
}
