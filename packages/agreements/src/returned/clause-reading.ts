import { type Stance, stances } from "../clause/topic.js";
import type { OwnClause, Taken } from "../deal/deal.js";
import type { DocumentClause } from "../document/document.js";
import { evened } from "../document/part.js";
import type { Drafting } from "../document/schedule.js";
import { type DraftDifference, lineDifferences } from "./draft-difference.js";
import { valuesRead } from "./field-value.js";
import { bareOf, type Bare } from "./reference.js";
import type { Section } from "./section.js";

/** What came of a clause. */
export interface ClauseRead {
  /** null: it was taken out. */
  readonly taken: Taken | null;
  readonly shown: Bare["shown"];
  readonly differences: readonly DraftDifference[];
}

const longest = 1500;
const mostSentences = 12;

/** Lines as sentences of an own text: none too long or too short, and not too many; what is too much is joined, never dropped. */
function sentencesOf(lines: readonly string[]): string[] {
  const cut = lines.flatMap((line) => Array.from({ length: Math.ceil(line.length / longest) }, (_, at) => line.slice(at * longest, (at + 1) * longest)));
  const joined: string[] = [];
  for (const line of cut) {
    const last = joined.at(-1);
    const isShort = line.length < 3 || (last !== undefined && last.length < 3);
    if (last !== undefined && last.length + line.length < longest && (isShort || joined.length + 1 > mostSentences)) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined.map((line) => (line.length < 3 ? `${line} …` : line));
}

/** Words of the parties never hold a parameter: two braces are kept apart. */
const withoutParameters = (text: string): string => text.replaceAll("{{", "{ {");

export const ownText = (lines: readonly string[]): OwnClause => ({ text: sentencesOf(lines.map(withoutParameters)) });

/** Another version of the house that says just what stands there: what it forbids is known. */
function otherVersion(id: string, lines: readonly string[], drafting: Drafting): (Taken & { readonly version: Stance }) | null {
  const [topic, taken] = [drafting.library.topics.get(id), drafting.deal.topics[id]];
  if (topic === undefined) return null;
  for (const version of stances.filter((each) => each !== taken?.version)) {
    const values = valuesRead(lines, topic, { version, ...(taken?.with === undefined ? {} : { with: taken.with }) }, drafting);
    if (values !== null) return { version, ...(values === undefined || Object.keys(values).length === 0 ? {} : { with: values }) };
  }
  return null;
}

/** Reads one clause of the document that was sent out in what came back. */
export function clauseRead(clause: DocumentClause, sections: readonly Section[], drafting: Drafting): ClauseRead {
  const section = sections.find((each) => each.id === `clause.${clause.topic}`);
  const before = clause.sentences.map((sentence) => evened(sentence.text));
  if (section === undefined) return { taken: null, shown: [], differences: [{ kind: "removed", where: clause.topic, before: `${clause.title}: ${before.join(" ")}`, after: null, note: "the clause is not in the document any more" }] };
  const lines = [...section.lines, ...section.rows];
  if (lines.length === 0) return { taken: null, shown: [], differences: lineDifferences(clause.topic, before, [], "nothing stands under the heading of the clause any more") };
  const bare = lines.map((line, at) => (clause.sentences[at] === undefined ? null : bareOf(line, clause.sentences[at])));
  const words = bare.map((each, at) => each?.text ?? lines[at]!);
  const isTitled = section.title === null || section.title === evened(clause.title);
  const shown = bare.flatMap((each) => each?.shown ?? []);
  const { deal, library } = drafting;
  const taken = deal.topics[clause.topic];
  if (isTitled && words.length === before.length && bare.every((each) => each !== null)) {
    if (words.every((line, at) => line === before[at])) return { taken: taken ?? null, shown, differences: [] };
    const topic = library.topics.get(clause.topic);
    const values = topic === undefined || taken?.version === undefined ? null : valuesRead(words, topic, { ...taken, version: taken.version }, drafting);
    if (values !== null && values !== undefined) return { taken: { ...taken, with: values }, shown, differences: lineDifferences(clause.topic, before, words, "another value in the words of the version").map((each) => ({ ...each, kind: "value" })) };
  }
  const other = isTitled ? otherVersion(clause.topic, lines, drafting) : null;
  if (other !== null) return { taken: other, shown: [], differences: lineDifferences(clause.topic, before, lines, `the words of the house's version \`${other.version}\``).map((each) => ({ ...each, kind: "value" })) };
  const read = isTitled ? words : [`${section.title}:`, ...words];
  return { taken: { own: ownText(read) }, shown: [], differences: lineDifferences(clause.topic, isTitled ? before : [evened(clause.title), ...before], read, "words of the parties now, which nobody wrote as norms: what they forbid is unknown") };
}
