import { describe, expect, it } from "vitest";
import { compareQuantity, narrow } from "./quantity.js";

const range = (atLeast: number | null, atMost: number | null, unit: string | null = null) => ({ atLeast, atMost, unit });

describe("quantity", () => {
  it.each([
    [range(null, 5), { atMost: 5 }, "true"], [range(null, 5), { below: 5 }, "unknown"], [range(null, 4), { below: 5 }, "true"], [range(6, null), { atMost: 5 }, "false"],
    [range(5, null), { below: 5 }, "false"], [range(5, null), { above: 5 }, "unknown"], [range(6, null), { above: 5 }, "true"], [range(null, 5), { above: 5 }, "false"],
    [range(5, null), { atLeast: 5 }, "true"], [range(null, 4), { atLeast: 5 }, "false"], [range(3, 8), { atLeast: 5 }, "unknown"], [range(null, null), { atMost: 5 }, "unknown"],
    [range(8, 3), { atMost: 100 }, "unknown"], [null, { atMost: 5 }, "unknown"], [range(1, 1, "USD"), { atMost: 5, unit: "EUR" }, "unknown"], [range(1, 1, "USD"), { atMost: 5, unit: "USD" }, "true"],
  ] as const)("%j against %j is %s", (record, test, expected) => expect(compareQuantity(record, test)).toBe(expected));

  it("narrows several records", () => {
    expect(narrow([range(1, null), range(null, 9), range(3, 20)])).toEqual(range(3, 9));
    expect(narrow([range(5, null), range(null, 4)])).toBeNull();
    expect(narrow([range(1, 2, "USD"), range(1, 2, "EUR")])).toBeNull();
    expect(narrow([])).toBeNull();
  });
});
