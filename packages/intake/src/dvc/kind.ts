/** What the kinds of asset and of derivation are read from, where a pipeline does not say. */

const weights = /\.(safetensors|gguf|ggml|pt|pth|ckpt|onnx|h5|hdf5|keras|tflite|mlmodel|joblib|bin)$/i;
const code = /\.(py|ipynb|r|jl|sh|bash|js|ts|mjs|scala|java|go|rs|c|cc|cpp|h|sql|rb|pl|lua)$/i;
/** Ends that hold data as often as weights: the file's name decides. */
const either = /\.(pkl|pickle|tar|zip|tar\.gz|tgz|npz|json)$/i;

/** `type` decides where the file states it; else the end of the name. What shows neither weights nor code is data. */
export function assetKind(path: string, type: string | null): "dataset" | "model" | "code" {
  if (type === "model" || type === "dataset" || type === "code") return type;
  if (weights.test(path)) return "model";
  if (code.test(path)) return "code";
  const name = path.split("/").at(-1) ?? "";
  return either.test(path) && /(^|[._-])(model|weights|checkpoint)s?([._-]|$)/i.test(name) ? "model" : "dataset";
}

const words: readonly (readonly [RegExp, string])[] = [
  [/\bfine-?tun/i, "finetune"], [/\bdistil/i, "distil"], [/\b(quantiz|convert|prun)/i, "convert"], [/\bannotat|\blabel(l?ing|led)\b/i, "annotate"],
  [/\bsynthe(size|sizes|sized|tic)\b/i, "synthesize"], [/\b(crawl|scrap(e|ing))/i, "crawl"], [/\b(subset|sampl(e|es|ing)|split(s|ting)?)\b/i, "subset"],
  [/\bmerg(e|es|ing)\b/i, "merge"], [/\b(evaluat|benchmark)/i, "evaluate"], [/\b(curat|clean|filter|dedup)/i, "curate"], [/\b(index|embed)(s|es|ing|dings?)?\b/i, "index"],
  [/\btrain(s|ing|ed)?\b/i, "train"],
];

const kinds = new Set([
  "copy", "subset", "annotate", "curate", "merge", "convert", "finetune", "adapt", "train", "distil", "generate", "synthesize", "retrieve", "index", "include", "evaluate",
  "prompt", "crawl",
]);

/** The kind that a stage's own record for this tool names, or `null` if it is none. */
export const namedKind = (text: string | null): string | null => (text !== null && kinds.has(text) ? text : null);

/** The one kind that a description speaks of; `null` for none, and for several, since which is meant cannot be told. What is tracked as written may be data to measure with, and is never taken for a measurement. */
export function describedKind(description: string | null): string | null {
  const found = new Set(words.filter(([word]) => word.test(description ?? "")).map(([, kind]) => kind));
  const [only] = found;
  return found.size === 1 && only !== undefined && only !== "evaluate" ? only : null;
}
