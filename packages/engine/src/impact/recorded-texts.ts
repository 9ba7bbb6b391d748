import { type Instrument, listsBy } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import type { State } from "../compiled/state/state.js";

/** Assets by each value that is ever stated as their license. */
interface Stated {
  readonly assetsOf: ReadonlyMap<string, readonly string[]>;
  readonly valuesOf: ReadonlyMap<string, readonly string[]>;
}

/** Changes of other records leave the list of statements as it is. */
const kept = new WeakMap<TitleGraph["statements"], Stated>();

function statedIn(statements: TitleGraph["statements"]): Stated {
  let stated = kept.get(statements);
  if (stated === undefined) {
    const said = statements.flatMap(({ about, what, value }) => (what === "license" && about.kind === "asset" && value !== null ? [[about.id, String(value)] as const] : []));
    const lists = (key: 0 | 1, of: 0 | 1): ReadonlyMap<string, readonly string[]> => new Map([...listsBy(said, (pair) => [pair[key]])].map(([each, pairs]) => [each, pairs.map((pair) => pair[of])] as const));
    kept.set(statements, (stated = { assetsOf: lists(1, 0), valuesOf: lists(0, 1) }));
  }
  return stated;
}

/** What is recorded in one state. */
class Recorded {
  /** By name or id of a text, the values that speak of it. */
  readonly #values = new Map<string, string[]>();
  readonly #stated: Stated;
  readonly #covers: ReadonlyMap<string, TitleGraph["covers"]>;

  constructor(private readonly state: State) {
    const { graph } = state.ground.world;
    this.#stated = statedIn(graph.statements);
    this.#covers = listsBy(graph.covers, ({ asset }) => [asset]);
    for (const value of this.#stated.assetsOf.keys()) for (const name of this.#namesIn(value)) this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  #namesIn(value: string): ReadonlySet<string> {
    return new Set(this.state.values.of(value).flatMap((reading) => reading.options.flat()).flatMap(({ name, instrument }) => (instrument === null ? [name] : [name, instrument.id])));
  }

  of(asset: string): readonly string[] {
    return [...(this.#stated.valuesOf.get(asset) ?? []).flatMap((value) => [...this.#namesIn(value)]), ...(this.#covers.get(asset) ?? []).map(({ instrument }) => instrument)];
  }

  assetsUnder(texts: ReadonlySet<string>): readonly string[] {
    const values = new Set([...texts].flatMap((text) => this.#values.get(text) ?? []));
    return [...[...values].flatMap((value) => this.#stated.assetsOf.get(value)!), ...this.state.ground.world.graph.covers.flatMap(({ asset, instrument }) => (texts.has(instrument) ? [asset] : []))];
  }
}

/** Which texts are recorded of which assets, on whatever day and by whomever, and which texts speak of each other. */
export class RecordedTexts {
  readonly #recorded: readonly Recorded[];
  readonly #links: ReadonlyMap<string, readonly string[]>;

  constructor(states: readonly State[]) {
    this.#recorded = states.map((state) => new Recorded(state));
    const links = states.flatMap(({ ground: { world }, values }) => [...world.catalogue.instruments.values(), ...world.graph.instruments.values()].flatMap((text) =>
      namedIn(text).flatMap((name) => [[text.id, name], [text.id, values.named(name).instrument?.id ?? name]] as const)));
    this.#links = new Map([...listsBy(links, (pair) => pair)].map(([id, pairs]) => [id, pairs.flat()] as const));
  }

  /** Names and ids of everything that is ever recorded as a license of an asset. */
  of(asset: string): ReadonlySet<string> {
    return new Set(this.#recorded.flatMap((each) => each.of(asset)));
  }

  /** A text with all that it takes in, changes, replaces or turns into, and all that do so with it. */
  family(id: string): ReadonlySet<string> {
    const found = new Set([id]);
    for (const member of found) for (const other of this.#links.get(member) ?? []) found.add(other);
    return found;
  }

  /** Assets of which one of the texts is recorded. */
  assetsUnder(texts: ReadonlySet<string>): Set<string> {
    return new Set(this.#recorded.flatMap((each) => each.assetsUnder(texts)));
  }
}

/** Other texts that a text names. */
function namedIn(text: Instrument): string[] {
  const named = text.norms.flatMap((norm): string[] => {
    if (norm.kind === "incorporate") return [norm.incorporate.document];
    if (norm.kind === "modify") return [norm.modify.base];
    return norm.kind === "convert" ? [text.parameters?.[norm.convert.to] ?? norm.convert.to] : [];
  });
  return text.supersedes === undefined ? named : [...named, text.supersedes];
}
