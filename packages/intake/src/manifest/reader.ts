import { readMapping } from "../document.js";
import type { Evidence } from "../evidence.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { recordCitation } from "./citation.js";
import { recordPackage } from "./package.js";

const maxBytes = 4_194_304;

const isCitation = (path: string): boolean => /(?:^|\/)CITATION\.cff$/i.test(path);

/** What a project says of itself in the files that its tools ask for. */
export const manifest: Reader = {
  id: "manifest",
  title: "Manifests of projects (package.json, CITATION.cff)",
  detect({ path, head }) {
    if (isCitation(path)) return "yes";
    return /(?:^|\/)package\.json$/.test(path) && /^\s*\{/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) await readOne(file, into);
  },
};

async function readOne(file: SourceFile, into: Evidence): Promise<void> {
  const citation = isCitation(file.path);
  const document = await readMapping(file, citation ? "yaml" : "json", maxBytes, into);
  if (document === null) return;
  if (citation) recordCitation(document, into);
  else recordPackage(document, into);
  into.read.push({ file: file.path, records: 1, links: 0 });
}
