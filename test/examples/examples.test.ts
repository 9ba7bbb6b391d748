import { describe, expect, test } from "vitest";
import { faultsOf } from "../cases/case-file.js";
import { decideExample, exampleNames, exampleText, readText, titleFiles } from "./example.js";

/** Example, use, and what must be in the answer: by place, with the reasons, duties, exposures and pivots that the README tells of. */
type Row = readonly [file: string, use: string, expect: Record<string, unknown>];

const assistant: readonly Row[] = [
  ["hosted-assistant/cleartitle.yaml", "launch", {
    decision: "blocked",
    byTerritory: { DE: "blocked", FR: "blocked", US: "unresolved", "US-CA": "unresolved", JP: "unresolved" },
    reasons: [
      { asset: "notes", layer: "copyright", action: "host", decision: "blocked", basisKind: "none", tense: "present" },
      { asset: "base", layer: "copyright", action: "host", decision: "conditional", basisKind: "granted", instrument: "LicenseRef-Llama-3.1" },
    ],
    range: { conservative: "blocked", permissive: "conditional" },
    pivots: [["model_weights_as_copy"]],
    exposure: [{ act: "d1", action: "train-on", asset: "notes", in: "DE", state: "unknown" }, { act: "d2", asset: "notes", state: "open" }, { act: "notes#acquired1", state: "covered" }],
    questions: [{ fact: "model.outputs_protected" }, { fact: "market.dilution_evidence" }, { fact: "source.licensed_market_exists" }],
    obligations: [{ do: "name-prefix", object: "tuned" }, { do: "display-brand" }, { do: "disclose-ai" }, { do: "mark-synthetic" }],
    remedies: [{ kind: "replace", asset: "notes" }],
  }],
  ["hosted-assistant/with-own-notes.yaml", "launch", {
    decision: "conditional",
    byTerritory: { DE: "conditional", US: "conditional", JP: "conditional" },
    obligations: [{ do: "name-prefix", object: "tuned" }, { do: "display-brand" }],
    noExposure: [{ state: "open" }, { state: "unknown" }],
  }],
];

const classifier: readonly Row[] = [
  ["laion-classifier/cleartitle.yaml", "train-open", {
    decision: "blocked",
    byTerritory: { DE: "conditional", FR: "conditional", IT: "conditional", US: "cleared", GB: "blocked", JP: "cleared", CN: "blocked", SG: "unresolved" },
    obligations: [{ do: "erase" }],
  }],
  ["laion-classifier/cleartitle.yaml", "train-reserved", {
    decision: "blocked",
    byTerritory: { DE: "blocked", FR: "blocked", US: "cleared", GB: "blocked", JP: "blocked", CN: "blocked", SG: "unresolved" },
    reasons: [{ asset: "web-reserved", layer: "related", decision: "blocked" }],
  }],
  ["laion-classifier/cleartitle.yaml", "host", {
    decision: "blocked",
    byTerritory: { DE: "blocked", US: "conditional", GB: "blocked", JP: "blocked", CN: "blocked", SG: "blocked" },
    range: { permissive: "conditional" },
    pivots: [["model_weights_as_copy"]],
    exposure: [{ act: "crawl-reserved", action: "crawl", layer: "copyright", state: "open" }, { act: "crawl-open", layer: "copyright", state: "covered" }],
  }],
  ["laion-classifier/cleartitle.yaml", "weights", {
    decision: "blocked",
    byTerritory: { DE: "blocked", US: "conditional", GB: "blocked", JP: "blocked", CN: "blocked", SG: "blocked" },
    pivots: [["eu.model_is_personal_data", "model_weights_as_copy"]],
    obligations: [{ do: "attribute", creditor: "laion" }],
  }],
];

const medical: readonly Row[] = [
  ["synthetic-medical/cleartitle.yaml", "filing", {
    decision: "conditional",
    byTerritory: { DE: "conditional", US: "conditional" },
    obligations: [
      { do: "technical-documentation", creditor: "clinic" }, { do: "no-reidentification", due: "continuous:act" },
      { do: "retain" }, { do: "report", due: "2026-12-31" },
    ],
    noReasons: [{ layer: "personal-data" }],
    noExposure: [{ state: "open" }, { state: "unknown" }],
  }],
  ["synthetic-medical/cleartitle.yaml", "verify", {
    decision: "conditional",
    reasons: [{ asset: "scans", layer: "copyright", instrument: "clinic-2024", norm: "verification", basisKind: "granted" }],
  }],
  ["synthetic-medical/cleartitle.yaml", "more", {
    decision: "blocked",
    byTerritory: { DE: "blocked", US: "blocked" },
    reasons: [{ asset: "scans", layer: "copyright", decision: "blocked", options: [{ instrument: "clinic-2024", fails: "ended on 2026-06-30" }] }],
  }],
  ["synthetic-medical/cleartitle.yaml", "insurer", { decision: "blocked", reasons: [{ instrument: "clinic-2024", norm: "other-fields", layer: "contract", decision: "blocked" }] }],
];

/** Without an agreement: what the two drafts make of it is asked in `code-model.test.ts`. */
const codeModel: readonly Row[] = [
  ["code-model/cleartitle.yaml", "launch", { decision: "blocked", byTerritory: { IE: "blocked", US: "unresolved" }, reasons: [{ asset: "coder", layer: "copyright", action: "host", decision: "blocked" }] }],
  ["code-model/cleartitle.yaml", "suggest", { decision: "conditional", byTerritory: { IE: "conditional", US: "conditional" } }],
  ["code-model/cleartitle.yaml", "tune-again", { decision: "blocked", reasons: [{ asset: "coder", layer: "copyright", action: "adapt", decision: "blocked" }] }],
  ["code-model/cleartitle.yaml", "train-a-successor", { decision: "blocked" }],
  ["code-model/cleartitle.yaml", "hand-to-a-customer", { decision: "unresolved", byTerritory: { US: "unresolved" } }],
  ["code-model/cleartitle.yaml", "keep-serving", { decision: "blocked" }],
];

const everywhere = { DE: "cleared", FR: "cleared", GB: "cleared", US: "cleared" };
const prices: readonly Row[] = [
  ["price-scraping/cleartitle.yaml", "plan-open", { decision: "cleared", byTerritory: everywhere, reasons: [{ basisKind: "unprotected" }] }],
  ["price-scraping/cleartitle.yaml", "plan-outlet", { decision: "cleared", byTerritory: everywhere }],
  ["price-scraping/cleartitle.yaml", "plan-club", { decision: "blocked", byTerritory: { FR: "blocked", GB: "blocked", US: "blocked" }, reasons: [{ instrument: "club-terms", layer: "contract", bound: "acceptance" }] }],
  ["price-scraping/cleartitle.yaml", "plan-comparison", { decision: "blocked", byTerritory: { FR: "blocked", GB: "blocked", US: "cleared" }, reasons: [{ layer: "related", decision: "blocked" }] }],
  ["price-scraping/cleartitle.yaml", "plan-sample", { decision: "cleared", byTerritory: everywhere }],
  ["price-scraping/cleartitle.yaml", "plan-guarded", { decision: "blocked", byTerritory: { US: "blocked" }, reasons: [{ layer: "access", instrument: "us.c1201" }] }],
  ["price-scraping/cleartitle.yaml", "publish", { decision: "conditional", exposure: [{ act: "crawl-club", layer: "contract", state: "open" }, { act: "crawl-open", state: "covered" }] }],
];

const code: readonly Row[] = [
  ["gpl-code-model/cleartitle.yaml", "serve", {
    decision: "conditional", byTerritory: { FR: "conditional", US: "cleared", "US-CA": "conditional" },
    noObligations: [{ instrument: "GPL-3.0-only" }], findings: [{ kind: "upstream-undisclosed" }], pivots: [["rely-on-publisher"]],
  }],
  ["gpl-code-model/cleartitle.yaml", "ship", {
    decision: "conditional",
    obligations: [{ do: "share-alike" }, { do: "source-disclosure" }, { do: "keep-notices" }, { do: "copy-license" }, { do: "state-changes" }],
    outbound: { taken: "GPL-3.0-only", candidates: ["GPL-3.0-only"] },
  }],
  ["gpl-code-model/cleartitle.yaml", "ship-apache", {
    decision: "blocked", byTerritory: { FR: "blocked", US: "blocked", "US-CA": "blocked" },
    findings: [{ kind: "license-drift", asset: "editor" }], remedies: [{ kind: "amend" }],
  }],
];

const allFive = { ...everywhere, JP: "cleared", SG: "cleared" };
const title: readonly Row[] = [
  ["public-domain/cleartitle.yaml", "train", { decision: "cleared", byTerritory: allFive, noObligations: [{}], noQuestions: [{}], noExposure: [{ state: "open" }, { state: "unknown" }] }],
  ["public-domain/cleartitle.yaml", "publish", { decision: "cleared", byTerritory: allFive, noObligations: [{}], noQuestions: [{}] }],
  ["own-work/cleartitle.yaml", "license", { decision: "cleared", byTerritory: { ...everywhere, JP: "cleared" }, reasons: [{ asset: "examples", action: "license", basisKind: "owned" }, { asset: "entries", basisKind: "owned" }] }],
  ["own-work/cleartitle.yaml", "use", { decision: "cleared" }],
  ["own-work/cleartitle.yaml", "license-second", { decision: "unresolved", findings: [{ kind: "title-gap", asset: "drawings" }], reasons: [{ asset: "drawings", decision: "unresolved", action: "license" }] }],
];

const unsigned: readonly Row[] = [
  ["medical-image-license/cleartitle.yaml", "clinics", { decision: "blocked", reasons: [{ asset: "scans", layer: "copyright", basisKind: "none" }], exposure: [{ act: "training", state: "open" }] }],
  ["medical-image-license/cleartitle.yaml", "insurers", { decision: "blocked" }],
  ["data-pool/cleartitle.yaml", "serve", { decision: "blocked", reasons: [{ asset: "north-scans", basisKind: "none" }, { asset: "south-scans", basisKind: "none" }] }],
];

const rows: readonly Row[] = [...assistant, ...codeModel, ...classifier, ...medical, ...prices, ...code, ...title, ...unsigned];

/** The decision does not see whether another use was asked: the table is asked once, and each row is a test of its own. */
describe("what the examples answer", () => {
  test.each(rows)("%s %s", { timeout: 120_000 }, (file, use, expected) => {
    const withoutRange = expected["range"] === undefined && expected["pivots"] === undefined;
    expect(faultsOf(decideExample(file, use, { withoutRange }), expected)).toEqual([]);
  });

  test("every use of every example is in the table", () => {
    const asked = new Set(rows.map(([file, use]) => `${file} ${use}`));
    const there = titleFiles.flatMap((file) => [...readText(exampleText(file), file).uses.keys()].map((use) => `${file} ${use}`));
    expect(there.filter((each) => !asked.has(each))).toEqual([]);
    expect(there).toHaveLength(rows.length);
  });
});

/** What the READMEs say would happen if a record were not there. */
const without: readonly (readonly [file: string, use: string, cut: RegExp, decision: string])[] = [
  ["public-domain/cleartitle.yaml", "train", /^statements:\n(?: {2}.*\n)+/m, "blocked"],
  ["public-domain/cleartitle.yaml", "publish", /^statements:\n(?: {2}.*\n)+/m, "blocked"],
  ["synthetic-medical/cleartitle.yaml", "filing", /^statements:\n(?: {2}.*\n)+/m, "unresolved"],
  ["own-work/cleartitle.yaml", "license", /^.*deed of 2025-07-15, signed.*\n/m, "unresolved"],
];

describe("what a missing record would change", () => {
  test.each(without)("%s %s", { timeout: 120_000 }, (file, use, cut, decision) => {
    const text = exampleText(file).replace(cut, "");
    expect(text).not.toBe(exampleText(file));
    expect(decideExample(file, use, { text, withoutRange: true }).decision).toBe(decision);
  });
});

test("what the assistant's missing tests would change, if they came out well", { timeout: 120_000 }, () => {
  const file = "hosted-assistant/cleartitle.yaml";
  const text = exampleText(file)
    .replace("{ id: tuned, kind: model }", "{ id: tuned, kind: model, facts: { model.memorises: false, model.outputs_protected: false } }")
    .replace("market.substitution_evidence: false }", "market.substitution_evidence: false, market.dilution_evidence: false, source.licensed_market_exists: false }");
  const expected = { byTerritory: { DE: "blocked", US: "conditional", JP: "conditional" }, exposure: [{ act: "d1", asset: "notes", state: "covered" }], noExposure: [{ act: "d1", state: "unknown" }, { act: "d1", state: "open" }] };
  expect(faultsOf(decideExample(file, "launch", { text, withoutRange: true }), expected)).toEqual([]);
});

const noCopy = "positions: { model_weights_as_copy: no_copy_stored }\n";
const neither = "positions: { model_weights_as_copy: no_copy_stored, eu.model_is_personal_data: no_llm_stores_none }\n";

/** What the READMEs say another position would make of it. */
const adopting: readonly (readonly [file: string, use: string, positions: string, expect: Record<string, unknown>])[] = [
  ["hosted-assistant/cleartitle.yaml", "launch", noCopy, { decision: "conditional", noReasons: [{ asset: "notes", tense: "present" }], noExposure: [{ state: "open" }] }],
  ["laion-classifier/cleartitle.yaml", "host", noCopy, { byTerritory: { DE: "conditional", US: "conditional", JP: "conditional", SG: "conditional", GB: "unresolved", CN: "unresolved" } }],
  ["laion-classifier/cleartitle.yaml", "weights", noCopy, { byTerritory: { DE: "blocked", GB: "blocked" } }],
  ["laion-classifier/cleartitle.yaml", "weights", neither, { decision: "conditional" }],
];

describe("what another position would make of it", () => {
  test.each(adopting)("%s %s %s", { timeout: 120_000 }, (file, use, positions, expected) => {
    expect(faultsOf(decideExample(file, use, { text: `${exampleText(file)}${positions}`, withoutRange: true }), expected)).toEqual([]);
  });
});

describe("each example", () => {
  test.each(exampleNames)("%s is a folder with a title file and a README", (name) => {
    expect(titleFiles).toContain(`${name}/cleartitle.yaml`);
    expect(exampleText(`${name}/README.md`)).toMatch(/^# .+\n[^]*## The facts[^]*## Ask[^]*## What comes out, and why/);
  });

  test.each(titleFiles)("%s reads without problems", (file) => {
    expect(readText(exampleText(file), file).findings).toEqual([]);
  });
});
