import { createHash } from "node:crypto";
import type { Evidence, Place } from "../evidence.js";
import { exifTexts } from "../exif.js";
import { makerOf } from "../hub-id.js";
import { recordProperties, reservesMining, tellsOfRights } from "../media-properties.js";
import type { MediaProperty } from "../media-properties.js";
import { hasParts, walkParts } from "../parts.js";
import type { FilePart } from "../parts.js";
import { textOfChunk } from "../png-text.js";
import type { Reader } from "../reader.js";
import { isGenerated, mediaKind, namedModel, sourceTypeOf } from "../said-of-media.js";
import { firstBytes, partOf } from "../source-file.js";
import type { SourceFile } from "../source-file.js";
import { unreadLicenseAt } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";
import { readXml } from "../xml.js";
import { Extension } from "./extension.js";
import { fieldsIn, fieldsOf } from "./iim.js";
import { xmpItemsIn } from "./item.js";
import { documentPacket } from "./pdf.js";
import { isTiff, tiffFields } from "./tiff.js";
import { propertiesIn } from "./xmp.js";

const maxPart = 16_777_216;
/** A document is looked through as a whole. */
const maxDocument = 67_108_864;
const packet = "http://ns.adobe.com/xap/1.0/\0";

const isDocument = (head: string): boolean => head.startsWith("%PDF-");

/** What pictures and documents say of their rights in the fields that agencies, cameras and publishers write. */
export const imageMetadata: Reader = {
  id: "image-metadata",
  title: "Rights in pictures: XMP, IPTC and Exif of JPEG, PNG, WebP, HEIF, AVIF, TIFF; XMP of PDF, and beside files",
  within: true,
  detect({ path, head, size }) {
    if (beside.test(path)) return /<x:xmpmeta|<rdf:RDF/.test(head) ? "yes" : "no";
    if (isDocument(head) || isTiff(head)) return "maybe";
    if (!hasParts(head)) return "no";
    if (/<x:xmpmeta|<rdf:RDF/.test(head)) return "yes";
    return size > 16_384 || head.includes("8BIM") || head.includes("Exif\0\0") ? "maybe" : "no";
  },
  async read(files, into) {
    const pictures = files.filter((each) => !beside.test(each.path)).map((each) => each.path);
    for (const file of files) await (beside.test(file.path) ? readBeside(file, pictures, into) : readOne(file, into));
  },
};

const beside = /\.xmp$/i;

/** A packet in a file of its own, which is about the file that bears its name: with its ending before `.xmp`, or in place of it. */
async function readBeside(file: SourceFile, pictures: readonly string[], into: Evidence): Promise<void> {
  const bytes = Buffer.from(await firstBytes(file, maxPart + 1));
  const told = bytes.length > maxPart ? { code: "too-large" as const, message: `metadata of more than ${maxPart} bytes` } : fromPacket(bytes.toString("utf8"));
  if ("code" in told) {
    into.problem(told.code, told.message, { file: file.path, line: 1 }, "what it says was passed over");
    return void into.skipped.push({ file: file.path, why: "its metadata cannot be read" });
  }
  const found = told.filter(({ name }) => tellsOfRights(name));
  const stem = file.path.replace(beside, "");
  const known = new Set([...pictures, ...into.known.keys()]);
  // A name may have a point of its own: what follows it is an ending where nothing else bears the name.
  const named = known.has(stem) ? [stem] : [...known].filter((each) => each.replace(/\.[^./]*$/, "") === stem).toSorted();
  const about = named.length === 1 ? named[0] : named.length === 0 && /\.[^./]+$/.test(stem) ? stem : undefined;
  const at = { file: file.path, line: 1, sha256: createHash("sha256").update(bytes).digest("hex") };
  const links = found.length === 0 ? 0 : record(about ?? file.path, found, at, into);
  // Of several, each may be the one that is reserved.
  const reserving = found.filter(reservesMining);
  if (about === undefined && reserving.length > 0) for (const each of named) record(each, reserving, at, into);
  if (found.length > 0 && about === undefined) into.finding("described-file-unknown", `image:${file.path}`, `\`${file.path}\` says something of a file, and no one file bears its name`, "lay it beside the file, or say which is meant");
  into.read.push({ file: file.path, records: Number(found.length > 0), links });
}

/** A manifest within the file is for the reader of manifests. */
const isAddress = (text: string): boolean => /^https?:/i.test(text);

interface Fault {
  readonly code: "too-large" | "format-syntax";
  readonly message: string;
}

const notTaken = ({ size }: Pick<FilePart, "size">): Fault =>
  size > maxPart ? { code: "too-large", message: `metadata of more than ${maxPart} bytes` } : { code: "format-syntax", message: "the picture ends in the middle of its metadata" };

/** What a file says, of which nothing is recorded before it is known whether all of it could be read. */
interface Told {
  readonly properties: MediaProperty[];
  readonly digests: string[];
  readonly faults: Fault[];
}

function tell(told: Told, said: readonly MediaProperty[] | Fault, data: Buffer | null): void {
  if ("code" in said) told.faults.push(said);
  else told.properties.push(...said);
  if (data !== null) told.digests.push(createHash("sha256").update(data).digest("hex"));
}

async function readOne(file: SourceFile, into: Evidence): Promise<void> {
  const told: Told = { properties: [], digests: [], faults: [] };
  const head = Buffer.from(await firstBytes(file, 16)).toString("latin1");
  await (isDocument(head) ? readDocument(file, told) : isTiff(head) ? readFields(file, told) : readParts(file, told));
  const { digests, faults } = told;
  const found = told.properties.filter(({ name, text }) => tellsOfRights(name) && (name !== "dcterms:provenance" || isAddress(text)));
  const [fault] = faults;
  if (fault !== undefined) {
    const { code, message } = fault;
    // What was read whole and reserves stands, whatever the rest says.
    const reserving = found.filter(reservesMining);
    into.problem(code, message, { file: file.path, line: 1 }, reserving.length === 0 ? "what the file says of itself was passed over" : "that it reserves mining was recorded; what else it says of itself was passed over");
    if (reserving.length === 0) into.skipped.push({ file: file.path, why: "its metadata cannot be read" });
    else into.read.push({ file: file.path, records: 1, links: record(file.path, reserving, { file: file.path, line: 1, sha256: digests[0] ?? null }, into, !isDocument(head)) });
  } else if (found.length > 0) into.read.push({ file: file.path, records: 1, links: record(file.path, found, { file: file.path, line: 1, sha256: digests[0] ?? null }, into, !isDocument(head)) });
}

async function readParts(file: SourceFile, told: Told): Promise<void> {
  const extension = new Extension(maxPart);
  const first: string[] = [];
  const walked = await walkParts(file, async (part) => {
    if (part.type === "meta") return readItems(file, part, told);
    if (!mayTell(part)) return;
    const data = await part.take(maxPart);
    if (data !== null && part.type === "APP1" && extension.take(data)) return;
    if (part.type === "APP1" && data?.includes("HasExtendedXMP") === true) first.push(data.toString("utf8"));
    tell(told, data === null ? notTaken(part) : toldIn(part.type, data), data);
  });
  for (const each of extension.packets(first.join())) tell(told, each === null ? { code: "format-syntax", message: "XMP in several segments of which one is missing" } : fromPacket(each.toString("utf8")), each);
  if (told.faults.length === 0 && told.digests.length > 0 && walked === "damaged") told.faults.push({ code: "format-syntax", message: "the picture ends or is damaged before its pixels" });
}

/** A picture of fields: what is said of its first picture is said of the file, and what any of them reserves. */
async function readFields(file: SourceFile, told: Told): Promise<void> {
  const { fields, damaged } = await tiffFields(file, maxPart);
  for (const { kind, page, size, bytes } of fields) {
    const said = bytes === null ? notTaken({ size }) : kind === "IIM" ? fieldsOf(bytes) : kind === "copyright" ? noticeOf(bytes.toString("utf8")) : toldIn(kind, bytes);
    tell(told, "code" in said || page === 0 ? said : said.filter(reservesMining), bytes);
  }
  if (damaged) told.faults.push({ code: "format-syntax", message: "the picture ends or is damaged before the end of its fields" });
}

async function readDocument(file: SourceFile, told: Told): Promise<void> {
  if (file.size > maxDocument) return void told.faults.push({ code: "too-large", message: `a document of more than ${maxDocument} bytes` });
  const found = documentPacket(Buffer.from(await firstBytes(file, maxDocument)));
  if ("fault" in found) told.faults.push({ code: "format-syntax", message: found.fault });
  if ("packet" in found) tell(told, fromPacket(found.packet.toString("utf8")), found.packet);
}

/** Pictures of items (HEIF, AVIF) hold XMP as one of them, which may lie anywhere in the file. */
async function readItems(file: SourceFile, part: FilePart, told: Told): Promise<void> {
  const description = await part.take(maxPart);
  if (description === null) return void told.faults.push(notTaken(part));
  const found = xmpItemsIn(description);
  if (found === null) return void told.faults.push({ code: "format-syntax", message: "a description of items that is damaged" });
  // Many items may have one place: what they have together is bounded.
  let left = maxPart;
  for (const { extents, packed } of found.items) {
    const size = extents.reduce((sum, each) => sum + each.size, 0);
    left -= size;
    const pieces = left < 0 ? [] : await Promise.all(extents.map(async ({ from, size: length, within }) => (within === "data" ? found.data.subarray(from, from + length) : partOf(file, from, from + length))));
    const bytes = Buffer.concat(pieces);
    const said: readonly MediaProperty[] | Fault = packed ? { code: "format-syntax", message: "XMP that is packed" } : left < 0 ? { code: "too-large", message: `metadata of more than ${maxPart} bytes` } : bytes.length < size || size === 0 ? { code: "format-syntax", message: "XMP whose place is not in the file" } : fromPacket(bytes.toString("utf8"));
    tell(told, said, bytes);
  }
}

const mayTell = ({ type, size }: FilePart): boolean => size > 0 && ["APP1", "APP13", "iTXt", "eXIf", "XMP ", "EXIF", "uuid:be7acfcb97a942e89c71999491e3afac"].includes(type);

function toldIn(type: string, data: Buffer): readonly MediaProperty[] | Fault {
  if (type === "APP13") return fieldsIn(data);
  if (type === "eXIf" || type === "EXIF" || data.toString("latin1", 0, 4) === "Exif") {
    const rights = exifTexts(data).get("Copyright");
    return rights === undefined ? [] : noticeOf(rights);
  }
  if (type === "iTXt") {
    const chunk = data.toString("latin1", 0, 17) === "XML:com.adobe.xmp" ? textOfChunk(type, data) : { text: "" };
    return chunk === null ? { code: "format-syntax", message: "XMP that does not unpack, or unpacks to more than is read" } : fromPacket(chunk.text);
  }
  if (type !== "APP1") return fromPacket(data.toString("utf8"));
  return data.toString("latin1", 0, packet.length) === packet ? fromPacket(data.subarray(packet.length).toString("utf8")) : [];
}

/** A photographer's and an editor's notice stand behind one another. */
const noticeOf = (text: string): MediaProperty[] => [{ name: "dc:rights", text: text.replaceAll("\0", " ").trim() }];

function fromPacket(text: string): readonly MediaProperty[] | Fault {
  const plain = text.replace(/^\uFEFF|\0+$/g, "").trim();
  if (plain === "") return [];
  const read = readXml(plain);
  return "root" in read ? propertiesIn(read.root) : { code: "format-syntax", message: `XMP that cannot be read: ${read.fault.message}` };
}

/** Returns the number of links. */
function record(path: string, properties: readonly MediaProperty[], at: Place, into: Evidence, isPicture = !/\.pdf$/i.test(path)): number {
  const own = `${isPicture ? "image" : "media"}:${path}`;
  const asset = into.known.get(path) ?? own;
  const types = properties.filter(({ name }) => name === "Iptc4xmpExt:DigitalSourceType").map(({ text }) => sourceTypeOf(text));
  const generated = types.some(isGenerated);
  const systems = properties.filter(({ name }) => name === "Iptc4xmpExt:AISystemUsed");
  const models = [...new Set(systems.map(({ text, unread }) => (unread === true ? null : text)))];
  into.asset({ id: asset, kind: into.assets.get(asset)?.kind ?? mediaKind(types), modality: isPicture ? ["image"] : [], source: own, upstream: models.length > 0 ? "partial" : generated ? "undisclosed" : null });
  recordProperties({ asset, at }, properties, true, into);
  for (const { name } of properties.filter((each) => each.unread === true && each.name === "cc:license")) into.license({ asset, names: [unreadLicenseAt({ line: at.line, column: 1 }, at.file, name, into)], at: { ...at, where: name } });
  const elsewhere = properties.find(({ name }) => name === "dcterms:provenance");
  if (elsewhere !== undefined) {
    into.statement({ asset, what: "manifest-link", raw: elsewhere.text, value: elsewhere.text, at: { ...at, where: elsewhere.name } });
    into.finding("manifest-elsewhere", asset, `its manifest lies at \`${elsewhere.text}\`, and nothing is fetched`, "get the manifest, and import it beside the file");
  }
  // A generator that wrote its own text, or a manifest, may have named the model already.
  if (generated && models.length === 0 && !into.isResultOf("generate", asset)) into.finding("generating-model-unknown", asset, "a model made it, or a part of it, and its metadata name none", "record the model, or that it cannot be known");
  const from = models.map((name) => (name === null ? unreadAt({ line: at.line, column: 1 }, at.file, "`AISystemUsed` names something in a way that cannot be read", "model", asset, into) : namedModel(name, asset, into)));
  // A system that is named took part, also where nothing says that it made the picture.
  into.derivation({ from, to: asset, by: "generate", who: makerOf(asset), ...(generated ? {} : { assumed: "its metadata name a system, and not what it did" }) });
  return from.length;
}
