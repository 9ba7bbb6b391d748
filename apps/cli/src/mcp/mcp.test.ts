import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { openStore, Store } from "@cleartitle/store";
import { readTitleFile } from "@cleartitle/title";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cleartitle-mcp-"));
const many = Array.from({ length: 250 }, (_, i) => `  - { id: part-${String(i).padStart(3, "0")}, kind: dataset, license: MIT }`).join("\n");
const title = `us: acme
# What is said here stays.
assets:
  - { id: notes, kind: dataset, license: CC-BY-NC-4.0 }
  - { id: net, kind: model }
${many}
derivations:
  - { id: tuning, from: [notes, part-000, part-001], to: net, by: finetune, on: "2026-03-01", in: DE, purpose: commercial }
waivers:
  - { id: w1, use: launch, kind: any, reason: "settled in talks", by: jane, until: "2026-05-10" }
findings:
  - { kind: not-read, detail: "bill.json:3: no id", settle: mend it }
uses:
  launch: { of: net, actions: [host], purpose: commercial, in: [DE, US], on: "2026-12-01" }
`;
const file = join(folder, "cleartitle.yaml");

/** The program as others start it, spoken to by the client of the protocol's own library. */
async function started(...args: readonly string[]): Promise<Client> {
  const env = Object.fromEntries(Object.entries(process.env).filter((each): each is [string, string] => each[1] !== undefined && each[0] !== "DATABASE_URL"));
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(root, "apps/cli/bin/cleartitle.mjs"), "mcp", ...args], cwd: root, env, stderr: "pipe" }));
  return client;
}

interface Asked {
  readonly isError: boolean;
  // Of whichever tool: each test knows the form of its own.
  readonly told: any;
}

async function ask(client: Client, name: string, args: Readonly<Record<string, unknown>> = {}): Promise<Asked> {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  const [{ text }] = content as [{ readonly text: string }];
  return { isError: isError === true, told: JSON.parse(text) };
}

interface Written {
  readonly id: number;
  readonly result: { readonly isError?: boolean; readonly content: readonly { readonly text: string }[] };
}

/** What the program writes to calls that all come at once, after a line that is none, and to the end of its input. */
function spokenTo(calls: readonly (readonly [name: string, args: object])[], ...args: readonly string[]): Written[] {
  const input = ["garbage", ...calls.map(([name, given], i) => JSON.stringify({ jsonrpc: "2.0", id: i + 1, method: "tools/call", params: { name, arguments: given } })), ""].join("\n");
  const { status, stdout } = spawnSync(process.execPath, [join(root, "apps/cli/bin/cleartitle.mjs"), "mcp", file, ...args], { cwd: root, encoding: "utf8", input, timeout: 100_000, killSignal: "SIGKILL" });
  expect(status).toBe(0);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as Written);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a title file", () => {
  let client: Client;
  beforeAll(async () => {
    writeFileSync(file, title);
    client = await started(file);
  });
  afterAll(async () => client.close());

  it("is offered with few tools in few words, all of which only read", async () => {
    const { tools } = await client.listTools();
    expect(tools.map((each) => each.name)).toEqual(["uses", "ask", "explain", "questions", "obligations", "assets", "asset", "chain", "license", "due", "what_if"]);
    expect(tools.map((each) => each.annotations?.readOnlyHint)).toEqual(tools.map(() => true));
    expect(encode(JSON.stringify(tools)).length).toBeLessThan(2_000);
  });

  it.each([
    ["uses", {}, { total: 1, next: null, items: [{ name: "launch", of: "net" }] }],
    ["ask", { use: "launch" }, { use: "launch", decision: expect.stringMatching(/^(cleared|conditional|unresolved|blocked)$/), counts: { notRead: 1 }, reasons: { total: expect.any(Number) }, basis: { asOf: "2026-12-01" } }],
    ["ask", { use: "launch", in: "US", asOf: "2026-11-01", profile: "strict", most: 1 }, { byTerritory: [{ territories: ["US", "US-NY"] }, { territories: ["US-CA"] }], reasons: { items: [{ asset: expect.any(String) }] } }],
    ["questions", { use: "launch", most: 2 }, { decision: expect.any(String), items: expect.any(Array) }],
    ["obligations", { use: "launch" }, { total: expect.any(Number) }],
    ["assets", { find: "PART-24" }, { total: 10, next: null }],
    ["assets", { kind: "model" }, { items: [{ id: "net", kind: "model", licenses: [] }] }],
    ["asset", { id: "notes" }, { asset: { id: "notes" }, statements: { items: [{ what: "license", value: "CC-BY-NC-4.0" }] } }],
    ["chain", { id: "net" }, { total: 3, more: false, items: [{ source: "notes", act: "tuning", depth: 1 }, {}, {}] }],
    ["chain", { id: "notes", direction: "down" }, { items: [{ result: "net", by: "finetune" }] }],
    ["license", { id: "cc-by-nc-4.0" }, { id: "CC-BY-NC-4.0", of: "instrument", words: expect.stringContaining("NonCommercial") }],
    ["due", { asOf: "2026-05-01" }, { asOf: "2026-05-01", items: expect.arrayContaining([expect.objectContaining({ kind: "waiver-ends", link: "waivers/w1" })]) }],
    ["what_if", { changes: "remove:\n  assets: [notes]\n" }, { items: [{ use: "launch", before: expect.any(String), after: expect.any(String) }] }],
  ])("answers %s %j", async (name, args, expected) => {
    const { isError, told } = await ask(client, name, args);
    expect([isError, told]).toEqual([false, told]);
    expect(told).toMatchObject(expected);
  });

  it("explains a reason that it gave", async () => {
    const { told } = await ask(client, "ask", { use: "launch" });
    const [reason] = told.reasons.items;
    expect((await ask(client, "explain", { use: "launch", reason: reason.id })).told).toMatchObject({ reason: reason.id, words: expect.stringContaining(reason.asset) });
  });

  it("gives long lists in pages, each thing once", async () => {
    const seen: string[] = [];
    let after: string | null = "0";
    for (let turn = 0; after !== null; turn++) {
      const { told }: Asked = await ask(client, "assets", { find: "part", most: 100, after });
      seen.push(...told.items.map((each: { readonly id: string }) => each.id));
      after = told.next;
      expect(turn).toBeLessThan(10);
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => `part-${String(i).padStart(3, "0")}`));
    const lists = await Promise.all([["assets", { most: 100 }], ["license", { id: "LicenseRef-Llama-3.1" }], ["ask", { use: "launch", most: 100 }]].map(([name, args]) => client.callTool({ name: name as string, arguments: args as Record<string, unknown> })));
    for (const { content } of lists) expect(JSON.stringify(content).length).toBeLessThan(40_000);
  });

  it.each([
    ["ask", {}, { code: "bad-value", pointer: "/use" }],
    ["ask", { use: "lunch" }, { code: "usage", message: "there is no use `lunch`", hint: expect.stringContaining("launch") }],
    ["ask", { use: "launch", places: "DE" }, { code: "unknown-key", message: "the key `places` is not known here" }],
    ["ask", { use: "launch", in: "Atlantis" }, { code: "usage", message: "`Atlantis` is no place" }],
    ["ask", { use: "launch", asOf: "2026-02-30" }, { code: "usage", message: "`2026-02-30` is no date" }],
    ["ask", { use: "launch", profile: "bold" }, { code: "bad-value", pointer: "/profile" }],
    ["explain", { use: "launch", reason: "r999" }, { code: "usage" }],
    ["assets", { most: 0 }, { code: "bad-value", pointer: "/most" }],
    ["assets", { after: "first" }, { code: "usage", hint: "give what `next` said, or leave it out" }],
    ["asset", { id: "note" }, { code: "usage", message: "there is no asset `note`" }],
    ["chain", { id: "net", depth: 1e9 }, { code: "bad-value", pointer: "/depth" }],
    ["license", { id: "\u001b[31mMIT" }, { code: "usage", message: "the catalogue has no record `\\u{1b}[31mMIT`" }],
    ["what_if", { changes: "drop: [" }, { code: "yaml-syntax", file: "changes" }],
    ["what_if", { changes: "remove:\n  assets: [nothing]\n" }, { code: "dangling-reference" }],
    ["due", { asOf: "soon" }, { code: "usage" }],
  ])("answers %s %j with what is wrong with it", async (name, args, problem) => {
    const { isError, told } = await ask(client, name, args);
    expect([isError, told.problems[0]]).toEqual([true, expect.objectContaining(problem)]);
  });

  it("is read as it is now, and what is wrong with it is told", async () => {
    writeFileSync(file, title.replace("[DE, US]", "[FR]"));
    expect((await ask(client, "uses")).told.items[0].in).toEqual(["FR"]);
    writeFileSync(file, "us: [");
    expect((await ask(client, "uses")).told.problems[0]).toMatchObject({ code: "yaml-syntax" });
    writeFileSync(file, title);
    expect((await ask(client, "uses")).told.items[0].in).toEqual(["DE", "US"]);
  });

  it("has no tool that nobody offered", async () => {
    for (const name of ["answer", "rm"]) await expect(client.callTool({ name, arguments: {} })).rejects.toThrow(`there is no tool \`${name}\``);
    expect(readFileSync(file, "utf8")).toBe(title);
  });
});

it("records answers where that is allowed, as anybody's, and writes over nothing", async () => {
  writeFileSync(file, title);
  const client = await started(file, "--allow-changes");
  const { tools } = await client.listTools();
  expect(tools.map((each) => [each.name, each.annotations?.readOnlyHint]).at(-1)).toEqual(["answer", false]);
  expect([tools.length, encode(JSON.stringify(tools)).length < 2_000]).toEqual([12, true]);
  const { told } = await ask(client, "questions", { use: "launch", most: 100 });
  const asked = told.items.filter(({ type }: { readonly type: string }) => type === "boolean").slice(0, 2);
  expect(asked).toHaveLength(2);
  expect(await ask(client, "answer", { use: "launch", answers: ["nonsense"], by: "jane" })).toMatchObject({ isError: true });
  expect(readFileSync(file, "utf8")).toBe(title);
  await client.close();
  // Both at once, and neither is lost.
  const by = ["mary", "john"];
  const answers = spokenTo(by.map((each, i) => ["answer", { use: "launch", answers: [asked[i].write.replace("VALUE", "true")], by: each }]), "--allow-changes");
  const text = readFileSync(file, "utf8");
  expect([answers.map(({ result }) => result.isError), text.includes("# What is said here stays."), by.map((each) => text.includes(`by: ${each}`)), text === title]).toEqual([[undefined, undefined], true, [true, true], false]);
});

it("answers over a workspace, and records there", async () => {
  const place = { folder: join(folder, "data") };
  const recording = { by: "jane", at: "2026-03-01T00:00:00Z" };
  const store = new Store(await openStore(place));
  await (await store.create("acme", recording)).write(readTitleFile(title, { file: "x" }).graph!, recording);
  await store.close();
  const client = await started("--workspace", "acme", "--data", place.folder, "--allow-changes");
  expect((await ask(client, "uses")).told.items[0].name).toBe("launch");
  const { told } = await ask(client, "questions", { use: "launch", most: 100 });
  const question = told.items.find(({ type }: { readonly type: string }) => type === "boolean");
  expect(await ask(client, "answer", { use: "launch", answers: [question.write.replace("VALUE", "true")], by: "john" })).toEqual({ isError: false, told: { recorded: ["change set 2"] } });
  await client.close();
});

/** A model whose gate keeps commerce out, under a license that does not. */
const gated = `us: acme
assets: [{ id: a, kind: model, licensor: maker }]
statements:
  - { about: a, what: license, value: MIT, rung: declared, source: { system: hub } }
  - { about: a, what: gate, value: true, raw: "You agree to use it for research purposes only.", rung: declared, source: { system: hub } }
uses:
  launch: { of: a, actions: [host], purpose: commercial, in: [US], on: "2026-12-01" }
`;

it("answers the same over a workspace as over its title file, where records speak against each other", async () => {
  const place = { folder: join(folder, "gated") };
  const recording = { by: "jane", at: "2026-03-01T00:00:00Z" };
  const store = new Store(await openStore(place));
  await (await store.create("acme", recording)).write(readTitleFile(gated, { file: "gated.yaml" }).graph!, recording);
  await store.close();
  writeFileSync(join(folder, "gated.yaml"), gated);
  const answers: unknown[] = [];
  for (const args of [[join(folder, "gated.yaml")], ["--workspace", "acme", "--data", place.folder]]) {
    const client = await started(...args);
    const { told } = await ask(client, "ask", { use: "launch" });
    answers.push([told.decision, told.counts.findings]);
    await client.close();
  }
  expect(answers).toEqual([["unresolved", 2], ["unresolved", 2]]);
});

it("answers what was asked before its input ended, and leaves alone what is no question", () => {
  writeFileSync(file, title);
  const answers = spokenTo([["uses", {}]]);
  expect([answers.map((each) => each.id), answers[0]?.result.content[0]?.text.includes("launch")]).toEqual([[1], true]);
});
