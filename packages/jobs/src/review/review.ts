import { setImmediate } from "node:timers/promises";
import { type Decision, type DecideOptions, goingOn, type World } from "@cleartitle/engine";
import { addDuration, daysBetween } from "@cleartitle/norms";
import { type Answered, changesOf, dutiesOf } from "./answers.js";
import { lawOf } from "./law.js";
import { type Leads, type Notice, type NoticeKind, noticeKinds, noticesOf } from "./notice.js";
import { type Freshness, staleOf, termsOf, usualFreshness, waiversOf } from "./records.js";

export interface ReviewQuestion {
  readonly asOf: string;
  readonly leads?: Leads;
  readonly freshness?: Freshness;
}

export type Decide = (world: World, use: string, options: DecideOptions) => Decision;

/** Stops after each use that was decided, so that whoever has other things to do may do them in between. */
function* deciding(world: World, decide: Decide, { asOf, leads = {}, freshness = usualFreshness }: ReviewQuestion): Generator<void, Notice[]> {
  const { graph, catalogue } = world;
  const lastOf = (kind: NoticeKind): string => addDuration(asOf, leads[kind] ?? noticeKinds[kind].lead) ?? asOf;
  const bare = { withoutRange: true, withoutProof: true } as const;
  const present = goingOn(world, asOf) ?? world;
  const horizonMonths = Math.ceil(daysBetween(asOf, lastOf("decision-changes")) / 28);
  const answered: Answered[] = [];
  const ahead: Decision[] = [];
  for (const use of graph.uses.keys()) {
    // Duties fall due by the day of the act as it is recorded, or they would be new ones every day.
    answered.push({ now: decide(world, use, { ...bare, asOf }), soon: decide(world, use, { ...bare, asOf: lastOf("obligation-due") }) });
    ahead.push(decide(present, use, { withoutProof: true, asOf, horizonMonths }));
    yield;
  }
  const found = [...termsOf(graph), ...waiversOf(graph), ...staleOf(graph, freshness), ...dutiesOf(answered), ...ahead.flatMap((each) => [...changesOf(each)]), ...lawOf(catalogue, asOf, ahead)];
  return noticesOf(found, asOf, leads);
}

/** What time has brought or will soon bring, as of a day. Pure: it knows nothing of what was told before, which the fingerprints are for. */
export function review(world: World, decide: Decide, question: ReviewQuestion): Notice[] {
  const steps = deciding(world, decide, question);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same while others are answered in between: a worker has to say that it lives, however many uses there are. */
export async function reviewInTurns(world: World, decide: Decide, question: ReviewQuestion, signal: AbortSignal): Promise<Notice[]> {
  const steps = deciding(world, decide, question);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await setImmediate();
    signal.throwIfAborted();
  }
}
