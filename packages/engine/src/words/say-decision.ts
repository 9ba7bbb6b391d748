import type { Decision, Reason } from "../decision.js";
import { decisionBlocks, reasonItem } from "./section.js";
import type { PlaceOptions } from "./list.js";
import { toMarkdown } from "./markdown.js";
import { toTerminal } from "./terminal.js";

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

export { shapes } from "./block.js";
export { sayExposure, sayObligation, sayQuestion, sayRemedy, type ObligationWords } from "./duty.js";
export { sayCount, sayList, sayPlaces, type PlaceOptions } from "./list.js";
export { escapeMarkdown } from "./markdown.js";
export { escapeMarkup } from "./markup.js";
export { sayProof } from "./proof.js";
export { sayAssumption, sayChoice, sayOutbound, sayRange, sayTimelineEntry, sayWatch } from "./range.js";
export { plainWords, sayCite, sayLayer, sayReason, type OptionWords, type ReasonWords } from "./reason.js";
export { sayUse } from "./section.js";
export { sayStatus, withoutControls } from "./terminal.js";
