import { holdingActs, learningActs, type OutAct, type OutItem } from "../outline.js";

/** One source of an act as a relationship: which end is the result is the format's own matter. */
export interface Relation {
  readonly type: string;
  readonly from: OutItem;
  readonly to: readonly OutItem[];
  /** The end that is the result of the act; `null`: it has none. */
  readonly result: "from" | "to" | null;
}

/** The format's word for how a result came from one of its sources. */
function relationOf(by: string, source: OutItem, result: OutItem): Relation {
  const into = (type: string): Relation => ({ type, from: result, to: [source], result: "from" });
  const outOf = (type: string): Relation => ({ type, from: source, to: [result], result: "to" });
  if (learningActs.includes(by) && source.asset.kind === "dataset") return into("trainedOn");
  if (by === "copy") return outOf("copiedTo");
  if (holdingActs.includes(by)) return into("contains");
  return ["generate", "synthesize", "prompt"].includes(by) ? outOf("generates") : into("descendantOf");
}

/** Relationships of an act. One without a result relates what took part in it: a model that was measured to what it was measured with. */
export function relationsOf({ derivation, from, to }: OutAct): Relation[] {
  const result = to;
  if (result !== null) return from.filter((source) => source !== result).map((source) => relationOf(derivation.by, source, result));
  const [first] = from.filter((each) => each.asset.kind === "model").concat(from);
  if (first === undefined) return [];
  const others = from.filter((each) => each !== first);
  return [{ type: derivation.by === "evaluate" && others.length > 0 ? "testedOn" : "other", from: first, to: others, result: null }];
}
