import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../../packages/reports/src/index.js";
import { built, graphParts } from "../../packages/title/src/title-graph.fixture.js";
import { faultsBySchema, hasSchema } from "./schema.js";
import { written } from "./read-back.js";

/** A document of each format with one thing in it that the schema forbids, so that a schema that lets everything pass is seen. */
const spoiled: Readonly<Record<string, (document: Record<string, unknown>) => unknown>> = {
  prov: (document) => ({ ...document, entity: { "title:x": { "prov:label": { text: "no literal" } } } }),
  cyclonedx: (document) => ({ ...document, components: [{ name: "without a type" }] }),
  "spdx-3": (document) => ({ ...document, "@graph": [{ type: "ai_AIPackage", spdxId: "urn:x" }] }),
  openlineage: () => [{ eventType: "COMPLETE" }],
};

describe.each(formats.filter(({ id }) => hasSchema(id)).map((format) => [format.id, format] as const))("the official schema of %s", (id, format) => {
  test("has nothing against what is written of any graph", () => {
    fc.assert(fc.property(graphParts, fc.boolean(), (parts, whole) => {
      expect(faultsBySchema(id, JSON.parse(written(built(parts), format, { whole }).text!))).toEqual([]);
    }), { numRuns: 25, seed: 5 });
  });

  test("is one that refuses", () => {
    const graph = built({ ...fc.sample(graphParts, { numRuns: 1, seed: 1 })[0]! });
    expect(faultsBySchema(id, spoiled[id]!(JSON.parse(written(graph, format).text!) as Record<string, unknown>)).length).toBeGreaterThan(0);
  });
});
