import type { Evidence } from "../evidence.js";
import type { Detection, Entry, Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { Unreadable } from "./database.js";
import { spotOf, TreeReader } from "./file-store.js";
import { StoreRecorder } from "./record.js";
import { AnswerReader, isAnswer, looksLikeAnswer, rootOf } from "./rest-answer.js";
import { sqlStore } from "./sql-store.js";
import type { Store } from "./store.js";

const maxDatabase = 4_294_967_296;

/** Tracking stores of runs and models: trees of files (`mlruns`), SQLite files, and what a tracking server answers. */
export const mlflow: Reader = {
  id: "mlflow",
  title: "Tracking stores of runs, data and models, and their registry (MLflow: file tree, SQLite, REST answers)",
  detect,
  async read(files, into) {
    const trees = new Map<string, TreeReader>();
    for (const file of files.filter((each) => !isOfServer(each.path))) await (isLog(file.path) ? passLog(file, into) : isDatabase(file.path) ? readDatabase(file, into) : readTreeFile(file, trees, into));
    await readAnswers(files.filter((each) => isOfServer(each.path)), into);
    for (const tree of trees.values()) new StoreRecorder(tree.store(), into).record();
  },
};

/** The answers of one server are one store; its links are counted at the first of its files. */
async function readAnswers(files: readonly SourceFile[], into: Evidence): Promise<void> {
  const servers = new Map<string, { readonly reader: AnswerReader; readonly read: { readonly file: string; readonly records: number }[] }>();
  for (const file of files) {
    const root = rootOf(file.path);
    const server = servers.get(root) ?? { reader: new AnswerReader(root, into), read: [] };
    servers.set(root, server);
    const records = await server.reader.take(file);
    if (records !== null) server.read.push({ file: file.path, records });
  }
  for (const { reader, read } of servers.values()) {
    const links = new StoreRecorder(reader.store(), into).record();
    for (const [at, each] of read.entries()) into.read.push({ ...each, links: at === 0 ? links : 0 });
  }
}

/** What was written last may stand in a log beside the database, until the program that writes it closes it. */
const isLog = (path: string): boolean => /\.(db|sqlite3?)-wal$/i.test(path);

function passLog(file: SourceFile, into: Evidence): void {
  if (file.size > 0) into.finding("not-read-whole", null, `\`${file.path}\` holds rows that are not in the database yet and were not read`, "stop the tracking server, which writes them into the database, and import again");
  into.skipped.push({ file: file.path, why: "the log of a database" });
}

/** What was logged under a name that ends like an answer lies in its tree. */
const isOfServer = (path: string): boolean => isAnswer(path) && spotOf(path)?.is !== "logged";

const isDatabase = (path: string): boolean => /\.(db|sqlite3?)$/i.test(path);

const heads: Readonly<Record<string, RegExp>> = {
  run: /^(run_id|run_uuid):/m, dataset: /^source_type:/m, model: /^model_id:/m, name: /^creation_timestamp:/m, version: /^current_stage:|^creation_timestamp:/m,
  input: /^(?:source|destination)_(?:type|id):/m, output: /^destination_type:/m, experiment: /^experiment_id:/m, mlmodel: /^flavors:/m,
};

function detect({ path, head }: Entry): Detection {
  if (isLog(path)) return "maybe";
  if (isDatabase(path)) return !head.startsWith("SQLite format 3") ? "no" : /(^|\/)[^/]*mlflow[^/]*$/i.test(path) ? "yes" : "maybe";
  if (isOfServer(path)) return looksLikeAnswer(head) ? "yes" : "no";
  const spot = spotOf(path);
  if (spot === null) return "no";
  if (spot.is === "logged") return spot.on === "run" || spot.on === "model" ? "yes" : "maybe";
  return heads[spot.is]?.test(head) === true ? "yes" : "no";
}

async function readTreeFile(file: SourceFile, trees: Map<string, TreeReader>, into: Evidence): Promise<void> {
  const spot = spotOf(file.path);
  if (spot === null) return void into.skipped.push({ file: file.path, why: "no record of a tracking store" });
  const tree = trees.get(spot.root) ?? new TreeReader(spot.root, into);
  trees.set(spot.root, tree);
  if (await tree.take(file, spot)) into.read.push({ file: file.path, records: spot.is === "logged" ? 0 : 1, links: 0 });
}

async function readDatabase(file: SourceFile, into: Evidence): Promise<void> {
  const pass = (why: string): void => void into.skipped.push({ file: file.path, why });
  if (file.size > maxDatabase) {
    into.problem("too-large", `a database of more than ${maxDatabase} bytes`, { file: file.path }, "it was passed over");
    return pass("it is too large");
  }
  let store: Store | null;
  try {
    store = await sqlStore(file, into);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    into.problem("format-syntax", `a database that cannot be read: ${error.message}`, { file: file.path, line: 1 }, "is the file whole? it was passed over");
    return pass("it cannot be read");
  }
  if (store === null) return pass("a database of no format that is read");
  const records = store.runs.length + store.datasets.length + store.models.length + store.registered.length;
  into.read.push({ file: file.path, records, links: new StoreRecorder(store, into).record() });
}
