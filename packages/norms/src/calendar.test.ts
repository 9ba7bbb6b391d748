import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDuration, daysBetween, intersect, isCalendarDate, isDuration, minus, overlap, parsePeriod, type Period, periodFault, PeriodText, printPeriod, within } from "./calendar.js";

describe("calendar", () => {
  it.each([
    ["2026-02-28", true], ["2026-02-29", false], ["2024-02-29", true], ["1900-02-29", false], ["2000-02-29", true], ["2026-04-31", false],
    ["2026-13-01", false], ["2026-00-01", false], ["2026-01-00", false], ["0000-01-01", false], ["2026-1-1", false], ["", false], ["2026-03-01T00:00", false],
  ])("%s is a day: %s", (text, expected) => expect(isCalendarDate(text)).toBe(expected));

  it.each([
    ["2026-01-31", "P1M", "2026-02-28"], ["2024-02-29", "P1Y", "2025-02-28"], ["2026-03-01", "P30D", "2026-03-31"], ["2026-03-01", "P24M", "2028-03-01"],
    ["2026-03-01", "P1Y6M2W3D", "2027-09-18"], ["2026-03-01", "P", null], ["2026-02-30", "P1D", null], ["9999-12-31", "P1D", null], ["2026-01-01", "P99999999999Y", null], ["2026-01-01", "30 days", null],
  ])("%s and %s is %s", (date, duration, expected) => expect(addDuration(date, duration)).toBe(expected));

  it.each([
    ["2023-01-01/..", { from: "2023-01-01", to: null }], ["../2024-12-31", { from: null, to: "2024-12-31" }], ["../..", { from: null, to: null }],
    ["2026-03-01/2026-03-09", { from: "2026-03-01", to: "2026-03-09" }], ["2026-03-01", { from: "2026-03-01", to: "2026-03-01" }],
    ["2026-03-09/2026-03-01", null], ["2026-02-30/..", null], ["..", null], ["a/b/c", null], ["", null],
  ])("reads the period %j", (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
    expect(periodFault(text) === null).toBe(expected !== null);
    expect(PeriodText.safeParse(text).success).toBe(expected !== null);
  });

  it("compares days and periods, both ends inclusive", () => {
    const march = parsePeriod("2026-03-01/2026-03-31")!;
    expect(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map((day) => within(day, march))).toEqual([false, true, true, false]);
    expect(within("2026-03-01", null)).toBe(true);
    expect(overlap(march, parsePeriod("2026-03-31/..")!)).toBe(true);
    expect(intersect(march, parsePeriod("2026-04-01/..")!)).toBeNull();
    expect(daysBetween("2026-03-01", "2026-03-31")).toBe(30);
    expect(isDuration("P4Y")).toBe(true);
  });

  it.each([
    ["2026-01-01/2026-12-31", "2026-03-01/2026-03-31", ["2026-01-01/2026-02-28", "2026-04-01/2026-12-31"]],
    ["2026-01-01/..", "../2026-03-31", ["2026-04-01/.."]],
    ["../..", "2026-03-01/..", ["../2026-02-28"]],
    ["2026-01-01/..", "2026-03-01/9999-12-31", ["2026-01-01/2026-02-28"]],
    ["2026-01-01/2026-12-31", "2027-01-01/..", ["2026-01-01/2026-12-31"]],
    ["2026-01-01/2026-12-31", "../..", []],
  ])("takes from %s the days of %s", (from, taken, left) => {
    const [a, b] = [from, taken].map((text) => (text === "../.." ? { from: null, to: null } : parsePeriod(text)!)) as [Period, Period];
    expect(minus(a, b)).toEqual(left.map((text) => parsePeriod(text)));
  });

  it("prints a period as it is read", () => {
    const day = fc.date({ min: new Date("1000-01-01"), max: new Date("9000-01-01"), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.option(day), fc.option(day), (a, b) => {
        const period = a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b };
        expect(parsePeriod(printPeriod(period))).toEqual(period);
      }),
    );
  });
});
