import type { Decision } from "@cleartitle/engine";
import type { Statement, TitleGraph } from "@cleartitle/title";
import type { Outline } from "./outline.js";
import type { Keeps } from "./trait.js";

/** What a document is written from. */
export interface Sheet {
  readonly graph: TitleGraph;
  readonly outline: Outline;
  /** Answers of named uses that go along, each with the asset that it is of. */
  readonly decisions: readonly SentDecision[];
  /** The day or instant that the document gives as its own; `null`: it gives none. */
  readonly created: string | null;
  /** The title file that it is to carry; `null`: none. */
  readonly carried: string | null;
}

/** A format that is written. A writer is pure: the same sheet gives the same bytes. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** The licenses for which it has a place of its own; default: all of the whole thing. */
  readonly takes?: (statement: Statement) => boolean;
  /** Why a sheet cannot be written in it; `null`: it can. */
  refuses?(sheet: Sheet): { readonly message: string; readonly hint: string } | null;
  /** The text, and the value that its carried title file is sealed with. */
  write(sheet: Sheet): { readonly text: string; readonly content: unknown };
  /** What a reader of others' documents takes out of it again. */
  keeps(sheet: Sheet): Keeps;
}

/** What is said is not silent: a key without a value is left out of a document. */
export const spoken = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)));

/** A document in JSON, laid out the same everywhere. */
export const jsonDocument = (content: unknown): { readonly text: string; readonly content: unknown } => ({ text: `${JSON.stringify(content, null, 2)}\n`, content });

/** A day as an instant, which is what documents take; an instant as it is. */
export const instantOf = (day: string, end = false): string => (day.length > 10 ? day : `${day}T${end ? "23:59:59" : "00:00:00"}Z`);

/** An answer that goes along, with how much of the evidence could not be read and has no part in it. */
export interface SentDecision extends Decision {
  readonly notRead: number;
}

/** How an answer is told beside what it is of: the answer, where, for what, what it was given on, and whether something of that was not read. */
export const sayDecision = ({ use, decision, byTerritory, basis, notRead }: SentDecision): string =>
  JSON.stringify({
    use: use.name, decision, byTerritory: byTerritory.map((each) => ({ territories: each.territories, decision: each.decision })), actions: use.actions, purpose: use.purpose, on: use.on, asOf: basis.asOf,
    graph: basis.graph, catalogue: basis.catalogue, engine: basis.engine, ...(notRead === 0 ? {} : { notRead }),
  });
