import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askedModel } from "@cleartitle/model";
import { MockLanguageModelV3 } from "ai/test";
import { afterAll, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A model that says of a kind what it is told to say. */
const model = new MockLanguageModelV3({
  provider: "mock", modelId: "one",
  doGenerate: async () => ({
    content: [{ type: "text", text: JSON.stringify({ kinds: [{ kind: "governing-law", clauses: [{ candidate: 1, quote: null }] }, { kind: "anti-assignment", clauses: [{ candidate: null, quote: "a non-exclusive, non-transferable license" }, { candidate: null, quote: "Assignment is free." }] }] }) }],
    finishReason: { unified: "stop", raw: undefined }, warnings: [],
    usage: { inputTokens: { total: 1, noCache: undefined, cacheRead: undefined, cacheWrite: undefined }, outputTokens: { total: 1, text: undefined, reasoning: undefined } },
  }),
});

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-06-01", interrupted: Promise.resolve(), rooms: { ...rooms, model: async () => ({ model: askedModel(model) }) } };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

const agreement = `DATA LICENSE AGREEMENT

This Data License Agreement (the "Agreement") is entered into as of March 3, 2026 by and between Acme Archive, Inc., a Delaware corporation ("Licensor"), and Beta Labs LLC, a Texas limited liability company ("Licensee").

1. License Grant. Subject to the terms of this Agreement, Licensor hereby grants to Licensee a non-exclusive, non-transferable license to use the Data.

2. Term. The initial term of this Agreement is two (2) years from the Effective Date and it shall automatically renew for successive one (1) year terms unless either party gives written notice of non-renewal at least ninety (90) days prior to the end of the then-current term.

3. Assignment. Neither party may assign this Agreement without the prior written consent of the other party.

4. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to its conflict of laws principles.
`;
writeFileSync(join(folder, "license.txt"), agreement);
writeFileSync(join(folder, "broken.pdf"), "%PDF-1.4\nnothing");

interface Place {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface Read {
  readonly documents: readonly { readonly kinds: readonly { readonly kind: string; readonly clauses: readonly (Place & { readonly values: readonly (Place & Record<string, unknown>)[] })[]; readonly nearest: Place | null }[] }[];
  readonly problems: readonly { readonly file: string }[];
}

test("clauses are quoted as they stand, with what they state", async () => {
  const { exit, out } = await cli("read", "license.txt", "--format", "json");
  const { documents } = JSON.parse(out) as Read;
  expect(exit).toBe(0);
  const kinds = documents[0]?.kinds ?? [];
  const clauses = kinds.flatMap((kind) => kind.clauses);
  for (const { start, end, quote } of [...clauses, ...clauses.flatMap(({ values }) => values)]) expect(agreement.slice(start, end)).toBe(quote);
  const first = (name: string): unknown => kinds.find(({ kind }) => kind === name)?.clauses[0]?.values[0];
  expect(first("governing-law")).toMatchObject({ type: "law", places: ["US-NY"], quote: "New York" });
  expect(first("renewal-term")).toMatchObject({ type: "renewal", period: "P1Y", quote: "one (1) year" });
  expect(first("notice-period-to-terminate-renewal")).toMatchObject({ type: "period", period: "P90D" });
  expect(first("agreement-date")).toMatchObject({ type: "day", on: "2026-03-03" });
  expect(kinds.find(({ kind }) => kind === "source-code-escrow")?.clauses).toEqual([]);
});

test("every kind is told, and what was not found is told as that", async () => {
  const { exit, out } = await cli("read", "license.txt");
  expect(exit).toBe(0);
  expect(out).toMatch(/^license\.txt \(text, \d+ characters\)\n/);
  expect(out).toMatch(/\ngoverning-law\n {2}[01]\.\d\d {2}characters \d+ to \d+, under 4\. Governing Law\n/);
  expect(out).toContain("→ law of US-NY");
  expect(out).toMatch(/\nnot found: source-code-escrow/);
});

test("a file that cannot be read keeps no other from it, and gives the exit code", async () => {
  const { exit, out, err } = await cli("read", "broken.pdf", "license.txt", "gone.txt", "--format", "json");
  const { documents, problems } = JSON.parse(out) as Read;
  expect(exit).toBe(3);
  expect(documents).toHaveLength(1);
  expect(problems.map(({ file }) => file)).toEqual(["broken.pdf", "gone.txt"]);
  expect(err).toContain("the file is no PDF");
});

test("a language model is asked where the user wants it, and what it says stands beside the reading", async () => {
  const plain = await cli("read", "license.txt", "--format", "json");
  expect(model.doGenerateCalls).toEqual([]);
  const { exit, out } = await cli("read", "license.txt", "--model", "--format", "json", "--out", "reading.json");
  const [before, after] = [JSON.parse(plain.out), JSON.parse(out)] as [{ documents: object[] }, { documents: { model: object }[] }];
  expect(exit).toBe(0);
  const { model: opinion, ...rest } = after.documents[0] ?? { model: {} };
  expect(rest).toEqual(before.documents[0]);
  expect(opinion).toMatchObject({ model: "mock one", on: "2026-06-01", kinds: [{ kind: "governing-law" }, { kind: "anti-assignment", clauses: [{ quote: "a non-exclusive, non-transferable license" }] }] });
  const text = await cli("read", "license.txt", "--model");
  expect(text.out).toMatch(/\nmock one, asked on 2026-06-01, says \(nobody has checked it\):\nnote: .*one quote of the model does not stand[^]*\nas above: governing-law\nanti-assignment\n {2}not told above {2}characters \d+/);
  expect((await cli("read", "accept", "reading.json", "governing-law.1", "--by", "jane", "--on", "2026-12-01")).exit).toBe(0);
});
