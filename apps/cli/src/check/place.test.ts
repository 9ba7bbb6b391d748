import type { TitleGraph } from "@cleartitle/title";
import { expect, test } from "vitest";
import { placesIn } from "./place.js";

const statement = (id: string, what: string, locator: string | null) => ({ about: { kind: "asset", id }, what, source: locator === null ? null : { system: "s", locator } });
const graph = {
  statements: [
    statement("a", "gate", "a/README.md#L9"), statement("a", "license", "a/README.md#L2"), statement("a", "license", "a/LICENSE#L1"), statement("b", "data-mining", "b.pdf#tdm:reservation"), statement("c", "license", null),
    { ...statement("d", "license", "d#L1"), about: { kind: "party", id: "d" } },
  ],
} as unknown as TitleGraph;

test.each([["models", true, "models"], ["models/README.md", false, "models"], [".", true, "."]])("evidence of %s stands where its license does, else where anything does", (path, isFolder, folder) => {
  const at = (file: string): string => (folder === "." ? file : `${folder}/${file}`);
  expect([...placesIn(graph, path, isFolder)]).toEqual([["a", { file: at("a/README.md"), line: 2 }], ["b", { file: at("b.pdf"), line: 1 }]]);
});
