import { type AskedStep, clauseDifferences, dutiesOf, effectOf, mayFollow, readDeal, runbookOf, standingOn } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import { describe, expect, test } from "vitest";
import { catalogue, library } from "../cases/clause-house.js";
import { DealLife, medical, signedMedical } from "./deal-life.js";

const { deal } = medical;
const theirs = deal.replace("within: P30D", "within: P14D");
const send: AskedStep = { step: "send", on: "2025-12-02" };
const sign = (side: "licensor" | "licensee", more: object = {}): AskedStep => ({ step: "sign", side, on: "2025-12-20", evidence: "contract 17", ...more });
const sent = (): DealLife => new DealLife("scans-2026", medical.title).all([{ step: "draft", text: deal }], [send]);
const amended = (): DealLife => signedMedical().all([{ step: "amend", text: medical.amendment }], [sign("licensor", { amendment: "insurers" }), "ann"], [sign("licensee", { amendment: "insurers" }), "ann"]);

describe("what may come next", () => {
  test.each<readonly [string, DealLife, string, readonly string[]]>([
    ["of a draft", new DealLife("scans-2026", medical.title).all([{ step: "draft", text: deal }]), "licensee", ["draft", "receive", "send", "withdraw"]],
    ["of what was sent", sent(), "licensor", ["receive", "sign", "withdraw"]],
    ["of what came back", sent().all([{ step: "receive", text: theirs, on: "2025-12-05" }]), "licensee", ["draft", "receive", "sign", "withdraw"]],
    ["of what one side signed", sent().all([sign("licensor"), "ann"]), "licensee", ["draft", "receive", "sign", "withdraw"]],
    ["of what is signed", signedMedical(), "null", ["amend", "end", "notice", "renew"]],
    ["of what an amendment waits for", signedMedical().all([{ step: "amend", text: medical.amendment }]), "null", ["amend", "end", "notice", "renew", "sign"]],
    ["of what ended", signedMedical().all([{ step: "end", on: "2026-11-01", how: "termination", side: "licensor", why: "unpaid" }]), "null", []],
    ["of what was withdrawn", sent().all([{ step: "withdraw", on: "2025-12-09", side: "licensor", why: "sold to another" }]), "null", []],
  ])("%s", (_, life, turn, steps) => {
    const agreement = life.agreement();
    expect(String(agreement.life.turn)).toBe(turn);
    expect(mayFollow(agreement.life).filter(({ why }) => why === null).map(({ step }) => step).toSorted()).toEqual([...steps].toSorted());
    for (const { why } of mayFollow(agreement.life)) expect(why === null || why.length > 10).toBe(true);
  });

  test.each<readonly [string, () => DealLife, AskedStep, string, string]>([
    ["a signature by who wrote it", sent, sign("licensor"), "jane", "forbidden"],
    ["a second signature of one side", () => sent().all([sign("licensor"), "ann"]), sign("licensor"), "ann", "conflict"],
    ["a signature of a day before it was sent", sent, sign("licensor", { on: "2025-12-01" }), "ann", "conflict"],
    ["a signature of another text", sent, sign("licensor", { digest: `sha256:${"0".repeat(64)}` }), "ann", "conflict"],
    ["a signature of tomorrow", sent, sign("licensor", { on: "2027-01-01" }), "ann", "bad-value"],
    ["the same text once more", sent, { step: "receive", text: deal, on: "2025-12-03" }, "jane", "conflict"],
    ["a version while it is with the other side", sent, { step: "draft", text: theirs }, "jane", "conflict"],
    ["the text of another agreement", sent, { step: "receive", text: theirs.replace("id: scans-2026", "id: other"), on: "2025-12-03" }, "jane", "contradiction"],
    ["a text between others", () => new DealLife("scans-2026", medical.title), { step: "draft", text: deal.replaceAll("pharma", "stranger") }, "jane", "dangling-reference"],
    ["a text that says that it is signed", () => new DealLife("scans-2026", medical.title), { step: "draft", text: `${deal}signed: { on: "2025-12-20", evidence: contract 17 }\n` }, "jane", "not-allowed"],
    ["what is no deal", () => new DealLife("scans-2026", medical.title), { step: "draft", text: "id: [" }, "jane", "yaml-syntax"],
    ["an amendment before it is signed", sent, { step: "amend", text: medical.amendment }, "jane", "conflict"],
    ["an amendment of the same name", amended, { step: "amend", text: medical.amendment }, "jane", "duplicate-id"],
    ["another word on the same topic from the same day", amended, { step: "amend", text: medical.amendment.replace("id: insurers", "id: again").replace(", insurance", ", finance") }, "jane", "contradiction"],
    ["an amendment that makes no deal", signedMedical, { step: "amend", text: medical.amendment.replace("insurance", "flying") }, "jane", "unknown-name"],
    ["what is not there to be taken out", signedMedical, { step: "amend", text: 'agreement: scans-2026\nid: none\nfrom: "2026-05-01"\ntopics: { exclusivity: null }\n' }, "jane", "dangling-reference"],
    ["an end before it began", signedMedical, { step: "end", on: "2025-12-01", how: "termination", side: "licensor", why: "unpaid" }, "jane", "conflict"],
    ["a renewal while either side can say no", signedMedical, { step: "renew", on: "2026-12-01", until: "2028-12-31" }, "jane", "conflict"],
  ])("%s is refused", (_, life, asked, by, code) => {
    const there = life();
    const before = there.graph;
    expect(there.take(asked, by).problems.map((each) => each.code)).toContain(code);
    expect(there.graph).toBe(before);
  });

  test("one who is alone signs what they wrote, and a signature is void with the text", () => {
    const life = sent();
    expect(life.take(sign("licensor"), "jane", "2026-12-01", true).problems).toEqual([]);
    life.all([{ step: "receive", text: theirs, on: "2025-12-22" }]);
    expect(life.agreement().life).toMatchObject({ state: "sent", signatures: [], versions: [{ side: "licensee", frozenOn: "2025-12-02" }, { side: "licensor", frozenOn: "2025-12-22" }] });
  });
});

describe("what is signed", () => {
  test("is in the records from the moment at which both have signed", () => {
    const life = sent();
    const answers = (): string[] => ["clinics", "insurers"].map((use) => life.answer(use));
    expect(answers()).toEqual(["blocked", "blocked"]);
    expect(life.take(sign("licensor"), "ann").changed).toEqual([]);
    expect(life.take(sign("licensee"), "ann").changed).toEqual(["add-instrument"]);
    expect(answers()).toEqual(["cleared", "blocked"]);
  });

  test("an amendment counts from its day on, and what was done before is under the terms of before", () => {
    const life = amended();
    const day = (on: string): DealLife => {
      life.graph = { ...life.graph, uses: new Map([...life.graph.uses].map(([name, use]) => [name, { ...use, on }])) };
      return life;
    };
    expect([day("2026-04-30").answer("insurers"), day("2026-05-01").answer("insurers"), day("2026-04-30").answer("clinics"), day("2026-05-01").answer("clinics")]).toEqual(["blocked", "cleared", "cleared", "cleared"]);
    const { segments } = life.agreement();
    expect(clauseDifferences(segments[0]!, segments[1]!).filter(({ change }) => change !== "same")).toMatchObject([{ topic: "field-of-use", change: "words" }]);
  });

  test("another state of it is asked in place of all its texts, amendments included", () => {
    const { graph } = amended();
    const [was, is] = [deal, deal.replace("fields: [medical]", "fields: [insurance]")].map((text) => readDeal(text, { file: "deal.yaml", library, taxonomies: catalogue.taxonomies }).file!);
    const { effect } = effectOf(was!, is!, { graph, catalogue }, { library, file: "cleartitle.yaml", decide });
    expect(effect!.uses.map(({ use, before, after }) => `${use} ${before} ${after}`)).toEqual(["clinics cleared blocked", "insurers blocked conditional"]);
  });

  test("words outside of every topic are told where two states are compared", () => {
    const [was, is] = [deal, `${deal}further: [{ id: peace, title: Peace, text: [No model is trained.] }]\n`].map((text) => signedMedical(text).agreement().segments[0]!);
    expect(clauseDifferences(was!, is!).filter(({ change }) => change !== "same")).toEqual([{ topic: "further", title: "Words outside of every topic", change: "new", before: null, after: { version: "own", text: ["No model is trained."] } }]);
  });

  test("goes on by itself where nobody said no, until the day that it says", () => {
    const life = signedMedical();
    const ahead = standingOn(life.agreement(), "2027-10-01");
    expect(ahead).toMatchObject({ state: "signed", term: { to: "2027-12-31", evergreen: false, renewal: { noticeBy: "2027-11-01", until: "2028-12-31", stopped: null } } });
    expect(standingOn(life.agreement(), "2028-01-01").state).toBe("past-term");
    expect(life.take({ step: "renew", on: "2027-11-02", until: "2030-01-01" }, "jane", "2027-11-02").problems).toMatchObject([{ code: "bad-value", pointer: "/until" }]);
    expect(life.take({ step: "renew", on: "2027-11-02", until: "2028-12-31" }, "jane", "2027-11-02").changed).toEqual(["add-instrument"]);
    expect(standingOn(life.agreement(), "2028-01-01")).toMatchObject({ state: "signed", term: { to: "2028-12-31", renewal: { noticeBy: "2028-11-01" } } });
  });

  test("its duties and days, and the window of notice", () => {
    const agreement = signedMedical().agreement();
    const duties = dutiesOf(agreement, standingOn(agreement, "2026-12-01"), "2026-12-01");
    expect(duties.map(({ on, kind, cite }) => `${on} ${kind} ${cite}`)).toEqual([
      "2026-01-01 day 7.1", "2027-11-01 window 7.2", "2027-12-31 day 7.1", "2028-01-30 duty 14.1", "2028-01-30 day 14.1", "2028-12-31 day 7.2", "null duty 5.3", "null duty 13.2",
    ]);
    expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
  });
});

const windows = (life: DealLife): readonly string[] => {
  const agreement = life.agreement();
  return dutiesOf(agreement, standingOn(agreement, "2026-12-01"), "2026-12-01").filter(({ kind, cite }) => kind === "window" && cite.startsWith("38.")).map(({ on, cite, who, what }) => `${on} ${cite} ${who.join()}: ${what}`);
};

describe("notices of a breach and of an exit", () => {
  const given = (of: "breach" | "exit", side: "licensor" | "licensee", text = deal): DealLife => signedMedical(text).all([{ step: "notice", of, on: "2026-09-01", side }, "jane", "2026-12-01"]);
  test.each<readonly [string, DealLife, readonly string[]]>([
    ["of a breach", given("breach", "licensor"), ["2026-10-01 38.1 pharma: last day to cure the breach that the licensor told on 2026-09-01"]],
    ["of an exit", given("exit", "licensee"), ["2026-11-30 38.2 : last day of the deal, where the clause gives that side on that day the exit that the licensee told on 2026-09-01"]],
    ["of a breach that ends all at once", given("breach", "licensor", deal.replace("termination: { version: neutral }", "termination: { version: licensor }")), []],
  ])("%s: the day that it sets, and nothing ends by itself", (_, life, expected) => {
    expect(windows(life)).toEqual(expected);
    expect([life.agreement().life.state, life.answer("clinics"), standingOn(life.agreement(), "2026-12-01").term!.renewal!.stopped]).toEqual(["signed", "cleared", null]);
  });

  test.each([
    ["before the day that it set", "2026-11-30", "licensee", [expect.stringMatching(/by the notice of 2026-09-01 the last day is 2026-11-30 \(38\.2\), and this ends it before: the first day without rights would be 2026-12-01/)]],
    ["on the day after it", "2026-12-01", "licensee", []],
    ["by the other side", "2026-11-30", "licensor", []],
  ] as const)("of an exit: whoever records the end %s is told", (_, on, side, notes) => {
    expect(given("exit", "licensee").take({ step: "end", on, how: "termination", side, why: "left" }).notes).toEqual(notes);
  });

  test("of an exit that no clause gives is refused", () => {
    const life = signedMedical(deal.replace("termination: { version: neutral }", "termination: { version: licensor }"));
    expect(life.take({ step: "notice", of: "exit", on: "2026-09-01", side: "licensee" }).problems).toMatchObject([{ code: "conflict", pointer: "/of", message: expect.stringContaining("no clause lets a side leave") }]);
  });
});

const withTopic = (was: string, is: string): string => deal.replace(was, is);

/** What the end asks for of each thing, and by when. */
function book(text: string, how: "term" | "termination"): Readonly<Record<string, string>> {
  const life = signedMedical(text);
  const { steps } = runbookOf({ graph: life.graph, catalogue }, life.agreement(), how === "term" ? { on: "2028-01-01", how } : { on: "2027-01-15", how }, { decide });
  const told = new Map<string, string>();
  for (const { kind, asset, by, cite } of steps) told.set(asset ?? "all", [...(told.has(asset ?? "all") ? [told.get(asset ?? "all")!] : []), `${kind} ${by ?? "-"} ${cite ?? "-"}`].join(", "));
  return Object.fromEntries(told);
}

const data = { scans: "stop 2027-12-31 1.1; 5.1, delete 2028-01-30 14.1", "marked-scans": "stop 2027-12-31 1.1; 5.1, delete 2028-01-30 14.1" };
const early = { scans: "stop 2027-01-14 1.1; 5.1, delete 2027-02-13 14.1", "marked-scans": "stop 2027-01-14 1.1; 5.1, delete 2027-02-13 14.1" };
const own = "keep - own contribution to a recorded derivation";

describe("the runbook of an end", () => {
  test.each<readonly [string, string, "term" | "termination", Readonly<Record<string, string>>]>([
    ["models live on after the term", deal, "term", { ...data, reader: "keep - 13.1", reports: own, all: "certify - 13.2" }],
    ["and not after an end before it", deal, "termination", { ...early, reader: "stop 2027-01-14 1.4; 5.1, delete 2027-01-14 -", reports: own, all: "certify - 13.2" }],
    ["models end with it", withTopic("model-after-term: { version: neutral }", "model-after-term: { version: licensor }"), "term", { ...data, reader: "stop 2027-12-31 1.4; 5.1, delete 2028-01-30 13.1", reports: own }],
    ["models live on however it ends", withTopic("model-after-term: { version: neutral }", "model-after-term: { version: licensee }"), "termination", { ...early, reader: "keep - 13.1", reports: own }],
    ["all that was derived goes, and an officer certifies it", withTopic("deletion: { version: neutral", "deletion: { version: licensor").replace("model-after-term: { version: neutral }", "model-after-term: { version: licensor }"), "termination", {
      ...early, reader: "stop 2027-01-14 1.4; 5.1, delete 2027-02-13 13.1, delete 2027-02-13 14.1", reports: "delete 2027-02-13 14.1", all: "certify 2027-02-28 14.2, do - 14.2",
    }],
    ["models are wound down, and no longer than a clause says", withTopic("model-after-term: { version: neutral }", "transition: { version: neutral }"), "term", {
      ...data, reader: "stop 2028-06-28 1.4; 5.1, keep 2028-06-28 39.1", reports: own,
    }],
    ["what an own text has deleted falls on the whole, or on what nothing that is recorded is", `${deal}  confidentiality: { own: { text: [What was told goes., What was trained on outputs goes.], duties: [{ at: 1, who: licensee, do: delete, text: Delete what was told., trigger: end of the deal, within: P14D, end: counts }, { at: 2, who: licensee, do: delete-derivatives, text: Delete what was trained on outputs., trigger: end of the deal, end: counts, on: [extracted] }] } }\n`, "term", {
      ...data, reader: "keep - 13.1", reports: own, all: "delete 2028-01-14 17.1, delete - 17.2, certify - 13.2",
    }],
  ])("%s", (_, text, how, expected) => expect(book(text, how)).toEqual(expected));

  test("what may go on under a condition is told with it, also where keeping it has none", () => {
    const life = signedMedical(`${deal}  publicity: { own: { text: [Whoever hosts a model names The Archive first.], norms: [{ id: named, at: 1, on: [derivative], when: [host], oblige: { do: attribute, due: before, reading: precondition } }] } }\n`);
    const { steps } = runbookOf({ graph: life.graph, catalogue }, life.agreement(), { on: "2028-01-01", how: "term" }, { decide });
    expect(steps.find(({ kind, asset }) => kind === "keep" && asset === "reader")).toMatchObject({ acts: ["run", "host"], when: "under the conditions of the answer", settle: [expect.stringContaining("attribute")] });
  });

  test("releases that lose their answer, what goes on, and the order", () => {
    const life = signedMedical();
    const { releases, survives, steps, lastDay } = runbookOf({ graph: life.graph, catalogue }, life.agreement(), { on: "2027-01-15", how: "termination" }, { decide });
    expect(releases).toEqual([{ use: "clinics", of: "reader", before: "cleared", after: "blocked" }]);
    expect(lastDay).toBe("2027-01-14");
    expect(survives.map(({ norms }) => norms).flat()).toContain("field-of-use.banned");
    expect(steps.map(({ kind, asset }) => `${kind} ${asset}`)).toEqual(["stop reader", "stop marked-scans", "stop scans", "delete reader", "delete marked-scans", "delete scans", "certify null", "keep reports"]);
  });

  test("an end that is recorded ends the rights in the records, of every text", () => {
    const life = amended();
    life.all([{ step: "end", on: "2026-05-20", how: "termination", side: "licensor", why: "unpaid", evidence: "letter 3" }]);
    expect(["clinics", "insurers"].map((use) => life.answer(use))).toEqual(["blocked", "blocked"]);
    expect(standingOn(life.agreement(), "2026-05-19").state).toBe("signed");
    expect(standingOn(life.agreement(), "2026-05-20").state).toBe("ended");
  });

  test("what is beyond the budget is named", () => {
    const life = signedMedical();
    const { cut } = runbookOf({ graph: life.graph, catalogue }, life.agreement(), { on: "2027-01-15", how: "termination" }, { decide, budget: 1 });
    expect(cut).toMatchObject({ budget: 1, left: expect.arrayContaining(["scans"]) });
  });
});
