import { openCatalogue } from "@cleartitle/catalogue";
import type { Status } from "@cleartitle/norms";
import { expect, test } from "vitest";
import type { Answer } from "../standing/answer.js";
import { byPlaceNamed } from "./by-place.js";

const catalogue = openCatalogue().catalogue!;
const answer = (...places: readonly (readonly [Status, ...string[]])[]): Answer => ({ on: "2026-12-01", byTerritory: places.map(([decision, ...territories]) => ({ territories, decision, reasons: [] })) }) as unknown as Answer;

test.each<[string, Answer, readonly string[], readonly string[]]>([
  ["a group is as bad as its worst member", answer(["cleared", "DE", "FR"], ["blocked", "IT"]), ["EU"], ["EU blocked 2 cleared 1 blocked"]],
  ["names in their order, each once", answer(["cleared", "JP"], ["unresolved", "GB"]), ["GB", "JP", "GB"], ["GB unresolved 1 unresolved", "JP cleared 1 cleared"]],
  ["what nobody answered is left out", answer(["cleared", "JP"]), ["GB", "JP"], ["JP cleared 1 cleared"]],
  // Whoever gets it may be elsewhere.
  ["a place that no name holds is told too", answer(["unresolved", "JP"], ["blocked", "NL", "HU"]), ["JP"], ["JP unresolved 1 unresolved", "NL blocked 1 blocked", "HU blocked 1 blocked"]],
])("%s", (_, given, named, expected) => {
  expect(byPlaceNamed(given, named, catalogue).map(({ place, decision, counts }) => `${place} ${decision} ${Object.entries(counts).map(([status, count]) => `${count} ${status}`).join(" ")}`)).toEqual(expected);
});
