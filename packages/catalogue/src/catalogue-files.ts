import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Problem, problem, readYaml, type YamlDocument } from "@cleartitle/norms";

/** Folders of the catalogue that hold records. */
const folders = ["taxonomies", "positions", "law", "licenses", "terms", "questionnaires", "risk", "protection", "review"] as const;
export type Folder = (typeof folders)[number];

/** The catalogue that comes with the program: the nearest `catalogue/taxonomies` above this module. null: there is none. */
export function defaultCatalogueDir(from: string = dirname(fileURLToPath(import.meta.url))): string | null {
  for (let dir = from; ; dir = dirname(dir)) {
    if (existsSync(join(dir, "catalogue", "taxonomies"))) return join(dir, "catalogue");
    if (dirname(dir) === dir) return null;
  }
}

/** Paths of the records in a folder, in order. Cases (`*.cases.yaml`) and origins are no records. */
function recordsIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !/\.(cases|origin)\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Reads every record of the catalogue. File names in problems are relative to the catalogue, with `/`. */
export function readCatalogueFiles(dir: string): { readonly documents: ReadonlyMap<Folder, readonly YamlDocument[]>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const documents = new Map<Folder, YamlDocument[]>();
  if (!existsSync(join(dir, "taxonomies")))
    problems.push(problem("io", `\`${dir}\` is no catalogue: it has no folder \`taxonomies\``, { file: dir, hint: "name the folder that holds `taxonomies`, `law`, `licenses`" }));
  for (const folder of folders) {
    const found: YamlDocument[] = [];
    for (const path of recordsIn(join(dir, folder))) {
      const file = relative(dir, path).split(sep).join("/");
      const { document, problems: faults } = readYaml(readFileSync(path, "utf8"), { file });
      problems.push(...faults);
      if (document !== null) found.push(document);
    }
    documents.set(folder, found);
  }
  return { documents, problems };
}

/** Digest of names and bytes of files: another file, another name or another byte gives another one. */
function digestOfFiles(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const bytes = readFileSync(path);
    hash.update(`${relative(root, path).split(sep).join("/")}\n${bytes.length}\n`).update(bytes);
  }
  return `sha256:${hash.digest("hex")}`;
}

/** Digest of every record as it is written; null where the folder is no catalogue. */
export const digestOfRecords = (dir: string): string | null => (existsSync(join(dir, "taxonomies")) ? digestOfFiles(dir, folders.flatMap((folder) => recordsIn(join(dir, folder)))) : null);

/**
 * Digest of the program that reads records, as far as its source lies beside the catalogue: in a checkout a changed schema must not meet
 * what another one made. null: there is no source, and program and catalogue came together.
 */
export function digestOfReader(dir: string): string | null {
  const packages = join(dirname(dir), "packages");
  const rooms = ["norms", "catalogue"].map((room) => join(packages, room, "src"));
  if (!rooms.every((room) => existsSync(room))) return null;
  const sources = rooms.flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).toSorted().map((name) => join(room, name)));
  return digestOfFiles(packages, sources);
}
