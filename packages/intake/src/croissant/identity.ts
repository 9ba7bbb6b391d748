import { identified } from "../identifier.js";
import type { YamlValue } from "../foreign-yaml.js";
import { textIn, valuesAt } from "./metadata.js";

/** Which data set a document describes. */
export interface DatasetIdentity {
  readonly id: string;
  /** Identifiers that the document gives and that do not name one and the same thing. */
  readonly conflict: readonly string[];
  readonly version: string | null;
}

const datasetIn = (text: string | null): string | null => {
  const found = identified(text ?? "");
  return found !== null && (found.kind === "dataset" || found.kind === null) ? found.id : null;
};

/**
 * Known by its own address on a hub, by a DOI, or by where the document lies. Documents are copied from others, address and all: where the files
 * come from another data set of the hub than the address names, neither is believed. A page or a repository is a place and no identity.
 */
export function identityOf(root: YamlValue, path: string): DatasetIdentity {
  const own = [textIn(root, "url"), ...valuesAt(root, "identifier").map((each) => each.text), ...valuesAt(root, "sameAs").map((each) => each.text)].map(datasetIn).filter((id) => id !== null);
  const files = [...new Set(valuesAt(root, "distribution").map((each) => datasetIn(textIn(each, "contentUrl"))).filter((id) => id?.startsWith("hf:") === true))];
  const hub = own.find((id) => id.startsWith("hf:")) ?? null;
  const conflict = hub !== null && files.length > 0 && !files.includes(hub) ? [hub, ...files.filter((id) => id !== null)] : [];
  const believed = conflict.length > 0 ? own.find((id) => !id.startsWith("hf:")) : own[0];
  const id = believed ?? `croissant:${path.replace(/(?:^|\/)(?:metadata|croissant)?(?:\.croissant)?\.json(?:ld)?$/i, "") || path}`;
  return { id, conflict, version: textIn(root, "version") };
}
