import type { Status, Truth } from "@cleartitle/norms";
import type { Decision } from "../decision.js";
import type { AssetRisk } from "./risk.js";

/** A rule of law as a question names it. */
export interface CitedRule {
  readonly id: string;
  readonly title: string;
  readonly cite: string;
  readonly verified: string;
  readonly confidence: string;
}

/** One recorded answer to a deciding fact. */
export interface RecordedAnswer {
  readonly fact: string;
  readonly of: string;
  readonly value: string;
  readonly rung: string;
  readonly by: string | null;
}

export interface AssessedAnswer {
  readonly says: string;
  readonly means: string;
  /** Places in which it means this; null: in all. */
  readonly territories: readonly string[] | null;
  /** Whether what is recorded makes it the answer. */
  readonly holds: Truth;
  readonly rules: readonly CitedRule[];
}

export interface AssessedQuestion {
  readonly id: string;
  readonly ask: string;
  readonly help: string | null;
  /** What else than facts decides it; null: facts alone. */
  readonly reads: string | null;
  readonly facts: readonly { readonly fact: string; readonly ask: string; readonly help: string | null; readonly unread: string | null }[];
  readonly recorded: readonly RecordedAnswer[];
  /** `answered`: every deciding fact is recorded; `asked`: the engine waits for one of them; `open`: not recorded, and no rule waits for it now. */
  readonly state: "answered" | "partly" | "asked" | "open";
  readonly answers: readonly AssessedAnswer[];
  readonly rules: readonly CitedRule[];
  /** Contested questions it turns on, with the options in use by place. */
  readonly positions: readonly { readonly id: string; readonly question: string; readonly taken: readonly { readonly option: string; readonly says: string; readonly territories: readonly string[] }[] }[];
}

/** A questionnaire run on a use: its questions over what is recorded, and the engine's own answer. It decides nothing itself. */
export interface Assessment {
  readonly $schema: "urn:cleartitle:schema:assessment:1";
  readonly version: 1;
  readonly questionnaire: { readonly id: string; readonly title: string; readonly note: string | null; readonly verified: string; readonly reviewed: string; readonly overdue: boolean };
  readonly use: string;
  readonly decision: Status;
  readonly byTerritory: readonly { readonly territories: readonly string[]; readonly decision: Status }[];
  /** Places of the use for which the questionnaire is not meant: they are not asked here. */
  readonly outside: readonly string[];
  readonly questions: readonly AssessedQuestion[];
  /** The question that matters most now, of those that the questionnaire has or else of all. */
  readonly next: { readonly question: string | null; readonly fact: string; readonly of: string; readonly ask: string } | null;
  /** Why the answer is what it is, the worst first. */
  readonly because: readonly { readonly reason: string; readonly decision: Status; readonly asset: string; readonly action: string; readonly outcome: string; readonly instrument: string | null; readonly cites: readonly string[]; readonly territories: readonly string[] }[];
  readonly risks: readonly AssetRisk[];
  readonly watch: Decision["watch"];
  readonly basis: Decision["basis"];
}
