import { readMapping } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import { AnswerReader, isAnswer, looksLikeAnswer } from "./answer.js";
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
    const counts: { readonly file: string; readonly run: string; readonly records: number }[] = [];
    const answered = await readAnswers(files.filter((each) => isAnswer(each.path)), runs, into);
    for (const file of files.filter((each) => !isAnswer(each.path))) {
      const place = runAt(file.path);
      const id = place?.id ?? /run-([A-Za-z0-9_-]+)\.wandb$/.exec(file.path)?.[1] ?? file.path;
      const run = runs.get(id) ?? emptyRun(id, place?.day ?? null);
      runs.set(id, run);
      const records = isLog(file.path) ? await readLog(file, run, into) : /\.json$/i.test(file.path) ? await readDescription(file, run, into) : await readConfig(file, run, into);
      if (records === null) {
        if (isLog(file.path)) into.skipped.push({ file: file.path, why: "it is no log of a run" });
      } else counts.push({ file: file.path, run: id, records });
    }
    const links = new Map<string, number>();
    const named: NamedDigest[] = [];
    for (const [id, run] of runs) {
      links.set(id, recordRun(run, into));
      for (const each of namedDigests(run)) named.push(each);
      // What was recorded is not held a second time.
      runs.delete(id);
    }
    matchNames(named, into);
    for (const { file, run, records } of counts) {
      // The links of a run are counted once, at the first of its files.
      into.read.push({ file, records, links: links.get(run) ?? 0 });
      links.set(run, 0);
    }
    // Runs of answers alone are counted at the first answer.
    const rest = [...links.values()].reduce((sum, each) => sum + each, 0);
    for (const [at, each] of answered.entries()) into.read.push({ ...each, links: at === 0 ? rest : 0 });
  },
};

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
  const document = await readMapping(file, "yaml", maxBytes, into);
  for (const [key, entry] of document?.root.entries ?? []) {
    const value = valueAt(entry, "value");
    if (value !== undefined && value.text.trim() !== "" && tellingOf(key) !== null) run.logged.push({ key, value: value.text, at: { file: file.path, line: value.line, sha256: document?.sha256 ?? null } });
  }
  return document === null ? null : 1;
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
