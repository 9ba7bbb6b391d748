/** Bytes one after the other, of which no more is held than is asked for. */
export class Stepping {
  readonly #pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#pieces = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  }

  async #next(): Promise<Buffer | null> {
    const { done, value } = await this.#pieces.next();
    return done === true ? null : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }

  async take(count: number): Promise<Buffer | null> {
    const parts = [this.#held];
    for (let length = this.#held.length; length < count;) {
      const more = await this.#next();
      if (more === null) return null;
      parts.push(more);
      length += more.length;
    }
    const all = parts.length === 1 ? this.#held : Buffer.concat(parts);
    this.#held = all.subarray(count);
    return all.subarray(0, count);
  }

  async skip(count: number): Promise<boolean> {
    let left = count;
    while (left > this.#held.length) {
      left -= this.#held.length;
      const more = await this.#next();
      this.#held = more ?? Buffer.alloc(0);
      if (more === null) return false;
    }
    this.#held = this.#held.subarray(left);
    return true;
  }

  /** Puts bytes before those that come next. */
  giveBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held]);
  }

  async end(): Promise<void> {
    await this.#pieces.return?.();
  }
}
