import type { MadeDocument } from "../document.js";
import type { YamlValue } from "../foreign-yaml.js";
import { textValue } from "../made-value.js";
import { attributeOf, readXml } from "../xml.js";
import type { XmlElement } from "../xml.js";
import { provNamespace } from "./value.js";
import { WrittenOut } from "./written-out.js";

type Scope = ReadonlyMap<string, string>;

const declarations = "http://www.w3.org/2000/xmlns/";
const instance = "http://www.w3.org/2001/XMLSchema-instance";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** Elements that say by their name what PROV-JSON says by a type. */
const typed: Readonly<Record<string, readonly [kind: string, type: string]>> = {
  plan: ["entity", "Plan"], collection: ["entity", "Collection"], emptyCollection: ["entity", "EmptyCollection"], bundle: ["entity", "Bundle"],
  wasRevisionOf: ["wasDerivedFrom", "Revision"], wasQuotedFrom: ["wasDerivedFrom", "Quotation"], hadPrimarySource: ["wasDerivedFrom", "PrimarySource"],
};

/** PROV-XML, as the document in PROV-JSON that says the same. */
export function provInXml(text: string): MadeDocument {
  const read = readXml(text);
  if ("fault" in read) return read;
  const { root } = read;
  if (root.uri === provNamespace && root.local === "document") return { root: documentOf(root, new Map()) };
  return { fault: { code: "wrong-type", message: "the first element is no document of provenance", line: root.line, column: root.column } };
}

/** The prefixes that hold within an element. */
function scopeOf(element: XmlElement, outer: Scope): Scope {
  const own = element.attributes.filter((each) => each.uri === declarations);
  return own.length === 0 ? outer : new Map([...outer, ...own.map((each) => [each.local === "xmlns" ? "" : each.local, each.value] as const)]);
}

/** A qualified name written out; one that no prefix explains stays of its file. */
function fullName(name: string, scope: Scope): string {
  const colon = name.indexOf(":");
  const base = scope.get(colon === -1 ? "" : name.slice(0, colon));
  return base === undefined || base === "" ? `_:${name}` : `${base}${name.slice(colon + 1)}`;
}

function documentOf(element: XmlElement, outer: Scope): YamlValue {
  const records = new WrittenOut();
  const scope = scopeOf(element, outer);
  for (const child of element.children) {
    if (child.uri !== provNamespace) continue;
    const within = scopeOf(child, scope);
    const id = attributeOf(child, "id", provNamespace);
    const name = id === null ? null : fullName(id, within);
    const [kind, type] = (Object.hasOwn(typed, child.local) ? typed[child.local] : undefined) ?? [child.local, null];
    const said = child.children.map((each) => attribute(each, scopeOf(each, within)));
    if (child.local === "bundleContent") records.bundle(name ?? "_:bundle", documentOf(child, within));
    else if (kind === "hadMember") {
      // A collection may name all its members at once.
      const members = said.filter(([key]) => key === "prov:entity");
      const rest = said.filter(([key]) => key !== "prov:entity");
      for (const each of members.length === 0 ? [rest] : members.map((member) => [...rest, member])) records.add(kind, null, each, child.line);
    } else records.add(kind, name, type === null ? said : [...said, ["prov:type", textValue(`${provNamespace}${type}`, child.line)]], child.line);
  }
  return records.document();
}

/** An end of a relation is a reference, anything else a text. Names of other vocabularies are written out. */
function attribute(element: XmlElement, scope: Scope): readonly [string, YamlValue] {
  const key = element.uri === provNamespace ? `prov:${element.local}` : `${element.uri}${/[#/:]$/.test(element.uri) ? "" : "#"}${element.local}`;
  const reference = attributeOf(element, "ref", provNamespace);
  // Other vocabularies name a thing by its address.
  const text = element.text.trim() || (attributeOf(element, "resource", rdf) ?? "");
  const isName = /(?:^|:)QName$/.test(attributeOf(element, "type", instance) ?? "");
  return [key, textValue(reference !== null ? fullName(reference, scope) : isName ? fullName(text, scope) : text, element.line)];
}
