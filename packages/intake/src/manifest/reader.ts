import { sha256 } from "@cleartitle/norms";
import { readMapping, readWhole, readYamlMappings } from "../document.js";
import type { Evidence } from "../evidence.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { recordCrate } from "./cargo.js";
import { recordCitation } from "./citation.js";
import { recordPackage } from "./package.js";
import { recordProject } from "./python.js";
import { recordSettings } from "./setup-cfg.js";

const maxBytes = 4_194_304;

const kinds = [
  { name: /(?:^|\/)package\.json$/, looksLike: /^\s*\{/, syntax: "json", record: recordPackage },
  { name: /(?:^|\/)pyproject\.toml$/, looksLike: /^\s*\[\s*(?:project|tool\s*\.\s*poetry)\s*\]/m, syntax: "toml", record: recordProject },
  { name: /(?:^|\/)Cargo\.toml$/, looksLike: /^\s*\[\s*package\s*\]/m, syntax: "toml", record: recordCrate },
] as const;
const isCitation = (path: string): boolean => /(?:^|\/)CITATION\.cff$/i.test(path);
const isSettings = (path: string): boolean => /(?:^|\/)setup\.cfg$/.test(path);

/** What a project says of itself in the files that its tools ask for. */
export const manifest: Reader = {
  id: "manifest",
  title: "Manifests of projects (package.json, pyproject.toml, setup.cfg, Cargo.toml, CITATION.cff)",
  detect({ path, head }) {
    if (isSettings(path)) return /^\[metadata\]/m.test(head) ? "yes" : "no";
    return isCitation(path) || kinds.some(({ name, looksLike }) => name.test(path) && looksLike.test(head)) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) await readOne(file, into);
  },
};

async function readOne(file: SourceFile, into: Evidence): Promise<void> {
  if (isSettings(file.path)) return readSettings(file, into);
  if (isCitation(file.path)) {
    for (const each of (await readYamlMappings(file, maxBytes, into)).documents) {
      recordCitation(each, into);
      into.read.push({ file: file.path, records: 1, links: 0 });
    }
    return;
  }
  const { syntax, record } = kinds.find(({ name }) => name.test(file.path)) ?? { syntax: "json", record: recordPackage };
  const document = await readMapping(file, syntax, maxBytes, into);
  if (document === null) return;
  record(document, into);
  into.read.push({ file: file.path, records: 1, links: 0 });
}

async function readSettings(file: SourceFile, into: Evidence): Promise<void> {
  const text = await readWhole(file, maxBytes, into);
  if (text === null) return;
  if (recordSettings(file.path, text, sha256(text).slice(7), into)) into.read.push({ file: file.path, records: 1, links: 0 });
  else into.skipped.push({ file: file.path, why: "it says nothing of a package" });
}
