import { describe, expect, test } from "vitest";
import { openCatalogue } from "../../packages/catalogue/src/index.js";
import { ownAssetKind, ownDerivationKind, ownWord } from "../../packages/title/src/index.js";

const { taxonomies } = openCatalogue().catalogue!;

describe("words of ours in documents are those of the catalogue", () => {
  test.each([...taxonomies.assetKinds.keys()])("asset kind %s", (kind) => expect(ownAssetKind(ownWord(kind))).toBe(kind));
  test.each([...taxonomies.derivationKinds.keys()])("derivation kind %s", (kind) => expect(ownDerivationKind(ownWord(kind))).toBe(kind));
});
