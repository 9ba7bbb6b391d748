import type { DocumentText } from "../text/text.js";
import { featureGroups, type Row } from "./feature.js";

/** Plain features are hashes of so many bits. */
export const plainBits = 18;
const mask = (1 << plainBits) - 1;

/** Goes on with a hash over more text; what begins with the same salt shares the beginning. */
function more(from: number, text: string): number {
  let hash = from;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
const empty = 0x811c9dc5;
const folded = (hash: number): number => (hash ^ (hash >>> 15)) & mask;
const hashOf = (text: string): number => folded(more(empty, text));

const near = more(empty, "near ");

/** Words and pairs of words that follow each other. */
function grams(words: readonly string[], salt: number): number[] {
  const found: number[] = [];
  words.forEach((word, index) => {
    const hash = more(salt, word);
    const next = words[index + 1];
    found.push(folded(hash));
    if (next !== undefined) found.push(folded(more(more(hash, " "), next)));
  });
  return found;
}

const flags: readonly RegExp[] = [/\$|\bdollars\b/i, /%|\bpercent\b/i, /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d/, /\bshall\b/i, /\blicens/i];
const flagHashes = flags.map((_, number) => hashOf(`flag ${number}`));
const always = hashOf("always");
/** Length of the vector of words; the features of a row are of one length whatever it says. */
const reach = 3;

/** Counts features; what it holds is taken away with each row. */
class Counter {
  readonly #times = new Uint32Array(1 << plainBits);
  #features: number[] = [];

  add(features: readonly number[]): void {
    for (const feature of features) {
      if (this.#times[feature] === 0) this.#features.push(feature);
      this.#times[feature] = (this.#times[feature] as number) + 1;
    }
  }

  row(): Row {
    const counts = this.#features.map((feature) => this.#times[feature] as number);
    const length = Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0)) || 1;
    const features = [...this.#features, always];
    for (const feature of this.#features) this.#times[feature] = 0;
    this.#features = [];
    return { features, values: [...counts.map((count) => (count / length) * reach), 1], ends: Array.from({ length: featureGroups }, () => features.length) };
  }
}

/** Of each sentence a row of plain words: its own words and pairs, those of its neighbors, words of its heading, and flags, all told of one length. They see less than the other features and are misled by less. */
export function plainRows({ text, paragraphs, sentences }: DocumentText): Row[] {
  const shown = sentences.map(({ start, end }) => text.slice(start, end));
  const words = shown.map((each) => each.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
  const beside = words.map((each) => grams(each, near));
  const counter = new Counter();
  return words.map((own, index) => {
    const heading = paragraphs[sentences[index]?.paragraph ?? -1]?.heading ?? null;
    counter.add(grams(own, empty));
    counter.add(beside[index - 1] ?? []);
    counter.add(beside[index + 1] ?? []);
    if (heading !== null) counter.add((text.slice(heading.start, heading.end).toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => hashOf(`heading ${word}`)));
    counter.add(flagHashes.filter((_, flag) => flags[flag]?.test(shown[index] ?? "")));
    return counter.row();
  });
}
