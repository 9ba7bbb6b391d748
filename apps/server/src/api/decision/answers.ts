import type { DecideOptions, Decision, World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";

/** Answers in memory for one state of the records. */
const mostKept = 200;

/** Decisions as they go out, by the world and the question: both never change, and neither does what is decided of them. */
const kept = new WeakMap<World, Map<string, string>>();

/** The text of a decision, decided once for each state of the records. */
export function decidedText(world: World, asked: () => World, question: unknown, options: DecideOptions, decide: (world: World, use: string, options: DecideOptions) => Decision, use: string): string {
  let texts = kept.get(world);
  if (texts === undefined) kept.set(world, (texts = new Map()));
  const key = canonicalJson([question, options]);
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(decide(asked(), use, options));
  texts.set(key, text);
  for (const oldest of texts.keys()) if (texts.size > mostKept) texts.delete(oldest);
  return text;
}
