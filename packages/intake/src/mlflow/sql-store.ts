import type { Evidence, Place } from "../evidence.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import type { Logged } from "../telling.js";
import { standsFor } from "../unread-source.js";
import { withDatabase } from "./database.js";
import type { Rows } from "./database.js";
import { dateOf, modelId } from "./store.js";
import type { LoggedModel, Registered, Run, Store, Taken } from "./store.js";

/**
 * Reads a tracking store out of its SQLite file: the tables that tell of runs, data and models, by a list, since newer ones also hold secrets.
 * `null` if the database holds no such store.
 */
export const sqlStore = (file: SourceFile, into: Evidence): Promise<Store | null> => withDatabase(file, (rows) => storeIn(rows, file, into));

function storeIn(rows: Rows, file: SourceFile, into: Evidence): Store | null {
  const reader = new TableReader(rows, file.path, into);
  const experiments = [...rows("experiments", ["experiment_id", "lifecycle_stage"])];
  if (experiments.length === 0) return null;
  const deleted = new Set(experiments.filter((row) => row["lifecycle_stage"] === "deleted").map((row) => text(row["experiment_id"])));
  return { root: file.path, runs: reader.runs(deleted), datasets: reader.datasets(), inputs: reader.inputs(), took: reader.took(), models: reader.models(deleted), registered: reader.registered() };
}

const text = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" || typeof value === "bigint" ? String(value) : "");

/** Where a row stands. Of the many that are held until they are recorded, the words for it are made when they are asked for. */
class RowPlace implements Place {
  constructor(readonly file: string, private readonly table: string, private readonly key: string, private readonly name: string | null) {}

  get line(): number {
    return 1;
  }

  get where(): string {
    return `${this.table}/${(this.name === null ? this.key : `${this.key}/${this.name}`).slice(0, 200)}`;
  }

  get sha256(): null {
    return null;
  }
}

class TableReader {
  readonly #texts = new Map<string, string>();

  constructor(private readonly rows: Rows, private readonly file: string, private readonly into: Evidence) {}

  #at(table: string, key: string, name: string | null = null): Place {
    return new RowPlace(this.file, table, key, name);
  }

  /** One copy of a text that stands in many rows, as the id of a run does in those of all tables. */
  #shared(value: unknown): string {
    const said = text(value);
    const known = this.#texts.get(said);
    if (known !== undefined) return known;
    this.#texts.set(said, said);
    return said;
  }

  #day(milliseconds: unknown): string | null {
    const day = dateOf(milliseconds);
    return day === null ? null : this.#shared(day);
  }

  /** The telling rows of a table of keys and values, by what they were logged on. */
  #logged(table: string, on: readonly string[], key: string, value: string): Map<string, Logged[]> {
    const found = new Map<string, Logged[]>();
    for (const row of this.rows(table, [...on, key, value])) {
      if (tellingOf(text(row[key])) === null) continue;
      const name = this.#shared(row[key]);
      const owner = this.#shared(on.map((column) => text(row[column])).join("/"));
      const logged = { key: name, value: text(row[value]), at: this.#at(table, owner, name) };
      const known = found.get(owner);
      if (known === undefined) found.set(owner, [logged]);
      else known.push(logged);
    }
    return found;
  }

  runs(deleted: ReadonlySet<string>): Run[] {
    const tags = this.#logged("tags", ["run_uuid"], "key", "value");
    const params = this.#logged("params", ["run_uuid"], "key", "value");
    const found: Run[] = [];
    for (const row of this.rows("runs", ["run_uuid", "lifecycle_stage", "start_time", "end_time", "experiment_id", "user_id"], "run_uuid")) {
      const id = this.#shared(row["run_uuid"]);
      if (id === "" || row["lifecycle_stage"] === "deleted" || deleted.has(text(row["experiment_id"]))) continue;
      found.push({ id, at: this.#at("runs", id), from: this.#day(row["start_time"]), to: this.#day(row["end_time"]), user: text(row["user_id"]) || null, logged: [...(tags.get(id) ?? []), ...(params.get(id) ?? [])] });
    }
    return found;
  }

  datasets(): Store["datasets"] {
    return [...this.rows("datasets", ["dataset_uuid", "name", "digest", "dataset_source_type", "dataset_source"], "dataset_uuid")].map((row) => {
      const id = this.#shared(row["dataset_uuid"]);
      return { id, name: this.#shared(row["name"]), sample: this.#shared(row["digest"]) || null, sourceType: this.#shared(row["dataset_source_type"]), source: text(row["dataset_source"]), at: this.#at("datasets", id) };
    });
  }

  inputs(): Store["inputs"] {
    const contexts = new Map<string, string>();
    for (const row of this.rows("input_tags", ["input_uuid", "name", "value"])) if (row["name"] === "mlflow.data.context") contexts.set(text(row["input_uuid"]), this.#shared(row["value"]));
    return this.#entering().filter((row) => row["destination_type"] === "RUN").map((row) => {
      const dataset = row["source_type"] === "DATASET" ? this.#shared(row["source_id"]) : "";
      if (dataset === "") this.#tell(row, "names no data set that a run took in");
      return { run: this.#shared(row["destination_id"]), dataset: dataset === "" ? null : dataset, context: contexts.get(text(row["input_uuid"])) ?? null };
    });
  }

  #entering = (): Readonly<Record<string, unknown>>[] => [...this.rows("inputs", ["input_uuid", "source_type", "source_id", "destination_type", "destination_id"], "input_uuid")];

  #tell(row: Readonly<Record<string, unknown>>, what: string): void {
    this.into.problem("bad-value", `the row \`${text(row["input_uuid"]).slice(0, 100)}\` of the table \`inputs\` ${what}`, { file: this.file, line: 1, column: 1 }, `correct the store; ${standsFor}`);
  }

  /** Models that runs took in stand in the same table, with the run as what they are taken from. */
  took(): Taken[] {
    return this.#entering().filter((row) => row["source_type"] === "RUN_INPUT" || row["destination_type"] === "MODEL_INPUT").map((row) => {
      const model = this.#shared(row["destination_id"]);
      if (model === "") this.#tell(row, "names no model that a run took in");
      return { run: this.#shared(row["source_id"]), model: model === "" ? null : modelId(model) };
    });
  }

  models(deleted: ReadonlySet<string>): LoggedModel[] {
    const tags = this.#logged("logged_model_tags", ["model_id"], "tag_key", "tag_value");
    const params = this.#logged("logged_model_params", ["model_id"], "param_key", "param_value");
    return [...this.rows("logged_models", ["model_id", "source_run_id", "lifecycle_stage", "experiment_id"], "model_id")]
      .filter((row) => row["lifecycle_stage"] !== "deleted" && !deleted.has(text(row["experiment_id"])))
      .map((row) => {
        const id = this.#shared(row["model_id"]);
        return { id: modelId(id), run: this.#shared(row["source_run_id"]) || null, at: this.#at("logged_models", id), logged: [...(tags.get(id) ?? []), ...(params.get(id) ?? [])] };
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
