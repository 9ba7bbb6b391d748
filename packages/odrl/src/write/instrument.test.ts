import { canonicalJson } from "@cleartitle/norms";
import { defaultCatalogueDir, loadCatalogue } from "@cleartitle/catalogue";
import { describe, expect, test } from "vitest";
import { readJsonLd, readPolicies, readTurtle, readInstrument, writeInstrument, writeInstrumentTurtle } from "../index.js";

const { catalogue } = loadCatalogue(defaultCatalogueDir()!);
const { instruments, taxonomies } = catalogue!;
const all = [...instruments.values()];

describe("an instrument written as ODRL and read back", () => {
  test("the catalogue has instruments to try", () => expect(all.length).toBeGreaterThan(50));

  test.each(all.map((each) => [each.id, each] as const))("%s: JSON-LD gives it back, and is read without a problem", async (id, instrument) => {
    const text = writeInstrument(instrument, taxonomies);
    const { graph, problems } = await readJsonLd(text, id);
    expect(problems).toEqual([]);
    const back = readInstrument(graph!, taxonomies, id);
    expect(back.problems).toEqual([]);
    expect(canonicalJson(back.instrument)).toBe(canonicalJson(instrument));
    const empty = instrument.norms.every((norm) => !["permit", "prohibit", "oblige"].includes(norm.kind)) && (instrument.unsupported ?? []).length === 0;
    expect((await readPolicies(text, { file: id })).problems.map((each) => `${each.pointer} ${each.message}`)).toEqual(empty ? ["/ the policy has no rule"] : []);
  });

  test.each(all.map((each) => [each.id, each] as const))("%s: Turtle gives it back", async (id, instrument) => {
    const { graph, problems } = readTurtle(await writeInstrumentTurtle(instrument, taxonomies), id);
    expect(problems).toEqual([]);
    const back = readInstrument(graph!, taxonomies, id);
    expect(back.problems).toEqual([]);
    expect(canonicalJson(back.instrument)).toBe(canonicalJson(instrument));
  });
});
