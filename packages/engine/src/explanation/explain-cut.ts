import { layers, statusOf, type Interval } from "@cleartitle/norms";
import type { DecideOptions, Decision } from "../decision.js";
import type { Question } from "../judgment/question.js";
import { buildProof } from "../proof.js";
import { leafTree } from "../proof-tree.js";
import { basisOf, echo } from "./basis.js";

const open: Interval = { best: "cleared", worst: "blocked" };

/** The answer where judging would have gone beyond its budget: unresolved everywhere, whatever part of it was judged, and said to be cut. */
export function explainCut(question: Question, why: string, options: Pick<DecideOptions, "fullProof" | "withoutProof">): Decision {
  const members = question.classes.map((each) => each.members);
  const tree = leafTree("leaf", open, `the evaluation was cut at its budget: ${why}`, null, []);
  const proof = options.withoutProof === true ? null
    : buildProof({ decision: open, territories: members.map((each) => ({ name: each.join(" "), place: each[0] ?? "", interval: open, reasons: [{ id: "cut", of: tree, tree: () => tree, twin: () => null }] })) }, options.fullProof === true);
  return {
    $schema: "urn:cleartitle:schema:decision:1", version: 1, use: echo(question.use), watch: [], decision: statusOf(open), best: open.best, worst: open.worst,
    byTerritory: [{ territories: members.flat().toSorted(), decision: statusOf(open), reasons: [] }], range: null, reasons: [], reasonTotals: { shown: 0, total: 0 }, exposure: [], choices: [], obligations: [],
    questions: [], remedies: [], findings: [], outboundLicenses: null, assumptions: [], notAsked: [...layers], coverage: [], timeline: [], waivers: [], cut: true, proof, basis: basisOf(question),
  };
}
