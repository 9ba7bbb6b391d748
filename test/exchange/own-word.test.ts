import { describe, expect, test } from "vitest";
import { openCatalogue } from "../../packages/catalogue/src/index.js";
import { ownAssetKind, ownDerivationKind, ownParty, ownSource, ownWord } from "../../packages/title/src/index.js";

const { taxonomies } = openCatalogue().catalogue!;

describe("words of ours in documents are those of the catalogue", () => {
  test.each([...taxonomies.assetKinds.keys()])("asset kind %s", (kind) => expect(ownAssetKind(ownWord(kind))).toBe(kind));
  test.each([...taxonomies.derivationKinds.keys()])("derivation kind %s", (kind) => expect(ownDerivationKind(ownWord(kind))).toBe(kind));
});

test.each([
  ["url:https://x.example/data?v=1", true], ["https://x.example/data", true], ["hf:dataset/acme/notes", true], ["pkg:pypi/numpy@1.0", true],
  ["https://jane:secret@x.example/data", false], ["dvc:data/raw.csv", false], ["notes", false], ["urn:cleartitle:title:0123456789abcdef:dvc%3Araw.csv", true], ["urn:cleartitle:title:0123456789abcdef:a b", false], ["urn:cleartitle:prov:model", false], ["https://x.example/a b", false], [`https://x.example/${"a".repeat(500)}`, false], [null, false],
])("%s says to everybody where a thing comes from: %s", (text, isSo) => expect(ownSource(text)).toBe(isSo ? text : null));

test.each([
  ["organization:Acme Labs", true], ["urn:cleartitle:title:0123456789abcdef:party:acme", true],
  ["acme", false], ["us", false], ["hf:acme", false], ["publisher-of:notes", false], ["organization: Acme", false], [`organization:${"a".repeat(500)}`, false], [undefined, false],
])("%s is a party that another's document may name: %s", (text, isSo) => expect(ownParty(text)).toBe(isSo ? text : null));
