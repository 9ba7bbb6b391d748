import { type ClauseHouse, compileDeal, type DealFile, readDeal, worldWith } from "@cleartitle/agreements";
import { type Decide, type DecideOptions, follow, type World } from "@cleartitle/engine";
import { digestOf, type Instrument, type Problem, type Status } from "@cleartitle/norms";
import { dealOf } from "../file/read-negotiation.js";
import type { Negotiation, Package } from "../file/negotiation.js";
import { atOnce } from "../steps.js";
import { jointIssues } from "./joint.js";
import { hundredths, type Worth } from "./points.js";

/** What a deal does to the uses that the parties care about, by the engine. */
export interface Clearing {
  readonly uses: readonly { readonly use: string; readonly status: Status; readonly obligations: number }[];
  /** Why there is no such deal; empty: there is. */
  readonly faults: readonly Problem[];
}

/** What tells what packages clear. */
export interface Clearer {
  /** Decisions that were asked of the engine. */
  readonly decided: number;
  /** Uses that somebody cares about, in order. */
  readonly uses: readonly string[];
  /** Places of the issues that the engine could see. */
  readonly joint: readonly number[];
  /** The most that any clearing can be worth. */
  readonly most: Worth;
  of(settled: Package): Clearing;
  /** The same step by step: a step is one question to the engine. */
  asking(settled: Package): Generator<void, Clearing>;
  /** What a clearing is worth to both. */
  worth(clearing: Clearing): Worth;
}

export interface ClearingOptions {
  readonly house: ClauseHouse;
  readonly decide: Decide;
  readonly options?: DecideOptions;
}

const granted: ReadonlySet<Status> = new Set(["cleared", "conditional"]);

/** What of a deal can make an answer another: its norms without their words, and where they stand only as far as several stand in one place. Numbers of clauses shift with each clause that is left out. */
function unworded({ norms, ...text }: Instrument): unknown {
  const places = [...new Set(norms.map(({ cite }) => cite))];
  return { ...text, norms: norms.map(({ cite, quote: _quote, ...norm }) => ({ ...norm, cite: places.indexOf(cite) })) };
}

/** Asks the engine what packages clear. Packages that compile to the same norms, whatever their words, are asked once. */
export class Clearings implements Clearer {
  decided = 0;
  readonly #byDeal = new Map<string, Clearing>();
  readonly #byPackage = new Map<string, Clearing>();
  readonly uses: readonly string[];
  readonly joint: readonly number[];
  constructor(private readonly negotiation: Negotiation, private readonly base: DealFile | null, private readonly world: World | null, private readonly by: ClearingOptions) {
    this.uses = [...new Set(negotiation.parties.flatMap(({ releases }) => Object.keys(releases ?? {})))].toSorted();
    this.joint = jointIssues(negotiation, by.house.library);
  }

  of(settled: Package): Clearing {
    return atOnce(this.asking(settled));
  }

  /** Packages that differ only in what the engine could not see are one. */
  *asking(whole: Package): Generator<void, Clearing> {
    const settled = whole.map((option, index) => (this.joint.includes(index) ? option : Object.keys(this.negotiation.issues[index]!.options)[0]!));
    const key = settled.join("\u0000");
    const known = this.#byPackage.get(key);
    if (known !== undefined) return known;
    const clearing = yield* this.#asked(settled);
    this.#byPackage.set(key, clearing);
    return clearing;
  }

  *#asked(settled: Package): Generator<void, Clearing> {
    const { base, world, by: { house, decide, options } } = this;
    if (base === null) return { uses: [], faults: [] };
    const deal = dealOf(base.deal, this.negotiation.issues, settled);
    // A draft grants nothing: it is asked as if it were signed as it stands.
    const signed = { ...deal, signed: deal.signed ?? { on: deal.written, evidence: "as if it were signed as it stands" } };
    const { file, problems } = readDeal(JSON.stringify(signed), { file: base.document.file, ...house });
    const made = file === null ? { compiled: null, problems } : compileDeal(file, house);
    if (file === null || made.compiled === null) return { uses: [], faults: made.problems };
    if (world === null || this.uses.length === 0) return { uses: [], faults: [] };
    const { compiled } = made;
    const key = digestOf([unworded(compiled.instrument), compiled.acceptances]);
    const known = this.#byDeal.get(key);
    if (known !== undefined) return known;
    const { world: held, changes } = worldWith(world, file.deal, compiled, house.taxonomies);
    // Beside a large graph the deal is little: what it does not touch is not compiled again.
    follow(world, held, changes);
    const uses: Clearing["uses"][number][] = [];
    for (const use of this.uses) {
      this.decided += 1;
      const { decision, obligations } = decide(held, use, { withoutRange: true, withoutProof: true, ...options });
      uses.push({ use, status: decision, obligations: obligations.length });
      yield;
    }
    const clearing: Clearing = { faults: [], uses };
    this.#byDeal.set(key, clearing);
    return clearing;
  }

  /** What is not known is not cleared. */
  worth({ uses }: Clearing): Worth {
    const [first, second] = this.negotiation.parties.map(({ releases = {}, duty = 0 }) => uses.reduce((sum, { use, status, obligations }) => (granted.has(status) && releases[use] !== undefined ? sum + hundredths(releases[use]) - obligations * hundredths(duty) : sum), 0));
    return [first!, second!];
  }

  get most(): Worth {
    const [first, second] = this.negotiation.parties.map(({ releases = {} }) => Object.values(releases).reduce((sum, points) => sum + hundredths(points), 0));
    return [first!, second!];
  }
}
