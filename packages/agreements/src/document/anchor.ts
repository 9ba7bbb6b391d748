import type { AgreementDocument, Target } from "./document.js";
import { clausesOf } from "./document.js";

/** Word knows marks of forty signs, which begin with a letter or `_`; those that begin with `_` are hidden. */
const longest = 40;

const targetKey = (to: Target): string => (to.kind === "clause" ? `clause.${to.topic}` : `schedule.${to.schedule}`);

/** What can be pointed at, or must be known again when the document comes back: by its id, the mark that it has in the document. */
export interface Anchors {
  of(id: string): string;
  to(target: Target): string;
  /** The id of what has a mark; null: nothing of this document. */
  idOf(mark: string): string | null;
}

/** Marks by the ids of headings, clauses, sentences and lines. Two documents of one deal have the same. */
export function anchorsOf(document: AgreementDocument): Anchors {
  const clauses = clausesOf(document);
  const ids = [
    ...document.opening.map((line) => line.id), ...document.definitions.entries.map((line) => line.id), ...document.groups.map((group) => `group.${group.id}`),
    ...clauses.flatMap((clause) => [`clause.${clause.topic}`, ...clause.sentences.map((sentence) => sentence.id)]), ...document.schedules.map((schedule) => `schedule.${schedule.id}`), "definitions", "signature", "contents",
  ];
  const marks = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const id of ids) {
    const name = `_${id.replaceAll(/[^A-Za-z0-9]/g, "_")}`;
    const mark = name.length > longest || taken.has(name) ? `_m${taken.size}` : name;
    marks.set(id, mark);
    taken.set(mark, id);
  }
  const of = (id: string): string => marks.get(id)!;
  return { of, to: (target) => of(targetKey(target)), idOf: (mark) => taken.get(mark) ?? null };
}

interface Entry {
  readonly level: 1 | 2;
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** The contents: headings, clauses and schedules. */
export const contentsOf = (document: AgreementDocument): readonly Entry[] => [
  { level: 1, id: "definitions", number: document.definitions.number, title: document.definitions.title },
  ...document.groups.flatMap((group): Entry[] => [
    { level: 1, id: `group.${group.id}`, number: group.number, title: group.title }, ...group.clauses.map((clause): Entry => ({ level: 2, id: `clause.${clause.topic}`, number: clause.number, title: clause.title })),
  ]),
  ...document.schedules.map((schedule): Entry => ({ level: 1, id: `schedule.${schedule.id}`, number: schedule.number, title: schedule.title })),
];
