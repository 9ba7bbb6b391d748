/** How much one caller may ask: so many requests at once, and so many a second after that. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Callers that are remembered at most: whoever was not heard of for long has a full bucket again, and is forgotten first. */
const mostCallers = 10_000;

/** Counts requests by caller. It has no clock: whoever asks says how late it is, in milliseconds. */
export class Rate {
  readonly #limit: RateLimit;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** 0: the request may be answered; else the seconds until one may be. */
  take(caller: string, now: number): number {
    const { burst, perSecond } = this.#limit;
    const bucket = this.#buckets.get(caller) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { left: left < 1 ? left : left - 1, at: now });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= mostCallers) break;
      this.#buckets.delete(oldest);
    }
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0;
  }
}
