import { plainWords, sayCite, sayPlaces, sayPremises, type Wording } from "@cleartitle/engine";
import type { ProofNode } from "@cleartitle/engine";
import { optionOf, premiseOf, type ProofTree } from "./proof-tree.js";

const kinds: Readonly<Record<string, string>> = { granted: "grant", excepted: "exception", unprotected: "no protection", owned: "own right" };

/** How a node follows from what is under it. */
export const ruleWords: Readonly<Record<ProofNode["rule"], string>> = {
  join: "all of these must hold: the worst counts", meet: "one of these is enough: the best counts", span: "one of these is so, and it is not known which", may: "at most one of these is so, if it is asked at all", given: "given by what is under it",
};

/** A node in plain words. */
export function sayNode(node: ProofNode, tree: ProofTree, wording: Wording): string {
  const { kind, says } = node;
  const premise = premiseOf(tree, node);
  if (premise !== null) return sayPremises([premise], { ...wording, full: true })[0] ?? says;
  const option = kind === "option" ? optionOf(tree, node) : null;
  if (option !== null) return `${kinds[option.kind] ?? option.kind}${option.instrument === null ? "" : ` under ${sayCite(option.instrument, null, wording)}`}${option.fails === null ? "" : `: fails on ${plainWords(option.fails)}`}`;
  if (kind === "territories") return sayPlaces(says.split(/[ ,]+/), wording);
  if (kind === "reading" && !says.includes(" ")) return `under ${sayCite(says, null, wording)}`;
  return says;
}

/** What became of a node: of a fact whether it holds, of everything else the answer. */
export const holdsWords: Readonly<Record<string, readonly [string, string]>> = { cleared: ["✔", "holds"], blocked: ["✖", "does not hold"], unresolved: ["?", "not known"], conditional: ["◐", "holds on conditions"] };
