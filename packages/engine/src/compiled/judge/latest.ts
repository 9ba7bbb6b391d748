/** The last of many things, by name; which one is dropped changes how long an answer takes and nothing else. */
export class Latest<T> {
  readonly #things = new Map<string, T>();

  constructor(readonly most: number) {}

  /** One of those that are there, by what it is. */
  find(isIt: (thing: T) => boolean): T | undefined {
    for (const thing of this.#things.values()) if (isIt(thing)) return thing;
    return undefined;
  }

  /** How much they come to, each by its weight. */
  weigh(weight: (thing: T) => number): number {
    let sum = 0;
    for (const thing of this.#things.values()) sum += weight(thing);
    return sum;
  }

  /** Lets go of the first ones, as long as all together weigh too much; never of the last. */
  lighten(weight: (thing: T) => number, most: number): void {
    let left = this.weigh(weight);
    for (const [name, thing] of this.#things) {
      if (left <= most || this.#things.size === 1) return;
      left -= weight(thing);
      this.#things.delete(name);
    }
  }

  of(name: string, make: () => T): T {
    let thing = this.#things.get(name);
    if (thing === undefined) {
      thing = make();
      if (this.#things.size >= this.most) this.#things.delete(this.#things.keys().next().value!);
    } else this.#things.delete(name);
    this.#things.set(name, thing);
    return thing;
  }
}
