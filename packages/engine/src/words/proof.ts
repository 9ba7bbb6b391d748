import { statusOf } from "@cleartitle/norms";
import type { Decision, ProofNode } from "../decision.js";
import { shapes } from "./block.js";
import { type TerminalOptions, wrap } from "./terminal.js";

const ruleWords: Readonly<Record<ProofNode["rule"], string>> = { join: "the worst of", meet: "the best of", span: "one of, not known which,", may: "at most one of, if asked at all,", given: "given" };

function sayNode(node: ProofNode): string {
  const status = statusOf(node.interval);
  const cite = node.cite === null ? "" : ` (${node.cite})`;
  const rule = node.rule === "given" ? "" : ` — ${ruleWords[node.rule]} ${node.children.length}`;
  return `${shapes[status]} ${status} ${node.kind}: ${node.says}${cite}${rule} [${node.id}]`;
}

function roots(nodes: ReadonlyMap<string, ProofNode>): ProofNode[] {
  const inner = new Set([...nodes.values()].flatMap((node) => [...node.children]));
  return [...nodes.values()].filter((node) => !inner.has(node.id));
}

export interface ProofOptions extends TerminalOptions {
  /** Begin at this node instead of the decision; the node of a reason bears the reason's id. */
  readonly from?: string;
  /** Also what stands under a cleared node. */
  readonly full: boolean;
}

/**
 * The proof as an indented tree. A node that several share is told once and named after that.
 * Empty where the decision was made without its full proof, or no node bears the id asked for.
 */
export function sayProof(decision: Decision, options: ProofOptions): string {
  const nodes = new Map((decision.proof?.dag ?? []).map((node) => [node.id, node]));
  const told = new Set<string>();
  const lines: string[] = [];
  const first = options.from === undefined ? roots(nodes) : [...nodes.values()].filter((node) => node.id === options.from);
  const stack = first.toReversed().map((node) => ({ node, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    const indent = "  ".repeat(Math.min(depth, 20));
    if (told.has(node.id)) {
      lines.push(`${indent}↑ ${node.id}, told above`);
      continue;
    }
    told.add(node.id);
    const settled = !options.full && statusOf(node.interval) === "cleared" && node.children.length > 0;
    lines.push(...wrap(`${sayNode(node)}${settled ? " …" : ""}`, options.width, `${indent}    `, indent));
    if (settled) continue;
    for (const id of node.children.toReversed()) {
      const child = nodes.get(id);
      if (child !== undefined) stack.push({ node: child, depth: depth + 1 });
    }
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
