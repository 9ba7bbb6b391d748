import { describe, expect, test } from "vitest";
import { amountOf, durationOf, instantOf, literalValue } from "./value.js";

describe("values", () => {
  test.each([
    ["1", 10n ** 18n], ["0.1", 10n ** 17n], ["-2.50", -25n * 10n ** 17n], ["1e3", 10n ** 21n], ["+.5", 5n * 10n ** 17n], ["9007199254740993", 9007199254740993n * 10n ** 18n],
    ["", null], [".", null], ["1,5", null], ["NaN", null], ["1e-40", null], ["1e999", null], ["0x10", null],
  ])("amount %j", (text, amount) => expect(amountOf(text)).toBe(amount));

  test.each([
    ["2024-02-29", true], ["2023-02-29", false], ["2024-02-12T11:20:10.999Z", true], ["2024-02-12T25:00:00Z", false], ["2024-02-12 11:20:10", false], ["12.02.2024", false], ["2024-02-12T11:20:10+02:00", true],
  ])("instant %s: %s", (text, there) => expect(instantOf(text) !== null).toBe(there));

  test("a day is all of it, a zone is counted, a blank for the T is forgiven in a state", () => {
    const day = instantOf("2024-02-12");
    expect(day).toMatchObject({ kind: "instant", zoned: false });
    expect(day?.kind === "instant" && day.high - day.low).toBe(86_399_999n);
    const [a, b] = [instantOf("2024-02-12T11:20:10+02:00"), instantOf("2024-02-12T09:20:10Z")];
    expect(a?.kind === "instant" && b?.kind === "instant" && a.low === b.low).toBe(true);
    expect(instantOf("2025-07-23 00:00:00", true)).not.toBeNull();
  });

  test.each([["P30D", [0n, 2_592_000_000n]], ["P1Y2M", [14n, 0n]], ["PT1.5S", [0n, 1500n]], ["P2W", [0n, 1_209_600_000n]], ["-P1D", [0n, -86_400_000n]]])("duration %s", (text, [months, milliseconds]) =>
    expect(durationOf(text)).toMatchObject({ months, milliseconds }));
  test.each(["P", "PT", "P1", "30D", "P1DT"])("no duration: %s", (text) => expect(durationOf(text)).toBeNull());

  test("a literal that is none of its datatype is no value", () => {
    const xsd = "http://www.w3.org/2001/XMLSchema#";
    expect(literalValue("1.5", `${xsd}integer`)).toBeNull();
    expect(literalValue("soon", `${xsd}dateTime`)).toBeNull();
    expect(literalValue("2024-01-01", `${xsd}dateTime`)).toBeNull();
    expect(literalValue("soon", `${xsd}string`)).toEqual({ kind: "text", text: "soon" });
  });
});
