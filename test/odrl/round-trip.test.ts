import { canonicalJson, Instrument } from "@cleartitle/norms";
import { readInstrument, readJsonLd, readTurtle, writeInstrument, writeInstrumentTurtle } from "@cleartitle/odrl";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { instrumentOf, realTaxonomies } from "../worlds/catalogue-arbitrary.js";

/** Agreements of a title file say what no license of the catalogue says: parties, a term, conditions of any shape. */
test("any instrument, written as ODRL in either syntax, is read back as it was", async () => {
  const taxonomies = realTaxonomies();
  await fc.assert(fc.asyncProperty(instrumentOf("deal"), async (raw) => {
    const instrument = Instrument.parse(raw);
    const graphs = [await readJsonLd(writeInstrument(instrument, taxonomies), "deal"), readTurtle(await writeInstrumentTurtle(instrument, taxonomies), "deal")];
    for (const { graph, problems } of graphs) {
      const back = readInstrument(graph!, taxonomies, "deal");
      expect([problems, back.problems, canonicalJson(back.instrument)]).toEqual([[], [], canonicalJson(instrument)]);
    }
  }), { numRuns: 40, seed: 7 });
});
