import { sha256 } from "@cleartitle/norms";
import { readValue } from "../document.js";
import type { Evidence } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { Reader } from "../reader.js";
import { soundLines } from "../sound-lines.js";
import type { SourceFile } from "../source-file.js";
import { ActRecorder } from "./act.js";
import { eventFrom } from "./event.js";
import { eventsOfAnswer, looksLikeAnswer } from "./marquez.js";

const maxBytes = 67_108_864;
const maxLine = 16_777_216;

/** Events of pipelines, one or a list in a file or one on each line; and what a server that collects them answers. */
export const openLineage: Reader = {
  id: "openlineage",
  title: "Events of pipelines (OpenLineage; JSON, JSON lines), answers of Marquez",
  detect({ path, head }) {
    if (!/\.(json|jsonl|ndjson|log)$/i.test(path) || !/^\s*[[{]/.test(head)) return "no";
    if (/"schemaURL"\s*:\s*"https:\/\/openlineage\.io\/spec/.test(head)) return "yes";
    if (looksLikeAnswer(head) && /\.json$/i.test(path)) return "yes";
    return /"eventType"\s*:\s*"(START|RUNNING|COMPLETE|ABORT|FAIL|OTHER)"/.test(head) && /"job"\s*:/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    const acts = new ActRecorder(into);
    for (const file of files) await (/\.(jsonl|ndjson|log)$/i.test(file.path) ? readLines(file, acts, into) : readWholeFile(file, acts, into));
    acts.record();
  },
};

async function readWholeFile(file: SourceFile, acts: ActRecorder, into: Evidence): Promise<void> {
  const document = await readValue(file, "json", maxBytes, into);
  if (document === null) return;
  const answer = isEvent(document.root) ? null : eventsOfAnswer(document.root);
  if (answer !== null && answer.length > 0) {
    for (const event of answer) acts.take(event, document);
    into.read.push({ file: file.path, records: answer.length, links: 0 });
    return;
  }
  const events = document.root.items ?? [document.root];
  const taken = events.filter((value) => {
    const event = eventFrom(value);
    if (event === null) into.problem("wrong-type", "an event that names neither a run nor a job nor a data set", { file: file.path, line: value.line, column: value.column }, "it was passed over");
    else acts.take(event, document);
    return event !== null;
  });
  if (taken.length > 0) into.read.push({ file: file.path, records: taken.length, links: 0 });
  else into.skipped.push({ file: file.path, why: "it holds no event" });
}

const isEvent = (value: YamlValue): boolean => textAt(value, "eventType") !== null || textAt(value, "eventTime") !== null;

async function readLines(file: SourceFile, acts: ActRecorder, into: Evidence): Promise<void> {
  let records = 0;
  for await (const line of soundLines(file, maxLine, into)) {
    const at = { file: file.path, line: line.number };
    const { root, problems } = readForeignJson(line.text, file.path);
    const event = root === null ? null : eventFrom(root);
    for (const each of problems) into.problem(each.code, each.message, { ...at, column: each.column ?? 1 }, "the line was passed over");
    if (event === null && problems.length === 0) into.problem("wrong-type", "a line that is no event", at, "the line was passed over");
    if (event === null || root === null) continue;
    records += 1;
    acts.take(event, { file: file.path, root: { ...root, line: line.number }, sha256: sha256(line.text).slice(7) }, line.number);
  }
  into.read.push({ file: file.path, records, links: 0 });
}
