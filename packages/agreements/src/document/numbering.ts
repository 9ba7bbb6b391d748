import type { Deal } from "../deal/deal.js";
import type { Piece, Target } from "./document.js";
import type { GroupFrame, ScheduleId } from "./document-frame.js";

/** Headings with the topics of a deal under them: none without. */
export function headingsOf(deal: Deal, { frame, own }: { readonly frame: readonly GroupFrame[]; readonly own: readonly GroupFrame[] }): readonly GroupFrame[] {
  const taken = new Set(Object.keys(deal.topics));
  const placed = new Set(own.flatMap((group) => group.topics));
  const late = frame.map((group) => ({ ...group, topics: group.topics.filter((id) => !placed.has(id)) }));
  const joined = own.map((group) => ({ ...group, topics: [...group.topics, ...(late.find((each) => each.id === group.id)?.topics ?? [])] }));
  const further = late.filter((group) => !own.some((each) => each.id === group.id));
  return [...joined, ...further].map((group) => ({ ...group, topics: group.topics.filter((id) => taken.has(id)) })).filter((group) => group.topics.length > 0);
}

/** Numbers of what references point to. */
export interface Numbers {
  readonly clauses: ReadonlyMap<string, string>;
  readonly schedules: ReadonlyMap<ScheduleId, string>;
}

/** Definitions are the first heading, so that clauses begin with the second. */
const before = 1;

export const groupNumber = (index: number): string => String(index + 1 + before);

/** Schedules have letters, and are called by their word: `Schedule A`. */
export const numbersOf = (headings: readonly GroupFrame[], schedules: readonly ScheduleId[], word: string): Numbers => ({
  clauses: new Map(headings.flatMap((group, index) => group.topics.map((id, nth) => [id, `${groupNumber(index)}.${nth + 1}`] as const))),
  schedules: new Map(schedules.map((id, index) => [id, `${word} ${String.fromCodePoint(65 + index)}`])),
});

export const plain = (text: string): Piece => ({ kind: "text", text });
const added = (text: string): Piece => ({ kind: "text", text, added: true });

export function referenceTo(to: Target, numbers: Numbers): Piece | null {
  const number = to.kind === "clause" ? numbers.clauses.get(to.topic) : numbers.schedules.get(to.schedule);
  return number === undefined ? null : { kind: "reference", to, number };
}

/** Behind the words that point somewhere: ` (clause 4.2)`, ` (clauses 4.2, 5.1 and 6.3)`, ` (Schedule F)`. */
export function pointing(word: string | null, references: readonly Piece[]): Piece[] {
  if (references.length === 0) return [];
  const between = (index: number): Piece[] => (index === 0 ? [] : [added(index === references.length - 1 ? " and " : ", ")]);
  return [added(word === null ? " (" : ` (${word}${references.length > 1 ? "s" : ""} `), ...references.flatMap((reference, index) => [...between(index), reference]), added(")")];
}
