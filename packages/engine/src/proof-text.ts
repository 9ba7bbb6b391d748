import { canonicalJson } from "@cleartitle/norms";
import type { Premise, ProofNode } from "./decision.js";
import { isOfSection } from "./judgment/section-premise.js";
import { premiseParts, type ProofTree, type ProofTwin } from "./proof-tree.js";

/** Stand in the text of a tree for the name of its root and for its place, which no text can hold. */
export const [hole, somewhere] = ["\u0000", "\u0001"];

/** What a demand is about, its place left open; in canonical order the place comes last. */
function aboutText({ territory: _territory, ...rest }: NonNullable<ProofNode["about"]>): string {
  return `${canonicalJson(rest).slice(0, -1)},"territory":${somewhere}}`;
}

/** A text with names left open, each between two of its pieces. */
interface Blank {
  readonly pieces: readonly string[];
  readonly names: readonly string[];
  /** How many nodes it tells. */
  readonly nodes: number;
}

/** Writes nodes as canonical JSON, each after its children. */
class NodeWriter {
  readonly #pieces: string[] = [];
  readonly #names: string[] = [];
  #text: string[] = [];
  #nodes = 0;

  /** `name`: of the node, after that of its root. */
  tree(tree: ProofTree, name: string): void {
    this.trees(tree.children, name);
    this.node(tree, tree.children.length, name, tree.premise);
  }

  trees(trees: readonly ProofTree[], name: string): void {
    for (const [i, child] of trees.entries()) {
      this.tree(child, `${name}.${i + 1}`);
      this.#text.push(",");
    }
  }

  node({ about, cite, interval: { best, worst }, kind, rule, says }: Omit<ProofNode, "id" | "children">, children: number, name: string, premise?: Premise): void {
    const below = Array.from({ length: children }, (_, i) => `"${hole}${name}.${i + 1}"`).join(",");
    this.#text.push(`{"about":${about === null ? "null" : aboutText(about)},"children":[${below}],"cite":${JSON.stringify(cite)},"id":"${hole}${name}","interval":{"best":"${best}","worst":"${worst}"},"kind":"${kind}","rule":"${rule}","says":`);
    if (premise === undefined || premise.of === null || isOfSection(premise)) this.#text.push(JSON.stringify(says), "}");
    else this.#says(premiseParts(premise));
    this.#nodes++;
  }

  #says([before, name, after]: readonly [string, string, string]): void {
    this.#text.push(JSON.stringify(before).slice(0, -1));
    this.#pieces.push(this.#text.join(""));
    this.#names.push(name);
    this.#text = [JSON.stringify(after).slice(1), "}"];
  }

  get blank(): Blank {
    return { pieces: [...this.#pieces, this.#text.join("")], names: this.#names, nodes: this.#nodes };
  }
}

const asWritten: ProofTwin["names"] = { get: () => undefined };

function filled({ pieces, names }: Blank, exchanged: ProofTwin["names"]): string {
  let text = pieces[0]!;
  for (const [i, name] of names.entries()) text += `${JSON.stringify(exchanged.get(name) ?? name).slice(1, -1)}${pieces[i + 1]!}`;
  return text;
}

/** The canonical text of a tree's nodes, each after its children, and how many they are. */
export interface TreeText {
  readonly text: string;
  readonly nodes: number;
}

export function textOf(tree: ProofTree): TreeText {
  const writer = new NodeWriter();
  writer.tree(tree, "");
  const { blank } = writer;
  return { text: filled(blank, asWritten), nodes: blank.nodes };
}

const blanks = new WeakMap<object, { readonly below: Blank; readonly children: number }>();

/** What twins have below their roots is written once. */
export function retoldText({ root, like, below, names }: ProofTwin): TreeText {
  let known = blanks.get(like);
  if (known === undefined) {
    const [writer, trees] = [new NodeWriter(), below()];
    writer.trees(trees, "");
    blanks.set(like, (known = { below: writer.blank, children: trees.length }));
  }
  const writer = new NodeWriter();
  writer.node(root, known.children, "");
  return { text: `${filled(known.below, names)}${filled(writer.blank, asWritten)}`, nodes: known.below.nodes + 1 };
}
