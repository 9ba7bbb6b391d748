import type { DecideOptions } from "../../decision.js";
import { recordedOn } from "../../explanation/recorded-finding.js";
import type { Question } from "../../judgment/question.js";
import type { World } from "../../world.js";
import { defaultBudget } from "../over-budget.js";
import { caseBookOf } from "./case-book.js";
import { coreOf } from "./core.js";
import { questionIn } from "./question.js";
import { alone, namedParties, type Shapes, spokenOf } from "./shapes.js";
import { sourcesApart } from "./sources-apart.js";
import { nodeOf, type Core } from "./spot.js";

/** What a question is but for names: two of one text have one answer, told in the names of each. */
export interface QuestionForm {
  readonly text: string;
  /** Names of the things that what is acted on came from, itself first: the same places of two questions of one form stand for each other. */
  readonly names: readonly string[];
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
 * The parts of a question, each of sources that have nothing upstream in common with those of another; null: there are none, or they bear on each other: by what is said of the use, by too many claims of the past, or
 * because what was made of sources of one kind is told apart from what was made of others. Under which license the result may go out is not looked at here.
 */
export function partsOf(world: World, useName: string, options: DecideOptions): QuestionApart | null {
  const question = questionIn(world, useName, options);
  const { use, act } = question;
  const core = coreOf(world, question.knownAt, defaultBudget);
  const shapes = caseBookOf(core, question).shapesOf(act);
  if (shapes === null || use.recipients.length > 0 || use.facts.length > 0 || act.named !== null) return null;
  const object = nodeOf(core, act.object);
  const groups = sourcesApart(object, core);
  if (groups === null || groups.reduce((sum, { things, steps }) => sum + things * steps, 0) > question.claimBudget) return null;
  const parts: QuestionPart[] = [];
  for (const { sources } of groups) {
    const form = formIn(question, core, shapes, sources);
    if (form === null) return null;
    parts.push({ ...form, sources: new Set([...sources].map((node) => core.graph.nodes[node]!)) });
  }
  const bringing = `${askedIn(question)} ${shapes.ofWay(object)}`;
  return { own: { text: `${bringing} itself ${shapes.ofSource(object)} ${JSON.stringify(foundOn(act.object, core))}`, names: [act.object] }, parts, bringing };
}

/** Kinds of what is wrong with a thing as it was recorded. */
const foundOn = (name: string, { world: { graph } }: Core): string[] => (recordedOn(graph).get(name) ?? []).map((each) => each.kind);

/** Numbers by which names are told apart, in the order in which they are met. */
class Numbered {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      this.#numbers.set(name, (number = this.names.length));
      this.names.push(name);
    }
    return number;
  }

  /** Where each name stands among the others by its text: answers are told in that order. */
  get ranks(): string {
    if (this.names.length < 2) return "";
    const ranks = this.names.map((_, i) => i).toSorted((a, b) => (this.names[a]! < this.names[b]! ? -1 : 1));
    const at: number[] = [];
    for (const [rank, i] of ranks.entries()) at[i] = rank;
    return at.join();
  }
}

interface Source {
  readonly node: number;
  readonly name: string;
  /** What is recorded of it and of the step from it, by number. */
  readonly shape: readonly number[];
}

/** `only`: of the sources of what is acted on these alone. */
function formIn(question: Question, core: Core, shapes: Shapes, only: ReadonlySet<number> | null = null): QuestionForm | null {
  const { act } = question;
  const { graph: { nodes, edges, derivations }, world: { graph }, state: { endings } } = core;
  const [things, parties, steps] = [new Numbered(), new Numbered(), new Numbered()];
  const [named, spoken] = [namedParties(core), spokenOf(core)];
  // Lists with their lengths before them, so that no two forms have one text.
  const told: (number | string)[] = [];
  const object = nodeOf(core, act.object);
  const order = [object];
  things.of(act.object);
  for (const node of order) {
    const name = nodes[node]!;
    const licensor = graph.assets.get(name)?.licensor ?? null;
    const found = foundOn(name, core);
    const isCounted = (source: number): boolean => only === null || node !== object || only.has(source);
    const sources = sourcesOf(node, core, shapes, isCounted);
    const [own, way] = [shapes.ofSource(node), shapes.ofWay(node)];
    // What was done with a thing and left nothing is an earlier act on it.
    if (sources === null || own === alone || way === alone || endings.at(node).length > 0 || new Set(found).size < found.length) return null;
    // What sources bring is the same whatever is recorded of the thing itself, but for what it is on the way.
    const isApart = only !== null && node === object;
    told.push(isApart ? alone : own, way, licensor === null ? alone : parties.of(licensor), isApart ? "" : JSON.stringify(found), sources.length);
    for (const source of sources) told.push(things.of(source.name), ...source.shape);
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      if (!isCounted(edges.inSource[i]!)) continue;
      const { id, who, acts } = derivations[edges.derivation[edges.into[i]!]!]!;
      if (named.has(who) || acts.length > 0 || spoken.has(id)) return null;
      told.push("from", things.of(nodes[edges.inSource[i]!]!), steps.of(id), parties.of(who));
    }
    // A name that was not met before has the next number.
    for (const source of sources) if (things.of(source.name) === order.length) order.push(source.node);
    if (only === null && things.names.length > mostThings) return null;
  }
  const names = [...things.names, ...parties.names, ...steps.names, act.id, act.actor];
  // A name that stands for two things could not be told in another's.
  if (new Set(names).size < names.length) return null;
  return { text: `${askedIn(question)} ${told.join(" ")};${things.ranks};${parties.ranks};${steps.ranks}`, names: things.names };
}

const asked = new WeakMap<Question, string>();

/** How a question is asked, whatever of. */
function askedIn(question: Question): string {
  const { use, asOf, knownAt, profile, claimBudget } = question;
  let text = asked.get(question);
  if (text === undefined) asked.set(question, (text = JSON.stringify([{ ...use, name: null, of: null }, asOf, knownAt, profile, claimBudget])));
  return text;
}

/** What a thing came from, in an order that does not hang on names where what is recorded differs; null: one of them is like no other. */
function sourcesOf(node: number, { graph: { nodes, edges } }: Core, shapes: Shapes, isCounted: (source: number) => boolean): Source[] | null {
  const found = new Map<number, Source>();
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
    const source = edges.inSource[i]!;
    if (found.has(source) || !isCounted(source)) continue;
    const shape = [shapes.ofStep(node, source), shapes.ofSource(source), shapes.ofWay(source)];
    if (shape.includes(alone)) return null;
    found.set(source, { node: source, name: nodes[source]!, shape });
  }
  return [...found.values()].toSorted((a, b) => a.shape[0]! - b.shape[0]! || a.shape[1]! - b.shape[1]! || a.shape[2]! - b.shape[2]! || (a.name < b.name ? -1 : 1));
}
