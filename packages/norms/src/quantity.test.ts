import { describe, expect, it } from "vitest";
import { comparable, compareQuantity } from "./quantity.js";

const range = (atLeast: number | null, atMost: number | null, unit: string | null = null) => ({ atLeast, atMost, unit });

describe("quantity", () => {
  it.each([
    [range(null, 5), { atMost: 5 }, "true"], [range(null, 5), { below: 5 }, "unknown"], [range(null, 4), { below: 5 }, "true"], [range(6, null), { atMost: 5 }, "false"],
    [range(5, null), { below: 5 }, "false"], [range(5, null), { above: 5 }, "unknown"], [range(6, null), { above: 5 }, "true"], [range(null, 5), { above: 5 }, "false"],
    [range(5, null), { atLeast: 5 }, "true"], [range(null, 4), { atLeast: 5 }, "false"], [range(3, 8), { atLeast: 5 }, "unknown"], [range(null, null), { atMost: 5 }, "unknown"],
    [range(8, 3), { atMost: 100 }, "unknown"], [null, { atMost: 5 }, "unknown"], [range(1, 1, "USD"), { atMost: 5, unit: "EUR" }, "unknown"], [range(1, 1, "USD"), { atMost: 5, unit: "USD" }, "true"],
  ] as const)("%j against %j is %s", (record, test, expected) => expect(compareQuantity(record, test)).toBe(expected));

  const [plain, dollars, euros] = [range(1, 2), range(3, 4, "USD"), range(5, 6, "EUR")];
  it.each<[string | undefined, ReturnType<typeof range>[], ReturnType<typeof range>[]]>([
    ["USD", [plain, dollars, euros], [dollars]], ["USD", [plain], []], ["users", [plain], [plain]], ["USD", [euros], []], ["USD", [], []],
    [undefined, [plain, dollars], [plain, dollars]], [undefined, [dollars, euros], []], [undefined, [plain, plain], [plain, plain]],
  ])("a text in %s is held against what is in one unit", (unit, records, expected) => expect(comparable(records, unit === undefined ? {} : { unit })).toEqual(expected));
});
