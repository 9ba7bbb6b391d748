import { expect, it } from "vitest";
import { addressId, identified } from "./identifier.js";

it.each([
  ["pkg:huggingface/acme/base@abc123", "hf:model/acme/base", "model", "abc123"],
  ["https://huggingface.co/acme/base", "hf:model/acme/base", "model", null],
  ["https://huggingface.co/acme/base/tree/main", "hf:model/acme/base", "model", "main"],
  ["https://huggingface.co/datasets/acme/notes/resolve/main/a.parquet", "hf:dataset/acme/notes", "dataset", "main"],
  ["https://huggingface.co/datasets/squad", "hf:dataset/squad", "dataset", null],
  ["https://github.com/acme/app.git", "gh:acme/app", "code", null],
  ["git+https://github.com/acme/app@v1.2", "gh:acme/app", "code", "v1.2"],
  ["git+ssh://git@github.com/acme/app", "gh:acme/app", "code", null],
  ["pkg:github/acme/app@1", "gh:acme/app", "code", "1"],
  ["pkg:pypi/torch@2.1?extension=whl", "pkg:pypi/torch@2.1", null, "2.1"],
  ["https://doi.org/10.5281/Zenodo.1", "doi:10.5281/zenodo.1", null, null],
])("reads the identifier %s", (text, id, kind, version) => expect(identified(text)).toEqual({ id, kind, version }));

it.each(["", "acme/base", "https://huggingface.co/docs/hub", "https://huggingface.co/datasets", "https://huggingface.co/acme", "https://example.org/x", "https://github.com/acme", "pkg:huggingface/../x", "a b"])(
  "takes no name or other address for an identifier: %s", (text) => expect(identified(text)).toBeNull());

it("knows an address without the person in it", () => {
  expect(addressId("https://jane:secret@example.org/x.csv")).toBe("url:https://example.org/x.csv");
  expect(addressId("./x.csv")).toBeNull();
});
