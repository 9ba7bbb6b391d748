import { importFrom, memoryFile } from "../index.js";

/** The links that a document of some elements gives, and how many problems are told. */
export async function read(...elements: object[]) {
  const document = { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": elements };
  const { graph, problems } = await importFrom([memoryFile("a.json", JSON.stringify(document))], { us: "acme", recordedAt: "2026-11-21" });
  const links = [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replace("urn:", "")} > ${each.to?.replace("urn:", "")}`));
  return [links.toSorted(), problems.length];
}

/** An element by its type and its name. */
export const of = (type: string, name: string, more: object = {}) => ({ type, spdxId: `urn:${name}`, ...more });
