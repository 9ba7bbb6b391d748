import { basename, resolve } from "node:path";
import type { Identification, Knowledge } from "@cleartitle/catalogue";
import type { IdentifiedFile, SourceFile } from "@cleartitle/intake";
import { compareProblems, exitOf, problem, type ExitCode, type Problem } from "@cleartitle/norms";
import { numbered, sayFiles } from "../import/say-files.js";
import type { Io } from "../io.js";
import { sayLines, sayProblems } from "../say-problems.js";
import { Stop } from "../stop.js";

export interface IdentifyOptions {
  readonly format: "table" | "json";
}

interface Known {
  readonly knowledge: Knowledge;
  readonly digest: string;
  readonly directory: string;
}

async function knowledgeOf(io: Io): Promise<Known> {
  const { catalogue, problems, directory } = await io.rooms.catalogue();
  if (catalogue === null || directory === null) throw new Stop(problems);
  const { loadKnowledge } = await import("@cleartitle/catalogue");
  const loaded = loadKnowledge(directory, catalogue);
  if (loaded.knowledge === null) throw new Stop(loaded.problems);
  return { knowledge: loaded.knowledge, digest: catalogue.digests.catalogue, directory };
}

interface Read {
  readonly files: readonly IdentifiedFile[];
  readonly problems: readonly Problem[];
}

async function identifyAll(io: Io, paths: readonly string[], { knowledge, ...basis }: Known): Promise<Read> {
  const { filesOf, identifyFiles } = await import("@cleartitle/intake");
  const asked: SourceFile[] = [];
  const named = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await filesOf(resolve(io.folder, path));
    problems.push(...found.problems.map((each) => (each.code === "not-found" ? problem("not-found", `there is no file or folder \`${path}\``, { file: path }) : each)));
    for (const file of found.files) {
      const isNamed = found.files.length === 1 && basename(path) === file.path;
      if (isNamed) named.add(path);
      const shown = isNamed ? path : `${path.replace(/\/+$/, "")}/${file.path}`;
      asked.push({ ...file, path: path === "." ? file.path : shown });
    }
  }
  const read = await identifyFiles(asked, knowledge, { basis });
  // Who names a file wants it read. What lies in a folder beside license texts and is longer than any is passed over as what is no text is.
  const files = read.map((each) => (named.has(each.file) ? each : { ...each, problems: each.problems.filter(({ code }) => code !== "too-large") }));
  problems.push(...files.flatMap((each) => each.problems));
  return { files, problems: problems.toSorted(compareProblems) };
}

const at = ({ line, column }: { readonly line: number; readonly column: number }): string => `${line}:${column}`;

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 97)}…` : text);

function lineOf(found: Identification): string {
  const base = found.base ?? `one of ${found.among.join(", ")}`;
  const by = { text: "license text", notice: "notice", tag: "SPDX tag", card: "card field" }[found.how];
  const among = found.base === null || found.among.length === 0 ? "" : `; the text alone does not tell it from ${found.among.join(", ")}`;
  const version = found.version === null ? "" : `, text of ${found.version}`;
  const recorded = found.base === null || found.license.includes(found.base) ? "" : `; recorded as ${found.license.join(", ")}`;
  return `  ${at(found)}-${found.endLine}:${found.endColumn}  ${base}${found.reads === null ? "" : ` ${found.reads}`} (${by}${version}${among}${recorded})`;
}

const says = { added: "added", dropped: "missing", changed: "changed" } as const;

function differencesOf(found: Identification): string[] {
  return found.differences.map((each) => {
    const missing = each.there === null ? (each.words > 0 ? `${each.words} words of the license` : "") : each.there === "" ? "" : `license: "${short(each.there)}"`;
    const here = each.here === "" ? "" : `"${short(each.here)}"`;
    return `    ${at(each)}  ${says[each.kind]}: ${[here, missing].filter((part) => part !== "").join("; ")}`;
  });
}

function table({ files }: Read): string[] {
  const named = files.filter((file) => file.licenses.length > 0);
  const passed = files.filter((file) => file.skipped !== null);
  const sum = `${numbered(files.length, "file")}: ${named.length} give or name a license, ${files.length - named.length - passed.length} none, ${passed.length} passed over`;
  return [...named.flatMap((file) => [file.file, ...file.licenses.flatMap((each) => [lineOf(each), ...differencesOf(each)])]), sum];
}

/** Names the licenses in files and folders: the base, and whether the text is the same or where it differs. */
export async function identify(io: Io, paths: readonly string[], options: IdentifyOptions): Promise<ExitCode> {
  const known = await knowledgeOf(io);
  const read = await identifyAll(io, paths, known);
  const told = new Set(read.problems.map(({ file }) => file));
  const { withoutControls } = await import("@cleartitle/engine");
  if (options.format === "json") {
    const files = read.files.map(({ file, licenses, skipped }) => ({ file, licenses, skipped }));
    io.stdout.write(`${JSON.stringify({ $schema: "urn:cleartitle:schema:identification:1", version: 1, basis: { catalogue: known.digest, texts: known.knowledge.index.texts.length }, files, problems: read.problems }, null, 2)}\n`);
  } else io.stdout.write(table(read).map((line) => `${withoutControls(line)}\n`).join(""));
  if (options.format !== "json") await sayLines(io, sayFiles(read.files.flatMap(({ file, skipped }) => (skipped === null || told.has(file) ? [] : [{ file, format: null, records: 0, why: skipped }]))));
  await sayProblems(io, read.problems);
  return exitOf(read.problems);
}
