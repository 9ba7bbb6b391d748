import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { checkOf } from "./check.js";

const { catalogue } = openCatalogue();
const written = "us: acme\nassets: [{ id: a, kind: dataset }]\nfindings: [{ kind: not-read, detail: \"bill.json:3: no id\", settle: mend it }]\n";
const waived = 'waivers: [{ id: W, kind: not-read, reason: looked at, by: counsel, until: "2026-12-31" }]\n';

test.each([["by nobody", "", 3], ["by counsel", waived, 0]])("a check of records of which some evidence was not read does not end with 0 unless somebody answers for that: %s", (_name, rest, exit) => {
  const { graph } = readTitleFile(written + rest, { file: "t.yaml" });
  const { result } = checkOf({ graph: graph!, catalogue: catalogue! }, { asked: { failOn: "unresolved" }, on: "2026-11-21" } as Parameters<typeof checkOf>[1], decide).rest();
  expect(result).toMatchObject({ exit, uses: 0 });
});
