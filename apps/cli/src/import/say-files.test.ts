import { expect, test } from "vitest";
import { sayEachFile, sayFiles } from "./say-files.js";

const read = (file: string, format: string, records: number) => ({ file, format, records, why: null });
const left = (file: string, why: string) => ({ file, format: null, records: 0, why });

test("what was read and left out is said by format and reason", () => {
  const files = [read("b.dvc", "dvc", 2), read("README.md", "hugging-face", 1), read("a.dvc", "dvc", 1), ...["1", "2", "3", "4"].map((name) => left(name, "of no format that is read")), left("x", "it cannot be read")];
  expect(sayFiles(files)).toEqual([
    "read as dvc: 3 records in 2 files", "read as hugging-face: 1 record in 1 file", "left out, it cannot be read: x", "left out, of no format that is read: 1, 2, 3 and 1 more",
  ]);
  expect(sayEachFile(files).slice(0, 2)).toEqual(["left out 1: of no format that is read", "left out 2: of no format that is read"]);
  expect(sayFiles([])).toEqual([]);
});
