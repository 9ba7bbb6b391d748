import type { Place } from "../evidence.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import type { Logged } from "../telling.js";
import { withDatabase } from "./database.js";
import type { Rows } from "./database.js";
import { dateOf, modelId } from "./store.js";
import type { LoggedModel, Registered, Run, Store } from "./store.js";

/**
 * Reads a tracking store out of its SQLite file: the tables that tell of runs, data and models, by a list, since newer ones also hold secrets.
 * `null` if the database holds no such store.
 */
export const sqlStore = (file: SourceFile): Promise<Store | null> => withDatabase(file, (rows) => storeIn(rows, file));

function storeIn(rows: Rows, file: SourceFile): Store | null {
  const reader = new TableReader(rows, file.path);
  const experiments = [...rows("experiments", ["experiment_id", "lifecycle_stage"])];
  if (experiments.length === 0) return null;
  const deleted = new Set(experiments.filter((row) => row["lifecycle_stage"] === "deleted").map((row) => text(row["experiment_id"])));
  return { root: file.path, runs: reader.runs(deleted), datasets: reader.datasets(), inputs: reader.inputs(), models: reader.models(deleted), registered: reader.registered() };
}

const text = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" || typeof value === "bigint" ? String(value) : "");

class TableReader {
  constructor(private readonly rows: Rows, private readonly file: string) {}

  #at(table: string, key: string): Place {
    return { file: this.file, line: 1, where: `${table}/${key.slice(0, 200)}`, sha256: null };
  }

  /** The telling rows of a table of keys and values, by what they were logged on. */
  #logged(table: string, on: readonly string[], key: string, value: string): Map<string, Logged[]> {
    const found = new Map<string, Logged[]>();
    for (const row of this.rows(table, [...on, key, value])) {
      const name = text(row[key]);
      if (tellingOf(name) === null) continue;
      const owner = on.map((column) => text(row[column])).join("/");
      found.set(owner, [...(found.get(owner) ?? []), { key: name, value: text(row[value]), at: this.#at(table, `${owner}/${name}`) }]);
    }
    return found;
  }

  runs(deleted: ReadonlySet<string>): Run[] {
    const tags = this.#logged("tags", ["run_uuid"], "key", "value");
    const params = this.#logged("params", ["run_uuid"], "key", "value");
    const found: Run[] = [];
    for (const row of this.rows("runs", ["run_uuid", "lifecycle_stage", "start_time", "end_time", "experiment_id", "user_id"], "run_uuid")) {
      const id = text(row["run_uuid"]);
      if (id === "" || row["lifecycle_stage"] === "deleted" || deleted.has(text(row["experiment_id"]))) continue;
      found.push({ id, at: this.#at("runs", id), from: dateOf(row["start_time"]), to: dateOf(row["end_time"]), user: text(row["user_id"]) || null, logged: [...(tags.get(id) ?? []), ...(params.get(id) ?? [])] });
    }
    return found;
  }

  datasets(): Store["datasets"] {
    return [...this.rows("datasets", ["dataset_uuid", "name", "digest", "dataset_source_type", "dataset_source"], "dataset_uuid")].map((row) => {
      const id = text(row["dataset_uuid"]);
      return { id, name: text(row["name"]), sample: text(row["digest"]) || null, sourceType: text(row["dataset_source_type"]), source: text(row["dataset_source"]), at: this.#at("datasets", id) };
    });
  }

  inputs(): Store["inputs"] {
    const contexts = new Map<string, string>();
    for (const row of this.rows("input_tags", ["input_uuid", "name", "value"])) if (row["name"] === "mlflow.data.context") contexts.set(text(row["input_uuid"]), text(row["value"]));
    return [...this.rows("inputs", ["input_uuid", "source_type", "source_id", "destination_type", "destination_id"], "input_uuid")]
      .filter((row) => row["source_type"] === "DATASET" && row["destination_type"] === "RUN")
      .map((row) => ({ run: text(row["destination_id"]), dataset: text(row["source_id"]), context: contexts.get(text(row["input_uuid"])) ?? null }));
  }

  models(deleted: ReadonlySet<string>): LoggedModel[] {
    const tags = this.#logged("logged_model_tags", ["model_id"], "tag_key", "tag_value");
    const params = this.#logged("logged_model_params", ["model_id"], "param_key", "param_value");
    return [...this.rows("logged_models", ["model_id", "source_run_id", "lifecycle_stage", "experiment_id"], "model_id")]
      .filter((row) => row["lifecycle_stage"] !== "deleted" && !deleted.has(text(row["experiment_id"])))
      .map((row) => {
        const id = text(row["model_id"]);
        return { id: modelId(id), run: text(row["source_run_id"]) || null, at: this.#at("logged_models", id), logged: [...(tags.get(id) ?? []), ...(params.get(id) ?? [])] };
      });
  }

  registered(): Registered[] {
    const ofNames = this.#logged("registered_model_tags", ["name"], "key", "value");
    const ofVersions = this.#logged("model_version_tags", ["name", "version"], "key", "value");
    const names = [...this.rows("registered_models", ["name"], "name")].map((row) => {
      const name = text(row["name"]);
      return { name, version: null, run: null, source: null, at: this.#at("registered_models", name), logged: ofNames.get(name) ?? [] };
    });
    const versions = [...this.rows("model_versions", ["name", "version", "source", "run_id"], "name")].map((row) => {
      const [name, version] = [text(row["name"]), text(row["version"])];
      return { name, version, run: text(row["run_id"]) || null, source: text(row["source"]) || null, at: this.#at("model_versions", `${name}/${version}`), logged: ofVersions.get(`${name}/${version}`) ?? [] };
    });
    return [...names, ...versions];
  }
}
