import { basename, resolve } from "node:path";
import type { Knowledge } from "@cleartitle/catalogue";
import { formatNames, formatOfReader, readerOfFormat } from "./format.js";
import { sayFiles } from "./import/say-files.js";
import type { FileTaken, ImportRequest, Imported, Rooms } from "./io.js";

/** What names the license files among what is imported; nothing where the catalogue has problems, which the commands that need it tell. */
async function knowledge(): Promise<{ knowledge?: Knowledge }> {
  const { loadKnowledge, openCatalogue } = await import("@cleartitle/catalogue");
  const { catalogue, directory } = openCatalogue();
  const loaded = catalogue === null || directory === null ? null : loadKnowledge(directory, catalogue).knowledge;
  return loaded === null ? {} : { knowledge: loaded };
}

/** Several paths are one import: each file keeps its path below the name of what it came from, so that none hides another. */
async function importPaths({ paths, format, us, recordedAt, folder, step, whole = false }: ImportRequest): Promise<Imported> {
  const { filesOf, importFrom } = await import("@cleartitle/intake");
  const { problem } = await import("@cleartitle/norms");
  const roots = await Promise.all(paths.map(async (path) => ({ path, ...(await filesOf(resolve(folder, path))) })));
  const missing = roots.flatMap(({ path, problems }) => problems.filter((each) => each.code === "not-found").map((each) => ({ ...each, message: `there is no file or folder \`${path}\``, file: path })));
  if (missing.length > 0) return { graph: null, problems: missing, notes: [] };
  const files = roots.flatMap((root) => (roots.length === 1 ? root.files : root.files.map((file) => ({ ...file, path: `${basename(root.path)}/${file.path}` }))));
  const { graph, problems, read, skipped } = await importFrom(files, {
    us, whole, ...(step === undefined ? {} : { step }), ...(whole ? {} : await knowledge()), ...(recordedAt === undefined ? {} : { recordedAt }), ...(format === undefined ? {} : { reader: readerOfFormat(format) }),
  });
  const all = [...roots.flatMap((root) => root.problems), ...problems];
  const taken: FileTaken[] = [
    ...read.map((each) => ({ file: each.file, format: formatOfReader(each.reader ?? ""), records: each.records, why: null })),
    ...skipped.map((each) => ({ file: each.file, format: null, records: 0, why: each.why })),
  ];
  const notes = sayFiles(taken);
  if (read.length > 0) return { graph, problems: all, notes, files: taken };
  const nothing = problem("unsupported", "nothing was read", { file: paths.join(" "), hint: `read are: ${formatNames.join(", ")}; --from says which` });
  return { graph: null, problems: all.length > 0 ? all : [nothing], notes, files: taken };
}

/** The rooms below as they are, each loaded when it is first asked for: what this file imports itself, `--help` waits for. */
export const rooms: Rooms = {
  async catalogue() {
    return (await import("@cleartitle/catalogue")).openCatalogue();
  },
  async decide() {
    return (await import("@cleartitle/engine")).decide;
  },
  import: importPaths,
};
