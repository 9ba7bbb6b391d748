import { parentPort, workerData } from "node:worker_threads";
import { readAgreement } from "./agreement-reading.js";
import { clauseModel } from "./weights.js";

/** Runs beside the program, which `read-apart.ts` is of. */
const { bytes, file } = workerData as { readonly bytes: Uint8Array; readonly file: string };
const classifier = clauseModel();
const { reading, document, problems } = await readAgreement(bytes, file, classifier);
parentPort?.postMessage({ reading, text: document === null ? null : { text: document.text, pages: document.pages, paragraphs: document.paragraphs }, problems, weights: classifier.digest }, []);
