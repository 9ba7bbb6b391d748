import { checkDeal, documentOf } from "@cleartitle/agreements";
import { expect, test } from "vitest";
import { library } from "../cases/clause-house.js";
import { dealOf, draftingOf } from "./drafted.js";

const grounds = { "permitted-acts": { version: "neutral" }, improvements: { version: "neutral" } };
const own = (...text: readonly string[]): object => ({ ...grounds, publicity: { own: { text } } });

function told(topics: object, more: object = {}): string[] {
  const drafting = draftingOf(dealOf(topics, more));
  const { findings, notChecked } = checkDeal({ deal: drafting.deal, compiled: drafting.compiled, library, on: "2026-06-01", document: documentOf(drafting) });
  expect(notChecked.map((each) => each.rule)).toEqual([7, 8, 13]);
  return findings.filter((finding) => finding.code === "document").map((finding) => `${finding.rule ?? ""} ${finding.message}`);
}

test.each([
  ["what is in order", grounds, []],
  ["a term that nothing defines", own("Nobody shows Confidential Information of The Archive."), ["15 `Confidential Information` is written as a term, and nothing defines it"]],
  ["a term that the parties define", own("\"Confidential Information\" means all that is marked.", "Nobody shows Confidential Information."), []],
  ["a term that the house defines too", own("\"Model\" means anything.", "Nobody speaks."), ["15 `Model` is defined twice"]],
  ["a term that is defined twice", own("\"Press\" means papers.", "\"Press\" means radio."), ["15 `Press` is defined twice"]],
  ["a number that nothing has", own("As clause 9.7 and Schedule Q say.", "As clause 2.1 and Schedule A say."), [" `9.7` is pointed to, and nothing has that number", " `Schedule Q` is pointed to, and nothing has that number"]],
  ["a clause that is not there", { ...grounds, deletion: { version: "neutral" } }, [" `the clause on the model after the term` points to `model-after-term`, on which the deal says nothing"]],
  ["a place left open", own("It is told within [30/60] days.", "The rest is TBD."), [" `[30/60]` is left open", " `TBD` is left open"]],
  ["an annex that is not attached", { ...grounds, security: { version: "licensor" } }, [" the annex lacks the controls of security"]],
  ["an annex that another value does without", { ...grounds, "personal-data": { version: "neutral", with: { standard: "ISO 20889" } } }, []],
  ["an annex that a default names", { ...grounds, "personal-data": { version: "neutral" } }, [" the annex lacks the standard of de-identification"]],
  ["what one clause permits and another forbids", { ...grounds, "permitted-acts": { version: "licensee" }, "open-weights": { version: "licensor" } }, [expect.stringMatching(/^ `permitted-acts` permits .*, and `open-weights` forbids it/)]],
])("%s", (_what, topics, expected) => {
  expect(told(topics)).toEqual(expected);
});
