import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "review-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-06-01", interrupted: Promise.resolve(), rooms };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

interface Reviewed {
  readonly documents: readonly { readonly kinds: readonly { readonly kind: string; readonly clauses: readonly { readonly quote: string; readonly values: readonly Record<string, unknown>[] }[] }[]; readonly reviews?: readonly Record<string, unknown>[] }[];
}
const kept = (): Reviewed => JSON.parse(readFileSync(join(folder, "reading.json"), "utf8")) as Reviewed;
const by = ["--by", "jane", "--on", "2026-12-01"] as const;

beforeAll(async () => {
  writeFileSync(join(folder, "license.txt"), `DATA LICENSE AGREEMENT

This Data License Agreement (the "Agreement") is entered into as of March 3, 2026 by and between Acme Archive, Inc., a Delaware corporation ("Licensor"), and Beta Labs LLC, a Texas limited liability company ("Licensee").

1. License Grant. Subject to the terms of this Agreement, Licensor hereby grants to Licensee a non-exclusive, non-transferable license to use the Data.

2. Assignment. Neither party may assign this Agreement without the prior written consent of the other party.

3. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to its conflict of laws principles.

4. Outputs. Licensee shall not use the Data or any output to train any other model that competes with Licensor.
`);
  await cli("read", "license.txt", "--out", "reading.json");
});

test("a reading is written once and never over a file", async () => {
  expect(await cli("read", "license.txt", "--out", "reading.json")).toMatchObject({ exit: 1, err: expect.stringContaining("is there already") });
});

test("clauses on AI are read beside the others", async () => {
  const { out } = await cli("read", "license.txt", "--format", "json");
  const [document] = (JSON.parse(out) as { readonly documents: readonly { readonly ai: readonly { readonly kind: string; readonly clauses: readonly { readonly quote: string }[] }[] }[] }).documents;
  expect(document?.ai.find(({ kind }) => kind === "competing-models")?.clauses.map(({ quote }) => quote)).toEqual([expect.stringContaining("train any other model")]);
});

describe("what is refused", () => {
  it.each([
    [["read", "accept", "reading.json", "governing-law.9", ...by], 1, "no field `governing-law.9`"],
    [["read", "correct", "reading.json", "governing-law.1", "--value", "New York", ...by], 3, "write it like US-NY"],
    [["read", "correct", "reading.json", "anti-assignment.1", "--value", "no", ...by], 3, "no value is typed"],
    [["read", "accept", "reading.json", "governing-law.1", "--by", "jane", "--on", "soon"], 64, "is no day"],
    [["read", "accept", "reading.json", "governing-law.1", "--by", " ", "--on", "2026-12-01"], 64, "who says so is empty"],
    [["read", "accept", "reading.json", "governing-law.1", "--document", "other.pdf", ...by], 1, "it has license.txt"],
    [["read", "accept", "license.txt", "governing-law.1", ...by], 3, "not JSON"],
    [["read", "add", "reading.json", "license.txt", "exclusivity", ...by], 64, "give its words"],
    [["read", "add", "reading.json", "license.txt", "exclusivity", "--quote", "the Data", "--from", "1", "--to", "9", ...by], 64, "give its words"],
    [["read", "add", "reading.json", "license.txt", "exclusive", "--quote", "the Data", ...by], 3, "no kind of clause `exclusive`"],
    [["read", "add", "reading.json", "license.txt", "exclusivity", "--quote", "the Data", ...by], 1, "these words stand at 2 places"],
    [["read", "add", "reading.json", "license.txt", "exclusivity", "--from", "9", "--to", "x", ...by], 3, "no place in the text"],
    [["read", "add", "reading.json", "license.txt", "warranty-duration", "--quote", "Licensee shall not use the Data", "--value", "soon", ...by], 3, "write it like P90D"],
    [["read", "add", "reading.json", "reading.json", "exclusivity", "--quote", "Data", ...by], 1, "no document with these bytes"],
    [["read", "deal", "reading.json", "--id", "a", "--asset", "data"], 64, "ID=KIND:LAYER"],
    [["read", "deal", "reading.json", "--id", "a", "--asset", "data=dataset:copyright"], 3, "no accepted field says who the licensor is"],
  ] as const)("%j", async (args, exit, said) => {
    const before = kept();
    expect(await cli(...args)).toMatchObject({ exit, err: expect.stringContaining(said) });
    expect(kept()).toEqual(before);
  });
});

test("fields are accepted, corrected and rejected with who and when; what was read stays, and what was accepted becomes a deal that grants nothing", async () => {
  const fields = ["document-name.1", "parties.1", "agreement-date.1", "license-grant.1", "anti-assignment.1", "governing-law.1"];
  expect(await cli("read", "accept", "reading.json", ...fields, ...by)).toMatchObject({ exit: 0 });
  expect(await cli("read", "correct", "reading.json", "parties.1", "--value", "Acme Archive, Inc. = Licensor", "--value", "Beta Labs LLC = Licensee", ...by)).toMatchObject({ exit: 0 });
  expect(await cli("read", "correct", "reading.json", "governing-law.1", "--value", "US-DE", "--why", "amended", ...by)).toMatchObject({ exit: 0 });
  expect(await cli("read", "reject", "reading.json", "anti-assignment.1", ...by)).toMatchObject({ exit: 0 });
  expect(await cli("read", "add", "reading.json", "license.txt", "attribution", "--quote", "Licensee shall not use the Data or any output", "--why", "missed", ...by)).toMatchObject({ exit: 0, err: expect.stringContaining("attribution.1 of license.txt") });
  const reviews = kept().documents[0]?.reviews ?? [];
  expect(reviews).toHaveLength(10);
  expect(reviews[9]).toMatchObject({ field: "attribution.1", verdict: "added", by: "jane", why: "missed", clause: { number: "4.", heading: "Outputs", page: null, values: [] } });
  expect(reviews[7]).toMatchObject({ field: "governing-law.1", verdict: "corrected", by: "jane", on: "2026-12-01", why: "amended", values: [{ type: "law", places: ["US-DE"] }], was: [{ type: "law", places: ["US-NY"], quote: "New York" }] });
  expect(kept().documents[0]?.kinds.find(({ kind }) => kind === "governing-law")?.clauses[0]?.values).toMatchObject([{ places: ["US-NY"] }]);

  expect(await cli("read", "deal", "reading.json", "--id", "data-2026", "--asset", "data=dataset:copyright", "--output", "deal.yaml")).toMatchObject({ exit: 0 });
  const deal = readFileSync(join(folder, "deal.yaml"), "utf8");
  expect(deal).toContain('written: "2026-03-03"');
  expect(deal).toContain("hereby grants to Licensee");
  expect(deal).toContain("Licensee shall not use the Data or any output");
  expect(deal).not.toContain("may assign");
  const compiled = await cli("deal", "compile", "deal.yaml", "--as-signed", "--format", "title-file");
  expect(compiled.exit).toBe(0);
  expect(compiled.out).not.toContain('"permit"');
});
