import { createHash } from "node:crypto";

const first = 5_000;
const longest = 3_600_000;

/**
 * Milliseconds until a job is tried again: twice as long after each attempt, up to an hour, and never the same for two jobs, so that those that failed together do not come back together.
 * The same for the same seed and attempt.
 */
export function backoff(attempt: number, seed: string): number {
  const whole = Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));
  const draw = createHash("sha256").update(`${seed}:${attempt}`).digest().readUInt32BE(0) / 2 ** 32;
  return Math.round(whole / 2 + (whole / 2) * draw);
}
