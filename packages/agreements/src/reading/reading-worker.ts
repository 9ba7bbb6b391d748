import { parentPort } from "node:worker_threads";
import { sha256 } from "@cleartitle/norms";
import { readAgreement } from "./agreement-reading.js";
import { readingToKeep } from "./kept/recorded-reading.js";
import type { ReadApart, ToRead } from "./read-apart.js";
import { clauseModel } from "./weights.js";

/** What it gives needs no more work in the program beside which it runs. */
async function readToKeep({ bytes, file }: ToRead): Promise<ReadApart> {
  const classifier = clauseModel();
  const { reading, document, problems } = await readAgreement(bytes, file, classifier);
  return { kept: reading === null || document === null ? null : readingToKeep(reading, document, sha256(bytes), classifier.digest), problems };
}

// One document after the other: `read-apart.ts` asks for the next when it has the one before.
parentPort?.on("message", async (asked: ToRead) => parentPort?.postMessage(await readToKeep(asked), []));
