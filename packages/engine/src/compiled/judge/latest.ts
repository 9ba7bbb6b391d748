/** The last of many things, by name; which one is dropped changes how long an answer takes and nothing else. */
export class Latest<T> {
  readonly #things = new Map<string, T>();

  constructor(readonly most: number) {}

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
