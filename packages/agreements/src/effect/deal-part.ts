import { canonicalJson } from "@cleartitle/norms";
import type { FieldValue } from "../clause/field.js";
import type { ClauseLibrary } from "../clause/library.js";
import type { Stance } from "../clause/topic.js";
import { further } from "../compile/compile.js";
import type { Deal, Taken } from "../deal/deal.js";

/** What names a state of a deal and is no part of what is agreed. */
const names: ReadonlySet<string> = new Set(["$schema", "id", "title", "written", "topics"]);

/** A clause as it is taken; null: the deal is silent on it. */
interface TakenBriefly {
  readonly version: Stance | "own" | null;
  readonly with: Readonly<Record<string, FieldValue>>;
}

/** One part of a deal in which two states of it differ: a topic, or what stands around the topics. */
export interface DealPart {
  /** Id of the topic; of what stands around the topics the key of the deal, such as `parties` or `assets`. */
  readonly id: string;
  /** Number of the topic; null: no topic. */
  readonly number: number | null;
  readonly title: string;
  readonly change: "added" | "removed" | "version" | "values" | "words";
  readonly before: TakenBriefly;
  readonly after: TakenBriefly;
}

const brief = (taken: Taken | undefined): TakenBriefly => ({ version: taken === undefined ? null : (taken.version ?? "own"), with: taken?.with ?? {} });

function changeOf(before: TakenBriefly, after: TakenBriefly): DealPart["change"] {
  if (before.version === null) return "added";
  if (after.version === null) return "removed";
  return before.version !== after.version ? "version" : before.version === "own" ? "words" : "values";
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const titles: Readonly<Record<string, string>> = { parties: "Parties", assets: "What is licensed", signed: "Signature", [further.id]: further.title };

type Around = Readonly<Record<string, unknown>>;

/** Every part in which two states of a deal differ: what stands around the topics first, then topics by their numbers. */
export function partsBetween(before: Deal, after: Deal, library: ClauseLibrary): DealPart[] {
  const nothing: TakenBriefly = { version: null, with: {} };
  const [was, is]: readonly Around[] = [before, after];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !names.has(key) && !isSame(was![key], is![key])).toSorted();
  const around = keys.map((id): DealPart => ({ id, number: null, title: titles[id] ?? id, change: "values", before: nothing, after: nothing }));
  const topics = [...library.topics.values()].filter(({ id }) => !isSame(before.topics[id], after.topics[id])).map(({ id, number, title }): DealPart => {
    const [taken, now] = [brief(before.topics[id]), brief(after.topics[id])];
    return { id, number, title, change: changeOf(taken, now), before: taken, after: now };
  });
  return [...around, ...topics];
}

/** The keys of one record and of another, each from the one that `isOther` tells. */
const mixed = (one: Around, other: Around, isOther: (key: string) => boolean): Around =>
  Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const value = (isOther(key) ? other : one)[key];
    return value === undefined ? [] : [[key, value] as const];
  }));

/** A deal in which some parts are as in another state of it, and all else as it is. */
export function withParts(deal: Deal, other: Deal, ids: ReadonlySet<string>): Deal {
  const has = (key: string): boolean => ids.has(key);
  return { ...(mixed(deal, other, has) as Deal), topics: mixed(deal.topics, other.topics, has) as Deal["topics"] };
}
