import type { MadeDocument } from "../document.js";
import type { YamlValue } from "../foreign-yaml.js";
import { listValue, mapValue, textValue } from "../made-value.js";
import { readXml } from "../xml.js";
import type { XmlElement } from "../xml.js";

type Entries = readonly (readonly [string, YamlValue])[];

/** The namespace says the version. */
export const namespace = "http://cyclonedx.org/schema/bom/";

/** Elements that hold a list, as the form in JSON has them; what is in none of these lists is not read. */
const lists = new Set(["components", "hashes", "externalReferences", "properties", "dependencies", "tools", "ancestors", "descendants", "variants", "patches", "datasets", "tags", "formulation", "workflows", "tasks", "inputs", "outputs", "licenseTypes", "licenses"]);
/** Elements that stand beside each other where JSON has a list. */
const repeated = new Set(["swhid", "provides", "details"]);
/** What the form in JSON calls otherwise. */
const renamed: Readonly<Record<string, string>> = { details: "expressionDetails", "license-identifier": "licenseIdentifier" };
const nameOf = (local: string): string => (Object.hasOwn(renamed, local) ? (renamed[local] ?? local) : local);
/** Where an element has attributes and a text, what JSON calls the text. */
const textKeys: Readonly<Record<string, string>> = { hash: "content", property: "value", text: "content", expression: "expression" };

/** A bill in XML, as the document in JSON that says the same. */
export function billInXml(text: string): MadeDocument {
  const read = readXml(text);
  if ("fault" in read) return read;
  const { root } = read;
  if (!root.uri.startsWith(namespace) || root.local !== "bom") return { fault: { code: "wrong-type", message: "the first element is no bill of materials", line: root.line, column: root.column } };
  return { root: mapValue([["specVersion", textValue(root.uri.slice(namespace.length), root.line)], ...entriesOf(root)], root.line) };
}

/** Elements of other vocabularies say nothing in this format. */
const childrenOf = (element: XmlElement): readonly XmlElement[] => element.children.filter((each) => each.uri.startsWith(namespace));

function entriesOf(element: XmlElement): Entries {
  const attributes = element.attributes.filter((each) => each.uri === "").map((each) => [nameOf(each.local), textValue(each.value, element.line)] as const);
  const children = childrenOf(element);
  const together = [...new Set(children.map((each) => each.local))].filter((local) => repeated.has(local)).map((local) => {
    const found = children.filter((each) => each.local === local);
    return [nameOf(local), listValue(found.map((each) => (local === "provides" ? textValue(refOf(each), each.line) : valueOf(each))), found[0]?.line ?? element.line)] as const;
  });
  return [...attributes, ...together, ...children.filter((each) => !repeated.has(each.local)).map((each) => [each.local, valueOf(each)] as const)];
}

const refOf = (element: XmlElement): string => element.attributes.find((each) => each.local === "ref")?.value ?? "";

function valueOf(element: XmlElement): YamlValue {
  if (lists.has(element.local)) return listOf(element);
  const entries = entriesOf(element);
  if (entries.length === 0) return textValue(element.text, element.line);
  const key = Object.hasOwn(textKeys, element.local) ? textKeys[element.local] : undefined;
  return mapValue(key === undefined ? entries : [...entries, [key, textValue(element.text, element.line)]], element.line);
}

function listOf(element: XmlElement): YamlValue {
  // Tools of newer documents are components, which stand in a list of their own.
  if (element.local === "tools" && childrenOf(element).some((each) => lists.has(each.local))) return mapValue(entriesOf(element), element.line);
  return listValue(childrenOf(element).map(itemOf), element.line);
}

/** An item of a list, in the shape that JSON gives it. */
function itemOf(element: XmlElement): YamlValue {
  const { local, line } = element;
  const value = valueOf(element);
  if (local === "license") return mapValue([["license", value]], line);
  if (local === "ref") return mapValue([["ref", value]], line);
  if (local === "expression") return value.entries === null ? mapValue([["expression", value]], line) : value;
  if (local !== "dependency") return value;
  const on = childrenOf(element).filter((each) => each.local === "dependency").map((each) => textValue(refOf(each), each.line));
  return mapValue([...entriesOf(element).filter(([key]) => key !== "dependency"), ["dependsOn", listValue(on, line)]], line);
}
