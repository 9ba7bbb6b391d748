import type { Evidence } from "../evidence.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { Unreadable, summarizeParquet } from "./parquet.js";
import { corpusOf, recordCorpus } from "./summary.js";
import type { Summary } from "./summary.js";
import { summarizeWarc } from "./warc.js";

const isArchive = (path: string): boolean => /\.(?:warc|wat|wet)(?:\.gz)?$/i.test(path);

/** Corpora by what their rows and records add up to: tables of addresses as LAION has them, and archives of crawls. No row becomes an asset. */
export const corpus: Reader = {
  id: "corpus",
  title: "Corpora in summary: Parquet tables with licenses or addresses, WARC, WAT and WET archives",
  detect({ path, head }) {
    if (/\.parquet$/i.test(path)) return head.startsWith("PAR1") ? "yes" : "no";
    if (!isArchive(path)) return "no";
    return (/\.gz$/i.test(path) ? head.startsWith("\u001F") : head.startsWith("WARC/")) ? "yes" : "no";
  },
  async read(files, into) {
    const corpora = new Map<string, { files: { path: string; summary: Summary }[]; whole: boolean }>();
    for (const file of files) {
      const id = corpusOf(file.path);
      const own = corpora.get(id) ?? { files: [], whole: true };
      corpora.set(id, own);
      const { summary, fault } = await summarize(file, into);
      // What is not counted has licenses that nobody knows.
      if (summary === null) own.whole = false;
      if (fault !== null) {
        own.whole = false;
        into.problem("format-syntax", `it cannot be read to the end: ${fault}`, { file: file.path, line: 1 }, summary === null ? "nothing of it was recorded" : "what stands before is counted");
      }
      if (summary === null) {
        if (fault !== null) into.skipped.push({ file: file.path, why: "it cannot be read" });
        continue;
      }
      own.files.push({ path: file.path, summary });
      into.read.push({ file: file.path, records: summary.rows, links: summary.partOf.length });
    }
    for (const [id, { files: read, whole }] of corpora) recordCorpus(id, read, whole, into);
  },
};

async function summarize(file: SourceFile, into: Evidence): Promise<{ summary: Summary | null; fault: string | null }> {
  if (isArchive(file.path)) {
    const read = await summarizeWarc(file);
    return read.fault !== null && read.summary.told.every(({ raw }) => raw === "{}") ? { summary: null, fault: read.fault } : read;
  }
  try {
    const summary = await summarizeParquet(file);
    if (summary === null) into.skipped.push({ file: file.path, why: "no column tells of licenses or sources" });
    return { summary, fault: null };
  } catch (error) {
    // The library throws plain errors for whatever a hostile file holds, and the language range errors; those of the file system have a code.
    if (!(error instanceof Error) || ("code" in error && !String(error.code).startsWith("ERR_"))) throw error;
    return { summary: null, fault: error instanceof Unreadable ? error.message : "it is no Parquet that can be read" };
  }
}
