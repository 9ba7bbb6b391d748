import { problemHere } from "../../api/problem.js";
import { type ChosenFile, passedOver } from "../../part/chosen-file.js";
import { type ZipEntry, zipOf } from "./zip.js";

/** What is sent, and what of the choice is not. */
export interface Parcel {
  readonly name: string;
  readonly type: string;
  readonly body: Blob;
  readonly files: number;
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
}

/** As the server takes them at most. */
const mostBytes = 64_000_000;
const mostFiles = 20_000;
/** Cards, manifests and license texts are smaller; weights and samples are larger, and nobody reads them here. */
const mostOfOne = 8_000_000;

const sizeOf = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

function whyNot({ path, file }: ChosenFile): string | null {
  const folder = path.split("/").slice(0, -1).find((part) => passedOver.has(part));
  if (folder !== undefined) return `below ${folder}`;
  return file.size > mostOfOne ? `${sizeOf(file.size)}: larger than what describes anything` : null;
}

const isTitleFile = (name: string): boolean => /(^|\/)cleartitle\.ya?ml$/.test(name);

async function single({ path, file }: ChosenFile, asTitle: boolean): Promise<Parcel> {
  const type = /\.zip$/i.test(path) ? "application/zip" : asTitle || isTitleFile(path) ? "application/yaml" : "application/octet-stream";
  return { name: path, type, body: new Blob([await file.arrayBuffer()], { type }), files: 1, leftOut: [] };
}

/** What is chosen as one upload: a single file as it is, several as an archive. Throws what keeps it from being sent. */
export async function parcelOf(chosen: readonly ChosenFile[], asTitle: boolean): Promise<Parcel> {
  const [only] = chosen;
  if (only === undefined) throw problemHere("nothing was chosen, or the folder is empty");
  if (chosen.length === 1) {
    if (only.file.size > mostBytes) throw problemHere(`${only.path} has ${sizeOf(only.file.size)}; at most ${sizeOf(mostBytes)} are taken at once`);
    return single(only, asTitle);
  }
  const judged = chosen.map((each) => ({ each, why: whyNot(each) }));
  const sent = judged.flatMap(({ each, why }) => (why === null ? [each] : []));
  const bytes = sent.reduce((sum, { file }) => sum + file.size, 0);
  if (sent.length === 0) throw problemHere("none of these files can describe anything: all are too large, or in folders that are passed over");
  if (sent.length > mostFiles) throw problemHere(`these are ${sent.length.toLocaleString("en")} files; at most ${mostFiles.toLocaleString("en")} are taken at once: choose a folder below`);
  if (bytes > mostBytes) throw problemHere(`these files have ${sizeOf(bytes)} together; at most ${sizeOf(mostBytes)} are taken at once: choose a folder below`);
  const entries: ZipEntry[] = [];
  for (const { path, file } of sent) entries.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
  const top = sent[0]!.path.split("/")[0]!;
  const name = sent.every(({ path }) => path.startsWith(`${top}/`)) ? top : "files";
  return { name: `${name}.zip`, type: "application/zip", body: zipOf(entries), files: sent.length, leftOut: judged.flatMap(({ each, why }) => (why === null ? [] : [{ file: each.path, why }])) };
}
