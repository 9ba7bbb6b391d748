import type { ProblemCode } from "@cleartitle/norms";
import { SaxesParser } from "saxes";

/** An element as documents of a word processor need it: what is of their own language is called `w:…`, whatever prefix it has. */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly in it. */
  readonly text: string;
}

export type XmlRead = { readonly root: XmlElement } | { readonly fault: { readonly code: ProblemCode; readonly message: string; readonly line: number } };

const maxDepth = 128;
const maxElements = 1_500_000;

class Refused extends Error {
  constructor(readonly code: ProblemCode, message: string) {
    super(message);
  }
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const nameOf = (uri: string, local: string): string => (uri.endsWith("/wordprocessingml/main") || uri.endsWith("/wordprocessingml/2006/main") ? `w:${local}` : local);

/** Reads a part of a document. A document type is refused, so that nothing grows and nothing is fetched; depth and number of elements are bounded. */
export function readXml(text: string): XmlRead {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  parser.on("doctype", () => {
    throw new Refused("unsupported", "a document type, which may define entities");
  });
  parser.on("error", (error) => {
    throw new Refused("format-syntax", `no XML: ${error.message.replace(/^\d+:\d+: /, "").slice(0, 200)}`);
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    if (open.length >= maxDepth) throw new Refused("too-deep", `nested deeper than ${maxDepth} levels`);
    if (++count > maxElements) throw new Refused("too-many", `more than ${maxElements} elements`);
    open.push({ name: nameOf(uri, local), attributes: new Map(Object.values(attributes).map((each) => [each.local, each.value])), children: [], text: "" });
  });
  const said = (more: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += more;
  };
  parser.on("text", said);
  parser.on("cdata", said);
  parser.on("closetag", () => {
    const closed = open.pop()!;
    if (open.length === 0) root = closed;
    else open.at(-1)!.children.push(closed);
  });
  try {
    parser.write(text.replace(/^\uFEFF/, "")).close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { fault: { code: error.code, message: error.message, line: parser.line } };
  }
  return root === null ? { fault: { code: "format-syntax", message: "no XML: there is no element", line: 1 } } : { root };
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((each) => each.name === name);

/** `val` of a child, as most properties have it. */
export const valueOf = (element: XmlElement | undefined, name: string): string | null => childOf(element, name)?.attributes.get("val") ?? null;
