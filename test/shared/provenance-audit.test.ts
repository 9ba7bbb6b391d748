import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { realCatalogue } from "../cases/case-file.js";
import { auditTables, auditedSets, relationOf } from "./provenance-audit.js";
import type { AuditedSet } from "./provenance-audit.js";
import { UseClasses } from "./use-class.js";

const page = readFileSync(new URL("../../docs/provenance-audit.md", import.meta.url), "utf8");

describe("licenses of data sets as an audit found them and as hubs say", () => {
  let sets: readonly AuditedSet[] = [];
  beforeAll(async () => {
    sets = await auditedSets();
  });
  const classes = new UseClasses(realCatalogue());

  it("is what the page says", () => {
    expect(sets.length).toBe(2311);
    expect(page).toContain(auditTables(sets).trim());
  }, 120_000);

  // Each by its line in the listing, read by hand.
  it.each([
    [8, "unspecified", ["open", "open", "omitted"]],
    [463, "commercial", ["more restrictive"]],
    [468, "non-commercial", ["omitted"]],
    [718, "unspecified", ["open", "omitted"]],
    [1388, "unspecified", ["open"]],
    [1848, "commercial", ["agreeing", "omitted", "agreeing"]],
    [2078, "commercial", ["agreeing", "agreeing", "omitted"]],
  ])("line %d is %s", (line, use, expected) => {
    const { audit, channels } = sets[line - 1]!;
    expect(classes.of(audit).class).toBe(use);
    const found = Object.values(channels).map((names) => relationOf(names, classes.of(names), classes.of(audit)));
    expect(found.slice(0, expected.length)).toEqual(expected);
  });
});

describe("a class of use", () => {
  const classes = new UseClasses(realCatalogue());
  it.each([
    [["MIT License"], "commercial"],
    [["MIT License", "CC BY-SA 4.0"], "commercial"],
    [["CC BY-NC 4.0"], "non-commercial"],
    [["MIT License", "CC BY-NC 4.0"], "non-commercial"],
    [["LicenseRef-MSR-LA"], "non-commercial"],
    // Research only, from a text that nobody verified: nothing is granted by it.
    [["LicenseRef-Research-Only-Generic"], "unspecified"],
    [["Unspecified"], "unspecified"],
    [["MIT License", "Custom"], "unspecified"],
    [[], "unspecified"],
  ])("of %j is %s", (names, use) => expect(classes.of(names).class).toBe(use));

  it("knows that a list with a text against commerce is not for commerce, whatever the rest says", () => {
    expect(classes.of(["CC BY-NC 4.0", "Custom"])).toEqual({ class: "unspecified", commercial: "no", nonCommercial: "unknown" });
  });
});
