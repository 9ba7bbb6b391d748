import { basis, list, maybe, orNull, record, status, text, watch, words, type Schema } from "./shape.js";

const level: Schema = { enum: ["cleared", "conditional", "blocked"] };
const interval = record({ best: level, worst: level });
const premises = list({ reads: text, of: maybe, is: maybe, needs: text, result: { enum: ["true", "false", "unknown"] } });
const options = list({
  kind: { enum: ["owned", "unprotected", "granted", "excepted"] }, instrument: maybe, norm: maybe, fails: maybe, interval, cite: maybe, quote: maybe, verified: maybe, premises,
});
const reason = {
  id: text, decision: status, tense: { enum: ["present", "past"] }, asset: text, part: maybe, version: maybe, layer: text, action: text, act: maybe, party: text, bound: maybe, instrument: maybe,
  norm: maybe, licensor: maybe, basisKind: { enum: ["owned", "unprotected", "granted", "excepted", "none"] }, objectRole: maybe, cite: maybe, quote: maybe, verified: maybe, outcome: text, facts: words,
  premises, options, territories: words, path: words, count: { type: "integer", minimum: 1 },
};
const use = {
  name: text, of: text, actions: words, actor: text, recipients: list({ role: text, in: words, actions: words }), as: maybe, purpose: words, field: words, in: words, on: text, scale: { type: "object", additionalProperties: text },
};
const node = { id: text, kind: text, interval, rule: { enum: ["join", "meet", "given"] }, children: words, says: text, cite: maybe };

/** JSON Schema (draft 2020-12) of what `ask --format json` and `/decision.json` answer. */
export const decisionSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:cleartitle:schema:decision:1",
  title: "Decision",
  ...record({
    $schema: { const: "urn:cleartitle:schema:decision:1" },
    version: { const: 1 },
    use: record(use),
    watch,
    decision: status,
    best: level,
    worst: level,
    byTerritory: list({ territories: words, decision: status, reasons: words }),
    range: orNull(record({ conservative: status, permissive: status, exact: { type: "boolean" }, pivots: { type: "array", items: words } })),
    reasons: list(reason),
    reasonTotals: record({ shown: { type: "integer" }, total: { type: "integer" } }),
    exposure: list({ act: text, action: text, who: text, in: maybe, on: maybe, asset: text, layer: text, state: { enum: ["covered", "cured", "released", "open", "unknown"] }, curedBy: maybe, why: text, premises }),
    choices: list({ asset: text, layer: text, territories: words, taken: text, alternatives: words, why: text }),
    obligations: list({
      do: text, text: maybe, debtor: text, creditor: maybe, object: text, trigger: text, due: text, reading: text, state: { enum: ["open", "met", "overdue", "if"] }, evidence: words, if: maybe, instrument: text, norm: text, cite: text,
    }),
    questions: list({ fact: text, of: text, control: { enum: ["undertaking", "circumstance"] }, ask: text, settles: words }),
    remedies: list({ kind: { enum: ["obtain", "amend", "replace", "drop", "restrict", "evidence", "adopt", "wait"] }, what: text, asset: maybe, improves: maybe, because: words }),
    findings: list({ kind: text, asset: maybe, detail: text, settle: text }),
    outboundLicenses: orNull(record({ candidates: words, custom: { type: "boolean" }, constraints: list({ kind: text, what: text, from: text, cite: text }), taken: maybe })),
    assumptions: list({ position: maybe, presumption: maybe, asset: maybe, value: text, cite: maybe }),
    notAsked: words,
    coverage: list({ territory: text, layer: text, why: text }),
    timeline: list({ on: text, what: text, decision: orNull(status), cite: maybe }),
    waivers: list({ id: text, reason: text, until: text, covers: words }),
    cut: { type: "boolean" },
    proof: record({ nodes: { type: "integer" }, digest: text, dag: list(node) }, ["dag"]),
    basis,
  }),
};
