import type { VersionName } from "../../api/clause-version.js";
import type { components } from "../../api/schema.gen.js";

export type Effect = components["schemas"]["DealEffect"];
export type ReadDeal = components["schemas"]["ReadDeal"];
export type ClauseTopic = components["schemas"]["ClauseTopic"];
/** What a field of a clause is filled with, and an answer to a question of a template. */
export type FieldValue = NonNullable<components["schemas"]["TemplateAnswers"]["answers"]>[string];

/** A topic as a deal takes it. */
export interface Taken {
  readonly version?: VersionName;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly own?: unknown;
}

/** A deal file, as far as it is changed here. */
export interface Deal {
  readonly id: string;
  readonly title: string;
  readonly topics: Readonly<Record<string, Taken>>;
}

export const dealIn = (text: string): Deal => JSON.parse(text) as Deal;

/** The deal with one topic taken otherwise; null: silent on it. */
export function withTopic(text: string, topic: string, taken: Taken | null): string {
  const deal = dealIn(text);
  const { [topic]: _before, ...rest } = deal.topics;
  return JSON.stringify({ ...deal, topics: taken === null ? rest : { ...rest, [topic]: taken } });
}

const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.map(inOrder) : value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)])) : value);

/** Whether a topic is taken alike in two deals. */
export const isSameTopic = (a: Deal, b: Deal, topic: string): boolean => JSON.stringify(inOrder(a.topics[topic] ?? null)) === JSON.stringify(inOrder(b.topics[topic] ?? null));
