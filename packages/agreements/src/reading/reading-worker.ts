import { parentPort, workerData } from "node:worker_threads";
import { sha256 } from "@cleartitle/norms";
import { readAgreement } from "./agreement-reading.js";
import { readingToKeep } from "./kept/recorded-reading.js";
import { clauseModel } from "./weights.js";

/** Runs beside the program, which `read-apart.ts` is of: what it gives needs no more work there. */
const { bytes, file } = workerData as { readonly bytes: Uint8Array; readonly file: string };
const classifier = clauseModel();
const { reading, document, problems } = await readAgreement(bytes, file, classifier);
const kept = reading === null || document === null ? null : readingToKeep(reading, document, sha256(bytes), classifier.digest);
parentPort?.postMessage({ kept, problems }, []);
