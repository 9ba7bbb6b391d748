import { basis, byTerritory, list, maybe, orNull, record, status, text, words, type Schema } from "./shape.js";

const difference = record({ gone: words, new: words });
const verdict = orNull(record({ decision: status, byTerritory }));
const effects = list({ territories: words, before: status, after: status });

/** What is told of one use. */
export const impactEntrySchema: Schema = record({
  use: text, of: text, before: verdict, after: verdict, change: { enum: ["better", "worse", "mixed", "reasons", "same", "new", "gone"] }, effects, differs: words,
  territories: difference, reasons: difference, obligations: difference, exposure: difference, findings: difference,
});

/** JSON Schema (draft 2020-12) of what a change set does to answers. */
export const impactSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:cleartitle:schema:impact:1",
  title: "Impact",
  ...record({
    $schema: { const: "urn:cleartitle:schema:impact:1" },
    version: { const: 1 },
    everything: maybe,
    uses: { type: "array", items: impactEntrySchema },
    untouched: { type: "integer", minimum: 0 },
    cut: orNull(record({ budget: { type: "integer" }, left: words })),
    basis: record({ before: orNull(basis), after: orNull(basis) }),
  }),
};
