import { canonicalJson, statusOrder, type Status } from "@cleartitle/norms";
import type { ChangeSet } from "@cleartitle/title";
import { coreOf, follow } from "../compiled/judge/core.js";
import { defaultBudget } from "../compiled/over-budget.js";
import type { DecideOptions, Decision, DecisionBasis } from "../decision.js";
import { effectsBetween } from "../inquiry/effect.js";
import type { AnswerEffect, Decide } from "../inquiry/inquiry.js";
import type { World } from "../world.js";
import { type ChangeReach, reachOf } from "./reach.js";

/** What was decided of a use, in brief. */
interface Verdict {
  readonly decision: Status;
  readonly byTerritory: readonly { readonly territories: readonly string[]; readonly decision: Status }[];
}

/** What a list of things said in an answer lost and won. */
interface Difference {
  readonly gone: readonly string[];
  readonly new: readonly string[];
}

/** One use that the changes reach. */
export interface ImpactEntry {
  readonly use: string;
  readonly of: string;
  /** null: there was no such use. */
  readonly before: Verdict | null;
  /** null: there is no such use any more. */
  readonly after: Verdict | null;
  /** `same`: nothing that is said differs; `reasons`: the answer is the same and what is said of it differs. */
  readonly change: "better" | "worse" | "mixed" | "reasons" | "same" | "new" | "gone";
  readonly effects: readonly AnswerEffect[];
  /** Keys of the decision under which something else is said than before. */
  readonly differs: readonly string[];
  /** Places that are asked only before or only after. */
  readonly territories: Difference;
  readonly reasons: Difference;
  readonly obligations: Difference;
  readonly exposure: Difference;
  readonly findings: Difference;
}

/** Everything that changes reach, with what was decided before and what is decided after them. */
export interface Impact {
  readonly $schema: "urn:cleartitle:schema:impact:1";
  readonly version: 1;
  /** Why every use had to be decided again; null: it had not. */
  readonly everything: string | null;
  /** Reached uses that were decided, in order of name. */
  readonly uses: readonly ImpactEntry[];
  /** Uses that no change reaches: they are decided as before. */
  readonly untouched: number;
  /** Reached uses beyond the budget: nothing is said of them. null: all were decided. */
  readonly cut: { readonly budget: number; readonly left: readonly string[] } | null;
  readonly basis: { readonly before: DecisionBasis | null; readonly after: DecisionBasis | null };
}

export interface ImpactOptions {
  readonly decide: Decide;
  readonly options?: DecideOptions;
  /** Most uses that are decided, each before and after. */
  readonly budget?: number;
  /** Told after each use, so that somebody who waits sees how far it is. */
  readonly decided?: (done: number, of: number) => void;
}

const endOfTime = "9999-12-31T23:59:59Z";

/** Names of the uses whose answers changes may alter, of both worlds, in order. What is not among them is decided as before. */
export function usesReached(before: World, after: World, changes: ChangeSet): readonly string[] {
  return reached(before, after, changes, endOfTime).uses;
}

function reached(before: World, after: World, changes: ChangeSet, knownAt: string): ChangeReach {
  follow(before, after, changes);
  return reachOf({ before: coreOf(before, knownAt, defaultBudget).state, after: coreOf(after, knownAt, defaultBudget).state, changes });
}

/** An impact that is worked out use by use, by whoever may be cut off in between. */
export interface ImpactSteps {
  /** Reached uses that are decided, in order of name. */
  readonly uses: readonly string[];
  /** What is told of one of them. */
  readonly entryOf: (use: string) => ImpactEntry;
  /** What is told beside the uses. */
  readonly rest: () => Omit<Impact, "uses">;
}

/** What has to be worked out for an impact; nothing is decided yet. */
export function impactSteps(before: World, after: World, changes: ChangeSet, { decide, options = {}, budget = 10_000 }: Omit<ImpactOptions, "decided">): ImpactSteps {
  const { uses: names, everything } = reached(before, after, changes, options.knownAt ?? endOfTime);
  const uses = names.slice(0, budget);
  const decided = (world: World, use: string): Decision | null => (world.graph.uses.has(use) ? decide(world, use, { withoutRange: true, ...options }) : null);
  const first = new Map<World, Decision>();
  const asked = (world: World, use: string): Decision | null => {
    const decision = decided(world, use);
    if (decision !== null && !first.has(world)) first.set(world, decision);
    return decision;
  };
  // That of the first use of a world, also for who went on in the middle: it names the day that was asked of.
  const basisOf = (world: World): DecisionBasis | null => {
    const use = uses.find((each) => world.graph.uses.has(each));
    const known = first.get(world);
    return use === undefined ? null : (known?.use.name === use ? known : decided(world, use)!).basis;
  };
  const all = new Set([...before.graph.uses.keys(), ...after.graph.uses.keys()]).size;
  return {
    uses,
    entryOf: (use) => entryOf(use, asked(before, use), asked(after, use)),
    rest: () => ({
      $schema: "urn:cleartitle:schema:impact:1", version: 1, everything, untouched: all - names.length,
      cut: names.length > budget ? { budget, left: names.slice(budget) } : null, basis: { before: basisOf(before), after: basisOf(after) },
    }),
  };
}

/** What a change set does to the answers of a world. `after` is the world with the changes applied; what it does not list is decided as before. */
export function impactOf(before: World, after: World, changes: ChangeSet, { decided, ...asked }: ImpactOptions): Impact {
  const { uses: names, entryOf: tell, rest } = impactSteps(before, after, changes, asked);
  const uses = names.map((use, at): ImpactEntry => {
    const entry = tell(use);
    decided?.(at + 1, names.length);
    return entry;
  });
  const { $schema, version, everything, ...others } = rest();
  return { $schema, version, everything, uses, ...others };
}

const verdictOf = (decision: Decision | null): Verdict | null =>
  decision === null ? null : { decision: decision.decision, byTerritory: decision.byTerritory.map(({ territories, decision: status }) => ({ territories, decision: status })) };

function entryOf(use: string, before: Decision | null, after: Decision | null): ImpactEntry {
  const effects = before === null || after === null ? [] : effectsBetween(before, after);
  const difference = (tell: (decision: Decision) => readonly string[]): Difference => between(before === null ? [] : tell(before), after === null ? [] : tell(after));
  return {
    use, of: (after ?? before)!.use.of, before: verdictOf(before), after: verdictOf(after), change: changeOf(before, after, effects), effects, differs: differingKeys(before, after),
    territories: difference((each) => each.byTerritory.flatMap((t) => t.territories)),
    reasons: difference((each) => each.reasons.map((r) => words([r.decision, r.tense === "past" ? r.act : null, r.asset, r.part, r.layer, r.action, r.instrument, r.norm, r.outcome]))),
    obligations: difference((each) => each.obligations.map((o) => words([o.do, o.object, o.creditor, o.trigger, o.state, o.cite]))),
    exposure: difference((each) => each.exposure.map((e) => words([e.act, e.action, e.asset, e.layer, e.state]))),
    findings: difference((each) => each.findings.map((f) => words([f.kind, f.asset, f.detail]))),
  };
}

const words = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== "").join(" · ");

function between(before: readonly string[], after: readonly string[]): Difference {
  const [was, is] = [new Set(before), new Set(after)];
  return { gone: [...was].filter((each) => !is.has(each)).toSorted(), new: [...is].filter((each) => !was.has(each)).toSorted() };
}

function changeOf(before: Decision | null, after: Decision | null, effects: readonly AnswerEffect[]): ImpactEntry["change"] {
  if (before === null) return "new";
  if (after === null) return "gone";
  if (effects.length === 0) return differingKeys(before, after).length === 0 ? "same" : "reasons";
  const [better, worse] = [effects.some((e) => statusOrder(e.after, e.before) < 0), effects.some((e) => statusOrder(e.after, e.before) > 0)];
  return better && worse ? "mixed" : worse ? "worse" : "better";
}

/** What is decided on (`basis`) differs in any case. */
function differingKeys(before: Decision | null, after: Decision | null): string[] {
  if (before === null || after === null) return [];
  return (Object.keys(before) as (keyof Decision)[]).filter((key) => key !== "basis" && canonicalJson(before[key]) !== canonicalJson(after[key])).toSorted();
}
