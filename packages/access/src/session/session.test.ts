import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountPolicy, addressPolicy, failedAgain, type Failures, guesserAt, lockedFor } from "./lock-out.js";
import { forgeryGuardOf, isOpen, isOwnRequest } from "./session.js";

const at = (minutes: number): string => new Date(Date.parse("2026-11-28T10:00:00Z") + minutes * 60_000).toISOString();

describe("a session", () => {
  test.each<[started: number, seen: number, ended: number | null, now: number, expected: boolean]>([
    [0, 0, null, 0, true],
    [0, 0, null, 59, true],
    [0, 0, null, 60, false],
    [0, 700, null, 719, true],
    [0, 719, null, 720, false],
    [0, 10, 11, 12, false],
    [0, 0, null, -1, true],
    [0, 0, null, -2, false],
    [0, 30, null, 28, false],
  ])("begun %i, seen %i, ended %j, at %i: %s", (started, seen, ended, now, expected) => {
    expect(isOpen({ startedAt: at(started), seenAt: at(seen), endedAt: ended === null ? null : at(ended) }, at(now))).toBe(expected);
  });
  test("that has no readable times is none", () => expect(isOpen({ startedAt: "", seenAt: "", endedAt: null }, at(0))).toBe(false));
});

describe("a request with a session's cookie", () => {
  const own = "https://title.example.org";
  const guard = forgeryGuardOf("s");
  test.each<[method: string, site: string | null, origin: string | null, guard: string | null, expected: boolean]>([
    ["GET", "cross-site", "https://evil.example", null, true],
    ["HEAD", null, null, null, true],
    ["POST", "same-origin", own, guard, true],
    ["POST", null, null, guard, true],
    ["POST", "none", null, guard, true],
    ["DELETE", "same-origin", own, null, false],
    ["PUT", "same-origin", own, "", false],
    ["PATCH", "same-origin", own, forgeryGuardOf("other"), false],
    ["POST", "cross-site", own, guard, false],
    ["POST", "same-site", own, guard, false],
    ["POST", "same-origin", "https://evil.example", guard, false],
    ["POST", "same-origin", "null", guard, false],
    ["POST", null, "http://title.example.org", guard, false],
    ["UNHEARD", null, own, null, false],
  ])("%s from %j, %j with %j: %s", (method, site, origin, given, expected) => expect(isOwnRequest({ method, site, origin, guard: given }, own, "s")).toBe(expected));
  test("has a guard that tells nothing of the secret", () => expect(guard).not.toContain("s="));
});

const after = (failures: number, policy = accountPolicy, apart = 0): Failures => {
  let state: Failures | null = null;
  for (let n = 0; n < failures; n++) state = failedAgain(state, at(n * apart), policy);
  return state!;
};

describe("guessing", () => {
  test.each([[1, 0], [5, 0], [6, 30], [7, 60], [8, 120], [11, 900], [12, 900], [500, 900]])("after %i failures waits %i s", (failures, seconds) => expect(lockedFor(after(failures), at(0))).toBe(seconds));
  test.each([[30, 0], [31, 60], [32, 120], [60, 3_600]])("at one address waits after %i failures %i s", (failures, seconds) => expect(lockedFor(after(failures, addressPolicy), at(0))).toBe(seconds));
  test("is forgotten after a day without any", () => {
    expect(failedAgain(after(20), at(1_440), accountPolicy)).toEqual({ count: 1, lastAt: at(1_440), lockedUntil: null });
    expect(lockedFor(after(6), at(1))).toBe(0);
    expect(lockedFor(null, at(0))).toBe(0);
  });
  test("never gets more than five tries free and four an hour after, however it is spread", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 300 }), (pauses) => {
        let state: Failures | null = null;
        let minutes = 0;
        let taken = 0;
        for (const pause of pauses) {
          minutes += pause / 10;
          if (lockedFor(state, at(minutes)) > 0) continue;
          state = failedAgain(state, at(minutes), accountPolicy);
          taken++;
        }
        expect(taken).toBeLessThanOrEqual(11 + minutes / 15);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
  test.each([
    ["203.0.113.7", "203.0.113.7"], ["::ffff:203.0.113.7", "203.0.113.7"], ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"], ["2001:db8:1:2::9", "2001:db8:1:2::/64"], ["::1", "0:0:0:0::/64"], ["2001:db8::1", "2001:db8:0:0::/64"], ["unknown", "unknown"],
  ])("from %s is counted as of %s", (ip, expected) => expect(guesserAt(ip)).toBe(expected));
});
