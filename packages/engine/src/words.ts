import type { Decision, Reason } from "./decision.js";
import { decisionBlocks, reasonItem } from "./words-section.js";
import type { PlaceOptions } from "./words-list.js";
import { toMarkdown } from "./words-markdown.js";
import { toTerminal } from "./words-terminal.js";

export interface WordsOptions {
  /** ANSI colors; the caller asks for them only on a terminal and without NO_COLOR. */
  readonly color?: boolean;
  /** Columns; 100 where nothing is said. */
  readonly width?: number;
  /** Named groups of places (of the catalogue's taxonomies), so that 27 members are said as `EU (27)`. */
  readonly groups?: PlaceOptions["groups"];
}

const layout = (options: WordsOptions): { color: boolean; width: number } => ({ color: options.color ?? false, width: Math.max(40, options.width ?? 100) });

/** A decision in plain words for a terminal: the verdict first, then territories, numbered reasons, and what they call for. */
export function sayDecision(decision: Decision, options: WordsOptions = {}): string {
  return toTerminal(decisionBlocks(decision, options.groups), layout(options));
}

/** The same words as a Markdown document, all recorded text escaped. */
export function sayDecisionInMarkdown(decision: Decision, options: Pick<WordsOptions, "groups"> = {}): string {
  return toMarkdown(decisionBlocks(decision, options.groups));
}

/** One reason by itself, as in the numbered list of its decision. */
export function sayReasonAlone(decision: Decision, reason: Reason, options: WordsOptions = {}): string {
  const places: PlaceOptions = { on: decision.use.on, ...(options.groups === undefined ? {} : { groups: options.groups }) };
  return toTerminal([{ kind: "items", ordered: false, items: [reasonItem(reason, places)] }], layout(options));
}

export { shapes } from "./words-block.js";
export { sayExposure, sayObligation, sayQuestion, sayRemedy, type ObligationWords } from "./words-duty.js";
export { sayCount, sayList, sayPlaces, type PlaceOptions } from "./words-list.js";
export { escapeMarkdown } from "./words-markdown.js";
export { escapeMarkup } from "./words-markup.js";
export { sayProof } from "./words-proof.js";
export { sayAssumption, sayChoice, sayOutbound, sayRange, sayTimelineEntry, sayWatch } from "./words-range.js";
export { plainWords, sayCite, sayLayer, sayReason, type OptionWords, type ReasonWords } from "./words-reason.js";
export { sayUse } from "./words-section.js";
export { sayStatus, withoutControls } from "./words-terminal.js";
