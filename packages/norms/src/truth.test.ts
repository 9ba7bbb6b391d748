import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinIntervals, type Interval, meetIntervals, statusOf, statusOrder } from "./status.js";
import { and, not, or, type Truth } from "./truth.js";

const truth = fc.constantFrom<Truth>("true", "false", "unknown");
const below = (a: Truth, b: Truth) => a === "unknown" || a === b;
const level = fc.constantFrom("cleared", "conditional", "blocked");
const interval: fc.Arbitrary<Interval> = fc.tuple(level, level).map(([a, b]) => joinIntervals([]).best === a || b === "blocked" || a === b ? { best: a, worst: b } : { best: "cleared", worst: b }) as fc.Arbitrary<Interval>;

describe("three values", () => {
  it("obey the laws of Kleene", () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(not(not(a))).toBe(a);
        expect(not(and([a, b]))).toBe(or([not(a), not(b)]));
        expect(and([a, b])).toBe(and([b, a]));
        expect(or([a, or([b, c])])).toBe(or([a, b, c]));
        expect(and([a, and([b, c])])).toBe(and([a, b, c]));
        expect(and([a, or([b, c])])).toBe(or([and([a, b]), and([a, c])]));
        expect(or([a, and([a, b])])).toBe(a);
        expect(and([a])).toBe(a);
      }),
    );
    expect(and([])).toBe("true");
    expect(or([])).toBe("false");
    expect(or(["unknown", not("unknown")])).toBe("unknown");
  });

  it("narrow when an unknown is learned", () => {
    fc.assert(
      fc.property(fc.array(truth), fc.array(truth), (known, learned) => {
        const later = known.map((each, i) => (each === "unknown" ? (learned[i] ?? each) : each));
        expect(below(and(known), and(later))).toBe(true);
        expect(below(or(known), or(later))).toBe(true);
      }),
    );
  });
});

describe("intervals", () => {
  it("join and meet are commutative, associative and absorb each other", () => {
    fc.assert(
      fc.property(interval, interval, interval, (a, b, c) => {
        expect(joinIntervals([a, b])).toEqual(joinIntervals([b, a]));
        expect(meetIntervals([a, meetIntervals([b, c])])).toEqual(meetIntervals([a, b, c]));
        expect(joinIntervals([a, meetIntervals([a, b])])).toEqual(a);
        expect(meetIntervals([a, joinIntervals([a, b])])).toEqual(a);
        expect(statusOrder(statusOf(joinIntervals([a, b])), statusOf(a))).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(statusOf(meetIntervals([]))).toBe("blocked");
    expect(statusOf(joinIntervals([]))).toBe("cleared");
    expect(statusOf({ best: "cleared", worst: "blocked" })).toBe("unresolved");
    expect(statusOf({ best: "cleared", worst: "conditional" })).toBe("conditional");
  });
});
