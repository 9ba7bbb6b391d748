import { pushAll } from "@cleartitle/norms";
import { readMapping, readYamlMappings } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import { AnswerReader, isAnswer, looksLikeAnswer } from "./answer.js";
import { loggedIn } from "./logged.js";
import { readLog } from "./read-log.js";
import { matchNames, namedDigests, recordRun } from "./record.js";
import type { NamedDigest } from "./record.js";
import { emptyRun, runAt } from "./run.js";
import type { Run } from "./run.js";

const maxBytes = 8_388_608;
const isLog = (path: string): boolean => /(?:^|\/)run-[A-Za-z0-9_-]+\.wandb$/.test(path);

/** Folders of runs that Weights & Biases leaves: the binary log, the configuration and the description of the run; and what its servers answer. */
export const wandb: Reader = {
  id: "wandb",
  title: "Folders of runs (Weights & Biases: log, configuration, metadata), GraphQL answers and exported runs",
  detect({ path, head }) {
    if (isLog(path)) return head.startsWith(":W&B") ? "yes" : "maybe";
    if (runAt(path) === null) return isAnswer(path) && looksLikeAnswer(head) ? "yes" : "no";
    return path.endsWith("/files/config.yaml") || path.endsWith("/files/wandb-metadata.json") ? "yes" : "no";
  },
  async read(files, into) {
    const runs = new Map<string, Run>();
    const answered = await readAnswers(files.filter((each) => isAnswer(each.path)), runs, into);
    const own = files.filter((each) => !isAnswer(each.path));
    /** How many files of a run are still to be read: after the last it is recorded and let go. */
    const left = new Map<string, number>();
    for (const { path } of own) left.set(idAt(path), (left.get(idAt(path)) ?? 0) + 1);
    const first = new Map<string, number>();
    const named: NamedDigest[] = [];
    const record = (id: string): number => {
      const run = runs.get(id);
      if (run === undefined) return 0;
      runs.delete(id);
      for (const each of namedDigests(run)) named.push(each);
      return recordRun(run, into);
    };
    for (const file of own) {
      const id = idAt(file.path);
      const run = runs.get(id) ?? emptyRun(id, runAt(file.path)?.day ?? null);
      runs.set(id, run);
      const records = isLog(file.path) ? await readLog(file, run, into) : /\.json$/i.test(file.path) ? await readDescription(file, run, into) : await readConfig(file, run, into);
      const more = (left.get(id) ?? 1) - 1;
      left.set(id, more);
      if (records !== null) {
        if (!first.has(id)) first.set(id, into.read.length);
        into.read.push({ file: file.path, records, links: 0 });
      } else if (isLog(file.path)) into.skipped.push({ file: file.path, why: "it is no log of a run" });
      if (more > 0) continue;
      // The links of a run are counted once, at the first of its files.
      const [links, at] = [record(id), first.get(id)];
      if (at !== undefined) into.read[at] = { ...into.read[at]!, links };
    }
    // Runs of answers alone are counted at the first answer.
    const rest = [...runs.keys()].reduce((sum, id) => sum + record(id), 0);
    for (const [at, each] of answered.entries()) into.read.push({ ...each, links: at === 0 ? rest : 0 });
    matchNames(named, into);
  },
};

/** The run that a file is of. */
const idAt = (path: string): string => runAt(path)?.id ?? /run-([A-Za-z0-9_-]+)\.wandb$/.exec(path)?.[1] ?? path;

async function readAnswers(files: readonly SourceFile[], runs: Map<string, Run>, into: Evidence): Promise<{ readonly file: string; readonly records: number }[]> {
  const reader = new AnswerReader(runs, into);
  const read: { readonly file: string; readonly records: number }[] = [];
  for (const file of files) {
    const records = await reader.take(file);
    if (records !== null) read.push({ file: file.path, records });
  }
  return read;
}

async function readConfig(file: SourceFile, run: Run, into: Evidence): Promise<number | null> {
  const { documents, lost } = await readYamlMappings(file, maxBytes, into);
  // What it trained on and began from may stand there.
  if (lost) for (const kind of ["model", "dataset"] as const) run.unread.add(kind);
  for (const { root, sha256 } of documents) {
    for (const [key, entry] of root.entries ?? []) {
      if (tellingOf(key) !== null) pushAll(run.logged, loggedIn(key, valueAt(entry, "value") ?? (entry.entries === null ? entry : null), (value) => ({ file: file.path, line: value.line, sha256 })));
    }
  }
  return documents.length === 0 ? null : 1;
}

/** On which machine it ran is not read, and of the arguments only those that tell of a model or of data. */
async function readDescription(file: SourceFile, run: Run, into: Evidence): Promise<number | null> {
  const document = await readMapping(file, "json", maxBytes, into);
  if (document === null) return null;
  run.repository ??= textAt(document.root, "git", "remote");
  run.commit ??= textAt(document.root, "git", "commit");
  const user = textAt(document.root, "username") ?? textAt(document.root, "email");
  if (user !== null) run.user ??= { name: user, at: { file: file.path, line: document.root.line, where: "user", sha256: document.sha256 } };
  const words = valueAt(document.root, "args")?.items ?? [];
  for (const [at, word] of words.entries()) {
    const [, key, inline] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/.exec(word.text) ?? [];
    const value = inline ?? words[at + 1]?.text ?? "";
    if (key !== undefined && value !== "" && !value.startsWith("-") && tellingOf(key.replaceAll("-", "_")) !== null) run.logged.push({ key: key.replaceAll("-", "_"), value, at: { file: file.path, line: word.line, sha256: document.sha256 } });
  }
  return 1;
}
