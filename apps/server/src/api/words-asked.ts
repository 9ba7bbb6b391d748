import { z } from "@hono/zod-openapi";

/** A search of a list. */
export const wordsAsked = z.string().max(200).optional().openapi({ description: "Words that are all in it, in letters of any case." });

const none = (): boolean => true;

/** Whether all words that are asked for are in what is said of a thing. */
export function wordsIn(q: string | undefined): (said: readonly (string | null | undefined)[]) => boolean {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return none;
  return (said) => {
    const text = said.join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
