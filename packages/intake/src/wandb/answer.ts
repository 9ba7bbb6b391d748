import { pushAll } from "@cleartitle/norms";
import { placeIn, readValue } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import { itemsAt, jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { isNothing, placedAt } from "../name-place.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import { standsFor } from "../unread-source.js";
import { loggedIn } from "./logged.js";
import { kindOf } from "./record.js";
import { emptyRun, runAt } from "./run.js";
import type { Artifact, Run } from "./run.js";

const maxBytes = 134_217_728;

export const isAnswer = (path: string): boolean => /\.json$/i.test(path) && runAt(path) === null;

/** Whether a text begins like an answer in GraphQL on runs or artifacts, or like runs that a program exported with what they took in and made. */
export function looksLikeAnswer(head: string): boolean {
  if (/^\s*[[{]/.test(head) && /"(?:used_artifacts|logged_artifacts)"\s*:\s*\[/.test(head)) return true;
  return /^\s*\{\s*"(?:data|errors|extensions)"\s*:/.test(head) && /"(?:inputArtifacts|outputArtifacts|artifactSequence|artifactType|usedBy|summaryMetrics|artifactCollections?)"\s*:/.test(head);
}

/** In which project something was found: names of runs and artifacts are given within one. */
interface Within {
  readonly entity: string | null;
  readonly project: string | null;
}

const nodesAt = (value: YamlValue, key: string): YamlValue[] => itemsAt(value, key, "edges").map((edge) => valueAt(edge, "node")).filter((node) => node?.entries != null) as YamlValue[];

const runKeys = ["inputArtifacts", "outputArtifacts", "used_artifacts", "logged_artifacts"];
const has = (value: YamlValue, keys: readonly string[]): boolean => (value.entries ?? []).some(([key]) => keys.includes(key));

/**
 * Reads an answer whatever was asked: a run is what has lists of artifacts, or a name and a configuration; an artifact is what has a digest and a type.
 */
export class AnswerReader {
  records = 0;

  constructor(private readonly runs: Map<string, Run>, private readonly into: Evidence) {}

  async take(file: SourceFile): Promise<number | null> {
    const document = await readValue(file, "json", maxBytes, this.into);
    if (document === null) return null;
    this.records = 0;
    for (const error of itemsAt(document.root, "errors")) {
      this.into.problem("bad-value", `the server answered with an error: ${(textAt(error, "message") ?? "").slice(0, 200)}`, { file: file.path, line: error.line, column: error.column }, "ask again; what it did answer was read");
    }
    this.#walk(document, document.root, { entity: null, project: null });
    if (this.records > 0) return this.records;
    this.into.skipped.push({ file: file.path, why: "it holds no run and no artifact" });
    return null;
  }

  #walk(document: DocumentRead, value: YamlValue, within: Within): void {
    for (const item of value.items ?? []) this.#walk(document, item, within);
    if (value.entries === null) return;
    const inner = withinOf(value, within);
    if (isRun(value)) return this.#run(document, value, inner);
    if (isArtifact(value)) return this.#artifact(document, value, inner);
    for (const [, each] of value.entries) this.#walk(document, each, inner);
  }

  /** The run by the name that the service gave it; `null` with a problem for one without. */
  #named(document: DocumentRead, value: YamlValue, within: Within): Run | null {
    const name = textAt(value, "name") ?? textAt(value, "id");
    if (name === null || name.length > 200) {
      this.into.problem("missing-key", "a run without its name", { file: document.file, line: value.line, column: value.column }, "ask for the name of the run too; what stands in it was passed over");
      return null;
    }
    const key = [within.entity, within.project, name].filter((each) => each !== null).join("/");
    const run = this.runs.get(key) ?? emptyRun(name, null);
    this.runs.set(key, run);
    run.entity ??= within.entity;
    run.project ??= within.project;
    run.day ??= /^\d{4}-\d{2}-\d{2}/.exec(textAt(value, "createdAt") ?? textAt(value, "created_at") ?? "")?.[0] ?? null;
    return run;
  }

  #run(document: DocumentRead, value: YamlValue, within: Within): void {
    const run = this.#named(document, value, within);
    if (run === null) return;
    this.records += 1;
    run.commit ??= textAt(value, "commit") ?? textAt(value, "metadata", "git", "commit");
    run.repository ??= textAt(value, "github") ?? textAt(value, "repo") ?? textAt(value, "metadata", "git", "remote");
    const user = textAt(value, "user", "name") ?? textAt(value, "user", "username") ?? textAt(value, "user");
    if (user !== null) run.user ??= { name: user, at: { ...placeIn(document, value), where: `L${value.line} user` } };
    this.#config(document, value, run);
    for (const node of [...nodesAt(value, "outputArtifacts"), ...itemsAt(value, "logged_artifacts")]) if (node.entries !== null) run.made.push(artifactIn(document, node, within));
    // An edge whose node is nothing, as of what was deleted since, went in all the same.
    for (const node of [...placedAt(value, "inputArtifacts", "edges").map((edge) => valueAt(edge, "node") ?? edge), ...placedAt(value, "used_artifacts")]) this.#used(document, node, run, within);
    if (nodesAt(value, "artifacts").length > 0) this.into.finding("not-read-whole", null, `an answer on the run \`${run.id}\` lists artifacts and does not say whether they went in or came out`, "ask for `inputArtifacts` and `outputArtifacts` under these names");
  }

  /** The configuration, as an object or, as the service answers it, as JSON in a text. */
  #config(document: DocumentRead, value: YamlValue, run: Run): void {
    const config = valueAt(value, "config");
    if (config === undefined || isNothing(config)) return;
    const root = config.entries === null && config.items === null ? readForeignJson(config.text, document.file).root : config;
    if (root?.entries == null) {
      this.into.problem("wrong-type", `the configuration of the run \`${run.id.slice(0, 100)}\` is neither an object nor one in JSON`, { file: document.file, line: config.line, column: config.column }, `ask for it again; ${standsFor}`);
      for (const kind of ["model", "dataset"] as const) run.unread.add(kind);
    }
    for (const [key, entry] of root?.entries ?? []) {
      if (tellingOf(key) !== null) pushAll(run.logged, loggedIn(key, valueAt(entry, "value") ?? entry, (each) => placeIn(document, config.entries === null ? config : each)));
    }
  }

  #used(document: DocumentRead, node: YamlValue, run: Run, within: Within): void {
    const artifact = artifactIn(document, node, within);
    const kind = kindOf(artifact.type);
    if (artifact.digest !== null || ["name", "qualified_name", "artifactSequence", "artifactCollection"].some((key) => textAt(node, key) !== null || textAt(node, key, "name") !== null)) run.used.push(artifact);
    else if (kind !== null) {
      this.into.problem("missing-key", `an artifact that the run \`${run.id.slice(0, 100)}\` took in, without its name and its digest`, { file: document.file, line: node.line, column: node.column }, `ask for the digest of the artifact; ${standsFor}`);
      run.unread.add(kind);
    }
  }

  /** An artifact with the run that made it and those that took it in, as far as they were asked for. */
  #artifact(document: DocumentRead, value: YamlValue, within: Within): void {
    this.records += 1;
    const artifact = artifactIn(document, value, within);
    const maker = valueAt(value, "createdBy");
    const made = maker?.entries != null && textAt(maker, "name") !== null && textAt(maker, "__typename") !== "User" ? this.#named(document, maker, withinOf(maker, within)) : null;
    if (made === null) {
      // Artifacts of which nobody asked the version have one name.
      const id = `artifact/${artifact.name}`;
      const alone = this.runs.get(id) ?? emptyRun(id, null);
      alone.made.push(artifact);
      this.runs.set(id, alone);
    } else made.made.push(artifact);
    for (const user of nodesAt(value, "usedBy")) this.#named(document, user, withinOf(user, within))?.used.push(artifact);
  }
}

const isRun = (value: YamlValue): boolean => textAt(value, "__typename") === "Run" || has(value, runKeys) || (has(value, ["config"]) && has(value, ["name", "id"]) && has(value, ["summaryMetrics", "displayName", "state", "commit"]));
const isArtifact = (value: YamlValue): boolean => has(value, ["digest"]) && has(value, ["artifactType", "artifactSequence", "versionIndex"]);

function withinOf(value: YamlValue, outer: Within): Within {
  const project = valueAt(value, "project");
  const told = textAt(value, "entityName") !== null ? value : project?.entries != null ? project : null;
  if (told !== null && textAt(told, "name") !== null) return { entity: textAt(told, "entityName") ?? textAt(told, "entity", "name") ?? textAt(value, "entity") ?? outer.entity, project: textAt(told, "name") };
  const [entity, name] = [textAt(value, "entity"), textAt(value, "project")];
  return { entity: entity ?? outer.entity, project: name ?? outer.project };
}

/** Every artifact under the name by which the service knows it: entity, project, name and version. */
function artifactIn(document: DocumentRead, value: YamlValue, within: Within): Artifact {
  const collection = valueAt(value, "artifactSequence") ?? valueAt(value, "artifactCollection");
  const place = collection === undefined ? within : withinOf(collection, within);
  const version = textAt(value, "versionIndex") ?? textAt(value, "version")?.replace(/^v/, "") ?? null;
  const plain = textAt(collection, "name") ?? textAt(value, "name") ?? "artifact";
  const versioned = plain.includes(":") || version === null ? plain : `${plain}:v${version}`;
  const name = textAt(value, "qualified_name") ?? (place.entity === null || place.project === null || versioned.includes("/") ? versioned : `${place.entity}/${place.project}/${versioned}`);
  const metadata = valueAt(value, "metadata");
  return {
    type: textAt(value, "artifactType", "name") ?? textAt(value, "type") ?? "", name, digest: textAt(value, "digest"), at: placeIn(document, value),
    metadata: metadata?.entries == null ? (metadata?.text ?? null) : JSON.stringify(jsonOf(metadata)),
  };
}
