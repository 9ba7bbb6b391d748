import type { DecideOptions, Decision } from "../decision.js";
import type { World } from "../world.js";
import { askedFacts } from "./asked-fact.js";
import { weightOf, withEffects } from "./effect.js";
import type { AskedFact, Decide, Inquiry } from "./inquiry.js";
import { risksOf } from "./risk.js";

export interface InquireOptions extends DecideOptions {
  /** Decide again with each possible answer, and put first what settles most. */
  readonly effects?: boolean;
  /** Questions that are told at most. */
  readonly most?: number;
  /** Times that the use is decided again at most; beyond, answers stand without effects and `cut` counts them. */
  readonly budget?: number;
}

/** Whole questions are decided again in their order until the budget is spent, so that no question is told by half. */
function* decidedAgain(world: World, decision: Decision, questions: readonly AskedFact[], decide: Decide, { budget = 60, ...options }: InquireOptions): Generator<void, { readonly questions: AskedFact[]; readonly left: number }> {
  let [spent, left] = [0, 0];
  const told: AskedFact[] = [];
  for (const question of questions) {
    const cost = question.answers.length;
    if (spent + cost > budget) {
      left += cost;
      told.push(question);
      continue;
    }
    spent += cost;
    told.push(withEffects(world, decision, question, decide, options));
    yield;
  }
  const order = new Map(questions.map((q, i) => [`${q.fact} ${q.of}`, i] as const));
  const at = (q: AskedFact): number => order.get(`${q.fact} ${q.of}`)!;
  const weights = new Map(told.map((q) => [q, weightOf(q)] as const));
  const heavier = (a: AskedFact, b: AskedFact): number => weights.get(b)![0] - weights.get(a)![0] || weights.get(b)![1] - weights.get(a)![1] || at(a) - at(b);
  return { questions: told.toSorted(heavier), left };
}

/** `inquire` in steps, after each of which others may be served: to decide with each possible answer takes long. */
export function* inquiring(world: World, use: string, decide: Decide, options: InquireOptions = {}): Generator<void, Inquiry> {
  const { effects = false, most = 20, budget, ...asking } = options;
  const decision = decide(world, use, { ...asking, withoutRange: true, fullProof: true });
  const all = askedFacts(world, decision);
  const shown = all.slice(0, most);
  yield;
  const again = effects ? yield* decidedAgain(world, decision, shown, decide, { ...asking, ...(budget === undefined ? {} : { budget }) }) : { questions: shown, left: 0 };
  return {
    $schema: "urn:cleartitle:schema:questions:1", version: 1, use, decision: decision.decision,
    byTerritory: decision.byTerritory.map(({ territories, decision: status }) => ({ territories, decision: status })),
    questions: again.questions, cut: { questions: all.length - shown.length, answers: again.left }, risks: risksOf(world, world.graph.uses.get(use)!, decision.byTerritory.flatMap((t) => t.territories)), basis: decision.basis,
  };
}

/** What has to be answered before a use can be decided, from the facts that the rules in question still lack. */
export function inquire(world: World, use: string, decide: Decide, options: InquireOptions = {}): Inquiry {
  const steps = inquiring(world, use, decide, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
