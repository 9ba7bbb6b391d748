import { decisionParts, type Decision, item, type Block, sayCount, sayList, section, type Wording, wordingOf, type Names } from "@cleartitle/engine";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import { isNotRead, type TitleGraph } from "@cleartitle/title";

/** A decision as counsel hands it on: what is asked, what the answer is and why, what is open, and who can say. */
export interface Memo {
  readonly title: string;
  /** Of the document: the day of the answer, so that the same decision gives the same bytes. */
  readonly day: string;
  /** What stands at its head, each with its name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly blocks: readonly Block[];
}

interface MemoOptions {
  readonly names?: Names;
  /** The records that were asked: they tell who made what, and what of the evidence was not read. */
  readonly graph?: Pick<TitleGraph, "assets" | "derivations" | "findings">;
  /** As what it was recorded; left out: it was not. */
  readonly recorded?: { readonly number: number; readonly by: string; readonly at: string };
}

/** Who can answer what is asked of something: whoever made it, or who acts. */
function whomToAsk(of: string, decision: Decision, graph: MemoOptions["graph"]): string {
  if (of === decision.use.name) return `${decision.use.actor}, who acts`;
  const made = [...(graph?.derivations.values() ?? [])].find(({ id, to }) => id === of || to === of);
  if (made !== undefined) return `${made.who}, who ${made.id === of ? "did" : "made"} ${of}`;
  const asset = graph?.assets.get(of);
  if (asset === undefined) return of;
  return asset.licensor === null ? `whoever knows ${of}` : `${asset.licensor}, from whom ${of} comes`;
}

function asking(decision: Decision, { graph }: MemoOptions): Block[] {
  const asked = new Map<string, number[]>();
  for (const [at, question] of decision.questions.entries()) {
    const whom = question.control === "undertaking" ? `${decision.use.actor}, whose promise it is` : whomToAsk(question.of, decision, graph);
    asked.set(whom, [...(asked.get(whom) ?? []), at + 1]);
  }
  return section("Whom to ask", [...asked].map(([whom, questions]) => item(`${whom}: ${questions.length === 1 ? "question" : "questions"} ${sayList(questions.map(String))}`)));
}

/** Things that were not read and are told one by one. */
const mostNotRead = 50;

/** What was not read of the evidence has no part in the answer, which whoever relies on it has to know. */
function notReadIn(graph: MemoOptions["graph"]): { readonly facts: Memo["facts"]; readonly blocks: Block[] } {
  const all = graph?.findings.filter(isNotRead) ?? [];
  if (all.length === 0) return { facts: [], blocks: [] };
  const more = all.length > mostNotRead ? [item(`… and ${all.length - mostNotRead} more`)] : [];
  return {
    facts: [["Not read", `${sayCount(all.length, "thing")} of the evidence, without a part in this answer (below)`]],
    blocks: section("Evidence that was not read", [...all.slice(0, mostNotRead).map(({ detail, settle }) => item(detail, { details: [`to settle: ${settle}`] })), ...more]),
  };
}

/** On paper there is no command to ask for more. */
const onPaper = (block: Block): Block => (block.kind === "items" ? { ...block, items: block.items.map((each) => ({ ...each, details: each.details.map((detail) => detail.replace(/ \(explain r\d+ tells all\)$/, "")) })) } : block);

/** What a decision takes for granted where the law is contested, and how far the answer moves with it. */
function positions(decision: Decision, wording: Wording): Block[] {
  const { range, assumptions } = decisionParts(decision, wording);
  return range.length + assumptions.length === 0 ? [] : [{ kind: "heading", text: "Open positions and assumptions" }, ...range.slice(1), ...assumptions.slice(1)];
}

/** Of what it was asked: everything, where no instant was named. */
const knownBy = ({ basis: { knownAt } }: Decision): string => (knownAt.startsWith("9999-") ? "all that is recorded" : `what was recorded by ${knownAt}`);

function basisOf(decision: Decision): Block[] {
  const { catalogue, taxonomies, groups, graph, positions: taken, engine, asOf } = decision.basis;
  const lines = [`answer as of ${asOf}, of ${knownBy(decision)}`, `positions: ${taken}`, `catalogue ${catalogue}`, `taxonomies ${taxonomies}`, `groups of places ${groups}`, `records ${graph}`, `engine ${engine}`, `decision ${sha256(canonicalJson(decision))}`];
  return section("Basis", lines.map((line) => item(line)));
}

/** Makes the memo of a decision. It tells what the decision says, and decides nothing. */
export function memoOf(decision: Decision, options: MemoOptions = {}): Memo {
  const wording = wordingOf(decision, options.names === undefined ? {} : { names: options.names });
  const parts = decisionParts(decision, wording);
  const { recorded, graph } = options;
  const notRead = notReadIn(graph);
  return {
    title: `Memo: ${decision.use.name}`,
    day: decision.basis.asOf,
    facts: [
      ["Use", decision.use.name], ["Of", decision.use.of], ["Answer as of", decision.basis.asOf], ["Asked of", knownBy(decision)], ["Positions", decision.basis.positions],
      ["Recorded", recorded === undefined ? "no" : `as decision ${recorded.number} by ${recorded.by} at ${recorded.at}`],
      ...notRead.facts,
    ],
    blocks: [
      { kind: "heading", text: "Question" }, ...parts.question, { kind: "heading", text: "Answer" }, ...parts.verdict, ...parts.territories, ...parts.reasons.map(onPaper), ...parts.exposure, ...positions(decision, wording), ...parts.obligations,
      ...parts.questions, ...parts.remedies, ...asking(decision, options), ...notRead.blocks, ...parts.choices, ...parts.later, ...basisOf(decision),
    ],
  };
}
