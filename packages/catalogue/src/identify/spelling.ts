/**
 * Spellings that the SPDX matching guidelines hold to be the same word (annex "License matching guidelines", B.9 and its list of equivalent
 * words), each group led by the form that is kept. Forms of these words that the list leaves out are spelled alike.
 */
const groups = [
  "acknowledgment acknowledgement", "acknowledgments acknowledgements", "analog analogue", "analyze analyse", "analyzed analysed", "artifact artefact", "artifacts artefacts",
  "authorization authorisation", "authorizations authorisations", "authorized authorised", "authorize authorise", "authorizes authorises", "authorizing authorising", "unauthorized unauthorised",
  "caliber calibre", "canceled cancelled", "capitalizations capitalisations", "catalog catalogue", "catalogs catalogues", "categorize categorise", "center centre", "emphasized emphasised",
  "favor favour", "favorite favourite", "fulfill fulfil", "fulfillment fulfilment", "initialize initialise", "judgment judgement", "labeling labelling", "labeled labelled", "labor labour",
  "license licence", "licenses licences", "licensed licenced", "licensing licencing", "sublicense sublicence", "sublicenses sublicences", "maximize maximise", "modeled modelled", "modeling modelling",
  "offense offence", "optimize optimise", "organization organisation", "organizations organisations", "organize organise", "organized organised", "practice practise", "program programme", "programs programmes",
  "realize realise", "realized realised", "recognize recognise", "recognized recognised", "signaling signalling", "utilization utilisation", "utilize utilise", "while whilst", "willful wilful", "willfully wilfully",
] as const;

/** Two words that stand for one, where they follow each other. */
const pairs = ["per cent percent", "sub license sublicense", "sub licenses sublicenses", "sub licensed sublicensed", "sub licensing sublicensing", "copyright owner holder", "copyright owners holders", "non commercial noncommercial"] as const;

export const seed = 0x811c9dc5;

/** One more character in the hash of a word (FNV-1a). */
export const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The hash of a word is spread over all its bits once its last character is in. */
export function spread(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** The hash of a word that is written in lower case. */
export function hashOf(word: string): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
  return spread(hash);
}

const kept = new Map<number, number>();
/** Whether a low byte of a hash belongs to any word of the list: most words are let pass by one look. */
const gate = new Uint8Array(256);
for (const group of groups) {
  const [first, ...others] = group.split(" ").map(hashOf);
  for (const other of others) {
    kept.set(other, first!);
    gate[other & 255] = 1;
  }
}

/** The hash of the spelling that is kept for a word. */
export const keptSpelling = (hash: number): number => kept.get(hash) ?? hash;

/** A word that after a certain one is read as another, and takes that one in or leaves it. */
export interface Second {
  readonly first: number;
  readonly becomes: number;
  readonly keepsFirst: boolean;
}

const second = new Map<number, Second>();
for (const pair of pairs) {
  const [first, then, becomes] = pair.split(" ");
  second.set(hashOf(then!), { first: hashOf(first!), becomes: hashOf(becomes!), keepsFirst: first === "copyright" });
  gate[hashOf(then!) & 255] = 1;
}

/** The hashes of the words that are read otherwise than they are written, some only after certain others. */
export const respelled: readonly number[] = [...kept.keys(), ...second.keys()];

/** What is known of a word that is read otherwise after a certain one. */
export const secondOf = (hash: number): Second | undefined => second.get(hash);

/** What a word becomes after another one: `owner` after `copyright` is `holder`; `cent` after `per` takes it in. undefined: as it is. */
export function afterWord(before: number, hash: number): Second | undefined {
  if (gate[hash & 255] === 0) return undefined;
  const found = second.get(hash);
  return found?.first === before ? found : undefined;
}
