import type { Interval } from "@cleartitle/norms";
import type { OptionReport, Premise, ProofNode } from "./decision.js";

/** A part of a proof before its nodes are named and shared. */
export interface ProofTree extends Omit<ProofNode, "id" | "children"> {
  readonly children: readonly ProofTree[];
  /** What a leaf says. */
  readonly premise?: Premise;
}

const leafInterval = (result: Premise["result"]): Interval =>
  result === "true" ? { best: "cleared", worst: "cleared" } : result === "false" ? { best: "blocked", worst: "blocked" } : { best: "cleared", worst: "blocked" };

const given = (kind: ProofNode["kind"], interval: Interval, says: string, cite: string | null, children: readonly ProofTree[]): ProofTree => ({ about: null, cite, rule: "given", kind, interval, children, says });

/** The same part of a proof for the same thing: what judgments rest on is told again place by place and answer by answer, and never changes. */
function once<T extends object>(make: (of: T) => ProofTree): (of: T) => ProofTree {
  const made = new WeakMap<T, ProofTree>();
  return (of) => {
    let tree = made.get(of);
    if (tree === undefined) made.set(of, (tree = make(of)));
    return tree;
  };
}

const premiseTree = once((p: Premise): ProofTree => ({ about: null, cite: null, rule: "given", kind: "leaf", interval: leafInterval(p.result), children: [], premise: p, says: premiseSays(p) }));

/** In three parts, the second the name of what it is of. */
export const premiseParts = (p: Premise): readonly [string, string, string] => [p.of === null ? p.reads : `${p.reads} of `, p.of ?? "", ` is ${p.is ?? "not recorded"}, needs ${p.needs}: ${p.result}`];
const premiseSays = (p: Premise): string => premiseParts(p).join("");

export const optionTree = once((o: OptionReport): ProofTree =>
  given("option", o.interval, `${o.kind}${o.instrument === null ? "" : ` by ${o.instrument}`}${o.norm === null ? "" : ` (${o.norm})`}${o.fails === null ? "" : `: fails on ${o.fails}`}`, o.cite, o.premises.map(premiseTree)));

/** A leaf that stands on premises alone: a ban, a duty, an exposure. */
export const leafTree = (kind: ProofNode["kind"], interval: Interval, says: string, cite: string | null, premises: readonly Premise[]): ProofTree => given(kind, interval, says, cite, premises.map(premiseTree));

/** A tree that is a twin's but for its root and for names. */
export interface ProofTwin {
  readonly root: Omit<ProofTree, "children">;
  /** The same twin has the same tree. */
  readonly like: object;
  /** What is below the twin's root. */
  readonly below: () => readonly ProofTree[];
  /** Which name stands for which of the twin's, in what premises are of. */
  readonly names: Pick<ReadonlyMap<string, string>, "get">;
}

/** A reason of one place: its id, what it was told of (the same thing has the same tree wherever it is met), and its tree, made when it is needed. */
export interface ProofRoot {
  readonly id: string;
  readonly of: object;
  readonly tree: () => ProofTree;
  /** null: it is told of no twin. */
  readonly twin: () => ProofTwin | null;
}
