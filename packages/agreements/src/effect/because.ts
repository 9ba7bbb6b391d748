import type { Decision } from "@cleartitle/engine";
import { type Compiled, further } from "../compile/compile.js";
import type { DealAsker, DealState } from "./asked-deal.js";
import type { DealPart } from "./deal-part.js";
import { reasonsAt } from "./use-change.js";

/** A sentence that one of two states has and the other has not, or says otherwise. */
export interface SentenceChange {
  readonly topic: string;
  readonly cite: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Which parts of a deal make an answer what it becomes. */
export interface Because {
  /** Each of these alone does. */
  readonly alone: readonly string[];
  /** Where none does alone: a smallest group of parts that together does; without any one of them the answer is another. */
  readonly together: readonly string[];
  /** The sentences that do it: of the clauses named, those that the reasons cite, or where none is cited all that differ. */
  readonly sentences: readonly SentenceChange[];
}

const textOf = ({ clauses }: Compiled, topic: string): readonly string[] => clauses.find((clause) => clause.topic === topic)?.text ?? [];

/** Words outside of every topic that one state has alone. */
function furtherBetween(before: Compiled, after: Compiled): SentenceChange[] {
  const [was, is] = [before, after].map(({ notCompiled }) => notCompiled.filter((note) => note.topic === further.id));
  const alone = (list: typeof was, other: typeof was): NonNullable<typeof was> => list!.filter((note) => !other!.some((each) => each.text === note.text));
  return [...alone(was, is).map(({ topic, cite, text }) => ({ topic, cite, before: text, after: null })), ...alone(is, was).map(({ topic, cite, text }) => ({ topic, cite, before: null, after: text }))];
}

/** Sentences of a part that differ, each under its number; of parties, assets and the like there are none. */
export function sentencesBetween(before: Compiled, after: Compiled, part: DealPart): SentenceChange[] {
  if (part.number === null) return part.id === further.id ? furtherBetween(before, after) : [];
  const [was, is] = [textOf(before, part.id), textOf(after, part.id)];
  const [gone, come] = [was.map((text) => (is.includes(text) ? null : text)), is.map((text) => (was.includes(text) ? null : text))];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, at): SentenceChange => ({ topic: part.id, cite: `${part.number}.${at + 1}`, before: gone[at] ?? null, after: come[at] ?? null }))
    .filter((each) => each.before !== null || each.after !== null);
}

/** Sentences of a text that the reasons of an answer cite, also those of options that do not serve, and of past acts that it rests on. */
function citedAt(decision: Decision, place: string, instrument: string): string[] {
  const cites = reasonsAt(decision, place).flatMap((reason) => [reason, ...reason.options].flatMap((each) => (each.instrument === instrument && each.cite !== null ? [each.cite] : [])));
  const past = reasonsAt(decision, place).some((reason) => reason.tense === "past") ? decision.exposure.flatMap(({ why }) => (why.startsWith(`${instrument} `) ? [why.slice(instrument.length + 1)] : [])) : [];
  return [...cites, ...past].flatMap((cite) => cite.split("; "));
}

export interface Caused {
  readonly use: string;
  readonly place: string;
  readonly before: DealState;
  readonly after: DealState;
}

/** A smallest group of parts that makes the answer: parts are left out one by one as long as it stays. */
function smallest(asker: DealAsker, parts: readonly DealPart[], { use, place, after }: Caused): string[] {
  const wanted = asker.answerAt(after, use, place);
  return parts.reduce<string[]>((kept, { id }) => {
    const without = kept.filter((each) => each !== id);
    const found = asker.state(without);
    return "state" in found && asker.answerAt(found.state, use, place) === wanted ? without : kept;
  }, parts.map((part) => part.id));
}

/** Which clauses make an answer what it becomes at a place, and with which sentences; none are named where more than `most` decisions were asked for. */
export function becauseOf(asker: DealAsker, parts: readonly DealPart[], caused: Caused, most: number): Because {
  const { use, place, before, after } = caused;
  const wanted = asker.answerAt(after, use, place);
  const alone = parts.filter(({ id }) => {
    const found = asker.state([id]);
    return "state" in found && asker.answerAt(found.state, use, place) === wanted;
  }).map((part) => part.id);
  const together = alone.length > 0 || asker.decided > most ? [] : smallest(asker, parts, caused);
  const changed = parts.filter(({ id }) => alone.includes(id) || together.includes(id)).flatMap((part) => sentencesBetween(before.compiled, after.compiled, part));
  const { id } = after.compiled.instrument;
  const cited = new Set([before, after].flatMap((state) => citedAt(asker.decide(state.world, use, {}), place, id)));
  const named = changed.filter((each) => cited.has(each.cite));
  // A clause of which no sentence is cited is told whole: it acts by what it does not say any more.
  return { alone, together, sentences: changed.filter((each) => cited.has(each.cite) || !named.some((other) => other.topic === each.topic)) };
}
