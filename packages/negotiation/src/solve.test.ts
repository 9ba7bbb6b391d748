import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concessionsOf } from "./concession.js";
import type { Negotiation } from "./file/negotiation.js";
import { clearedBy, type IssueWords, negotiationOf, nothingCleared, packagesOf } from "./negotiation.fixture.js";
import { solve, type Solution } from "./solve.js";
import type { Clearer } from "./value/clearing.js";
import { dominates, type Worth } from "./value/points.js";
import { valuedOf } from "./value/valued.js";

const limits = { mostJoint: 200_000, mostAsked: 10_000, mostKept: 100_000 };
const solved = (negotiation: Negotiation, clearings: Clearer = nothingCleared, most: Partial<typeof limits> = {}): Solution => solve(negotiation, null, clearings, { ...limits, ...most }).solution!;
const points = ({ frontier }: Solution): readonly (readonly [string, number, number])[] => frontier.packages.map(({ settled, worth }) => [settled.join(" "), worth[0] / 100, worth[1] / 100]);

describe("cases solved by hand", () => {
  test("a pie that is shared: every share is efficient, and the Nash point halves it", () => {
    const solution = solved(negotiationOf({ pie: { weights: [100, 100], of: { all: [100, 0], most: [75, 25], half: [50, 50], less: [25, 75], none: [0, 100] } } }));
    expect(points(solution)).toEqual([["all", 100, 0], ["most", 75, 25], ["half", 50, 50], ["less", 25, 75], ["none", 0, 100]]);
    expect(solution.proposal!.settled).toEqual(["half"]);
  });

  // Each cares for another issue: who gives way where it costs little has three efficient packages of four.
  const trade: Readonly<Record<string, IssueWords>> = { price: { weights: [80, 20], of: { low: [100, 0], high: [0, 100] } }, term: { weights: [20, 80], of: { short: [100, 0], long: [0, 100] } } };
  test("two issues that matter to each differently", () => {
    const solution = solved(negotiationOf(trade));
    expect(points(solution)).toEqual([["low short", 100, 0], ["low long", 80, 80], ["high long", 0, 100]]);
    expect(solution.proposal!.settled).toEqual(["low", "long"]);
  });

  test("the least that each takes bounds the zone; where no package reaches both there is none", () => {
    expect(solved(negotiationOf(trade, { reservations: [50, 80] })).zone.map(({ settled }) => settled)).toEqual([["low", "long"]]);
    expect(solved(negotiationOf(trade, { reservations: [81, 81] }))).toMatchObject({ hasZone: false, zone: [], proposal: null });
  });

  test("an option that both like best is in every efficient package", () => {
    const solution = solved(negotiationOf({ ...trade, safety: { weights: [1, 1], of: { no: [0, 0], yes: [100, 100] } } }));
    expect(points(solution)).toEqual([["low short yes", 101, 1], ["low long yes", 81, 81], ["high long yes", 1, 101]]);
  });

  test("packages of equal worth are all told", () => {
    const solution = solved(negotiationOf({ a: { weights: [10, 10], of: { x: [100, 0], y: [0, 100] } }, b: { weights: [10, 10], of: { x: [100, 0], y: [0, 100] } } }));
    expect(points(solution)).toEqual([["x x", 20, 0], ["x y", 10, 10], ["y x", 10, 10], ["y y", 0, 20]]);
  });

  // J. F. Nash, The Bargaining Problem, Econometrica 18 (1950), with its nine goods: he finds that Bill gives book, whip, ball and bat, and Jack pen, toy and knife.
  test("Bill and Jack", () => {
    const goods = { book: [2, 4], whip: [2, 2], ball: [2, 1], bat: [2, 2], box: [4, 1], pen: [10, 1], toy: [4, 1], knife: [6, 2], hat: [2, 2] } as const;
    const issues = Object.fromEntries(Object.entries(goods).map(([good, [bill, jack]]) => [good, { weights: [bill, jack] as const, of: { bill: [100, 0] as const, jack: [0, 100] as const } }]));
    const solution = solved(negotiationOf(issues, { reservations: [12, 6] }));
    expect(Object.keys(goods).filter((_, index) => solution.proposal!.settled[index] === "jack")).toEqual(["book", "whip", "ball", "bat", "hat"]);
    expect(solution.proposal!.worth).toEqual([2400, 1100]);
  });

  test("the point without an agreement is the BATNA, and the least that is taken bounds it", () => {
    const share = { pie: { weights: [100, 100], of: { all: [100, 0], most: [75, 25], half: [50, 50], less: [25, 75] } } } as const;
    expect(solved(negotiationOf(share, { batnas: [50, 0], reservations: [50, 0] })).proposal!.settled).toEqual(["most"]);
    expect(solved(negotiationOf(share, { batnas: [0, 0], reservations: [60, 0] })).proposal!.settled).toEqual(["most"]);
  });
});

const worth = fc.integer({ min: 0, max: 4 }).map((quarter) => quarter * 25);
const anIssue = fc.record({ weights: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), options: fc.array(fc.tuple(worth, worth), { minLength: 2, maxLength: 3 }) });
const negotiations = fc.record({ issues: fc.array(anIssue, { minLength: 1, maxLength: 5 }), joint: fc.integer({ min: 0, max: 3 }), table: fc.array(fc.option(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))), { minLength: 27, maxLength: 27 }) });

/** A negotiation of which the first issues act on each other by a table. */
function made({ issues, joint, table }: (typeof negotiations extends fc.Arbitrary<infer T> ? T : never)): { readonly negotiation: Negotiation; readonly clearings: Clearer } {
  const negotiation = negotiationOf(Object.fromEntries(issues.map(({ weights, options }, index) => [`i${index}`, { weights, of: Object.fromEntries(options.map((each, at) => [`o${at}`, each])) }])));
  const places = issues.slice(0, joint).map((_, index) => index);
  const row = (settled: readonly string[]): Worth | null => {
    const found = table[settled.reduce((sum, option) => sum * 3 + Number(option.slice(1)), 0)]!;
    return found === null ? null : [found[0] * 100, found[1] * 100];
  };
  return { negotiation, clearings: clearedBy(places, row, [800, 800]) };
}

describe("against every package laid out", () => {
  test("the efficient packages are those that none dominates", () => {
    fc.assert(fc.property(negotiations, (words) => {
      const { negotiation, clearings } = made(words);
      const all = packagesOf(negotiation).flatMap((settled) => valuedOf(negotiation, settled, clearings) ?? []);
      const best = all.filter((each) => !all.some((other) => dominates(other.worth, each.worth)));
      const { frontier } = solved(negotiation, clearings);
      expect(frontier.packages.map(({ settled, worth: value }) => `${settled.join(" ")} ${value.join(" ")}`).toSorted()).toEqual(best.map(({ settled, worth: value }) => `${settled.join(" ")} ${value.join(" ")}`).toSorted());
      expect(frontier.cut).toBeNull();
    }), { numRuns: 300 });
  });

  test("what is cut is told with the most that it could be worth, and what is left is truly a package", () => {
    fc.assert(fc.property(negotiations, fc.integer({ min: 1, max: 3 }), (words, mostAsked) => {
      const { negotiation, clearings } = made(words);
      const all = packagesOf(negotiation).flatMap((settled) => valuedOf(negotiation, settled, clearings) ?? []);
      const { frontier } = solved(negotiation, clearings, { mostAsked });
      const missed = all.filter((each) => !frontier.packages.some((kept) => dominates(kept.worth, each.worth) || kept.settled.join(" ") === each.settled.join(" ")) && !all.some((other) => dominates(other.worth, each.worth)));
      for (const { worth: value } of missed) expect(frontier.cut !== null && value[0] <= frontier.cut.couldBe[0] && value[1] <= frontier.cut.couldBe[1]).toBe(true);
      for (const { settled, worth: value } of frontier.packages) expect(valuedOf(negotiation, settled, clearings)!.worth).toEqual(value);
    }), { numRuns: 200 });
  });

  test("the proposal has the largest product of all packages that both would take", () => {
    fc.assert(fc.property(negotiations, fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), (words, least) => {
      const { negotiation: bare, clearings } = made(words);
      const negotiation = { ...bare, parties: bare.parties.map((party, side) => ({ ...party, reservation: least[side]!, batna: { is: "nothing", value: 0 } })) };
      const taken = packagesOf(negotiation).flatMap((settled) => valuedOf(negotiation, settled, clearings) ?? []).filter(({ worth: value }) => value[0] >= least[0] * 100 && value[1] >= least[1] * 100);
      const { proposal, hasZone } = solved(negotiation, clearings);
      expect([hasZone, proposal === null ? null : proposal.worth[0] * proposal.worth[1]]).toEqual([taken.length > 0, taken.length === 0 ? null : Math.max(...taken.map(({ worth: value }) => value[0] * value[1]))]);
    }), { numRuns: 200 });
  });
});

test("forty issues are solved without laying packages out", () => {
  const issues = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`i${index}`, { weights: [1 + (index % 7), 1 + ((index * 3) % 5)] as const, of: { a: [100, 0] as const, b: [50, 60] as const, c: [0, 100] as const } }]));
  const { frontier } = solved(negotiationOf(issues), nothingCleared, { mostKept: 1000 });
  expect(frontier.counts.packages).toBe((3n ** 40n).toString());
  expect(frontier.cut).toMatchObject({ kept: true });
  expect(solve(negotiationOf(issues), null, clearedBy(Array.from({ length: 40 }, (_, index) => index), () => [0, 0], [0, 0]), limits).problems).toMatchObject([{ code: "too-many" }]);
});

describe("the next concession", () => {
  const negotiation = negotiationOf({ price: { weights: [80, 20], of: { low: [100, 0], middle: [50, 50], high: [0, 100] } }, term: { weights: [20, 80], of: { short: [100, 0], long: [0, 100] } }, logo: { weights: [0, 5], of: { no: [0, 0], yes: [0, 100] } } }, { reservations: [70, 0] });
  test("is first what costs nothing, then what gives most for what it costs, and never goes below the least", () => {
    const from = valuedOf(negotiation, ["low", "short", "no"], nothingCleared)!;
    const { concessions } = concessionsOf(negotiation, from, 0, nothingCleared, { joint: [], mostNear: 100 });
    expect(concessions.map(({ changes, costs, gives }) => [changes.map(({ issue, to }) => `${issue}=${to}`).join(), costs / 100, gives / 100])).toEqual([["logo=yes", 0, 5], ["term=long", 20, 80]]);
  });

  test("two issues that clear only together are found together", () => {
    const clearings = clearedBy([0, 1], ([price, term]) => (price === "high" && term === "long" ? [9000, 0] : [0, 0]), [9000, 0]);
    const from = valuedOf(negotiation, ["low", "short", "no"], clearings)!;
    const { concessions } = concessionsOf(negotiation, from, 0, clearings, { joint: ["price", "term"], mostNear: 100 });
    expect(concessions.some(({ changes, costs }) => changes.length === 2 && costs === 1000)).toBe(true);
  });
});
