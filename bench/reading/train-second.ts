import { contextLength } from "../../packages/agreements/src/reading/classify/context.js";
import { clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { hidden, leak, newPass, readSecond, type SecondModel, secondSizes, secondSum, traits, writeSecond } from "../../packages/agreements/src/reading/classify/second.js";

/** What is learned from: of each pair of a candidate and a kind what is seen around it, and whether it is of the kind. */
export class SecondRows {
  readonly kinds: number[] = [];
  readonly right: boolean[] = [];
  #seen = new Float32Array(contextLength << 16);

  add(seen: Float32Array, kind: number, isRight: boolean): void {
    const at = this.kinds.length * contextLength;
    if (at + contextLength > this.#seen.length) {
      const wider = new Float32Array(this.#seen.length * 2);
      wider.set(this.#seen);
      this.#seen = wider;
    }
    this.#seen.set(seen, at);
    this.kinds.push(kind);
    this.right.push(isRight);
  }

  seen(row: number): Float32Array {
    return this.#seen.subarray(row * contextLength, (row + 1) * contextLength);
  }
}

const epochs = 4;
const rate = 0.02;
const ridge = 1e-5;
/** A slope smaller than this moves nothing that counts. */
const still = 3e-3;
const inputs = contextLength + traits;
const others = contextLength - clauseKinds.length;

/** Numbers without chance: the same each time. */
class Random {
  #state = 1;

  next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 4_294_967_296;
  }

  list(length: number, width: number): Float64Array {
    return Float64Array.from({ length }, () => (this.next() - 0.5) * width);
  }
}

/** A list of weights that learns by AdaGrad. */
class Learner {
  readonly #squares: Float64Array;
  constructor(readonly weights: Float64Array) {
    this.#squares = new Float64Array(weights.length).fill(0.01);
  }

  move(at: number, slope: number, step: number): void {
    const whole = slope + ridge * (this.weights[at] as number);
    const square = (this.#squares[at] as number) + whole * whole;
    this.#squares[at] = square;
    this.weights[at] = (this.weights[at] as number) - (step * whole) / Math.sqrt(square);
  }
}

type Learners = { readonly [Part in keyof SecondModel]: Learner };

function begin(random: Random): Learners {
  return {
    layer: new Learner(random.list(secondSizes.layer, 0.4)), layerShift: new Learner(new Float64Array(secondSizes.layerShift)), out: new Learner(random.list(secondSizes.out, 0.4)),
    traits: new Learner(random.list(secondSizes.traits, 1)), shift: new Learner(new Float64Array(secondSizes.shift)), slope: new Learner(new Float64Array(secondSizes.slope)), cross: new Learner(new Float64Array(secondSizes.cross)),
  };
}

const modelOf = (learners: Learners): SecondModel => ({ layer: learners.layer.weights, layerShift: learners.layerShift.weights, out: learners.out.weights, traits: learners.traits.weights, shift: learners.shift.weights, slope: learners.slope.weights, cross: learners.cross.weights });

/** Goes back along a pass. */
function learn(learners: Learners, { input, hidden: units }: ReturnType<typeof newPass>, seen: Float32Array, kind: number, slope: number, step: number): void {
  learners.shift.move(kind, slope, step);
  learners.slope.move(kind, slope * (seen[0] as number), step);
  for (let other = 0; other < clauseKinds.length; other += 1) {
    const value = seen[others + other] as number;
    if (value !== 0) learners.cross.move(kind * clauseKinds.length + other, slope * value, step);
  }
  for (let unit = 0; unit < hidden; unit += 1) {
    const value = units[unit] as number;
    const back = slope * (learners.out.weights[unit] as number) * (value > 0 ? 1 : leak);
    learners.out.move(unit, slope * value, step);
    for (let at = 0; at < inputs; at += 1) {
      const weight = learners.layer.weights[unit * inputs + at] as number;
      if (input[at] !== 0) learners.layer.move(unit * inputs + at, back * (input[at] as number), step);
      if (at >= contextLength) learners.traits.move(kind * traits + at - contextLength, back * weight, step);
    }
    learners.layerShift.move(unit, back, step);
  }
}

/** Learns the second opinion; the numbers are those that are kept. */
export function trainSecond(rows: SecondRows): SecondModel {
  const random = new Random();
  const learners = begin(random);
  const model = modelOf(learners);
  const pass = newPass();
  const order = rows.kinds.map((_, row) => row);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random.next() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    const step = rate / (1 + epoch * 0.3);
    for (const row of order) {
      const kind = rows.kinds[row] as number;
      const slope = 1 / (1 + Math.exp(-secondSum(model, rows.seen(row), kind, pass))) - (rows.right[row] ? 1 : 0);
      if (Math.abs(slope) >= still) learn(learners, pass, rows.seen(row), kind, slope, step);
    }
  }
  return readSecond(writeSecond(model));
}
