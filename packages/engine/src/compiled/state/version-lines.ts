import { type Instrument, listsBy } from "@cleartitle/norms";
import type { World } from "../../world.js";
import { beginOf } from "./amendments.js";
import { countUntil } from "./date-classes.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Recorded versions of texts, oldest first: those that are joined by what they supersede. */
export class VersionLines {
  readonly #ofText: ReadonlyMap<string, readonly Instrument[]>;

  constructor({ graph, catalogue }: World) {
    this.#ofText = linesOf(new Map([...catalogue.instruments, ...graph.instruments]));
  }

  /** A text that nobody revised is its own only version, also where it is one that nobody recorded. */
  of(text: Instrument): readonly Instrument[] {
    return this.#ofText.get(text.id) ?? [text];
  }

  /** The version that stood on a date; null: all that are recorded are later. */
  standing(versions: readonly Instrument[], date: string | null): Instrument | null {
    return versions[date === null ? versions.length - 1 : countUntil(versions.map(beginOf), date, true) - 1] ?? null;
  }
}

/** Lines by the id of each member, each under the root of its line. */
function linesOf(texts: ReadonlyMap<string, Instrument>): Map<string, readonly Instrument[]> {
  const root = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let above = root.get(at); above !== undefined && above !== at; above = root.get(at)) at = above;
    root.set(id, at);
    return at;
  };
  for (const { id, supersedes } of texts.values()) if (supersedes !== undefined && texts.has(supersedes)) root.set(rootOf(supersedes), rootOf(id));
  const lines = new Map<string, readonly Instrument[]>();
  for (const members of listsBy(root.keys(), (id) => [rootOf(id)]).values()) {
    const line = members.map((id) => texts.get(id)!).toSorted((a, b) => compare(beginOf(a), beginOf(b)) || compare(a.id, b.id));
    for (const id of members) lines.set(id, line);
  }
  return lines;
}
