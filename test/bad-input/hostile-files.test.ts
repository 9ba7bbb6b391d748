import { readers } from "@cleartitle/intake";
import { expect, test } from "vitest";
import { attack } from "../../bench/hostile-files.js";

/** Formats whose files are put together of pieces, each of which is sound by itself. */
const inPieces = new Set(["supply-chain", "openlineage", "provenance-collection", "wandb", "corpus", "atlas"]);

/** The table of `npm run soak:hostile` on small files: what it costs is measured there, what becomes of it is held here. */
test.each(readers.map((each) => each.id))("hostile files of %s end in a problem, or are read whole", async (id) => {
  const outcomes = await attack(id, 0.2);
  expect(outcomes.length).toBeGreaterThan(3);
  const half = outcomes.filter(({ end, assets }) => end !== "read" && end !== "passed over" && assets > 0);
  expect(inPieces.has(id) ? [] : half.map((each) => [each.title, each.end])).toEqual([]);
  // What unpacks to much, grows or lies is never taken for a sound file.
  expect(outcomes.filter(({ title, end }) => /^(?:entities|an entity|aliases|ever deeper .*\.(?:json|ya?ml|dvc|lock|cff|xml|ttl)\)|.*lies about)/.test(title) && end === "read").map(({ title }) => title)).toEqual([]);
});
