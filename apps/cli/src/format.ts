/**
 * Formats as they are named on the command line → the readers that know them. They stand here too, so that `--help` need not load the readers; a
 * test holds the two together.
 */
const readers: Readonly<Record<string, string>> = {
  "hugging-face": "hugging-face-card", "supply-chain": "supply-chain", dvc: "dvc", mlflow: "mlflow", "spdx-2": "spdx-2", "spdx-3": "spdx-3", cyclonedx: "cyclonedx", croissant: "croissant", scancode: "scancode", openlineage: "openlineage", atlas: "atlas", wandb: "wandb", prov: "prov",
  weights: "weights", "generated-image": "generated-image", manifest: "manifest",
  c2pa: "c2pa", "image-metadata": "image-metadata",
  "provenance-collection": "provenance-collection", "ecosystem-graphs": "ecosystem-graphs", "provenance-standard": "provenance-standard", corpus: "corpus",
};

/** Formats that a graph is written in; a test holds them to those that are. */
export const writtenFormats: readonly string[] = ["prov", "cyclonedx", "spdx-3", "card", "croissant", "openlineage"];

export const formatNames: readonly string[] = Object.keys(readers);
export const formatOfReader = (reader: string): string => formatNames.find((name) => readers[name] === reader) ?? reader;
export const readerOfFormat = (format: string): string => readers[format] ?? format;

/** Kinds of servers that are asked, here for the same reason and held to them by the same test. */
export const connectionKinds: readonly string[] = ["hugging-face", "mlflow", "wandb", "marquez", "atlas"];
