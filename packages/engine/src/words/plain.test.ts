import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Decision, Exposure, OptionReport, Premise, Reason } from "../decision.js";
import { sayAmount } from "./amount.js";
import { reasonEntries, sayTerritory, territoryLines, wordingOf } from "./entry.js";
import { sayIds, sayQuestion, sayRemedies } from "./follow-up.js";
import { type Names, sayAction, sayCite, sayInstrument, sayOf } from "./names.js";
import { sayFolded, sayOptions } from "./option.js";
import { sayExposure, sortExposure } from "./past.js";
import { sayPremises } from "./premise.js";
import { sayChoice, sayOutbound } from "./range.js";
import { sayDecision, sayReasonAlone } from "./say-decision.js";

const decision = JSON.parse(readFileSync(new URL("../../../../test/fixtures/decision.json", import.meta.url), "utf8")) as Decision;
function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error("the fixture is empty");
  return found;
}
const blocked = first(decision.reasons);
const fact = (id: string, ask: string) => [id, { id, type: "boolean" as const, ask, control: "circumstance" as const, of: "asset" as const }] as const;
const names: Names = {
  taxonomies: {
    actions: new Map([["train-on", "train a model on it"], ["host", "offer its functionality as a service"], ["distribute", "hand copies to others"], ["crawl", "fetch automatically from the web"]].map(([id, title]) => [id!, { id: id!, title: title! }])),
    facts: new Map([fact("work.protected", "Does copyright protect it?"), fact("reservation.expressed", "Was mining reserved?")]),
    duties: new Map([["name-prefix", { id: "name-prefix", title: "begin the name with a word" }]]),
  },
  instruments: new Map([["LicenseRef-Llama-3.1", { title: "Llama 3.1 Community License Agreement" }]]),
  laws: new Map([["eu.dsm.art4", { title: "mining", authority: ["Dir. (EU) 2019/790 art. 4"], jurisdiction: "EU" }]]),
  positions: new Map([["weights", { question: "Are weights a copy?", options: [{ id: "yes", says: "taken as a copy" }] }]]),
  derivations: new Map([["d1", { by: "finetune", during: { from: "2026-03-01", to: null } }]]),
};
const wording = wordingOf(decision, { names });

test.each([
  ["2000000", "2,000,000"], ["2000000..2000000", "2,000,000"], ["..5000000", "at most 5,000,000"], ["10..", "at least 10"], ["5..20000", "5 to 20,000"], ["above 1000000", "above 1,000,000"], ["2026-12-01", "2026-12-01"], ["iterative_prompts", "iterative_prompts"],
])("the amount %s is said as %s", (text, expected) => {
  expect(sayAmount(text)).toBe(expected);
});

test.each([
  ["train-on", "train a model on notes"], ["host", "offer notes's functionality as a service"], ["distribute", "hand copies of notes to others"], ["crawl", "fetch automatically from the web (notes)"], ["make-merry", "make merry notes"],
])("the action %s", (action, expected) => {
  expect(sayAction(action, "notes", wording)).toBe(expected);
});

test.each([["launch", "for launch"], ["d1", "of act d1 (finetune, 2026-03-01)"], ["notes", "of notes"]])("what a fact is about: %s", (of, expected) => {
  expect(sayOf(of, wording)).toBe(expected);
});

test("a license is said by its title or its known id, a rule of law by its citation", () => {
  expect(sayInstrument("LicenseRef-Llama-3.1", wording)).toBe("Llama 3.1 Community License Agreement");
  expect(sayInstrument("MIT", wording)).toBe("MIT");
  expect(sayCite("eu.dsm.art4", "Dir. (EU) 2019/790 art. 4(1)", wording)).toBe("Dir. (EU) 2019/790 art. 4(1)");
  expect(sayCite("eu.dsm.art4", null, wording)).toBe("Dir. (EU) 2019/790 art. 4");
});

const premise = (reads: string, is: string | null, needs: string, result: Premise["result"], of: string | null = "notes"): Premise => ({ reads, of, is, needs, result });

test("what carries an outcome comes first, what is only not recorded last", () => {
  expect(sayPremises([
    premise("work.protected", null, "false", "false"), premise("position weights", "yes", "as the position says", "true", "DE"), premise("reservation.expressed", null, "false", "unknown"), premise("reservation.expressed", "true", "false", "false", "d1"),
  ], wording)).toEqual([
    "Was mining reserved? — yes, needs no (of act d1 (finetune, 2026-03-01))", "Was mining reserved? — not recorded, needs no (of notes)", "position taken: Are weights a copy? — taken as a copy", "Does copyright protect it? — not recorded, needs no (of notes)",
  ]);
});

const option = (kind: OptionReport["kind"], instrument: string, changed: Partial<OptionReport> = {}): OptionReport => ({
  kind, instrument, norm: "n", fails: null, interval: { best: "blocked", worst: "blocked" }, cite: "s.1", quote: null, verified: "primary", premises: [], ...changed,
});

describe("options", () => {
  const options = [option("unprotected", "eu.x", { fails: "kind of source" }), option("excepted", "eu.y", { fails: "kind of object" }), option("excepted", "eu.dsm.art4", { fails: "reservation.expressed", premises: [premise("reservation.expressed", "true", "false", "false")] }), option("granted", "MIT", { fails: "purpose" })];
  test("the grant comes first, and what never had a chance is counted", () => {
    const words = sayOptions(options, null, wording);
    expect(words.filter((each) => !each.folded).map((each) => each.text)).toEqual(["grant under MIT does not serve — not for this purpose", "exception in EU (s.1) does not serve — Was mining reserved? — yes, needs no (of notes)"]);
    expect(sayFolded(options, words)).toBe("1 rule on what is unprotected and 1 exception for other kinds of asset were considered; none applies");
  });
  test("`explain` tells them all", () => {
    const reason: Reason = { ...blocked, options };
    expect(sayReasonAlone({ ...decision, reasons: [reason] }, reason, { names }).match(/does not serve/g)).toHaveLength(4);
    expect(sayDecision({ ...decision, reasons: [reason] }, { names }).match(/does not serve/g)).toHaveLength(2);
    expect(sayDecision({ ...decision, reasons: [reason] }, { names, full: true }).match(/does not serve/g)).toHaveLength(4);
  });
});

const duty = (id: string, norm: string): Reason => ({ ...blocked, id, decision: "conditional", layer: "contract", outcome: "a contractual duty applies", instrument: "LicenseRef-Llama-3.1", norm, options: [], premises: [] });
const free = (id: string, place: string): Reason => ({ ...blocked, id, decision: "cleared", basisKind: "unprotected", outcome: "unprotected", instrument: `eu.${id}`, cite: `art. ${id}`, territories: [place], options: [] });
const past = (state: Exposure["state"], why: string, changed: Partial<Exposure> = {}): Exposure => ({ act: "d1", action: "train-on", who: "acme", in: "DE", on: "2026-03-01", asset: "notes", layer: "copyright", state, curedBy: null, why, premises: [], ...changed });

describe("entries", () => {
  const obligation = { ...first(decision.obligations), instrument: "LicenseRef-Llama-3.1", do: "name-prefix", text: "Llama" };
  const made = { ...decision, reasons: [duty("r1", "a"), duty("r2", "b"), { ...duty("r3", "a"), instrument: "MIT" }], obligations: [{ ...obligation, norm: "a" }, { ...obligation, norm: "b", do: "indemnify", text: null }] };
  test("duties of one instrument are one line that names them", () => {
    const said = sayDecision(made, { names }).replaceAll(/\s+/g, " ");
    expect(said).toContain("Llama 3.1 Community License Agreement asks 2 things, see Obligations: begin the name with a word: “Llama”; indemnify. [r1, r2]");
    expect(reasonEntries(made, wordingOf(made, { names })).map((entry) => entry.reasons.length)).toEqual([2, 1]);
    expect(reasonEntries(made, wordingOf(made, { names, full: true }))).toHaveLength(3);
  });
  test("the same answer by another rule in each place is one line", () => {
    const said = sayDecision({ ...decision, decision: "cleared", reasons: [free("r1", "DE"), free("r2", "US")] });
    expect(said.replaceAll(/\s+/g, " ")).toContain("copyright does not protect notes. [r1, r2]");
    expect(said).toContain("DE: art. r1");
    expect(said).toContain("US: art. r2");
  });
  test("a maker's own contribution claims nothing of its sources", () => {
    const owned: Reason = { ...blocked, decision: "cleared", basisKind: "owned", outcome: "owned", options: [], premises: [premise("maker of the recorded derivation", "acme", "the actor's own contribution", "true")] };
    expect(sayDecision({ ...decision, reasons: [owned] }).replaceAll(/\s+/g, " ")).toContain("notes was made by acme: what it added is its own; what is in it is asked of its sources.");
  });
  test("what decides in a place is told before the rest", () => {
    expect(sayTerritory(first(territoryLines(decision, wording)), wording)).toMatch(/ — r1; also r2$/);
  });
  test.each<[ids: readonly number[], most: number | undefined, said: string]>([
    [[1, 3, 4, 5, 9], undefined, "r1, r3–r5, r9"],
    [[1, 3, 4, 5, 9], 1, "r1 and 4 more"],
    [[1, 3, 4, 5, 9], 2, "r1, r3–r5, r9"],
    [[1, 3, 4, 5, 9, 11, 12], 2, "r1, r3–r5 and 3 more"],
  ])("ids %j by at most %s runs", (ids, most, said) => {
    expect(sayIds(ids.map((id) => `r${id}`), most)).toBe(said);
  });
  test("of a long list as many are told as of reasons, and how many are left", () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...blocked, id: `r${i + 1}` }));
    const long = { ...decision, reasons: [blocked], assumptions: many.map(({ id }) => ({ position: null, presumption: `fact of ${id}`, asset: null, value: "true", cite: null })) };
    const said = sayDecision(long).split("\n");
    expect(said.filter((line) => line.includes("fact of r"))).toHaveLength(50);
    expect(said).toContain("… and 10 more (as JSON all are told).");
    expect(sayDecision(long, { full: true })).toContain("fact of r60");
  });
});

describe("past acts", () => {
  test("open ones first, layers of one act together, covered ones counted", () => {
    const { told, covered } = sortExposure([past("covered", "a basis is recorded"), past("unknown", "not recorded: work.protected"), past("open", "no option serves (eu.dsm.art4: x)"), past("open", "no option serves (eu.dsm.art4: x)", { layer: "related" })], wording);
    expect(told.map((each) => each.state)).toEqual(["open", "unknown"]);
    expect(sayExposure(first(told), wording)).toBe("open: train on notes by acme in DE on 2026-03-01 (copyright and related rights; act d1, finetune) — no license covers it, and no rule of law helps");
    expect(covered).toBe("1 further act is covered: a basis is recorded for each");
  });
  test.each([
    ["no option serves (MIT: purpose; eu.dsm.art4: x)", "MIT does not give it (not for this purpose); no rule of law helps"], ["not recorded: work.protected", "not recorded: Does copyright protect it?"], ["eu.dsm.art4 art. 4(3)", "art. 4(3) forbids it"],
  ])("%s is said as %s", (why, expected) => {
    expect(sayExposure(past("open", why), wording).split(" — ")[1]).toBe(expected);
  });
});

test("a question names what it is about; evidence that is asked for already is one remedy", () => {
  const question = { fact: "work.protected", of: "launch", control: "circumstance" as const, ask: "Does copyright protect it? (launch)", settles: ["r1"] };
  expect(sayQuestion(question, wording)).toEqual({ ask: "Does copyright protect it? (for launch)", record: "a fact to find out, recorded as work.protected of launch; settles r1" });
  const remedy = { kind: "evidence" as const, what: question.ask, asset: null, improves: null, because: ["r1"] };
  const obtain = { ...remedy, kind: "obtain" as const, what: "a license of notes for host (copyright)" };
  expect(sayRemedies({ ...decision, questions: [question], remedies: [remedy, obtain, { ...obtain, what: "a license of notes for host (related)", because: ["r2"] }] }, wording)).toEqual([
    "evidence: answer question 1 above", "obtain: a license of notes that allows to host it (copyright and related) [r1, r2]",
  ]);
});

test("a choice is told only between licenses, with what decided", () => {
  const choice = { asset: "notes", layer: "copyright" as const, territories: ["US"], taken: "granted MIT", alternatives: ["excepted us.c107", "granted Apache-2.0"], why: "best status; id" };
  expect(sayChoice(decision, choice, wording)).toBe("notes (copyright) in US: MIT, rather than Apache-2.0 — as good an answer; settled before contested, then fewer duties, then by name");
  expect(sayChoice(decision, { ...choice, alternatives: ["excepted us.c107"] }, wording)).toBeNull();
  expect(sayChoice(decision, { ...choice, taken: "owned" }, wording)).toBeNull();
});

test("no license is proposed while the answer is blocked", () => {
  const none = { candidates: [], custom: false, constraints: [], taken: null };
  expect(sayOutbound({ ...decision, outboundLicenses: none }, wording)).toBeNull();
  expect(sayOutbound({ ...decision, decision: "conditional", outboundLicenses: { ...none, custom: true } }, wording)?.text).toContain("custom terms");
});
