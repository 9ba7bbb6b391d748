import { hashOf } from "./spelling.js";

/**
 * The runs of letters without which a text names no license: every trigger, heading and header line of `notice.ts` has one of them. A text in which
 * none stands need not be looked at again.
 */
const words = ["c", "s"].flatMap((c) => [`licen${c}e`, `licen${c}es`, `licen${c}ing`, `licen${c}ed`, `duallicen${c}ed`, `multilicen${c}ed`]).concat("under", "governed", "covered", "subject", "accept");

/** The hashes of the signs. */
export const signs: ReadonlySet<number> = new Set(words.map(hashOf));
