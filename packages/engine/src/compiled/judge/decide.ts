import { joinIntervals, statusOf, type Interval, type Status } from "@cleartitle/norms";
import type { DecideOptions, Decision } from "../../decision.js";
import { explainCut } from "../../explanation/explain-cut.js";
import { explain } from "../../explanation/explain.js";
import { datesAhead, daysJudged } from "../../explanation/timeline.js";
import type { Question } from "../../judgment/question.js";
import type { World } from "../../world.js";
import { defaultBudget, OverBudget, type Budget } from "../over-budget.js";
import { inquiryInto, type Inquiry } from "./inquiry.js";
import { questionIn } from "./question.js";
import { rangeIn } from "./range.js";
import { viewIn } from "./view.js";

/**
 * Decides one named use of a world, equal to the reference in every byte. Pure and total; the use must exist. The world is compiled once, however many of
 * its uses are asked. A question that would go beyond the budget is answered as cut; a world that is larger than it throws `OverBudget`.
 */
export function decide(world: World, useName: string, options: DecideOptions = {}, budget: Budget = defaultBudget): Decision {
  const question = questionIn(world, useName, options);
  const inquiry = inquiryInto(question, budget);
  try {
    return decided(inquiry, question, options, budget);
  } catch (error) {
    if (error instanceof OverBudget) return explainCut(question, error.message, options);
    throw error;
  }
}

function decided(inquiry: Inquiry, question: Question, options: DecideOptions, budget: Budget): Decision {
  const view = viewIn(inquiry, question);
  if (options.withoutRange === true) return explain({ view, range: null, ahead: [], statuses: new Map() }, options);
  const ahead = datesAhead(view, options.horizonMonths ?? 24);
  const range = (inquiry.range ??= rangeIn(inquiry, question, view.status));
  const statuses = new Map<string, Status>(daysJudged(question, ahead).map((on) => [on, statusOf(intervalNow({ ...question, asOf: on, act: { ...question.act, date: on } }, budget))]));
  return explain({ view, range, ahead, statuses }, options);
}

function intervalNow(question: Question, budget: Budget): Interval {
  const inquiry = inquiryInto(question, budget);
  inquiry.past();
  return joinIntervals(question.classes.map((_, i) => inquiry.intervalOf(i)));
}
