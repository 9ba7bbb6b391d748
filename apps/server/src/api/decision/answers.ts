import type { DecideOptions, Decision, World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { shelves } from "../shelf.js";

/** Answers as they go out, by the world and the question: both never change, and neither does what is decided of them. */
const shelfOf = shelves<string>(200);

/** The text of an answer, made once for each state of the records. `question`: all that it turns on. */
export function answerText(world: World, question: unknown, make: () => object): string {
  const [shelf, key] = [shelfOf(world), canonicalJson(question)];
  return shelf.get(key) ?? shelf.put(key, JSON.stringify(make()));
}

/** The text of a decision. */
export const decidedText = (world: World, asked: () => World, question: unknown, options: DecideOptions, decide: (world: World, use: string, options: DecideOptions) => Decision, use: string): string => answerText(world, [question, options], () => decide(asked(), use, options));
