import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { Parser, Store, type Quad } from "n3";
import SHACLValidator from "rdf-validate-shacl";

const read = (name: string): string => readFileSync(new URL(`./schema/spdx/${name}`, import.meta.url), "utf8");

/** Nothing is fetched: the one context that a document may name is the one that lies here. */
async function documentLoader(url: string): Promise<{ document: unknown; documentUrl: string }> {
  if (url !== "https://spdx.org/rdf/3.0.1/spdx-context.jsonld") throw new Error(`another context: ${url}`);
  return { document: JSON.parse(read("spdx-context.jsonld")) as unknown, documentUrl: url };
}

/** The model's classes are those of OWL, of which the standard for shapes does not know that they are classes. */
const classes = "<http://www.w3.org/2002/07/owl#Class> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://www.w3.org/2000/01/rdf-schema#Class> .";

let model: readonly Quad[] | null = null;

/** What the shapes of the SPDX model have against a document. The model's classes and individuals are data too: without them no value of an enumeration is known. */
export async function faultsByShapes(document: object): Promise<string[]> {
  model ??= [...new Parser().parse(read("spdx-model.ttl")), ...new Parser().parse(classes)];
  const quads = await jsonld.toRDF(document as jsonld.JsonLdDocument, { format: "application/n-quads", documentLoader } as jsonld.Options.ToRdf) as unknown as string;
  const data = new Store([...model, ...new Parser({ format: "N-Quads" }).parse(quads)]);
  const report = await new SHACLValidator(new Store([...model])).validate(data);
  return report.results.slice(0, 8).map((each) => `${each.focusNode?.value} ${each.path?.value} ${each.message.map((text) => text.value).join(" ")} ${each.value?.value ?? ""}`);
}
