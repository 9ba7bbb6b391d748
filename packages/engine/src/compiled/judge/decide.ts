import { joinIntervals, statusOf, type Interval, type Status } from "@cleartitle/norms";
import type { DecideOptions, Decision } from "../../decision.js";
import { explain } from "../../explanation/explain.js";
import { datesAhead } from "../../explanation/timeline.js";
import type { Question } from "../../judgment/question.js";
import type { World } from "../../world.js";
import { Inquiry } from "./inquiry.js";
import { questionIn } from "./question.js";
import { rangeIn } from "./range.js";
import { viewIn } from "./view.js";

/** Decides one named use of a world, equal to the reference in every byte. The world is compiled once, however many of its uses are asked. */
export function decide(world: World, useName: string, options: DecideOptions = {}): Decision {
  const question = questionIn(world, useName, options);
  const inquiry = new Inquiry(question);
  const view = viewIn(inquiry, question);
  if (options.withoutRange === true) return explain({ view, range: null, ahead: [], statuses: new Map() }, options);
  const ahead = datesAhead(view, options.horizonMonths ?? 24);
  const range = rangeIn(inquiry, question, view.status);
  const statuses = new Map<string, Status>([...new Set(ahead.map((d) => d.on))].map((on) => [on, statusOf(intervalNow({ ...question, asOf: on, act: { ...question.act, date: on } }))]));
  return explain({ view, range, ahead, statuses }, options);
}

function intervalNow(question: Question): Interval {
  const inquiry = new Inquiry(question);
  inquiry.past();
  return joinIntervals(question.classes.map((_, i) => inquiry.place(i).interval));
}
