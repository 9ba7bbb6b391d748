import { type AskedStep, dutiesOf, standingOn } from "@cleartitle/agreements";
import { describe, expect, test } from "vitest";
import { type DealLife, medical, signedMedical } from "./deal-life.js";

/** The first term ends on 2027-12-31, and nobody can say no to the next year after 2027-11-01. */
type Taken = readonly [AskedStep, string, string];
const notice = (on: string, seen = on): Taken => [{ step: "notice", on, side: "licensor" }, "jane", seen];
const renewed = (year: number): Taken => [{ step: "renew", on: `${year - 1}-11-02`, until: `${year}-12-31` }, "jane", `${year - 1}-12-31`];
/** The notice is step 5: a draft, its sending and two signatures go before. */
const settled = (counts: boolean, on = "2028-02-01"): Taken => [{ step: "settle", notice: 5, counts, on, who: "counsel, memo 12" }, "jane", on];
const signed = signedMedical();
const life = (...steps: readonly Taken[]): DealLife => signed.copy().all(...steps);

const late = { question: "late-notice", step: 5, on: "2027-11-02", side: "licensor", noticeBy: "2027-11-01", daysLate: 1, term: "2027-12-31", ends: { counting: "2028-12-31", otherwise: "2029-12-31" } };
const overtaken = { ...late, question: "overtaken-notice", step: 6, on: "2027-11-01", daysLate: 0 };

const saysLate = "the notice that the licensor gave on 2027-11-02 came 1 day after the last day for the term to 2027-12-31, which was 2027-11-01: whether it counts for the next term, to 2028-12-31, is for counsel, and nobody has said it";
const saysOvertaken = saysLate.replace("on 2027-11-02 came 1 day after the last day for the term to 2027-12-31, which was 2027-11-01", "on 2027-11-01 came in time for the term to 2027-12-31, and a renewal is recorded all the same");

describe("a notice against a renewal, and whether another term comes", () => {
  test.each<readonly [string, readonly Taken[], string, { readonly to: string; readonly stopped: string | null; readonly open: readonly object[] }, string | null]>([
    ["in time", [notice("2027-10-15")], "2028", { to: "2027-12-31", stopped: "2027-10-15", open: [] }, "conflict: the licensor said no on 2027-10-15, in time"],
    ["on the last day", [notice("2027-11-01")], "2028", { to: "2027-12-31", stopped: "2027-11-01", open: [] }, "conflict: the licensor said no on 2027-11-01, in time"],
    ["a day late: this renewal comes, and the one after it is open", [notice("2027-11-02")], "2028", { to: "2027-12-31", stopped: null, open: [late] }, null],
    ["a day late, and in time by another letter", [notice("2027-11-02"), notice("2027-10-30", "2027-11-03")], "2028", { to: "2027-12-31", stopped: "2027-10-30", open: [] }, "conflict: the licensor said no on 2027-10-30, in time"],
    ["late and renewed: nobody knows whether it ends with this term", [notice("2027-11-02"), renewed(2028)], "2029", { to: "2028-12-31", stopped: null, open: [late] }, `conflict: ${saysLate}`],
    ["late, renewed, and it counts", [notice("2027-11-02"), renewed(2028), settled(true)], "2029", { to: "2028-12-31", stopped: "2027-11-02", open: [] }, "conflict: the licensor said no on 2027-11-02, which counts for this term (counsel, memo 12)"],
    ["late, renewed, and it does not count", [notice("2027-11-02"), renewed(2028), settled(false)], "2029", { to: "2028-12-31", stopped: null, open: [] }, null],
    ["late, and it counts, said before the renewal", [notice("2027-11-02"), settled(true, "2027-11-20"), renewed(2028)], "2029", { to: "2028-12-31", stopped: "2027-11-02", open: [] }, "conflict: the licensor said no on 2027-11-02, which counts for this term (counsel, memo 12)"],
    ["said otherwise later: the last word holds", [notice("2027-11-02"), renewed(2028), settled(true), settled(false, "2028-03-01")], "2029", { to: "2028-12-31", stopped: null, open: [] }, null],
    ["said once more in the next term, in time", [notice("2027-11-02"), renewed(2028), notice("2028-10-01")], "2029", { to: "2028-12-31", stopped: "2028-10-01", open: [] }, "conflict: the licensor said no on 2028-10-01, in time"],
    ["in the term that began, in time for it", [renewed(2028), notice("2028-01-02")], "2029", { to: "2028-12-31", stopped: "2028-01-02", open: [] }, "conflict: the licensor said no on 2028-01-02, in time"],
    ["in time, found after the renewal was recorded", [renewed(2028), notice("2027-11-01", "2028-01-15")], "2029", { to: "2028-12-31", stopped: null, open: [overtaken] }, `conflict: ${saysOvertaken}`],
  ])("%s", (_, steps, year, { to, stopped, open }, refused) => {
    const there = life(...steps);
    const { term } = standingOn(there.agreement(), "2027-12-01");
    expect([term!.to, term!.renewal!.stopped?.on ?? null]).toEqual([to, stopped]);
    expect(term!.renewal!.open).toMatchObject(open);
    const [asked, by] = renewed(Number(year));
    const { problems } = there.take(asked, by, `${Number(year) - 1}-12-31`);
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual(refused === null ? [] : [refused]);
  });

  test.each<readonly [string, readonly Taken[], Taken, readonly string[]]>([
    ["in time: nothing", [], notice("2027-11-01"), []],
    ["a day late", [], notice("2027-11-02"), ["came 1 day after the last day for the term to 2027-12-31, which was 2027-11-01"]],
    ["on the last day of the term", [], notice("2027-12-31"), ["came 60 days after"]],
    ["when the term is over and no renewal is recorded", [], notice("2028-01-02"), ["after the last day of every term"]],
    ["found after the renewal was recorded", [renewed(2028)], notice("2027-10-01", "2028-01-15"), ["came in time for the term to 2027-12-31, and a renewal is recorded all the same"]],
    ["of a breach: nothing", [], [{ step: "notice", of: "breach", on: "2027-12-01", side: "licensor" }, "jane", "2027-12-01"], []],
  ])("is told at once what it is, %s", (_, before, step, notes) => {
    expect(life(...before).take(...step).notes).toEqual(notes.map((note) => expect.stringContaining(note)));
  });

  test.each<readonly [string, readonly Taken[], AskedStep, string, string | null]>([
    ["before any notice", [], settled(true)[0], "conflict", null],
    ["of a step that is none", [notice("2027-11-02")], { ...settled(true)[0], notice: 3 } as AskedStep, "dangling-reference", "/notice"],
    ["of one that came in time", [notice("2027-10-01")], settled(true)[0], "conflict", "/notice"],
    ["of one for which no term is recorded", [notice("2028-01-02")], settled(true)[0], "conflict", "/notice"],
    ["for a term after which another is recorded", [notice("2027-11-02"), renewed(2028), settled(false), renewed(2029)], settled(true)[0], "conflict", "/counts"],
    ["on a day to come", [notice("2027-11-02")], settled(true, "2031-01-01")[0], "bad-value", "/on"],
  ])("is not settled %s", (_, before, asked, code, pointer) => {
    expect(life(...before).take(asked, "jane", "2030-01-01").problems).toMatchObject([{ code, pointer }]);
  });

  const [begins, firstEnds, renewedTo] = ["2026-01-01 first day of the deal", "2027-12-31 last day of the first term", "2028-12-31 last day of the term, as it was renewed"];
  test.each<readonly [string, readonly Taken[], readonly string[]]>([
    ["nobody said no", [], [begins, "2027-11-01 last day to stop the renewal", firstEnds, "2028-12-31 last day of the first renewal, if nobody stops it"]],
    ["somebody said no in time", [notice("2027-10-15")], [begins, firstEnds]],
    ["somebody said no too late", [notice("2027-11-02")], [begins, "2027-11-01 last day to stop the renewal", firstEnds, "2028-12-31 last day of the first renewal, if nobody stops it"]],
    ["it renewed, and somebody said no in time for the next", [renewed(2028), notice("2028-10-01")], [begins, firstEnds, renewedTo]],
    ["it renewed", [renewed(2028)], [begins, firstEnds, "2028-11-01 last day to stop the renewal", renewedTo, "2029-12-31 last day of the next renewal, if nobody stops it"]],
  ])("the days of its terms where %s", (_, steps, days) => {
    const agreement = life(...steps).agreement();
    expect(dutiesOf(agreement, standingOn(agreement, "2027-12-01"), "2027-12-01").filter(({ cite, kind, what }) => cite.startsWith("7.") && kind !== "duty" && !what.includes("nobody has said")).map(({ on, what }) => `${on!} ${what}`)).toEqual(days);
  });

  test("while it is open both days are among those of the agreement, and the rights end with the earlier one", () => {
    const there = life(notice("2027-11-02"), renewed(2028));
    const agreement = there.agreement();
    const days = dutiesOf(agreement, standingOn(agreement, "2028-03-01"), "2028-03-01").filter(({ what }) => what.includes("nobody has said"));
    expect(days.map(({ on, kind, cite, what }) => [on, kind, cite, what.slice(0, 30)])).toEqual([["2028-12-31", "window", "7.2", "last day, if the notice that t"], ["2029-12-31", "window", "7.2", "until when it goes on, if the "]]);
    expect(standingOn(agreement, "2029-01-01").state).toBe("past-term");
  });
});

const ended = (on: string, seen = on): Taken => [{ step: "end", on, how: "termination", side: "licensor", why: "unpaid" }, "jane", seen];

describe("what an agreement is once its last day is over", () => {
  const open = "past its term, which ended on 2027-12-31; whether it renewed is not recorded; by its own words it goes on until 2028-12-31 unless somebody said no by 2027-11-01";
  const fixed = signedMedical(medical.deal.replace("{ version: neutral, with: { from: \"2026-01-01\", initial: P2Y, renewal: P1Y, notice: P60D } }", "{ version: licensor, with: { from: \"2026-01-01\", initial: P2Y } }"));

  test.each<readonly [string, DealLife, string, string, string | null]>([
    ["on its last day", life(), "2027-12-31", "signed", null],
    ["on the day after, with nothing recorded", life(), "2028-01-01", "past-term", open],
    ["years after", life(), "2031-06-01", "past-term", open],
    ["renewed", life(renewed(2028)), "2028-01-01", "signed", null],
    ["past the renewal that is recorded", life(renewed(2028)), "2029-01-01", "past-term", open.replaceAll(/202[78]/g, (year) => String(Number(year) + 1))],
    ["stopped in time", life(notice("2027-10-15")), "2028-01-01", "ended", null],
    ["a notice that was late stops nothing", life(notice("2027-11-02")), "2028-01-01", "past-term", open],
    ["late, and it counts for the term that began", life(notice("2027-11-02"), renewed(2028), settled(true)), "2029-01-01", "ended", null],
    ["a notice after the term says of no renewal that it came", life(notice("2028-01-02")), "2028-02-01", "past-term", open],
    ["its end is recorded, before the term was over", life(ended("2027-06-01")), "2028-01-01", "ended", null],
    ["its end is recorded for a later day, and that day has not come", life(ended("2028-03-01", "2028-02-01")), "2028-02-01", "past-term", open],
    ["its end is recorded for a later day", life(ended("2028-03-01", "2028-02-01")), "2028-03-01", "ended", null],
    ["no clause renews it", fixed, "2028-01-01", "ended", null],
  ])("%s", (_, there, day, state, says) => {
    const standing = standingOn(there.agreement(), day);
    expect([standing.state, standing.openEnd]).toEqual([state, says]);
  });
});
