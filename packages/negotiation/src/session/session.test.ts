import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tactics } from "../file/negotiation.js";
import { negotiationOf, nothingCleared } from "../negotiation.fixture.js";
import { solve, type Solution } from "../solve.js";
import { valuedOf } from "../value/valued.js";
import { begun, packageOf, readRecord, type SessionRecord, textOf, withMove } from "./record.js";
import { issueLog, packageFrom, Simulated, standingOf } from "./session.js";
import { aspiration } from "./tactic.js";

const solutionOf = (...words: Parameters<typeof negotiationOf>): Solution => solve(negotiationOf(...words), null, nothingCleared, { mostJoint: 200_000, mostAsked: 100, mostKept: 1000 }).solution!;
const trade = { price: { weights: [80, 20], of: { low: [100, 0], middle: [60, 60], high: [0, 100] } }, term: { weights: [20, 80], of: { short: [100, 0], long: [0, 100] } } } as const;

function played(solution: Solution, seed: number): SessionRecord {
  const ids = solution.negotiation.parties.map(({ id }) => id);
  return new Simulated(solution, seed).play(begun({ negotiation: "n", file: "f", seed, simulated: ids }), ids, "session");
}

const words = fc.record({
  issues: fc.array(fc.record({ weights: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), options: fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), { minLength: 2, maxLength: 3 }) }), { minLength: 1, maxLength: 4 }),
  reservations: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), tactics: fc.tuple(fc.constantFrom(...tactics), fc.constantFrom(...tactics)), rounds: fc.integer({ min: 1, max: 8 }), seed: fc.integer({ min: 0, max: 1000 }),
});

const made = ({ issues, ...rest }: (typeof words extends fc.Arbitrary<infer T> ? T : never)): Solution => solutionOf(Object.fromEntries(issues.map(({ weights, options }, index) => [`i${index}`, { weights, of: Object.fromEntries(options.map((each, at) => [`o${at}`, each])) }])), rest);

describe("a simulated side", () => {
  test("never offers and never takes less than the least that it takes, whoever it meets, and every session ends", () => {
    fc.assert(fc.property(words, (each) => {
      const solution = made(each);
      const { negotiation, reservations } = solution;
      const { moves } = played(solution, each.seed);
      for (const { by, says, settled } of moves.filter((move) => move.says !== "leave")) {
        const side = negotiation.parties.findIndex(({ id }) => id === by);
        const worth = valuedOf(negotiation, packageOf(negotiation, settled)!, nothingCleared)!.worth[side]!;
        expect({ says, enough: worth >= reservations[side]! }).toEqual({ says, enough: true });
      }
      expect(["accept", "leave"]).toContain(moves.at(-1)!.says);
      expect(moves.length).toBeLessThanOrEqual(2 * each.rounds + 2);
    }), { numRuns: 150 });
  });

  test("the same seed gives the same bytes", () => {
    fc.assert(fc.property(words, (each) => {
      expect(textOf(played(made(each), each.seed))).toBe(textOf(played(made(each), each.seed)));
    }), { numRuns: 30 });
  });

  test("another seed may take another way", () => {
    const alike = Object.fromEntries(["a", "b", "c", "d"].map((id) => [id, { weights: [10, 10], of: { x: [100, 0], y: [0, 100] } }] as const));
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => JSON.stringify(played(solutionOf(alike, { rounds: 4 }), seed).moves.map(({ settled }) => settled)))).size).toBeGreaterThan(1);
  });

  test("where there is no zone nobody agrees", () => {
    expect(played(solutionOf(trade, { reservations: [81, 81] }), 1).moves.at(-1)!.says).toBe("leave");
  });

  test.each(tactics)("%s comes down from the most to the least, and never beyond", (tactic) => {
    const path = Array.from({ length: 12 }, (_, made_) => aspiration(tactic, { made: made_, rounds: 10, most: 9000, least: 3000, offered: { first: 1000, last: 1000 + made_ * 200 } }));
    expect([path[0], path[9], path[11]]).toEqual([9000, 3000, 3000]);
    for (const [index, value] of path.entries()) expect(value >= 3000 && value <= (path[index - 1] ?? 9000)).toBe(true);
  });

  test("who holds out has given less by the middle than who gives early", () => {
    expect(tactics.map((tactic) => [tactic, aspiration(tactic, { made: 5, rounds: 11, most: 10_000, least: 0, offered: null })])).toEqual([["boulware", 8750], ["linear", 5000], ["conceder", 1250], ["mirror", 10_000]]);
  });
});

describe("a record of positions", () => {
  const solution = solutionOf(trade, { rounds: 3 });
  const { negotiation } = solution;
  const record = played(solution, 3);
  const text = textOf(record);
  const lines = text.split("\n");

  test("is read back as it was, and says whose turn it is and what stands on each issue", () => {
    expect(readRecord(text, "r")).toEqual({ record, problems: [] });
    const opened = withMove(withMove(begun({ negotiation: "n", file: "f", seed: 1, simulated: [] }), { by: "first", says: "offer", settled: { price: "low", term: "short" } }), { by: "second", says: "offer", settled: { price: "low", term: "long" } });
    const { standing } = standingOf(negotiation, opened, "r");
    expect(standing).toMatchObject({ turn: "first", outcome: "open", settled: ["low", "long"] });
    expect(issueLog(negotiation, standing!).map(({ issue, state, positions }) => [issue, state, positions.map(({ by, option }) => `${by}: ${option}`)])).toEqual([["price", "agreed", ["first: low", "second: low"]], ["term", "open", ["first: short", "second: long"]]]);
  });

  test.each<[string, string]>([
    ["a changed position", text.replace('"low"', '"high"')],
    ["a line taken out", [lines[0], ...lines.slice(2)].join("\n")],
    ["a line put in twice", [lines[0], lines[1], lines[1], ...lines.slice(2)].join("\n")],
    ["half a line", text.slice(0, -5)],
    ["nothing", ""],
    ["no entries", "[]\n"],
    ["no JSON", "{\n"],
  ])("%s is told", (_what, broken) => {
    expect(broken).not.toBe(text);
    const read = readRecord(broken, "r");
    const problems = read.record === null ? read.problems : standingOf(negotiation, read.record, "r").problems;
    expect(problems).toMatchObject([{ file: "r", line: expect.any(Number) as number }]);
  });

  test.each<[string, ...Parameters<typeof withMove>[1][]]>([
    ["out of turn", { by: "first", says: "offer", settled: { price: "low", term: "short" } }, { by: "first", says: "offer", settled: { price: "low", term: "long" } }],
    ["of a stranger", { by: "third", says: "leave" }],
    ["of another negotiation", { by: "first", says: "offer", settled: { price: "low" } }],
    ["that takes what nobody offered", { by: "first", says: "accept" }],
    ["after the end", { by: "first", says: "leave" }, { by: "second", says: "leave" }],
  ])("a move %s is told", (_what, ...moves) => {
    const wrong = moves.reduce<SessionRecord>((all, move) => withMove(all, move), begun({ negotiation: "n", file: "f", seed: 1, simulated: [] }));
    expect(standingOf(negotiation, wrong, "r")).toMatchObject({ standing: null, problems: [{ line: moves.length + 1 }] });
  });

  test.each([
    ["price=low", ["middle", "long"], ["low", "long"]],
    ["price=low, term=short", null, ["low", "short"]],
    ["price=low", null, "nothing was said of `term`"],
    ["prize=low", null, "`prize=low` names no issue; issues are `price`, `term`"],
    ["price=free", null, "`price` has no option `free`; it has `low`, `middle`, `high`"],
  ])("a package that is written: %s from %j", (written, from, expected) => {
    const read = packageFrom(negotiation, written, from);
    expect("message" in read ? read.message : read.settled).toEqual(expected);
  });
});
