import type { Evidence } from "../evidence.js";
import { hubId } from "../hub-id.js";
import { addressId, identified } from "../identifier.js";
import { partOfLicenseKey, scopeOfWord } from "../license-scope.js";
import { withoutPersons } from "../personal.js";
import { hubNameIn, isPath, isUnreadBase, localBase, loggedAs, namesNone } from "../telling.js";
import type { Logged } from "../telling.js";
import { standsFor, unreadSource } from "../unread-source.js";
import { originOf } from "./origin.js";
import { modelAt, runModelId } from "./store.js";
import type { Input, LoggedDataset, LoggedModel, Registered, Run, Store, Taken } from "./store.js";

/** How a run used a data set, by the label that somebody gave it. */
const training = /^(train|training|fit|finetune|fine-tuning)$/i;
const measuring = /^(val|valid|validation|dev|test|testing|eval|evaluation)$/i;

/** What a list holds, from its start, each let go of before the next: what was recorded is not held a second time. */
function* drained<T>(list: T[]): Generator<T> {
  list.reverse();
  for (let each = list.pop(); each !== undefined; each = list.pop()) yield each;
}

/** Writes what a store holds, and lets go of it piece by piece. Nobody who tracks runs records all that went into them: what is upstream is at most partly known. */
export class StoreRecorder {
  readonly #datasets: ReadonlySet<string>;
  readonly #inputs = new Map<string, Input[]>();
  readonly #took = new Map<string, Taken[]>();
  readonly #models = new Map<string, LoggedModel[]>();
  readonly #byId = new Map<string, LoggedModel[]>();
  readonly #runs = new Set<string>();
  /** Runs that a damaged store has twice. */
  readonly #twice = new Set<string>();
  /** What was said of a registered name as a whole. */
  readonly #names = new Map<string, readonly Logged[]>();
  readonly #told = new Set<Logged>();
  #links = 0;

  constructor(private readonly store: Store, private readonly into: Evidence) {
    this.#datasets = new Set(store.datasets.map((each) => each.id));
    for (const input of drained(store.inputs)) push(this.#inputs, input.run, input);
    for (const each of store.took) push(this.#took, each.run, each);
    for (const each of store.registered) if (each.version === null) this.#names.set(each.name, each.logged);
    for (const model of drained(store.models)) this.#keep(model);
    for (const run of store.runs) {
      if (this.#runs.has(run.id)) this.#twice.add(run.id);
      this.#runs.add(run.id);
      for (const model of historyOf(run)) this.#keep(model);
    }
  }

  #keep(model: LoggedModel): void {
    if (model.run !== null) push(this.#models, model.run, model);
    push(this.#byId, model.id, model);
  }

  /** Records everything, and returns the number of links. */
  record(): number {
    for (const dataset of drained(this.store.datasets)) this.#dataset(dataset);
    for (const run of drained(this.store.runs)) {
      this.#run(run);
      if (this.#twice.has(run.id)) continue;
      this.#inputs.delete(run.id);
      this.#models.delete(run.id);
    }
    for (const [id, models] of this.#byId) {
      if (models.some((model) => model.run !== null && this.#runs.has(model.run))) continue;
      this.#model(id, "undisclosed");
      for (const model of models) this.#own(id, model.logged);
    }
    for (const each of this.store.registered) this.#registered(each);
    return this.#links;
  }

  /** `null` among the sources: one that cannot be read. */
  #derive(named: readonly (string | null)[], to: string | null, by: string, run: Run, assumed?: string, kind = "dataset"): void {
    const from = named.flatMap((each) => each ?? (to === null ? [] : [unreadSource(to, kind, this.into)]));
    const activity = to === null ? { activity: run.id } : {};
    this.into.derivation({ from, to, by, who: this.into.us, during: { from: run.from, to: run.to }, ...activity, ...(assumed === undefined ? {} : { assumed }) });
    this.#links += from.length;
  }

  #dataset(dataset: LoggedDataset): void {
    const id = datasetId(dataset.id);
    this.into.asset({ id, kind: "dataset", version: dataset.sample, source: id });
    const origin = originOf(dataset);
    if (typeof origin !== "string") {
      const to = { to: id, who: this.into.us, assumed: loaded };
      this.into.derivation({ from: [this.into.mention(origin.id, origin.kind)], by: "copy", ...to });
      this.#links += 1;
      return;
    }
    if (origin === "unread") {
      this.into.problem("bad-value", `the record of the data set \`${dataset.name.slice(0, 100)}\` names its source in a way that cannot be read`, { file: dataset.at.file, line: dataset.at.line, column: 1 }, `name it by its id or address; ${standsFor}`);
      this.into.derivation({ from: [unreadSource(id, "dataset", this.into)], to: id, by: "copy", who: this.into.us, assumed: loaded });
      this.#links += 1;
      return;
    }
    const why = { code: "its record says that a script made it", local: "its record names a file of somebody's disk", none: "its record names no source" }[origin];
    this.into.finding("data-without-origin", id, `\`${dataset.name}\`: ${why}, which is no origin`, "record where the data came from and under which license");
  }

  #model(id: string, upstream: "partial" | "undisclosed"): void {
    this.into.asset({ id, kind: "model", source: id, upstream });
  }

  #run(run: Run): void {
    const inputs = this.#inputs.get(run.id) ?? [];
    const data = { used: inputs.filter((input) => !measuring.test(input.context ?? "")), measured: inputs.filter((input) => measuring.test(input.context ?? "")) };
    const stated = data.used.filter((input) => training.test(input.context ?? "")).map((input) => this.#input(input));
    const unlabeled = data.used.filter((input) => !training.test(input.context ?? "")).map((input) => this.#input(input));
    const named = this.#named(run, "training-data");
    const bases = [...new Set(loggedAs(run.logged, "base").flatMap((each) => this.#base(each, `mlflow:run/${run.id}`)))];
    const code = this.#code(run);
    const models = [...new Set((this.#models.get(run.id) ?? []).map((model) => model.id))];
    const took = [...new Set((this.#took.get(run.id) ?? []).map((each) => each.model))].map((id) => (id === null ? null : this.into.mention(id, "model")));
    for (const to of models.length === 0 ? [null] : models) {
      this.#derive(stated, to, "train", run);
      this.#derive(unlabeled, to, "train", run, "a run took the data set in, and nobody labeled what for");
      this.#derive(named, to, "train", run, "a parameter of the run names the data");
      this.#derive(bases, to, "finetune", run, "a parameter of the run names the model");
      if (to !== null) this.#derive(took, to, "finetune", run, "the run took the model in, and nobody said what for", "model");
      if (to === null) continue;
      this.into.person(to, "user", run.user ?? "", { file: run.at.file, line: run.at.line, where: `${run.at.where ?? `L${run.at.line}`} user`, sha256: run.at.sha256 });
      this.#derive(code, to, "generate", run, "the run's code is taken as run, not as taken in");
      this.#model(to, stated.length + unlabeled.length + named.length + bases.length > 0 ? "partial" : "undisclosed");
      if (stated.length + unlabeled.length + named.length === 0) this.into.finding("training-data-unknown", to, "the run that made it recorded no data that it was trained on", "log the run's data sets, or record them");
      this.#own(to, [...run.logged, ...(this.#byId.get(to) ?? []).flatMap((model) => model.logged)], `mlflow:run/${run.id}`);
    }
    const measured = [...new Set([...data.measured.map((input) => this.#input(input)), ...this.#named(run, "other-data")])];
    // A run that makes nothing and takes a model in measures it.
    const tested = [...models, ...(models.length === 0 ? took : [])];
    if (measured.length > 0) this.#derive([...measured, ...tested], null, "evaluate", run);
    else if (models.length === 0) this.#derive(took, null, "evaluate", run, "the run took the model in and made none");
  }

  /** A data set of which the store has no record was taken in all the same. */
  #input({ dataset }: Input): string | null {
    return dataset === null ? null : this.#datasets.has(dataset) ? datasetId(dataset) : this.into.mention(datasetId(dataset), "dataset");
  }

  /** Licenses and bases that were logged with a model itself. */
  #own(id: string, logged: readonly Logged[], within = id): void {
    for (const { key, value, at } of loggedAs(logged, "license")) this.into.license({ asset: id, names: [value.trim()], raw: value, scope: scopeOfWord(partOfLicenseKey(key) ?? "", "model"), at });
    for (const each of loggedAs(logged, "base")) {
      const from = this.#base(each, within);
      this.into.derivation({ from, to: id, by: "finetune", who: this.into.us, assumed: "what was logged with it names the model" });
    }
  }

  /** A base by its id, or by a name that means it here and nothing beyond: that it has a base must not be lost with the name. */
  #base(logged: Logged, within: string): string[] {
    const name = hubNameIn(logged.value.trim());
    if (name !== null) return [this.into.mention(hubId("model", name), "model")];
    const local = logged.unread === true ? null : localBase(logged);
    if (local === null && !isUnreadBase(logged)) return [];
    if (local === null) {
      // What a run logged is of each model that it made.
      if (logged.unread !== true && !this.#told.has(logged)) this.into.problem("bad-value", `\`${logged.key.slice(0, 100)}\` names a model in a way that is no id and no name`, { file: logged.at.file, line: logged.at.line, column: 1 }, `log the id of the model as a text; ${standsFor}`);
      this.#told.add(logged);
      return [unreadSource(within, "model", this.into)];
    }
    const id = this.into.mention(`${within}#model/${local}`, "model");
    this.into.finding("not-an-identifier", id, `\`${local.slice(0, 100)}\` is a name, which others may use for something else`, "name the source by its id");
    return [id];
  }

  /** Data that a parameter names: by an id, an address, or a path, which means the same file within one store and nothing beyond it. */
  #named(run: Run, telling: "training-data" | "other-data"): string[] {
    return [...new Set(loggedAs(run.logged, telling).flatMap((each) => {
      const value = each.value.trim();
      if (each.unread === true) return [unreadSource(`mlflow:run/${run.id}`, "dataset", this.into)];
      const name = hubNameIn(value);
      if (name !== null) return [this.into.mention(hubId("dataset", name), "dataset")];
      const id = identified(value)?.id ?? (/^file:/i.test(value) ? null : addressId(value));
      if (id !== null) return [this.into.mention(id, "dataset")];
      if (isPath(value)) return [this.into.mention(`mlflow:store/${this.store.root}#${pathIn(value)}`, "dataset")];
      // The library's own list of data sets stands in their records, too.
      return namesNone(value) || each.key.toLowerCase() === "mlflow.datasets" ? [] : [this.#titled(each, run)];
    }))];
  }

  /** Data by a title, which means it within the run and nothing beyond. */
  #titled({ key, value, at }: Logged, run: Run): string {
    const title = value.trim();
    if (/^[[{]/.test(title)) {
      this.into.problem("bad-value", `\`${key.slice(0, 100)}\` names data in a way that is no id and no name`, { file: at.file, line: at.line, column: 1 }, `log each by its id as a text; ${standsFor}`);
      return unreadSource(`mlflow:run/${run.id}`, "dataset", this.into);
    }
    const id = this.into.mention(`mlflow:run/${run.id}#dataset/${withoutPersons(title).slice(0, 200)}`, "dataset");
    this.into.finding("not-an-identifier", id, `\`${title.slice(0, 100)}\` is a name, which others may use for something else`, "name the source by its id");
    return id;
  }

  /** The code of a run: its commit is an identifier, with or without an address of the repository. */
  #code(run: Run): string[] {
    const [commit] = loggedAs(run.logged, "commit").map((each) => each.value.trim()).filter((value) => /^[0-9a-f]{40}$/i.test(value));
    if (commit === undefined) return [];
    const [address] = loggedAs(run.logged, "repository").map((each) => each.value.trim());
    const repository = address === undefined ? null : (identified(address)?.id ?? null);
    if (repository !== null) return [this.into.mention(repository, "code")];
    return [this.into.mention(address === undefined ? `git:commit/${commit.toLowerCase()}` : withoutPersons(`git:${address}@${commit.toLowerCase()}`), "code")];
  }

  #registered(entry: Registered): void {
    if (entry.version === null) return;
    const id = (entry.source === null ? null : modelAt(entry.source)) ?? `mlflow:registry/${this.store.root}/${entry.name}/${entry.version}`;
    if (!this.#byId.has(id)) this.#model(id, "undisclosed");
    this.into.statement({ asset: id, what: "registered-as", raw: `${entry.name}/${entry.version}`, value: `${entry.name}/${entry.version}`, at: entry.at });
    this.#own(id, [...entry.logged, ...(this.#names.get(entry.name) ?? [])]);
  }
}

const loaded = "the record says where the data was loaded from, not what was done with it";

const datasetId = (id: string): string => `mlflow:dataset/${id}`;

/** A path without the folders of somebody's machine above it. */
const pathIn = (path: string): string => {
  const plain = withoutPersons(path.replaceAll("\\", "/")).replace(/^file:\/+/i, "/");
  const absolute = /^(?:\/|~|[A-Za-z]:)/.test(plain);
  const steps = plain.split("/").filter((step) => step !== "" && step !== "." && step !== "..");
  return (absolute ? steps.slice(-1) : steps).join("/").slice(0, 300);
};

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Models that a run logged, from the history that the tracking library keeps in a tag. */
function historyOf(run: Run): LoggedModel[] {
  return loggedAs(run.logged, "models").flatMap(({ value, at }) => {
    let entries: unknown;
    try {
      entries = JSON.parse(value);
    } catch {
      return [];
    }
    const paths = (Array.isArray(entries) ? (entries as unknown[]) : []).map((each) => (typeof each === "object" && each !== null ? (each as { artifact_path?: unknown }).artifact_path : null));
    return paths.filter((path): path is string => typeof path === "string" && path !== "" && path.length <= 500 && !/[\n\r]/.test(path))
      .map((path) => ({ id: modelAt(path) ?? runModelId(run.id, path), run: run.id, at, logged: [] }));
  });
}
