import { pushAll } from "@cleartitle/norms";
import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";
import { endOf, referenceOf, typeOf } from "./element.js";
import type { Elements } from "./license.js";
import { outsideEnd } from "./relation.js";

/** Whether an element is a document or a bill, which holds what it lists and is no asset. */
export const isCollection = (element: YamlValue | undefined): boolean => element !== undefined && /^(SpdxDocument|Bom|software_Sbom|Bundle)$/.test(typeOf(element));

/** What a document, or a bill in it, lists for what it is of. */
export interface Listing {
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
}

const namesAt = (element: YamlValue | undefined, key: string): string[] => (element === undefined ? [] : placedAt(element, key).map(referenceOf).filter((name) => name !== null));

/** Elements by way of the collections that name them, at whatever depth. */
function reached(from: string, next: (key: string) => readonly string[], elements: Elements): string[] {
  const [met, found] = [new Set([from]), new Set<string>()];
  // A set is walked in the order in which it grows; collections that name each other in a circle end.
  for (const each of met) {
    for (const key of next(each)) (isCollection(elements.get(key)) ? met : found).add(key);
  }
  return [...found];
}

/**
 * Bills list what their own roots are made of; a document lists the rest for its roots, or, without any, for those of its bills. A single package is what a document without a root is of.
 */
export function listingsIn(elements: Elements, relationships: readonly YamlValue[], packages: readonly { readonly key: string; readonly file?: boolean }[]): Listing[] {
  const described = new Map<string, string[]>();
  for (const each of relationships) {
    if (textAt(each, "relationshipType") !== "describes") continue;
    const to = endOf(each, "to").names;
    for (const from of endOf(each, "from").names) {
      const known = described.get(from);
      if (known === undefined) described.set(from, [...to]);
      else pushAll(known, to);
    }
  }
  const items = new Set(packages.map(({ key }) => key));
  // What lies in another document may be the root; an agent or an act is none.
  const isRoot = (key: string): boolean => items.has(key) || !elements.has(key);
  const collections = [...elements].filter(([, element]) => isCollection(element)).map(([key, element]) => ({
    isDocument: typeOf(element) === "SpdxDocument",
    wholes: reached(key, (each) => [...namesAt(elements.get(each), "rootElement"), ...(described.get(each) ?? [])], elements).filter(isRoot),
    parts: reached(key, (each) => namesAt(elements.get(each), "element"), elements).filter((each) => items.has(each)),
  }));
  const bills = collections.filter(({ isDocument, wholes, parts }) => !isDocument && wholes.length > 0 && parts.length > 0);
  const rooted = collections.filter(({ wholes }) => wholes.length > 0);
  const documents = rooted.some(({ isDocument }) => isDocument) ? rooted.filter(({ isDocument }) => isDocument) : rooted;
  const [alone, second] = packages.filter(({ file }) => file !== true);
  const wholes = rooted.length > 0 ? [...new Set(documents.flatMap((each) => each.wholes))] : alone !== undefined && second === undefined ? [alone.key] : [];
  const inBills = new Set(bills.flatMap(({ parts }) => parts));
  return [...bills, { wholes, parts: [...items].filter((key) => !inBills.has(key)) }];
}

/** What of a list of a document or a bill names nothing that could be read. */
export const unreadIn = (elements: Elements, key: "rootElement" | "element"): YamlValue[] =>
  [...elements.values()].filter(isCollection).flatMap((element) => placedAt(element, key).filter((each) => referenceOf(each) === null));

/** What is of use beside another element, or tells of it, and is no part of anything by that. */
export const apartIn = (relationships: readonly YamlValue[]): string[] =>
  relationships.flatMap((each) => {
    const end = outsideEnd(textAt(each, "relationshipType") ?? "");
    return end === null ? [] : endOf(each, end).names;
  });
