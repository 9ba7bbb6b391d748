import { canonicalJson, problem, type Problem } from "@cleartitle/norms";
import { boundsOf, printBounds } from "../bounds.js";
import type { FactRecord, QuantityRecord, Statement, TitleGraph } from "../graph.js";
import { applyChanges, type ChangeSet } from "../graph-change.js";
import { type Answer, answerChanges, type Answering, isBounds, meeting, type StandingWord, standing, statementOf, subjectOf, takesIn } from "./answer.js";
import type { Bearer } from "./bearer.js";

/** What an answer meets: it says what is said already, something stands against it, or it can be recorded. */
export type Met<T> = "already" | { readonly message: string; readonly hint: string } | { readonly said: T };

export const sayValue = (value: Answer["value"]): string => (isBounds(value) ? printBounds(value) : String(value));

/** The facts and quantities that a record of the graph bears itself. */
function borne(graph: TitleGraph, of: Bearer): readonly (FactRecord | QuantityRecord)[] {
  if (of.kind === "use") return [...(graph.uses.get(of.id)?.facts ?? []), ...(graph.uses.get(of.id)?.scale ?? [])];
  return of.kind === "acquisition" ? (graph.assets.get(of.asset)?.acquired[of.index]?.facts ?? []) : [];
}

const nameOf = (record: FactRecord | QuantityRecord): string => ("fact" in record ? record.fact : record.quantity);

/** An answer that becomes a statement: it corrects the word before it and never takes its place. */
export function meetStatement(graph: TitleGraph, about: Statement["about"], answer: Answer, answering: Answering): Met<Omit<Statement, "id">> {
  const { id } = about;
  const { fact, value } = answer;
  if (isBounds(value) && about.kind !== "party") return { message: `\`${fact}\` of \`${id}\` takes one value, not bounds`, hint: "write it as a value" };
  const said = statementOf(graph, about, answer, answering);
  const earlier = meeting(standing(graph, about, said.what), said.valid);
  const isSame = (word: StandingWord): boolean => canonicalJson(word.value) === canonicalJson(value);
  if (earlier.length > 0 && earlier.every(isSame) && earlier.every((word) => word.rung === said.rung && takesIn(word.valid, said.valid))) return "already";
  if (said.rung !== "concluded" && earlier.some((word) => word.rung === "concluded"))
    return { message: `somebody concluded \`${fact}\` of \`${id}\` already`, hint: "a person corrects a conclusion: say who with --by" };
  if (said.rung !== "concluded" && said.supersedes === null && earlier.some((word) => !isSame(word)))
    return {
      message: earlier.length > 1 ? `several statements on \`${fact}\` of \`${id}\` stand beside each other` : `\`${fact}\` of \`${id}\` is recorded otherwise, for other days too`,
      hint: "one more settles nothing: say with --by who concludes",
    };
  return { said };
}

/** An answer about a use, or about one of several copies that were got. What a plan says can be said anew, what a copy records of itself cannot. `said`: the one record that it takes the place of. */
export function meetFact(graph: TitleGraph, { of, fact, value }: Answer): Met<FactRecord | QuantityRecord | null> {
  const earlier = borne(graph, of).filter((each) => nameOf(each) === fact);
  const same = earlier.some((each) => ("fact" in each ? canonicalJson(each.value) === canonicalJson(value) : isBounds(value) && canonicalJson(boundsOf(each)) === canonicalJson(value)));
  if (same) return "already";
  if (earlier.length > 0 && (of.kind !== "use" || earlier.length > 1))
    return { message: `\`${fact}\` of \`${of.id}\` is recorded otherwise`, hint: "evidence is not written over, and of several copies a statement could not tell which it speaks of: give the copy an `id`" };
  return { said: earlier[0] ?? null };
}

/** Answers as changes of a graph, each on top of those before it; or what stands against any of them. */
export function changesOfAnswers(graph: TitleGraph, answers: readonly Answer[], answering: Answering): { readonly changes: ChangeSet; readonly notes: readonly string[]; readonly problems: readonly Problem[] } {
  const [changes, notes, problems]: [ChangeSet[number][], string[], Problem[]] = [[], [], []];
  let now = graph;
  for (const [index, answer] of answers.entries()) {
    const about = subjectOf(now, answer.of);
    const met = about === null ? meetFact(now, answer) : meetStatement(now, about, answer, answering);
    const says = `${answer.fact} of ${answer.of.id} is ${sayValue(answer.value)}`;
    if (met === "already") notes.push(`${says} already`);
    else if ("message" in met) problems.push(problem("conflict", met.message, { hint: met.hint, offending: answer.fact, pointer: `/answers/${index}` }));
    else {
      const step = answerChanges(now, answer, answering);
      now = applyChanges(now, step);
      changes.push(...step);
      notes.push(says);
    }
  }
  return { changes, notes, problems };
}
