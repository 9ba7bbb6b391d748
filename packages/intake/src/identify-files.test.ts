import { loadKnowledge, openCatalogue } from "@cleartitle/catalogue";
import { expect, it } from "vitest";
import { filesOf } from "./folder.js";
import { identifyFile } from "./identify-file.js";
import { identifyFiles } from "./identify-files.js";
import { IdentifyPool } from "./identify-pool.js";
import { memoryFile, type SourceFile } from "./source-file.js";

const { catalogue, directory } = openCatalogue();
const { knowledge } = loadKnowledge(directory!, catalogue!);
const basis = { directory: directory!, digest: catalogue!.digests.catalogue };

const contents = ["// SPDX-License-Identifier: MIT\n", "Released under the Apache License, Version 2.0.\n", "nothing of the kind\n", new Uint8Array([65, 0]), new Uint8Array([0xc3, 0x28])];
const broken: SourceFile = { path: "gone.txt", size: 10, chunks: () => { throw Object.assign(new Error("gone"), { code: "ENOENT" }); } };
const files = [...Array.from({ length: 400 }, (_, i) => memoryFile(`src/${i}.txt`, contents[i % contents.length]!)), broken, memoryFile("LICENSE", `MIT License\n${"x ".repeat(70_000)}`)];

it.each([
  ["on one", { basis: null }],
  ["few as they are, on one", { basis }],
  ["on two", { basis, processors: 2, leastBytes: 0 }],
  ["where the catalogue has become another", { basis: { ...basis, digest: "sha256:00" }, processors: 2, leastBytes: 0 }],
  ["where there is none", { basis: { ...basis, directory: "/nowhere" }, processors: 2, leastBytes: 0 }],
])("says of many files what it says of each, in their order: %s", async (_, options) => {
  const each = await Promise.all(files.map((file) => identifyFile(file, knowledge!)));
  expect(each[400]!.problems[0]!.code).toBe("io");
  expect(await identifyFiles(files, knowledge!, options)).toEqual(each);
});

it("says the same from processors that stay, and once they are gone", async () => {
  const lying = [...(await filesOf(import.meta.dirname)).files, { ...broken, location: "/nowhere/gone.txt" }, ...files];
  const each = await Promise.all(lying.map((file) => identifyFile(file, knowledge!)));
  const pool = new IdentifyPool(knowledge!, basis, 3);
  expect(await pool.ready()).toBe(3);
  expect(await Promise.all([pool.identify(lying), pool.identify(lying)])).toEqual([each, each]);
  const meanwhile = pool.identify(lying);
  pool.end();
  expect(await meanwhile).toEqual(each);
});
