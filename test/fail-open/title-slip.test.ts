import { readChangeFile, readTitleFile, readUse } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

/**
 * Slips in a title file by which a text, an amount or a position would count for nothing, and the use be decided as if nobody had recorded it. The first of each pair
 * is as it should be.
 */
const grant = { id: "grant", cite: "s. 1", permit: { actions: ["host"] } };
const text = (norms: readonly object[]) => ({
  instruments: [{ id: "deal", kind: "agreement", title: "deal", source: [{ what: "a test", where: "here" }], reviewed: "2026-01-01", verified: "primary", rest: "silent", speaksOf: { training: true, outputs: true, weights: true }, bindsBy: ["signature"], reach: {}, norms: [grant, ...norms], covers: ["m"] }],
});
const party = (facts: object) => ({ parties: [{ id: "us", facts }] });
const said = (what: string, value: unknown = "MIT", ...more: readonly object[]) => ({ statements: [{ what, value }, ...more].map((each) => ({ about: "m", rung: "concluded", ...each })) });
const corrected = (supersedes: string) => said("license", "MIT", { what: "license", value: "Apache-2.0", supersedes });
const planned = (scale: object) => ({ uses: { asked: { of: "m", actions: ["host"], in: ["GB"], on: "2026-12-01", scale } } });
const capped = (unit?: string) => text([{ id: "cap", cite: "s. 2", prohibit: { actions: ["host"] }, if: { any: [{ quantity: "annual-revenue", of: "group", above: 5, ...(unit === undefined ? {} : { unit }) }] } }]);
const asking = { id: "ban", cite: "s. 2", prohibit: { actions: ["host"] }, if: { position: "own-question", options: { a: true, b: false } } };

const catalogue = realCatalogue();
const { taxonomies } = catalogue;
const goesOut = (as: string, more: object = {}) => ({ ...more, uses: { asked: { of: "m", actions: ["distribute"], in: ["US"], on: "2026-12-01", as } } });
const read = (more: object, held = true) => readTitleFile(JSON.stringify({ us: "us", parties: [{ id: "us" }], assets: [{ id: "m", kind: "model" }], ...more }), { file: "t.yaml", taxonomies, ...(held ? { catalogue } : {}) });

/** What is wrong with statements of which each corrects another. */
const ring = (...links: readonly (readonly [string, string | undefined])[]) => read({ statements: links.map(([id, supersedes]) => ({ id, about: "m", what: "license", value: id, rung: "declared", ...(supersedes === undefined ? {} : { supersedes }) })) }).problems.map((each) => [each.code, each.pointer]);

describe("a slip is a problem, with what was meant", () => {
  test.each<[string, object, object, string, string]>([
    ["an accepted text that is nowhere", { acceptances: [{ instrument: "LicenseRef-Llama-3.1", party: "us" }] }, { acceptances: [{ instrument: "LicenseRef-Llama-3.l", party: "us" }] }, "dangling-reference", "did you mean `LicenseRef-Llama-3.1`?"],
    ["an end of a text that is nowhere", { events: [{ kind: "terminated", of: "MIT", on: "2026-01-01" }] }, { events: [{ kind: "terminated", of: "the-deal", on: "2026-01-01" }] }, "dangling-reference", "one of `m`, `us`"],
    ["a position that nobody asks for", { positions: { "rely-on-publisher": "relies" } }, { positions: { "rely-on-publsher": "relies" } }, "unknown-name", "did you mean `rely-on-publisher`?"],
    ["an option that the position has not", { positions: { "rely-on-publisher": { EU: "relies" } } }, { positions: { "rely-on-publisher": { EU: "relied" } } }, "unknown-name", "did you mean `relies`?"],
    ["an option that a text's own position has not", { ...text([asking]), positions: { "own-question": "a" } }, { ...text([asking]), positions: { "own-question": "c" } }, "unknown-name", "did you mean `a`?"],
    ["users in millions", party({ "monthly-active-users": { atMost: 800_000_000 } }), party({ "monthly-active-users": { atMost: 800, unit: "million" } }), "bad-value", "write the number in full, and leave out `unit`"],
    ["planned users in millions", planned({ "monthly-active-users": [{ atMost: 5, unit: "users" }] }), planned({ "monthly-active-users": [{ atMost: 5, unit: "k" }] }), "bad-value", "write the number in full, and leave out `unit`"],
    ["money without its currency", party({ "annual-revenue": { atMost: 900_000, unit: "USD" } }), party({ "annual-revenue": { atMost: 900_000 } }), "missing-key", "add `unit`, such as `unit: EUR`"],
    ["planned money without its currency", planned({ "product-revenue": { atMost: 9, unit: "USD" } }), planned({ "product-revenue": 9 }), "missing-key", "add `unit`, such as `unit: EUR`"],
    ["money in millions", party({ "annual-revenue": [{ atMost: 5_000_000, unit: "USD" }] }), party({ "annual-revenue": [{ atMost: 5, unit: "USD million" }] }), "bad-value", "write the amount in full, and three capital letters such as `EUR`"],
    ["two currencies on the same days", party({ "annual-revenue": [{ atMost: 5, unit: "EUR", during: "2025-01-01/2025-12-31" }, { atMost: 5, unit: "USD", during: "2026-01-01/.." }] }), party({ "annual-revenue": [{ atMost: 5, unit: "EUR", during: "2025-01-01/2026-01-01" }, { atMost: 5, unit: "USD", during: "2026-01-01/.." }] }), "contradiction", "write both in one"],
    ["a cap of money without its currency", capped("USD"), capped(), "missing-key", "add `unit`, such as `unit: EUR`"],
    ["a permit that is taken back by another name", text([{ id: "less", cite: "s. 2", except: { from: ["grant"] } }]), text([{ id: "less", cite: "s. 2", except: { from: ["grnat"] } }]), "dangling-reference", "did you mean `grant`?"],
    ["a duty of a permit by another name", text([{ id: "less", cite: "s. 2", permit: { actions: ["run"], duties: ["credit"] } }, { id: "credit", cite: "s. 3", oblige: { do: "attribute" }, when: ["run"] }]), text([{ id: "less", cite: "s. 2", permit: { actions: ["run"], duties: ["credits"] } }, { id: "credit", cite: "s. 3", oblige: { do: "attribute" }, when: ["run"] }]), "dangling-reference", "did you mean `credit`?"],
    ["a norm that outlasts by another name", text([{ id: "stays", cite: "s. 2", survive: { norms: ["grant"], after: ["term"] } }]), text([{ id: "stays", cite: "s. 2", survive: { norms: ["Grants"], after: ["term"] } }]), "dangling-reference", "did you mean `grant`?"],
    ["a release license that is nowhere", goesOut("MIT"), goesOut("MTI"), "dangling-reference", "did you mean `MIT`?"],
    ["a release license that only its owner knows", { ...text([]), ...goesOut("deal") }, { ...text([]), ...goesOut("other-deal") }, "dangling-reference", "describe its terms under `instruments`; or leave `as` out: the answer tells under which licenses it may go out"],
    ["a release license without terms in the catalogue", goesOut("MIT"), goesOut("SISSL-1.2"), "dangling-reference", "describe its terms under `instruments`; or leave `as` out: the answer tells under which licenses it may go out"],
    ["a family in place of a release license", goesOut("LGPL-3.0-only"), goesOut("lgpl"), "dangling-reference", "name one: `LGPL-2.1-only`, `LGPL-3.0-only`"],
    ["two release licenses", goesOut("MIT"), goesOut("MIT OR Apache-2.0"), "bad-value", "a use goes out under one: ask once for each"],
    ["a target by another spelling", text([{ id: "same", cite: "s. 2", oblige: { do: "share-alike", outbound: { target: ["GPL-3.0-only"] } }, when: ["distribute"] }]), text([{ id: "same", cite: "s. 2", oblige: { do: "share-alike", outbound: { target: ["gpl-3.0"] } }, when: ["distribute"] }]), "dangling-reference", "did you mean `GPL-3.0-only`?"],
    ["a change license by another spelling", text([{ id: "later", cite: "s. 2", convert: { to: "Apache-2.0", on: "2030-01-01" } }]), text([{ id: "later", cite: "s. 2", convert: { to: "apache2", on: "2030-01-01" } }]), "dangling-reference", "did you mean `Apache-2.0`?"],
    ...["licence", "License", " license", "licenses", "lisence", "LICENSE"].map((what): [string, object, object, string, string] => [`a statement of a \`${what}\``, said("license"), said(what), "unknown-name", "did you mean `license`?"]),
    ["a statement of what went in", said("upstream", "partial"), said("upstreams", "partial"), "unknown-name", "did you mean `upstream`?"],
    ["a statement of a fact", said("fact:modified", true), said("Fact:modified", true), "unknown-name", "did you mean `fact:modified`?"],
    ["a correction of what is said of something else", corrected("m:license"), corrected("m:upstream"), "contradiction", "name the statement of the same that is no longer to count"],
    ["a correction of another word", said("license", "MIT", { what: "license", value: "Apache-2.0", supersedes: "s1" }), said("license", "MIT", { what: "fact:modified", value: true, supersedes: "s1" }), "contradiction", "name the statement of the same that is no longer to count"],
    ["a conclusion that a tool corrects", said("license", "CC-BY-NC-4.0", { what: "license", value: "MIT", supersedes: "s1" }), said("license", "CC-BY-NC-4.0", { what: "license", value: "MIT", supersedes: "s1", rung: "detected" }), "contradiction", "a conclusion is corrected by a conclusion: say `rung: concluded` and `by`, or leave out `supersedes`"],
  ])("%s", (_, sound, slip, code, hint) => {
    expect(read(sound).problems).toEqual([]);
    expect(read(slip)).toMatchObject({ graph: null, problems: [{ code, hint }] });
    // What was recorded by an earlier program is read as it was, so that its decisions can be verified.
    expect(read(slip, false).problems).toEqual([]);
  });

  test.each([["MIT", "MIT"], ["mit", "MIT"], ["MIT License", "MIT"], ["gpl-3.0-only", "GPL-3.0-only"], ["GPL-3.0", "GPL-3.0-only"], ["cc-by-sa-4.0", "CC-BY-SA-4.0"], ["https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"]])("a release license is read by each of its names: %s", (as, id) => {
    const { graph } = read(goesOut(as));
    expect(graph!.uses.get("asked")!.as).toBe(id);
    expect(read(goesOut(as), false).graph!.uses.get("asked")!.as).toBe(as);
    const asked = goesOut(as).uses.asked;
    expect(readUse("other", asked, { graph: graph!, catalogue }).use!.as).toBe(id);
    expect(readChangeFile(JSON.stringify({ uses: { asked: { as } } }), { ...catalogue, file: "c.yaml", graph: graph! }).changes).toEqual([{ change: "set-use", use: "asked", fields: { as: id } }]);
  });
  test("a release license that is nowhere is a problem wherever a use is described", () => {
    const { graph } = read(goesOut("MIT"));
    expect(readUse("other", goesOut("MTI").uses.asked, { graph: graph!, catalogue }).problems).toMatchObject([{ code: "dangling-reference", pointer: "/as", hint: "did you mean `MIT`?" }]);
    expect(readChangeFile(JSON.stringify({ uses: { asked: { as: "MTI" } } }), { ...catalogue, file: "c.yaml", graph: graph! }).problems).toMatchObject([{ code: "dangling-reference", pointer: "/uses/asked/as" }]);
  });
  test.each(["licensing", "license-link", "license-unsaid", "gate", "signature", "rights"])("what imports record as `%s` is none", (what) => expect(read(said(what)).problems).toEqual([]));
  test("statements that correct each other in a circle are a problem, and others are none", () => {
    expect(ring(["c", "b"], ["b", "a"], ["a", undefined])).toEqual([]);
    expect(ring(["d", "c"], ["c", "b"], ["b", "a"], ["a", "c"])).toEqual([1, 2, 3].map((at) => ["contradiction", `/statements/${at}/supersedes`]));
  });
  test.each(["reason", "by"])("a waiver whose `%s` is blank is a problem", (key) => {
    expect(read({ waivers: [{ kind: "any", reason: "settled", by: "counsel", until: "2027-01-01", [key]: "  " }] }).problems).toMatchObject([{ pointer: `/waivers/0/${key}` }]);
  });
  test("a text that stands on another may name the norms of that", () => {
    expect(read(text([{ id: "on", cite: "s. 0", modify: { base: "LicenseRef-Llama-3.1" } }, { id: "less", cite: "s. 2", except: { from: ["grants"] } }])).problems).toEqual([]);
  });
});

/** What is wrong with a chain: when its middle was made, when it was passed on, when the end is used, and how the middle is described. */
const chain = (made: string | undefined, passedOn: string, used: string, ...described: readonly object[]) => read({
  assets: [{ id: "m", kind: "dataset", license: "CC-BY-NC-4.0" }, ...described],
  derivations: [{ from: "m", to: "own", by: "train", ...(made === undefined ? {} : { on: made }) }, { from: "own", to: "p", by: "include", on: passedOn }], uses: { asked: { of: "p", actions: ["host"], in: ["GB"], on: used } },
}).problems.map((each) => [each.code, each.pointer]);

describe("what is used before anything made it is a problem, since what went into it later would count for nothing", () => {
  test.each<[string, Parameters<typeof chain>, string[]]>([
    ["in order", ["2026-01-01", "2026-02-01", "2026-03-01"], []],
    ["all on one day", ["2026-01-01", "2026-01-01", "2026-01-01"], []],
    ["a use before the making", ["2026-01-01", "2027-02-01", "2026-12-01"], ["/uses/asked/on"]],
    ["a source that is younger than what came of it", ["2027-01-01", "2026-02-01", "2026-03-01"], ["/derivations/1/on"]],
    ["a use a day too early of what is made over a time", ["2026-01-01", "2026-02-02/..", "2026-02-01"], ["/uses/asked/on"]],
    ["a use amid the making", ["2026-01-01", "2026-02-02/2026-03-01", "2026-02-10"], []],
    ["a making without a date", [undefined, "2026-02-01", "2026-03-01"], []],
    ["a thing that is described, and may have been there before", ["2027-01-01", "2026-02-01", "2026-03-01", { id: "own", kind: "model" }], []],
  ])("%s", (_, dates, pointers) => expect(chain(...dates)).toEqual(pointers.map((pointer) => ["contradiction", pointer])));
  test("a corpus into which more goes later is as old as its first part", () => {
    expect(read({ assets: [{ id: "m", kind: "dataset", license: "MIT" }], derivations: [{ from: "m", to: "pool", by: "copy", on: "2026-01-01" }, { from: "m", to: "pool", by: "merge", on: "2026-05-01" }, { from: "pool", to: "p", by: "train", on: "2026-03-01" }] }).problems).toEqual([]);
  });
});

describe("a slip in what a change set adds is a problem, too", () => {
  const { graph } = read({});
  const changed = (add: object) => readChangeFile(JSON.stringify({ add }), { ...catalogue, file: "c.yaml", graph: graph! }).problems.map((each) => [each.code, each.pointer]);
  test.each<[string, object, object, string]>([
    ["users in millions", party({ "monthly-active-users": { atMost: 5 } }), party({ "monthly-active-users": { atMost: 5, unit: "million" } }), "/add/parties/0/facts/monthly-active-users/unit"],
    ["a permit that is taken back by another name", text([{ id: "less", cite: "s. 2", except: { from: ["grant"] } }]), text([{ id: "less", cite: "s. 2", except: { from: ["grnat"] } }]), "/add/instruments/0/norms/1/except/from/0"],
    ["a statement of a license", said("license"), said("licence"), "/add/statements/0/what"],
    ["an option that a text's own position has not", { ...text([asking]), positions: { "own-question": "a" } }, { ...text([asking]), positions: { "own-question": "c" } }, "/add/positions/own-question"],
  ])("%s", (_, sound, slip, pointer) => {
    expect(changed(sound)).toEqual([]);
    expect(changed(slip)).toEqual([[expect.any(String), pointer]]);
  });
});

const workspace = readTitleFile(JSON.stringify({ us: "us", parties: [{ id: "us" }], assets: [{ id: "m", kind: "dataset", parts: [{ id: "docs", license: "MIT" }], acquired: { on: "2026-01-01", how: "download", in: "DE" } }], statements: [{ id: "s1", about: "m", what: "license", value: "CC-BY-NC-4.0", rung: "declared" }] }), { file: "t.yaml", taxonomies }).graph!;
const changing = (change: object) => readChangeFile(JSON.stringify(change), { ...catalogue, file: "c.yaml", graph: workspace }).problems.map((each) => [each.code, each.pointer]);
const saying = (statement: object) => ({ add: { statements: [{ about: "m", what: "license", value: "MIT", rung: "declared", ...statement }] } });
const redlining = (norm: object) => ({ redline: [{ instrument: "CC-BY-4.0", norms: [{ id: "new", cite: "rider", ...norm }] }] });
const capping = (unit?: string) => redlining({ prohibit: { actions: ["host"] }, if: { quantity: "annual-revenue", of: "group", above: 5, ...(unit === undefined ? {} : { unit }) } });

const described = (scale: object) => readUse("asked", { of: "m", actions: ["host"], in: ["GB"], on: "2026-12-01", scale }, { graph: workspace, catalogue }).problems.map((each) => [each.code, each.pointer]);

describe("what would be a slip in a title file is one in a change set too", () => {
  test.each<[string, object, object, string, string]>([
    ["a correction of what is said of something else", saying({ supersedes: "s1" }), saying({ what: "upstream", value: "complete", supersedes: "s1" }), "contradiction", "/add/statements/0/supersedes"],
    ["a correction of a statement of no name", saying({ supersedes: "s1" }), saying({ supersedes: "m:upstream" }), "dangling-reference", "/add/statements/0/supersedes"],
    ["a correction that the corrected statement corrects", { add: { statements: [{ ...saying({}).add.statements[0], id: "s1" }] } }, { add: { statements: [{ ...saying({}).add.statements[0], id: "s1", supersedes: "s2" }, { ...saying({}).add.statements[0], id: "s2", supersedes: "s1" }] } }, "contradiction", "/add/statements/0/supersedes"],
    ["a part that is not there", saying({ part: "docs" }), saying({ part: "dosc" }), "dangling-reference", "/add/statements/0/part"],
    ["a copy that nobody got", saying({ about: { acquisition: "m#acquired1" }, what: "fact:source.lawful_access", value: true }), saying({ about: { acquisition: "m#acquired2" }, what: "fact:source.lawful_access", value: true }), "dangling-reference", "/add/statements/0/about/acquisition"],
    ["a permit that is taken back by another name", redlining({ except: { from: ["grant"] } }), redlining({ except: { from: ["grnat"] } }), "dangling-reference", "/redline/0/norms/0/except/from/0"],
    ["a cap of money without its currency", capping("USD"), capping(), "missing-key", "/redline/0/norms/0/if"],
  ])("%s", (_, sound, slip, code, pointer) => {
    expect(changing(sound)).toEqual([]);
    expect(changing(slip)).toContainEqual([code, pointer]);
  });
  test("and in a use that is described", () => {
    expect(described({ "monthly-active-users": [{ atMost: 5 }], "annual-revenue": { atMost: 5, unit: "EUR" } })).toEqual([]);
    expect(described({ "monthly-active-users": [{ atMost: 5, unit: "k" }], "annual-revenue": { atMost: 5 } })).toEqual([["bad-value", "/scale/monthly-active-users/0/unit"], ["missing-key", "/scale/annual-revenue"]]);
  });
});
