import { loadKnowledge, openCatalogue } from "@cleartitle/catalogue";
import { parentPort, workerData } from "node:worker_threads";
import { fileAt } from "./folder.js";
import type { Asked, KnownFrom, Told } from "./identify-beside.js";
import { identifyBytes, identifyFile } from "./identify-file.js";

const { directory, digest, texts } = workerData as KnownFrom & { readonly texts: number };
const opened = openCatalogue({ directory });
// What has become of the catalogue since the program read it is not to be answered by: then the program goes on alone.
const isSame = opened.directory === directory && opened.catalogue?.digests.catalogue === digest;
const knowledge = isSame ? loadKnowledge(directory, opened.catalogue).knowledge : null;
const tell = (told: Told): void => parentPort?.postMessage(told, []);
if (knowledge?.index.texts.length !== texts) parentPort?.close();
else {
  parentPort?.on("message", ({ number, files }: Asked) => {
    // What is thrown here ends this thread, and the program goes on alone.
    void Promise.all(files.map(async (file) => ("bytes" in file ? identifyBytes(file, knowledge) : identifyFile(fileAt(file.location, file.path, file.size), knowledge)))).then((all) => tell({ number, files: all }));
  });
  tell({ number: -1, files: [] });
}
