import { readPlaybook } from "@cleartitle/agreements";
import { describe, expect, test } from "vitest";
import { documentOfReading } from "./document/reading-document.js";
import { readSources } from "./document/read-sources.js";
import { drawPlaybook, playbookText } from "./draw/draw-playbook.js";
import { day, deal, house, law, parties, portfolio, reading } from "./portfolio.fixture.js";
import { type PortfolioQuery } from "./search.js";
import { portfolioJson, searchIn } from "./portfolio.js";

type Found = Awaited<ReturnType<typeof portfolio>>;
/** Findings of a kind, in short. Each that is of two agreements rests on a place of each. */
function told({ findings, families }: Found, kind: string): readonly (readonly [string, ...string[]])[] {
  const filesOf = (id: string): readonly string[] => families.find((family) => family.id === id)!.documents.map(({ file }) => file);
  return findings.filter((each) => each.kind === kind).map(({ severity, families: ids, places }) => {
    for (const id of ids) expect({ id, rests: places.some(({ file, quote }) => quote !== "" && filesOf(id).includes(file)) }).toEqual({ id, rests: true });
    return [severity, ...ids];
  });
}
const term = (from: string, initial = "P2Y"): string => `term-and-renewal: { version: licensor, with: { from: "${from}", initial: ${initial} } }`;
const exclusive = (fields: string, window = "P12M"): string => `exclusivity: { version: neutral, with: { fields: [${fields}], window: ${window} } }`;
const field = (fields: string): string => `field-of-use: { version: neutral, with: { fields: [${fields}] } }`;

describe("exclusivity against other grants, checked by hand", () => {
  test.each([
    ["in the same field and time", `{ ${field("medical")}, ${term("2026-02-01")} }`, {}, [["conflict", "a", "b"]]],
    ["to a grant without a field, which is for every field", `{ ${term("2025-01-01")} }`, {}, [["conflict", "a", "b"]]],
    ["in another field", `{ ${field("finance")}, ${term("2026-02-01")} }`, {}, []],
    ["that begins after the window", `{ ${field("medical")}, ${term("2027-01-02")} }`, {}, []],
    ["of other assets", `{ ${term("2026-02-01")} }`, { asset: "letters" }, []],
    ["to the same licensee", `{ ${term("2026-02-01")} }`, { to: "acme" }, []],
    ["of another licensor", `{ ${term("2026-02-01")} }`, { from: "archive" }, []],
    ["that ended before", `{ ${term("2024-01-01", "P1Y")} }`, {}, []],
    ["that ended before, in words that may renew it", `{ term-and-renewal: { own: { text: [Until the end of 2024.], dates: [{ id: last, at: 1, what: the last day, on: "2024-12-31", sets: end }] } } }`, { signed: "2024-01-01" }, [["open", "a", "b"]]],
    ["whose end nobody says", `{ ${field("medical")} }`, {}, [["open", "a", "b"]]],
    ["in words of the parties", `{ field-of-use: { own: { text: [Only for care.] } }, ${term("2026-02-01")} }`, {}, [["open", "a", "b"]]],
  ])("a grant %s", async (_what, topics, words, findings) => {
    const found = await portfolio({ "a.yaml": deal("a", `{ ${exclusive("medical")}, ${term("2026-01-01")} }`), "b.yaml": deal("b", topics, { to: "beta", ...words }) });
    expect(told(found, "exclusivity")).toEqual(findings);
  });

  test("a named competitor is one in every field and time", async () => {
    const found = await portfolio({ "a.yaml": deal("a", `{ exclusivity: { version: licensee, with: { fields: [medical], rivals: [Beta] } }, ${term("2026-01-01")} }`), "b.yaml": deal("b", `{ ${field("finance")}, ${term("2029-01-01")} }`, { to: "beta" }) });
    expect(told(found, "exclusivity")).toEqual([["conflict", "a", "b"]]);
    expect(found.findings[0]!.places.map(({ file, cite }) => [file, cite])).toEqual([["a.yaml", "4"], ["b.yaml", null]]);
  });

  test("of documents that were read both quotes are shown, and nothing is decided", async () => {
    const one = reading("one.txt", parties("Acme Inc.", "Beta LLC"), ["exclusivity", "Acme shall supply nobody else."]);
    const other = reading("other.txt", parties("Acme Inc.", "Gamma LLC"), ["license-grant", "Acme grants Gamma a license."]);
    const found = await portfolio({}, { readings: [one, other] });
    expect(found.findings.filter(({ kind }) => kind === "exclusivity").map(({ severity, places }) => [severity, ...places.map(({ quote }) => quote)])).toEqual([["look", "Acme shall supply nobody else.", "Acme grants Gamma a license."]]);
  });
});

const price = (fee: string, version = "neutral"): string => `price: { version: ${version}, with: { fee: "${fee}" } }`;

describe("most favored terms against what others have", () => {
  test.each([
    ["a lower price for the same", price("USD 90000"), "neutral", [["conflict", "a", "b"]]],
    ["a higher price", price("USD 110000"), "neutral", []],
    ["another currency", price("EUR 90000"), "neutral", [["open", "a", "b"]]],
    ["a price reckoned otherwise", price("USD 90000", "licensee"), "neutral", [["open", "a", "b"]]],
    ["a lower price for another field", `${price("USD 90000")}, ${field("medical")}`, "neutral", [["open", "a", "b"]]],
    ["a lower price that was over before", `${price("USD 90000")}, ${term("2020-01-01")}`, "neutral", []],
    ["no price at all", "audit: { version: neutral }", "neutral", [["open", "a", "b"]]],
    ["a better version, where every term counts", `${price("USD 100000")}, audit: { version: licensee }`, "licensee", [["conflict", "a", "b"]]],
    ["a better version, where the price alone counts", `${price("USD 100000")}, audit: { version: licensee }`, "neutral", []],
    ["a lower price, where nobody is owed it", price("USD 90000"), "licensor", []],
  ])("%s", async (_what, topics, favored, findings) => {
    const found = await portfolio({ "a.yaml": deal("a", `{ most-favored: { version: ${favored} }, ${price("USD 100000")}, audit: { version: neutral } }`), "b.yaml": deal("b", `{ ${topics} }`, { to: "beta" }) });
    expect(told(found, "most-favored")).toEqual(findings);
  });
});

const into = (topics: string): string => deal("in", `{ ${topics} }`, { from: "archive", to: "acme" });

describe("licenses out against licenses in, asked of the engine", () => {
  const acts = "permitted-acts: { version: neutral, with: { acts: [train-on] } }";
  const wide = `${acts}, ${field("medical")}, territory: { version: licensee }, ${term("2026-01-01", "P5Y")}, sublicensing: { version: licensee }`;
  const out = `{ ${acts}, ${field("medical")}, territory: { version: licensee }, ${term("2026-02-01")} }`;
  test.each([
    ["no more than was given", into(wide), out, []],
    ["what may not be sublicensed", into(wide.replace("sublicensing: { version: licensee }", "sublicensing: { version: licensor }")), out, ["does not let it be sublicensed"]],
    ["an act that was not given", into(wide), out.replace("acts: [train-on]", "acts: [train-on, index]"), ["`index` of `scans`"]],
    ["another field", into(wide), out.replace("[medical]", "[medical, finance]"), ["`train-on` of `scans` (finance"]],
    ["more places", into(wide.replace("territory: { version: licensee }", "territory: { version: licensor, with: { places: [DE], hosting: [DE] } }")), out, ["`train-on` of `scans` (medical; 2026-02-01"]],
    ["another place of hosting", into(wide.replace("territory: { version: licensee }", "territory: { version: neutral, with: { hosting: [EU] } }")), out.replace("territory: { version: licensee }", "territory: { version: neutral, with: { hosting: [EU, US] } }"), ["ban"]],
    ["a longer term", into(wide.replace("P5Y", "P1Y")), out, ["2027-01-01, 2028-01-31"]],
  ])("%s", async (_what, taken, given, messages) => {
    const found = await portfolio({ "in.yaml": taken, "out.yaml": deal("out", given, { from: "acme", to: "lab" }) });
    const chain = found.findings.filter(({ kind, severity }) => kind === "wider-than-in" && severity === "conflict");
    expect({ none: chain.length === 0, said: messages.filter((message) => !chain.some((each) => each.message.includes(message))) }).toEqual({ none: messages.length === 0, said: [] });
    for (const { places } of chain) expect(new Set(places.map(({ file }) => file))).toEqual(new Set(["in.yaml", "out.yaml"]));
  });

  test("what is in words of the parties is not known, and no word that it fits", async () => {
    const found = await portfolio({ "in.yaml": into(`${wide}, outputs: { own: { text: [Nothing that harms the archive.] } }`), "out.yaml": deal("out", out, { from: "acme", to: "lab" }) });
    expect(new Set(told(found, "wider-than-in").map(([severity]) => severity))).toEqual(new Set(["open"]));
  });

  test("fields beyond the bound are named as not asked", async () => {
    const many = "[medical, finance, education, insurance, transport]";
    const found = await portfolio({ "in.yaml": into(wide.replace("field-of-use: { version: neutral, with: { fields: [medical] } }", "field-of-use: { version: licensee }")), "out.yaml": deal("out", out.replace("[medical]", many), { from: "acme", to: "lab" }) });
    expect(found.findings.filter(({ kind }) => kind === "wider-than-in").map(({ severity, message }) => [severity, message])).toEqual([["open", "nobody asked what `out` passes on for transport: they are too many"]]);
  });

  test("so are days", async () => {
    const ends = ["P1Y", "P18M", "P20M", "P22M"].map((initial, index) => [`in-${index}.yaml`, into(wide.replace("P5Y", initial)).replace("id: in\n", `id: in-${index}\n`)] as const);
    const found = await portfolio({ ...Object.fromEntries(ends), "out.yaml": deal("out", out, { from: "acme", to: "lab" }) });
    expect(told(found, "wider-than-in").length).toBeGreaterThan(0);
    expect(found.findings.filter(({ message }) => message.startsWith("nobody asked")).map(({ severity, message }) => [severity, message])).toEqual([["open", "nobody asked what `out` passes on for 2027-11-01, 2028-01-31: they are too many"]]);
  });

  test("chains beyond the bound are named", async () => {
    const found = await portfolio({ "in.yaml": into(wide), "out.yaml": deal("out", out, { from: "acme", to: "lab" }) }, { mostChains: 0 });
    expect(found.cut).toEqual(["out"]);
  });
});

const clauses = (place: string, version: string): string => `{ governing-law: { version: neutral, with: { law: [${place}], seat: [${place}] } }, assignment: { version: ${version} } }`;

const of = (file: string, ...said: readonly Parameters<typeof reading>[1][]) => reading(file, ["document-name", `${file} Agreement`], parties("Acme Inc.", "Beta LLC"), ...said);

describe("agreements that are read together", () => {
  test("law, seat and handing on that differ between the same parties", async () => {
    const found = await portfolio({ "a.yaml": deal("a", clauses("GB", "neutral")), "b.yaml": deal("b", clauses("FR", "licensee"), { asset: "letters" }), "c.yaml": deal("c", clauses("GB", "neutral"), { asset: "maps" }) });
    expect(told(found, "law")).toEqual([["look", "a", "b"], ["look", "a", "b"], ["look", "b", "c"], ["look", "b", "c"]]);
    expect(told(found, "transfer")).toEqual([["look", "a", "b"], ["look", "b", "c"]]);
  });

  test("law and seat of one deal in two places is a rule of the house", async () => {
    const found = await portfolio({ "a.yaml": deal("a", "{ governing-law: { version: neutral, with: { law: [GB], seat: [FR] } } }") });
    expect(found.findings.filter(({ kind }) => kind === "inconsistent").map(({ message, places }) => [message.startsWith("rule 14"), places[0]!.cite])).toEqual([[true, "43"]]);
  });

  test("of documents that were read a law that differs is told, and one that was not found is no difference", async () => {
    const found = await portfolio({}, { readings: [of("one", law("US-NY")), of("two", law("US-CA")), of("three")] });
    expect(told(found, "law")).toEqual([["look", "one", "two"]]);
    expect(found.coverage).toEqual([{ topic: "governing-law", found: 2, open: 0, notFound: 1 }]);
  });
});

describe("days", () => {
  const renewing = deal("d", `{ term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P1Y, notice: P60D } } }`);
  test.each([
    ["2026-06-01", []],
    ["2026-09-01", ["the window to stop the renewal closes on 2026-11-01"]],
    ["2026-11-02", ["the window to stop the renewal closed on 2026-11-01: unless somebody said no, it runs until 2027-12-31"]],
    ["2027-03-01", ["past its term, which ended on 2026-12-31; whether it renewed until 2027-12-31 or somebody said no by 2026-11-01 is not recorded"]],
  ])("a window of notice on %s", async (asOf, messages) => {
    const { findings, calendar } = await portfolio({ "d.yaml": renewing }, { asOf });
    expect(findings.filter(({ kind }) => kind === "notice-window").map(({ message }) => message)).toEqual(messages);
    expect(calendar.map(({ on, kind }) => [on, kind])).toEqual([["2026-01-01", "begins"], ["2026-11-01", "notice"], ["2026-12-31", "ends"], ["2027-12-31", "renewed-until"]]);
  });

  test("a window that was read and has no day is told as not known", async () => {
    const found = await portfolio({}, { readings: [reading("one.txt", parties("Acme Inc.", "Beta LLC"), ["notice-period-to-terminate-renewal", "sixty days", { type: "period", period: "P60D" }])] });
    expect(told(found, "notice-window")).toEqual([["open", "one.txt"]]);
  });
});

const money = (amount: string, currency = "USD"): object => ({ type: "money", currency, amount });

test("sums come by currency, the largest that each agreement names, exactly; what has no limit or no cap is said", async () => {
  const { money: { lines, caps } } = await portfolio({ "d.yaml": deal("d", `{ price: { version: neutral, with: { fee: "USD 0.10" } }, liability-caps: { version: neutral } }`), "e.yaml": deal("e", `{ price: { version: neutral, with: { fee: "USD 0.20" } } }`, { to: "beta" }) }, {
    readings: [
      reading("one.txt", parties("A Inc.", "B Inc."), ["minimum-commitment", "at least $5, then $7", money("5"), money("7")], ["uncapped-liability", "without limit for fraud"]),
      reading("two.txt", parties("C Inc.", "D Inc."), ["minimum-commitment", "€3.5", money("3.5", "EUR")], ["cap-on-liability", "not exceed $100", { type: "cap", of: "sum", sum: { currency: "USD", amount: "100", start: 0, end: 1 } }]),
    ],
  });
  expect(lines.map(({ what, totals }) => [what, totals])).toEqual([["fee", [{ currency: "USD", amount: "0.3" }]], ["minimum", [{ currency: "EUR", amount: "3.5" }, { currency: "USD", amount: "7" }]], ["cap", [{ currency: "USD", amount: "100" }]]]);
  expect(caps.map(({ family, cap }) => [family, cap])).toEqual([["d", "relative"], ["e", "not found"], ["one.txt", "without limit"], ["two.txt", "sum"]]);
});

describe("search", () => {
  const readings = [reading("one.txt", parties("Acme Data Inc.", "Beta LLC"), law("US-NY"), ["exclusivity", "Acme shall sell to nobody else in Europe."]), reading("two.txt", parties("Gamma Inc.", "Beta LLC"), ["insurance", "Gamma shall insure itself in Europe."])];
  const files = { "d.yaml": deal("d", `{ territory: { version: licensor, with: { places: [EU] } }, ${term("2026-01-01")}, governing-law: { version: neutral, with: { law: [DE], seat: [DE] } } }`) };
  test.each<[PortfolioQuery, string[], string[]]>([
    [{ words: "in europe" }, ["one.txt", "two.txt"], []],
    [{ words: "europe nobody" }, ["one.txt"], []],
    [{ party: "beta" }, ["one.txt", "two.txt"], []],
    [{ law: "US" }, ["one.txt"], ["two.txt"]],
    [{ place: "FR" }, ["d"], ["one.txt", "two.txt"]],
    [{ place: "US" }, [], ["one.txt", "two.txt"]],
    [{ endsBy: "2027-12-31" }, ["d"], ["one.txt", "two.txt"]],
    [{ endsFrom: "2028-01-01" }, [], ["one.txt", "two.txt"]],
    [{ topic: "exclusivity", notFound: true }, ["d", "two.txt"], []],
    [{ topic: "insurance", form: "reading" }, ["two.txt"], []],
  ])("%j", async (query, found, unknown) => {
    const result = searchIn(await portfolio(files, { readings }), query, { house });
    expect([result.found.map(({ family }) => family), result.unknown.map(({ family }) => family)]).toEqual([found, unknown]);
  });

  test("facets count what was found, and say of how many it is not known", async () => {
    const { facets, found } = searchIn(await portfolio(files, { readings }), { words: "europe" }, { house });
    expect(facets.filter(({ name }) => name === "law")).toEqual([{ name: "law", unknown: 1, values: [{ value: "US-NY", count: 1 }] }]);
    expect(found[0]!.hits).toMatchObject([{ kind: "exclusivity", state: "found", place: { quote: "Acme shall sell to nobody else in Europe." } }]);
  });
});

const improvements = (version: string): string => `{ improvements: { version: ${version} }, term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: ${version === "licensor" ? "P3Y" : "P2Y"} } } }`;

const readBack = (written: string) => readPlaybook(written, { file: "p.yaml", ...house });

describe("a playbook drawn from agreements", () => {
  test("takes what was usual, goes down to what was taken before, and is refused until somebody approves it", async () => {
    const { families } = await portfolio({ "a.yaml": deal("a", improvements("neutral")), "b.yaml": deal("b", improvements("neutral")), "c.yaml": deal("c", improvements("licensor")), "d.yaml": deal("d", "{ improvements: { version: licensee } }") });
    const drawn = drawPlaybook(families, { library: house.library, side: "licensee", on: "2026-07-01", id: "drawn" })!;
    expect(drawn.topics["improvements"]).toMatchObject({ want: "neutral", beyond: "ask", why: "Of 4 agreements taken as neutral in 2 (a, b); licensee in 1 (d); licensor in 1 (c)." });
    expect(drawn.topics["term-and-renewal"]!.values).toMatchObject({ initial: { from: "P2Y", to: "P3Y" } });
    const text = playbookText(drawn);
    expect(readBack(text)).toMatchObject({ playbook: null, problems: [{ code: "not-allowed", pointer: "/drawn", line: 7 }] });
    expect(readBack(`${text}approved: { by: Counsel, on: "2026-07-02" }\n`).playbook).toMatchObject({ topics: drawn.topics });
  });

  test("holds deals against an approved one on the side of the house, and tells that words are not", async () => {
    const { playbook } = readPlaybook(`id: p\ntitle: P\nside: licensee\ntopics: { improvements: { want: neutral, beyond: stop, why: Our weights. } }\n`, { file: "p.yaml", ...house });
    const found = await portfolio({ "a.yaml": deal("a", improvements("licensor")), "b.yaml": deal("b", improvements("licensor"), { to: "beta" }) }, { readings: [reading("one.txt", parties("A Inc.", "B Inc."), law("FR"))], playbook: playbook!, us: "acme" });
    expect(told(found, "unusual")).toEqual([["conflict", "a"], ["open", "one.txt"]]);
  });
});

const file = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

test("readings that were kept are taken, broken ones are told, and what is something else is left out", async () => {
  const kept = reading("license.pdf", parties("A Inc.", "B Inc."), day("effective-date", "2026-01-01"));
  const whole = { $schema: "urn:cleartitle:schema:reading:1", version: 1, basis: { weights: "0" }, problems: [] };
  const read = await readSources([
    { file: "r.json", bytes: file({ ...whole, documents: [{ ...kept, digest: "sha256:0" }] }) }, { file: "x.json", bytes: file({ ...whole, documents: [{ ...kept, digest: "sha256:0", kinds: "none" }] }) }, { file: "deep.json", bytes: file("[".repeat(200_000)) },
    { file: "logo.png", bytes: file("x") }, { file: "bad.txt", bytes: Uint8Array.of(255, 254, 0) },
  ], house);
  expect(read.documents).toEqual([documentOfReading(kept)]);
  expect(new Set(read.problems.map((each) => each.file))).toEqual(new Set(["x.json", "deep.json", "bad.txt"]));
  expect(read.leftOut.map((each) => each.file)).toEqual(["logo.png"]);
});

test("one contract under several names is told, however it is stored, and of a few clauses nobody can tell", async () => {
  const kinds = ["license-grant", "exclusivity", "audit-rights", "insurance", "cap-on-liability"] as const;
  const said = (apart: string): Parameters<typeof reading>[1][] => kinds.map((kind) => [kind, `What it says${apart}of ${kind}.`]);
  const names = parties("A Inc.", "B Inc.");
  const found = await portfolio({}, { readings: [reading("one.txt", names, ...said(" ")), reading("one.pdf", names, ...said("\n  ")), reading("other.txt", names, ...said(" then ")), reading("few.txt", names, law("FR")), reading("few.pdf", names, law("FR"))] });
  expect(found.findings.filter(({ message }) => message.includes("word for word")).map(({ kind, severity, families }) => [kind, severity, ...families])).toEqual([["family", "look", "one.txt", "one.pdf"]]);
});

test("a draft is asked as if it were signed, and what comes of it says so; of whom no parties were found is told", async () => {
  const found = await portfolio({ "a.yaml": deal("a", `{ ${exclusive("medical")}, ${term("2026-01-01")} }`, { signed: "" }), "b.yaml": deal("b", `{ ${term("2026-02-01")} }`, { to: "beta" }) }, { readings: [reading("one.txt", parties("A Inc."), law("FR"))] });
  expect(found.findings.filter(({ kind }) => kind === "exclusivity").map(({ message }) => message.endsWith("(as if `a` were signed)"))).toEqual([true]);
  expect(found.partiesNotFound).toEqual(["one.txt"]);
});

test("the same files give the same bytes, in whatever order they are given", async () => {
  const files = { "b.yaml": deal("b", `{ ${exclusive("medical")}, ${term("2026-01-01")} }`), "a.yaml": deal("a", `{ ${term("2026-01-01")} }`, { to: "beta" }) };
  const one = JSON.stringify(portfolioJson(await portfolio(files)));
  expect(JSON.stringify(portfolioJson(await portfolio(Object.fromEntries(Object.entries(files).toReversed()))))).toBe(one);
});
