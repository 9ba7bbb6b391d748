import { expect, it } from "vitest";
import { atLeast, fieldsShown, piecesOf } from "./fields-shown.js";
import type { ReadKind } from "./use-readings.js";

const kind = (name: string, ...fields: readonly (readonly [start: number, end: number, state?: string])[]): ReadKind => ({ kind: name, fields: fields.map(([start, end, state = "open"], index) => ({ id: `${name}.${index + 1}`, start, end, state })) }) as unknown as ReadKind;
const kinds = [kind("insurance", [20, 30], [5, 15, "rejected"]), kind("parties", [10, 25])];

const ids = (...asked: readonly (string | undefined)[]): string[] => fieldsShown(kinds, asked[0], asked[1]).map(({ field }) => field.id);

it("shows fields in the order of the text, of a kind and in a state where these are asked for", () => {
  expect([ids(), ids("insurance"), ids(undefined, "rejected"), ids("parties", "rejected")]).toEqual([["insurance.2", "parties.1", "insurance.1"], ["insurance.2", "insurance.1"], ["insurance.2"], []]);
});

it("cuts a paragraph where clauses begin and end, none of its letters left out", () => {
  const pieces = piecesOf({ start: 0, end: 22 }, fieldsShown(kinds, undefined, undefined)).map(({ start, end, of }) => [start, end, of.map(({ field }) => field.id).join(" ")]);
  expect(pieces).toEqual([[0, 5, ""], [5, 10, "insurance.2"], [10, 15, "insurance.2 parties.1"], [15, 20, "parties.1"], [20, 22, "parties.1 insurance.1"]]);
  expect(piecesOf({ start: 40, end: 50 }, fieldsShown(kinds, undefined, undefined))).toEqual([{ start: 40, end: 50, of: [] }]);
});

const guessed = (id: string, confidence: number | null, state = "open") => ({ kind: kinds[0]!, field: { id, confidence, state } as unknown as ReadKind["fields"][number] });

it.each([
  [0, "a b"],
  [90, "a b"],
  [91, "a"],
  [99, "a"],
])("of those that nobody looked at, those of which the program was sure by %i percent, as it is told", (percent, wanted) => {
  expect(atLeast([guessed("a", 1), guessed("b", 0.8951), guessed("c", 1, "rejected"), guessed("d", null)], percent).map((each) => each.field.id).join(" ")).toBe(wanted);
});
