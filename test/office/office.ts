import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** A document as LibreOffice has it. */
export interface Seen {
  readonly pages: number;
  /** On which page each mark stands. */
  readonly marks: ReadonlyMap<string, number>;
  /** Kinds of open changes, such as `Insert`. */
  readonly changes: readonly string[];
  /** Lines with words, with the numbers that it shows before them. */
  readonly text: readonly string[];
  /** null: it has no open changes. */
  readonly accepted: readonly string[] | null;
  readonly rejected: readonly string[] | null;
}

const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const spaces = 'xmlns:library="http://openoffice.org/2000/library"';

/** A user's folder that has the macro and is set up already, so that nothing is written over it. */
function userFolder(folder: string): void {
  const basic = join(folder, "user", "basic", "Standard");
  mkdirSync(basic, { recursive: true });
  const macro = readFileSync(new URL("judge.bas", import.meta.url), "utf8");
  writeFileSync(join(basic, "Module1.xba"), xml(`<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(macro)}</script:module>`));
  writeFileSync(join(basic, "script.xlb"), xml(`<library:library ${spaces} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`));
  writeFileSync(join(basic, "..", "script.xlc"), xml(`<library:libraries ${spaces}><library:library library:name="Standard" library:link="false"/></library:libraries>`));
  writeFileSync(join(folder, "user", "registrymodifications.xcu"), xml('<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>'));
}

function linesOf(path: string): readonly string[] | null {
  if (!existsSync(path)) return null;
  return readFileSync(path, "utf8").replace("\uFEFF", "").split("\n").map((line) => line.replaceAll(/\s+/g, " ").trim()).filter((line) => line !== "");
}

const marksIn = (lines: readonly string[]): ReadonlyMap<string, number> => new Map(lines.map((line) => [line.split(" ")[0]!, Number(line.split(" ")[1])]));

/** Opens documents in LibreOffice, all in one process; a document that it refuses is not among what comes back. */
export async function seenByOffice(documents: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Seen>> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    userFolder(folder);
    for (const [name, bytes] of documents) writeFileSync(join(folder, `${name}.docx`), bytes);
    const at = pathToFileURL(folder).href;
    await promisify(execFile)("soffice", ["--headless", "--norestore", `-env:UserInstallation=${at}`, `macro:///Standard.Module1.Judge("${at}")`], { timeout: process.env["CLEARTITLE_RUNS"] === undefined ? 100_000 : 600_000 });
    const told = linesOf(join(folder, "told")) ?? [];
    return new Map(told.flatMap((line) => {
      const [file, pages, ...changes] = line.split(" ");
      const path = join(folder, file!);
      return pages === "refused" ? [] : [[file!.replace(".docx", ""), { pages: Number(pages), marks: marksIn(linesOf(`${path}.marks`) ?? []), changes: changes.toSorted(), text: linesOf(`${path}.text`)!, accepted: linesOf(`${path}.accepted`), rejected: linesOf(`${path}.rejected`) }] as const];
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
