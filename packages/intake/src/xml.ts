import { SaxesParser } from "saxes";
import type { SaxesAttributeNS } from "saxes";
import type { ProblemCode } from "@cleartitle/norms";

/** An element of XML that others wrote, with its place. Names are told by their namespace, since prefixes are free. */
export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[];
  readonly children: readonly XmlElement[];
  /** The text directly in it, pieces put together. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export type XmlRead = { readonly root: XmlElement } | { readonly fault: { readonly code: ProblemCode; readonly message: string; readonly line: number; readonly column: number } };

const maxDepth = 64;
const maxElements = 1_000_000;

class Refused extends Error {
  constructor(readonly code: ProblemCode, message: string) {
    super(message);
  }
}

interface Open {
  readonly uri: string;
  readonly local: string;
  readonly attributes: XmlElement["attributes"];
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads XML with namespaces. A document type is refused, and with it every entity beyond the five of the language, so that nothing grows and nothing is
 * fetched; depth and the number of elements are bounded. Never throws.
 */
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
    const told = Object.values(attributes as Record<string, SaxesAttributeNS>).map((each) => ({ uri: each.uri, local: each.local, value: each.value }));
    open.push({ uri, local, attributes: told, children: [], text: "", line: parser.line, column: parser.column + 1 });
  });
  const said = (more: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += more;
  };
  parser.on("text", said);
  parser.on("cdata", said);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed === undefined) return;
    if (open.length === 0) root = closed;
    else open.at(-1)?.children.push(closed);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { fault: { code: error.code, message: error.message, line: parser.line, column: parser.column + 1 } };
  }
  return root === null ? { fault: { code: "format-syntax", message: "no XML: there is no element", line: 1, column: 1 } } : { root };
}

/** The value of an attribute; `null` where it is not there. */
export const attributeOf = (element: XmlElement, local: string, uri = ""): string | null => element.attributes.find((each) => each.local === local && each.uri === uri)?.value ?? null;
