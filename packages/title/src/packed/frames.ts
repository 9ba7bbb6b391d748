/** What records say but for what is kept of each by itself, once for all that say the same. */
export class Frames<T extends object> {
  readonly #numbers = new Map<string, number>();
  readonly #frames: T[] = [];

  /** The number of what says the same. */
  of(frame: T): number {
    const text = JSON.stringify(frame);
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#frames.push(frame) - 1));
    return number;
  }

  at(number: number): T {
    return this.#frames[number]!;
  }
}
