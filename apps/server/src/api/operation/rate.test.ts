import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Rate } from "./rate.js";

test("a caller has a burst, then so many a second, and others are not counted with it", () => {
  const rate = new Rate({ burst: 2, perSecond: 4 });
  expect([0, 0, 0, 100, 250, 250].map((now) => rate.take("jane", now))).toEqual([0, 0, 1, 1, 0, 1]);
  expect(rate.take("joe", 250)).toBe(0);
});

test("whatever the times, nobody gets more than burst and time allow", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 50 }), (steps, burst, perSecond) => {
      const rate = new Rate({ burst, perSecond });
      let [now, taken] = [0, 0];
      for (const step of steps) {
        now += step;
        if (rate.take("jane", now) === 0) taken += 1;
      }
      expect(taken).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6);
    }),
  );
});
