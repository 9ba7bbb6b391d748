import { usesReached, type DecideOptions, type Decision, type World } from "@cleartitle/engine";
import { isKind, type Status, subtractDuration } from "@cleartitle/norms";
import { applyChanges, byText } from "@cleartitle/title";
import { type Agreement, termsOn } from "./agreement.js";
import { endChanges } from "./live-changes.js";
import { askedUses, depthsFrom } from "./runbook-questions.js";
import { type Answer, isGiven, type RunbookStep, RunbookWriter } from "./runbook-steps.js";
import { type Ending, endedWorld, keeping, onDay, partsIn, partsWorld, turnsAfter, withUses } from "./runbook-world.js";

interface RunbookRelease {
  readonly use: string;
  readonly of: string;
  readonly before: Status;
  readonly after: Status;
}

/** What the end of an agreement asks for, in the order in which it is to be done. */
export interface Runbook {
  readonly agreement: string;
  /** The last day of the rights, and the first one without. */
  readonly lastDay: string;
  readonly from: string;
  readonly how: Ending["how"];
  readonly steps: readonly RunbookStep[];
  /** Clauses that go on, with what they keep alive. */
  readonly survives: readonly { readonly cite: string; readonly quote: string | null; readonly norms: readonly string[]; readonly isConditional: boolean }[];
  /** Uses that are recorded and get another answer by it, asked for the day after. */
  readonly releases: readonly RunbookRelease[];
  /** Things that the agreement reaches, and of which nothing had to be asked because they come after the budget. */
  readonly cut: { readonly budget: number; readonly left: readonly string[] } | null;
}

export interface RunbookOptions {
  readonly decide: (world: World, use: string, options: DecideOptions) => Decision;
  readonly options?: DecideOptions;
  /** Things that are asked about at most. */
  readonly budget?: number;
}

/** How far each step is from being urgent, where two are due on one day: what is built on others goes before them. */
const rank: Readonly<Record<RunbookStep["kind"], number>> = { stop: 0, delete: 1, do: 2, certify: 3, keep: 4, "find-out": 5 };

/**
 * What is to be done when an agreement ends: computed from the title graph, by asking of each thing that the agreement reaches what may be done with it on the last day and on the day after. `world`: the
 * records, in which the agreement is live. What is not known is listed as such.
 */
export function runbookOf(world: World, agreement: Agreement, ending: Ending, { decide, options = {}, budget = 200 }: RunbookOptions): Runbook {
  const lastDay = subtractDuration(ending.on, "P1D") ?? ending.on;
  const over = endedWorld(world, agreement, ending);
  // Which things it reaches is the engine's own question: those whose answers an end of its texts may alter.
  const reaching = endChanges(agreement, { on: ending.on, how: "termination", evidence: null }, "0001-01-01");
  const questions = askedUses(world.graph, ending.on);
  const asking = withUses(world, questions.uses);
  const reached = new Set(usesReached(asking, { ...asking, graph: applyChanges(asking.graph, reaching) }, reaching));
  const handled = questions.assets.filter(({ acts, names }) => acts.some((act) => reached.has(names.get(act)!)));
  const depth = depthsFrom(world.graph, agreement.deal.assets.map(({ id }) => id));
  const writer = new RunbookWriter(agreement, ending, lastDay, world.catalogue.taxonomies.actions);
  const answered = { ...options, withoutRange: true, withoutProof: true };
  const [dayBefore, dayAfter] = [withUses(world, onDay(questions.uses, lastDay)), withUses(over, onDay(questions.uses, ending.on))];
  const parts = withUses(partsWorld(world, agreement), onDay(questions.uses, lastDay));
  const turns = turnsAfter(agreement, lastDay, ending).map((day) => ({ last: subtractDuration(day, "P1D") ?? day, world: withUses(over, onDay(questions.uses, day)) }));
  const answerOf = (name: string): Answer => {
    const [before, after] = [decide(dayBefore, name, answered), decide(dayAfter, name, answered)];
    const later = isGiven(after) ? turns.map((turn) => ({ last: turn.last, answer: decide(turn.world, name, answered) })) : [];
    return { before, after, turn: later.find(({ answer }) => !isGiven(answer)) ?? null };
  };
  for (const each of handled.slice(0, budget)) {
    // A part that is told behind the fiftieth reason is played all the same.
    const played = partsIn(decide(parts, each.names.get(keeping)!, { ...answered, fullProof: true }), agreement);
    writer.asset(each, played, new Map(each.acts.map((act) => [act, answerOf(each.names.get(act)!)] as const)));
  }
  writer.whole();
  return {
    agreement: agreement.deal.id, lastDay, from: ending.on, how: ending.how,
    steps: writer.steps.toSorted(byUrgency(depth)),
    survives: surviving(agreement, ending.how, lastDay),
    releases: releasesOf(world, over, { lastDay, from: ending.on, reached: (use) => reached.has(use) }, (at, use) => decide(at, use, answered)),
    cut: handled.length > budget ? { budget, left: handled.slice(budget).map(({ asset }) => asset) } : null,
  };
}

/** By the day, and of one day what is farthest down first: it is built on the rest. */
function byUrgency(depth: ReadonlyMap<string, number>): (a: RunbookStep, b: RunbookStep) => number {
  const far = ({ asset }: RunbookStep): number => (asset === null ? -1 : (depth.get(asset) ?? 0));
  return (a, b) => rankGroup(a) - rankGroup(b) || byText(a.by ?? "9999", b.by ?? "9999") || rank[a.kind] - rank[b.kind] || far(b) - far(a) || byText(a.asset ?? "", b.asset ?? "");
}

/** What must be done stands before what may be, and what is not known after both. */
const rankGroup = ({ kind }: RunbookStep): number => (kind === "keep" ? 1 : kind === "find-out" ? 2 : 0);

const surviving = (agreement: Agreement, how: Runbook["how"], lastDay: string): Runbook["survives"] =>
  termsOn(agreement, lastDay)!.compiled.instrument.norms.filter(isKind("survive")).filter(({ survive }) => survive.after.includes(how))
    .map(({ cite, quote = null, survive, if: condition }) => ({ cite, quote, norms: [...survive.norms], isConditional: condition !== undefined }));

function releasesOf(world: World, over: World, { lastDay, from, reached }: { readonly lastDay: string; readonly from: string; readonly reached: (use: string) => boolean }, decide: (world: World, use: string) => Decision): RunbookRelease[] {
  const { uses } = world.graph;
  const [before, after] = [withUses(world, onDay(uses, lastDay)), withUses(over, onDay(uses, from))];
  return [...uses.keys()].filter(reached).toSorted().flatMap((use): RunbookRelease[] => {
    const [was, is] = [decide(before, use).decision, decide(after, use).decision];
    return was === is ? [] : [{ use, of: uses.get(use)!.of, before: was, after: is }];
  });
}
