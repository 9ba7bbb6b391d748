import type { DecideOptions, Decision, World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { shelves } from "../shelf.js";

/** Decisions as they go out, by the world and the question: both never change, and neither does what is decided of them. */
const shelfOf = shelves<string>(200);

/** The text of a decision, decided once for each state of the records. */
export function decidedText(world: World, asked: () => World, question: unknown, options: DecideOptions, decide: (world: World, use: string, options: DecideOptions) => Decision, use: string): string {
  const [shelf, key] = [shelfOf(world), canonicalJson([question, options])];
  return shelf.get(key) ?? shelf.put(key, JSON.stringify(decide(asked(), use, options)));
}
