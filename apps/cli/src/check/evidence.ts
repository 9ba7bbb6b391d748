import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { byText, type GraphFinding, type Statement, type TitleGraph } from "@cleartitle/title";
import { isReadStill } from "./read-again.js";

/** Bytes of a file that is compared. Evidence that is read is far smaller, and one that has grown beyond is not held against its digest. */
const mostBytes = 256_000_000;

/** A path below the folder of the title file; null: the statement names none. */
function pathOf({ source }: Statement): string | null {
  const [, path] = /^([^#]+)(?:#|$)/.exec(source?.locator ?? "") ?? [];
  if (path === undefined || path.startsWith("/") || /^[a-z][a-z0-9+.-]*:|\\|\p{Cc}/iu.test(path) || path.split("/").includes("..")) return null;
  return path;
}

const digestIn = ({ source }: Statement): string | null => /^(?:sha256:)?([0-9a-f]{64})$/.exec(source?.sha256 ?? "")?.[1] ?? null;

/** Digest of a file in a folder as it is now; null: there is none, it lies elsewhere by a link, or cannot be read. */
async function digestOf(folder: string, path: string): Promise<string | null> {
  try {
    const file = join(folder, ...path.split("/"));
    const found = await lstat(file);
    const below = relative(await realpath(folder), await realpath(file));
    if (!found.isFile() || found.size > mostBytes || below.split(sep)[0] === "..") return null;
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
    return hash.digest("hex");
  } catch {
    return null;
  }
}

/** Digests of a file that are told. */
const mostDigests = 3;

const assetOf = ({ about }: Statement): string | null => (about.kind === "asset" ? about.id : null);

/**
 * Evidence that lies beside a title file and is no more what was read: none of the statements that name the file was read from it as it is now. A file that is not there says nothing, since evidence need not be kept beside
 * the title file; a statement that another one corrects says nothing either. Where a digest is of a record within a file, the file is read again.
 */
export async function changedEvidence(titleFile: string, { statements }: Pick<TitleGraph, "statements">): Promise<readonly GraphFinding[]> {
  const corrected = new Set(statements.map((statement) => statement.supersedes));
  const named = new Map<string, Statement[]>();
  for (const statement of statements) {
    const path = corrected.has(statement.id) || digestIn(statement) === null ? null : pathOf(statement);
    if (path === null) continue;
    const told = named.get(path) ?? [];
    named.set(path, told);
    told.push(statement);
  }
  const found: GraphFinding[] = [];
  for (const [path, told] of [...named].toSorted(([a], [b]) => byText(a, b))) {
    const now = await digestOf(dirname(titleFile), path);
    if (now === null || told.some((statement) => digestIn(statement) === now)) continue;
    const digests = new Set(told.map(digestIn).filter((digest) => digest !== null));
    if ((await isReadStill(join(dirname(titleFile), ...path.split("/")), path, digests)) !== false) continue;
    const assets = new Set(told.map(assetOf));
    const before = [...digests].map((digest) => `sha256:${digest}`).toSorted(byText).slice(0, mostDigests).join(", ");
    const many = told.length === 1 ? "a statement was" : `${told.length} statements were`;
    found.push({ kind: "evidence-changed", asset: assets.size === 1 ? [...assets][0]! : null, detail: `\`${path}\` is not the file any more from which ${many} read: its digest was ${before} and is sha256:${now}`, settle: "import it again and compare what it says now, or put the file back" });
  }
  return found;
}
