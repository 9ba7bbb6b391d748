import type { Evidence } from "../evidence.js";
import type { Detection, Entry, Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { looksLikeChain, readChain } from "./chain.js";
import { readDataset } from "./dataset.js";
import { readModel } from "./model.js";
import { fieldOf, recordsOf } from "./record.js";
import type { ListingRecord } from "./record.js";
import { readRepository } from "./repository.js";

/** Listings of models, data sets and repositories as JSON lines, and chains of base models as text. */
export const supplyChain: Reader = {
  id: "supply-chain",
  title: "Listings of models, data sets and repositories (JSON lines)",
  detect,
  async read(files, into) {
    for (const file of files) await (isChain(file.path) ? readChain(file, into) : readListing(file, into));
  },
};

const isChain = (path: string): boolean => path.toLowerCase().endsWith(".txt");

function detect(entry: Entry): Detection {
  const path = entry.path.toLowerCase();
  if (isChain(path)) return looksLikeChain(entry.head) ? "yes" : "no";
  if (!/\.(jsonl|ndjson)$/.test(path)) return "no";
  const first = entry.head.trimStart().split("\n", 1)[0] ?? "";
  // Rows of data have ids and licenses too, and are no assets: a folder of a corpus would become a graph of its documents.
  if (/"(?:text|content|contents|messages|conversations?|prompt|instruction|question|tokens|input|output)"\s*:/.test(first)) return "no";
  // Summaries of an audit have them too, and tell of each hub apart.
  if (/"aggregators"\s*:\s*\{/.test(first) || /"Unique Dataset Identifier"\s*:/.test(first)) return "no";
  const named = kindOfFile(path) !== null;
  if (!first.startsWith("{") || !/"id"\s*:/.test(first)) return named ? "maybe" : "no";
  return /"(base_models|models|license|datasets)"\s*:/.test(first) ? "yes" : named ? "maybe" : "no";
}

async function readListing(file: SourceFile, into: Evidence): Promise<void> {
  const named = kindOfFile(file.path);
  let records = 0;
  let links = 0;
  for await (const record of recordsOf(file, into)) {
    records += 1;
    links += readerOf(record, named)(record, into);
  }
  into.read.push({ file: file.path, records, links });
}

type Kind = "model" | "dataset" | "repository";

const recordReaders = { model: readModel, dataset: readDataset, repository: readRepository } satisfies Record<Kind, unknown>;

/** A file named for its kind says what its records are; in any other, the keys of each record do. */
function readerOf(record: ListingRecord, named: Kind | null): (record: ListingRecord, into: Evidence) => number {
  if (named !== null) return recordReaders[named];
  if (fieldOf(record, "models") !== undefined) return readRepository;
  return fieldOf(record, "base_models") === undefined && fieldOf(record, "pipeline") === undefined ? readDataset : readModel;
}

function kindOfFile(path: string): Kind | null {
  const name = path.toLowerCase().split("/").at(-1) ?? "";
  if (/^models?\b/.test(name)) return "model";
  if (/^datasets?\b/.test(name)) return "dataset";
  return /^repo(s|sitories|sitory)?\b/.test(name) ? "repository" : null;
}
