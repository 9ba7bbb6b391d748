import { sha256 } from "@cleartitle/norms";
import type { ProblemCode } from "@cleartitle/norms";
import { readValue } from "../document.js";
import type { Evidence } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { zipEntries } from "../zip.js";
import { Catalogue } from "./entity.js";
import { recordCatalogue } from "./record.js";

const maxBytes = 67_108_864;
const limits = { maxBytes: 536_870_912, maxEntries: 65_535, maxEntry: maxBytes, maxTotal: 268_435_456 };
const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/** Answers and exports of Apache Atlas (API v2) and of catalogues with the same API, as Microsoft Purview: entities, lineage, definitions of types, archives. */
export const atlas: Reader = {
  id: "atlas",
  title: "Entities, lineage, types and exports of data catalogues (Apache Atlas v2, Purview)",
  detect({ path, head }) {
    if (isArchive(path)) return head.startsWith("PK\u0003\u0004") && /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json|atlas-(?:export|typesdef)/.test(head) ? "yes" : "no";
    if (!/\.json$/i.test(path) || !/^\s*[[{]/.test(head)) return "no";
    if (/"guidEntityMap"\s*:/.test(head) || (/"(?:entityDefs|classificationDefs|enumDefs)"\s*:/.test(head) && /"(?:superTypes|attributeDefs|elementDefs|serviceType)"\s*:/.test(head))) return "yes";
    const entity = /"typeName"\s*:/.test(head) && /"(?:attributes|uniqueAttributes)"\s*:\s*\{/.test(head);
    return entity && /"(?:qualifiedName|relationshipAttributes|referredEntities|classifications)"\s*:/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    const catalogue = new Catalogue(into);
    const read: { readonly file: string; readonly records: number }[] = [];
    for (const file of files) {
      const records = await (isArchive(file.path) ? takeArchive(file, catalogue, into) : takeDocument(file, catalogue, into));
      if (records > 0) read.push({ file: file.path, records });
      else if (!into.skipped.some((each) => each.file === file.path)) into.skipped.push({ file: file.path, why: "it holds no entity, no lineage and no types" });
    }
    catalogue.draw();
    // Links are made of all files together, and counted at the first.
    const links = recordCatalogue(catalogue, into);
    for (const [at, each] of read.entries()) into.read.push({ ...each, links: at === 0 ? links : 0 });
  },
};

async function takeDocument(file: SourceFile, catalogue: Catalogue, into: Evidence): Promise<number> {
  const document = await readValue(file, "json", maxBytes, into);
  if (document === null) return 0;
  const records = catalogue.take(document);
  // An answer that there is no lineage is an answer.
  return records === 0 && document.root.entries?.some(([key]) => key === "guidEntityMap") === true ? 1 : records;
}

const codes: Readonly<Record<string, ProblemCode>> = { damaged: "format-syntax", "too-large": "too-large", "not-allowed": "not-allowed", unsupported: "unsupported" };

/** Every entry is a document of its own: one that cannot be read leaves the others. Only names end up anywhere, as part of a place. */
async function takeArchive(file: SourceFile, catalogue: Catalogue, into: Evidence): Promise<number> {
  let records = 0;
  for await (const entry of zipEntries(file, limits)) {
    if ("fault" in entry) {
      into.problem(codes[entry.fault] ?? "format-syntax", entry.name === null ? entry.detail : `${entry.detail}: \`${entry.name.slice(0, 200)}\``, { file: file.path, line: 1 }, entry.name === null ? "the archive was passed over, or this part of it" : "the entry was passed over");
      continue;
    }
    if (!/\.json$/i.test(entry.name) || /(?:^|\/)atlas-export-(?:order|info)\.json$/.test(entry.name)) continue;
    const text = new TextDecoder("utf-8").decode(entry.bytes);
    const { root, problems } = readForeignJson(text, file.path);
    for (const each of problems) into.problem(each.code, `${each.message} in the entry \`${entry.name.slice(0, 200)}\``, { file: file.path, line: each.line ?? 1, column: each.column ?? 1 }, "the entry was passed over");
    if (root !== null) records += catalogue.take({ file: `${file.path}/${entry.name}`, root, sha256: sha256(text).slice(7) });
  }
  return records;
}
