import { readers } from "@cleartitle/intake";
import { expect, test } from "vitest";
import { formatNames, readerOfFormat } from "./format.js";

test("every reader has a name on the command line", () => {
  expect(formatNames.map(readerOfFormat).toSorted()).toEqual(readers.map((reader) => reader.id).toSorted());
});
