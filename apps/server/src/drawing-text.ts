import { shapes } from "@cleartitle/engine";
import type { Drawing, DrawnNode } from "./drawing.js";

const label = (node: DrawnNode): string[] => [
  node.id, ...(node.source === null ? [] : [node.source]), `${node.kind === "act" ? "an act, no result recorded" : node.kind}${node.licenses.length === 0 ? "" : `, ${node.licenses.join(", ")}`}`, ...(node.status === null ? [] : [`${shapes[node.status]} ${node.status}`]),
];

const numbered = (drawing: Drawing): Map<string, string> => new Map(drawing.nodes.map((node, at) => [node.id, `n${at}`]));

/** Mermaid reads entity codes inside quotes and nothing else as markup. */
function quoteMermaid(text: string): string {
  const safe = text.replaceAll(/[^\p{L}\p{N} .,:/@+_=✔◐?✖-]/gu, (found) => `#${found.codePointAt(0)!};`);
  return `"${safe}"`;
}

/** The graph as a Mermaid flowchart. Ids are numbered, so that no name can be taken for syntax. */
export function toMermaid(drawing: Drawing): string {
  const ids = numbered(drawing);
  const nodes = drawing.nodes.map((node) => `  ${ids.get(node.id)!}["${label(node).map((line) => quoteMermaid(line).slice(1, -1)).join("<br/>")}"]`);
  const edges = drawing.edges.map((edge) => `  ${ids.get(edge.from)!} -->|${quoteMermaid(edge.by)}| ${ids.get(edge.to)!}`);
  return ["flowchart LR", ...nodes, ...edges, ""].join("\n");
}

const escapeDot = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll(/\r?\n/g, " ");
const quoteDot = (text: string): string => `"${escapeDot(text)}"`;

/** The graph in the language of Graphviz. */
export function toDot(drawing: Drawing): string {
  const nodes = drawing.nodes.map((node) => `  ${quoteDot(node.id)} [label="${label(node).map(escapeDot).join("\\n")}"];`);
  const edges = drawing.edges.map((edge) => `  ${quoteDot(edge.from)} -> ${quoteDot(edge.to)} [label=${quoteDot(edge.by)}];`);
  return ["digraph title {", "  rankdir=LR;", "  node [shape=box];", ...nodes, ...edges, "}", ""].join("\n");
}
