import { signs } from "./sign-word.js";
import { hashOf, respelled } from "./spelling.js";

/** Comment signs that are words. */
export const commentWords: ReadonlySet<number> = new Set(["dnl", "rem"].map(hashOf));

const bits = 12;
const gate = new Uint8Array(2 ** bits);
for (const hash of [...signs, ...respelled, ...commentWords]) gate[hash & (2 ** bits - 1)] = 1;

/** Whether a word may be more than a word: a sign, a comment sign, or one that is read as another. All but a few are let pass by one look. */
export const isWatched = (hash: number): boolean => gate[hash & (2 ** bits - 1)] === 1;
