import { loadKnowledge, openCatalogue } from "@cleartitle/catalogue";
import { parentPort, workerData } from "node:worker_threads";
import type { Asked, KnownFrom, Told } from "./identify-beside.js";
import { identifyBytes } from "./identify-file.js";

const { directory, digest, texts } = workerData as KnownFrom & { readonly texts: number };
const opened = openCatalogue({ directory });
// What has become of the catalogue since the program read it is not to be answered by: then the program goes on alone.
const isSame = opened.directory === directory && opened.catalogue?.digests.catalogue === digest;
const knowledge = isSame ? loadKnowledge(directory, opened.catalogue).knowledge : null;
if (knowledge?.index.texts.length !== texts) parentPort?.close();
else {
  parentPort?.on("message", ({ number, files }: Asked) => parentPort?.postMessage({ number, files: files.map((file) => identifyBytes(file, knowledge)) } satisfies Told, []));
}
