import { describe, expect, test, vi } from "vitest";
import { answer, grant, prohibit, read, unstated } from "./plain-world.js";

/**
 * Ways in which engines that were tried let a use pass that a text forbids: each as a question to this one. The first test of each
 * group shows that the world is not refused for another reason.
 */
const status = (...args: Parameters<typeof answer>) => answer(...args).decision;
vi.setConfig({ testTimeout: 60_000 });
const open = ["cleared", "conditional"];

test("without any prohibition the use is cleared", () => expect(status({ norms: [grant] })).toBe("cleared"));

describe("a prohibition for one of several purposes", () => {
  const ban = prohibit({ purpose: ["commercial", "research"] });
  test("lets other purposes pass", () => expect(status({ norms: [grant, ban], use: { purpose: ["personal"] } })).toBe("cleared"));
  test.each([["commercial"], ["research"], ["academic-research"], ["commercial-research"]])("bars %s", (purpose) => {
    expect(status({ norms: [grant, ban], use: { purpose: [purpose] } })).toBe("blocked");
  });
  test("bars a use for a free purpose and a barred one", () => expect(status({ norms: [grant, ban], use: { purpose: ["personal", "research"] } })).toBe("blocked"));
  test("bars none of them by being turned round", () => {
    expect(status({ norms: [grant, prohibit({ none: [{ purpose: ["personal"] }] })], use: { purpose: ["personal"] } })).toBe("cleared");
    expect(status({ norms: [grant, prohibit({ none: [{ purpose: ["personal"] }] })], use: { purpose: ["commercial"] } })).toBe("blocked");
  });
});

/** What happened to the license. */
const life = (...events: readonly (readonly [id: string, kind: string, on: string])[]) => ({ events: events.map(([id, kind, on]) => ({ id, kind, of: "LicenseRef-text", on })) });

describe("a license that is ended and reinstated on one day", () => {
  test.each<[string, ReturnType<typeof life>, string]>([
    ["ended, and reinstated on a later day", life(["a", "terminated", "2026-10-01"], ["b", "reinstated", "2026-10-02"]), "cleared"],
    ["both, as they are called", life(["a", "terminated", "2026-10-01"], ["b", "reinstated", "2026-10-01"]), "unresolved"],
    ["both, called otherwise", life(["b", "terminated", "2026-10-01"], ["a", "reinstated", "2026-10-01"]), "unresolved"],
    ["both, and reinstated again", life(["a", "terminated", "2026-10-01"], ["b", "reinstated", "2026-10-01"], ["c", "reinstated", "2026-10-03"]), "cleared"],
    ["both, and ended again", life(["a", "terminated", "2026-10-01"], ["b", "reinstated", "2026-10-01"], ["c", "withdrawn", "2026-10-03"]), "blocked"],
  ])("is not decided by what the events are called: %s", (_, title, expected) => expect(status({ norms: [grant], title })).toBe(expected));
});

/** What we earn, and the party that controls us. */
const earning = (own: unknown, parent: unknown) => ({ parties: [{ id: "us", facts: { "annual-revenue": own }, controlledBy: [{ party: "parent" }] }, { id: "parent", facts: { "annual-revenue": parent } }] });

describe("amounts in unlike units", () => {
  const capped = { ...grant, if: { quantity: "annual-revenue", of: "actor", atMost: 1_000_000, unit: "USD" } };
  test.each<[string, unknown, unknown, string]>([
    ["in one, and within the bound", { atMost: 900_000, unit: "USD" }, { atMost: 9_000_000, unit: "USD" }, "cleared"],
    ["of which the one of the text is within it", { atMost: 900_000, unit: "USD" }, { atMost: 1, unit: "KWD" }, "cleared"],
    ["of which the other would narrow it", { atLeast: 1, unit: "USD" }, { atMost: 900_000, unit: "KWD" }, "unresolved"],
    ["of which none is the one of the text", { atMost: 1, unit: "EUR" }, { atMost: 1, unit: "KWD" }, "unresolved"],
  ])("are not taken for one: %s", (_, own, parent, expected) => expect(status({ norms: [capped], title: earning(own, parent) })).toBe(expected));
});

describe("what the question does not state", () => {
  test.each([
    ["the purpose", prohibit({ purpose: ["commercial"] }), unstated("purpose")],
    ["the field", prohibit({ field: ["medical"] }), unstated("field")],
    ["the recipient", prohibit({ recipient: ["public"] }), {}],
    ["the kind of actor", prohibit({ actor: ["company"] }), {}],
    ["a fact", prohibit({ fact: "in-production", is: true }), {}],
    ["a quantity", prohibit({ quantity: "monthly-active-users", of: "group", above: 10 }), {}],
    ["where it is hosted", prohibit({ place: ["DE"], of: "hosted" }), {}],
    ["the actor's domicile", prohibit({ place: ["DE"], of: "domicile" }), {}],
  ])("is not taken to be outside of a prohibition: %s", (_, ban, use) => expect(status({ norms: [grant, ban], use })).not.toBe("cleared"));

  test.each([
    ["the kind of actor", { actor: ["company"] }], ["a fact", { fact: "in-production", is: true }], ["a quantity", { quantity: "monthly-active-users", of: "group", below: 10 }], ["the actor's domicile", { place: ["DE"], of: "domicile" }],
  ])("is not taken to be inside of a permission: %s", (_, only) => expect(open).not.toContain(status({ norms: [{ ...grant, if: only }] })));

  test.each([["the purpose", { purpose: ["personal"] }, unstated("purpose")], ["the field", { field: ["general"] }, unstated("field")]])("is a promise that becomes a condition, at best: %s", (_, only, use) => {
    expect(status({ norms: [{ ...grant, if: only }], use })).not.toBe("cleared");
  });

  test("a use without places is no question", () => {
    expect(read({ norms: [grant], use: { in: undefined } }).problems.map((p) => [p.code, p.pointer])).toEqual([["missing-key", "/uses/asked/in"]]);
    expect(read({ norms: [grant], use: { in: [] } }).graph).toBeNull();
  });

  test("a past act without a place is an exposure that is not known", () => {
    const derivations = [{ id: "d", from: ["model"], to: "tuned", by: "finetune", who: "us", on: "2026-01-01", purpose: ["commercial"], field: ["general"] }];
    const past = (norms: readonly Record<string, unknown>[], more = {}) => answer({ norms, title: { derivations: [{ ...derivations[0], ...more }] }, use: { of: "tuned" }, text: { reach: { materials: { finetune: "derivative" } } } }).exposure;
    const ban = { ...prohibit({ place: ["DE"] }, ["reproduce"]), on: ["materials", "derivative"] };
    expect(past([{ ...grant, if: { place: ["DE"] } }], { in: ["DE"] }).map((e) => e.state)).toEqual(["covered"]);
    expect(past([{ ...grant, if: { place: ["DE"] } }]).filter((e) => e.layer === "copyright" && e.state === "covered")).toEqual([]);
    expect(past([grant, ban], { in: ["US"] }).every((e) => e.state === "covered")).toBe(true);
    expect(past([grant, ban]).every((e) => e.state === "covered")).toBe(false);
  });
});

describe("a permission and a prohibition on one act", () => {
  test.each([["in one text", [grant, prohibit(undefined)]], ["the prohibition first", [prohibit(undefined), grant]]])("give one answer, and it is no: %s", (_, norms) => expect(status({ norms })).toBe("blocked"));
  test("bar what is a kind of the act, too", () => {
    const norms = [{ ...grant, permit: { actions: ["reproduce", "make-available", "display"] } }, prohibit(undefined, ["make-available"])];
    expect(status({ norms, use: { actions: ["display"] } })).toBe("blocked");
  });
  test("in two texts, an accepted prohibition stands against another's grant", () => {
    const other = { id: "LicenseRef-terms", kind: "terms", title: "terms", source: [{ what: "a test", where: "here" }], reviewed: "2026-01-01", verified: "primary", rest: "silent", speaksOf: { training: true, outputs: true, weights: true }, bindsBy: ["acceptance"], reach: {}, norms: [prohibit(undefined)], covers: ["model"] };
    const { graph } = read({ norms: [grant] });
    const title = { instruments: [{ ...graph!.instruments.get("LicenseRef-text"), norms: [grant], covers: ["model"] }, other], acceptances: [{ instrument: "LicenseRef-terms", party: "us" }] };
    expect(status({ norms: [], title })).toBe("blocked");
  });
});

describe("every constraint counts", () => {
  const both = [{ purpose: ["commercial"] }, { place: ["DE"] }];
  test.each([["as they stand", both], ["turned round", both.toReversed()]])("a grant under two conditions needs both: %s", (_, all) => {
    expect(status({ norms: [{ ...grant, if: { all } }], use: { in: ["DE"] } })).toBe("cleared");
    expect(status({ norms: [{ ...grant, if: { all } }] })).toBe("blocked");
    expect(status({ norms: [{ ...grant, if: { all } }], use: { in: ["DE"], purpose: ["personal"] } })).toBe("blocked");
  });
  test.each([["as they stand", both], ["turned round", both.toReversed()]])("a prohibition on either of two grounds stands on one: %s", (_, any) => {
    expect(status({ norms: [grant, prohibit({ any })], use: { purpose: ["personal"] } })).toBe("cleared");
    expect(status({ norms: [grant, prohibit({ any })], use: { in: ["DE"], purpose: ["personal"] } })).toBe("blocked");
  });
  test("a grant must cover every place asked for", () => expect(status({ norms: [{ ...grant, if: { place: ["DE"] } }], use: { in: ["US", "DE"] } })).toBe("blocked"));
  test.each([
    ["an empty operand", { purpose: [""] }], ["no operand", { purpose: [] }], ["two tests in one", { purpose: ["commercial"], place: ["DE"] }], ["an operator that is not known", { purpose: { isAnyOf: ["commercial"] } }],
    ["two bounds", { quantity: "monthly-active-users", of: "group", atMost: 5, atLeast: 3 }], ["a test that is not known", { purpos: ["commercial"] }], ["no tests", { all: [] }],
  ])("%s is a problem, not a constraint that is left out", (_, condition) => expect(read({ norms: [grant, prohibit(condition)] }).graph).toBeNull());
  test.each([["purpose", { purpose: ["comercial"] }], ["field", { field: ["medicl"] }], ["place", { place: ["DEE"] }], ["actor", { actor: ["compny"] }], ["fact", { fact: "in-prodction", is: true }], ["quantity", { quantity: "monthly-activ-users", of: "group", above: 1 }]])(
    "a %s that is misspelled in a prohibition is a problem",
    (_, condition) => expect(read({ norms: [grant, prohibit(condition)] }).problems.map((p) => p.code)).toMatchObject([expect.stringMatching(/^unknown-(name|place)$/)]),
  );
  test("an act that is misspelled in a prohibition is a problem", () => {
    expect(read({ norms: [grant, prohibit(undefined, ["hots"])] }).problems).toMatchObject([{ code: "unknown-name", offending: "hots" }]);
  });
  test("a position that nobody knows leaves a prohibition open", () => {
    expect(status({ norms: [grant, prohibit({ position: "no-such", options: { a: false } })] })).toBe("unresolved");
  });
});

describe("prohibitions are read", () => {
  test("a text of nothing else bars", () => expect(status({ norms: [prohibit(undefined)] })).toBe("blocked"));
  test.each([["prohibits", "an unknown kind of norm"], ["prohibition", "ODRL's own word"], ["forbid", "another engine's word"]])("`%s` (%s) is a problem", (key) => {
    expect(read({ norms: [grant, { id: "ban", cite: "s. 2", [key]: { actions: ["host"] } }] }).graph).toBeNull();
  });
});

const taken = (condition: unknown, option = "maybe") => status({ norms: [grant, prohibit(condition)], title: { positions: { "q-one": option } } });

describe("a condition that cannot be evaluated", () => {
  test("bars where it stands under a prohibition", () => expect(status({ norms: [grant, prohibit("unknown")] })).toBe("unresolved"));
  test("does not grant where it stands under a permission", () => expect(status({ norms: [{ ...grant, if: "unknown" }] })).toBe("unresolved"));
  test.each([["all", { all: [true, "unknown"] }], ["any", { any: [false, "unknown"] }], ["none", { none: ["unknown"] }]])("stays unknown within `%s`", (_, condition) => {
    expect(status({ norms: [grant, prohibit(condition)] })).toBe("unresolved");
    expect(status({ norms: [{ ...grant, if: condition }] })).toBe("unresolved");
  });
  test("a position whose value has no row is unknown", () => {
    expect(taken({ position: "q-one", options: { yes: false, no: true, maybe: false } })).toBe("cleared");
    expect(taken({ position: "q-one", options: { yes: false, no: true } })).toBe("unresolved");
    expect(taken({ position: "q-one", options: { yes: false, no: false } })).toBe("unresolved");
  });
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("a position taken as `%s` is unknown", (option) => {
    expect(taken({ position: "q-one", options: { yes: false, no: true, maybe: false } }, option)).toBe("unresolved");
  });
  test("what the text says and norms cannot keeps the answer open", () => expect(status({ norms: [grant], text: { unsupported: [{ what: "a word nobody understands", cite: "s. 9" }] } })).toBe("unresolved"));
});
