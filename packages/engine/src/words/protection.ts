import type { Protection } from "@cleartitle/norms";
import { type Block, type Item, item, section } from "./block.js";
import { plainWords, sayFact, type Wording } from "./names.js";

type Means = Protection["means"][number];

const appliesWords: Readonly<Record<Means["applies"], string>> = { yes: "applies", partly: "applies in part", if: "applies under conditions", doubtful: "is doubtful", no: "does not apply", duty: "is a duty towards others" };
const askedWords: Readonly<Record<Means["asked"], string>> = {
  always: "always asked", "by-law": "asked where a rule of the place raises it", "when-asserted": "asked when somebody speaks of it", "by-instrument": "asked where a recorded text binds", not: "not asked",
};

function meansItem({ by, layer, applies, where, asked, why, says, facts = [], rules = [] }: Means, wording: Wording): Item {
  const questions = facts.map((fact) => sayFact(fact, wording) ?? fact);
  return item(`${by} ${appliesWords[applies]} (${where}); layer ${layer}, ${askedWords[asked]}${why === undefined ? "" : `: ${why}`}`, {
    details: [says, ...(questions.length === 0 ? [] : [`turns on: ${questions.join(" ")}`]), ...(rules.length === 0 ? [] : [`rules: ${rules.join(", ")}`])],
  });
}

/** Means of protection of a kind of asset in plain words, and how each layer comes into question. */
export const protectionBlocks = (record: Protection, wording: Wording): Block[] => [
  ...section(`${record.title} (${record.id}): ${record.kinds.map((kind) => plainWords(kind)).join(", ")}`, record.means.map((means) => meansItem(means, wording))),
  { kind: "text", text: `${record.verified}, reviewed on ${record.reviewed}${record.reviewBy === undefined ? "" : `, to be reviewed by ${record.reviewBy}`}.` },
];
