import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { addressId, identified } from "../identifier.js";
import { standsFor, unreadSource } from "../unread-source.js";
import { recordDataset } from "./dataset.js";
import type { EventDataset, LineageEvent } from "./event.js";

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Act {
  readonly inputs: Set<string>;
  readonly outputs: Set<string>;
  readonly code: Set<string>;
  readonly run: string | null;
  readonly job: string | null;
  readonly days: string[];
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
  readonly #drawn = new Map<string, Set<string>>();

  constructor(private readonly into: Evidence) {}

  take(event: LineageEvent, document: DocumentRead, line?: number): void {
    const spot = (value: YamlValue): Spot => ({ file: document.file, line: line ?? value.line, column: value.column });
    this.#tell(event, spot);
    for (const dataset of [...event.inputs, ...event.outputs]) recordDataset(dataset, document, line, this.into);
    const key = event.act ?? (event.apart ? JSON.stringify(Object.values(spot(event.value))) : null);
    for (const dataset of key === null ? event.outputs : event.inputs) this.#draw(dataset);
    if (key === null) return;
    const known = this.#acts.get(key) ?? { inputs: new Set<string>(), outputs: new Set<string>(), code: new Set<string>(), run: event.run, job: event.job, days: [], open: new Set<string>(), allOpen: false, apart: false, silent: null, own: null, ended: null };
    this.#acts.set(key, known);
    for (const each of event.inputs) known.inputs.add(each.id);
    for (const each of event.outputs) {
      known.outputs.add(each.id);
      for (const id of each.columns) known.inputs.add(this.into.mention(id, "dataset"));
      if (each.unread.length > 0) known.open.add(each.id);
    }
    if (event.unread.inputs.length > 0) known.allOpen = true;
    known.apart ||= event.apart;
    if (event.apart && event.silent) known.silent ??= spot(event.value);
    if (event.code !== null) this.#code(event.code.address, known);
    if (event.day !== null) known.days.push(event.day);
    known.own ??= event.own;
    if (event.type === "COMPLETE") known.ended = "well";
    else if ((event.type === "FAIL" || event.type === "ABORT") && known.ended === null) known.ended = "ill";
  }

  /** Code at an address that is no id of its own is known by the address; what is no address joins nothing. */
  #code(address: string, act: Act): void {
    const id = identified(address)?.id ?? addressId(address);
    if (id !== null) act.code.add(this.into.mention(id, "code"));
  }

  #tell({ inputs, outputs, unread }: LineageEvent, spot: (value: YamlValue) => Spot): void {
    const tell = (values: readonly YamlValue[], message: string, hint: string): void => {
      for (const value of values) this.into.problem(value.entries === null ? "wrong-type" : "missing-key", message, spot(value), hint);
    };
    tell(unread.inputs, "an input that is no data set with a `namespace` and a `name`", `${howNamed}; ${standsFor}`);
    tell(unread.outputs, "a result that is no data set with a `namespace` and a `name`", `${howNamed}; it was passed over`);
    for (const { id, unread: own } of [...inputs, ...outputs]) tell(own, `columns of \`${id.slice(0, 200)}\` come from what is no data set with a \`namespace\` and a \`name\``, `${howNamed}; ${standsFor}`);
  }

  #draw({ id, columns, unread }: EventDataset): void {
    const from = [...columns.map((each) => this.into.mention(each, "dataset")), ...(unread.length > 0 ? [unreadSource(id, "dataset", this.into)] : [])].filter((each) => each !== id);
    if (from.length > 0) this.#drawn.set(id, new Set([...(this.#drawn.get(id) ?? []), ...from]));
  }

  #stated(activity: string, act: Act, { by, who, during }: NonNullable<LineageEvent["own"]>): void {
    for (const to of act.outputs.size === 0 ? [null] : act.outputs) {
      const from = [...act.inputs, ...this.#unread(to, act)].toSorted();
      const acted = to ?? from[0];
      if (acted !== undefined) this.into.derivation({ from, to, by, who: who ?? makerOf(acted), activity, during });
    }
  }

  /** What stands for inputs that cannot be read; nothing came of an act without a result. */
  #unread(to: string | null, act: Act): string[] {
    return to !== null && (act.allOpen || act.open.has(to)) ? [unreadSource(to, "dataset", this.into)] : [];
  }

  record(): void {
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
    for (const [to, from] of this.#drawn) this.into.derivation({ from: [...from], to, by: "curate", who: this.into.us, assumed });
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
    for (const to of act.outputs) {
      const from = [...[...act.inputs].filter((each) => each !== to), ...this.#unread(to, act)];
      this.into.derivation({ from, to, by: "curate", who: this.into.us, during, assumed });
      this.into.derivation({ from: [...act.code], to, by: "generate", who: this.into.us, during, assumed: "the job's code is taken as run, not as taken in" });
    }
  }
}

function push(acts: Map<string, Act[]>, name: string, act: Act): void {
  const known = acts.get(name);
  if (known === undefined) acts.set(name, [act]);
  else known.push(act);
}
