import type { Outline } from "../outline.js";
import { type Block, item, section } from "./block.js";
import { wordingOf } from "./entry.js";
import { sayCount } from "./list.js";
import { toMarkdown } from "./markdown.js";
import type { WordsOptions } from "./say-decision.js";
import { decisionBlocks } from "./section.js";
import { toTerminal } from "./terminal.js";

/** How many kinds are told before the rest is counted. */
const most = 50;

/** The answer about one thing of each kind, and for how many each of them stands. */
function outlineBlocks({ things, kinds, decision }: Outline, options: WordsOptions): Block[] {
  const standing = kinds.filter((kind) => kind.things > 1).toSorted((a, b) => b.things - a.things);
  const told = options.full === true ? standing : standing.slice(0, most);
  const rest = standing.slice(told.length);
  const said = `${sayCount(things, "thing")} went into \`${decision.use.of}\`, itself included, of ${sayCount(kinds.length, "kind")}. The nearest of each kind was judged, and what is said of it is so of the others; duties and findings are told of it alone.`;
  return [
    ...decisionBlocks(decision, wordingOf(decision, options)),
    { kind: "heading", text: "Outline" }, { kind: "text", text: said },
    ...section("For how many each stands", [
      ...told.map((kind) => item(`${kind.asset}: ${sayCount(kind.things, "thing")}`)),
      ...(rest.length === 0 ? [] : [item(`… and ${sayCount(rest.length, "kind")} more, ${sayCount(rest.reduce((sum, kind) => sum + kind.things, 0), "thing")}`)]),
    ]),
  ];
}

/** An outline in plain words for a terminal: what `sayDecision` says, and for how many things each that it names stands. */
export const sayOutline = (outline: Outline, options: WordsOptions = {}): string =>
  toTerminal(outlineBlocks(outline, options), { color: options.color ?? false, width: Math.max(40, options.width ?? 100) });

/** The same words as a Markdown document. */
export const sayOutlineInMarkdown = (outline: Outline, options: Pick<WordsOptions, "groups" | "names" | "full"> = {}): string => toMarkdown(outlineBlocks(outline, options));
