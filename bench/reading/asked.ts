import { parseArgs } from "node:util";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";

/** What is asked of the marked contracts. */
export interface ReadingAsked {
  readonly what: "all" | "ai" | "train" | "train-ai";
  /** A folder where sums of first models are kept; null: none is. */
  readonly keep: string | null;
  /** The kind of which it is told which values are wrong, and nothing else; null: none. */
  readonly wrong: ClauseKind | null;
}

export const usage = `npm run evaluate:reading -- [ai] [--keep FOLDER] [--wrong KIND]
npm run train:reading -- [--keep FOLDER]
npm run evaluate:reading -- train-ai

evaluate:reading prints the figures of docs/reading.md, train:reading writes the weights. Both want the marked contracts beside the repository.

  ai             the figures on clauses on AI alone
  train-ai       write the weights for clauses on AI alone
  --keep FOLDER  keep sums of first models there, so that a run that was stopped goes on
  --wrong KIND   which values of a kind of clause are wrong end to end, and nothing else
  --help         this
`;

const whats = ["all", "ai", "train", "train-ai"] as const;

/** Reads the words after the command; a text says what is wrong with them, and null asks for help. */
export function askedOf(words: readonly string[]): ReadingAsked | string | null {
  let read;
  try {
    read = parseArgs({ args: [...words], allowPositionals: true, options: { help: { type: "boolean", short: "h" }, keep: { type: "string" }, wrong: { type: "string" } } });
  } catch (error) {
    // What cannot be read is told by the message alone, which names it.
    return (error as Error).message;
  }
  const { values: { help, keep, wrong }, positionals: [word = "all", ...more] } = read;
  if (help === true) return null;
  const what = whats.find((each) => each === word);
  if (what === undefined) return `there is no \`${word}\``;
  if (more.length > 0) return `\`${more[0]!}\` is one word too many`;
  const kind = clauseKinds.find((each) => each === wrong);
  if (wrong !== undefined && kind === undefined) return `there is no kind \`${wrong}\`; there are ${clauseKinds.join(", ")}`;
  if (kind !== undefined && what !== "all") return "`--wrong` is asked of the figures alone";
  return { what, keep: keep ?? null, wrong: kind ?? null };
}
