import type { Knowledge } from "@cleartitle/catalogue";
import type { KnownFrom } from "./identify-beside.js";
import { identifyFile, type IdentifiedFile } from "./identify-file.js";
import { IdentifyPool } from "./identify-pool.js";
import type { SourceFile } from "./source-file.js";

export interface IdentifyOptions {
  /** Where the knowledge comes from, so that other processors can have it too; null: one does all. */
  readonly basis: KnownFrom | null;
  /** On how many processors, this one among them. */
  readonly processors?: number;
  /** Less than this many bytes are done before another processor would begin. */
  readonly leastBytes?: number;
}

/** Names the licenses in files, in their order: a few here, many on all processors. What comes of each is what `identifyFile` says of it. */
export async function identifyFiles(files: readonly SourceFile[], knowledge: Knowledge, { basis, processors, leastBytes = 8_388_608 }: IdentifyOptions): Promise<IdentifiedFile[]> {
  if (basis !== null && files.reduce((sum, each) => sum + each.size, 0) >= leastBytes) {
    const pool = new IdentifyPool(knowledge, basis, processors);
    try {
      return await pool.identify(files);
    } finally {
      pool.end();
    }
  }
  const told: IdentifiedFile[] = [];
  for (const file of files) told.push(await identifyFile(file, knowledge));
  return told;
}
