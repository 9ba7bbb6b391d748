import { basename, normalize, resolve } from "node:path";
import type { Knowledge } from "@cleartitle/catalogue";
import type { SourceFile } from "@cleartitle/intake";
import type { Problem } from "@cleartitle/norms";
import { formatNames, formatOfReader, readerOfFormat } from "./format.js";
import { growSlowly } from "./heap.js";
import { sayFiles } from "./import/say-files.js";
import type { ConnectRequest, FileTaken, ImportRequest, Imported, Rooms } from "./io.js";

/** What names the license files among what is imported; nothing where the catalogue has problems, which the commands that need it tell. */
async function knowledge(): Promise<() => Knowledge | null> {
  const { loadKnowledge, openCatalogue } = await import("@cleartitle/catalogue");
  return () => {
    const { catalogue, directory } = openCatalogue();
    return catalogue === null || directory === null ? null : loadKnowledge(directory, catalogue).knowledge;
  };
}

interface Found {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  /** What was not looked at, and why. */
  readonly passed: readonly { readonly file: string; readonly why: string }[];
  /** There is nothing to read. */
  readonly isNothing: boolean;
  readonly end?: () => Promise<void>;
}

/** What paths are called in one import: by their last name, and by all of them as they are written where two have the same. */
function labelsOf(paths: readonly string[]): (path: string) => string {
  const times = new Map<string, number>();
  for (const path of paths) times.set(basename(path), (times.get(basename(path)) ?? 0) + 1);
  return (path) => (times.get(basename(path)) === 1 ? basename(path) : normalize(path).replaceAll("\\", "/").replace(/^(?:\.{0,2}\/)+|\/$/g, ""));
}

/** Several paths are one import: each file keeps its path below the name of what it came from, so that none hides another. */
async function filesAt({ paths, folder }: ImportRequest): Promise<Found> {
  const { filesOf } = await import("@cleartitle/intake");
  const roots = await Promise.all(paths.map(async (path) => ({ path, ...(await filesOf(resolve(folder, path))) })));
  const missing = roots.flatMap(({ path, problems }) => problems.filter((each) => each.code === "not-found").map((each) => ({ ...each, message: `there is no file or folder \`${path}\``, file: path })));
  if (missing.length > 0) return { files: [], problems: missing, passed: [], isNothing: true };
  const label = labelsOf(paths);
  const below = (root: { readonly path: string }, path: string): string => (roots.length === 1 ? path : `${label(root.path)}/${path}`);
  const files = roots.flatMap((root) => (roots.length === 1 ? root.files : root.files.map((file) => ({ ...file, path: below(root, file.path) }))));
  return { files, problems: roots.flatMap((root) => root.problems), passed: roots.flatMap((root) => root.passed.map(({ file, why }) => ({ file: below(root, file), why }))), isNothing: false };
}

/** What a server answered are files like any others. */
async function filesFrom(request: ImportRequest, connection: ConnectRequest): Promise<Found> {
  const { answersOf } = await import("./import/connect.js");
  const { filesOf } = await import("@cleartitle/intake");
  const { problem } = await import("@cleartitle/norms");
  const { folder, kept, problems, end } = await answersOf(request, connection);
  if (kept.size === 0) return { files: [], problems, passed: [], isNothing: true };
  const found = await filesOf(folder);
  const files = found.files.filter((file) => kept.has(file.path));
  const gone = files.length === kept.size ? [] : [problem("not-found", `${kept.size - files.length} of ${kept.size} answers are gone from the folder`, { file: folder, hint: "remove the folder, and ask again" })];
  return { files, problems: [...problems, ...found.problems, ...gone], passed: [], isNothing: false, end };
}

/** What becomes a graph of hundreds of megabytes, of which a heap that grows as it likes takes several. */
const isLarge = (files: Found["files"]): boolean => files.length > 10_000 || files.reduce((sum, each) => sum + each.size, 0) > 33_554_432;

async function importPaths(request: ImportRequest): Promise<Imported> {
  const { paths, format, us, recordedAt, step, trustAnchors, persons, whole = false } = request;
  const { importFrom } = await import("@cleartitle/intake");
  const { problem } = await import("@cleartitle/norms");
  const found = await (request.connect === undefined ? filesAt(request) : filesFrom(request, request.connect));
  if (found.isNothing) return { graph: null, problems: found.problems, notes: [] };
  if (isLarge(found.files)) growSlowly();
  const { graph, problems, read, skipped } = await importFrom(found.files, {
    us, whole, ...(step === undefined ? {} : { step }), ...(whole ? {} : { knowledge: await knowledge() }), ...(recordedAt === undefined ? {} : { recordedAt }), ...(trustAnchors === undefined ? {} : { trustAnchors }), ...(persons === undefined ? {} : { persons }), ...(format === undefined ? {} : { reader: readerOfFormat(format) }),
  });
  const all = [...found.problems, ...problems];
  const taken: FileTaken[] = [
    ...read.map((each) => ({ file: each.file, format: formatOfReader(each.reader ?? ""), records: each.records, why: null })),
    ...[...found.passed, ...skipped].map((each) => ({ file: each.file, format: null, records: 0, why: each.why })),
  ];
  const notes = sayFiles(taken);
  if (read.length > 0) return { graph, problems: all, notes, files: taken, ...(found.end === undefined ? {} : { end: found.end }) };
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
  async outline() {
    return (await import("@cleartitle/engine")).outline;
  },
  import: importPaths,
  async model(env) {
    return (await import("@cleartitle/model")).configuredModel(env);
  },
};
