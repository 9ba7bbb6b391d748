import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatProblem, layers, resolveLicense } from "@cleartitle/norms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultCatalogueDir } from "./catalogue-files.js";
import { dividedPlaces, placeIndex } from "./divided-places.js";
import { inForce } from "./in-force.js";
import { loadCatalogue } from "./load-catalogue.js";

const head = 'source: [{ what: a test, where: here }]\nreviewed: "2026-01-01"\n';
const terms = (...lines: string[]) => `${head}terms:\n${lines.map((line) => `  - ${line}\n`).join("")}`;

/** The least catalogue there can be: every taxonomy with a term or two, and one of each record. */
const least: Readonly<Record<string, string>> = {
  "taxonomies/layers.yaml": terms(...layers.map((id) => `{ id: ${id}, title: ${id}, unsaid: reserved }`)),
  "taxonomies/actions.yaml": terms("{ id: reproduce, title: copy }", "{ id: distribute, title: hand out, needs: { copyright: [reproduce] } }"),
  "taxonomies/purposes.yaml": terms("{ id: research, title: research }", "{ id: academic, title: at a school, isA: [research] }"),
  "taxonomies/fields.yaml": terms("{ id: general, title: any }"),
  "taxonomies/recipients.yaml": terms("{ id: anyone, title: anyone }"),
  "taxonomies/party-kinds.yaml": terms("{ id: company, title: company }"),
  "taxonomies/asset-kinds.yaml": terms("{ id: model, title: model, scope: weights }", "{ id: dataset, title: data, scope: database }"),
  "taxonomies/derivation-kinds.yaml": terms("{ id: copy, title: copied, implies: { any: [reproduce] }, downstream: { default: same } }"),
  "taxonomies/persistence.yaml": `${head}rows:\n  - { layer: any, source: any, derivation: any, persists: true }\n`,
  "taxonomies/places.yaml": terms("{ id: US, title: States }", "{ id: DE, title: Germany }", "{ id: US-CA, title: California, isA: [US] }", "{ id: US-TX, title: Texas, isA: [US] }"),
  "taxonomies/place-groups.yaml": terms('{ id: WORLD, title: all, members: ["*"] }', '{ id: EU, title: Union, members: [{ place: DE, from: "1958-01-01" }] }'),
  "taxonomies/facts.yaml": terms("{ id: plan, type: enum, values: [free, pro], ask: Which plan?, control: circumstance, of: actor }", "{ id: modified, type: boolean, ask: Was it changed?, control: undertaking, of: asset }"),
  "taxonomies/duties.yaml": terms("{ id: attribute, title: name the author }"),
  "taxonomies/quantities.yaml": terms("{ id: users, title: users, unit: users }"),
  "taxonomies/restrictions.yaml": terms("{ id: non-commercial, title: no trade }"),
  "taxonomies/aliases.yaml": `${head}terms: [{ id: MIT, names: [mit license] }]\nfamilies: [{ names: [cc], of: [CC-BY-4.0] }]\nnone: [other]\n`,
  "taxonomies/terms-vocabulary.yaml": `${head}terms: [{ id: export, group: territory, title: export law, by: [] }]\nrights: []\ntravel: []\n`,
  "positions/open.yaml": 'id: open\nquestion: Is it?\noptions: [{ id: "no", says: no }, { id: "yes", says: yes }]\ncautious: "no"\nsource: [{ what: a test, where: here }]\nverified: primary\nreviewed: "2026-01-01"\n',
  "law/us-ca/rule.yaml": law(['{ id: raise, raise: { layer: copyright, as: reserved }, cite: "s. 1" }', '{ id: free, unprotect: { layer: related }, if: { position: open, options: { "no": false, "yes": true } }, cite: "s. 2" }'], "US-CA"),
  "licenses/LicenseRef-A.yaml": license(['{ id: use, permit: { actions: [distribute], duties: [name] }, cite: "1" }', '{ id: name, oblige: { do: attribute }, when: [distribute], cite: "2" }']),
};

function law(norms: readonly string[], jurisdiction = "DE", extra = "authorityKind: statute\nconfidence: settled\nverified: secondary\n"): string {
  return `id: rule\nkind: statute\ntitle: a rule\njurisdiction: ${jurisdiction}\nauthority: [Act]\n${extra}${head}norms:${norms.length === 0 ? " []\n" : `\n${norms.map((n) => `  - ${n}\n`).join("")}`}`;
}

function license(norms: readonly string[], extra = "", id = "LicenseRef-A"): string {
  return `id: ${id}\nkind: license\ntitle: A\nverified: primary\n${head}rest: reserved\nspeaksOf: { training: false, outputs: false, weights: false }\nbindsBy: [reliance]\nreach: {}\n${extra}norms:${norms.length === 0 ? " []\n" : `\n${norms.map((n) => `  - ${n}\n`).join("")}`}`;
}

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "catalogue-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function load(changes: Readonly<Record<string, string | null>> = {}) {
  for (const [path, text] of Object.entries({ ...least, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return loadCatalogue(dir);
}
const point = (rest: string) => ({ "licenses/LicenseRef-A.yaml": license(['{ id: use, permit: { actions: [distribute] }, cite: "1" }'], `points: [{ about: what somebody should know${rest} }]\n`) });
const faults = (changes: Readonly<Record<string, string | null>>) => load(changes).problems.map((p) => formatProblem({ ...p, hint: null }));

describe("loadCatalogue", () => {
  it("loads what is whole, and leaves cases alone", () => {
    const { catalogue, problems } = load({ "licenses/LicenseRef-A.cases.yaml": "no: record\n" });
    expect(problems).toEqual([]);
    expect([...catalogue!.instruments.keys(), ...catalogue!.laws.keys(), ...catalogue!.positions.keys()]).toEqual(["LicenseRef-A", "rule", "open"]);
    expect(catalogue!.taxonomies.derivationKinds.get("copy")?.downstream).toEqual({ default: "same", reproduce: "same", distribute: "same" });
    expect(catalogue!.aliases.get("other")).toBeNull();
    expect(catalogue!.families?.get("cc")).toEqual(["CC-BY-4.0"]);
    expect([...dividedPlaces(catalogue!)]).toEqual(["US-CA"]);
    expect([...placeIndex(catalogue!).atomsOf("US", "2026-01-01")!]).toEqual(["US", "US-CA"]);
  });

  it("digests by content, not by layout", () => {
    const first = load().catalogue!.digests;
    expect(load({ "licenses/LicenseRef-A.yaml": `# a remark\n${least["licenses/LicenseRef-A.yaml"]}` }).catalogue!.digests).toEqual(first);
    const changed = load({ "taxonomies/place-groups.yaml": `${least["taxonomies/place-groups.yaml"]}  - { id: X, title: X, members: [US] }\n` }).catalogue!.digests;
    expect(changed.groups).not.toBe(first.groups);
    expect([changed.catalogue, changed.taxonomies]).toEqual([first.catalogue, first.taxonomies]);
  });

  it("reports problems of all files at once, in order", () => {
    expect(faults({ "licenses/LicenseRef-A.yaml": license(['{ id: use, permit: { actions: [distribut] }, cite: "1" }']), "law/us-ca/rule.yaml": law([], "DEE"), "positions/open.yaml": "id: open\n" }).map((f) => f.split(":")[0])).toEqual([
      "law/us-ca/rule.yaml", "licenses/LicenseRef-A.yaml", ...Array.from({ length: 6 }, () => "positions/open.yaml"),
    ]);
  });
});

describe("cross-checks of a license", () => {
  it.each([
    ["{ id: n, permit: { actions: [distribut] }, cite: c }", "there is no action `distribut`"],
    ["{ id: n, permit: { actions: [distribute], duties: [gone] }, cite: c }", "there is no duty in this record `gone`"],
    ["{ id: n, except: { from: [gone] }, cite: c }", "there is no permit in this record `gone`"],
    ["{ id: n, survive: { norms: [gone], after: [term] }, cite: c }", "there is no norm in this record `gone`"],
    ["{ id: n, oblige: { do: atribute }, when: [distribute], cite: c }", "there is no kind of duty `atribute`"],
    ["{ id: n, oblige: { do: attribute, outbound: { mustImpose: [nc], target: [LicenseRef-B] } }, when: [fly], cite: c }", "there is no action `fly`", "there is no license `LicenseRef-B`", "there is no restriction set `nc`"],
    ["{ id: n, convert: { after: P4Y, to: Nope-1.0 }, cite: c }", "there is no license `Nope-1.0`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { any: [{ purpose: [fun] }, { none: [{ field: [war] }] }] }, cite: c }", "there is no purpose `fun`", "there is no field of use `war`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { place: [EUR], of: domicile }, cite: c }", "there is no place or group `EUR`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { quantity: user, of: actor, above: 1 }, cite: c }", "there is no quantity `user`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { fact: plan, is: gold }, cite: c }", "there is no value of `plan` `gold`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { fact: modified, is: yes }, cite: c }", "`yes` is no value of the fact `modified`, which is true or false"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { kind: [song] }, cite: c }", "there is no kind of asset `song`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { derivation: [melt] }, cite: c }", "there is no kind of derivation `melt`"],
    ["{ id: n, prohibit: { actions: [distribute] }, if: { asserted: magic }, cite: c }", "there is no layer `magic`"],
    ["{ id: n, permit: { actions: [distribute] }, if: { position: shut, options: {} }, cite: c }", "there is no position `shut`"],
    ['{ id: n, permit: { actions: [distribute] }, if: { position: open, options: { "no": true, maybe: true } }, cite: c }', "the options `yes` of the position `open` are not mapped", "the position `open` has no option `maybe`"],
    ["{ id: n, presume: { fact: modified, is: true }, cite: c }", "only a rule of law can `presume`"],
  ])("%s", (norm, ...messages) => {
    const found = faults({ "licenses/LicenseRef-A.yaml": license([norm]) });
    expect(found).toHaveLength(messages.length);
    for (const each of found) expect(each).toMatch(/^licenses\/LicenseRef-A\.yaml:12:\d+: /u);
    for (const message of messages) expect(found.some((each) => each.endsWith(`: ${message}`))).toBe(true);
  });

  it.each([
    ["imposes: [rude]\n", "there is no restriction set `rude`"],
    ["noted: { exprt: \"export law is not decided here\" }\n", "there is no term `exprt`"],
    ["noted: { export: \"short\" }\n", "a note says why norms do not carry the term"],
    ["compatible: [LicenseRef-B]\n", "there is no license `LicenseRef-B`"],
    ["spdx: MITT\n", "`MITT` is not on the SPDX list"],
    ["names: [MIT License]\n", "the name `MIT License` already stands for `MIT`"],
    ["names: [CC]\n", "the name `CC` already stands for a family"],
    ["names: [Other]\n", "the name `Other` already stands for no license in particular"],
    ["unsupported: [{ what: x, actions: [fly], cite: c }]\n", "there is no action `fly`"],
  ])("%j", (extra, message) => expect(faults({ "licenses/LicenseRef-A.yaml": license([], extra) })).toEqual([expect.stringContaining(`: ${message}`)]));

  it("lets a promise not to assert stand behind a position only, and give no power", () => {
    const [position, actions] = ['if: { position: open, options: { "no": false, "yes": true } }', "taxonomies/actions.yaml"];
    const acts = { [actions]: terms("{ id: reproduce, title: copy }", "{ id: distribute, title: hand out }", "{ id: sublicense, title: sublicense, power: true }") };
    const promise = (named: string, condition: string) => ({ ...acts, "licenses/LicenseRef-A.yaml": license([`{ id: no-suit, permit: { actions: [${named}], promise: true }, ${condition}cite: "1" }`]) });
    expect(faults(promise("distribute", `${position}, `))).toEqual([]);
    expect(faults(promise("distribute", "")).join()).toContain("the promise `no-suit` stands behind no position");
    expect(faults(promise("sublicense", `${position}, `)).join()).toContain("a promise not to assert gives no power to `sublicense`");
  });

  it("wants each point to know to name what carries it, and to be carried or to say why not", () => {
    expect(faults(point(", by: [use, rest]"))).toEqual([]);
    expect(faults(point(", by: [used]")).join()).toContain("`used`");
    expect(faults(point("")).join()).toContain("a point has either `by` or `why`");
    expect(faults(point(", by: [use], why: nothing in the record can say it")).join()).toContain("a point has either `by` or `why`");
  });

  it("checks reach, ids and doubles", () => {
    const reach = license([]).replace("reach: {}", 'reach: { materials: { melt: free, copy: { position: open, options: { "no": derivative } } } }');
    expect(faults({ "licenses/LicenseRef-A.yaml": reach })).toEqual([expect.stringContaining("there is no kind of derivation `melt`"), expect.stringContaining("the options `yes` of the position `open` are not mapped")]);
    expect(faults({ "licenses/LicenseRef-A.yaml": license([], "", "Rail++") })).toEqual([expect.stringContaining("`Rail++` cannot stand in a license expression")]);
    expect(faults({ "terms/a.yaml": license([]) })).toEqual(["terms/a.yaml:1:5: the id `LicenseRef-A` is taken by `licenses/LicenseRef-A.yaml`"]);
  });
});

describe("cross-checks of law", () => {
  const permit = '{ id: free, permit: { actions: [reproduce] }, cite: "s. 1" }';
  const behind = '{ id: free, permit: { actions: [reproduce] }, if: { all: [{ fact: modified, is: true }, { position: open, options: { "no": false, "yes": true } }] }, cite: "s. 1" }';
  const beside = '{ id: free, permit: { actions: [reproduce] }, if: { any: [{ fact: modified, is: true }, { position: open, options: { "no": false, "yes": true } }] }, cite: "s. 1" }';
  it.each([
    ["authorityKind: statute\nconfidence: pending\nverified: secondary\n", "pending"],
    ["authorityKind: statute\nconfidence: unsettled\nverified: secondary\n", "unsettled"],
    ["authorityKind: guidance\nconfidence: settled\nverified: secondary\n", "a piece of guidance"],
    ["authorityKind: proposal\nconfidence: settled\nverified: secondary\n", "a proposal"],
    ['authorityKind: statute\nconfidence: settled\nverified: secondary\ninForce: { from: "2027-01-01" }\n', "not in force"],
  ])("%j grants nothing of itself", (extra, why) => {
    const refused = [expect.stringContaining(`: the norm \`free\` may not \`permit\`: the rule is ${why}`)];
    expect(faults({ "law/us-ca/rule.yaml": law([permit], "DE", extra) })).toEqual(refused);
    expect(faults({ "law/us-ca/rule.yaml": law([beside], "DE", extra) })).toEqual(refused);
    expect(faults({ "law/us-ca/rule.yaml": law([behind], "DE", extra) })).toEqual([]);
    expect(faults({ "law/us-ca/rule.yaml": law(['{ id: no, prohibit: { actions: [reproduce] }, cite: "s. 1" }'], "DE", extra) })).toEqual([]);
  });

  it("knows that what was read at its source needs no confirming", () => {
    const extra = "authorityKind: statute\nconfidence: settled\nverified: primary\nconfirmFirst: true\n";
    expect(faults({ "law/us-ca/rule.yaml": law([permit], "DE", extra) })).toEqual([expect.stringContaining("a rule that was read at its source needs no confirmation first")]);
  });
});

describe("cross-checks of taxonomies", () => {
  it.each([
    ["purposes", terms("{ id: research, title: r, isA: [academic] }", "{ id: academic, title: a, isA: [research] }"), "the terms `academic` → `research` → `academic` go in a circle"],
    ["purposes", terms("{ id: research, title: r }", "{ id: research, title: s }"), "the id `research` is given twice"],
    ["purposes", terms("{ id: research, title: r, isA: [reserch] }"), "there is no broader term `reserch`"],
    ["derivation-kinds", terms("{ id: copy, title: c, implies: { any: [reproduce] }, downstream: { reproduce: same } }"), "`copy` does not say what `distribute` on the result is on the source"],
    ["derivation-kinds", terms("{ id: copy, title: c, implies: { model: [reproduce] }, downstream: { default: none } }"), "`copy` does not say what it implies on `dataset`"],
    ["derivation-kinds", terms("{ id: copy, title: c, implies: { any: [fly] }, downstream: { default: none } }"), "there is no action `fly`"],
    ["derivation-kinds", terms("{ id: copy, title: c, implies: { any: [reproduce] }, downstream: { default: none }, contribution: [wit] }"), "there is no fact `wit`"],
    ["asset-kinds", terms("{ id: model, title: m, scope: weights, productWith: [robot] }"), "there is no kind of asset `robot`"],
    ["layers", terms(...layers.slice(2).map((id) => `{ id: ${id}, title: l, unsaid: free }`)), "the layers `copyright`, `moral` are not told of"],
    ["place-groups", terms("{ id: EU, title: u, members: [EEA] }", "{ id: EEA, title: a, members: [EU] }"), "the groups `EEA` → `EU` → `EEA` hold each other"],
    ["place-groups", terms("{ id: EU, title: u, members: [ZZ] }"), "there is no place or group `ZZ`"],
    ["aliases", `${head}terms: [{ id: MIT, names: [mit license, "MIT  License"] }]\nfamilies: []\nnone: []\n`, "the name `MIT  License` is given twice"],
    ["facts", terms("{ id: plan, type: enum, ask: w, control: circumstance, of: actor }", "{ id: modified, type: boolean, ask: w, control: undertaking, of: asset }"), "the fact `plan` has `values` only if its type is `enum`"],
    ["duties", terms("{ id: attribute, title: a, clashesWith: [hide] }"), "there is no kind of duty `hide`"],
    ["actions", terms("{ id: reproduce, title: c }", "{ id: distribute, title: d, needs: { copyright: [copy] } }"), "there is no action `copy`"],
  ])("%s: %j", (file, text, message) => {
    const found = faults({ [`taxonomies/${file}.yaml`]: text });
    expect(found.filter((each) => each.startsWith(`taxonomies/${file}.yaml:`) && each.endsWith(`: ${message}`))).not.toEqual([]);
  });

  it("wants an answer for every layer, source and derivation", () => {
    const rows = `${head}rows:\n  - { layer: [copyright], source: any, derivation: any, persists: true }\n  - { layer: any, source: [model], derivation: any, persists: false }\n`;
    const found = faults({ "taxonomies/persistence.yaml": rows });
    expect(found).toHaveLength(10);
    expect(found[0]).toContain("no row says whether `access` in `dataset` persists through `copy`");
  });

  it("names missing and unknown files", () => {
    expect(faults({ "taxonomies/duties.yaml": null, "taxonomies/dutys.yaml": terms() })).toEqual(expect.arrayContaining(["taxonomies/duties.yaml: the taxonomy `duties` is missing", "taxonomies/dutys.yaml: there is no taxonomy `dutys`"]));
    expect(loadCatalogue(join(dir, "nowhere")).problems[0]?.code).toBe("io");
  });
});

describe("the catalogue that comes with the program", () => {
  const home = defaultCatalogueDir()!;

  it("loads without a problem", () => {
    const { catalogue, problems } = loadCatalogue(home);
    expect(problems.map((p) => formatProblem(p))).toEqual([]);
    expect(catalogue!.taxonomies.places.size).toBeGreaterThanOrEqual(252);
    expect(catalogue!.taxonomies.groups.get("EU")?.members).toHaveLength(28);
    const places = placeIndex(catalogue!);
    expect(places.atomsOf("EU", "2026-11-21")?.size).toBe(27);
    expect(places.atomsOf("EU", "2019-06-01")?.size).toBe(28);
    expect(places.contains("EU-LAW", "GB", "2020-12-31")).toBe("true");
    expect(places.contains("EU", "GB", "2020-12-31")).toBe("false");
    const known = new Set(catalogue!.instruments.keys());
    const named = (name: string) => resolveLicense(name, catalogue!.aliases, known, catalogue!.families);
    for (const name of ["apache-2.0", "llama3.1", "gemma", "cc-by-nc-4.0", "creativeml-openrail-m", "bigscience-bloom-rail-1.0", "odc-by", "lgpl-lr", "GPL-3.0"]) expect([name, named(name).kind]).toEqual([name, "id"]);
    for (const name of ["openrail", "cc", "bsd", "gpl"]) expect([name, named(name).kind]).toEqual([name, "family"]);
    for (const name of ["other", "unknown"]) expect([name, named(name)]).toEqual([name, { kind: "none" }]);
  }, 30_000);

  it("says of approval by the OSI what the SPDX list says", () => {
    const list = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("spdx-license-list/spdx.json"), "utf8")) as Record<string, { osiApproved: boolean }>;
    const listed = [...loadCatalogue(home).catalogue!.instruments.values()].filter(({ id }) => Object.hasOwn(list, id));
    expect(listed.length).toBeGreaterThan(30);
    expect(listed.filter(({ id, approval }) => (approval?.osi === "approved") !== list[id]!.osiApproved).map(({ id }) => id)).toEqual([]);
  }, 30_000);

  it("says nothing of how the project was made", () => {
    expect(readFileSync(join(home, "taxonomies", "facts.yaml"), "utf8")).not.toMatch(/shared\/|brief/);
  });
});

it.each([
  [{}, "2026-01-01", true], [{ inForce: { from: "2026-01-01" } }, "2025-12-31", false], [{ inForce: { from: "2026-01-01" } }, "2026-01-01", true], [{ inForce: { to: "2026-01-01" } }, "2026-01-02", false],
])("%j is in force on %s: %s", (record, date, expected) => expect(inForce(record, date)).toBe(expected));

const policy = (...rules: string[]): string => `id: r\ntitle: R\n${head}verified: unverified\nrules:\n${rules.map((rule) => `  - ${rule}\n`).join("")}`;

describe("the day by which an instrument is reviewed", () => {
  const any = "{ id: any, within: P12M, why: so }";

  it.each<[string, string, Readonly<Record<string, string>>, string | undefined]>([
    ["none without a policy", "LicenseRef-A", {}, undefined], ["that of the rule for all", "LicenseRef-A", { "review/r.yaml": policy(any) }, "2027-01-01"],
    ["the first of those that fit", "LicenseRef-A", { "review/r.yaml": policy(any, "{ id: own, when: { kind: [license], listed: false, moves: false, verified: [primary] }, within: P6M, why: so }") }, "2026-07-01"],
    ["not that of a rule for others", "LicenseRef-A", { "review/r.yaml": policy(any, "{ id: moving, when: { moves: true }, within: P1M, why: so }", "{ id: listed, when: { listed: true }, within: P1M, why: so }", "{ id: weak, when: { verified: [memory] }, within: P1M, why: so }") }, "2027-01-01"],
    ["its own, where it has one", "LicenseRef-A", { "review/r.yaml": policy(any), "licenses/LicenseRef-A.yaml": `${least["licenses/LicenseRef-A.yaml"]!}reviewBy: "2030-05-05"\n` }, "2030-05-05"],
  ])("is %s", (_, id, files, expected) => {
    const { catalogue, problems } = load(files);
    expect(problems).toEqual([]);
    expect(catalogue!.instruments.get(id)!.reviewBy).toBe(expected);
  });

  it.each([
    ["a policy that leaves records out", policy("{ id: own, when: { listed: false }, within: P6M, why: so }"), /one rule fits every record/],
    ["a time that is none", policy("{ id: any, within: 6 months, why: so }"), /written like P3M/],
  ])("%s is a problem", (_, text, says) => expect(load({ "review/r.yaml": text }).problems.map((each) => each.message).join("\n")).toMatch(says));
});

describe("records that report and decide nothing", () => {
  const standing = 'source: [{ what: a test, where: here }]\nverified: secondary\nreviewed: "2026-01-01"\n';
  const asking = (questions: string): string => `id: q\ntitle: Q\nin: [EU]\n${standing}questions:\n  - ${questions}\n`;
  const risky = (cells: string, reasons = "R: { says: risky, rules: [rule] }"): string => `id: m\ntitle: M\nassumes: training\n${standing}reasons: { ${reasons} }\nmodifiers: []\ntypes: [{ id: free, title: T, cells: { ${cells} } }, { id: pro, title: P, cells: { DE: { level: low, reasons: [R] } } }]\n`;
  const typed = { "taxonomies/facts.yaml": `${least["taxonomies/facts.yaml"]}  - { id: source.type, type: enum, values: [free, pro], ask: Which?, control: circumstance, of: asset }\n` };
  const guarding = (means: string): string => `id: p\ntitle: P\nkinds: [model]\n${standing}means: [{ by: secrecy, layer: secret, applies: "yes", where: everywhere, says: so${means} }]\n`;

  it("load beside the others, and leave the digests of decisions as they are", () => {
    const { catalogue, problems } = load({
      ...typed, "questionnaires/q.yaml": asking("{ id: a, ask: Is it?, facts: [modified], unread: { modified: nothing turns on it }, answers: [{ says: it is, is: { modified: true }, means: much, rules: [rule], in: [DE] }] }"),
      "risk/m.yaml": risky("DE: { level: high, reasons: [R] }"), "protection/p.yaml": guarding(", asked: when-asserted"),
    });
    expect(problems).toEqual([]);
    expect([...catalogue!.questionnaires!.keys(), ...catalogue!.risks!.keys(), ...catalogue!.protections!.keys()]).toEqual(["q", "m", "p"]);
    expect(catalogue!.digests.catalogue).toBe(load(typed).catalogue!.digests.catalogue);
  });

  it.each([
    ["a fact that is not there", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, facts: [modifed], answers: [{ says: x, means: y }] }"), /there is no fact `modifed`/],
    ["a fact that no rule reads", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, facts: [modified], rules: [rule], answers: [{ says: x, means: y }] }"), /no rule that the question names reads `modified`/],
    ["an excuse for a fact that is not asked", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, reads: license, unread: { plan: why }, answers: [{ says: x, means: y }] }"), /`plan` is no deciding fact/],
    ["an answer by another fact", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, facts: [modified], unread: { modified: why }, answers: [{ says: x, is: { plan: free }, means: y }] }"), /`plan` is no deciding fact/],
    ["an answer that cannot be", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, facts: [modified], unread: { modified: why }, answers: [{ says: x, is: { modified: maybe }, means: y }] }"), /`maybe` is no value/],
    ["a rule that is not there", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, reads: license, rules: [rle], answers: [{ says: x, means: y }] }"), /no rule of law `rle`/],
    ["a question of nothing", "questionnaires/q.yaml", asking("{ id: a, ask: Is it?, answers: [{ says: x, means: y }] }"), /names its `facts`/],
    ["a place that is not there", "risk/m.yaml", risky("DE: { level: high, reasons: [R] }, XX: { level: low, reasons: [R] }"), /no place or group `XX`/],
    ["a type without a place", "risk/m.yaml", risky("DE: { level: high, reasons: [R] }, US: { level: low, reasons: [R] }"), /`pro` has no level for `US`/],
    ["a reason that nobody gives", "risk/m.yaml", risky("DE: { level: high, reasons: [R] }", "R: { says: risky }, S: { says: more }"), /no cell gives the reason `S`/],
    ["a reason that is not there", "risk/m.yaml", risky("DE: { level: high, reasons: [X] }"), /no reason `X`/],
    ["a type that no fact can have", "risk/m.yaml", risky("DE: { level: high, reasons: [R] }").replace("id: pro", "id: news"), /`news`/],
    ["a layer asked by law without a rule", "protection/p.yaml", guarding(", asked: by-law"), /no rule is named/],
    ["a layer that is not asked, without a word", "protection/p.yaml", guarding(", asked: not"), /not said why/],
  ] as const)("refuse %s", (_name, path, text, message) => expect(faults({ ...typed, [path]: text }).join("\n")).toMatch(message));
});
