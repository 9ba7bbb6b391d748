import { spawnSync } from "node:child_process";
import type { Browser } from "playwright-core";
import { serve } from "@cleartitle/server";
import { type House, openHouse } from "../api/house.js";
import { openBrowser } from "./chromium.js";

/** A house with its application, and a browser in front of it. */
export interface WebHouse extends House {
  readonly url: string;
  readonly browser: Browser;
}

/** `acme` has the main example in it, `empty` nothing. `open`: another house than that one, and the name that its pages have. */
export async function openWebHouse(open: () => Promise<House> = openHouse, origin: string | null = null, port = 0): Promise<WebHouse> {
  // It may be asked for by itself, without the build of the whole.
  const built = spawnSync(process.execPath, ["scripts/build-web.mjs"], { encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL" });
  if (built.status !== 0) throw new Error(`the application does not build\n${built.stderr}`);
  const house = await open();
  const served = await serve({ api: house.api, origin, port });
  const { browser, close } = await openBrowser();
  return {
    ...house, url: served.url, browser,
    close: async () => {
      await close();
      await served.close();
      await house.close();
    },
  };
}
