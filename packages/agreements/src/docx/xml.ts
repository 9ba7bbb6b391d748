import { readXmlTree, type XmlTree, type XmlTreeRead } from "@cleartitle/xml";

interface Own {
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** An element as documents of a word processor need it: what is of their own language is called `w:…`, whatever prefix it has. */
export type XmlElement = XmlTree<Own>;

const nameOf = (uri: string, local: string): string => (uri.endsWith("/wordprocessingml/main") || uri.endsWith("/wordprocessingml/2006/main") ? `w:${local}` : local);

/** Reads a part of a document, in its bounds. Never throws. */
export const readXml = (text: string): XmlTreeRead<Own> =>
  readXmlTree(text, { maxDepth: 128, maxElements: 1_500_000, own: ({ uri, local, attributes }): Own => ({ name: nameOf(uri, local), attributes: new Map(Object.values(attributes).map((each) => [each.local, each.value])) }) });

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((each) => each.name === name);

/** `val` of a child, as most properties have it. */
export const valueOf = (element: XmlElement | undefined, name: string): string | null => childOf(element, name)?.attributes.get("val") ?? null;
