import { statusOf, type Interval, type Status } from "@cleartitle/norms";
import type { DecideOptions, Decision } from "../decision.js";
import { explain } from "../explanation/explain.js";
import { datesAhead, daysJudged } from "../explanation/timeline.js";
import type { Question } from "../judgment/question.js";
import type { World } from "../world.js";
import { questionOf } from "./question.js";
import { rangeOf } from "./range.js";
import { judgeFrom } from "./standpoint.js";
import { viewOf } from "./view.js";

const asThingsStand = { assignment: new Map(), conservative: false } as const;

/**
 * Decides one named use of a world: the definition of right. Pure and total; the use must exist.
 * `asOf` defaults to the date of the use, `knownAt` to all that is recorded.
 */
export function decide(world: World, useName: string, options: DecideOptions = {}): Decision {
  const question = questionOf(world, useName, options);
  const view = viewOf(judgeFrom(question, asThingsStand), question);
  if (options.withoutRange === true) return explain({ view, range: null, ahead: [], statuses: new Map() }, options);
  const ahead = datesAhead(view, options.horizonMonths ?? 24);
  return explain({ view, range: rangeOf(question, view.status), ahead, statuses: statusesOn(daysJudged(question, ahead), question) }, options);
}

/** The status of the same use on other dates. */
const statusesOn = (dates: readonly string[], question: Question): Map<string, Status> =>
  new Map(dates.map((on) => [on, statusOf(judgeFrom({ ...question, asOf: on, act: { ...question.act, date: on } }, asThingsStand).interval)] as const));

/** The interval of a use alone, for callers that need no explanation. */
export const judgeUse = (world: World, useName: string, options: DecideOptions = {}): Interval => judgeFrom(questionOf(world, useName, options), asThingsStand).interval;
