import { readFileSync } from "node:fs";

/** The version of this package, read from its manifest, so that it is written in one place. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  return version;
}
