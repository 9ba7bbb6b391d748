import { sha256 } from "@cleartitle/norms";
import type { Evidence, Place } from "../evidence.js";
import { hubId, isHubName, makerOf, publisherOf } from "../hub-id.js";
import { addressId, identified } from "../identifier.js";
import type { Reader } from "../reader.js";
import { withoutPersons } from "../personal.js";
import { firstBytes } from "../source-file.js";
import type { SourceFile } from "../source-file.js";
import { unreadLicenseAt } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";
import { readGguf } from "./gguf.js";
import type { HeaderRead } from "./gguf.js";
import { identityOf } from "./identity.js";
import { readSafetensors } from "./safetensors.js";
import { tellsNothing, toldByGguf, toldBySafetensors } from "./told.js";
import type { Told, ToldSource } from "./told.js";

/** A header that does not end within this is not read; vocabularies of a million words end within it. */
const maxHeader = 67_108_864;

/** Headers of weights, which go along with every copy of them. */
export const weights: Reader = {
  id: "weights",
  title: "Headers of weights (GGUF 2 and 3, safetensors)",
  detect({ path, head }) {
    // Where large files are kept elsewhere, a note of a few lines stands in the place of the weights.
    if (head.startsWith("version https://git-lfs")) return "no";
    return /\.(?:gguf|safetensors)$/i.test(path) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) await readOne(file, into);
  },
};

async function readOne(file: SourceFile, into: Evidence): Promise<void> {
  const start = await firstBytes(file, 4);
  const gguf = /\.gguf$/i.test(file.path) || Buffer.from(start).toString("latin1") === "GGUF";
  const header = await headerOf(file, gguf ? readGguf : readSafetensors);
  if ("fault" in header) {
    const large = header.fault === "too-large";
    into.problem(large ? "too-large" : "format-syntax", large ? `a header of more than ${maxHeader} bytes` : header.detail, { file: file.path, line: 1 }, "the file was passed over; fetch it again if it was cut off");
    into.skipped.push({ file: file.path, why: "its header cannot be read" });
    return;
  }
  const told = gguf ? toldByGguf(header) : toldBySafetensors(header);
  if (tellsNothing(told)) into.skipped.push({ file: file.path, why: "its header tells nothing of rights or origin" });
  else into.read.push({ file: file.path, records: 1, links: record(file.path, told, header.sha256, into) });
}

type Header = Extract<HeaderRead, { readonly length: number }> & { readonly sha256: string };

/** Reads no more of the file than its header needs: twice as much each time, up to the limit. */
async function headerOf(file: SourceFile, read: (bytes: Uint8Array) => HeaderRead): Promise<Header | { readonly fault: "damaged" | "too-large"; readonly detail: string }> {
  for (let limit = 65_536; ; limit *= 4) {
    const bytes = await firstBytes(file, Math.min(limit, maxHeader));
    const found = read(bytes);
    if (!("fault" in found)) return { ...found, sha256: sha256(bytes.subarray(0, found.length)).slice(7) };
    if (found.fault === "damaged" || bytes.length < Math.min(limit, maxHeader)) return { fault: "damaged", detail: found.detail };
    if (limit >= maxHeader) return { fault: "too-large", detail: found.detail };
  }
}

/** Returns the number of links. */
function record(file: string, told: Told, digest: string, into: Evidence): number {
  const { id, version } = identityOf(file);
  const place = (key: string): Place => ({ file, line: 1, where: key, sha256: digest });
  into.asset({ id, kind: "model", version, licensor: publisherOf(id), source: id });
  for (const { key, text } of told.licenses) into.license({ asset: id, names: [text ?? unreadLicenseAt({ line: 1, column: 1 }, file, key, into)], ...(text === null ? {} : { raw: text }), at: place(key) });
  for (const { key, text } of told.authors) into.person(id, "author", text, place(key));
  for (const { what, key, text } of told.beside) into.statement({ asset: id, what, raw: text, value: text, at: place(key) });
  for (const { key, texts } of told.own) {
    const named = identified(texts[0] ?? "");
    if (named?.kind === "model" && named.id !== id) into.alternate(id, named.id, "medium", "its header gives the address of this one for its own, and headers go along into copies", place(key));
  }
  const ends = (kind: "model" | "dataset", sources: readonly ToldSource[]): string[] => [...new Set(sources.map((each) => sourceNamed(each, kind, id, place(each.key), into)))];
  const [bases, converted, data] = [ends("model", told.bases), ends("model", told.converted), ends("dataset", told.data)];
  const link = { to: id, who: makerOf(id) };
  into.derivation({ ...link, from: bases, ...kindOf(told) });
  into.derivation({ ...link, from: converted, by: "convert" });
  into.derivation({ ...link, from: data, by: "train" });
  return bases.length + converted.length + data.length;
}

/** A header names bases and does not say what was done with them. */
function kindOf(told: Told): { by: string; assumed?: string } {
  if (told.merged) return { by: "merge" };
  if (told.adapter) return { by: "adapt", assumed: "the header names a base and speaks of an adapter" };
  return told.bases.length > 1 ? { by: "merge", assumed: "the header names several bases and not what was done" } : { by: "finetune", assumed: "the header names a base and not what was done" };
}

/** A source by its identifier, if one of its texts is one; a name stays with this file, and one such as a hub gives is a weak match. */
function sourceNamed({ key, texts }: ToldSource, kind: "model" | "dataset", asset: string, at: Place, into: Evidence): string {
  if (texts.length === 0) return unreadAt({ line: 1, column: 1 }, at.file, `\`${key}\` of its header names something in a way that cannot be read`, kind, asset, into);
  for (const text of texts) {
    const found = identified(text);
    if (found !== null && (found.kind === null || found.kind === kind)) return into.mention(found.id, kind);
    if (/^sha256:[0-9a-f]{64}$/.test(text)) return into.mention(text, kind);
  }
  const address = texts.map(addressId).find((each) => each !== null);
  if (address !== undefined && address !== null) return into.mention(address, kind);
  const name = texts.at(-1) ?? "unnamed";
  // The folders above a name tell of somebody's machine and nothing of rights.
  const hub = isHubName(name) && name.includes("/");
  const shown = withoutPersons(hub ? name : (name.split(/[/\\]/).findLast((each) => each !== "") ?? "unnamed")).slice(0, 100);
  const id = into.mention(`${asset}#${kind}/${shown}`, kind);
  if (hub) into.alternate(id, hubId(kind, name), "medium", "a header has the name of one on a hub where an identifier should stand", at);
  else into.finding("not-an-identifier", asset, `\`${shown}\` is a name, which others may use for something else`, "name the source by its id");
  return id;
}
