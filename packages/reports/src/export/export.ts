import { problem, type Problem } from "@cleartitle/norms";
import { carriedTitle, isNotRead, sealed, type TitleGraph } from "@cleartitle/title";
import type { Decision } from "@cleartitle/engine";
import { card } from "./card/writer.js";
import { chainOf } from "./chain.js";
import type { Format, Sheet } from "./format.js";
import { latestRecord, outlineOf } from "./outline.js";
import { cycloneDx } from "./cyclonedx/writer.js";
import { croissant } from "./croissant/writer.js";
import { openLineage } from "./openlineage/writer.js";
import { prov } from "./prov/writer.js";
import { spdx3 } from "./spdx3/writer.js";
import { lossesOf, type Trait } from "./trait.js";

/** Every format that a graph is written in. */
export const formats: readonly Format[] = [prov, cycloneDx, spdx3, card, croissant, openLineage];

export interface ExportOptions {
  /** Writes the chain of title of this asset alone. */
  readonly of?: string;
  /** Carries the title file too, so that the graph can be taken back whole: for documents that stay in the house. */
  readonly whole?: boolean;
  /** The day or instant that the document gives as its own; left out: of the latest record. */
  readonly created?: string;
  /** Answers that go along. */
  readonly decisions?: readonly Decision[];
}

export interface Exported {
  /** `null`: it cannot be written, and the problems say why. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
  /** What a reader of the document is not told of the graph; with the title file it carries, nothing. */
  readonly losses: readonly Trait[];
}

/** Writes a graph, or the chain of one asset, in a format of others. Pure: the same graph and options give the same bytes. */
export function exportGraph(graph: TitleGraph, format: Format, options: ExportOptions = {}): Exported {
  const subject = options.of ?? null;
  if (subject !== null && !graph.assets.has(subject)) return refused("unknown-name", `there is no asset \`${subject}\``, "name one of the title file");
  const chain = subject === null ? graph : chainOf(graph, subject);
  const notRead = chain.findings.filter(isNotRead).length;
  const sheet: Sheet = {
    graph: chain, outline: outlineOf(chain, subject, format.takes), decisions: (options.decisions ?? []).map((each) => ({ ...each, notRead })), created: options.created ?? latestRecord(chain), carried: options.whole === true ? carriedTitle(chain) : null,
  };
  const why = format.refuses?.(sheet) ?? null;
  if (why !== null) return refused("usage", why.message, why.hint);
  const { text, content } = format.write(sheet);
  return { text: sheet.carried === null ? text : sealed(text, content), problems: [], losses: sheet.carried === null ? lossesOf(chain, format.keeps(sheet)) : [] };
}

const refused = (code: "unknown-name" | "usage", message: string, hint: string): Exported => ({ text: null, problems: [problem(code, message, { hint })], losses: [] });
