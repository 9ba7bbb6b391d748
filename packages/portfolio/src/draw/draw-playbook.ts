import { amountOf, type ClauseLibrary, type FieldValue, type Playbook, type Stance, type Topic } from "@cleartitle/agreements";
import type { Family } from "../family/family.js";

/** How often a version was taken, and by which agreements. */
interface TakenCount {
  readonly version: Stance;
  readonly families: readonly string[];
}

/** What was usual on one topic. */
export interface UsualTopic {
  readonly topic: string;
  readonly taken: readonly TakenCount[];
  /** Deals in which it is open or in words of the parties, which are no version. */
  readonly unlike: readonly string[];
  /** Documents that were read and speak of it: in which version nobody compared. */
  readonly read: number;
}

/** Per topic how often each version was taken. */
export function usualOf(families: readonly Family[], library: ClauseLibrary): readonly UsualTopic[] {
  const byTopic = new Map<string, { readonly family: Family; readonly term: Family["terms"][number] }[]>([...library.topics.keys()].map((topic) => [topic, []]));
  for (const family of families) for (const term of family.terms) byTopic.get(term.topic)?.push({ family, term });
  return [...byTopic].flatMap(([topic, of]): UsualTopic[] => {
    const versions = new Map<Stance, string[]>();
    const unlike: string[] = [];
    for (const { family, term } of of.filter((each) => each.term.kind === null)) {
      const version = term.state === "open" ? null : (term.term?.version ?? null);
      if (version === null || version === "own") unlike.push(family.id);
      else if (versions.has(version)) versions.get(version)!.push(family.id);
      else versions.set(version, [family.id]);
    }
    const read = new Set(of.flatMap(({ family, term }) => (term.kind === null ? [] : [family.id]))).size;
    const taken = [...versions].map(([version, ids]): TakenCount => ({ version, families: ids })).toSorted((a, b) => b.families.length - a.families.length || (a.version < b.version ? -1 : 1));
    return taken.length + unlike.length + read === 0 ? [] : [{ topic, taken, unlike, read }];
  });
}

const favoring: Readonly<Record<Playbook["side"], readonly Stance[]>> = { licensee: ["licensee", "neutral", "licensor"], licensor: ["licensor", "neutral", "licensee"] };

/** Most often taken; of those taken alike the one that favors the house. */
function wantedOf(taken: readonly TakenCount[], side: Playbook["side"]): Stance {
  const most = Math.max(...taken.map(({ families }) => families.length));
  const first = taken.filter(({ families }) => families.length === most).map(({ version }) => version);
  return favoring[side].find((version) => first.includes(version))!;
}

/** The last step of the library's ladder that was taken before. */
function downTo(topic: Topic, want: Stance, taken: readonly TakenCount[], side: Playbook["side"]): Stance | null {
  const steps = topic.fallback[side].map(({ to }) => to);
  const left = steps.slice(steps.indexOf(want) + 1).filter((to): to is Stance => to !== "walk-away" && to !== want);
  return left.findLast((to) => taken.some(({ version }) => version === to)) ?? null;
}

/** Amounts that agreements with the version had, from the least to the most; two at least, since one is no range. */
function rangesOf(topic: Topic, want: Stance, families: readonly Family[]): Playbook["topics"][string]["values"] {
  const found = Object.entries(topic.fields).flatMap(([name, field]) => {
    if (!["duration", "money", "number"].includes(field.type)) return [];
    const seen = families.flatMap((family) => family.terms.filter((term) => term.topic === topic.id && term.state === "found" && term.term?.version === want).flatMap((term) => term.term!.values.filter((value) => value.name === name).map(({ value }) => value)));
    const amounts = seen.flatMap((value): { readonly value: FieldValue; readonly unit: string; readonly amount: number }[] => {
      const amount = amountOf(value);
      return amount === null ? [] : [{ value, ...amount }];
    }).toSorted((a, b) => a.amount - b.amount);
    return amounts.length < 2 || new Set(amounts.map(({ unit }) => unit)).size > 1 ? [] : [[name, { from: amounts[0]!.value, to: amounts.at(-1)!.value }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

const shortened = (text: string): string => (text.length <= 900 ? text : `${text.slice(0, 899)}…`);

export interface DrawOptions {
  readonly library: ClauseLibrary;
  readonly side: Playbook["side"];
  readonly on: string;
  readonly id: string;
}

/** A playbook of what was usual, for a person to read and approve. null: no deal takes a version of the house. */
export function drawPlaybook(families: readonly Family[], { library, side, on, id }: DrawOptions): Playbook | null {
  const deals = families.filter(({ form }) => form === "deal");
  const topics = usualOf(deals, library).flatMap(({ topic: name, taken, unlike }): [string, Playbook["topics"][string]][] => {
    if (taken.length === 0) return [];
    const topic = library.topics.get(name)!;
    const want = wantedOf(taken, side);
    const last = downTo(topic, want, taken, side);
    const values = rangesOf(topic, want, deals);
    const said = taken.map(({ version, families: ids }) => `${version} in ${ids.length} (${ids.join(", ")})`).join("; ");
    const why = shortened(`Of ${deals.length} agreements taken as ${said}${unlike.length === 0 ? "" : `; in other words or open in ${unlike.length} (${unlike.join(", ")})`}.`);
    return [[name, { want, ...(last === null ? {} : { downTo: last }), beyond: "ask", why, ...(values === undefined ? {} : { values }) }]];
  });
  return topics.length === 0 ? null : { id, title: "What was agreed before", side, drawn: { from: deals.length, on }, topics: Object.fromEntries(topics) };
}

const flow = (value: unknown): string => (Array.isArray(value) ? `[${value.map(flow).join(", ")}]` : typeof value === "object" && value !== null ? `{ ${Object.entries(value).map(([key, each]) => `${key}: ${flow(each)}`).join(", ")} }` : JSON.stringify(value));

/** The file of a drawn playbook, as a person is to read it. */
export function playbookText({ id, title, side, drawn, topics }: Playbook): string {
  return [
    "# Drawn from agreements: what was usual, and nobody's position. Whoever answers for it reads each topic, changes it, and adds", '# approved: { by: NAME, on: "YYYY-MM-DD" }', "# Before that it is refused.",
    `id: ${flow(id)}`, `title: ${flow(title)}`, `side: ${side}`, `drawn: ${flow(drawn)}`, "topics:", ...Object.entries(topics).map(([topic, position]) => `  ${topic}: ${flow(position)}`), "",
  ].join("\n");
}
