/**
 * Words of ours in documents of other formats: `cleartitle:model`, `cleartitle:finetune`. The lists are those of the catalogue's taxonomies, which a test
 * holds them to; a word that is not listed is read as nothing, since a document may say anything.
 */
const assetKinds: ReadonlySet<string> = new Set(["dataset", "model", "code", "prompt", "workflow", "output", "product", "persona", "document"]);
const derivationKinds: ReadonlySet<string> = new Set([
  "copy", "subset", "annotate", "curate", "merge", "convert", "finetune", "adapt", "train", "distil", "generate", "synthesize", "retrieve", "index", "include", "evaluate", "prompt", "crawl",
]);

/** A word of ours as documents have it. */
export const ownWord = (word: string): string => `cleartitle:${word}`;

const within = (text: string | null | undefined, words: ReadonlySet<string>): string | null => {
  const word = text?.startsWith("cleartitle:") === true ? text.slice("cleartitle:".length) : null;
  return word !== null && words.has(word) ? word : null;
};

/** The kind of asset that a word of ours names; `null` for any other text. */
export const ownAssetKind = (text: string | null | undefined): string | null => within(text, assetKinds);

/** How much of an origin a document of ours says to be known. That nothing is missing is for who answers for it to say, and is read as nothing. */
export const ownUpstream = (text: string | null | undefined): "partial" | "undisclosed" | null => (text === "partial" || text === "undisclosed" ? text : null);

/** Where a document of ours says that a thing comes from, if that is an address that means the same to everybody; a path, or a name of one graph alone, is read as nothing. */
export const ownSource = (text: string | null | undefined): string | null => (text != null && text.length <= 500 && /^(?:(?:url:)?https?:\/\/[^\s@]+|(?:hf|gh|doi|pkg|swh):\S+)$/.test(text) ? text : null);

/** The kind of derivation that a word of ours names; `null` for any other text. */
export const ownDerivationKind = (text: string | null | undefined): string | null => within(text, derivationKinds);
