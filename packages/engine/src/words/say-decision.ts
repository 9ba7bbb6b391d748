import type { Decision, Reason } from "../decision.js";
import type { Block } from "./block.js";
import { wordingOf } from "./entry.js";
import type { PlaceOptions } from "./list.js";
import { toMarkdown } from "./markdown.js";
import type { Names } from "./names.js";
import { decisionBlocks, reasonItem } from "./section.js";
import { toTerminal } from "./terminal.js";

export interface WordsOptions {
  /** ANSI colors; the caller asks for them only on a terminal and without NO_COLOR. */
  readonly color?: boolean;
  /** Columns; 100 where nothing is said. */
  readonly width?: number;
  /** Named groups of places (of the catalogue's taxonomies), so that 27 members are said as `EU (27)`. */
  readonly groups?: PlaceOptions["groups"];
  /** Titles of actions, duties, fields, licenses and laws, and the questions of facts and positions; ids are said without. */
  readonly names?: Names;
  /** Tell everything: every option and act by itself, no list cut. */
  readonly full?: boolean;
}

const layout = (options: WordsOptions): { color: boolean; width: number } => ({ color: options.color ?? false, width: Math.max(40, options.width ?? 100) });

/** What a catalogue and a title graph call things. */
export const namesOf = (world: { readonly catalogue: Omit<Names, "derivations">; readonly graph: Pick<Names, "derivations" | "instruments"> }): Names => {
  const { taxonomies, laws, positions } = world.catalogue;
  const { derivations } = world.graph;
  const instruments = new Map([...(world.catalogue.instruments ?? []), ...(world.graph.instruments ?? [])]);
  return {
    instruments, ...(taxonomies === undefined ? {} : { taxonomies }), ...(laws === undefined ? {} : { laws }),
    ...(positions === undefined ? {} : { positions }), ...(derivations === undefined ? {} : { derivations }),
  };
};

/** A decision in plain words for a terminal: the verdict first, then territories, numbered reasons, and what they call for. */
export function sayDecision(decision: Decision, options: WordsOptions = {}): string {
  return toTerminal(decisionBlocks(decision, wordingOf(decision, options)), layout(options));
}

/** The same words as a Markdown document, all recorded text escaped. */
export function sayDecisionInMarkdown(decision: Decision, options: Pick<WordsOptions, "groups" | "names" | "full"> = {}): string {
  return toMarkdown(decisionBlocks(decision, wordingOf(decision, options)));
}

/** One reason by itself with all its options and facts. */
export function sayReasonAlone(decision: Decision, reason: Reason, options: WordsOptions = {}): string {
  return toTerminal([{ kind: "items", ordered: "ids", items: [reasonItem(decision, reason, wordingOf(decision, { ...options, full: true }))] }], layout(options));
}

/** Blocks of any kind laid out for a terminal or as Markdown. */
export const sayBlocks = (blocks: readonly Block[], options: Pick<WordsOptions, "color" | "width"> = {}): string => toTerminal(blocks, layout(options));
export const sayBlocksInMarkdown = (blocks: readonly Block[]): string => toMarkdown(blocks);

export { type Block, type Item, item, section, shapes } from "./block.js";
export { compareBlocks, compareInstruments, type Change } from "./compare.js";
export { sayNorm } from "./norm.js";
export { sayPremises } from "./premise.js";
export { instrumentBlocks, lawBlocks, positionBlocks } from "./record.js";
export { sayDuration, sayObligation, type ObligationWords } from "./duty.js";
export { reasonEntries, reasonLines, territoryLines, wordingOf, type ReasonEntry } from "./entry.js";
export { firstRuns, idRuns, mostRuns, sayIds, sayQuestion, sayRemedies } from "./follow-up.js";
export { sayCount, sayList, sayPlaces, type PlaceOptions } from "./list.js";
export { escapeMarkdown } from "./markdown.js";
export { escapeMarkup } from "./markup.js";
export { plainWords, sayCite, type Names, type Wording } from "./names.js";
export type { OptionWords } from "./option.js";
export { pastFacts, sayExposure, sortExposure } from "./past.js";
export { sayProof } from "./proof.js";
export { decisionParts } from "./section.js";
export { protectionBlocks } from "./protection.js";
export { sayAssumption, sayChoice, sayOutbound, sayRange, sayTimelineEntry, sayWatch } from "./range.js";
export { sayLayer, sayReason, type ReasonWords } from "./reason.js";
export { sayStatus, withoutControls } from "./terminal.js";
export { sayUse } from "./use.js";
