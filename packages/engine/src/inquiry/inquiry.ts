import type { Status } from "@cleartitle/norms";
import type { Bearer } from "@cleartitle/title";
import type { DecideOptions, Decision } from "../decision.js";
import type { World } from "../world.js";
import type { AssetRisk } from "./risk.js";

/** Decides one use: either evaluator, as its entrance is. */
export type Decide = (world: World, use: string, options: DecideOptions) => Decision;

/** A rule or text that would speak, or speak otherwise, if the fact were known. */
export interface FactNeed {
  /** Rule of law or instrument; null: the table of what persists, or the state of a past act. */
  readonly instrument: string | null;
  readonly norm: string | null;
  readonly title: string | null;
  readonly cite: string | null;
  /** What the fact does there: opens an exception or another basis, shows whose the thing is, a ban, a duty, whether its matter is there, a past act. */
  readonly as: "excepted" | "unprotected" | "granted" | "owned" | "ban" | "duty" | "presence" | "past";
  readonly asset: string;
  readonly action: string;
  /** The past act in question; null: the use itself. */
  readonly act: string | null;
  readonly needs: string;
  readonly territories: readonly string[];
}

/** What an answer changes in some places. */
export interface AnswerEffect {
  readonly territories: readonly string[];
  readonly before: Status;
  readonly after: Status;
}

export interface PossibleAnswer {
  readonly value: string;
  /** `FACT@OF=VALUE`, as the command that records it takes it. */
  readonly write: string;
  /** Decided again with this answer and all else as it is; null: not asked for. Empty: no place changes. */
  readonly effects: readonly AnswerEffect[] | null;
  /** States of past acts that change with it, such as `d1 acquire works (copyright): unknown → open`. */
  readonly exposure: readonly string[] | null;
}

/** One fact that judgments lack, asked once of what bears it. */
export interface AskedFact {
  readonly fact: string;
  readonly of: string;
  /** Where the answer is recorded; null: nothing in the file can hold it, and `ask` says what to do. */
  readonly bearer: Bearer["kind"] | null;
  readonly control: "undertaking" | "circumstance";
  readonly type: "boolean" | "enum" | "date" | "number" | "text" | "places" | "quantity" | "license" | "verification";
  readonly ask: string;
  readonly help: string | null;
  /** Ids of the unresolved reasons that hang on it. */
  readonly settles: readonly string[];
  readonly needs: readonly FactNeed[];
  /** What can be answered; empty where answers cannot be listed (a date, a text, a license). */
  readonly answers: readonly PossibleAnswer[];
}

/** Everything that is asked of somebody before a use can be decided, what settles most first. */
export interface Inquiry {
  readonly $schema: "urn:cleartitle:schema:questions:1";
  readonly version: 1;
  readonly use: string;
  readonly decision: Status;
  readonly byTerritory: readonly { readonly territories: readonly string[]; readonly decision: Status }[];
  readonly questions: readonly AskedFact[];
  /** Questions beyond those shown, and answers that were not decided again. */
  readonly cut: { readonly questions: number; readonly answers: number };
  /** Of assets whose type of source is recorded: how risky it is. A report, and the basis of nothing. */
  readonly risks: readonly AssetRisk[];
  readonly basis: Decision["basis"];
}
