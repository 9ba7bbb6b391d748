import { sha256 } from "@cleartitle/norms";
import { ownAssetKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import { readValue } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { AssetEntry, Evidence } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import { itemsAt, textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf, publisherOf } from "../hub-id.js";
import { identified } from "../identifier.js";
import type { Reader } from "../reader.js";
import { partOfLicenseKey, scopeOfWord } from "../license-scope.js";
import { recordNamed } from "../named.js";
import { recordRemark } from "../remark.js";
import { soundLines } from "../sound-lines.js";
import type { SourceFile } from "../source-file.js";
import { eventFrom } from "./event.js";
import type { EventDataset, LineageEvent } from "./event.js";
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

interface Act {
  readonly inputs: Set<string>;
  readonly outputs: Set<string>;
  readonly code: Set<string>;
  readonly job: string | null;
  readonly days: string[];
  own: LineageEvent["own"];
  ended: "well" | "ill" | null;
}

/** Puts the events of each act together: inputs often stand in the first event and outputs in the last. An act that failed made nothing. */
class ActRecorder {
  readonly #acts = new Map<string, Act>();

  constructor(private readonly into: Evidence) {}

  take(event: LineageEvent, document: DocumentRead, line?: number): void {
    for (const dataset of [...event.inputs, ...event.outputs]) this.#dataset(dataset, document, line);
    for (const output of event.outputs) for (const id of output.columns) this.into.mention(id, "dataset");
    if (event.act === null) return;
    const known = this.#acts.get(event.act) ?? { inputs: new Set<string>(), outputs: new Set<string>(), code: new Set<string>(), job: event.job, days: [], own: null, ended: null };
    this.#acts.set(event.act, known);
    for (const each of event.inputs) known.inputs.add(each.id);
    for (const each of event.outputs) {
      known.outputs.add(each.id);
      for (const id of each.columns) known.inputs.add(id);
    }
    if (event.code !== null) {
      const found = identified(event.code.address);
      if (found !== null) known.code.add(this.into.mention(found.id, "code"));
    }
    if (event.day !== null) known.days.push(event.day);
    known.own ??= event.own;
    if (event.type === "COMPLETE") known.ended = "well";
    else if ((event.type === "FAIL" || event.type === "ABORT") && known.ended === null) known.ended = "ill";
  }

  #dataset({ id, value, symlinks, own }: EventDataset, document: DocumentRead, line?: number): void {
    const kind = own === null ? "dataset" : (ownAssetKind(ownWord(textAt(own, "kind") ?? "")) ?? identified(id)?.kind ?? "dataset");
    // An event of an act names its things; what they are stands in events of their own.
    if (textAt(own, "undescribed") === "true") this.into.mention(id, kind);
    else this.into.asset({ id, kind, source: ownSource(textAt(own, "source")) ?? id, licensor: ownParty(textAt(own, "licensor")) === null ? null : (publisherOf(id) ?? ownParty(textAt(own, "licensor"))), ...saidOf(own) });
    for (const each of itemsAt(own, "remark")) recordRemark(each.text, id, { file: document.file, line: line ?? each.line, sha256: document.sha256 }, this.into);
    const at = { file: document.file, line: line ?? value.line, sha256: document.sha256 };
    for (const other of symlinks) if (other !== id) this.into.alternate(id, other, "high", "its record has both names", at);
    for (const owner of itemsAt(value, "facets", "ownership", "owners")) recordNamed(id, "owner", { ...owner, line: at.line }, document, this.into);
    // A server's own tags are words without a value.
    for (const tag of itemsAt(value, "tags")) {
      const [, name] = /^licen[cs]e\s*[:=]\s*(.+)$/i.exec(tag.text) ?? [];
      if (name !== undefined) this.into.license({ asset: id, names: [name.trim()], raw: tag.text, at: { ...at, line: line ?? tag.line } });
    }
    for (const tag of itemsAt(value, "facets", "tags", "tags")) {
      const [key, text] = [textAt(tag, "key")?.toLowerCase() ?? "", textAt(tag, "value") ?? ""];
      const part = partOfLicenseKey(key);
      if (part !== null) this.into.license({ asset: id, names: [text], raw: text, scope: scopeOfWord(part, kind), at: { ...at, line: line ?? tag.line } });
      else if (/^(?:licen[cs]e[_.-]?(?:url|link)|terms(?:[_.-]?url)?)$/.test(key) && text !== "") this.into.statement({ asset: id, what: "license-link", raw: text, value: text, at: { ...at, line: line ?? tag.line } });
    }
  }

  #stated(activity: string, { inputs, outputs }: Act, { by, who, during }: NonNullable<LineageEvent["own"]>): void {
    const from = [...inputs].toSorted();
    for (const to of outputs.size === 0 ? [null] : outputs) {
      const acted = to ?? from[0];
      if (acted !== undefined) this.into.derivation({ from, to, by, who: who ?? makerOf(acted), activity, during });
    }
  }

  record(): void {
    for (const [id, act] of this.#acts) {
      if (act.ended === "ill") {
        this.into.finding("act-failed", null, `the run \`${id}\` of \`${act.job ?? ""}\` failed: what it would have made is not recorded as made`, "nothing, if it was run again");
        continue;
      }
      if (act.own !== null) {
        this.#stated(id, act, act.own);
        continue;
      }
      const days = act.days.toSorted();
      const during = { from: days[0] ?? null, to: days.at(-1) ?? null };
      for (const to of act.outputs) {
        const from = [...act.inputs].filter((each) => each !== to);
        this.into.derivation({ from, to, by: "curate", who: this.into.us, during, assumed: "events of a pipeline do not say what was done" });
        this.into.derivation({ from: [...act.code], to, by: "generate", who: this.into.us, during, assumed: "the job's code is taken as run, not as taken in" });
      }
    }
  }
}

/** What an event of ours says of a thing. */
function saidOf(own: YamlValue | null): Partial<AssetEntry> {
  return {
    version: textAt(own, "version"), digest: textAt(own, "digest"), modality: itemsAt(own, "modality").map((each) => each.text.trim()).filter((each) => each !== ""),
    upstream: ownUpstream(textAt(own, "upstream")),
  };
}
