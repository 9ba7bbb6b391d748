import type { Instrument } from "@cleartitle/norms";
import type { State } from "../compiled/state/state.js";
import { listsBy } from "../lists-by.js";

/** Which texts are recorded of which assets, on whatever day and by whomever, and which texts speak of each other. */
export class RecordedTexts {
  /** Assets by the names and ids of what is recorded of them. */
  readonly #assets: ReadonlyMap<string, readonly string[]>;
  readonly #names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #links: ReadonlyMap<string, readonly string[]>;

  constructor(states: readonly State[]) {
    const names = new Map<string, Set<string>>();
    const add = (asset: string, name: string): void => void (names.get(asset)?.add(name) ?? names.set(asset, new Set([name])));
    const links: (readonly [string, string])[] = [];
    for (const { ground: { world }, values } of states) {
      for (const { about, what, value } of world.graph.statements) {
        if (what !== "license" || about.kind !== "asset" || value === null) continue;
        for (const { name, instrument } of values.of(String(value)).flatMap((reading) => reading.options.flat())) {
          add(about.id, name);
          if (instrument !== null) add(about.id, instrument.id);
        }
      }
      for (const { asset, instrument } of world.graph.covers) add(asset, instrument);
      for (const text of [...world.catalogue.instruments.values(), ...world.graph.instruments.values()]) {
        for (const name of namedIn(text)) links.push([text.id, name], [text.id, values.named(name).instrument?.id ?? name]);
      }
    }
    this.#names = names;
    this.#assets = new Map([...listsBy([...names].flatMap(([asset, each]) => [...each].map((name) => ({ asset, name }))), ({ name }) => [name])].map(([name, list]) => [name, list.map(({ asset }) => asset)] as const));
    this.#links = new Map([...listsBy(links, (pair) => pair)].map(([id, pairs]) => [id, pairs.flat()] as const));
  }

  /** Names and ids of everything that is ever recorded as a license of an asset. */
  of(asset: string): ReadonlySet<string> {
    return this.#names.get(asset) ?? new Set();
  }

  /** A text with all that it takes in, changes, replaces or turns into, and all that do so with it. */
  family(id: string): ReadonlySet<string> {
    const found = new Set([id]);
    for (const member of found) for (const other of this.#links.get(member) ?? []) found.add(other);
    return found;
  }

  /** Assets of which one of the texts is recorded. */
  assetsUnder(texts: Iterable<string>): Set<string> {
    const found = new Set<string>();
    for (const text of texts) for (const asset of this.#assets.get(text) ?? []) found.add(asset);
    return found;
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
