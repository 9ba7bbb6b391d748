/** Numbers without chance: the same each time. */
export class Random {
  #state = 1;

  /** From 0 up to, but without, 1. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 4_294_967_296;
  }
}
