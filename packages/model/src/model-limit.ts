/** What may be spent on a model while a program runs; beyond it nothing more is asked. */
export interface ModelLimits {
  /** Questions altogether. */
  readonly questions: number;
  /** Tokens of questions and answers altogether, by what the model reports, else by letters. */
  readonly tokens: number;
  /** Questions that are under way together. */
  readonly together: number;
  /** Characters of one question. */
  readonly characters: number;
  /** Tokens of one answer. */
  readonly answer: number;
  /** Seconds until one question is given up, further tries included. */
  readonly seconds: number;
  /** Further tries of one question, after failures that may pass. */
  readonly retries: number;
  /** After so many failures one after the other nothing more is asked. */
  readonly failures: number;
}

export const modelLimits: ModelLimits = { questions: 500, tokens: 1_000_000, together: 3, characters: 60_000, answer: 4_000, seconds: 120, retries: 2, failures: 3 };
