import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Io } from "../io.js";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const prefixes = "@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix ex: <http://example.org/> .\n";
const files: Readonly<Record<string, string>> = {
  "policy.ttl": `${prefixes}ex:p a odrl:Set ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:read ; odrl:duty ex:d ; odrl:constraint [ odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperand 5 ] ] . ex:d odrl:action odrl:compensate .`,
  "request.ttl": `${prefixes}ex:r a odrl:Request ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:read ; odrl:constraint [ odrl:leftOperand odrl:count ; odrl:operator odrl:eq ; odrl:rightOperand 3 ] ] .`,
  "bare.ttl": `${prefixes}ex:r a odrl:Request ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:read ] .`,
  "more.ttl": `${prefixes}ex:q a odrl:Set ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:read ; odrl:constraint [ odrl:leftOperand odrl:count ; odrl:operator odrl:gteq ; odrl:rightOperand 5 ] ] .`,
  "wrong.ttl": `${prefixes}ex:p a odrl:Set ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:reed ] .`,
  "child.ttl": `${prefixes}ex:c a odrl:Set ; odrl:inheritFrom ex:p ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:print ; ex:onlyIf ex:y ] .`,
  "cleartitle.yaml": `us: acme
assets: [{ id: notes, kind: dataset }]
instruments:
  - { id: deal, kind: agreement, title: Notes, source: [{ what: signed copy, where: drawer }], verified: primary, reviewed: "2026-11-01", rest: reserved, bindsBy: [acceptance], reach: {}, speaksOf: { training: true, outputs: true, weights: true }, covers: [notes],
      norms: [{ id: grant, cite: cl. 2, if: { purpose: [commercial] }, permit: { actions: [train-on] } }, { id: fee, cite: cl. 4, when: [train-on], oblige: { do: keep-notices } }] }
`,
  "bare-rule.ttl": `${prefixes}ex:bare a odrl:Set ; odrl:permission [ odrl:target ex:x ] .`,
  "broken.ttl": "<urn:a> <urn:b",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "odrl-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cleartitle(...words: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = { stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-12-01", interrupted: new Promise(() => {}), rooms };
  const exit = await run(["odrl", ...words], io);
  return { exit, out: out.join(""), err: err.join("") };
}

const asked = ["evaluate", "--policy", "policy.ttl", "--request", "request.ttl"] as const;

describe("cleartitle odrl", () => {
  test.each([
    [[...asked], 0, "deny\n"], [[...asked, "--duty-reading", "concurrent"], 0, "permit\n"], [[...asked, "--fail-on", "deny"], 2, "deny\n"],
    [["evaluate", "--policy", "policy.ttl", "--request", "bare.ttl", "--duty-reading", "after", "--fail-on", "undetermined"], 4, "undetermined\n"],
    [["evaluate", "--policy", "policy.ttl", "--request", "bare.ttl", "--duty-reading", "after", "--fail-on", "deny"], 0, "undetermined\n"],
    [["compatible", "policy.ttl", "more.ttl"], 0, "Conflict\n"], [["compatible", "policy.ttl", "policy.ttl"], 0, "Compatible\n"],
    [["compatible", "policy.ttl", "more.ttl", "--relation", "refines"], 0, "Conflict\n"],
  ])("%j gives %d", async (words, exit, first) => {
    const found = await cleartitle(...words);
    expect([found.exit, found.out.slice(0, first.length), found.err]).toEqual([exit, first, ""]);
  });


  test("what a rule leaves out is told after the verdict", async () => {
    const { out } = await cleartitle("compatible", "policy.ttl", "bare-rule.ttl");
    expect(out).toMatch(/^(?:Conflict|Compatible|Unknown)\n/);
    expect(out).toContain("note: http://example.org/bare: the permission /permission/0 names no action, and is compared as one of any\n");
  });

  test("the answer names strategy, reading and what would settle it", async () => {
    const { out } = await cleartitle("evaluate", "--policy", "policy.ttl", "--request", "bare.ttl", "--duty-reading", "after");
    expect(out).toContain("conflict: prohibit, as asked; ODRL's own default is invalid");
    expect(out).toContain("duties without a reading of their own: after");
    expect(out).toContain("would settle it: http://www.w3.org/ns/odrl/2/count");
  });

  test("JSON and Turtle say the same", async () => {
    const report = JSON.parse((await cleartitle(...asked, "--format", "json")).out) as { $schema: string; reports: { decision: string }[] };
    expect([report.$schema, report.reports[0]!.decision]).toEqual(["urn:cleartitle:schema:odrl-report:1", "deny"]);
    expect((await cleartitle(...asked, "--format", "turtle")).out).toContain("report:activationState report:Inactive");
  });

  test("the words of the draft say it too", async () => {
    const { exit, out } = await cleartitle(...asked, "--format", "draft");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ "@graph": [{ "@type": "report:ComplianceReport", "report:ruleReport": [{ "report:activationState": "report:Inactive", "report:controlState": "report:Deny" }] }] });
  });

  test("what is inherited is read from the documents that are given with it", async () => {
    const words = ["evaluate", "--policy", "child.ttl", "--request", "request.ttl", "--duty-reading", "after"];
    expect((await cleartitle(...words)).out).toMatch(/^undetermined/);
    const found = await cleartitle(...words, "--parent", "policy.ttl");
    expect(found.out).toContain("permission /inheritFrom/permission/0: applies");
    expect([(await cleartitle("import", "child.ttl", "--parent", "policy.ttl")).out, found.err]).toEqual([expect.stringContaining("/inheritFrom/permission/0 permission"), expect.not.stringContaining("is not given")]);
  });

  test.each(["jsonld", "turtle"])("a policy is written again as %s with what is not understood, and says so", async (format) => {
    const written = await cleartitle("import", "child.ttl", "--format", format);
    expect([written.exit, written.out.includes("onlyIf"), written.err.includes("`onlyIf` is not understood here")]).toEqual([3, true, true]);
  });

  test.each([["a license", "CC-BY-NC-4.0", []], ["an agreement of a title file", "deal", ["--title", "cleartitle.yaml"]]])("%s goes out and comes back, in both spellings", async (_, id, more) => {
    for (const format of ["jsonld", "turtle"]) {
      const written = await cleartitle("export", id, "--format", format, ...more);
      writeFileSync(join(folder, "license"), written.out);
      const back = await cleartitle("import", "license");
      expect([written.exit, written.err, back.exit, back.err]).toEqual([0, "", 0, ""]);
      expect((JSON.parse(back.out) as { id: string }).id).toBe(id);
    }
  });

  test.each([
    [["import", "wrong.ttl"], 3, "wrong.ttl:2: there is no action `reed`\n  hint: did you mean `read`?\n  at /permission/0/action/0"],
    [["import", "broken.ttl"], 3, "broken.ttl:1: this is no Turtle"],
    [["import", "nowhere.ttl"], 1, "nowhere.ttl: there is no such file"],
    [["export", "CC-BY-NC-4"], 64, "the catalogue has no instrument `CC-BY-NC-4`"],
    [["export", "dael", "--title", "cleartitle.yaml"], 64, "`cleartitle.yaml` has no instrument `dael`\n  hint: did you mean `deal`?"],
    [["export", "deal", "--title", "broken.ttl"], 3, "broken.ttl"],
    [["evaluate", "--policy", "policy.ttl", "--request", "broken.ttl"], 3, "broken.ttl:1: this is no Turtle"],
    [["evaluate", "--policy", "policy.ttl"], 64, "required option '--request <file>'"],
  ])("%j stops with %d and says why", async (words, exit, said) => {
    const found = await cleartitle(...words);
    expect([found.exit, found.err.includes(said), found.err]).toEqual([exit, true, found.err]);
  });
});
