import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWebHouse, type WebHouse } from "./web-house.js";
import { faultsOf, watch } from "./watched-page.js";

interface JourneyOptions {
  readonly width?: number;
  /** Faults that belong to the journey, as `watch` tells them. */
  readonly expects?: readonly RegExp[];
}

/** What a journey is given beside its page. */
interface Traveler {
  readonly house: WebHouse;
  /** Goes to an address below the first page of the server. */
  readonly go: (path: string) => Promise<void>;
  /** Fails where what is shown now has a serious fault of accessibility in either theme, or is wider than its window. */
  readonly look: () => Promise<void>;
}

type Journey = (name: string, travel: (page: Page, traveler: Traveler) => Promise<void>, options?: JourneyOptions) => void;

/**
 * Journeys of one file of tests: one server and one browser for all of them, a page with cookies of its own for each. A journey fails on any error of the console, any failed
 * request, and, at its end and wherever it looks, on serious faults of accessibility in either theme.
 */
export function journeys(open: () => Promise<WebHouse> = openWebHouse): Journey {
  let house: WebHouse;
  // What was looked at once is not looked at again: the same page of the same width has the same faults.
  const seen = new Set<string>();
  beforeAll(async () => {
    house = await open();
  });
  afterAll(async () => house.close());
  return (name, travel, { width = 1366, expects = [] } = {}) => {
    // oxlint-disable-next-line vitest/valid-title
    test(name, async () => {
      const context = await house.browser.newContext({ viewport: { width, height: 900 }, locale: "en-US", timezoneId: "UTC" });
      const page = await context.newPage();
      const faults = watch(page, expects);
      const look = async (): Promise<void> => {
        const shown = `${width} ${await page.content()}`;
        expect(seen.has(shown) ? [] : await faultsOf(page)).toEqual([]);
        seen.add(shown);
      };
      try {
        await travel(page, { house, look, go: async (path) => void (await page.goto(new URL(path, house.url).href)) });
        await look();
        expect(faults).toEqual([]);
      } finally {
        await context.close();
      }
    });
  };
}
