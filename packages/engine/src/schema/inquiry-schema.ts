import { basis, byTerritory, list, maybe, orNull, record, status, text, watch, words, type Schema } from "./shape.js";

const count: Schema = { type: "integer", minimum: 0 };
const draft = "https://json-schema.org/draft/2020-12/schema";

/** Of an asset whose type of source is recorded: a report beside the answer. */
const risks = list({
  asset: text, type: text, title: text, assumes: text, modifiers: words, matrix: text, reviewed: text,
  places: list({ territories: words, cell: maybe, level: { enum: ["low", "medium", "high", "critical", null] }, reasons: list({ code: text, says: text, rules: list({ id: text, title: text }) }) }),
});

const needs = list({
  instrument: maybe, norm: maybe, title: maybe, cite: maybe, as: { enum: ["excepted", "unprotected", "granted", "owned", "ban", "duty", "presence", "past"] }, asset: text, action: text, act: maybe, needs: text, territories: words,
});
const effects = list({ territories: words, before: status, after: status });

/** JSON Schema (draft 2020-12) of what `questions --format json` answers. */
export const questionsSchema: Schema = {
  $schema: draft,
  $id: "urn:cleartitle:schema:questions:1",
  title: "Questions",
  ...record({
    $schema: { const: "urn:cleartitle:schema:questions:1" },
    version: { const: 1 },
    use: text,
    decision: status,
    byTerritory,
    questions: list({
      fact: text, of: text, bearer: { enum: ["asset", "derivation", "acquisition", "party", "use", null] }, control: { enum: ["undertaking", "circumstance"] },
      type: { enum: ["boolean", "enum", "date", "number", "text", "places", "quantity", "license", "verification"] }, ask: text, help: maybe, settles: words, needs,
      answers: list({ value: text, write: text, effects: orNull(effects), exposure: orNull(words) }),
    }),
    cut: record({ questions: count, answers: count }),
    risks,
    basis,
  }),
};

const rules = list({ id: text, title: text, cite: text, verified: text, confidence: text });

/** JSON Schema (draft 2020-12) of what `assess --format json` answers. */
export const assessmentSchema: Schema = {
  $schema: draft,
  $id: "urn:cleartitle:schema:assessment:1",
  title: "Assessment",
  ...record({
    $schema: { const: "urn:cleartitle:schema:assessment:1" },
    version: { const: 1 },
    questionnaire: record({ id: text, title: text, note: maybe, verified: text, reviewed: text, overdue: { type: "boolean" } }),
    use: text,
    decision: status,
    byTerritory,
    outside: words,
    questions: list({
      id: text, ask: text, help: maybe, reads: maybe, facts: list({ fact: text, ask: text, help: maybe, unread: maybe }), recorded: list({ fact: text, of: text, value: text, rung: text, by: maybe }),
      state: { enum: ["answered", "partly", "asked", "open"] }, answers: list({ says: text, means: text, territories: orNull(words), holds: { enum: ["true", "false", "unknown"] }, rules }), rules,
      positions: list({ id: text, question: text, taken: list({ option: text, says: text, territories: words }) }),
    }),
    next: orNull(record({ question: maybe, fact: text, of: text, ask: text })),
    because: list({ reason: text, decision: status, asset: text, action: text, outcome: text, instrument: maybe, cites: words, territories: words }),
    risks,
    watch,
    basis,
  }),
};
