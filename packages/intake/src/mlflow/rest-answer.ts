import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import type { Logged } from "../telling.js";
import { dateOf, modelId } from "./store.js";
import type { Input, LoggedDataset, LoggedModel, Registered, Run, Store } from "./store.js";

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
const each = (root: YamlValue, one: string, many: string): readonly YamlValue[] => {
  const single = valueAt(root, one);
  return [...itemsAt(root, many), ...(single?.entries == null ? [] : [single])];
};

/** Puts the answers of one server together: what runs took in is in their own records, as a name, a digest of a sample and a source. */
export class AnswerReader {
  readonly #runs = new Map<string, Run>();
  readonly #datasets = new Map<string, LoggedDataset>();
  readonly #inputs: Input[] = [];
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
      experiments: each(root, "experiment", "experiments"), runs: each(root, "run", "runs"), models: each(root, "model", "models").filter((model) => textAt(model, "info", "model_id") !== null),
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
      for (const version of itemsAt(name, "latest_versions")) this.#version(document, version);
    }
    for (const version of found.versions) this.#version(document, version);
    return Object.values(found).reduce((sum, list) => sum + list.length, 0);
  }

  #logged(document: DocumentRead, ...lists: readonly (readonly YamlValue[])[]): Logged[] {
    return lists.flat().flatMap((entry) => {
      const [key, value] = [textAt(entry, "key"), textAt(entry, "value")];
      return key === null || value === null || tellingOf(key) === null ? [] : [{ key, value, at: placeIn(document, entry) }];
    });
  }

  #run(document: DocumentRead, run: YamlValue): void {
    const id = textAt(run, "info", "run_id") ?? textAt(run, "info", "run_uuid");
    const experiment = textAt(run, "info", "experiment_id") ?? "";
    if (id === null) {
      this.into.problem("missing-key", "a run without its `run_id`", { file: document.file, line: run.line, column: run.column }, "save the server's answers as they are; the run was passed over");
      return;
    }
    if (textAt(run, "info", "lifecycle_stage") === "deleted") return;
    const at = placeIn(document, run);
    const logged = this.#logged(document, itemsAt(run, "data", "tags"), itemsAt(run, "data", "params"));
    this.#runs.set(id, {
      id, at, experiment, from: dateOf(textAt(run, "info", "start_time")), to: dateOf(textAt(run, "info", "end_time")), logged, user: textAt(run, "info", "user_id") ?? textAt(itemsAt(run, "data", "tags").find((tag) => textAt(tag, "key") === "mlflow.user"), "value"),
      took: itemsAt(run, "inputs", "model_inputs").map((input) => textAt(input, "model_id")).filter((model) => model !== null).map(modelId),
    });
    for (const input of itemsAt(run, "inputs", "dataset_inputs")) this.#input(document, input, id, experiment);
    for (const output of itemsAt(run, "outputs", "model_outputs")) {
      const model = textAt(output, "model_id");
      if (model !== null) this.#models.push({ id: modelId(model), run: id, at, logged: [] });
    }
  }

  /** The server does not give the id of a data set. Within one experiment, its name and digest are what the server itself tells data sets apart by. */
  #input(document: DocumentRead, input: YamlValue, run: string, experiment: string): void {
    const dataset = valueAt(input, "dataset");
    const [name, sample] = [textAt(dataset, "name") ?? "", textAt(dataset, "digest")];
    if (dataset === undefined || (name === "" && sample === null)) return;
    const id = `${this.root}/${experiment}/${name}@${sample ?? ""}`;
    this.#datasets.set(id, { id, name, sample, sourceType: textAt(dataset, "source_type") ?? "", source: textAt(dataset, "source") ?? "", at: placeIn(document, dataset) });
    const context = itemsAt(input, "tags").find((tag) => textAt(tag, "key") === "mlflow.data.context");
    this.#inputs.push({ run, dataset: id, context: textAt(context, "value") });
  }

  #model(document: DocumentRead, model: YamlValue): void {
    const info = valueAt(model, "info");
    if (textAt(info, "lifecycle_stage") === "deleted") return;
    const logged = this.#logged(document, itemsAt(info, "tags"), itemsAt(model, "data", "params"));
    this.#models.push({ id: modelId(textAt(info, "model_id") ?? ""), run: textAt(info, "source_run_id"), at: placeIn(document, model), logged });
  }

  #name(document: DocumentRead, entry: YamlValue): void {
    const name = textAt(entry, "name");
    if (name !== null) this.#registered.set(name, { name, version: null, run: null, source: null, at: placeIn(document, entry), logged: this.#logged(document, itemsAt(entry, "tags")) });
  }

  #version(document: DocumentRead, entry: YamlValue): void {
    const [name, version, model] = [textAt(entry, "name"), textAt(entry, "version"), textAt(entry, "model_id")];
    if (name === null || version === null) return;
    const key = `${name}\n${version}`;
    const at: Place = placeIn(document, entry);
    const source = model === null ? textAt(entry, "source") : `models:/${model}`;
    const known = this.#registered.get(key);
    const logged = this.#logged(document, itemsAt(entry, "tags"));
    // The newest version of a name stands in the answer on names and in that on versions: once is enough.
    if (known === undefined || known.logged.length < logged.length) this.#registered.set(key, { name, version, run: textAt(entry, "run_id"), source, at, logged });
  }

  store(): Store {
    const runs = [...this.#runs.values()].filter((run) => run.experiment === undefined || !this.#deleted.has(run.experiment));
    const kept = new Set(runs.map((run) => run.id));
    const gone = new Set([...this.#runs.keys()].filter((id) => !kept.has(id)));
    return {
      root: this.root, runs, datasets: [...this.#datasets.values()], inputs: this.#inputs,
      models: this.#models.filter((model) => model.run === null || !gone.has(model.run)), registered: [...this.#registered.values()],
    };
  }
}
