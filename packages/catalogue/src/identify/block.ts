/** How many words a block has: the unit in which texts are remembered and found again. */
export const blockLength = 8;

const factor = 0x9e3779b1 | 0;
let power = 1;
for (let i = 1; i < blockLength; i++) power = Math.imul(power, factor);
const leading = power;

/** The hash of a block, from its sum. */
export const mixed = (sum: number): number => {
  let h = sum ^ (sum >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
};

/** The hash of a block that starts at a word. */
export function blockHash(words: Uint32Array | readonly number[], from: number): number {
  return mixed(blockSum(words, from));
}

/** What a block that starts at a word comes to before it is mixed; `blockAfter` makes the next one's of it. */
export function blockSum(words: Uint32Array | readonly number[], from: number): number {
  let sum = 0;
  for (let i = 0; i < blockLength; i++) sum = (Math.imul(sum, factor) + words[from + i]!) | 0;
  return sum;
}

/** The sum of a block, from that of the block one word before it. */
export const blockAfter = (words: Uint32Array, from: number, before: number): number => (Math.imul((before - Math.imul(words[from - 1]!, leading)) | 0, factor) + words[from + blockLength - 1]!) | 0;

/** Where the blocks of a stretch of words start: one after the other, the last one set back so that it ends where the stretch does. */
export function blockStarts(from: number, to: number): number[] {
  if (to - from < blockLength) return [];
  const starts: number[] = [];
  for (let at = from; at + blockLength <= to; at += blockLength) starts.push(at);
  if ((to - from) % blockLength !== 0) starts.push(to - blockLength);
  return starts;
}
