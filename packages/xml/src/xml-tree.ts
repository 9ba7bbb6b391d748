import { SaxesParser, type SaxesTagNS } from "saxes";
import type { ProblemCode } from "@cleartitle/norms";

/** An element of XML that others wrote: what is kept of itself, with what stands in it. */
export type XmlTree<Own> = Own & {
  readonly children: readonly XmlTree<Own>[];
  /** The text directly in it, pieces put together. */
  readonly text: string;
};

interface XmlPlace {
  readonly line: number;
  readonly column: number;
}

export type XmlTreeRead<Own> = { readonly root: XmlTree<Own> } | { readonly fault: { readonly code: ProblemCode; readonly message: string } & XmlPlace };

export interface XmlTreeOptions<Own> {
  /** Elements in each other at most. */
  readonly maxDepth: number;
  readonly maxElements: number;
  /** What is kept of an element itself. Names are told by their namespace, since prefixes are free. */
  readonly own: (tag: SaxesTagNS, place: XmlPlace) => Own;
}

class Refused extends Error {
  constructor(readonly code: ProblemCode, message: string) {
    super(message);
  }
}

type Open<Own> = Own & { readonly children: XmlTree<Own>[]; text: string };

/**
 * Reads XML with namespaces. A document type is refused, and with it every entity beyond the five of the language, so that nothing grows and nothing is
 * fetched; depth and the number of elements are bounded. Never throws.
 */
export function readXmlTree<Own extends object>(text: string, { maxDepth, maxElements, own }: XmlTreeOptions<Own>): XmlTreeRead<Own> {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open<Own>[] = [];
  let root: XmlTree<Own> | null = null;
  let count = 0;
  const place = (): XmlPlace => ({ line: parser.line, column: parser.column + 1 });
  parser.on("doctype", () => {
    throw new Refused("unsupported", "a document type, which may define entities");
  });
  parser.on("error", (error) => {
    throw new Refused("format-syntax", `no XML: ${error.message.replace(/^\d+:\d+: /, "").slice(0, 200)}`);
  });
  parser.on("opentag", (tag) => {
    if (open.length >= maxDepth) throw new Refused("too-deep", `nested deeper than ${maxDepth} levels`);
    if (++count > maxElements) throw new Refused("too-many", `more than ${maxElements} elements`);
    open.push({ ...own(tag, place()), children: [], text: "" });
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
    else open.at(-1)!.children.push(closed);
  });
  try {
    parser.write(text.replace(/^\uFEFF/, "")).close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { fault: { code: error.code, message: error.message, ...place() } };
  }
  return root === null ? { fault: { code: "format-syntax", message: "no XML: there is no element", line: 1, column: 1 } } : { root };
}
