import { decide } from "@cleartitle/engine";
import { contradictionsIn, importFrom, memoryFile } from "@cleartitle/intake";
import type { Use } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const asked: Use = { name: "asked", of: "hf:dataset/acme/notes", actions: ["train-on"], actor: "us", recipients: [], as: null, named: null, purpose: ["commercial"], field: ["general"], in: ["US"], hosted: [], on: "2026-11-01", scale: [], facts: [] };
const card = (license: string) => memoryFile("datasets--acme--notes/snapshots/r1/README.md", `---\nlicense: ${license}\n---\n`);
const tag = (license: string) => memoryFile("datasets.jsonl", `${JSON.stringify({ id: "acme/notes", license })}\n`);
const concluded = (license: string) => memoryFile("a.spdx.json", JSON.stringify({
  spdxVersion: "SPDX-2.3", documentNamespace: "urn:doc", packages: [{ SPDXID: "a", name: "notes", downloadLocation: "https://huggingface.co/datasets/acme/notes", licenseConcluded: license }],
}));

async function answered(...files: Parameters<typeof importFrom>[0] & object[]) {
  const { graph, problems } = await importFrom(files, { us: "us", recordedAt: "2026-10-01" });
  expect(problems).toEqual([]);
  const { decision } = decide({ graph: { ...graph, uses: new Map([["asked", asked]]) }, catalogue: realCatalogue() }, "asked", { withoutRange: true });
  return [decision, contradictionsIn(graph, realCatalogue(), "2026-11-01").map((each) => each.kind)];
}

describe("a license that nobody knows", () => {
  test("clears nothing by itself", async () => expect(await answered(card("unknown"))).toEqual(["unresolved", []]));
  test("leaves a license that another record names as it is", async () => {
    const named = await answered(tag("cc-by-4.0"));
    expect(named).toEqual(["cleared", []]);
    expect(await answered(card("unknown"), tag("cc-by-4.0"))).toEqual(named);
    expect(await answered(card("NONE"), tag("cc-by-4.0"))).toEqual(["unresolved", ["channels-disagree"]]);
  });
  test("stands against it where somebody looked and could name none", async () => expect(await answered(concluded("unknown"), tag("cc-by-4.0"))).toEqual(["unresolved", ["channels-disagree"]]));
  test("holds open a list in which it stands", async () => expect(await answered(card("[unknown, cc-by-4.0]"))).toEqual(["unresolved", []]));
});
