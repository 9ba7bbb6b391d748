import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import type { Catalogue, OpenedCatalogue } from "@cleartitle/catalogue";
import { escapeMarkup, type Decision, type Reason } from "@cleartitle/engine";
import { problem, type Status, type Taxonomies } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Io, World } from "./io.js";
import { csvField } from "@cleartitle/reports";
import { run } from "./run.js";
import { starter } from "./starter.js";

const example = JSON.parse(readFileSync(new URL("../../../test/fixtures/decision.json", import.meta.url), "utf8")) as Decision;
const terms = (...ids: string[]): Map<string, { id: string; title: string }> => new Map(ids.map((id) => [id, { id, title: id }]));
const taxonomies = {
  actions: terms("host", "distribute"), purposes: terms("commercial"), fields: terms(), recipients: terms(), partyKinds: terms("company"), assetKinds: terms("model", "dataset", "product"),
  derivationKinds: terms("finetune", "include"), persistence: [], places: terms("DE", "FR", "US"), groups: new Map([["EU", { id: "EU", title: "EU", members: ["DE", "FR"] }]]), facts: terms(), duties: terms(),
  quantities: terms(), restrictions: terms(),
} as unknown as Taxonomies;
const catalogue = {
  taxonomies, instruments: new Map(), laws: new Map(), positions: new Map(), aliases: new Map(), digests: { catalogue: "sha256:c", taxonomies: "sha256:t", groups: "sha256:g" },
} as unknown as Catalogue;

/** The status of a use is its name up to the first dash: `blocked-a` is blocked, because of `notes`. */
function decideByName(world: World, name: string): Decision {
  if (name.startsWith("bug")) throw new Error("a bug in the engine");
  const use = world.graph.uses.get(name);
  const found = (["blocked", "unresolved", "conditional"] as const).find((status) => name.startsWith(status) || use?.of.startsWith(status));
  const status: Status = found ?? "cleared";
  const reasons = example.reasons.filter((reason) => reason.id === "r1").map((reason): Reason => ({ ...reason, decision: status, asset: name.includes("evil") ? evil : "notes", outcome: "no basis" }));
  return {
    ...example, use: { ...example.use, name, of: use?.of ?? "", in: use?.in ?? [] }, decision: status, reasons: status === "cleared" ? [] : reasons, reasonTotals: { shown: 1, total: 1 }, exposure: [], obligations: [],
    findings: [{ kind: "license-drift", asset: "notes", detail: "it changed", settle: "look" }],
  };
}
const evil = `=cmd|'/c calc'!A1 <script>"\u001b]]>&`;

/** Whom each import was told to trust. */
const trusted: (string | undefined)[] = [];
const folder = mkdtempSync(join(tmpdir(), "cleartitle-cli-"));
const title = (...uses: string[]): string =>
  ["us: acme", "assets:", "  - { id: notes, kind: dataset, license: MIT }", "  - { id: assistant, kind: product }", "derivations:", "  - { from: notes, to: assistant, by: include }", "uses:",
    ...uses.map((use) => `  ${use}: { of: assistant, actions: [host], purpose: commercial, in: [EU], on: "2026-12-01" }`)].join("\n");
const put = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
const waiver = (rest: string): string => `waivers:\n  - { id: W-1, kind: any, by: counsel, ${rest} }\n`;

beforeAll(() => {
  put("all.yaml", title("cleared-a", "conditional-a", "unresolved-a", "blocked-a"));
  put("cleared.yaml", title("cleared-a"));
  put("conditional.yaml", title("conditional-a"));
  put("unresolved.yaml", title("unresolved-a"));
  put("blocked.yaml", title("blocked-a"));
  put("evil.yaml", title("blocked-evil"));
  put("unused.yaml", "us: acme\nassets:\n  - { id: blocked-asset, kind: dataset }\n  - { id: fine, kind: model, license: MIT }\n");
  put("bug.yaml", title("bug-a"));
  put("broken.yaml", "us: acme\nasets: []\n");
  put("latin.yaml", new Uint8Array([0x75, 0xff, 0xfe]));
  put("waived.yaml", waiver('use: blocked-a, reason: "settled", until: "2026-12-31"'));
  put("waived-asset.yaml", waiver('asset: notes, reason: "settled", until: "2026-12-31"'));
  put("waived-elsewhere.yaml", waiver('asset: other, reason: "settled", until: "2026-12-31"'));
  put("expired.yaml", waiver('use: blocked-a, reason: "settled", until: "2026-11-20"'));
  put("endless.yaml", waiver('use: blocked-a, reason: "settled"'));
  put("reasonless.yaml", waiver('use: blocked-a, until: "2026-12-31"'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function cli(args: readonly string[], changed: Partial<{ catalogue: OpenedCatalogue; tty: boolean; env: Record<string, string> }> = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: { write: (text) => out.push(text), isTTY: changed.tty ?? false }, stderr: { write: (text) => err.push(text) }, env: changed.env ?? {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(),
    rooms: {
      catalogue: async () => changed.catalogue ?? { catalogue, problems: [], directory: "/catalogue", from: "built", notes: [] },
      decide: async () => decideByName,
      outline: async () => (world, use) => ({ $schema: "urn:cleartitle:schema:outline:1", version: 1, things: 2, kinds: [{ asset: "notes", things: 2 }], decision: decideByName(world, use) }),
      import: async ({ paths, trustAnchors }) => {
        trusted.push(trustAnchors);
        const text = title("cleared-a").replace(/uses:[^]*/, "");
        const { graph } = readTitleFile(paths[0] === "partly-unresolved" ? text.replaceAll("assistant", "unresolved-assistant") : text, { file: "x" });
        if (paths[0] === "nothing") return { graph: null, problems: [problem("not-found", "there is no file or folder `nothing`")], notes: [] };
        if (paths[0] === "bare") return { graph: null, problems: [problem("unsupported", "nothing was read", { file: "bare" })], notes: [] };
        return { graph, problems: (paths[0] ?? "").startsWith("partly") ? [problem("format-syntax", "no JSON", { file: "partly/a.json", line: 1, column: 2 })] : [], notes: ["read: 2 records"] };
      },
      model: async () => ({ problem: problem("usage", "no language model is named") }),
    },
  };
  const exit = await run(args, io);
  return { exit, out: out.join(""), err: err.join("") };
}

test("a folder without a title file of its own is checked by those below it", async () => {
  const team = join(folder, "team");
  try {
    for (const [name, use] of [["b", "blocked-a"], ["a", "cleared-a"]] as const) {
      mkdirSync(join(team, name), { recursive: true });
      put(join("team", name, "cleartitle.yaml"), title(use));
    }
    const { exit, out } = await cli(["check", "team", "--format", "json"]);
    expect([exit, (JSON.parse(out) as { rows: { file: string; use: string }[] }).rows.map((row) => [row.file, row.use]).toSorted()]).toEqual([2, [["team/a/cleartitle.yaml", "cleared-a"], ["team/b/cleartitle.yaml", "blocked-a"]]]);
  } finally {
    rmSync(team, { recursive: true });
  }
});

describe("exit codes", () => {
  test.each<[string, number]>([
    ["ask blocked.yaml --use blocked-a", 0],
    ["ask blocked.yaml --use blocked-a --fail-on blocked", 2],
    ["ask unresolved.yaml --use unresolved-a --fail-on blocked", 0],
    ["ask unresolved.yaml --use unresolved-a --fail-on unresolved", 4],
    ["ask blocked.yaml --use blocked-a --outline", 0],
    ["ask blocked.yaml --use blocked-a --outline --format json --claims 10", 0],
    ["check cleared.yaml", 0],
    ["check conditional.yaml", 0],
    ["check conditional.yaml --fail-on conditional", 2],
    ["check unresolved.yaml", 4],
    ["check unresolved.yaml --fail-on blocked", 0],
    ["check blocked.yaml", 2],
    ["check all.yaml", 2],
    ["check unresolved.yaml cleared.yaml", 4],
    ["check unused.yaml", 2],
    ["check gone.yaml", 1],
    ["check .", 0],
    ["check", 0],
    ["check broken.yaml", 3],
    ["check latin.yaml", 3],
    ["check blocked.yaml --waivers waived.yaml", 0],
    ["check blocked.yaml --waivers waived-asset.yaml", 0],
    ["check blocked.yaml --waivers waived-elsewhere.yaml", 2],
    ["check blocked.yaml --waivers expired.yaml", 2],
    ["check blocked.yaml --waivers expired.yaml --as-of 2026-11-20", 0],
    ["check blocked.yaml --waivers waived.yaml --as-of 2027-01-01", 2],
    ["check blocked.yaml --waivers endless.yaml", 3],
    ["check blocked.yaml --waivers reasonless.yaml", 3],
    ["check blocked.yaml --baseline broken.yaml", 3],
    ["explain blocked.yaml --use blocked-a", 0],
    ["explain blocked.yaml --use blocked-a r1", 0],
    ["explain blocked.yaml --use blocked-a r9", 64],
    ["graph blocked.yaml", 0],
    ["import models", 0],
    ["import nothing", 1],
    ["import partly", 3],
    ["import bare", 3],
    ["schema", 0],
    ["schema decision", 0],
    ["schema questions", 0],
    ["schema assessment", 0],
    ["schema memo", 64],
    ["doctor", 0],
    ["serve blocked.yaml --use blocked-a", 130],
    ["serve blocked.yaml --use blocked-a --port 99999", 64],
    ["--help", 0],
    ["--version", 0],
    ["", 64],
    ["aks blocked.yaml", 64],
    ["ask blocked.yaml", 64],
    ["ask blocked.yaml --use blocked-a --colour", 64],
    ["ask blocked.yaml --use blocked-b", 64],
    ["ask blocked.yaml --use blocked-a --outline --proof", 64],
    ["ask blocked.yaml --use blocked-b --outline", 64],
    ["ask blocked.yaml --use blocked-a --claims few", 64],
    ["ask blocked.yaml --use blocked-a --in Atlantis", 64],
    ["ask blocked.yaml --use blocked-a --as-of 2026-02-30", 64],
    ["ask blocked.yaml --use blocked-a --known-at yesterday", 64],
    ["ask blocked.yaml --use blocked-a --profile lax", 64],
    ["check unused.yaml --purpose glory", 64],
  ])("%s → %i", async (line, exit) => {
    const ran = await cli(line.split(" ").filter((word) => word !== ""));
    expect([ran.exit, ran.err.includes("    at ")]).toEqual([exit, false]);
  });
  test("a bug is not caught", async () => {
    await expect(cli(["check", "bug.yaml"])).rejects.toThrow("a bug in the engine");
  });
  test("a catalogue that is not valid is 3, with every problem", async () => {
    const problems = [problem("unknown-key", "the key `x` is not known", { file: "licenses/a.yaml", line: 3, column: 1, hint: "did you mean `y`?" })];
    const ran = await cli(["ask", "blocked.yaml", "--use", "blocked-a"], { catalogue: { catalogue: null, problems, directory: "/c", from: "records", notes: [] } });
    expect(ran).toEqual({ exit: 3, out: "", err: "licenses/a.yaml:3:1: the key `x` is not known\n  hint: did you mean `y`?\n" });
  });
});

test("a check of a file in which nothing is asked says so", async () => {
  put("silent.yaml", "us: acme\nassets:\n  - { id: notes, kind: dataset, placeholder: true }\n");
  expect(await cli(["check", "silent.yaml"])).toMatchObject({ exit: 0, err: "note: nothing is asked of `silent.yaml`: it has no uses and describes no asset\n" });
  expect(await cli(["check", "unused.yaml"])).toMatchObject({ exit: 2, err: "" });
});

describe("problems", () => {
  test.each([
    ["aks", "(Did you mean ask?)"],
    ["ask blocked.yaml --us x", "--use"],
    ["ask blocked.yaml --use blocked-b", "`blocked-a`"],
    ["check gone.yaml", "gone.yaml: there is no such file"],
    ["ask . --use launch", "this is a folder, not a file"],
    ["check broken.yaml", "broken.yaml:2:1"],
    ["check blocked.yaml --waivers endless.yaml", "endless.yaml:2"],
  ])("%s says %s", async (line, text) => {
    const ran = await cli(line.split(" "));
    expect(ran.err).toContain(text);
    expect(ran.out).toBe("");
  });
});

describe("output", () => {
  test("color only on a terminal and without NO_COLOR", async () => {
    const words = ["ask", "blocked.yaml", "--use", "blocked-a"];
    expect((await cli(words)).out).not.toContain("\u001b");
    expect((await cli(words, { tty: true })).out).toContain("\u001b[1;31m✖ BLOCKED");
    expect((await cli(words, { tty: true, env: { NO_COLOR: "1" } })).out).not.toContain("\u001b");
  });
  test.each(["ask", "check", "explain", "graph", "import", "export", "schema", "init", "doctor", "serve"])("%s --help has three examples", async (command) => {
    const { out } = await cli([command, "--help"]);
    expect(out.match(/\$ cleartitle /g)).toHaveLength(3);
  });
  test("asked as JSON, the decision is whole and carries schema, version and basis", async () => {
    const decision = JSON.parse((await cli(["ask", "blocked.yaml", "--use", "blocked-a", "--format", "json"])).out) as Decision;
    expect([decision.$schema, decision.version, Object.keys(decision.basis)]).toEqual([example.$schema, 1, Object.keys(example.basis)]);
  });
  test("other places replace those of the file", async () => {
    expect((await cli(["ask", "blocked.yaml", "--use", "blocked-a", "--in", "US"])).out).toContain("in US, on");
  });
  test("the proof is told on request", async () => {
    expect((await cli(["ask", "blocked.yaml", "--use", "blocked-a", "--proof"])).out).toContain("\nProof\n✖ blocked decision: launch");
  });
  test("the decision's schema has every key of a decision, and no other", async () => {
    const schema = JSON.parse((await cli(["schema", "decision"])).out) as { properties: object; required: string[] };
    expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(example).toSorted());
    expect(schema.required.toSorted()).toEqual(Object.keys(example).toSorted());
  });
  test.each([["json", '"$schema": "urn:cleartitle:schema:graph:1"'], ["mermaid", "flowchart LR"], ["dot", "digraph title"], ["svg", "<svg xmlns"]])("graph --format %s", async (format, text) => {
    expect((await cli(["graph", "blocked.yaml", "--use", "blocked-a", "--format", format])).out).toContain(text);
  });
  test("serve says the decision, then the address", async () => {
    const { out } = await cli(["serve", "blocked.yaml", "--use", "blocked-a"]);
    expect(out).toMatch(/^✖ BLOCKED {2}blocked-a\n[^]*\nServing on http:\/\/127\.0\.0\.1:\d+\/w\/[a-z0-9-]+\/ask\?use=blocked-a \(/);
  });
});

const report = async (...args: string[]): Promise<Record<string, any>> => JSON.parse((await cli(["check", ...args, "--format", "json"])).out) as Record<string, any>;
const written = async (format: string): Promise<string> => (await cli(["check", "evil.yaml", "--format", format])).out;

describe("check", () => {
  test("a waiver changes the gate and not the decision", async () => {
    const { rows, waivers, exit } = await report("blocked.yaml", "--waivers", "waived.yaml");
    expect([exit, rows[0].decision, rows[0].gate, rows[0].waivers]).toEqual([0, "blocked", "waived", ["W-1"]]);
    expect(waivers).toEqual({ used: ["W-1"], expired: [], unused: [] });
  });
  test("an expired waiver is named and covers nothing", async () => {
    expect((await report("blocked.yaml", "--waivers", "expired.yaml")).waivers).toEqual({ used: [], expired: ["W-1"], unused: [] });
  });
  test("a baseline lets pass what was there, and stops what is worse", async () => {
    put("baseline.json", (await cli(["check", "all.yaml", "--format", "json"])).out);
    expect((await cli(["check", "all.yaml", "--baseline", "baseline.json"])).exit).toBe(0);
    put("baseline.json", (await cli(["check", "all.yaml", "--format", "json"])).out.replaceAll('"left": "blocked"', '"left": "unresolved"'));
    expect((await cli(["check", "all.yaml", "--baseline", "baseline.json"])).exit).toBe(2);
  });
  test("what a baseline had and is no more is told, of the files that were asked of", async () => {
    const before = (await cli(["check", "all.yaml", "--format", "json"])).out;
    put("baseline.json", before.replaceAll('"fingerprint": "sha256:', '"fingerprint": "was:'));
    const { gone, findings } = await report("all.yaml", "--baseline", "baseline.json");
    expect([findings.map((each: any) => each.known), gone.map((each: any) => each.kind)]).toEqual([[false], ["license-drift"]]);
    const { out } = await cli(["check", "all.yaml", "--baseline", "baseline.json"]);
    expect(out).toContain("findings against the baseline: 1 new, 0 as before, 1 gone\n    gone: license-drift of ");
    expect((await report("unused.yaml", "--baseline", "baseline.json")).gone).toEqual([]);
  });
  test("counts by class", async () => {
    const { summary, $schema, version, basis } = await report("all.yaml");
    expect(summary).toEqual({
      questions: 4, decisions: { blocked: 1, unresolved: 1, conditional: 1, cleared: 1 }, gate: { stops: 2, known: 0, waived: 0, passes: 2 }, findings: [{ kind: "license-drift", count: 1 }], licenseDrift: 1, unknownLicense: 1, assets: 2,
      supply: expect.objectContaining({ unknowns: [{ name: "terms-unknown", count: 1 }] }),
    });
    expect([$schema, version, basis[0].basis.asOf]).toEqual(["urn:cleartitle:schema:check:1", 1, "2026-12-01"]);
  });
  test("a file without uses is asked about each asset", async () => {
    const { rows } = await report("unused.yaml", "--action", "distribute", "--in", "US");
    expect(rows.map((row: any) => [row.use, row.synthetic, row.decision])).toEqual([["distribute:blocked-asset", true, "blocked"], ["distribute:fine", true, "cleared"]]);
  });
  test("every format agrees with the exit code", async () => {
    for (const format of ["table", "json", "sarif", "junit", "markdown", "csv"]) expect([format, (await cli(["check", "all.yaml", "--format", format])).exit]).toEqual([format, 2]);
  });
});

const partly = (format: string): Promise<Ran> => cli(["check", "partly", "--from", "spdx-2", "--action", "distribute", "--in", "US", "--format", format]);

describe("what could not be read has no part in the answers, and nobody takes them for the whole", () => {
  test.each([
    ["table", "1 problem while reading: what is not read has no part in the answers\n    partly/a.json:1:2: no JSON\n"], ["json", '"code": "format-syntax",\n   "message": "no JSON",\n   "file": "partly/a.json",\n   "line": 1,\n   "column": 2,'],
    ["sarif", '"ruleId": "reading/format-syntax",\n     "level": "error",'], ["junit", '<testcase classname="partly/a.json" name="format-syntax:1:2"><error type="format-syntax" message="no JSON">'],
    ["markdown", "# Rights check: nothing stops; 1 problem while reading\n"], ["csv", '"partly/a.json","","1:2","","","not read","","","","","format-syntax: no JSON",""\r\n'],
  ])("%s tells it, and check ends with 3 where all that was read is cleared", async (format, text) => {
    const { exit, out, err } = await partly(format);
    expect([exit, err]).toEqual([3, expect.stringContaining("1 problem while reading")]);
    expect(out).toContain(text);
  });
  test("what stops at the gate comes first", async () => {
    const { exit, out } = await cli(["check", "partly-unresolved", "--from", "spdx-2", "--action", "distribute", "--in", "US", "--format", "json"]);
    const { summary, problems } = JSON.parse(out) as { summary: { gate: Record<string, number> }; problems: readonly unknown[] };
    expect([exit, summary.gate["stops"], problems.length]).toEqual([4, 1, 1]);
  });
});

const kept = async (rest = ""): Promise<void> => put("kept.yaml", `${(await cli(["import", "partly", "--from", "spdx-2"])).out}uses: { cleared-a: { of: assistant, actions: [host], purpose: commercial, in: [EU], on: "2026-12-01" } }\n${rest}`);

describe("a title file that an import wrote says what it could not read", () => {
  test.each([
    ["table", "    not-read: partly/a.json:1: no JSON; mend it"], ["json", '"kind": "not-read",\n   "asset": null,\n   "detail": "partly/a.json:1: no JSON"'], ["sarif", '"ruleId": "finding/not-read",\n     "level": "error",'],
    ["junit", '<error type="not-read" message="partly/a.json:1: no JSON">'], ["markdown", "# Rights check: nothing stops; 1 problem while reading\n"], ["csv", '"finding","","","","","not-read: partly/a.json:1: no JSON"'],
  ])("%s tells it, and check ends with 3 as over the files", async (format, text) => {
    await kept();
    const { exit, out } = await cli(["check", "kept.yaml", "--format", format]);
    expect(exit).toBe(3);
    expect(out).toContain(text);
  });
  test.each([
    ["by nobody", "", 3, []], ["for all uses", 'waivers: [{ id: W, kind: not-read, reason: looked at, by: counsel, until: "2026-12-31" }]\n', 0, []],
    ["for a time that is over", 'waivers: [{ id: W, kind: not-read, reason: looked at, by: counsel, until: "2026-01-31" }]\n', 3, []],
    ["for one use, on which nobody knows whether it bears", 'waivers: [{ id: W, kind: not-read, use: cleared-a, reason: looked at, by: counsel, until: "2026-12-31" }]\n', 3, ["W"]],
  ])("somebody answers for it: %s", async (_name, waived, expected, unused) => {
    await kept(waived);
    const { exit, out } = await cli(["check", "kept.yaml", "--format", "json"]);
    expect([exit, (JSON.parse(out) as { waivers: { unused: readonly string[] } }).waivers.unused]).toEqual([expected, unused]);
  });
  test.each([["ask"], ["explain"], ["questions"], ["assess", "--with", "us-fair-use"], ["graph"], ["memo"]])("who asks by `%s` is told that there is more", async (command, ...more) => {
    await kept();
    expect((await cli([command, "kept.yaml", "--use", "cleared-a", ...more])).err).toContain("note: 1 thing could not be read when this was imported");
    expect((await cli([command, "cleared.yaml", "--use", "cleared-a", ...more])).err).not.toContain("could not be read");
  });
  test.each([["", 3], ['waivers: [{ id: W, kind: not-read, reason: looked at, by: counsel, until: "2026-12-31" }]\n', 0]])("no gate of one use passes it for the whole: with waivers %j it ends with %i", async (waived, expected) => {
    await kept(waived);
    expect((await cli(["ask", "kept.yaml", "--use", "cleared-a", "--fail-on", "blocked"])).exit).toBe(expected);
    expect((await cli(["ask", "kept.yaml", "--use", "cleared-a"])).exit).toBe(0);
  });
});

describe("recorded text stays text", () => {
  test("in a table no control character is left", async () => {
    expect(await written("table")).not.toContain("\u001b");
  });
  test("in CSV no field begins a formula", async () => {
    expect(csvField("=1+1")).toBe(`"'=1+1"`);
    expect(csvField(" @x")).toBe(`"' @x"`);
    expect(csvField('say "no"')).toBe('"say ""no"""');
    expect((await written("csv")).split("\r\n").filter((line) => /(^|,)[=+@-]/.test(line))).toEqual([]);
  });
  test("in JUnit it is escaped and no forbidden character is left", async () => {
    const xml = await written("junit");
    expect(xml).not.toContain("<script");
    expect(xml).not.toContain("\u001b");
    expect(xml).toContain(escapeMarkup("<script>"));
    expect(xml).toContain('<failure type="blocked"');
  });
  test("in Markdown", async () => {
    const markdown = await written("markdown");
    expect(markdown).not.toContain("<script>");
    expect(markdown).toContain("\\|");
  });
  test("in SARIF it is JSON, at the level of its status", async () => {
    const { version, runs } = JSON.parse(await written("sarif")) as Record<string, any>;
    expect(version).toBe("2.1.0");
    expect(runs[0].results[0]).toMatchObject({ ruleId: "rights/blocked", level: "error", locations: [{ physicalLocation: { artifactLocation: { uri: "evil.yaml" } } }] });
    expect(runs[0].tool.driver.rules.map((rule: any) => rule.id)).toContain("finding/license-drift");
  });
});

test("a list of signers that holds none, or one that cannot be read, stops an import", async () => {
  put("none.pem", "hello");
  put("bad.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
  const ran = await Promise.all(["none.pem", "bad.pem", "absent.pem"].map((file) => cli(["import", "models", "--trust-anchors", file])));
  expect(ran.map(({ exit, out, err }) => [exit, out, /holds no certificates|1 certificates that cannot be read|absent\.pem/.test(err)])).toEqual([[3, "", true], [3, "", true], [1, "", true]]);
});

test("a list of signers is handed on to an import, and without one nobody is", async () => {
  const [first, second] = rootCertificates;
  put("two.pem", `# ours\n${first}\n# theirs\n${second}\n`);
  trusted.length = 0;
  for (const more of [["--trust-anchors", "two.pem"], []]) expect((await cli(["import", "models", ...more])).exit).toBe(0);
  expect(trusted).toEqual([`${first}\n${second}`, undefined]);
});

describe("init", () => {
  test("writes a title file that reads, and never over one", async () => {
    expect((await cli(["init", "fresh", "--empty"])).exit).toBe(0);
    expect(readTitleFile(readFileSync(join(folder, "fresh/cleartitle.yaml"), "utf8"), { file: "x" }).problems).toEqual([]);
    put("fresh/cleartitle.yaml", "mine");
    const again = await cli(["init", "fresh", "--empty"]);
    expect([again.exit, readFileSync(join(folder, "fresh/cleartitle.yaml"), "utf8")]).toEqual([1, "mine"]);
    expect(starter.startsWith("#")).toBe(true);
  });
  test("writes what the folder holds, if it holds anything that is read", async () => {
    const ran = await cli(["init", "held"]);
    expect([ran.exit, ran.out, ran.err]).toEqual([0, "written: held/cleartitle.yaml (2 assets, 1 derivation)\n", "read: 2 records\nnext: cleartitle check held/cleartitle.yaml\n"]);
    expect(readTitleFile(readFileSync(join(folder, "held/cleartitle.yaml"), "utf8"), { file: "x" }).graph?.assets.size).toBe(2);
  });
  test("says what of a folder could not be read, and nothing of one that holds nothing", async () => {
    const ran = await Promise.all([cli(["init", "partly"]), cli(["init", "bare"])]);
    expect(ran.map(({ exit, out, err }) => [exit, out, err.includes("partly/a.json:1:2")])).toEqual([[3, "written: partly/cleartitle.yaml (2 assets, 1 derivation)\n", true], [0, "written: bare/cleartitle.yaml, an example to be changed into what you have\n", false]]);
  });
  test("import -o neither", async () => {
    expect((await cli(["import", "models", "-o", "imported.yaml"])).exit).toBe(0);
    expect(existsSync(join(folder, "imported.yaml"))).toBe(true);
    expect((await cli(["import", "models", "-o", "imported.yaml"])).exit).toBe(1);
  });
});
