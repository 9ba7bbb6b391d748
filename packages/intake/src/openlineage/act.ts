import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { addressId, identified } from "../identifier.js";
import { standsFor, unreadSource } from "../unread-source.js";
import { recordDataset } from "./dataset.js";
import type { EventDataset, LineageEvent } from "./event.js";
import type { Entry, JobName, Sources } from "./lineage.js";

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Sources that a record names of one data set alone: others, and jobs of which something that they made went in. */
interface Drawn {
  readonly from: Set<string>;
  readonly jobs: Set<string>;
}

interface Act {
  readonly inputs: Set<string>;
  readonly outputs: Set<string>;
  readonly code: Set<string>;
  readonly run: string | null;
  readonly job: string | null;
  readonly days: string[];
  /** By data set: what its own record or that of the job names beside the inputs. */
  readonly drawn: Map<string, Drawn>;
  /** Other jobs of which something that they made went in. */
  readonly jobs: Set<string>;
  /** Outputs of which a record names a source that cannot be read. */
  readonly open: Set<string>;
  /** Whether that holds for each of them. */
  allOpen: boolean;
  /** Whether it lacks a name by which the other events of it are found. */
  apart: boolean;
  /** Where such an event stands that says nothing of inputs, not even that there were none. */
  silent: Spot | null;
  own: LineageEvent["own"];
  ended: "well" | "ill" | null;
}

const assumed = "events of a pipeline do not say what was done";
const howNamed = "write `namespace` and `name`";

/** Puts the events of each act together: inputs often stand in the first event and outputs in the last. An act that failed made nothing. */
export class ActRecorder {
  readonly #acts = new Map<string, Act>();
  /** Data sets whose own records say of which others they came, outside of what an act made. */
  readonly #drawn = new Map<string, Drawn>();
  /** What an event says to have gone into another job than its own, or into another run of it. */
  readonly #fed: { readonly job: string; readonly run: string | null; readonly sources: Sources }[] = [];
  readonly #ofJobs = new Map<string, Act[]>();

  constructor(private readonly into: Evidence) {}

  take(event: LineageEvent, document: DocumentRead, line?: number): void {
    const spot = (value: YamlValue): Spot => ({ file: document.file, line: line ?? value.line, column: value.column });
    this.#tell(event, spot);
    for (const dataset of [...event.inputs, ...event.outputs]) recordDataset(dataset, document, line, this.into);
    const key = event.act ?? (event.apart ? JSON.stringify(Object.values(spot(event.value))) : null);
    for (const { id, sources } of key === null ? event.outputs : event.inputs) this.#draw(this.#drawn, id, sources, event.job);
    if (key === null) return;
    const known = this.#acts.get(key) ?? { inputs: new Set<string>(), outputs: new Set<string>(), code: new Set<string>(), run: event.run, job: event.job, days: [], drawn: new Map<string, Drawn>(), jobs: new Set<string>(), open: new Set<string>(), allOpen: false, apart: false, silent: null, own: null, ended: null };
    this.#acts.set(key, known);
    for (const each of event.inputs) known.inputs.add(each.id);
    for (const each of event.outputs) this.#made(each, event, known);
    for (const entry of event.lineage.read) this.#enter(entry, event, known);
    // Of what it cannot be read, it may be each of the results.
    if (event.unread.inputs.length > 0 || event.lineage.unread.length > 0) known.allOpen = true;
    known.apart ||= event.apart;
    if (event.apart && event.silent) known.silent ??= spot(event.value);
    if (event.code !== null) this.#code(event.code.address, known);
    if (event.day !== null) known.days.push(event.day);
    known.own ??= event.own;
    if (event.type === "COMPLETE") known.ended = "well";
    else if ((event.type === "FAIL" || event.type === "ABORT") && known.ended === null) known.ended = "ill";
  }

  #made({ id, sources }: EventDataset, event: LineageEvent, act: Act): void {
    act.outputs.add(id);
    for (const each of sources.datasets) act.inputs.add(this.into.mention(each, "dataset"));
    if (sources.unread.length > 0) act.open.add(id);
    const jobs = othersOf(sources.jobs, event);
    if (jobs.length > 0) this.#draw(act.drawn, id, { datasets: [], jobs, unread: [] }, null);
  }

  /** What the record of a job says of one target. A target that came of the job itself is a result of it; a job that took something in is told apart by its run. */
  #enter({ target, sources }: Entry, event: LineageEvent, act: Act): void {
    const jobs = othersOf(sources.jobs, event);
    if ("dataset" in target) {
      if (jobs.length < sources.jobs.length) act.outputs.add(this.#known(target.dataset));
      this.#draw(act.drawn, target.dataset, { ...sources, jobs }, null);
      return;
    }
    const job = target.job ?? event.job;
    if ((job === event.job && (target.run === null || target.run === event.run)) || job === null) this.#feed(act, { ...sources, jobs });
    else this.#fed.push({ job, run: target.run, sources: { ...sources, jobs: sources.jobs.flatMap((each) => each ?? event.job ?? []) } });
  }

  #feed(act: Act, { datasets, jobs, unread }: Sources): void {
    for (const each of datasets) act.inputs.add(this.into.mention(each, "dataset"));
    for (const each of jobs) if (each !== null && each !== act.job) act.jobs.add(each);
    if (unread.length > 0) act.allOpen = true;
  }

  /** Code at an address that is no id of its own is known by the address; what is no address joins nothing. */
  #code(address: string, act: Act): void {
    const id = identified(address)?.id ?? addressId(address);
    if (id !== null) act.code.add(this.into.mention(id, "code"));
  }

  #tell({ inputs, outputs, unread, lineage }: LineageEvent, spot: (value: YamlValue) => Spot): void {
    const tell = (values: readonly YamlValue[], message: string, hint: string): void => {
      for (const value of values) this.into.problem(value.entries === null ? "wrong-type" : "missing-key", message, spot(value), hint);
    };
    tell(unread.inputs, "an input that is no data set with a `namespace` and a `name`", `${howNamed}; ${standsFor}`);
    tell(unread.outputs, "a result that is no data set with a `namespace` and a `name`", `${howNamed}; it was passed over`);
    for (const { id, sources } of [...inputs, ...outputs]) tell(sources.unread, `a source of \`${id.slice(0, 200)}\` that is no data set with a \`namespace\` and a \`name\``, `${howNamed}; ${standsFor}`);
    for (const { sources } of lineage.read) tell(sources.unread, "a source in the lineage of a job that is neither a data set with a `namespace` and a `name` nor a job", `${howNamed}; ${standsFor}`);
    tell(lineage.unread, "an entry in the lineage of a job whose target cannot be read", `${howNamed}; ${standsFor}`);
  }

  /** A data set that an event names as a target, and may not describe. */
  #known(id: string): string {
    this.into.mention(id, "dataset");
    return id;
  }

  /** What one data set came of. `own`: the job whose event says so. */
  #draw(drawn: Map<string, Drawn>, id: string, { datasets, jobs, unread }: Sources, own: JobName): void {
    const named = jobs.map((each) => each ?? own);
    const isOpen = unread.length > 0 || named.includes(null);
    const from = [...datasets.map((each) => this.into.mention(each, "dataset")), ...(isOpen ? [unreadSource(id, "dataset", this.into)] : [])].filter((each) => each !== id);
    if (from.length === 0 && named.length === 0) return;
    const known = drawn.get(id) ?? { from: new Set<string>(), jobs: new Set<string>() };
    drawn.set(this.#known(id), known);
    for (const each of from) known.from.add(each);
    for (const each of named) if (each !== null) known.jobs.add(each);
  }

  /** What went into something by way of jobs: what they made, as far as their events tell; else something of which nothing is known, and what went into them. A job that made it tells nothing more by that. */
  #madeBy(jobs: Iterable<string>, to: string): string[] {
    return [...jobs].flatMap((job) => {
      const acts = (this.#ofJobs.get(job) ?? []).filter((act) => act.ended !== "ill");
      const made = acts.flatMap((act) => [...act.outputs]);
      return made.includes(to) ? [] : made.length > 0 ? made : [unreadSource(to, "dataset", this.into), ...acts.flatMap((act) => [...act.inputs])];
    }).filter((each) => each !== to);
  }

  /** What is named as a source of one data set beside what went into its act. */
  #named({ from, jobs }: Drawn, to: string): string[] {
    return [...[...from].filter((each) => each !== to), ...this.#madeBy(jobs, to)];
  }

  /** All that one result of an act came of, or what an act without a result took in. */
  #sourcesOf(to: string | null, act: Act): string[] {
    if (to === null) return [...act.inputs];
    const drawn = act.drawn.get(to);
    const taken = act.outputs.has(to) ? [...act.inputs, ...this.#madeBy(act.jobs, to)] : [];
    return [...new Set([...taken, ...(drawn === undefined ? [] : this.#named(drawn, to)), ...this.#unread(to, act)])];
  }

  #stated(activity: string, act: Act, { by, who, during }: NonNullable<LineageEvent["own"]>): void {
    const results = resultsOf(act);
    for (const to of results.length === 0 ? [null] : results) {
      const from = this.#sourcesOf(to, act).toSorted();
      const acted = to ?? from[0];
      if (acted !== undefined) this.into.derivation({ from, to, by, who: who ?? makerOf(acted), activity, during });
    }
  }

  /** What stands for inputs that cannot be read; nothing came of an act without a result. */
  #unread(to: string, act: Act): string[] {
    return (act.allOpen || act.open.has(to)) ? [unreadSource(to, "dataset", this.into)] : [];
  }

  record(): void {
    for (const act of this.#acts.values()) if (act.job !== null) push(this.#ofJobs, act.job, act);
    for (const { job, run, sources } of this.#fed) for (const act of this.#ofJobs.get(job) ?? []) if (run === null || run === act.run) this.#feed(act, sources);
    this.#join();
    for (const [id, act] of this.#acts) {
      if (act.ended === "ill") {
        this.into.finding("act-failed", null, `the run \`${id}\` of \`${act.job ?? ""}\` failed: what it would have made is not recorded as made`, "nothing, if it was run again");
        continue;
      }
      this.#hold(act);
      if (act.own === null) this.#assumed(act);
      else this.#stated(id, act, act.own);
    }
    for (const [to, drawn] of this.#drawn) this.into.derivation({ from: this.#named(drawn, to), to, by: "curate", who: this.into.us, assumed });
  }

  /** An event that has only one of the two names of its act, and tells only what went in or only what came out, may be of each act that has this name. */
  #join(): void {
    const half = [...this.#acts.values()].filter((act) => act.apart && (act.run !== null || act.job !== null) && (act.inputs.size === 0 || act.outputs.size === 0));
    if (half.length === 0) return;
    const named = new Map<string, Act[]>();
    for (const act of this.#acts.values()) for (const name of [`run ${act.run}`, `job ${act.job}`]) push(named, name, act);
    for (const act of half) {
      const told = new Set(act.inputs);
      for (const other of named.get(act.run === null ? `job ${act.job}` : `run ${act.run}`) ?? []) {
        for (const id of other.inputs) act.inputs.add(id);
        for (const id of told) other.inputs.add(id);
        other.allOpen ||= act.allOpen;
      }
    }
  }

  /** Inputs often stand in another event than outputs. One that cannot be put to any other and does not speak of inputs does not say that there were none. */
  #hold(act: Act): void {
    if (act.silent === null || act.run !== null || act.job !== null || act.inputs.size > 0 || act.outputs.size === 0 || act.allOpen) return;
    act.allOpen = true;
    this.into.problem("missing-key", "an event without the `runId` of its run and without the `name` of its job, and without `inputs`", act.silent, `write both, so that events of one run are put together; for what the run took in, ${standsFor}`);
  }

  #assumed(act: Act): void {
    const days = act.days.toSorted();
    const during = { from: days[0] ?? null, to: days.at(-1) ?? null };
    for (const to of resultsOf(act)) {
      this.into.derivation({ from: this.#sourcesOf(to, act).filter((each) => each !== to), to, by: "curate", who: this.into.us, during, assumed });
      if (act.outputs.has(to)) this.into.derivation({ from: [...act.code], to, by: "generate", who: this.into.us, during, assumed: "the job's code is taken as run, not as taken in" });
    }
  }
}

/** What an act made, and what the record of its job says the sources of. */
const resultsOf = ({ outputs, drawn }: Act): string[] => [...new Set([...outputs, ...drawn.keys()])];

/** Jobs other than the one whose event names them. */
const othersOf = (jobs: readonly JobName[], { job }: LineageEvent): string[] => jobs.flatMap((each) => (each === null || each === job ? [] : [each]));

function push(acts: Map<string, Act[]>, name: string, act: Act): void {
  const known = acts.get(name);
  if (known === undefined) acts.set(name, [act]);
  else known.push(act);
}
