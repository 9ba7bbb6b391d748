import { joinIntervals, statusOf } from "@cleartitle/norms";
import type { DecideOptions, Decision } from "../../decision.js";
import { explain } from "../../explanation/explain.js";
import { distinctDuties, type Duty } from "../../judgment/duty.js";
import type { Option } from "../../judgment/option.js";
import { answeredAlike, type AnsweredDemand, type PlaceView, type View } from "../../judgment/view.js";
import type { World } from "../../world.js";
import { defaultBudget, OverBudget } from "../over-budget.js";
import { admits, brokenAmong, brokenIn, type Leaving, weighing } from "./choice.js";
import { coreOf } from "./core.js";
import { inquiryInto } from "./inquiry.js";
import { Made } from "./made.js";
import { questionIn } from "./question.js";
import { nodeOf, type Core } from "./spot.js";
import { viewIn } from "./view.js";

/** A piece of an answer, told as if nothing else were in the thing. */
export interface DecidedPiece {
  readonly decision: Decision;
  /** What acts by which the thing was made came to: of a group of sources, those on them. */
  readonly made: Made;
  /** What it leaves of the licenses for the result in each class of places; none where that is declared. */
  readonly leaving: readonly Leaving[];
}

/** An answer piece by piece, each told when it is asked for, before anything else is asked of the world. null: it is no matter of one piece. */
export interface DecidedApart {
  /** What is asked of the thing itself. */
  readonly own: () => DecidedPiece | null;
  /** What the acts came to by which it was made; null: nobody can say. */
  readonly made: Made | null;
  /** What a group of its sources brings, by its number. */
  readonly group: (i: number) => DecidedPiece | null;
}

/**
 * Decides a use once, to tell what each of some groups of sources brings; those that are asked for have nothing upstream in common with others. Each piece tells all of its reasons. null: what it comes to is more than its pieces, since earlier acts of ours
 * count or since not all was judged. A piece is none where duties of its own clash. Where no license is declared for the result, pieces are told as they are under one that breaks nothing but `broken`, terms named in each class of places: which one serves all of them is to be chosen.
 */
export function decideApart(world: World, useName: string, options: DecideOptions, groups: readonly ReadonlySet<string>[], broken: readonly ReadonlySet<string>[] = []): DecidedApart | null {
  const question = questionIn(world, useName, options);
  try {
    const inquiry = inquiryInto(question, defaultBudget);
    const isOpen = question.use.as === null;
    const view = viewIn(inquiry, question, isOpen ? question.classes.map((_, i) => weighing(broken[i] ?? nothing)) : null);
    if (!isOfPieces(view)) return null;
    const within = groups.map((sources) => upstreamOf(sources, inquiry.core));
    const acts = within.map((things) => madeOf(view, things));
    const all = Made.together(acts);
    const piece = (made: Made, isOf: (asset: string) => boolean): DecidedPiece | null => {
      const decision = told(view, isOf);
      return decision === null ? null : { decision, made, leaving: isOpen ? view.places.map((_, i) => inquiry.leavingIn(i, isOf)) : [] };
    };
    return { own: () => (all === null ? null : piece(all, (asset) => asset === question.use.of)), made: all, group: (i) => piece(acts[i]!, (asset) => within[i]!.has(asset)) };
  } catch (error) {
    if (error instanceof OverBudget) return null;
    throw error;
  }
}

const nothing: ReadonlySet<string> = new Set();

/** Which terms of each of some pieces of a use the license breaks that is chosen for all of them together, in each class of places; none: it breaks none of that piece. */
export function brokenTogether(world: World, useName: string, options: DecideOptions, pieces: readonly Pick<DecidedPiece, "leaving">[]): readonly (readonly ReadonlySet<string>[])[] {
  if (!pieces.some(({ leaving }) => leaving.some(isNarrow))) return pieces.map(() => []);
  const { classes, knownAt } = questionIn(world, useName, options);
  const core = coreOf(world, knownAt, defaultBudget);
  const broken = classes.map((_, i) => brokenAmong(pieces.map(({ leaving }) => leaving[i]!), core));
  return pieces.map(({ leaving }) => {
    const own = leaving.map((each, i) => new Set(brokenIn(each, broken[i]!)));
    return own.every((each) => each.size === 0) ? [] : own;
  });
}

/** Whether it rules out custom terms, which serve as well as any where they serve. */
const isNarrow = ({ constraints }: Leaving): boolean => constraints.some((constraint) => !admits(null, constraint));

const isOfPieces = ({ past: { cut, findings, duties } }: View): boolean => cut === null && !findings.some((each) => each.ours) && !duties.some((each) => each.state === "overdue");

/** What acts on some of what went into the thing, by which it was made, came to. */
const madeOf = ({ question: { use }, past }: View, things: ReadonlySet<string>): Made => new Made(past.findings.filter(({ act, asset }) => act.derivation?.to === use.of && things.has(asset)).map(({ layer, state }) => [layer, state]));

function upstreamOf(sources: ReadonlySet<string>, core: Core): ReadonlySet<string> {
  const { edges, nodes } = core.graph;
  const found = new Set([...sources].map((source) => nodeOf(core, source)));
  for (const node of found) for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) found.add(edges.inSource[i]!);
  return new Set([...found].map((node) => nodes[node]!));
}

/** A piece of a judgment, told; null: it is none. What there is to watch is not told of a piece. */
function told(view: View, isOf: (asset: string) => boolean): Decision | null {
  const places = view.places.map((place) => placePiece(place, isOf));
  if (places.some((place) => isClashing(place) || place.aftermath.length > 0)) return null;
  const interval = joinIntervals(places.map((place) => place.interval));
  if (view.question.use.as !== null && interval.best === "blocked") return null;
  // Which license the result goes out under, and what a declared one breaks, is a matter of all pieces together.
  const alone = places.map((place) => ({ ...place, clashes: [], drift: [], outbound: null }));
  return explain({ view: { ...view, places: alone, interval, status: statusOf(interval) }, range: null, ahead: [], statuses: new Map() }, { fullProof: true, withoutProof: true });
}

/** What of a judgment in one class of places is about some things: what is demanded of them, what texts on them forbid and ask, and what follows. */
function placePiece(place: PlaceView, isOf: (asset: string) => boolean): PlaceView {
  const of = <T extends { readonly asset: string }>(list: readonly T[]): T[] => list.filter(({ asset }) => isOf(asset));
  const from = (list: readonly Duty[]): Duty[] => list.filter(({ source }) => isOf(source));
  const demands = place.demands.filter(({ demand }) => isOf(demand.asset));
  const [bans, uncovered, reliances, aftermath, lawDuties, boundDuties] = [of(place.bans), of(place.uncovered), of(place.reliances), of(place.aftermath), from(place.lawDuties), from(place.boundDuties)];
  const relied = demands.flatMap(takenOf);
  // They are asked for where duties of the whole clash; what is owed is told of what it rests on.
  const duties = place.clashes.length === 0 ? [] : distinctDuties([...relied.flatMap((option) => option.duties), ...boundDuties, ...lawDuties]);
  const interval = joinIntervals([demands, bans, uncovered, reliances, lawDuties, boundDuties].flatMap((all) => all.map((each) => each.interval)));
  return { ...place, demands, bans, uncovered, reliances, aftermath, lawDuties, boundDuties, relied, duties, interval };
}

/** The options that answer the readings of a demand; what names nothing need not be told again of a twin. */
const takenOf = (answered: AnsweredDemand): Option[] => answeredAlike(answered).readings.flatMap(({ taken }, i) =>
  taken === null ? [] : answered.like === undefined || (taken.duties.length === 0 && taken.undertaken.length === 0) ? [taken] : [answered.readings[i]!.taken!]);

/** Whether duties clash that a piece has both; those of two pieces clash where they come together. */
function isClashing({ clashes, duties }: PlaceView): boolean {
  const has = ({ instrument, norm, object }: Duty): boolean => duties.some((each) => each.instrument === instrument && each.norm === norm && each.object === object);
  return clashes.some(({ first, second }) => has(first) && has(second));
}
