import { readYamlMappings } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { listedIn } from "../name-place.js";
import { textOf } from "../source-file.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import type { Logged } from "../telling.js";
import { sha256 } from "@cleartitle/norms";
import { standsFor } from "../unread-source.js";
import { dateOf, modelAt, modelId, runModelId } from "./store.js";
import type { Input, LoggedDataset, LoggedModel, Registered, Run, Store, Taken } from "./store.js";

/** What a file of the tree is, by its path. */
export type Spot =
  | { readonly is: "run" | "dataset" | "model" | "name" | "version"; readonly root: string; readonly id: string; readonly version?: string }
  | { readonly is: "input" | "output"; readonly root: string; readonly id: string; readonly run: string }
  | { readonly is: "logged"; readonly root: string; readonly on: "run" | "model" | "name" | "version"; readonly id: string; readonly key: string; readonly kind: string }
  | { readonly is: "mlmodel"; readonly root: string; readonly id: string }
  | { readonly is: "experiment"; readonly root: string; readonly id: string };

const hex = "[0-9a-f]{32}";
const patterns: readonly (readonly [RegExp, (found: Readonly<Record<string, string>>) => Omit<Spot, "root">])[] = [
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/(?<run>${hex})/meta\\.yaml$`), ({ run }) => ({ is: "run", id: run }) as Spot],
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/(?<run>${hex})/inputs/(?<id>[^/]+)/meta\\.yaml$`), ({ run, id }) => ({ is: "input", run, id }) as Spot],
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/(?<run>${hex})/outputs/(?<id>[^/]+)/meta\\.yaml$`), ({ run, id }) => ({ is: "output", run, id }) as Spot],
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/(?<run>${hex})/(?<kind>params|tags|metrics)/(?<key>[^]+)$`), ({ run, key, kind }) => ({ is: "logged", on: "run", id: run, key, kind }) as Spot],
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/datasets/(?<id>[^/]+)/meta\\.yaml$`), ({ id }) => ({ is: "dataset", id }) as Spot],
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/models/(?<id>m-${hex})/meta\\.yaml$`), ({ id }) => ({ is: "model", id }) as Spot],
  [new RegExp(`^(?<root>.*?)(?<experiment>\\d+)/models/(?<id>m-${hex})/(?<kind>params|tags|metrics)/(?<key>[^]+)$`), ({ id, key, kind }) => ({ is: "logged", on: "model", id, key, kind }) as Spot],
  [/^(?<root>.*?)models\/(?<name>[^/]+)\/meta\.yaml$/, ({ name }) => ({ is: "name", id: name }) as Spot],
  [/^(?<root>.*?)models\/(?<name>[^/]+)\/version-(?<version>\d+)\/meta\.yaml$/, ({ name, version }) => ({ is: "version", id: name, version }) as Spot],
  [/^(?<root>.*?)models\/(?<name>[^/]+)\/tags\/(?<key>[^]+)$/, ({ name, key }) => ({ is: "logged", on: "name", id: name, key, kind: "tags" }) as Spot],
  [/^(?<root>.*?)models\/(?<name>[^/]+)\/version-(?<version>\d+)\/tags\/(?<key>[^]+)$/, ({ name, version, key }) => ({ is: "logged", on: "version", id: `${name}/${version}`, key, kind: "tags" }) as Spot],
  [/^(?<root>.*?)(?<id>[^/]*)\/meta\.yaml$/, ({ id }) => ({ is: "experiment", id }) as Spot],
  [/^(?<root>.*?)(?<id>[^]*)\/?MLmodel$/, ({ id }) => ({ is: "mlmodel", id }) as Spot],
];

/** What a path is in a tracking tree; `null` for what is none of its records, and for what was deleted. */
export function spotOf(path: string): Spot | null {
  if (/(^|\/)\.trash\//.test(path)) return null;
  for (const [pattern, make] of patterns) {
    const groups = pattern.exec(path)?.groups;
    if (groups !== undefined) return { ...make(groups), root: groups["root"] ?? "" } as Spot;
  }
  return null;
}

const maxBytes = 4_194_304;

/** Reads one tree: many small files, of which each names its run, model or data set by the folder it lies in. */
export class TreeReader {
  readonly #runs = new Map<string, Omit<Run, "logged">>();
  readonly #datasets: LoggedDataset[] = [];
  readonly #inputs: Input[] = [];
  readonly #took: Taken[] = [];
  readonly #models: Omit<LoggedModel, "logged">[] = [];
  readonly #registered: Omit<Registered, "logged">[] = [];
  readonly #logged = new Map<string, Logged[]>();

  constructor(private readonly root: string, private readonly into: Evidence) {}

  /** Takes one file. Returns whether it was read. */
  async take(file: SourceFile, spot: Spot): Promise<boolean> {
    if (spot.is === "logged") return this.#take(file, `${spot.on}:${spot.id}`, spot.key, spot.kind);
    const { documents, lost } = await readYamlMappings(file, maxBytes, this.into);
    // The run that took something in is known from the folder, whatever the file says.
    if (spot.is === "input" && (lost || documents.length === 0)) this.#inputs.push({ run: spot.run, dataset: null, context: null });
    for (const document of documents) this.#record(document, spot);
    return documents.length > 0;
  }

  async #take(file: SourceFile, owner: string, key: string, kind: string): Promise<boolean> {
    if (kind === "metrics" || tellingOf(key) === null) return true;
    const read = await textOf(file, maxBytes);
    if ("fault" in read) {
      this.into.problem(read.fault === "too-large" ? "too-large" : "format-syntax", "a logged value that cannot be read", { file: file.path, line: 1, column: 1 }, `log it as a short text; ${standsFor}`);
      this.#log(owner, { key, value: "unreadable", unread: true, at: { file: file.path, line: 1, sha256: null } });
      return false;
    }
    this.#log(owner, { key, value: read.text, at: { file: file.path, line: 1, sha256: sha256(read.text).slice(7) } });
    return true;
  }

  #log(owner: string, logged: Logged): void {
    this.#logged.set(owner, [...(this.#logged.get(owner) ?? []), logged]);
  }

  #record({ file, root, sha256: digest }: DocumentRead, spot: Exclude<Spot, { is: "logged" }>): void {
    const at: Place = { file, line: root.line, sha256: digest };
    if (spot.is === "input") this.#input(root, spot.run, at);
    else if (spot.is === "output") this.#models.push({ id: modelId(textAt(root, "destination_id") ?? spot.id), run: spot.run, at });
    else if (spot.is === "dataset") {
      this.#datasets.push({ id: spot.id, name: textAt(root, "name") ?? "", sample: textAt(root, "digest"), sourceType: textAt(root, "source_type") ?? "", source: textAt(root, "source") ?? "", at });
    } else if (spot.is === "run" && textAt(root, "lifecycle_stage") !== "deleted") {
      this.#runs.set(spot.id, { id: spot.id, at, from: dateOf(textAt(root, "start_time")), to: dateOf(textAt(root, "end_time")), user: textAt(root, "user_id") });
    } else if (spot.is === "model" && textAt(root, "lifecycle_stage") !== "deleted") this.#models.push({ id: modelId(spot.id), run: textAt(root, "source_run_id"), at });
    else if (spot.is === "name" && textAt(root, "creation_timestamp") !== null) this.#registered.push({ name: spot.id, version: null, run: null, source: null, at });
    else if (spot.is === "version") this.#registered.push({ name: spot.id, version: spot.version ?? "", run: textAt(root, "run_id"), source: textAt(root, "source"), at });
    else if (spot.is === "mlmodel") this.#flavor({ file, root, sha256: digest }, at);
  }

  #input(root: YamlValue, run: string, { file }: Place): void {
    const tell = (what: string): void => this.into.problem("missing-key", `a record of what a run took in that names no ${what}`, { file, line: root.line, column: root.column }, `let the tracking library write it; ${standsFor}`);
    if (textAt(root, "source_type") === "RUN_INPUT" || textAt(root, "destination_type") === "MODEL_INPUT") {
      const model = textAt(root, "destination_id");
      if (model === null) tell("model");
      this.#took.push({ run, model: model === null ? null : modelId(model) });
      return;
    }
    // Here the id of the destination is that of the data set: the run is known from the folder alone.
    const dataset = textAt(root, "source_type") === "DATASET" ? textAt(root, "source_id") : null;
    if (dataset === null) tell("data set");
    this.#inputs.push({ run, dataset, context: textAt(root, "tags", "mlflow.data.context") });
  }

  /** The description beside a model's files: which run made it, and the model that a flavor says it was loaded from. */
  #flavor({ file, root, sha256: digest }: DocumentRead, at: Place): void {
    const run = textAt(root, "run_id");
    const model = textAt(root, "model_id");
    const path = textAt(root, "artifact_path");
    const id = model !== null ? modelId(model) : run !== null && path !== null ? (modelAt(path) ?? runModelId(run, path)) : null;
    if (id === null) return;
    this.#models.push({ id, run, at });
    const of = `asset:${id}`;
    for (const [key, value] of [["license", valueAt(root, "metadata", "license")], ["source_model_name", valueAt(root, "flavors", "transformers", "source_model_name")], ["base_model", valueAt(root, "metadata", "base_model")]] as const) {
      for (const each of value === undefined ? [] : listedIn(value)) this.#flavored(of, key, each, { file, line: each.line, sha256: digest });
    }
  }

  #flavored(of: string, key: string, value: YamlValue, at: Place): void {
    if (value.entries === null && value.items === null) {
      if (value.text.trim() !== "") this.#log(of, { key, value: value.text, at });
      return;
    }
    this.into.problem("wrong-type", `\`${key}\` of a model is no text`, { file: at.file, line: value.line, column: value.column }, `write it as a text; ${standsFor}`);
    this.#log(of, { key, value: JSON.stringify(jsonOf(value)), unread: true, at });
  }

  store(): Store {
    const of = (owner: string): Logged[] => this.#logged.get(owner) ?? [];
    const models = this.#models.map((model) => ({ ...model, logged: [...of(`model:${model.id.replace(/^mlflow:model\//, "")}`), ...of(`asset:${model.id}`)] }));
    return {
      root: this.root.replace(/\/$/, "") || "mlruns",
      runs: [...this.#runs.values()].map((run) => ({ ...run, logged: of(`run:${run.id}`) })),
      datasets: this.#datasets,
      inputs: this.#inputs, took: this.#took,
      models,
      registered: this.#registered.map((each) => ({ ...each, logged: of(each.version === null ? `name:${each.name}` : `version:${each.name}/${each.version}`) })),
    };
  }
}
