import { describe, expect, it } from "vitest";
import type { ReadingOfDocument, Review } from "../review/reading-file.js";
import { carriedOver, reviewsCarried } from "./carry-over.js";

const text = "One may not assign it. This is the law of Delaware. Records are kept. Records are kept. The end.";
const at = (quote: string, from = 0) => ({ start: text.indexOf(quote, from), end: text.indexOf(quote, from) + quote.length, page: null, quote });
const [assign, law, kept, keptAgain] = [at("One may not assign it."), at("This is the law of Delaware."), at("Records are kept."), at("Records are kept.", 60)] as const;

type Place = typeof assign;
const clause = (place: Place, ...places: readonly string[]) => ({ ...place, number: null, heading: null, confidence: 0.9, values: places.map((each) => ({ type: "law" as const, places: [each], ...place })) });
const kinds = (own: Readonly<Record<string, readonly ReturnType<typeof clause>[]>>) => ({ kinds: Object.entries(own).map(([kind, clauses]) => ({ kind, clauses: [...clauses], nearest: null })) as never, ai: [] });
const said = (field: string, verdict: Review["verdict"], more: Partial<Review> = {}): Review => ({ field, verdict, by: "jane", on: "2026-03-01", ...more });
const added = (field: string, place: Place) => said(field, "added", { clause: { ...place, number: null, heading: null, values: [] } });

describe("what persons said of a reading, on a newer one", () => {
  it.each<readonly [string, Parameters<typeof kinds>[0], readonly Review[], Parameters<typeof kinds>[0], readonly string[], readonly string[]]>([
    ["the same words under the same number", { "governing-law": [clause(law, "US-DE")] }, [said("governing-law.1", "accepted")], { "governing-law": [clause(law, "US-DE")] }, ["governing-law.1 accepted"], []],
    ["the same words under another number", { "governing-law": [clause(law, "US-DE")] }, [said("governing-law.1", "accepted")], { "governing-law": [clause(assign), clause(law, "US-DE")] }, ["governing-law.2 accepted"], []],
    ["all that was said of it, in order", { "governing-law": [clause(law, "US-DE")] }, [said("governing-law.1", "accepted"), said("governing-law.1", "corrected", { by: "john", values: [] })], { "governing-law": [clause(assign), clause(law)] }, ["governing-law.2 accepted", "governing-law.2 corrected"], []],
    ["the same words, read otherwise: asked again", { "governing-law": [clause(law, "US-DE")] }, [said("governing-law.1", "accepted")], { "governing-law": [clause(law, "US-NY")] }, [], ["governing-law.1"]],
    ["a value that a person set right holds, whatever is read", { "governing-law": [clause(law, "US-DE")] }, [said("governing-law.1", "corrected")], { "governing-law": [clause(law, "US-NY")] }, ["governing-law.1 corrected"], []],
    ["what was confirmed and is not found any more stays as found by a person", { "anti-assignment": [clause(assign)] }, [said("anti-assignment.1", "accepted")], { "anti-assignment": [clause(law)] }, ["anti-assignment.2 added"], []],
    ["what was rejected stays so, and is forgotten where nothing says it", { "anti-assignment": [clause(assign), clause(law)] }, [said("anti-assignment.1", "rejected"), said("anti-assignment.2", "rejected")], { "anti-assignment": [clause(law)] }, ["anti-assignment.1 rejected"], []],
    ["words that stand twice, by their place", { "audit-rights": [clause(keptAgain)] }, [said("audit-rights.1", "accepted")], { "audit-rights": [clause(kept), clause(keptAgain)] }, ["audit-rights.2 accepted"], []],
    ["a clause that a person added and the program finds now", {}, [added("audit-rights.1", kept)], { "audit-rights": [clause(kept)] }, ["audit-rights.1 accepted"], []],
    ["a clause that a person added and the program does not find", { "audit-rights": [clause(kept)] }, [added("audit-rights.2", keptAgain), said("audit-rights.2", "rejected"), said("audit-rights.2", "accepted")], { "audit-rights": [] }, ["audit-rights.1 added", "audit-rights.1 rejected", "audit-rights.1 accepted"], []],
    ["words of another kind are another field", { "audit-rights": [clause(kept)] }, [said("audit-rights.1", "accepted")], { insurance: [clause(kept)] }, ["audit-rights.1 added"], []],
    ["what nobody looked at is not spoken of", { "audit-rights": [clause(kept)], insurance: [clause(law)] }, [said("insurance.1", "accepted")], { "audit-rights": [clause(kept)], insurance: [clause(law)] }, ["insurance.1 accepted"], []],
  ])("%s", (_, before, reviews, after, carried, again) => {
    const told = carriedOver({ ...kinds(before), reviews: [...reviews] } as unknown as ReadingOfDocument, kinds(after), { text, pages: [] });
    const on = reviewsCarried(reviews, told.carried);
    expect(on.map(({ field, verdict }) => `${field} ${verdict}`)).toEqual(carried);
    expect(told.again.map(({ field }) => field)).toEqual(again);
    // Where it stands is said of what was added, and of nothing else.
    for (const { verdict, clause: where } of on) expect(where !== undefined).toBe(verdict === "added");
  });

  it.each([
    ["moved", `Preamble. ${text}`, [["audit-rights.1", law.start + 10]], []],
    ["gone", "Nothing of it.", [], ["audit-rights.1"]],
    ["at two other places", `x${law.quote} y ${law.quote}`, [], ["audit-rights.1"]],
  ])("words that the newer text has %s", (_, newer, carried, again) => {
    const told = carriedOver({ ...kinds({ "audit-rights": [clause(law)] }), reviews: [said("audit-rights.1", "accepted")] } as unknown as ReadingOfDocument, kinds({}), { text: newer, pages: [] });
    expect([told.carried.map((each) => [each.to, each.clause?.start]), told.again.map(({ field }) => field)]).toEqual([carried, again]);
  });
});
