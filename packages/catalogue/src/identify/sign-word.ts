import { hashOf } from "./spelling.js";

/**
 * The runs of letters without which a text names no license: every trigger, heading and header line of `notice.ts` has one of them. A text in which
 * none stands need not be looked at again.
 */
const words = ["c", "s"].flatMap((c) => [`licen${c}e`, `licen${c}es`, `licen${c}ing`, `licen${c}ed`, `duallicen${c}ed`, `multilicen${c}ed`]).concat("under", "governed", "covered", "subject", "accept");

const hashes = new Set(words.map(hashOf));
/** Whether the low bits of a hash belong to any of them. */
const gate = new Uint8Array(1024);
for (const hash of hashes) gate[hash & 1023] = 1;

/** Whether a hash is that of a sign. */
export const isSign = (hash: number): boolean => gate[hash & 1023] === 1 && hashes.has(hash);
