import { identified } from "../../packages/intake/src/identifier.js";
import { importFrom, memoryFile } from "../../packages/intake/src/index.js";
import { namespaceOf, traitsOf, uriOf, type Exported, type Format } from "../../packages/reports/src/index.js";
import { exportGraph } from "../../packages/reports/src/index.js";
import { writeTitleFile, type TitleGraph } from "../../packages/title/src/index.js";
import { faultsBySchema, hasSchema } from "./schema.js";

/** File names under which the readers know the formats. */
const fileOf: Readonly<Record<string, string>> = { prov: "out.json", cyclonedx: "out.cdx.json", "spdx-3": "out.spdx3.json", card: "README.md", croissant: "metadata.json", openlineage: "events.json" };

/** A card does not say of what it is: where it lies does. */
const placeOf = (format: Format, subject: string | null): string => {
  const [, kind, name] = (format.id === "card" ? /^hf:(model|dataset)\/([^/]+\/[^/]+)$/.exec(subject ?? "") : null) ?? [];
  return name === undefined ? (fileOf[format.id] ?? "out") : `${kind}s--${name.replace("/", "--")}/snapshots/main/README.md`;
};

/** What an import makes of a document, as somebody else's or as one's own. */
export async function readBack(format: Format, { text }: Exported, whole = false, subject: string | null = null): Promise<TitleGraph> {
  const { graph, problems, read } = await importFrom([memoryFile(placeOf(format, subject), text ?? "")], { us: "reader", whole });
  if (problems.length > 0 || read.length !== 1) throw new Error(`${JSON.stringify(problems[0] ?? "nothing read")}\n${text}`);
  return graph;
}

/** The names by which a reader knows the things of a graph, back to the graph's own. */
function namesBack(graph: TitleGraph, subject: string | null): (id: string) => string {
  const namespace = namespaceOf(graph);
  const names = new Map([...graph.assets.values()].map((asset) => [uriOf(asset, namespace), asset.id] as const).map(([uri, id]) => [identified(uri)?.id ?? uri, id]));
  if (subject !== null) for (const own of ["card:README.md", "croissant:metadata.json"]) names.set(own, subject);
  return (id) => names.get(id) ?? (id.startsWith(namespace) ? decodeURIComponent(id.slice(namespace.length).replace(/^party:/, "")) : id);
}

/** What a graph says that the reading of its document does not. */
export function missing(graph: TitleGraph, read: TitleGraph, subject: string | null = null): string[] {
  const found = new Set(traitsOf(read, namesBack(graph, subject)).map((each) => each.key));
  return [...new Set(traitsOf(graph).map((each) => each.key))].filter((key) => !found.has(key)).toSorted();
}

/** Licenses and links that the reading has and the graph has not: a document may lose, and must not add. To a card, data of a fine-tuning is what the model was trained on. */
export function added(graph: TitleGraph, read: TitleGraph, subject: string | null = null): string[] {
  const own = new Set(traitsOf(graph).map((each) => each.key.replace(/^link (?:finetune|adapt) /, (link) => (subject === null ? link : "link train "))));
  for (const { key } of traitsOf(graph)) own.add(key);
  const telling = traitsOf(read, namesBack(graph, subject)).filter(({ kind, statement }) => kind === "link" || (kind === "said" && statement?.what === "license"));
  return [...new Set(telling.map((each) => each.key))].filter((key) => !own.has(key)).toSorted();
}

export const lostBy = (exported: Exported): string[] => exported.losses.map((each) => each.key).toSorted();

export const written = (graph: TitleGraph, format: Format, more: Parameters<typeof exportGraph>[2] = {}): Exported => exportGraph(graph, format, { created: "2026-11-28T00:00:00Z", ...more });

/** The title file that a document of one's own gives back, in which not one byte may differ; what the official schema has against the document is a fault here. */
export async function titleFileBack(graph: TitleGraph, format: Format, of: string | null = null): Promise<string> {
  const exported = written(graph, format, { whole: true, ...(of === null ? {} : { of }) });
  const faults = hasSchema(format.id) ? faultsBySchema(format.id, JSON.parse(exported.text ?? "")) : [];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return writeTitleFile(await readBack(format, exported, true, of));
}
