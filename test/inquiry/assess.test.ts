import { assess, decide, sayAssessment, type Assessment } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const catalogue = realCatalogue();

type Facts = Readonly<Record<string, string | boolean>>;
type Title = Readonly<Record<string, unknown>>;
interface Situation {
  readonly title: (place: string, facts: Facts, positions: Title) => Title;
}

const of = (title: Title, positions: Title): Title => ({ us: "acme", parties: [{ id: "acme", kind: "company" }, { id: "maker", kind: "company" }], ...title, positions });
/** Training on works without a license. */
const training: Situation = {
  title: (place, facts, positions) => of({ assets: [{ id: "works", kind: "dataset", license: "NONE", upstream: "complete", facts }], uses: { q: { of: "works", actions: ["train-on"], purpose: "commercial", in: [place], on: "2026-03-01" } } }, positions),
};
/** A stranger's output, without a license. */
const foreignOutput: Situation = {
  title: (place, facts, positions) => of({ assets: [{ id: "image", kind: "output", license: "NONE", upstream: "complete", facts }], uses: { q: { of: "image", actions: ["reproduce"], purpose: "commercial", in: [place], on: "2026-03-01" } } }, positions),
};
/** An output of ours, by a model of others that simple prompts draw a work from. */
const ownOutput: Situation = {
  title: (place, facts, positions) => of({
    assets: [
      { id: "work", kind: "dataset", license: "NONE", licensor: "author", upstream: "complete" },
      { id: "model", kind: "model", license: "MIT", licensor: "maker", upstream: "complete", facts: { "model.memorises": true } }, { id: "image", kind: "output", upstream: "complete", facts },
    ],
    derivations: [{ from: "work", to: "model", by: "train", who: "maker", on: "2025-01-01", in: "US" }, { from: "model", to: "image", by: "generate", on: "2026-02-01", in: place, purpose: "commercial", field: "general" }],
    uses: { q: { of: "image", actions: ["make-available"], purpose: "commercial", field: "general", in: [place], on: "2026-03-01" } },
  }, positions),
};

function run(questionnaire: string, situation: Situation, place: string, facts: Facts, positions: Title): Assessment {
  const text = stringify(situation.title(place, facts, positions), { version: "1.2", defaultStringType: "QUOTE_DOUBLE" });
  const { graph, problems } = readTitleFile(text, { file: "case", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  return assess({ graph: graph!, catalogue }, "q", catalogue.questionnaires!.get(questionnaire)!, decide);
}

/** What an assessment cites: for the answer as it is, and for the answers that are given. */
const citesOf = (assessment: Assessment): string[] => [...assessment.because.flatMap((b) => b.cites), ...assessment.questions.flatMap((q) => q.answers).filter((a) => a.holds === "true").flatMap((a) => a.rules.map((r) => r.cite))];

const fair: Facts = { "use.transformative": true, "market.substitution_evidence": false, "market.dilution_evidence": false };
const mined: Facts = { "source.lawful_access": true, "reservation.expressed": false, "retention.deleted_when_done": true, "model.memorises": false };
const adopted: Title = { "uk.cgw": { GB: "no_originality_missing" } };

/** Questionnaire, situation, place, the fact that matters most when nothing is answered, answers, what is then decided, and on whose word. */
const cases: readonly (readonly [string, Situation, string, string, Facts, string, string, Title?])[] = [
  ["us-fair-use", training, "US", "market.dilution_evidence", fair, "cleared", "17 USC 107"],
  ["us-fair-use", training, "US", "market.dilution_evidence", { ...fair, "market.dilution_evidence": true }, "blocked", "17 USC 107"],
  ["us-fair-use", training, "US", "market.dilution_evidence", { ...fair, "use.amount_made_public": "verbatim" }, "blocked", "17 USC 107"],
  ["eu-mining", training, "DE", "model.memorises", mined, "cleared", "UrhG s.44b(1)-(3)"],
  ["eu-mining", training, "EU", "model.memorises", mined, "cleared", "Dir. (EU) 2019/790 art. 4(1)-(3)"],
  ["eu-mining", training, "DE", "model.memorises", { ...mined, "reservation.expressed": true }, "blocked", "UrhG s.44b(1)-(3)"],
  ["eu-mining", training, "FR", "model.memorises", { ...mined, "source.tpm_circumvented": true }, "blocked", "Dir. (EU) 2019/790 art. 4(1)-(3)"],
  ["eu-mining", training, "DE", "model.memorises", { ...mined, "source.shadow_library": true }, "blocked", "UrhG s.44b(1)-(3)"],
  ["human-authorship", foreignOutput, "US", "output.human_author", { "output.human_author": false, "output.human_control": "none" }, "cleared", "Thaler v. Perlmutter, 130 F.4th 1039 (D.C. Cir. 2025)"],
  ["human-authorship", foreignOutput, "US", "output.human_author", { "output.human_author": true, "output.human_control": "modification", "use.transformative": false }, "blocked", "Thaler v. Perlmutter, 130 F.4th 1039 (D.C. Cir. 2025)"],
  ["human-authorship", foreignOutput, "DE", "output.human_author", { "output.human_author": true, "output.human_control": "prompt_only" }, "cleared", "AG München 142 C 9786/25 (13 Feb 2026)"],
  ["human-authorship", foreignOutput, "FR", "output.human_author", { "output.human_author": false }, "cleared", "Mio/konektra C-580/23 and C-795/23 (4 Dec 2025)"],
  ["human-authorship", foreignOutput, "GB", "output.human_author", { "output.human_author": false }, "cleared", "CDPA 1988 ss.9(3), 178; THJ v. Sheridan [2023] EWCA Civ 1354", adopted],
  ["human-authorship", foreignOutput, "GB", "output.human_author", { "output.human_author": true }, "blocked", "CDPA 1988 ss.9(3), 178; THJ v. Sheridan [2023] EWCA Civ 1354", adopted],
  ["human-authorship", foreignOutput, "JP", "output.human_author", { "output.human_author": true, "output.human_control": "own_input_perceptible", "purpose.enjoyment": true }, "blocked", "Copyright Act art. 2(1)(i); guidance of 2024"],
  ["human-authorship", foreignOutput, "CN", "output.human_author", { "output.human_control": "iterative_prompts", "output.process_record": false }, "cleared", "Beijing Internet Court, announced 16 Sept 2025"],
  ["human-authorship", foreignOutput, "CN", "output.human_author", { "output.human_author": true, "output.human_control": "iterative_prompts", "output.process_record": true }, "blocked", "Beijing Internet Court, announced 16 Sept 2025"],
  ...([["US", "17 USC 101, 106(1)-(2)"], ["DE", "Mio/konektra C-580/23 & C-795/23 (4 Dec 2025)"], ["FR", "Mio/konektra C-580/23 & C-795/23 (4 Dec 2025)"], ["GB", "CDPA 1988 ss.16-17, 28A"], ["JP", "ACA General Understanding 2024"], ["CN", "Guangzhou"]] as const).flatMap(([place, cite]) => [
    ["derivative-work", ownOutput, place, "output.recognizable-elements", { "output.recognizable-elements": true }, "blocked", cite] as const,
    ["derivative-work", ownOutput, place, "output.recognizable-elements", { "output.recognizable-elements": false }, "conditional", ["GB", "CN", "JP"].includes(place) ? "TRIPS" : cite] as const,
  ]),
];

describe("unanswered it is unresolved, with the question that matters most; answered it is decided, with the rule's citation", () => {
  test.each(cases.map((c) => [`${c[0]} in ${c[2]}: ${JSON.stringify(c[4])}`, c] as const))("%s", (_name, [questionnaire, situation, place, next, facts, decision, cite, positions = {}]) => {
    const before = run(questionnaire, situation, place, {}, positions);
    expect([before.decision, before.next?.fact]).toEqual(["unresolved", next]);
    expect(before.questions.filter((q) => q.state === "asked").length).toBeGreaterThan(0);
    expect(before.next!.question).not.toBeNull();
    const after = run(questionnaire, situation, place, facts, positions);
    expect([after.decision, citesOf(after).filter((each) => each.includes(cite)).length > 0 ? cite : citesOf(after)]).toEqual([decision, cite]);
    expect(after.questions.filter((q) => Object.keys(facts).some((fact) => q.facts.some((f) => f.fact === fact))).every((q) => q.recorded.length > 0)).toBe(true);
  });

  test("they are all four, in all places that are asked for", () => {
    expect([...new Set(cases.map((c) => c[0]))].toSorted()).toEqual([...catalogue.questionnaires!.keys()].toSorted());
    expect(["US", "EU", "DE", "GB", "JP", "CN"].filter((place) => !cases.some((c) => c[2] === place))).toEqual([]);
  });
});

describe("an assessment", () => {
  const open = run("us-fair-use", training, "US", {}, {});

  test("asks what the engine asks, and says why of what no rule turns on", () => {
    const states = new Map(open.questions.map((q) => [q.id, q.state] as const));
    expect([states.get("purpose"), states.get("dilution"), states.get("commerce"), states.get("act")]).toEqual(["asked", "asked", "open", "answered"]);
    expect(open.questions.find((q) => q.id === "commerce")!.facts[0]!.unread).toContain("first factor");
  });

  test("says what is meant by the answer given, and by the others", () => {
    const answered = run("us-fair-use", training, "US", { "use.transformative": true }, {});
    expect(answered.questions.find((q) => q.id === "purpose")!.answers.map((a) => a.holds)).toEqual(["true", "false"]);
    expect(open.questions.find((q) => q.id === "purpose")!.answers.map((a) => a.holds)).toEqual(["unknown", "unknown"]);
  });

  test("tells the positions that were taken, by place", () => {
    expect(open.questions.find((q) => q.id === "purpose")!.positions[0]!.taken[0]).toMatchObject({ option: "fair_unless_market_dilution_shown", territories: ["US", "US-CA", "US-NY"] });
  });

  test("leaves out what it is not meant for, and says so", () => {
    const text = stringify(training.title("WORLD", {}, {}), { version: "1.2", defaultStringType: "QUOTE_DOUBLE" });
    const { graph } = readTitleFile(text, { file: "case" });
    const world = assess({ graph: graph!, catalogue }, "q", catalogue.questionnaires!.get("us-fair-use")!, decide);
    expect(world.byTerritory.flatMap((t) => t.territories).every((place) => place.startsWith("US"))).toBe(true);
    expect(world.outside).toContain("DE");
  });

  test("in words", () => {
    const said = sayAssessment(open, "cleartitle.yaml", { width: 300, names: catalogue });
    for (const each of ["UNRESOLVED", "What matters most: ", "cleartitle answer cleartitle.yaml --use q ", "not answered, and the answer waits for it", "no rule turns on it", "position taken: ", "17 USC 107 (us.c107)", "the decision is the engine's"]) expect(said).toContain(each);
  });

  test("of one that is overdue says so", () => {
    const { graph } = readTitleFile(stringify(training.title("US", {}, {}), { version: "1.2", defaultStringType: "QUOTE_DOUBLE" }), { file: "case" });
    const late = assess({ graph: graph!, catalogue }, "q", catalogue.questionnaires!.get("us-fair-use")!, decide, { asOf: "2029-01-01" });
    expect(late.questionnaire.overdue).toBe(true);
    expect(late.watch).toEqual(expect.arrayContaining([expect.objectContaining({ law: "us.c107", what: "review of this record is overdue" }), expect.objectContaining({ what: "position us.fair_use_training: review is overdue" })]));
  });
});
