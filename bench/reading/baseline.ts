import { featureGroups, type Row } from "../../packages/agreements/src/reading/classify/feature.js";
import type { DocumentText } from "../../packages/agreements/src/reading/text/text.js";

/** The features of the baseline are hashes of so many bits. */
export const baselineBits = 18;
const mask = (1 << baselineBits) - 1;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & mask;
}

const grams = (words: readonly string[], salt: string): number[] => words.flatMap((word, index) => (index + 1 < words.length ? [hashOf(salt + word), hashOf(`${salt}${word} ${words[index + 1] ?? ""}`)] : [hashOf(salt + word)]));
const flags: readonly RegExp[] = [/\$|\bdollars\b/i, /%|\bpercent\b/i, /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d/, /\bshall\b/i, /\blicens/i];
/** Length of the vector of words; the features of a row are of one length whatever it says. */
const reach = 3;

/** Words and pairs of words of each sentence and of its neighbors, words of its heading, and flags: what the figures to beat were made with. */
export function baselineRows({ text, paragraphs, sentences }: DocumentText): Row[] {
  const shown = sentences.map(({ start, end }) => text.slice(start, end));
  const words = shown.map((each) => each.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
  return words.map((own, index) => {
    const heading = paragraphs[sentences[index]?.paragraph ?? -1]?.heading ?? null;
    const counts = new Map<number, number>();
    const all = [
      ...grams(own, ""), ...grams(words[index - 1] ?? [], "near "), ...grams(words[index + 1] ?? [], "near "),
      ...(heading === null ? [] : (text.slice(heading.start, heading.end).toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => hashOf(`heading ${word}`))),
      ...flags.flatMap((flag, number) => (flag.test(shown[index] ?? "") ? [hashOf(`flag ${number}`)] : [])),
    ];
    for (const feature of all) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const length = Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0)) || 1;
    const features = [...counts.keys(), hashOf("always")];
    return { features, values: [...[...counts.values()].map((count) => (count / length) * reach), 1], ends: Array.from({ length: featureGroups }, () => features.length) };
  });
}
