import { titleFileSchema } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rareWorld } from "./rare-world.js";
import { patience } from "./world-asked.js";

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** What a schema names: each key, and each word that a key can stand before. */
function wordsOf(schema: unknown): Set<string> {
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    for (const [key, of] of Object.entries(isNode(node["properties"]) ? node["properties"] : {})) {
      words.add(key);
      for (const word of choicesOf(of)) words.add(`${key}: ${word}`);
    }
    Object.values(node).forEach(visit);
  };
  visit(schema);
  return words;
}

function choicesOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  const own = [...(Array.isArray(node["enum"]) ? node["enum"] : []), ...(node["const"] === undefined ? [] : [node["const"]])].map(String);
  return [...own, ...[node["anyOf"], node["oneOf"], [node["items"]]].flatMap((list) => (Array.isArray(list) ? list.flatMap(choicesOf) : []))];
}

/** The same of what is written. */
function wordsIn(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) wordsIn(each, into);
  else if (isNode(value)) {
    for (const [key, of] of Object.entries(value)) {
      into.add(key);
      for (const word of Array.isArray(of) ? of : [of]) if (!isNode(word)) into.add(`${key}: ${String(word)}`);
      wordsIn(of, into);
    }
  }
}

/** An editor's line, and what those who approve licenses say of a text, which no decision reads. */
const left = (word: string): boolean => word === "$schema" || /^osi|^osaid/.test(word);

test("random worlds say all that a title file can say: what they never say, no comparison of the evaluators would meet", patience, () => {
  const said = new Set<string>();
  for (const world of fc.sample(rareWorld, { numRuns: 400, seed: 20261129 })) wordsIn(world, said);
  expect([...wordsOf(titleFileSchema())].filter((word) => !said.has(word) && !left(word))).toEqual([]);
});
