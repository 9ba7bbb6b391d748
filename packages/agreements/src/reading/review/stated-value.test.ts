import { expect, it } from "vitest";
import { statedValue, writtenLike, writtenValue } from "./stated-value.js";

it.each([
  ["effective-date", "2026-12-01"],
  ["effective-date", "2026-12"],
  ["expiration-date", "P5Y"],
  ["renewal-term", "P1Y successive automatic"],
  ["renewal-term", "P6M"],
  ["governing-law", "US-NY, DE"],
  ["insurance", "USD 1000000.50"],
  ["cap-on-liability", "EUR 5"],
  ["parties", "Acme Inc. = Licensor"],
  ["parties", "Acme Inc."],
])("what is written of %s is read back: %s", (kind, said) => {
  const stated = statedValue(kind, said);
  expect("value" in stated ? writtenValue(stated.value) : stated).toBe(said);
});

it("says how a value is written, and what was paid in words", () => {
  expect([writtenLike("expiration-date"), writtenLike("exclusivity"), writtenLike("attribution")]).toEqual(["2026-12-01 or P90D", null, null]);
  expect(writtenValue({ type: "cap", of: "paid", times: 2, period: "P12M" })).toBe("2 times what was paid in P12M");
});
