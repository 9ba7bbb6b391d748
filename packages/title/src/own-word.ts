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

/** Whether a text is a name that one graph alone knows, in the form in which its documents have it: it joins nothing of any other graph. */
export const isOwnName = (text: string): boolean => /^urn:cleartitle:title:[0-9a-f]{16}:(?:party:)?[A-Za-z0-9._~%-]+$/.test(text);

const oneOf = (text: string | null | undefined, form: RegExp): string | null => (text != null && text.length <= 500 && (form.test(text) || isOwnName(text)) ? text : null);

/** Where a document of ours says that a thing comes from, if that is an address that means the same to everybody, or a name of the document's graph alone; any other text is read as nothing. */
export const ownSource = (text: string | null | undefined): string | null => oneOf(text, /^(?:(?:url:)?https?:\/\/[^\s@]+|(?:hf|gh|doi|pkg|swh):\S+)$/);

/** A party that a document of ours names: an organization by its name, as other documents name theirs, or a name of the document's graph alone, so that nobody is taken for a party of whoever reads it. */
export const ownParty = (text: string | null | undefined): string | null => oneOf(text, /^organization:\S(?:[^\r\n]*\S)?$/);

/** The kind of derivation that a word of ours names; `null` for any other text. */
export const ownDerivationKind = (text: string | null | undefined): string | null => within(text, derivationKinds);
