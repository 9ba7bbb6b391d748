import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LicenseExpression, options, parseExpression, printExpression, spdxId } from "./expression.js";
import { spdxDeprecatedIds, spdxExceptionIds, spdxLicenseIds } from "./spdx-ids.gen.js";

const leaf = fc.oneof(
  fc.record({ license: fc.constantFrom(...spdxLicenseIds), orLater: fc.constant(true as const), exception: fc.constantFrom(...spdxExceptionIds) }, { requiredKeys: ["license"] }),
  fc.record({ license: fc.stringMatching(/^LicenseRef-[A-Za-z0-9.-]{1,12}$/) }),
  fc.constant({ license: "DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2" }),
);
/** Flat, as the reader makes them: no `any` in `any`, no list of one. */
const expressions = fc.letrec<{ any: LicenseExpression; all: LicenseExpression }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, leaf, fc.array(fc.oneof(leaf, tie("all")), { minLength: 2, maxLength: 4 }).map((parts) => ({ any: parts.flatMap((p) => ("any" in p ? p.any : [p])) }))),
  all: fc.oneof({ maxDepth: 3 }, leaf, fc.array(fc.oneof(leaf, tie("any")), { minLength: 2, maxLength: 4 }).map((parts) => ({ all: parts.flatMap((p) => ("all" in p ? p.all : [p])) }))),
})).any;

describe("parseExpression", () => {
  it.each([
    ["mit", { license: "MIT" }], ["Apache-2.0 or mit", { any: [{ license: "Apache-2.0" }, { license: "MIT" }] }], ["NONE", { none: true }], ["noassertion", { noAssertion: true }],
    ["MIT AND (Apache-2.0 AND ISC)", { all: [{ license: "MIT" }, { license: "Apache-2.0" }, { license: "ISC" }] }],
    ["GPL-3.0", { license: "GPL-3.0-only" }], ["gpl-2.0+", { license: "GPL-2.0-or-later" }], ["MPL-1.1+", { license: "MPL-1.1", orLater: true }],
    ["GPL-2.0 WITH Classpath-exception-2.0", { license: "GPL-2.0-only", exception: "Classpath-exception-2.0" }], ["LicenseRef-Llama-3.1", { license: "LicenseRef-Llama-3.1" }],
    ["MIT OR Apache-2.0 AND ISC", { any: [{ license: "MIT" }, { all: [{ license: "Apache-2.0" }, { license: "ISC" }] }] }],
  ])("reads %s", (text, expected) => expect(parseExpression(text)).toMatchObject({ expression: expected, problem: null }));

  it("states what was renamed", () => expect(parseExpression("GPL-3.0 OR LGPL-2.1+").renamed).toEqual([{ from: "GPL-3.0", to: "GPL-3.0-only" }, { from: "LGPL-2.1+", to: "LGPL-2.1-or-later" }]));

  it.each(["", "  ", "MIT AND", "(MIT", "MIT)", "MIT Apache-2.0", "Foo-1.0", "MIT WITH MIT", "LicenseRef-", "DocumentRef-x", "DocumentRef-x:MIT", "NONE OR MIT", "MIT +", "<b>", "(".repeat(100) + "MIT" + ")".repeat(100), "MIT OR ".repeat(5000) + "MIT", "\u0000"])("refuses %j without a throw", (text) => {
    const { expression, problem } = parseExpression(text);
    expect(expression).toBeNull();
    expect(problem?.code).toBe("bad-expression");
  });

  it("knows every id of the SPDX list in any case", () => {
    for (const id of [...spdxLicenseIds, ...spdxDeprecatedIds]) expect([spdxId(id.toUpperCase()), parseExpression(id).problem]).toEqual([id, null]);
  });

  it("prints what it reads and reads what it prints", () => {
    fc.assert(fc.property(expressions, (expression) => {
      expect(parseExpression(printExpression(expression))).toEqual({ expression, renamed: [], problem: null });
    }), { numRuns: 500 });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom("MIT", "AND", "OR", "WITH", "(", ")", "+", ":", "LicenseRef-a", "DocumentRef-b", " "), { maxLength: 12 }).map((words) => words.join(" "))), (text) => {
      const { expression, problem } = parseExpression(text);
      expect((expression === null) !== (problem === null)).toBe(true);
    }));
  });
});

const of = (text: string) => options(parseExpression(text).expression!).options;
const pairs = (n: number) => Array.from({ length: n }, (_, i) => `(LicenseRef-a${i} OR LicenseRef-b${i})`).join(" AND ");

describe("options", () => {
  it.each([
    ["MIT", [["MIT"]]], ["MIT OR ISC", [["MIT"], ["ISC"]]], ["(MIT OR ISC) AND Apache-2.0", [["Apache-2.0", "MIT"], ["Apache-2.0", "ISC"]]], ["MIT OR MIT", [["MIT"]]], ["MIT AND MIT", [["MIT"]]],
    ["NONE", []], ["NOASSERTION", [["NOASSERTION"]]], ["MPL-1.1+ AND GPL-2.0-only WITH Classpath-exception-2.0", [["GPL-2.0-only WITH Classpath-exception-2.0", "MPL-1.1+"]]],
  ])("%s", (text, expected) => expect(of(text)).toEqual(expected));

  it("is bounded", () => {
    expect(of(pairs(12))).toHaveLength(4096);
    expect(options(parseExpression(pairs(13)).expression!).problem?.code).toBe("too-many");
    expect(options(parseExpression(pairs(200)).expression!).problem?.code).toBe("too-many");
  });
});
