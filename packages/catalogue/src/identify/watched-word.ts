import { signs } from "./sign-word.js";
import { hashOf, keptSpelling, respelled, type Second, secondOf } from "./spelling.js";

/** What a word may be beside a word. */
export interface WatchedWord {
  readonly hash: number;
  /** One without which no license is named, as `sign-word.ts` lists them. */
  readonly isSign: boolean;
  /** The sign of a comment. */
  readonly isComment: boolean;
  /** The hash of the spelling that is kept for it. */
  readonly kept: number;
  /** What it becomes after a certain word. */
  readonly second: Second | undefined;
}

const comments: ReadonlySet<number> = new Set(["dnl", "rem"].map(hashOf));

const bits = 12;
const mask = 2 ** bits - 1;
/** By the low bits of a hash, from 1, where the words with these bits begin among all; 0 where there are none, as for nearly all. */
const begins = new Uint8Array(2 ** bits);
const words = [...new Set([...signs, ...respelled, ...comments])].toSorted((a, b) => (a & mask) - (b & mask)).map((hash): WatchedWord => ({ hash, isSign: signs.has(hash), isComment: comments.has(hash), kept: keptSpelling(hash), second: secondOf(hash) }));
for (const [i, { hash }] of words.entries()) if (begins[hash & mask] === 0) begins[hash & mask] = i + 1;

/** What a word is beside a word; undefined for nearly all. */
export function watchedWord(hash: number): WatchedWord | undefined {
  const begin = begins[hash & mask]!;
  return begin === 0 ? undefined : among(hash, begin - 1);
}

function among(hash: number, begin: number): WatchedWord | undefined {
  for (let i = begin; i < words.length && ((words[i]!.hash ^ hash) & mask) === 0; i++) if (words[i]!.hash === hash) return words[i];
  return undefined;
}
