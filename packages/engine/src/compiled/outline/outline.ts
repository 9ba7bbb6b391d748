import { layers } from "@cleartitle/norms";
import { explain } from "../../explanation/explain.js";
import type { Act } from "../../act.js";
import type { DecideOptions } from "../../decision.js";
import type { Duty } from "../../judgment/duty.js";
import type { Question } from "../../judgment/question.js";
import type { Outline } from "../../outline.js";
import type { World } from "../../world.js";
import { ActCase } from "../judge/act-case.js";
import { CaseBook } from "../judge/case-book.js";
import { whyBoth } from "../judge/clashes.js";
import { coreOf } from "../judge/core.js";
import { Inquiry } from "../judge/inquiry.js";
import type { EarlierActs, PastAsked } from "../judge/past.js";
import { questionIn } from "../judge/question.js";
import { nodeOf } from "../judge/spot.js";
import { stateKey } from "../judge/standpoint.js";
import { ToldOfThings } from "../judge/told-once.js";
import { viewIn } from "../judge/view.js";
import { defaultBudget, type Budget } from "../over-budget.js";
import { upstreamOf } from "../reach.js";
import { KindsUpstream } from "./kinds-upstream.js";
import { RolesAtObject } from "./roles-at-object.js";
import { UnjudgedPast } from "./unjudged-past.js";

export type OutlineOptions = Omit<DecideOptions, "withoutRange" | "horizonMonths">;

/** Judges one thing of each kind upstream, for an act that is planned. */
class OutlineBook extends CaseBook {
  readonly kinds = new Map<ActCase, KindsUpstream>();
  readonly #claimBudget: number;
  readonly #apart: ReadonlySet<string>;
  #unjudged: UnjudgedPast | null = null;

  constructor(core: CaseBook["core"], question: Question, apart: ReadonlySet<string>) {
    super(core, question.asOf, question.knownAt, question);
    this.#claimBudget = question.claimBudget;
    this.#apart = apart;
  }

  override caseOf(act: Act, atoms: readonly string[]): ActCase {
    if (act.tense === "past") return super.caseOf(act, atoms);
    const { core, asOf, knownAt } = this;
    const roles = new RolesAtObject(core, this.standpoint, nodeOf(core, act.object));
    const kinds = new KindsUpstream(roles, { apart: this.#apart, whole: this.#claimBudget > 0, earlier: (node) => this.#earlier(node) });
    const made = new ActCase({ core, standpoint: this.standpoint, asOf, knownAt, things: new ToldOfThings() }, act, atoms, roles, null, kinds);
    this.kinds.set(made, kinds);
    return made;
  }

  override pastOf(past: PastAsked): EarlierActs {
    return past.budget === 0 ? (this.#unjudged = new UnjudgedPast(this.core, past)) : super.pastOf(past);
  }

  /** What earlier acts on a thing came to, as things stand. */
  #earlier(node: number): string {
    if (this.#unjudged !== null) return this.#unjudged.isResult(node) ? "unknown" : "";
    const { states } = this.standpoint;
    const asset = this.core.graph.nodes[node]!;
    return states.size === 0 ? "" : layers.map((layer) => states.get(stateKey(asset, layer)) ?? "").join();
  }
}

/**
 * Decides one named use over all that is upstream of it, however much that is, by judging one thing of each kind: the same status everywhere as `decide` gives
 * it under the same options, and each of its reasons told once for all things of a kind. Earlier acts are judged as far as `claimBudget` lets them, which is not at all unless it says so.
 */
export function outline(world: World, useName: string, options: OutlineOptions = {}, budget: Budget = defaultBudget): Outline {
  const question = questionIn(world, useName, { claimBudget: 0, ...options });
  const core = coreOf(world, question.knownAt, budget);
  let apart: ReadonlySet<string> = new Set();
  for (;;) {
    const book = new OutlineBook(core, question, apart);
    const inquiry = new Inquiry(question, book);
    const view = viewIn(inquiry, question);
    const more = mayClash(view.places.flatMap((place) => place.duties), question, core.of.taxonomies.duties);
    if ([...more].every((text) => apart.has(text))) {
      const kinds = book.kinds.get(inquiry.act)!.kindsFound;
      return {
        $schema: "urn:cleartitle:schema:outline:1", version: 1, things: kinds.reduce((sum, { things }) => sum + things, 0), kinds: kinds.map(({ node, things }) => ({ asset: core.graph.nodes[node]!, things })),
        decision: explain({ view, range: null, ahead: [], statuses: new Map() }, options),
      };
    }
    apart = new Set([...apart, ...more]);
  }
}

/** Texts whose duties on things other than what is acted on could not both be kept if they fell on one of these. */
function mayClash(duties: readonly Duty[], { act }: Question, kinds: Parameters<typeof whyBoth>[2]): ReadonlySet<string> {
  const elsewhere = duties.filter(({ object, state }) => object !== act.object && state !== "met");
  const found = new Set<string>();
  for (const [i, first] of elsewhere.entries()) {
    for (const second of elsewhere.slice(i + 1)) if (whyBoth(first.norm.oblige, second.norm.oblige, kinds) !== null) for (const { instrument } of [first, second]) found.add(instrument.id);
  }
  return found;
}

/** How many things what a named use is of came from, itself included: those that a whole answer judges one by one. The world is compiled once for this and for what is asked of it. */
export function thingsUpstream(world: World, useName: string, budget: Budget = defaultBudget): number {
  const { act, knownAt } = questionIn(world, useName, {});
  const core = coreOf(world, knownAt, budget);
  const object = nodeOf(core, act.object);
  return object < 0 ? 0 : upstreamOf(core.graph.edges, core.graph.nodes.length, object).nodes.length;
}
