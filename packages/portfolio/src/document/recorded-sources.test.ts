import { agreementOf, type LifeStep, type RecordedStep } from "@cleartitle/agreements";
import { sha256 } from "@cleartitle/norms";
import { expect, test } from "vitest";
import { amendment, catalogue, decideBy, deal, house } from "../portfolio.fixture.js";
import { portfolioJson, portfolioOf } from "../portfolio.js";
import { recordedSources } from "./recorded-sources.js";

const text = deal("d", `{ field-of-use: { version: neutral, with: { fields: [medical] } }, term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P1Y, notice: P60D } } }`, { signed: "" });
const change = amendment("a", "d", "2026-03-01", "{ field-of-use: { version: licensee } }");

type Taken = { readonly [Step in LifeStep["step"]]: Omit<Extract<LifeStep, { step: Step }>, "digest"> }[LifeStep["step"]];

/** The agreement after these steps, each of which brings its text. */
function lived(...steps: readonly (readonly [content: Taken, text?: string])[]) {
  const recorded = steps.map(([content, brings], index): RecordedStep => {
    const of = content.step === "sign" ? ("amendment" in content && content.amendment !== undefined ? change : text) : brings;
    return { number: index + 1, by: "jane", at: "2025-12-01T00:00:00Z", text: brings ?? null, content: { ...content, ...(of === undefined ? {} : { digest: sha256(of) }) } as LifeStep };
  });
  return agreementOf("d", recorded, "acme", house)!;
}

const signed = [[{ step: "draft" }, text], [{ step: "send", on: "2025-12-02" }], [{ step: "sign", side: "licensor", on: "2025-12-10", evidence: "paper" }], [{ step: "sign", side: "licensee", on: "2025-12-11", evidence: "paper" }]] as const;

const looked = (agreement: ReturnType<typeof lived>, asOf: string) => portfolioOf(recordedSources([agreement], house, asOf), { house, catalogue, decide: decideBy, asOf, soon: asOf, mostChains: 1 });

test("a renewal that is recorded moves the end, and the window with it", () => {
  const { families: [family], findings } = looked(lived(...signed, [{ step: "renew", on: "2026-12-01", until: "2027-12-31" }]), "2027-06-01");
  expect([family!.days.to.on, family!.days.noticeBy.on, family!.documents[0]!.form, family!.terms[0]!.term!.place]).toEqual(["2027-12-31", "2027-11-01", "record", expect.objectContaining({ file: "agreements/d", line: null })]);
  expect(findings).toEqual([]);
  expect(looked(lived(...signed), "2027-06-01").findings).toMatchObject([{ kind: "notice-window", severity: "open" }]);
});

test("an end that is recorded is the last day, and a notice in time stops the renewal", () => {
  const ended = looked(lived(...signed, [{ step: "end", on: "2026-06-01", how: "termination", side: "licensee", why: "unpaid" }]), "2026-04-01").families[0]!;
  expect([ended.days.to.on, ended.days.renews]).toEqual(["2026-05-31", false]);
  const stopped = looked(lived(...signed, [{ step: "notice", on: "2026-09-01", side: "licensee" }]), "2026-12-01");
  expect([stopped.families[0]!.days.renews, stopped.findings]).toEqual([false, []]);
});

test("whether a notice that came too late counts for the next term is open, and told, until somebody says it", () => {
  const late = [...signed, [{ step: "notice", on: "2026-11-03", side: "licensee" }], [{ step: "renew", on: "2026-12-01", until: "2027-12-31" }]] as const;
  const told = (agreement: ReturnType<typeof lived>) => {
    const { families: [family], findings } = looked(agreement, "2027-06-01");
    return [family!.days.renews, findings.map(({ kind, severity, message, places }) => `${kind} ${severity} ${/came \d+ days? after/.exec(message)?.[0]} ${places[0]!.file}`)];
  };
  expect(told(lived(...late))).toEqual([null, ["family look came 2 days after agreements/d"]]);
  expect(told(lived(...late, [{ step: "settle", on: "2027-02-01", notice: 5, counts: true, who: "counsel" }]))).toEqual([false, []]);
  expect(told(lived(...late, [{ step: "settle", on: "2027-02-01", notice: 5, counts: false, who: "counsel" }]))).toEqual([true, []]);
});

test("an agreement that was looked at before is looked at anew for another day", () => {
  const agreement = lived(...signed, [{ step: "notice", on: "2026-09-01", side: "licensee" }]);
  const days = ["2026-04-01", "2026-12-01", "2026-04-01"];
  const told = (day: string, of = agreement): object => portfolioJson(looked(of, day));
  expect(days.map((day) => told(day))).toEqual(days.map((day) => told(day, lived(...signed, [{ step: "notice", on: "2026-09-01", side: "licensee" }]))));
});

test("an amendment counts once both have signed it; what was withdrawn is left out", () => {
  const amended = [...signed, [{ step: "amend", amendment: "a", from: "2026-03-01" }, change]] as const;
  const version = (agreement: ReturnType<typeof lived>) => looked(agreement, "2026-04-01").families[0]!.terms.find(({ topic }) => topic === "field-of-use")!.term!.version;
  expect(version(lived(...amended))).toBe("neutral");
  expect(version(lived(...amended, [{ step: "sign", amendment: "a", side: "licensor", on: "2026-02-01", evidence: "paper" }], [{ step: "sign", amendment: "a", side: "licensee", on: "2026-02-02", evidence: "paper" }]))).toBe("licensee");
  const gone = looked(lived([{ step: "draft" }, text], [{ step: "withdraw", on: "2025-12-03", side: "licensee", why: "too dear" }]), "2026-04-01");
  expect([gone.families, gone.leftOut]).toEqual([[], [{ file: "agreements/d", why: "it was withdrawn" }]]);
});
