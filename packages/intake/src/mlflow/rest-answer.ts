import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import type { Logged } from "../telling.js";
import { standsFor } from "../unread-source.js";
import { dateOf, modelId } from "./store.js";
import type { Input, LoggedDataset, LoggedModel, Registered, Run, Store, Taken } from "./store.js";

const maxBytes = 134_217_728;

export const isAnswer = (path: string): boolean => /\.json$/i.test(path);

/** Whether a text begins like an answer of the tracking server: of runs, logged models, or the registry. */
export function looksLikeAnswer(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false;
  if (/"(?:registered_models?|model_versions?)"\s*:\s*[[{]/.test(head) && /"(?:creation_timestamp|last_updated_timestamp|current_stage|name)"\s*:/.test(head)) return true;
  if (/"runs?"\s*:\s*[[{]/.test(head) && /"run_(?:uuid|id)"\s*:/.test(head) && /"(?:artifact_uri|lifecycle_stage|experiment_id)"\s*:/.test(head)) return true;
  if (/"experiments?"\s*:\s*[[{]/.test(head) && /"(?:artifact_location|lifecycle_stage)"\s*:/.test(head)) return true;
  return /"models?"\s*:\s*[[{]/.test(head) && /"model_id"\s*:\s*"m-[0-9a-f]{32}"/.test(head);
}

/** Answers of one server lie in one folder, or below one at the addresses that were asked. */
export const rootOf = (path: string): string => path.replace(/(?:(?:ajax-)?api\/[\d.]+\/(?:preview\/)?mlflow\/.*|[^/]*)$/, "").replace(/\/$/, "") || "mlflow";

/** One or several, as requests for one thing and searches answer. */
const each = (root: YamlValue, one: string, many: string): readonly YamlValue[] => [...placedAt(root, many), ...placedAt(root, one)];

/** Puts the answers of one server together: what runs took in is in their own records, as a name, a digest of a sample and a source. */
export class AnswerReader {
  readonly #runs = new Map<string, Run>();
  readonly #datasets = new Map<string, LoggedDataset>();
  readonly #inputs: Input[] = [];
  readonly #took: Taken[] = [];
  readonly #models: LoggedModel[] = [];
  readonly #registered = new Map<string, Registered>();
  readonly #deleted = new Set<string>();

  constructor(private readonly root: string, private readonly into: Evidence) {}

  /** Takes one answer; returns the number of its records, `null` for what is none. */
  async take(file: SourceFile): Promise<number | null> {
    const document = await readMapping(file, "json", maxBytes, this.into);
    if (document === null) return null;
    const { root } = document;
    const found = {
      experiments: each(root, "experiment", "experiments"), runs: each(root, "run", "runs"), models: each(root, "model", "models"),
      names: each(root, "registered_model", "registered_models"), versions: each(root, "model_version", "model_versions"),
    };
    if (!["experiment", "run", "model", "registered_model", "model_version"].some((key) => valueAt(root, key) !== undefined || valueAt(root, `${key}s`) !== undefined)) {
      this.into.skipped.push({ file: file.path, why: "no answer of a tracking server" });
      return null;
    }
    for (const experiment of found.experiments) if (textAt(experiment, "lifecycle_stage") === "deleted") this.#deleted.add(textAt(experiment, "experiment_id") ?? "");
    for (const run of found.runs) this.#run(document, run);
    for (const model of found.models) this.#model(document, model);
    for (const name of found.names) {
      this.#name(document, name);
      for (const version of placedAt(name, "latest_versions")) this.#version(document, version);
    }
    for (const version of found.versions) this.#version(document, version);
    return Object.values(found).reduce((sum, list) => sum + list.length, 0);
  }

  #tell(document: DocumentRead, value: YamlValue, message: string, hint: string): void {
    this.into.problem(value.entries === null ? "wrong-type" : "missing-key", message, { file: document.file, line: value.line, column: value.column }, hint);
  }

  #logged(document: DocumentRead, ...lists: readonly (readonly YamlValue[])[]): Logged[] {
    return lists.flat().flatMap((entry) => {
      const [key, value] = [textAt(entry, "key"), valueAt(entry, "value")];
      if (key === null || value === undefined || tellingOf(key) === null) return [];
      if (value.entries === null && value.items === null) return value.text.trim() === "" ? [] : [{ key, value: value.text.trim(), at: placeIn(document, entry) }];
      this.#tell(document, value, `the value of \`${key.slice(0, 100)}\` is no text`, `write it as a text; ${standsFor}`);
      return [{ key, value: JSON.stringify(jsonOf(value)), unread: true, at: placeIn(document, entry) }];
    });
  }

  #run(document: DocumentRead, run: YamlValue): void {
    const named = textAt(run, "info", "run_id") ?? textAt(run, "info", "run_uuid");
    const experiment = textAt(run, "info", "experiment_id") ?? "";
    if (named === null) this.#tell(document, run, "a run without its `run_id`", "save the server's answers as they are; what the run took in and made was read");
    const id = named ?? `${document.file}#${run.line}:${run.column}`;
    if (textAt(run, "info", "lifecycle_stage") === "deleted") return;
    const at = placeIn(document, run);
    const logged = this.#logged(document, placedAt(run, "data", "tags"), placedAt(run, "data", "params"));
    this.#runs.set(id, {
      id, at, experiment, from: dateOf(textAt(run, "info", "start_time")), to: dateOf(textAt(run, "info", "end_time")), logged, user: textAt(run, "info", "user_id") ?? textAt(placedAt(run, "data", "tags").find((tag) => textAt(tag, "key") === "mlflow.user"), "value"),
    });
    for (const input of placedAt(run, "inputs", "dataset_inputs")) this.#input(document, input, id, experiment);
    for (const input of placedAt(run, "inputs", "model_inputs")) {
      const model = textAt(input, "model_id");
      if (model === null) this.#tell(document, input, "a model that a run took in, without its `model_id`", `write its \`model_id\`; ${standsFor}`);
      this.#took.push({ run: id, model: model === null ? null : modelId(model) });
    }
    for (const output of placedAt(run, "outputs", "model_outputs")) {
      const model = textAt(output, "model_id");
      if (model === null) this.#tell(document, output, "a model that a run made, without its `model_id`", "write its `model_id`; it was passed over");
      else this.#models.push({ id: modelId(model), run: id, at, logged: [] });
    }
  }

  /** The server does not give the id of a data set. Within one experiment, its name and digest are what the server itself tells data sets apart by. */
  #input(document: DocumentRead, input: YamlValue, run: string, experiment: string): void {
    const dataset = valueAt(input, "dataset");
    const [name, sample] = [textAt(dataset, "name") ?? "", textAt(dataset, "digest")];
    const context = textAt(placedAt(input, "tags").find((tag) => textAt(tag, "key") === "mlflow.data.context"), "value");
    if (dataset === undefined || (name === "" && sample === null)) {
      this.#tell(document, input, "a data set that a run took in, without a `name` and a `digest`", `write its \`dataset\` with both; ${standsFor}`);
      this.#inputs.push({ run, dataset: null, context });
      return;
    }
    const id = `${this.root}/${experiment}/${name}@${sample ?? ""}`;
    this.#datasets.set(id, { id, name, sample, sourceType: textAt(dataset, "source_type") ?? "", source: textAt(dataset, "source") ?? "", at: placeIn(document, dataset) });
    this.#inputs.push({ run, dataset: id, context });
  }

  #model(document: DocumentRead, model: YamlValue): void {
    const info = valueAt(model, "info");
    if (textAt(info, "lifecycle_stage") === "deleted") return;
    const id = textAt(info, "model_id");
    if (id === null) return this.#tell(document, model, "a logged model without its `model_id`", "save the server's answers as they are; it was passed over");
    const logged = this.#logged(document, placedAt(info, "tags"), placedAt(model, "data", "params"));
    this.#models.push({ id: modelId(id), run: textAt(info, "source_run_id"), at: placeIn(document, model), logged });
  }

  #name(document: DocumentRead, entry: YamlValue): void {
    const name = textAt(entry, "name");
    if (name === null) this.#tell(document, entry, "a registered model without its `name`", "save the server's answers as they are; it was passed over");
    else this.#registered.set(name, { name, version: null, run: null, source: null, at: placeIn(document, entry), logged: this.#logged(document, placedAt(entry, "tags")) });
  }

  #version(document: DocumentRead, entry: YamlValue): void {
    const [name, version, model] = [textAt(entry, "name"), textAt(entry, "version"), textAt(entry, "model_id")];
    if (name === null || version === null) return this.#tell(document, entry, "a version of a registered model without its `name` or `version`", "save the server's answers as they are; it was passed over");
    const key = `${name}\n${version}`;
    const at: Place = placeIn(document, entry);
    const source = model === null ? textAt(entry, "source") : `models:/${model}`;
    const known = this.#registered.get(key);
    const logged = this.#logged(document, placedAt(entry, "tags"));
    // The newest version of a name stands in the answer on names and in that on versions: once is enough.
    if (known === undefined || known.logged.length < logged.length) this.#registered.set(key, { name, version, run: textAt(entry, "run_id"), source, at, logged });
  }

  store(): Store {
    const runs = [...this.#runs.values()].filter((run) => run.experiment === undefined || !this.#deleted.has(run.experiment));
    const kept = new Set(runs.map((run) => run.id));
    const gone = new Set([...this.#runs.keys()].filter((id) => !kept.has(id)));
    return {
      root: this.root, runs, datasets: [...this.#datasets.values()], inputs: this.#inputs, took: this.#took,
      models: this.#models.filter((model) => model.run === null || !gone.has(model.run)), registered: [...this.#registered.values()],
    };
  }
}
