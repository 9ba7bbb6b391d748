import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

/** Own launch arguments: the package's would run a single process with web security off. */
const launchArguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

/** A real browser from an npm package, with a folder of its own that goes with it. */
export async function openBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-browser-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  const executablePath = await sparticuz.executablePath();
  const browser = await chromium.launch({ executablePath, args: launchArguments, env: { ...process.env, TMPDIR: folder } as Record<string, string> });
  return {
    browser,
    close: async () => {
      await browser.close();
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
