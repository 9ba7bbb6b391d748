import { expect, test } from "vitest";
import { keptCatalogue, readKeptCatalogue } from "./kept-catalogue.js";
import { openCatalogue } from "./open-catalogue.js";

const catalogue = openCatalogue().catalogue!;
const { text, sha256, digests } = keptCatalogue(catalogue);
const changed = (change: (value: Record<string, any>) => void): string => {
  const value = JSON.parse(text) as Record<string, any>;
  change(value);
  return JSON.stringify(value);
};

test("a catalogue that is read again is what it was, in the same order", () => {
  const read = readKeptCatalogue(text);
  if ("why" in read) throw new Error(read.why);
  expect(read.catalogue.digests).toEqual(digests);
  expect(keptCatalogue(read.catalogue)).toEqual({ text, sha256, digests });
  const { files: _files, questionnaires: _questionnaires, risks: _risks, protections: _protections, ...deciding } = catalogue;
  expect(read.catalogue).toEqual(deciding);
});

test("a text that was changed has other digests, whatever it says of itself", () => {
  const read = readKeptCatalogue(changed(({ positions }) => void (positions[0].title = "another")));
  expect("catalogue" in read && read.catalogue.digests.catalogue).not.toBe(digests.catalogue);
});

test.each<[string, string, string]>([
  ["no JSON", "{", "is no JSON"],
  ["of another format", "{}", "is not written as this program reads one: `/format`"],
  ["of a later version", changed((value) => void (value["version"] = 2)), "`/version`"],
  ["with a key more", changed(({ laws }) => void (laws[0].secret = 1)), "`/laws/0`"],
  ["with a norm of no kind", changed(({ laws }) => void (laws[0].norms[0] = { id: "a", kind: "permit", cite: "x" })), "`/laws/0/norms/0`"],
  ["with a table less", changed(({ taxonomies }) => void delete taxonomies.places), "`/taxonomies/places`"],
])("a text that is %s is no catalogue", (_, given, why) => {
  expect(readKeptCatalogue(given)).toEqual({ why: expect.stringContaining(why) });
});
