import { formatProblem, type Problem } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { decide } from "@cleartitle/engine";
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { realCatalogue } from "../cases/case-file.js";
import { randomWorld, textOf } from "../worlds/world-arbitrary.js";
import { hostile } from "./hostile-text.js";

vi.setConfig({ testTimeout: 120_000 });
const read = (text: string) => readTitleFile(text, { file: "cleartitle.yaml", taxonomies: realCatalogue().taxonomies });

/** A problem that a person can act on: where it is, in plain words, and nothing of how we are built. */
function isTold(problem: Problem): boolean {
  const text = formatProblem(problem);
  return problem.file === "cleartitle.yaml" && (problem.code === "too-large" || (problem.line !== null && problem.line >= 1 && problem.column !== null && problem.column >= 1))
    && !/^\s+at /m.test(text) && !/\b(TypeError|RangeError|SyntaxError|ZodError|undefined|\[object Object\])\b/.test(problem.message) && text.length < 4_000;
}

describe("a title file that is none", () => {
  test.each(hostile.map((each) => [each.name, each] as const))("%s", (_, { text, code, at }) => {
    const { graph, problems } = read(text);
    expect(graph).toBeNull();
    expect(problems[0]).toMatchObject({ code, ...(at === null ? {} : { line: at[0], column: at[1] }) });
    expect(problems.filter((problem) => !isTold(problem))).toEqual([]);
    expect(problems.length).toBeLessThanOrEqual(2_000);
  });
  test("the nearest name that was meant is said", () => {
    expect(hostile.flatMap(({ name, text }) => (["an unknown kind", "an unknown act", "an unknown key", "an unknown place"].includes(name) ? [read(text).problems[0]?.hint] : []))).toEqual([
      "did you mean `assets`?", "did you mean `model`?", "did you mean `host`?", "did you mean `EU`?",
    ]);
  });
});

const sound = 'us: us\nassets:\n  - { id: a, kind: model, license: MIT, licensor: m, upstream: complete }\nuses:\n  asked: { of: a, actions: [host], purpose: [commercial], field: [general], in: [US], on: "2026-12-01" }\n';

describe("a title file that looks odd and is none the worse", () => {
  test.each([
    ["with line ends of another system", sound.replaceAll("\n", "\r\n")],
    ["with a mark of its byte order", `\uFEFF${sound}`],
    ["as JSON", JSON.stringify({ us: "us", assets: [{ id: "a", kind: "model", license: "MIT", licensor: "m", upstream: "complete" }], uses: { asked: { of: "a", actions: ["host"], purpose: ["commercial"], field: ["general"], in: ["US"], on: "2026-12-01" } } })],
    ["without an end to its last line", sound.trimEnd()],
    ["with a marker at its head and its end", `---\n${sound}...\n`],
  ])("%s", (_, text) => {
    const plain = decide({ graph: read(sound).graph!, catalogue: realCatalogue() }, "asked", { withoutRange: true });
    const { graph, problems } = read(text);
    expect(problems).toEqual([]);
    expect(decide({ graph: graph!, catalogue: realCatalogue() }, "asked", { withoutRange: true }).decision).toBe(plain.decision);
  });
  test("keeps a country that looks like a no", () => {
    expect(read(sound.replace("[US]", "[NO]")).graph?.uses.get("asked")?.in).toEqual(["NO"]);
  });
});

describe("names that the language has uses for", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "null", "~", "true", "0", "-1", "*", "a b", "a\u0000b", "\u202Eevil", "🦊", "x".repeat(1000), "<script>", "../../etc/passwd", "${jndi:ldap://x}"];
  test.each(names)("%j as id of an asset, a derivation, a party, a use and a license decides without a fall, and clears nothing", (name) => {
    const text = JSON.stringify({
      us: name, parties: [{ id: name }], assets: [{ id: name, kind: "dataset", license: name }, { id: "made", kind: "model" }],
      derivations: [{ id: name, from: [name], to: "made", by: "finetune", on: "2026-01-01" }],
      statements: [{ id: name, about: name, what: "licensor", value: "somebody", rung: "declared", by: name }],
      claims: [{ asset: name, by: name, layer: "copyright", says: name }], events: [{ id: name, kind: "fulfilled", of: name, on: "2026-01-01" }],
    });
    // JSON.stringify writes a key `__proto__` only where it is an own one.
    const use = `{"of":"made","actions":["distribute"],"in":["US","DE"],"on":"2026-12-01","as":${JSON.stringify(name)}}`;
    const { graph, problems } = read(`${text.slice(0, -1)},"uses":{${JSON.stringify(name)}:${use}}}`);
    expect(problems.filter((problem) => !isTold(problem))).toEqual([]);
    const answer = graph === null ? "refused" : decide({ graph, catalogue: realCatalogue() }, name, { withoutRange: true }).decision;
    expect(["refused", "unresolved", "blocked"]).toContain(answer);
  });
  test("nothing of what a file says reaches an object that it does not name", () => {
    expect(read('us: us\npositions: { __proto__: { polluted: x } }\nuses: { __proto__: { polluted: x } }\n').problems.map((p) => p.code)).toEqual(["unknown-key", "unknown-key"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

function decided(text: string) {
  const { graph, problems } = read(text);
  expect(problems).toEqual([]);
  return decide({ graph: graph!, catalogue: realCatalogue() }, "asked", { fullProof: true });
}
const statement = (id: string, other: string, value: string) => `  - { id: ${id}, about: a, what: license, value: ${value}, rung: declared, supersedes: ${other} }\n`;
const use = (of: string) => `uses:\n  asked: { of: ${of}, actions: [distribute], purpose: [commercial], field: [general], in: [US], on: "2026-12-01" }\n`;
describe("what is odd and not wrong is decided", () => {
  test.each(["us", "them"])("a circle of derivations by %s is a finding, and clears nothing", (who) => {
    const decision = decided(`us: us\nparties: [{ id: us }, { id: them }]\nassets:\n  - { id: a, kind: dataset, license: LicenseRef-nobody-knows-it }\n  - { id: b, kind: dataset }\n  - { id: c, kind: dataset }\nderivations:\n  - { from: a, to: b, by: merge, who: ${who} }\n  - { from: b, to: c, by: merge, who: ${who} }\n  - { from: c, to: a, by: merge, who: ${who} }\n${use("c")}`);
    expect(decision.findings.map((f) => f.kind)).toContain("cycle");
    expect(["unresolved", "blocked"]).toContain(decision.decision);
  });
  test("statements that supersede each other in a circle decide nothing by themselves", () => {
    const decision = decided(`us: us\nassets: [{ id: a, kind: dataset }]\nstatements:\n${statement("s1", "s2", "MIT")}${statement("s2", "s1", "LicenseRef-nobody-knows-it")}${use("a")}`);
    expect(["unresolved", "blocked"]).toContain(decision.decision);
  });
  test("parties that control each other", () => {
    const decision = decided(`us: us\nparties: [{ id: us, controlledBy: [{ party: them }] }, { id: them, controlledBy: [{ party: us }] }]\nassets: [{ id: a, kind: dataset }]\n${use("a")}`);
    expect(decision.decision).toBe("unresolved");
  });
  test.each([
    ["a list of many choices", JSON.stringify(Array.from({ length: 40 }, () => "MIT OR Apache-2.0"))],
    ["an expression of many choices", `"${Array.from({ length: 40 }, () => "(MIT OR Apache-2.0)").join(" AND ")}"`],
    ["an expression within expressions", `"${"(".repeat(500)}MIT${")".repeat(500)}"`],
    ["an expression that is none", '"MIT OR OR AND (("'],
    ["a list of many names", JSON.stringify(Array.from({ length: 300 }, (_, i) => `LicenseRef-${i}`))],
  ])("a license that is %s", (_, license) => {
    const decision = decided(`us: us\nassets: [{ id: a, kind: dataset, license: ${license} }]\n${use("a")}`);
    expect(decision.decision === "cleared" && !license.includes("MIT OR Apache")).toBe(false);
  });
  test("numbers at the end of what there is", () => {
    const decision = decided(`us: us\nparties: [{ id: us, facts: { monthly-active-users: { atLeast: 1.0e+308, atMost: 1.7e+308 } } }]\nassets: [{ id: a, kind: model, license: LicenseRef-Llama-3.1 }]\n${use("a")}`);
    expect(["conditional", "unresolved", "blocked"]).toContain(decision.decision);
  });
});

describe("any text is answered", () => {
  const mutated = fc.tuple(randomWorld, fc.nat(20_000), fc.nat(30), fc.string({ unit: "binary", maxLength: 6 })).map(([world, at, length, put]) => {
    const text = textOf(world.title, true);
    const from = at % text.length;
    return text.slice(0, from) + put + text.slice(from + length);
  });
  const signs = fc.string({ unit: fc.constantFrom(...Array.from("[]{}:,-?!&*#|>'\"%@` \n\tab1"), "us", "assets", "uses", "\r\n", "\u0000", "\uFEFF"), maxLength: 60 });
  test.each([["bytes", fc.string({ unit: "binary", maxLength: 500 })], ["signs of YAML", signs], ["a sound file with a piece put in or cut out", mutated]] as [string, fc.Arbitrary<string>][])("%s", (_, texts) => {
    fc.assert(fc.property(texts, (text) => {
      const { graph, problems } = read(text);
      expect((graph === null) === problems.length > 0).toBe(true);
      expect(problems.filter((problem) => !isTold(problem))).toEqual([]);
    }), { numRuns: 60, seed: 11 });
  });
});
