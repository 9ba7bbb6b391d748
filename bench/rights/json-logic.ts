import type { RulesLogic } from "json-logic-js";
import { installed } from "../peer/installed.js";
import type { PlainNorm, PlainText, Question, Verdict } from "./question.js";

const within = (names: readonly string[]): RulesLogic => ({ in: [{ var: "" }, [...names]] });

/** One norm as a rule of JsonLogic. */
function ruleOf({ effect, actions, purposes, places, outside, from }: PlainNorm): RulesLogic {
  const permits = effect === "permit";
  const asked = (key: string, names: readonly string[], inside: boolean): RulesLogic => {
    const all: RulesLogic = { all: [{ var: key }, within(names)] };
    return permits ? all : inside ? { some: [{ var: key }, within(names)] } : { "!": [all] };
  };
  return {
    and: [
      { in: [{ var: "action" }, [...actions]] }, ...(purposes === null ? [] : [asked("purposes", purposes, true)]), ...(places === null ? [] : [asked("places", places, !outside)]),
      ...(from === null ? [] : [{ ">=": [{ var: "on" }, from] } as unknown as RulesLogic]),
    ],
  } as RulesLogic;
}

/** JsonLogic with the rules of the text that governs, each asked, and a prohibition before any permit. */
export async function jsonLogicWith(texts: readonly PlainText[]): Promise<{ readonly name: string; readonly ask: (question: Question) => Verdict } | string> {
  const loaded = await installed(() => import("json-logic-js"));
  if (typeof loaded === "string") return loaded;
  const { default: logic } = loaded;
  const rules = new Map(texts.map(({ id, norms }) => [id, norms.filter((each) => each.effect !== "oblige").map((each) => ({ id: each.id, permits: each.effect === "permit", rule: ruleOf(each) }))] as const));
  return {
    name: "json-logic-js",
    ask: (question) => {
      const fired = rules.get(question.text)!.filter(({ rule }) => logic.apply(rule, question) === true);
      const bans = fired.filter((each) => !each.permits);
      return { allowed: bans.length === 0 && fired.length > 0, norms: (bans.length > 0 ? bans : fired).map((each) => each.id) };
    },
  };
}
