import type { MediaProperty } from "../media-properties.js";
import { attributeOf } from "../xml.js";
import type { XmlElement } from "../xml.js";

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** The prefixes that the standards give to the namespaces of which something is read. */
const prefixes: Readonly<Record<string, string>> = {
  "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms", "http://ns.adobe.com/xap/1.0/rights/": "xmpRights", "http://ns.adobe.com/photoshop/1.0/": "photoshop", "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
  "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore", "http://creativecommons.org/ns#": "cc",
  // The protocol for reservations writes it with a slash in documents, and with a hash elsewhere.
  "http://www.w3.org/ns/tdmrep/": "tdm", "http://www.w3.org/ns/tdmrep#": "tdm", "http://www.w3.org/ns/tdm/": "tdm", "http://www.w3.org/ns/tdm#": "tdm",
};

/** Properties of a packet of XMP: of every description in it, as elements or as attributes, each value of a list by itself. */
export function propertiesIn(root: XmlElement): MediaProperty[] {
  return descriptions(root).flatMap((each) => [
    ...each.attributes.flatMap(({ uri, local, value }) => named(uri, local, [value])),
    ...each.children.flatMap((child) => namedBy(child)),
  ]);
}

/** Properties that name a license or what went in: something of another shape in their place is not nothing. */
const naming = new Set(["cc:license", "Iptc4xmpExt:AISystemUsed"]);

function namedBy(element: XmlElement): MediaProperty[] {
  const [found, name] = [named(element.uri, element.local, valuesOf(element)), `${prefixOf(element.uri) ?? ""}:${element.local}`];
  return found.length === 0 && naming.has(name) && saysAnything(element) ? [{ name, text: "", unread: true }] : found;
}

const saysAnything = (element: XmlElement): boolean => element.text.trim() !== "" || element.attributes.some(({ uri, local, value }) => value.trim() !== "" && local !== "lang" && (uri !== rdf || local === "resource" || local === "about")) || element.children.some(saysAnything);

const prefixOf = (uri: string): string | undefined => (Object.hasOwn(prefixes, uri) ? prefixes[uri] : undefined);

const descriptions = (element: XmlElement): XmlElement[] => (element.uri === rdf && element.local === "Description" ? [element] : element.children.flatMap(descriptions));

function named(uri: string, local: string, texts: readonly string[]): MediaProperty[] {
  const prefix = prefixOf(uri);
  return prefix === undefined ? [] : texts.map((text) => ({ name: `${prefix}:${local}`, text: text.trim() })).filter((each) => each.text !== "");
}

/** An address, a text, or the values of a list; of a structure the names in it, which is where owners stand. */
function valuesOf(element: XmlElement): string[] {
  const address = attributeOf(element, "resource", rdf) ?? attributeOf(element, "about", rdf);
  if (address !== null) return [address];
  if (element.children.length === 0) return [element.text, ...element.attributes.filter((each) => each.uri !== rdf && each.local.endsWith("Name")).map((each) => each.value)];
  return element.children.flatMap((child) => (child.uri === rdf || child.local.endsWith("Name") ? valuesOf(child) : []));
}
