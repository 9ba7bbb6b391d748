import { describe, expect, test } from "vitest";
import { amendment, day, deal, law, parties, portfolio, reading } from "../portfolio.fixture.js";
import { type Family, termOn } from "./family.js";

/** What counts on a topic, in short: which file says it, with which values, and what it took the place of. */
const counts = (family: Family, key: string): object | null => {
  const found = termOn(family, key);
  return found === null ? null : { state: found.state, file: found.term?.place.file ?? null, ...Object.fromEntries((found.term?.values ?? []).map(({ name, value }) => [name, value])), before: found.before.map(({ place }) => place.file) };
};

const base = deal("d", `{ field-of-use: { version: neutral, with: { fields: [medical] } }, term-and-renewal: { version: neutral, with: { from: "2026-01-01" } } }`);

describe("a deal and its amendments, checked by hand", () => {
  test("the later amendment on a topic counts from its day on, and the one that is not yet in effect does not", async () => {
    const files = { "d.yaml": base, "a1.yaml": amendment("a1", "d", "2026-03-01", "{ field-of-use: { version: neutral, with: { fields: [finance] } } }"), "a2.yaml": amendment("a2", "d", "2026-09-01", "{ field-of-use: { version: licensee } }") };
    const [before, between, after] = await Promise.all(["2026-02-28", "2026-07-01", "2026-09-01"].map(async (asOf) => (await portfolio(files, { asOf })).families[0]!));
    expect(counts(before!, "field-of-use")).toMatchObject({ state: "found", file: "d.yaml", fields: ["medical"], before: [] });
    expect(counts(between!, "field-of-use")).toMatchObject({ state: "found", file: "a1.yaml", fields: ["finance"], before: ["d.yaml"] });
    expect(counts(after!, "field-of-use")).toEqual({ state: "found", file: "a2.yaml", before: ["a1.yaml", "d.yaml"] });
    expect(between!.documents.map(({ file, part }) => [file, part])).toEqual([["d.yaml", "counts"], ["a1.yaml", "counts"], ["a2.yaml", "later"]]);
    expect(termOn(between!, "field-of-use")!.term!.place).toMatchObject({ line: 4, cite: "5", quote: expect.stringContaining("banking") as string });
  });

  test("two amendments of one day that say different things leave the topic open, and every act with it", async () => {
    const clash = { "d.yaml": base, "a1.yaml": amendment("a1", "d", "2026-03-01", "{ field-of-use: { version: licensee } }"), "a2.yaml": amendment("a2", "d", "2026-03-01", "{ field-of-use: { version: neutral, with: { fields: [finance] } } }") };
    const { families: [family], findings } = await portfolio(clash);
    expect(counts(family!, "field-of-use")).toMatchObject({ state: "open", file: "d.yaml" });
    expect(termOn(family!, "field-of-use")!.against.map(({ file }) => file)).toEqual(["a1.yaml", "a2.yaml"]);
    expect(family!.deal!.compiled.notCompiled).toContainEqual(expect.objectContaining({ topic: "field-of-use", touches: "all" }));
    expect(findings.filter(({ kind }) => kind === "family").map(({ places }) => places.map(({ file }) => file))).toEqual([["a1.yaml", "a2.yaml"]]);
    const later = await portfolio({ ...clash, "a3.yaml": amendment("a3", "d", "2026-05-01", "{ field-of-use: { version: licensor, with: { fields: [education] } } }") });
    expect(counts(later.families[0]!, "field-of-use")).toMatchObject({ state: "found", file: "a3.yaml" });
  });

  test("two of one day that say the same are no clash", async () => {
    const same = "{ field-of-use: { version: licensee } }";
    expect(counts((await portfolio({ "d.yaml": base, "a1.yaml": amendment("a1", "d", "2026-03-01", same), "a2.yaml": amendment("a2", "d", "2026-03-01", same) })).families[0]!, "field-of-use")).toMatchObject({ state: "found", file: "a2.yaml" });
  });

  test("a topic that an amendment takes out is told with the place, and is not among those that were not found by chance", async () => {
    const { families: [family] } = await portfolio({ "d.yaml": base, "a.yaml": amendment("a", "d", "2026-03-01", "{ field-of-use: null }") });
    expect(counts(family!, "field-of-use")).toBeNull();
    expect(family!.takenOut).toMatchObject([{ value: "field-of-use", place: { file: "a.yaml", line: 4 } }]);
  });

  test("an amendment without a day is told, and what it speaks of is open", async () => {
    const { families: [family], problems } = await portfolio({ "d.yaml": base, "a.yaml": amendment("a", "d", null, "{ field-of-use: { version: licensee } }") });
    expect(problems).toMatchObject([{ file: "a.yaml", code: "missing-key" }]);
    expect(counts(family!, "field-of-use")).toMatchObject({ state: "open", file: "d.yaml" });
    expect(counts(family!, "term-and-renewal")).toMatchObject({ state: "found" });
  });

  test("an amendment of the term moves the end and the window of notice", async () => {
    const { families: [family] } = await portfolio({ "d.yaml": base, "a.yaml": amendment("a", "d", "2026-03-01", `{ term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P3Y, notice: P30D } } }`) });
    expect([family!.days.to.on, family!.days.noticeBy.on, family!.days.noticeBy.places[0]!.file]).toEqual(["2028-12-31", "2028-12-01", "a.yaml"]);
  });

  test("an amendment of a deal that is not there, and two signed texts under one id, are told and not guessed", async () => {
    const { families, problems } = await portfolio({ "one.yaml": base, "two.yaml": base.replace("medical", "finance"), "a.yaml": amendment("a", "gone", "2026-03-01", "{ field-of-use: null }"), "bad.yaml": "topics: [", "notes.yaml": "a: 1" });
    expect(families).toEqual([]);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([["bad.yaml", "yaml-syntax"], ["one.yaml", "conflict"], ["a.yaml", "dangling-reference"]]);
  });
});

const master = reading("master.txt", ["document-name", "Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), day("effective-date", "2020-01-01"), ["expiration-date", "for five years", { type: "period", period: "P5Y" }], law("US-NY"), ["renewal-term", "renews for one year", { type: "renewal", period: "P1Y", successive: true, automatic: true }], ["notice-period-to-terminate-renewal", "sixty days", { type: "period", period: "P60D" }]);
const first = reading("first.txt", ["document-name", "First Amendment to Supply Agreement"], parties("ACME DATA INC", "Beta Labs LLC"), day("agreement-date", "2021-05-01"), law("US-DE"));

describe("documents that were read and what changes them, checked by hand", () => {
  test("the amendment counts for what it speaks of, and the master for the rest", async () => {
    const { families } = await portfolio({}, { readings: [master, first], asOf: "2024-01-01" });
    expect(families.map(({ id }) => id)).toEqual(["master.txt"]);
    expect(counts(families[0]!, "governing-law")).toEqual({ state: "found", file: "first.txt", law: ["US-DE"], before: ["master.txt"] });
    expect(counts(families[0]!, "expiration-date")).toMatchObject({ file: "master.txt", period: "P5Y" });
    // No document says these days: they are counted from two that do, and told as counted.
    expect([families[0]!.days.to, families[0]!.days.noticeBy].map(({ on, counted, places }) => [on, counted, places.map(({ quote }) => quote)])).toEqual([["2024-12-31", true, ["on 2020-01-01", "for five years"]], ["2024-11-01", true, ["on 2020-01-01", "for five years", "sixty days"]]]);
    const before = await portfolio({}, { readings: [master, first], asOf: "2021-04-30" });
    expect(counts(before.families[0]!, "governing-law")).toMatchObject({ file: "master.txt", law: ["US-NY"] });
  });

  test.each([
    ["no day", reading("x.txt", ["document-name", "Amendment No. 2 to Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), law("US-TX"))],
    ["two days of its own", reading("x.txt", ["document-name", "Amendment No. 2 to Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), day("effective-date", "2022-01-01"), day("effective-date", "2022-02-01"), law("US-TX"))],
  ])("a change with %s orders nothing: what it speaks of is open", async (_what, change) => {
    const { families: [family], findings } = await portfolio({}, { readings: [master, first, change], asOf: "2024-01-01" });
    expect(counts(family!, "governing-law")).toMatchObject({ state: "open", file: "first.txt" });
    expect(counts(family!, "expiration-date")).toMatchObject({ state: "found" });
    expect(findings.filter(({ kind }) => kind === "family").flatMap(({ places }) => places.map(({ file }) => file))).toContain("x.txt");
  });

  test("what every company is called is no party: a change of others is not joined by it", async () => {
    const strange = reading("x.txt", ["document-name", "First Amendment to Supply Agreement"], parties("Gamma Inc.", "Delaware Corporation", "Liability Company"), day("effective-date", "2022-01-01"), law("US-TX"));
    const named = reading("m.txt", ["document-name", "Supply Agreement"], parties("Omega Inc.", "Delaware Corporation", "Liability Company"), law("US-NY"));
    const { families } = await portfolio({}, { readings: [named, strange], asOf: "2024-01-01" });
    expect(families.map(({ id, parties: all }) => [id, all.map(({ name }) => name)])).toEqual([["m.txt", ["Omega Inc."]], ["x.txt", ["Gamma Inc."]]]);
  });

  test("the day of the master in an amendment is not its own", async () => {
    const dated = reading("x.txt", ["document-name", "Second Amendment to Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), day("effective-date", "2020-01-01"), day("effective-date", "2022-01-01"), law("US-TX"));
    expect(counts((await portfolio({}, { readings: [master, first, dated], asOf: "2024-01-01" })).families[0]!, "governing-law")).toMatchObject({ state: "found", file: "x.txt" });
  });

  test("a document that contradicts itself is told with both quotes, and counts for neither", async () => {
    const twice = reading("twice.txt", ["document-name", "Second Amendment to Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), day("agreement-date", "2022-01-01"), law("US-TX"), law("US-CA"));
    const { families: [family] } = await portfolio({}, { readings: [master, first, twice], asOf: "2024-01-01" });
    const open = termOn(family!, "governing-law")!;
    expect(open).toMatchObject({ state: "open", term: null, against: [{ quote: "the law of US-TX" }, { quote: "the law of US-CA" }] });
  });

  test("a restatement takes the place of all that was before: what it does not say is not found", async () => {
    const anew = reading("anew.txt", ["document-name", "Amended and Restated Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), day("agreement-date", "2023-01-01"), law("US-CA"));
    const { families: [family] } = await portfolio({}, { readings: [master, first, anew], asOf: "2024-01-01" });
    expect(counts(family!, "governing-law")).toMatchObject({ file: "anew.txt", before: [] });
    expect(family!.notFound).toContain("expiration-date");
    expect(family!.documents.map(({ file, part }) => [file, part])).toEqual([["master.txt", "older"], ["first.txt", "older"], ["anew.txt", "counts"]]);
  });

  test("a change that could be of two agreements is of none, and what it speaks of is open in both; one whose master is not there stands alone", async () => {
    const other = reading("other.txt", ["document-name", "Supply Agreement"], parties("Acme Data, Inc.", "Beta Labs LLC"), day("effective-date", "2019-01-01"), law("US-NY"));
    const two = await portfolio({}, { readings: [master, other, first], asOf: "2024-01-01" });
    expect(two.families.map((family) => [family.id, termOn(family, "governing-law")!.state])).toEqual([["master.txt", "open"], ["other.txt", "open"], ["first.txt", "found"]]);
    const alone = await portfolio({}, { readings: [first], asOf: "2024-01-01" });
    expect(alone.families[0]!.notes.map(({ message }) => message)).toEqual(["it changes another agreement, which was not found in the folder: its terms are not whole"]);
  });
});
