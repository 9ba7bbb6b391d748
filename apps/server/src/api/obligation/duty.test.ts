import { openCatalogue } from "@cleartitle/catalogue";
import type { Obligation } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import type { Answer } from "../standing/answer.js";
import { dutiesIn } from "./duty.js";

const catalogue = openCatalogue().catalogue!;
const { graph } = readTitleFile("us: acme\nassets: [{ id: page, kind: product }]\n", { file: "title.yaml", taxonomies: catalogue.taxonomies });

const obligation: Obligation = {
  do: "attribute", text: null, debtor: "acme", creditor: "maker", object: "page", trigger: "distribute", due: "with:act", reading: "concurrent", state: "met", evidence: [], if: null, instrument: "CC-BY-4.0", norm: "attribution", cite: "3(a)",
};

const dutiesOf = (...obligations: readonly Obligation[]) => dutiesIn({ number: 1, day: "2026-03-01", world: { graph: graph!, catalogue }, answers: new Map([["launch", { use: "launch", of: "page", obligations } as unknown as Answer]]) });

test.each<[Obligation["state"], Obligation["state"], Obligation["state"]]>([
  ["met", "open", "open"],
  ["open", "met", "open"],
  ["met", "if", "if"],
  ["if", "overdue", "overdue"],
])("a duty that is %s for one source and %s for another is %s", (one, other, whole) => {
  expect(dutiesOf({ ...obligation, state: one }, { ...obligation, state: other }).map(({ duty: { state } }) => state)).toEqual([whole]);
});

test("what one norm asks for in other words is another duty", () => {
  expect(dutiesOf({ ...obligation, text: "name the maker" }, { ...obligation, text: "link to the text" }).map(({ duty: { text } }) => text).toSorted()).toEqual(["link to the text", "name the maker"]);
});
