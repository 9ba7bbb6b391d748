import { expect, test } from "vitest";
import type { Effect } from "./deal.js";
import { sayEffect } from "./say-effect.js";

const use = (change: string): Effect["uses"][number] => ({ use: "launch", of: "model", before: "blocked", after: "blocked", change, places: [], obligations: [], exposure: [] });

test.each<[readonly string[], number, number, string]>([
  [[], 0, 0, "No release is answered otherwise."],
  [[], 2, 1, "No release is answered otherwise: 2 as before, 1 not reached by the deal."],
  // All are blocked before and after: only by place one sees that they are not the same.
  [["worse"], 0, 0, "1 release worse."],
  [["worse", "better", "better", "mixed", "reasons"], 3, 0, "1 release worse, 1 release worse in some places and better in others, 2 releases better, 1 with other conditions, 3 as before."],
])("%j, %i as before, %i untouched: %s", (changes, same, untouched, says) => expect(sayEffect({ uses: changes.map(use), same, untouched })).toBe(says));
