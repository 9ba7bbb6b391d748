import { contextLength } from "./context.js";
import { clauseKinds } from "./kind.js";

/** Numbers that stand for a kind. */
export const traits = 6;
export const hidden = 48;
const inputs = contextLength + traits;
const others = contextLength - clauseKinds.length;
/** How much of a hidden value below zero is let through. */
export const leak = 0.05;

/** A second opinion on a candidate from what is found around it: one hidden layer for all kinds, and a line of its own for each kind. Lists are row by row. */
export interface SecondModel {
  readonly layer: Float64Array;
  readonly layerShift: Float64Array;
  readonly out: Float64Array;
  /** Of each kind, its traits, its shift, how much more its own sum counts, and how much each other kind's. */
  readonly traits: Float64Array;
  readonly shift: Float64Array;
  readonly slope: Float64Array;
  readonly cross: Float64Array;
}

export const secondSizes: { readonly [Part in keyof SecondModel]: number } = {
  layer: hidden * inputs, layerShift: hidden, out: hidden, traits: clauseKinds.length * traits, shift: clauseKinds.length, slope: clauseKinds.length, cross: clauseKinds.length * clauseKinds.length,
};

/** What was computed on the way: the trainer goes back along it. */
export interface Pass {
  readonly input: Float64Array;
  readonly hidden: Float64Array;
}

export const newPass = (): Pass => ({ input: new Float64Array(inputs), hidden: new Float64Array(hidden) });

/** The logarithm of the odds that a candidate is of a kind. */
export function secondSum(model: SecondModel, seen: Float32Array, kind: number, pass: Pass): number {
  pass.input.set(seen);
  for (let trait = 0; trait < traits; trait += 1) pass.input[contextLength + trait] = model.traits[kind * traits + trait] as number;
  let sum = (model.shift[kind] as number) + (1 + (model.slope[kind] as number)) * (seen[0] as number) * 4;
  for (let other = 0; other < clauseKinds.length; other += 1) sum += (model.cross[kind * clauseKinds.length + other] as number) * (seen[others + other] as number);
  for (let unit = 0; unit < hidden; unit += 1) {
    let value = model.layerShift[unit] as number;
    const base = unit * inputs;
    for (let input = 0; input < inputs; input += 1) value += (model.layer[base + input] as number) * (pass.input[input] as number);
    pass.hidden[unit] = value > 0 ? value : leak * value;
    sum += (model.out[unit] as number) * (pass.hidden[unit] as number);
  }
  return sum;
}

type Written = { readonly [Part in keyof SecondModel]: readonly number[] };

/** The model with numbers of five digits, as it is kept. */
export const writeSecond = (model: SecondModel): string => JSON.stringify(Object.fromEntries(Object.entries(model).map(([part, list]) => [part, Array.from(list as Float64Array, (value) => Number(value.toPrecision(5)))])));

/** INVARIANT: the text was written by `writeSecond`; anything else is a bug. */
export function readSecond(text: string): SecondModel {
  const written = JSON.parse(text) as Written;
  const list = (part: keyof SecondModel): Float64Array => {
    if (written[part].length !== secondSizes[part]) throw new Error("the second model is of other features or kinds than the program");
    return Float64Array.from(written[part]);
  };
  return { layer: list("layer"), layerShift: list("layerShift"), out: list("out"), traits: list("traits"), shift: list("shift"), slope: list("slope"), cross: list("cross") };
}
