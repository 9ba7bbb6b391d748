import { connectors } from "@cleartitle/connect";
import { readers } from "@cleartitle/intake";
import { formats } from "@cleartitle/reports";
import { expect, test } from "vitest";
import { connectionKinds, formatNames, readerOfFormat, writtenFormats } from "./format.js";

test("every reader has a name on the command line", () => {
  expect(formatNames.map(readerOfFormat).toSorted()).toEqual(readers.map((reader) => reader.id).toSorted());
});

test("every format that is written has its name on the command line", () => {
  expect([...writtenFormats].toSorted()).toEqual(formats.map((format) => format.id).toSorted());
});

test("every kind of server has its name on the command line", () => {
  expect(connectionKinds).toEqual(connectors.map((each) => each.kind));
});
