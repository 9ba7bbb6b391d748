import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { commandIn } from "./command-line.js";
import { schemaFaults } from "./schema-faults.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-schemas-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "title.yaml"), `us: acme
parties: [ { id: acme, kind: company } ]
assets:
  - { id: works, kind: dataset, license: NONE, upstream: complete, facts: { source.type: news, source.lawful_access: true } }
  - { id: base, kind: model, license: LicenseRef-Llama-3.1, licensor: meta, upstream: complete }
  - { id: m, kind: model, upstream: complete }
derivations: [ { id: d1, from: [ works, base ], to: m, by: finetune, on: "2026-02-01", in: US, purpose: commercial, field: general } ]
uses: { q: { of: m, actions: [ host ], purpose: commercial, field: general, in: [ US, DE ], on: "2026-03-01" } }
`);
const json = async (...args: string[]): Promise<Record<string, unknown>> => JSON.parse((await commandIn(folder, args)).out) as Record<string, unknown>;

describe("what a schema says of an answer", () => {
  test.each([
    ["decision", ["ask", "title.yaml", "--use", "q", "--format", "json"]], ["questions", ["questions", "title.yaml", "--use", "q", "--format", "json"]],
    ["questions", ["questions", "title.yaml", "--use", "q", "--in", "US", "--effects", "--most", "2", "--budget", "4", "--format", "json"]],
    ...["us-fair-use", "eu-mining", "human-authorship", "derivative-work"].map((each) => ["assessment", ["assess", "title.yaml", "--use", "q", "--with", each, "--format", "json"]] as [string, string[]]),
  ])("%s: %j", async (of, args) => {
    const [schema, answer] = [await json("schema", of), await json(...args)];
    expect(schemaFaults(answer, schema)).toEqual([]);
    expect(answer["$schema"]).toBe(schema["$id"]);
    // An answer that lacks a key, or has one that nobody told of, is none.
    expect(schemaFaults({ ...answer, more: 1 }, schema)).toEqual([": has more, which is not told"]);
    expect(schemaFaults(Object.fromEntries(Object.entries(answer).slice(1)), schema)).toHaveLength(1);
  });
});
