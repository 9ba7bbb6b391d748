import { canonicalJson } from "@cleartitle/norms";
import { openCatalogue } from "@cleartitle/catalogue";
import { describe, expect, test } from "vitest";
import { readJsonLd, readPolicies, readTurtle, readInstrument, writeInstrument, writeInstrumentTurtle } from "../index.js";

const { catalogue } = openCatalogue();
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
    // A text that is taken in is told, and a mark without any rule; nothing else is.
    const told = (await readPolicies(text, { file: id })).problems.map((each) => each.pointer);
    const bare = instrument.norms.every((norm) => !["permit", "prohibit", "oblige", "modify", "incorporate"].includes(norm.kind)) && (instrument.unsupported ?? []).length === 0;
    expect(told).toEqual(bare ? ["/"] : instrument.norms.filter((norm) => norm.kind === "incorporate").map(() => "/inheritFrom"));
  });

  test("what the ODRL part says is what comes back", async () => {
    const text = writeInstrument(instruments.get("CC-BY-NC-4.0")!, taxonomies).replace('"urn:cleartitle:odrl:purpose:non-commercial"', '"urn:cleartitle:odrl:purpose:education"').replace('"odrl:reproduce"', '"odrl:archive"').replace('"http://www.w3.org/ns/odrl/2/reproduce"', '"http://www.w3.org/ns/odrl/2/archive"');
    const { instrument } = readInstrument((await readJsonLd(text, "edited")).graph!, taxonomies, "edited");
    const grant = instrument!.norms.find((each) => each.id === "grant")!;
    expect(grant.if).toEqual({ purpose: ["education"] });
    expect(grant.kind === "permit" && grant.permit.actions).toContain("keep");
    expect(grant.kind === "permit" && grant.permit.actions).not.toContain("reproduce");
  });

  test.each([
    ["a rule of others", '"cleartitle:norm": "grant",', "", "a rule belongs to no norm"],
    ["an action of others", '"http://www.w3.org/ns/odrl/2/reproduce"', '"http://www.w3.org/ns/odrl/2/print"', "no action of the catalogue is `http://www.w3.org/ns/odrl/2/print`"],
    ["a constraint of others", '"cleartitle:test": {', '"cleartitle:else": {', "a constraint is none of the catalogue's norm language"],
  ])("%s is a problem, not dropped", async (_, from, to, message) => {
    const text = writeInstrument(instruments.get("CC-BY-NC-4.0")!, taxonomies);
    expect(text).toContain(from);
    const back = readInstrument((await readJsonLd(text.replace(from, to), "edited")).graph!, taxonomies, "edited");
    expect(back.instrument).toBeNull();
    expect(back.problems.map((each) => each.message)).toContain(message);
  });

  test.each(all.map((each) => [each.id, each] as const))("%s: Turtle gives it back", async (id, instrument) => {
    const { graph, problems } = readTurtle(await writeInstrumentTurtle(instrument, taxonomies), id);
    expect(problems).toEqual([]);
    const back = readInstrument(graph!, taxonomies, id);
    expect(back.problems).toEqual([]);
    expect(canonicalJson(back.instrument)).toBe(canonicalJson(instrument));
  });
});
