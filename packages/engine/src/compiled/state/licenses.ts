import { addDuration, type AssetKind, type Instrument, type Layer, type NormOf } from "@cleartitle/norms";
import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Matter } from "../../judgment/matter.js";
import { assetAt, type Ground } from "./ground.js";
import { unrecorded, type LicenseValues, type Way } from "./license-values.js";
import type { Lives } from "./lives.js";
import type { Moment } from "./moment.js";
import { listsByNode, type NodeLists } from "./node-lists.js";
import { isLasting, type Stated } from "./stated.js";
import type { WholeTexts } from "./whole-texts.js";

/** The readings of one set of recorded values, shared by all assets that bear them. */
interface Recorded {
  readonly number: number;
  readonly readings: readonly LicenseReading[];
  /** Whether a text among them offers another license from some day on. */
  readonly converts: boolean;
  /** Whether a text among them takes in what is another thing on another day. */
  readonly changing: boolean;
}

/** Of an asset whose record is the same on every day and for all that is in it, the number of what is recorded; the rest is read anew. */
const [notRead, changes] = [-1, -2];

/** License records of assets, as they stand on a day by what was known at an instant. */
export class Licenses {
  readonly #ground: Ground;
  readonly #stated: Stated;
  readonly #values: LicenseValues;
  readonly #texts: WholeTexts;
  readonly #covers: NodeLists;
  readonly #recorded: Recorded[] = [];
  readonly #numbers = new Map<string, Recorded>();
  readonly #lasting: Int32Array;
  readonly #textsOf = new WeakMap<readonly LicenseReading[], readonly Instrument[]>();
  readonly #whole = new Map<string, readonly LicenseReading[]>();
  readonly #dated = new Map<string, readonly LicenseReading[]>();
  readonly #lives: Lives;

  constructor(ground: Ground, { stated, values, texts, lives }: { stated: Stated; values: LicenseValues; texts: WholeTexts; lives: Lives }) {
    const { graph, world } = ground;
    this.#ground = ground;
    this.#stated = stated;
    this.#values = values;
    this.#texts = texts;
    this.#lives = lives;
    const { covers } = world.graph;
    this.#covers = listsByNode(graph.nodes.length, covers.length, (at, add) => add(graph.numberOf.get(covers[at]!.asset)));
    this.#lasting = new Int32Array(graph.nodes.length).fill(notRead);
  }

  /** A thing as a whole: the weights of a model, the database of a data set. */
  whole(node: number): Matter {
    return { part: null, scope: this.#kindOf(node)?.scope ?? null };
  }

  /** Other matter in it that has rights of its own in a layer. */
  held(node: number, layer: Layer): Matter[] {
    return (this.#kindOf(node)?.holds?.[layer] ?? []).map((scope) => ({ part: null, scope }));
  }

  /** Parts with a license of their own; what a part is silent of is under the license of the whole. */
  parts(node: number, { day }: Moment): Matter[] {
    return this.#partsOf(node).filter(({ part }) => this.#stated.current(node, { what: "license", part, scope: null }, day).some((each) => each.part === part));
  }

  /** Every text that is recorded of a thing: of the whole, of what it holds and of its parts. */
  textsOf(node: number, at: Moment): readonly Instrument[] {
    const held = [...new Set(Object.values(this.#kindOf(node)?.holds ?? {}).flat())].map((scope) => ({ part: null, scope }));
    const each = new Set([this.whole(node), ...held, ...this.#partsOf(node)].map((matter) => this.of(node, matter, at)));
    const lists = [...each].map((readings) => this.#textsIn(readings));
    return lists.length === 1 ? lists[0]! : [...new Map(lists.flat().map((text) => [text.id, text] as const)).values()];
  }

  /** Whether a thing as a whole surely stands under a text: by every way to read its record. */
  isUnder(node: number, text: string, at: Moment): boolean {
    return this.of(node, this.whole(node), at).every(({ options }) => options.some((way) => way.some(({ instrument }) => instrument?.id === text)));
  }

  #textsIn(readings: readonly LicenseReading[]): readonly Instrument[] {
    let texts = this.#textsOf.get(readings);
    if (texts === undefined) {
      const named = readings.flatMap((reading) => reading.options.flat()).flatMap((each) => each.instrument ?? []);
      this.#textsOf.set(readings, (texts = [...new Map(named.map((text) => [text.id, text] as const)).values()]));
    }
    return texts;
  }

  /**
   * Every way to read the license of a thing, or of some matter in it, on a date: one for each differing candidate, two for a list with no
   * operator. Texts of this workspace that cover it are further options of each.
   */
  of(node: number, matter: Matter, { date, day }: Moment): readonly LicenseReading[] {
    const recorded = this.#recordedOf(node, matter, day);
    const covered = this.#covers.start[node] !== this.#covers.start[node + 1];
    const read = recorded.changing ? this.#onDay(recorded.readings, `${recorded.number}`, date) : recorded.readings;
    const converts = recorded.changing ? convertsIn(read) : recorded.converts;
    if (!covered && !converts) return read;
    const conversions = converts ? this.#conversionsOf(read, node) : [];
    const passed = date === null ? [] : conversions.filter((each) => each.on <= date);
    const key = `${node} ${recorded.number} ${passed.length}${recorded.changing ? ` ${date ?? ""}` : ""}`;
    let whole = this.#whole.get(key);
    if (whole === undefined) this.#whole.set(key, (whole = this.#withMore(read, new Set(passed), node)));
    return this.#changes(whole) ? this.#onDay(whole, key, date) : whole;
  }

  #changes(readings: readonly LicenseReading[]): boolean {
    return readings.some((reading) => reading.options.some((way) => way.some(({ instrument }) => instrument !== null && this.#texts.isChanging(instrument))));
  }

  /** The same with each text as it stands on the day of the act. */
  #onDay(readings: readonly LicenseReading[], key: string, date: string | null): readonly LicenseReading[] {
    const dated = `${key}\u0000${date ?? ""}`;
    let onDay = this.#dated.get(dated);
    if (onDay === undefined) {
      const named = ({ name, instrument }: Way[number]): Way[number] => ({ name, instrument: instrument === null ? null : this.#texts.of(this.#texts.recorded(instrument.id) ?? instrument, date) });
      this.#dated.set(dated, (onDay = readings.map((reading) => ({ ...reading, options: reading.options.map((way) => way.map(named)) }))));
    }
    return onDay;
  }

  /** Days from which texts offer another license, by their own words or because it is recorded that they do. */
  #conversionsOf(readings: readonly LicenseReading[], node: number): Conversion[] {
    const converted = (of: string): string[] => this.#lives.eventsOf(of).filter((event) => event.kind === "converted").map((event) => event.on);
    return conversionsOf(readings, this.published(node), (text) => [...converted(this.#ground.graph.nodes[node]!), ...converted(text.id)]);
  }

  /** The day on which a thing became public: as recorded of it, else by the first event that says so. */
  published(node: number): string | null {
    return assetAt(this.#ground, node)?.published ?? this.#lives.eventsOf(this.#ground.graph.nodes[node]!).find((event) => event.kind === "gone-public")?.on ?? null;
  }

  /** Whether what is read of the whole of a thing is the same on every day. */
  isLasting(node: number, day: string): boolean {
    const recorded = this.#recordedOf(node, this.whole(node), day);
    return this.#lasting[node]! >= 0 && !recorded.converts && !recorded.changing;
  }

  #partsOf(node: number): readonly Matter[] {
    const parts = assetAt(this.#ground, node)?.parts ?? [];
    return parts.length === 0 ? noParts : parts.map((part) => ({ part: part.id, scope: part.scope ?? this.whole(node).scope }));
  }

  /** Texts of this workspace (or the catalogue) that cover a thing by name, as they were recorded. */
  covering(node: number): readonly Instrument[] {
    return this.#covering(node).flatMap((id) => this.#texts.recorded(id) ?? []);
  }

  /** Whether a text of this workspace names the thing itself. */
  isCoveredBy(node: number, text: string): boolean {
    return this.#covering(node).includes(text);
  }

  #covering(node: number): string[] {
    const { start, item } = this.#covers;
    return [...item.subarray(start[node], start[node + 1])].map((at) => this.#ground.world.graph.covers[at]!.instrument);
  }

  #recordedOf(node: number, matter: Matter, day: string): Recorded {
    if (this.#lasting[node] === notRead) {
      const said = this.#stated.known(node, "license");
      // What is said of the whole is said of all that is in it, unless something is said of a part or of some matter.
      const lasts = said.every((each) => isLasting(each) && each.part === null && each.scope === null);
      this.#lasting[node] = lasts ? this.#ofValues(this.#valuesOf(node, this.whole(node), day)).number : changes;
    }
    const lasting = this.#lasting[node]!;
    return lasting >= 0 ? this.#recorded[lasting]! : this.#ofValues(this.#valuesOf(node, matter, day));
  }

  #valuesOf(node: number, { part, scope }: Matter, day: string): string[] {
    return this.#stated.current(node, { what: "license", part, scope }, day).map((each) => (each.value === null ? "" : String(each.value)));
  }

  #ofValues(values: readonly string[]): Recorded {
    const distinct = values.length < 2 ? values : [...new Set(values)].toSorted();
    const key = distinct.length === 1 ? distinct[0]! : distinct.length === 0 ? none : `${none}${JSON.stringify(distinct)}`;
    let recorded = this.#numbers.get(key);
    if (recorded === undefined) {
      const readings = distinct.length === 0 ? unrecorded : distinct.flatMap((value) => this.#values.of(value));
      recorded = { number: this.#recorded.length, readings, converts: convertsIn(readings), changing: this.#changes(readings) };
      this.#recorded.push(recorded);
      this.#numbers.set(key, recorded);
    }
    return recorded;
  }

  #kindOf(node: number): AssetKind | undefined {
    const { graph, world } = this.#ground;
    return world.catalogue.taxonomies.assetKinds.get(graph.assetKinds[graph.kind[node]!]!);
  }

  #withMore(readings: readonly LicenseReading[], passed: ReadonlySet<Conversion>, node: number): readonly LicenseReading[] {
    const bespoke = this.#covering(node).map((id): Way => [this.#values.named(id)]);
    const ways = new Set([...passed].map((each) => each.key));
    return readings.map((reading) => {
      const converted = reading.options.flatMap((way) => way.flatMap(({ instrument }): Way[] => {
        const norm = conversionIn(instrument);
        if (instrument === null || norm === undefined || !ways.has(instrument)) return [];
        return [[this.#values.named(instrument.parameters?.[norm.convert.to] ?? norm.convert.to)]];
      }));
      return { ...reading, options: [...reading.options, ...converted, ...bespoke] };
    });
  }
}

/** Begins keys that no recorded value has. */
const none = "\u0000";
const noParts: readonly Matter[] = [];

/** A text that converts by its own words, with the day from which it offers the other license. */
interface Conversion {
  readonly key: Instrument;
  readonly on: string;
}

const conversionIn = (text: Instrument | null): NormOf<"convert"> | undefined => text?.norms.find((norm): norm is NormOf<"convert"> & typeof norm => norm.kind === "convert");

const convertsIn = (readings: readonly LicenseReading[]): boolean => readings.some((reading) => reading.options.some((way) => way.some((each) => conversionIn(each.instrument) !== undefined)));

function conversionsOf(readings: readonly LicenseReading[], published: string | null, converted: (text: Instrument) => readonly string[]): Conversion[] {
  const texts = new Set(readings.flatMap((reading) => reading.options.flatMap((way) => way.flatMap((each) => each.instrument ?? []))));
  return [...texts].flatMap((key): Conversion[] => {
    const norm = conversionIn(key);
    if (norm === undefined) return [];
    const { on, after } = norm.convert;
    const days = [on, after === undefined || published === null ? null : addDuration(published, after), ...converted(key)].filter((day) => typeof day === "string");
    return days.length === 0 ? [] : [{ key, on: days.toSorted()[0]! }];
  });
}
