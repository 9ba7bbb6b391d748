import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@cleartitle/norms";
import type { Catalogue } from "../catalogue.js";
import { indexDigest, readIndex, writeIndex } from "./index-file.js";
import { readFingerprint } from "./fingerprint.js";
import type { Knowledge } from "./identify.js";
import { LicenseNames } from "./license-names.js";
import type { KnownText } from "./reference-text.js";
import { spdxListDir, spdxTexts } from "./spdx-texts.js";
import { TextIndex } from "./text-index.js";

/** The fingerprints of a catalogue folder. */
export function fingerprintsIn(dir: string): { readonly texts: readonly KnownText[]; readonly problems: readonly Problem[] } {
  const folder = join(dir, "fingerprints");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.ya?ml$/.test(file) && !/\.origin\.ya?ml$/.test(file)).toSorted() : [];
  const read = files.map((file) => readFingerprint(readFileSync(join(folder, file), "utf8"), `fingerprints/${file}`));
  return { texts: read.flatMap(({ known }) => known ?? []), problems: read.flatMap(({ problems }) => problems) };
}

/** Every known text, read as it was built where it is still of the same code and data, else made anew. */
function knownTexts(dir: string): { readonly texts: readonly KnownText[]; readonly problems: readonly Problem[] } {
  const digest = indexDigest(spdxListDir(), join(dir, "fingerprints"));
  const written = digest === null ? null : readIndex(digest);
  return written === null ? textsAnew(dir) : { texts: written, problems: [] };
}

function textsAnew(dir: string): { readonly texts: readonly KnownText[]; readonly problems: readonly Problem[] } {
  const { texts, problems } = fingerprintsIn(dir);
  return { texts: [...spdxTexts(spdxListDir()), ...texts], problems };
}

/** Writes the index of known texts beside the built code, so that reading it takes milliseconds, unless the one there is still right. null: it cannot be built. */
export function buildTextIndex(dir: string): { readonly done: "built" | "kept" | null; readonly problems: readonly Problem[] } {
  const digest = indexDigest(spdxListDir(), join(dir, "fingerprints"));
  if (digest !== null && readIndex(digest) !== null) return { done: "kept", problems: [] };
  const { texts, problems } = textsAnew(dir);
  if (digest === null || problems.length > 0) return { done: null, problems };
  writeIndex(texts, digest);
  return { done: "built", problems };
}

const made = new WeakMap<Catalogue, { readonly knowledge: Knowledge | null; readonly problems: readonly Problem[] }>();

/** What `makeKnowledge` makes, once for a catalogue. */
export function loadKnowledge(dir: string, catalogue: Catalogue): { readonly knowledge: Knowledge | null; readonly problems: readonly Problem[] } {
  let loaded = made.get(catalogue);
  if (loaded === undefined) made.set(catalogue, (loaded = makeKnowledge(dir, catalogue)));
  return loaded;
}

/** Everything that names licenses from text: the SPDX list, the fingerprints beside the catalogue, and the names that the catalogue knows. */
function makeKnowledge(dir: string, catalogue: Catalogue): { readonly knowledge: Knowledge | null; readonly problems: readonly Problem[] } {
  const { texts, problems } = knownTexts(dir);
  if (problems.length > 0) return { knowledge: null, problems };
  const listed: [string, string][] = [...texts.map((each): [string, string] => [each.title, each.ids[0]!]), ...[...catalogue.instruments].filter(([, each]) => each.kind === "license").map(([id, each]): [string, string] => [each.title, id])];
  const names = new LicenseNames(listed, catalogue.aliases, catalogue.families ?? new Map());
  const versions = new Map([...catalogue.instruments].map(([id, each]) => [id, each.version ?? null]));
  return { knowledge: { index: new TextIndex(texts), names, aliases: catalogue.aliases, families: catalogue.families ?? new Map(), licenses: new Set(versions.keys()), versions }, problems: [] };
}
