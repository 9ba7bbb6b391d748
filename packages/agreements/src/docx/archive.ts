import { problem, type Problem } from "@cleartitle/norms";
import { unzipSync } from "fflate";
import { readXml, type XmlElement } from "./xml.js";

/** A document of a word processor, as far as its text needs it. */
export interface DocxArchive {
  readonly file: string;
  readonly body: XmlElement;
  /** null: it has none, and every paragraph is as it says itself. */
  readonly styles: XmlElement | null;
  /** How its lists are numbered; null: it has none that it names. */
  readonly numbering: XmlElement | null;
  /** Parts beside the text, by their names: headers, footers and notes, and data that a document carries. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

export type DocxOpened = { readonly archive: DocxArchive } | { readonly problems: readonly Problem[] };

/** An agreement of a few hundred pages has one or two megabytes; pictures make the rest. */
export const limits = { bytes: 20_000_000, entries: 3000, part: 40_000_000, unpacked: 150_000_000 } as const;

class Refused extends Error {
  constructor(readonly reason: Problem) {
    super(reason.message);
  }
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/** What the beginning of a file says of it; null: it may be an archive. */
function faultOfStart(bytes: Uint8Array, file: string, most: number): Problem | null {
  if (bytes.length > most) return problem("too-large", `a document of ${inMegabytes(bytes.length)}; at most ${inMegabytes(most)} are read`, { file, hint: "pictures make documents large: leave them out, or take the text alone" });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return problem("unsupported", "the document is encrypted, or of the old form `.doc`", { file, hint: "save it without a password, as `.docx`" });
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? null : problem("format-syntax", "the document cannot be unpacked: it is no archive", { file, hint: "is it a `.docx`, and whole?" });
}

const macros = (file: string): Problem => problem("not-allowed", "the document carries macros, and none with macros is read", { file, hint: "save it as `.docx`, without them" });

const isBeside = (name: string): boolean => /^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/.test(name) || /^customXml\/item\d+\.xml$/.test(name);

/** Names of all entries, checked before anything is unpacked; the few that are read are kept. */
function unpacked(bytes: Uint8Array, file: string): ReadonlyMap<string, Uint8Array> {
  let [entries, total] = [0, 0];
  const refuse = (...args: Parameters<typeof problem>): never => {
    throw new Refused(problem(args[0], args[1], { file, ...args[2] }));
  };
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries++;
      total += originalSize;
      if (/(^|\/)vba(Project|Data)[^/]*$/i.test(name)) throw new Refused(macros(file));
      if (entries > limits.entries) refuse("too-many", `a document of more than ${limits.entries} parts`);
      if (originalSize > limits.part || total > limits.unpacked) refuse("too-large", `a document that unpacks to more than ${inMegabytes(originalSize > limits.part ? limits.part : limits.unpacked)}`);
      return name === "[Content_Types].xml" || name === "_rels/.rels" || /^word\/[^/]*\.xml$/.test(name) || isBeside(name);
    },
  });
  return new Map(Object.entries(parts));
}

function xmlOf(parts: ReadonlyMap<string, Uint8Array>, name: string, file: string): XmlElement | null {
  const bytes = parts.get(name);
  if (bytes === undefined) return null;
  const read = readXml(new TextDecoder().decode(bytes));
  if ("fault" in read) throw new Refused(problem(read.fault.code, `the document is ${read.fault.code === "format-syntax" ? "not well-formed" : "not as word processors write it"}: \`${name}\`, ${read.fault.message}`, { file, line: read.fault.line, hint: "open it in a word processor and save it anew" }));
  return read.root;
}

const mainTypes = /\.(document|template)\.main\+xml$/;

/** The part in which the text stands; word processors may give it another name. */
function mainPart(types: XmlElement, file: string): string {
  const told = types.children.map((each) => ({ type: each.attributes.get("ContentType") ?? "", part: each.attributes.get("PartName") }));
  if (told.some((each) => /macroEnabled/i.test(each.type))) throw new Refused(macros(file));
  return told.find((each) => mainTypes.test(each.type))?.part?.replace(/^\//, "") ?? "word/document.xml";
}

function opened(bytes: Uint8Array, file: string, most: number): DocxArchive {
  const start = faultOfStart(bytes, file, most);
  if (start !== null) throw new Refused(start);
  const parts = unpacked(bytes, file);
  const types = xmlOf(parts, "[Content_Types].xml", file);
  const document = types === null ? null : xmlOf(parts, mainPart(types, file), file);
  const body = document?.children.find((each) => each.name === "w:body");
  if (body === undefined) throw new Refused(problem("format-syntax", "an archive that is no `.docx`", { file, hint: "open it in a word processor and save it as `.docx`" }));
  return { file, body, styles: xmlOf(parts, "word/styles.xml", file), numbering: xmlOf(parts, "word/numbering.xml", file), beside: new Map([...parts].filter(([name]) => isBeside(name))) };
}

/** Opens a document of a word processor of at most so many bytes. Never throws on bad input: broken, encrypted, with macros, or too large is a problem. */
export function openDocx(bytes: Uint8Array, file: string, most: number = limits.bytes): DocxOpened {
  try {
    return { archive: opened(bytes, file, most) };
  } catch (error) {
    if (error instanceof Refused) return { problems: [error.reason] };
    // The archive's reader tells what it cannot unpack by a code of its own.
    if (error instanceof RangeError || (error as { readonly code?: unknown }).code !== undefined) return { problems: [problem("format-syntax", "the document cannot be unpacked: it is damaged", { file, hint: "is the file whole?" })] };
    throw error;
  }
}
