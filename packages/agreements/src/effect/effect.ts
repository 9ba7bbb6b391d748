import type { Decide, DecideOptions, Decision, Impact, ImpactEntry, World } from "@cleartitle/engine";
import { type Problem, type Status, statusOrder, worstStatus } from "@cleartitle/norms";
import type { ClauseLibrary } from "../clause/library.js";
import type { DealFile } from "../deal/read-deal.js";
import { DealAsker, type DealState } from "./asked-deal.js";
import { type Because, becauseOf, sentencesBetween, type SentenceChange } from "./because.js";
import { type DealPart, partsBetween } from "./deal-part.js";
import { type TermChanges, termsBetween } from "./deal-terms.js";
import { strangersTo } from "./deal-world.js";
import { exposureBetween, type ExposureChange, obligationsBetween, type ObligationChange, type PlaceChange, placesOf } from "./use-change.js";

/** What a use loses and wins. */
export interface UseChange {
  readonly use: string;
  readonly of: string;
  readonly before: Status;
  readonly after: Status;
  readonly change: ImpactEntry["change"];
  readonly places: readonly (PlaceChange & { readonly because: Because })[];
  readonly obligations: readonly ObligationChange[];
  readonly exposure: readonly ExposureChange[];
}

/** An answer that one clause changes alone. */
interface AloneChange {
  readonly use: string;
  readonly territories: readonly string[];
  readonly before: Status;
  readonly after: Status;
  /** It stays so beside the other changes. */
  readonly holds: boolean;
}

/** One part of the deal with its sentences, and what it would do if nothing else were changed. */
interface ClauseEffect extends DealPart {
  readonly sentences: readonly SentenceChange[];
  /** null: it cannot be asked alone, and `why` says why. */
  readonly alone: readonly AloneChange[] | null;
  readonly why: string | null;
}

/** What it comes to that a deal is agreed otherwise: the semantic redline. */
export interface Effect {
  readonly $schema: "urn:cleartitle:schema:effect:1";
  readonly version: 1;
  readonly deal: string;
  /** States that nobody signed, and that were asked as if they were signed as they stand. */
  readonly asIfSigned: { readonly before: boolean; readonly after: boolean };
  readonly clauses: readonly ClauseEffect[];
  /** Uses of which the answer, an obligation or an exposure is another, in order of name. */
  readonly uses: readonly UseChange[];
  /** Uses that are answered as before, and explained otherwise. */
  readonly explained: readonly string[];
  readonly same: number;
  /** Uses that the deal does not reach. */
  readonly untouched: number;
  readonly terms: TermChanges;
  /** Assets of the deal that the title file does not have: of what is done with them nothing is said. */
  readonly notInTitle: readonly string[];
  /** The worst answer among those that became worse; null: none became worse. */
  readonly worsened: Status | null;
  /** What was not asked: uses beyond the budget, clauses that were not asked alone, and uses of whose change no cause was found before the questions were too many. null: all was asked. */
  readonly cut: { readonly uses: readonly string[]; readonly clauses: readonly string[]; readonly causes: readonly string[] } | null;
  readonly basis: Impact["basis"];
}

export interface EffectOptions {
  readonly library: ClauseLibrary;
  /** Name of the title file, for problems. */
  readonly file: string;
  readonly decide: Decide;
  readonly options?: DecideOptions;
  /** Most uses that are decided in each comparison. */
  readonly budget?: number;
  /** Most decisions that are asked for to tell clauses apart. */
  readonly clauseBudget?: number;
}

const isTold = (use: UseChange): boolean => use.places.length > 0 || use.obligations.length > 0 || use.exposure.length > 0;

class Comparison {
  readonly #impact: Impact;
  readonly #cutClauses: string[] = [];
  readonly #cutCauses: string[] = [];
  constructor(private readonly asker: DealAsker, private readonly parts: readonly DealPart[], private readonly before: DealState, private readonly after: DealState, private readonly clauseBudget: number) {
    this.#impact = asker.impact(before, after);
  }

  #decided(state: DealState, use: string): Decision {
    return this.asker.decide(state.world, use, {});
  }

  #use(entry: ImpactEntry): UseChange {
    const { use, of, change } = entry;
    const [was, is] = [this.#decided(this.before, use), this.#decided(this.after, use)];
    const asked = this.parts.filter((part) => !this.#cutClauses.includes(part.id));
    return {
      use, of, before: was.decision, after: is.decision, change,
      places: placesOf(entry, was, is).map((place) => ({ ...place, because: this.#because(use, place.territories[0]!, asked) })),
      obligations: obligationsBetween(was.obligations, is.obligations), exposure: exposureBetween(was.exposure, is.exposure),
    };
  }

  #because(use: string, place: string, asked: readonly DealPart[]): Because {
    const because = becauseOf(this.asker, asked, { use, place, before: this.before, after: this.after }, this.clauseBudget);
    if (because.alone.length + because.together.length === 0 && !this.#cutCauses.includes(use)) this.#cutCauses.push(use);
    return because;
  }

  #clause(part: DealPart): ClauseEffect {
    const sentences = sentencesBetween(this.before.compiled, this.after.compiled, part);
    const none = (why: string): ClauseEffect => ({ ...part, sentences, alone: null, why });
    const found = this.asker.state([part.id]);
    if ("problems" in found) return none(found.problems.map((each) => each.message).join("; "));
    const isOnly = this.parts.length === 1;
    if (!isOnly && this.asker.decided + this.#impact.uses.length > this.clauseBudget) {
      this.#cutClauses.push(part.id);
      return none("it was not asked: too many questions");
    }
    const alone = (isOnly ? this.#impact : this.asker.impact(this.before, found.state)).uses.flatMap(({ use, effects }) => effects.map((each): AloneChange => ({
      use, ...each, holds: each.territories.every((place) => this.asker.answerAt(this.after, use, place) === each.after),
    })));
    return { ...part, sentences, alone, why: null };
  }

  effect(): Pick<Effect, "clauses" | "uses" | "explained" | "same" | "untouched" | "terms" | "worsened" | "cut" | "basis"> {
    const { uses: entries, untouched, cut, basis } = this.#impact;
    const clauses = this.parts.map((part) => this.#clause(part));
    const changed = entries.filter((entry) => entry.change !== "same").map((entry) => this.#use(entry));
    const uses = changed.filter(isTold);
    const worse = uses.flatMap((use) => use.places.flatMap(({ before, after }) => (statusOrder(after, before) > 0 ? [after] : [])));
    return {
      clauses, uses, explained: changed.filter((use) => !isTold(use)).map((use) => use.use), same: entries.length - changed.length, untouched, terms: termsBetween(this.before.compiled, this.after.compiled),
      worsened: worse.length === 0 ? null : worstStatus(worse), cut: cut === null && this.#cutClauses.length + this.#cutCauses.length === 0 ? null : { uses: cut?.left ?? [], clauses: this.#cutClauses, causes: this.#cutCauses }, basis,
    };
  }
}

/** What two states of a deal do to the uses of a title graph, and which clause does it. With any problem there is no effect. */
export function effectOf(before: DealFile, after: DealFile, world: World, { library, file, decide, options = {}, budget = 1000, clauseBudget = 20_000 }: EffectOptions): { readonly effect: Effect | null; readonly problems: readonly Problem[] } {
  const strange = strangersTo(world, [before.deal, after.deal], file);
  if (strange.length > 0) return { effect: null, problems: strange };
  const asker = new DealAsker({ before, after, world, library, decide, options, budget });
  const parts = partsBetween(asker.deals.before, asker.deals.after, library);
  const [first, last] = [asker.state([]), asker.state(parts.map((part) => part.id))];
  // What is wrong with the first state is what is wrong with whatever is made of it.
  const problems = [...new Set([first, last].flatMap((each) => ("problems" in each ? each.problems : [])))];
  if ("problems" in first || "problems" in last) return { effect: null, problems };
  const assets = new Set([...before.deal.assets, ...after.deal.assets].map((asset) => asset.id));
  return {
    problems: [],
    effect: {
      $schema: "urn:cleartitle:schema:effect:1", version: 1, deal: before.deal.id, asIfSigned: { before: before.deal.signed === undefined, after: after.deal.signed === undefined },
      ...new Comparison(asker, parts, first.state, last.state, clauseBudget).effect(),
      notInTitle: [...assets].filter((id) => !world.graph.assets.has(id)).toSorted(),
    },
  };
}
