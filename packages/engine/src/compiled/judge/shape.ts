import type { Duty } from "../../judgment/duty.js";
import { optionName, type Option } from "../../judgment/option.js";
import type { DemandJudged } from "./demand-judged.js";
import { numberOf } from "./identity.js";
import { numberOfInterval } from "./interval-number.js";

/** All of a duty that a choice, and what clashes in it, can turn on. */
const dutyShape = ({ instrument, norm, object, trigger, state, interval }: Duty): string => `${numberOf(instrument)}.${numberOf(norm)}.${JSON.stringify(object)}.${trigger}.${state}.${numberOfInterval(interval)}`;

export const dutiesShape = (duties: readonly Duty[]): string => duties.map(dutyShape).join(";");

const options = new WeakMap<Option, string>();
const demands = new WeakMap<readonly DemandJudged[], string>();

function optionShape(option: Option): string {
  let shape = options.get(option);
  if (shape === undefined) {
    const { interval, law, instruments, duties, constraints } = option;
    const bound = constraints.map((c) => `${numberOf(c.instrument)}.${c.norm}.${numberOf(c.outbound)}`);
    shape = `${JSON.stringify(optionName(option))}${numberOfInterval(interval)}${law?.confidence === "contested" ? "?" : ""}[${instruments.map(numberOf).join()}][${dutiesShape(duties)}][${bound.join()}]`;
    options.set(option, shape);
  }
  return shape;
}

/** All of a judged demand that a choice can turn on, whatever it rests on: demands of one shape fare alike beside the same others. */
export function demandShape(judged: readonly DemandJudged[]): string {
  let shape = demands.get(judged);
  if (shape === undefined) {
    shape = judged.map(({ demand, raised, readings }) => `${demand.persists[0]}${raised.truth[0]}${String(raised.covered)[0]}{${readings.map(({ reading, options: all }) => `${reading.kind}(${all.map(optionShape).join()})`).join()}}`).join("|");
    demands.set(judged, shape);
  }
  return shape;
}
