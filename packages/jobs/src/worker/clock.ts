/** Time, as a worker has it; tests have their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Does something again and again. Gives what ends it. */
  every(milliseconds: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    return () => clearInterval(timer);
  },
};

/** An instant as the queue writes it. */
export const instantAt = (milliseconds: number): string => new Date(milliseconds).toISOString();
