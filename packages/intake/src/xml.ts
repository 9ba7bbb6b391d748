import { readXmlTree, type XmlTree, type XmlTreeRead } from "@cleartitle/xml";

interface Own {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[];
  readonly line: number;
  readonly column: number;
}

/** An element of XML that others wrote, with its place. */
export type XmlElement = XmlTree<Own>;

/** Reads XML in the bounds of a file that is taken in. Never throws. */
export const readXml = (text: string): XmlTreeRead<Own> =>
  readXmlTree(text, {
    maxDepth: 64, maxElements: 1_000_000,
    own: ({ uri, local, attributes }, place): Own => ({ uri, local, attributes: Object.values(attributes).map((each) => ({ uri: each.uri, local: each.local, value: each.value })), ...place }),
  });

/** The value of an attribute; `null` where it is not there. */
export const attributeOf = (element: XmlElement, local: string, uri = ""): string | null => element.attributes.find((each) => each.local === local && each.uri === uri)?.value ?? null;
