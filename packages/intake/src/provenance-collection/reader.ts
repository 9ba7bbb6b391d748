import { sha256 } from "@cleartitle/norms";
import { readMapping } from "../document.js";
import type { Evidence } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import type { Reader } from "../reader.js";
import { soundLines } from "../sound-lines.js";
import type { SourceFile } from "../source-file.js";
import { recordSummary } from "./summary.js";

const maxBytes = 33_554_432;
const maxLine = 1_048_576;

const isLines = (path: string): boolean => /\.(?:jsonl|ndjson)$/i.test(path);

/** Summaries of data sets whose licenses people looked up, beside what the hubs say of each: one file a collection of sets, or one set on each line. */
export const provenanceCollection: Reader = {
  id: "provenance-collection",
  title: "Summaries of the Data Provenance Collection (JSON, JSON lines)",
  detect({ path, head }) {
    if (!/\.(?:json|jsonl|ndjson)$/i.test(path) || !/^\s*\{/.test(head)) return "no";
    if (isLines(path) && /"aggregators"\s*:\s*\{/.test(head) && /"licenses"\s*:\s*\[/.test(head)) return "yes";
    return /"Unique Dataset Identifier"\s*:/.test(head) && /"Licenses"\s*:/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) await (isLines(file.path) ? readLines(file, into) : readWholeFile(file, into));
  },
};

async function readWholeFile(file: SourceFile, into: Evidence): Promise<void> {
  const document = await readMapping(file, "json", maxBytes, into);
  if (document === null) return;
  let records = 0;
  let links = 0;
  for (const [name, value] of document.root.entries ?? []) {
    const found = recordSummary(value, { file: file.path, line: value.line, sha256: document.sha256 }, into, name);
    records += Number(found !== null);
    links += found ?? 0;
  }
  if (records > 0) into.read.push({ file: file.path, records, links });
  else into.skipped.push({ file: file.path, why: "it has no summary of a data set" });
}

async function readLines(file: SourceFile, into: Evidence): Promise<void> {
  let records = 0;
  let links = 0;
  for await (const line of soundLines(file, maxLine, into)) {
    const { root, problems } = readForeignJson(line.text, file.path);
    const at = { file: file.path, line: line.number };
    for (const each of problems) into.problem(each.code, each.message, { ...at, column: each.column ?? 1 }, "the line was passed over");
    if (root === null) continue;
    const found = recordSummary(root, { ...at, sha256: sha256(line.text).slice(7) }, into);
    records += Number(found !== null);
    links += found ?? 0;
  }
  into.read.push({ file: file.path, records, links });
}
