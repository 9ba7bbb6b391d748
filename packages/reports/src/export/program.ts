import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

/** Version of the program that wrote a document, read from the manifest: all packages have one. */
export const programVersion = version;
