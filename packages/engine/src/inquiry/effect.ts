import type { Status } from "@cleartitle/norms";
import { answerChanges, applyChanges, bearerOf } from "@cleartitle/title";
import { follow } from "../compiled/judge/core.js";
import type { DecideOptions, Decision } from "../decision.js";
import type { World } from "../world.js";
import { readAnswer } from "./answer-text.js";
import type { AnswerEffect, AskedFact, Decide, PossibleAnswer } from "./inquiry.js";

const statuses = (decision: Decision): Map<string, Status> => new Map(decision.byTerritory.flatMap((t) => t.territories.map((place) => [place, t.decision] as const)));

/** The places whose answer changes, grouped by what it was and what it becomes. */
export function effectsBetween(before: Decision, after: Decision): AnswerEffect[] {
  const now = statuses(after);
  const groups = new Map<string, AnswerEffect & { readonly territories: string[] }>();
  for (const [place, status] of statuses(before)) {
    const next = now.get(place);
    if (next === undefined || next === status) continue;
    const key = `${status} ${next}`;
    const group = groups.get(key) ?? { territories: [], before: status, after: next };
    group.territories.push(place);
    groups.set(key, group);
  }
  return [...groups.values()].map((g) => ({ ...g, territories: g.territories.toSorted() })).toSorted((a, b) => (a.territories[0]! < b.territories[0]! ? -1 : 1));
}

const name = (e: Decision["exposure"][number]): string => `${e.act} ${e.action} ${e.asset} (${e.layer})`;

function exposureBetween(before: Decision, after: Decision): string[] {
  const was = new Map(before.exposure.map((e) => [name(e), e.state] as const));
  return [...new Map(after.exposure.map((e) => [name(e), e.state] as const))].flatMap(([act, state]) => (was.get(act) === undefined || was.get(act) === state ? [] : [`${act}: ${was.get(act)!} → ${state}`])).toSorted();
}

/** Each possible answer applied as a change of the graph, and the use decided again: what it would do, all else as it is. */
export function withEffects(world: World, decision: Decision, question: AskedFact, decide: Decide, options: DecideOptions): AskedFact {
  const definition = world.catalogue.taxonomies.facts.get(question.fact);
  const of = bearerOf(world.graph, question.of, definition?.of ?? "actor");
  if (of === null) return question;
  const answers = question.answers.map((each): PossibleAnswer => {
    const value = readAnswer(each.value, question.type, definition?.values ?? null);
    if (value === null) return each;
    const changes = answerChanges(world.graph, { fact: question.fact, of, value });
    const answered = { ...world, graph: applyChanges(world.graph, changes) };
    follow(world, answered, changes);
    const after = decide(answered, decision.use.name, { ...options, withoutRange: true });
    return { ...each, effects: effectsBetween(decision, after), exposure: exposureBetween(decision, after) };
  });
  return { ...question, answers };
}

/** How much an answer would settle: the places that some answer takes out of the open, then those that any answer changes. */
export function weightOf({ answers }: AskedFact): readonly [number, number] {
  const settled = answers.map((a) => (a.effects ?? []).filter((e) => e.before === "unresolved" && e.after !== "unresolved").reduce((sum, e) => sum + e.territories.length, 0));
  const changed = answers.map((a) => (a.effects ?? []).reduce((sum, e) => sum + e.territories.length, 0) + (a.exposure?.length ?? 0));
  return [Math.max(0, ...settled), Math.max(0, ...changed)];
}
