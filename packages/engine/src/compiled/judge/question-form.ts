import type { DecideOptions } from "../../decision.js";
import type { Question } from "../../judgment/question.js";
import type { World } from "../../world.js";
import { defaultBudget } from "../over-budget.js";
import { caseBookOf } from "./case-book.js";
import { coreOf } from "./core.js";
import { questionIn } from "./question.js";
import { foundOn, recordsOf, within } from "./recorded-thing.js";
import { alone, type Shapes } from "./shapes.js";
import { sourcesApart } from "./sources-apart.js";
import { nodeOf, type Core } from "./spot.js";

/** What a question is but for names: two of one text have one answer, told in the names of each. */
export interface QuestionForm {
  readonly text: string;
  /** Names of the things that what is acted on came from, itself first: the same places of two questions of one form stand for each other. */
  readonly names: readonly string[];
  /** Names of parties, steps and the act: those of two questions of one form may differ, and words about an answer may say them. */
  readonly others: readonly string[];
}

/** A question as far as it is about some of the sources of what is acted on, whatever is asked of that itself. */
interface QuestionPart extends QuestionForm {
  readonly sources: ReadonlySet<string>;
}

/** A question in pieces. */
export interface QuestionApart {
  /** As far as it is about what is acted on alone. */
  readonly own: QuestionForm;
  readonly parts: readonly QuestionPart[];
  /** Parts of questions in which this is the same bring the same to what is acted on in any of them. */
  readonly bringing: string;
}

/** Questions about more things are hardly ever alike; what a part brings is told of its own question, if of no other. */
const mostThings = 64;

/** The form of a named use of a world, which must exist; null: it is like no other, or about too many things for one to look. */
export function formOf(world: World, useName: string, options: DecideOptions): QuestionForm | null {
  const question = questionIn(world, useName, options);
  const core = coreOf(world, question.knownAt, defaultBudget);
  const shapes = caseBookOf(core, question).shapesOf(question.act);
  return shapes === null || question.use.recipients.length > 0 ? null : formIn(question, core, shapes);
}

/**
 * The parts of a question, each of sources by which nothing came in another way than by those of another part; null: there are none, or they bear on each other: by what is said of the use, by too many claims of the past, or
 * because what was made of sources of one kind is told apart from what was made of others. Under which license the result may go out is not looked at here.
 */
export function partsOf(world: World, useName: string, options: DecideOptions): QuestionApart | null {
  const question = questionIn(world, useName, options);
  const { use, act } = question;
  const core = coreOf(world, question.knownAt, defaultBudget);
  const shapes = caseBookOf(core, question).shapesOf(act);
  if (shapes === null || use.recipients.length > 0 || use.facts.length > 0 || act.named !== null) return null;
  const object = nodeOf(core, act.object);
  const groups = sourcesApart(object, core, shapes, question.claimBudget);
  if (groups === null || groups.reduce((sum, { things, steps }) => sum + things * steps, 0) > question.claimBudget) return null;
  const parts: QuestionPart[] = [];
  for (const { sources } of groups) {
    const form = formIn(question, core, shapes, sources);
    if (form === null) return null;
    const named = new Set<string>();
    for (const node of sources) named.add(core.graph.nodes[node]!);
    parts.push({ text: form.text, names: form.names, others: form.others, sources: named });
  }
  const bringing = `${askedIn(question)} ${shapes.ofWay(object)}`;
  // Of each source a form was found, and so of the thing itself what is recorded.
  const { licensor, steps } = recordsOf(core, shapes).of(object)!;
  const others = [act.id, ...(licensor === null ? [] : [licensor]), ...steps.flatMap(({ id, who }) => [id, who])];
  return { own: { text: `${bringing} itself ${shapes.ofSource(object)} ${JSON.stringify(foundOn(act.object, core))}`, names: [act.object], others }, parts, bringing };
}

/** Of what a name is one. */
const [thing, party, step] = [0, 1, 2] as const;

/** Names in a form, those of things, of parties and of steps each with a number in the order in which they are met. */
class Names {
  readonly of: readonly [things: string[], parties: string[], steps: string[]] = [[], [], []];
  /** Whether a name stands for two things, which could not be told in another's. */
  isTwofold = false;
  readonly #met = new Map<string, number>();

  number(kind: 0 | 1 | 2, name: string): number {
    const list = this.of[kind];
    const met = this.#met.get(name);
    if (met === undefined) {
      this.#met.set(name, list.length * 3 + kind);
      return list.push(name) - 1;
    }
    if (met % 3 !== kind) this.isTwofold = true;
    return (met - kind) / 3;
  }

  isMet(name: string): boolean {
    return this.#met.has(name);
  }
}

/** Of so few names it is counted how many come before each: sorting makes lists of its own, and most forms have two or three. */
const mostCounted = 8;

/** Where each name stands among the others by its text: answers are told in that order. */
function ranksOf(names: readonly string[]): string {
  if (names.length < 2) return "";
  if (names.length <= mostCounted) return names.map((name) => names.reduce((before, other) => (other < name ? before + 1 : before), 0)).join();
  const ranks = names.map((_, i) => i).toSorted((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const at: number[] = [];
  for (const [rank, i] of ranks.entries()) at[i] = rank;
  return at.join();
}

/** `only`: of the sources of what is acted on these alone. */
function formIn(question: Question, core: Core, shapes: Shapes, only: ReadonlySet<number> | null = null): QuestionForm | null {
  const { act } = question;
  const { nodes } = core.graph;
  const met = new Names();
  const [things, parties, steps] = met.of;
  const told = recordsOf(core, shapes);
  // Lists with their lengths before them, so that no two forms have one text.
  const says: (number | string)[] = [];
  const object = nodeOf(core, act.object);
  const order = [object];
  met.number(thing, act.object);
  for (const node of order) {
    const record = told.of(node);
    if (record === null) return null;
    // What sources bring is the same whatever is recorded of the thing itself, but for what it is on the way.
    const isApart = only !== null && node === object;
    const { sources, steps: into } = isApart ? within(record, only) : record;
    says.push(isApart ? alone : record.own, record.way, record.licensor === null ? alone : met.number(party, record.licensor), isApart ? "" : record.found, sources.length);
    for (const source of sources) {
      const number = met.number(thing, source.name);
      says.push(number, source.shape);
      // A name that was not met before has the next number.
      if (number === order.length) order.push(source.node);
    }
    for (const { source, id, who } of into) says.push("from", met.number(thing, nodes[source]!), met.number(step, id), met.number(party, who));
    if (met.isTwofold || (only === null && things.length > mostThings)) return null;
  }
  if (act.id === act.actor || met.isMet(act.id) || met.isMet(act.actor)) return null;
  return { text: `${askedIn(question)} ${says.join(" ")};${ranksOf(things)};${ranksOf(parties)};${ranksOf(steps)}`, names: things, others: [...parties, ...steps, act.id] };
}

/** How uses of some actions were asked last: many may be asked one after another of which nothing else differs but of what they are. */
const lately = new WeakMap<Question["use"]["actions"], { readonly of: Question; readonly fields: readonly (keyof Question["use"])[]; readonly text: string }>();

/** How a question is asked, whatever of. */
function askedIn(question: Question): string {
  const { use, asOf, knownAt, profile, claimBudget } = question;
  const last = lately.get(use.actions);
  if (last !== undefined && last.of.asOf === asOf && last.of.knownAt === knownAt && last.of.profile === profile && last.of.claimBudget === claimBudget && last.fields.every((field) => last.of.use[field] === use[field])) return last.text;
  const text = JSON.stringify([{ ...use, name: null, of: null }, asOf, knownAt, profile, claimBudget]);
  lately.set(use.actions, { of: question, fields: (Object.keys(use) as (keyof typeof use)[]).filter((field) => field !== "name" && field !== "of"), text });
  return text;
}
