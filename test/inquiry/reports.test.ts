import { lawCalendar } from "@cleartitle/catalogue";
import { inquire, decide, riskOf } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";
import { commandIn } from "./command-line.js";

const catalogue = realCatalogue();
const [matrix] = [...catalogue.risks!.values()];
const levels = (type: string, places: readonly string[], on = "2026-11-21"): unknown => riskOf(catalogue, type, places, on)!.places.map((p) => [p.territories.join(" "), p.cell, p.level]);

const title = (fact: string): string => `us: acme\nassets: [ { id: works, kind: dataset, license: NONE, upstream: complete, facts: { work.kind: news${fact} } }, { id: m, kind: model } ]\nderivations: [ { from: works, to: m, by: train, on: "2026-01-01", in: US } ]\nuses: { q: { of: m, actions: [ host ], purpose: commercial, in: [ US, DE ], on: "2026-03-01" } }\n`;

const graph = (text: string) => readTitleFile(text, { file: "case", taxonomies: catalogue.taxonomies }).graph!;
describe("risk", () => {
  test("13 types of source in 13 places, each with a reason", () => {
    expect([matrix!.types.length, new Set(matrix!.types.flatMap((t) => Object.keys(t.cells))).size]).toEqual([13, 13]);
    expect(matrix!.types.flatMap((t) => Object.values(t.cells)).filter((c) => c.reasons.length === 0)).toEqual([]);
    expect(catalogue.taxonomies.facts.get("source.type")!.values).toEqual(matrix!.types.map((t) => t.id));
  });

  test.each([
    ["a member of a group speaks by the group", "news", ["DE", "FR"], [["DE FR", "EU", "high"]]],
    ["a state by its country", "shadow_libraries", ["US", "US-CA"], [["US US-CA", "US", "critical"]]],
    ["the worst first, what the table does not have last", "news", ["JP", "MX", "US"], [["US", "US", "high"], ["JP", "JP", "medium"], ["MX", null, null]]],
  ] as const)("%s", (_name, type, places, expected) => expect(levels(type, places)).toEqual(expected));

  test("a group is read at the date", () => {
    expect(levels("news", ["GB"], "2019-06-01")).toEqual([["GB", "GB", "high"]]);
    expect(levels("news", ["HR"], "2010-01-01")).toEqual([["HR", null, null]]);
  });

  test("with reasons, and the rules behind them that are law there", () => {
    const [place] = riskOf(catalogue, "news", ["DE"], "2026-11-21")!.places;
    expect(place!.reasons.map((r) => [r.code, r.rules.map((rule) => rule.id)])).toEqual([["OPT", ["eu.dsm.art4_3"]], ["PRESS", ["eu.dsm.art15"]], ["DB", ["eu.db.art7"]], ["ABROAD", ["de.gema.suno"]]]);
  });

  test("stands in the answer of a question where a type of source is recorded, and moves no answer", () => {
    const [without, recorded] = ["", ", source.type: news"].map((fact) => ({ graph: graph(title(fact)), catalogue }));
    expect(inquire(without!, "q", decide).risks).toEqual([]);
    expect(inquire(recorded!, "q", decide).risks.map((r) => [r.asset, r.type, r.places.map((p) => p.level)])).toEqual([["works", "news", ["high", "high"]]]);
    const strip = (world: typeof recorded): unknown => {
      const { basis: _basis, proof: _proof, ...rest } = decide(world!, "q", { withoutRange: true });
      return rest;
    };
    expect(strip(recorded)).toEqual(strip(without));
  });
});

const days = (from: string, to: string, ...places: string[]): string[] => lawCalendar(catalogue, { from, to, places }).filter((e) => e.on !== null).map((e) => `${e.on!} ${e.kind} ${e.record}`);

describe("calendar", () => {

  /** Fixed dates of the law as compiled: each is in the calendar, from the record that carries it. */
  test.each([
    ["2026-12-02", "announced", "eu.aia.50_2"], ["2026-12-02", "begins", "eu.aia.50_2"], ["2026-12-02", "announced", "eu.aia.omnibus"], ["2026-12-17", "announced", "de.laion.olg"], ["2026-12-17", "announced", "eu.dsm.art4_3"],
    ["2027-01-01", "announced", "us.ca.sb942"], ["2027-01-22", "announced", "kr.ai_basic"], ["2027-08-02", "announced", "eu.aia.dates.gpai"], ["2027-08-02", "begins", "eu.aia.53c"], ["2027-08-02", "begins", "eu.aia.53d"],
    ["2027-12-02", "announced", "eu.aia.omnibus"], ["2028-08-02", "announced", "eu.aia.omnibus"], ["2028-01-01", "announced", "us.ca.sb942"], ["2028-07-17", "announced", "jp.appi.2026"],
  ] as const)("%s %s %s", (on, kind, record) => expect(days(on, on)).toContain(`${on} ${kind} ${record}`));

  test("only of the places asked, with what has no day last", () => {
    const korea = lawCalendar(catalogue, { from: "2026-11-21", places: ["KR"] });
    expect(new Set(korea.map((e) => e.jurisdiction))).toEqual(new Set(["KR", "WORLD"]));
    expect(korea.findIndex((e) => e.on === null)).toBeGreaterThan(korea.findLastIndex((e) => e.on !== null));
    expect(days("2026-12-01", "2026-12-31", "DE")).toContain("2026-12-02 begins eu.aia.50_2");
    expect(days("2026-12-01", "2026-12-31", "US")).toEqual([]);
  });

  test("every rule of law and every position has a day by which it is reviewed, not after what is announced of it", () => {
    const records = [...catalogue.laws.values(), ...catalogue.positions.values()];
    expect(records.filter((r) => r.reviewBy === undefined || r.reviewBy <= r.reviewed).map((r) => r.id)).toEqual([]);
    const late = [...catalogue.laws.values()].filter((law) => (law.watch ?? []).some(({ on }) => on !== undefined && on < law.reviewBy!));
    expect(late.map((law) => law.id)).toEqual([]);
    expect(lawCalendar(catalogue, { from: "2026-11-21" }).filter((e) => e.kind === "review").length).toBeGreaterThanOrEqual(records.length);
  });
});

describe("commands", () => {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-reports-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => commandIn(folder, args);
  writeFileSync(join(folder, "t.yaml"), `us: acme\nassets: [ { id: works, kind: dataset, license: NONE, upstream: complete, facts: { source.type: news } } ]\nuses: { q: { of: works, actions: [ train-on ], purpose: commercial, in: [ US, DE ], on: "2026-03-01" } }\n`);

  test("risk", async () => {
    const table = await run("risk", "news", "--in", "US", "EU");
    expect(table).toMatchObject({ exit: 0, err: "" });
    expect(table.out).toMatch(/no answer rests on it[^]*high in EU \(27\)[^]*press publishers[^]*high in US \(with its states\)/);
    const json = JSON.parse((await run("risk", "news", "--in", "DE", "--format", "json")).out) as { $schema: string; places: unknown[] };
    expect([json.$schema, json.places.length]).toEqual(["urn:cleartitle:schema:risk:1", 1]);
    expect((await run("risk", "newz")).err).toMatch(/no type of source `newz`[^]*did you mean `news`/);
    expect((await run("risk", "news", "--in", "Atlantis")).exit).toBe(64);
    expect((await run("risk", "news", "--on", "2026-13-01")).exit).toBe(64);
    expect((await run("risk", "news")).out).toContain("medium in JP");
  });

  test("calendar", async () => {
    const table = await run("calendar", "--from", "2026-12-01", "--to", "2026-12-31", "--in", "DE");
    expect(table).toMatchObject({ exit: 0, err: "" });
    expect(table.out).toMatch(/2026-12-17 {2}announced {3}de\.laion\.olg \[DE\]/);
    const late = JSON.parse((await run("calendar", "--from", "2029-01-01", "--format", "json")).out) as { overdue: unknown[]; entries: { on: string | null }[] };
    expect(late.overdue.length).toBeGreaterThan(150);
    expect(late.entries.every((e) => e.on === null)).toBe(true);
    expect((await run("calendar", "--from", "2027-01-01", "--to", "2026-01-01")).err).toMatch(/is before/);
    expect((await run("calendar", "--from", "soon")).exit).toBe(64);
  });

  test("assess", async () => {
    const table = await run("assess", "t.yaml", "--use", "q", "--with", "us-fair-use");
    expect(table).toMatchObject({ exit: 0, err: "" });
    expect(table.out).toMatch(/UNRESOLVED[^]*Not meant for DE[^]*Risk by type of source[^]*works: news/);
    expect(JSON.parse((await run("assess", "t.yaml", "--use", "q", "--with", "eu-mining", "--format", "json")).out)).toMatchObject({ $schema: "urn:cleartitle:schema:assessment:1", outside: ["US", "US-CA", "US-NY"] });
    expect((await run("assess", "t.yaml", "--use", "q", "--with", "eu-mining", "--format", "markdown")).out).toMatch(/^# \? UNRESOLVED/);
    expect((await run("assess", "t.yaml", "--use", "q", "--with", "fair-use")).err).toMatch(/no questionnaire `fair-use`[^]*`us-fair-use`/);
    expect((await run("assess", "t.yaml", "--use", "q", "--with", "us-fair-use", "--in", "DE")).err).toMatch(/meant for US[^]*--in US/);
  });
});
