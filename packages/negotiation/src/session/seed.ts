import { sha256 } from "@cleartitle/norms";

/** A number below `count` that a seed and a place in the session make, and nothing else: the same seed, the same session. */
export const pick = (seed: number, place: number, count: number): number => Number(BigInt(`0x${sha256(`${seed} ${place}`).slice(7, 23)}`) % BigInt(count));
