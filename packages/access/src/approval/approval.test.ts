import { applyChanges, type ChangeSet, GraphBuilder, type Statement, type TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Matter, mattersBetween } from "./matter.js";
import { digestOfProposal, type Proposal, type Ruling, type Standing, stateOf, type Verdict, wrongInRevision, wrongInRuling } from "./proposal.js";

const statement = (id: string, rung: Statement["rung"], value = "MIT"): Statement => ({
  id, about: { kind: "asset", id: "notes" }, what: "license", raw: null, value, scope: null, part: null, rung, by: "counsel", source: null, valid: { from: null, to: null }, recordedAt: "2026-01-01", supersedes: null,
});
function graph(): TitleGraph {
  const builder = new GraphBuilder("acme").addAsset({ id: "notes", kind: "dataset" }).addAsset({ id: "other", kind: "dataset" });
  for (const rung of ["declared", "concluded"] as const) builder.addStatement(statement(rung, rung));
  builder.addPosition({ position: "p", territory: "EU", option: "a", by: null, on: null });
  return builder.build();
}
const event = { id: "e", of: "notes", party: null, part: null, on: "2026-01-01", recordedAt: "2026-01-01", evidence: null, duty: null, quantity: null };

describe("four eyes have to see", () => {
  test.each<[ChangeSet, Matter[]]>([
    [[], []],
    [[{ change: "add-statement", statement: statement("s", "declared") }], []],
    [[{ change: "remove-statement", statement: "declared" }], []],
    [[{ change: "drop-asset", asset: "other" }], []],
    [[{ change: "add-event", event: { ...event, kind: "breach-alleged" } }], []],
    [[{ change: "add-statement", statement: statement("s", "concluded") }], ["conclusion"]],
    [[{ change: "remove-statement", statement: "concluded" }], ["conclusion"]],
    [[{ change: "add-statement", statement: statement("concluded", "declared") }], ["conclusion"]],
    [[{ change: "add-statement", statement: statement("concluded", "concluded", "ISC") }], ["conclusion"]],
    [[{ change: "add-statement", statement: { ...statement("s", "declared"), supersedes: "concluded" } }], ["conclusion"]],
    [[{ change: "add-statement", statement: { ...statement("s", "detected"), supersedes: "concluded", what: "note" } }], ["conclusion"]],
    [[{ change: "add-statement", statement: { ...statement("s", "declared"), supersedes: "declared" } }], []],
    [[{ change: "drop-asset", asset: "notes" }], ["conclusion"]],
    [[{ change: "add-event", event: { ...event, kind: "breach-concluded" } }], ["conclusion"]],
    [[{ change: "add-position", position: { position: "p", territory: "US", option: "a", by: null, on: null } }], ["position"]],
    [[{ change: "set-profile", profile: "permissive" }], ["position"]],
    [[{ change: "set-profile", profile: "cautious" }], []],
    [[{ change: "remove-position", position: "p" }, { change: "remove-statement", statement: "concluded" }], ["position", "conclusion"]],
    // Taken out and put back is no change.
    [[{ change: "remove-statement", statement: "concluded" }, { change: "add-statement", statement: statement("concluded", "concluded") }], []],
  ])("of %j: %j", (changes, expected) => expect(mattersBetween(graph(), applyChanges(graph(), changes))).toEqual(expected));
  test("of a whole graph what is settled in it, and another profile", () => {
    expect(mattersBetween(null, graph())).toEqual(["position", "conclusion"]);
    expect(mattersBetween(null, new GraphBuilder("acme").build())).toEqual([]);
    expect(mattersBetween(graph(), { ...graph(), profile: "permissive" })).toEqual(["position"]);
    expect(mattersBetween(graph(), { ...graph(), waivers: [{ id: "w", use: null, asset: null, kind: "license-drift", reason: "r", by: "b", from: null, until: "2027-01-01" }] })).toEqual(["waiver"]);
  });
});

const proposal: Proposal = { workspace: "w", number: 3, matter: "position", why: "counsel's opinion of May", changes: [{ change: "remove-position", position: "p" }], revision: 2 };
const digest = digestOfProposal(proposal);
const standing = (...rulings: readonly [Verdict, string, string?][]): Standing => ({ proposal, authors: ["jane", "joe"], rulings: rulings.map(([verdict, by, of = digest]): Ruling => ({ verdict, by, digest: of })), isApplied: false });

describe("a proposal", () => {
  test.each<[readonly [Verdict, string, string?][], string]>([
    [[], "open"],
    [[["approve", "ann"]], "approved"],
    [[["approve", "ann", digestOfProposal({ ...proposal, revision: 1 })]], "open"],
    [[["reject", "ann", "an old one"], ["approve", "ann"]], "approved"],
    [[["approve", "jane"]], "open"],
    [[["approve", "joe"]], "open"],
    [[["reject", "ann"]], "rejected"],
    [[["approve", "ann"], ["reject", "bob"]], "rejected"],
    [[["withdraw", "ann"]], "open"],
    [[["withdraw", "joe"]], "withdrawn"],
  ])("with rulings %j is %s", (rulings, expected) => expect(stateOf(standing(...rulings))).toBe(expected));
  test.each<[Standing, Verdict, string, string, string | null]>([
    [standing(), "approve", "ann", digest, null],
    [standing(), "reject", "ann", digest, null],
    [standing(), "withdraw", "joe", digest, null],
    [standing(), "approve", "jane", digest, "not-allowed"],
    [standing(), "approve", "joe", digest, "not-allowed"],
    [standing(), "reject", "jane", digest, "not-allowed"],
    [standing(), "withdraw", "ann", digest, "not-allowed"],
    [standing(), "approve", "ann", digestOfProposal({ ...proposal, revision: 1 }), "conflict"],
    [standing(), "approve", "ann", "", "conflict"],
    [standing(["approve", "ann"]), "approve", "bob", digest, "conflict"],
    [standing(["reject", "ann"]), "approve", "bob", digest, "conflict"],
    [standing(["withdraw", "joe"]), "approve", "bob", digest, "conflict"],
  ])("%#: %s by %s", (before, verdict, by, named, expected) => expect(wrongInRuling(before, { verdict, by, digest: named })?.code ?? null).toBe(expected));
  test("may be changed while it is open or approved and not yet in the records", () => {
    const states = [standing(), standing(["approve", "ann"]), { ...standing(["approve", "ann"]), isApplied: true }, standing(["reject", "ann"]), standing(["withdraw", "joe"])];
    expect(states.map((each) => wrongInRevision(each) === null)).toEqual([true, true, false, false, false]);
  });
  test("is named by all of it", () => {
    const others: Partial<Proposal>[] = [{ workspace: "v" }, { number: 4 }, { matter: "waiver" }, { why: "" }, { changes: [] }, { changes: [{ change: "remove-position", position: "q" }] }, { revision: 3 }];
    expect(new Set([digest, ...others.map((other) => digestOfProposal({ ...proposal, ...other }))]).size).toBe(others.length + 1);
  });
  test("is approved by nobody who wrote any of it, and by no word on another text", () => {
    const people = ["jane", "joe", "ann", "bob"];
    const ruling = fc.record({ verdict: fc.constantFrom<Verdict>("approve", "reject", "withdraw"), by: fc.constantFrom(...people), digest: fc.constantFrom(digest, "another") });
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }), fc.array(ruling, { maxLength: 6 }), (authors, rulings) => {
        const isApproved = stateOf({ proposal, authors, rulings, isApplied: false }) === "approved";
        expect(!isApproved || rulings.some((each) => each.verdict === "approve" && each.digest === digest && !authors.includes(each.by))).toBe(true);
        // What is not allowed is also without effect when it is written down all the same.
        const voidOnes = rulings.filter((each) => each.digest !== digest || (each.verdict === "approve" && authors.includes(each.by)));
        expect(stateOf({ proposal, authors, rulings: voidOnes, isApplied: false })).not.toBe("approved");
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
