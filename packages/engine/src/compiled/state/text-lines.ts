import type { Instrument } from "@cleartitle/norms";
import type { Acceptance } from "@cleartitle/title";
import { listsBy } from "../../lists-by.js";
import type { World } from "../../world.js";
import { countUntil } from "./date-classes.js";
import type { WholeTexts } from "./whole-texts.js";

/** All recorded versions of one text, oldest first, with who accepted any of them. */
interface Line {
  readonly versions: readonly Instrument[];
  /** Days on which the versions begin, in their order. */
  readonly begins: readonly string[];
  /** By party, in the order of their days; of one day in the order of the graph. */
  readonly accepted: ReadonlyMap<string, readonly Acceptance[]>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const beginOf = (text: Instrument): string => text.inForce?.from ?? "";
const dayOf = (acceptance: Acceptance): string => acceptance.on ?? "";

/** Texts by their lines of versions: what a party did once in the life of a text counts for every version of it. */
export class TextLines {
  readonly #texts: WholeTexts;
  readonly #ofText: ReadonlyMap<string, readonly Instrument[]>;
  readonly #acceptances: readonly Acceptance[];
  /** By text, where in the graph's list its acceptances stand. */
  readonly #acceptancesOf: ReadonlyMap<string, readonly number[]>;
  readonly #lines = new Map<string, Line>();
  readonly #unrecorded = new Map<Instrument, Map<string, Instrument>>();

  constructor({ graph, catalogue }: World, texts: WholeTexts) {
    this.#texts = texts;
    this.#ofText = linesOf(new Map([...catalogue.instruments, ...graph.instruments]));
    this.#acceptances = graph.acceptances;
    this.#acceptancesOf = listsBy(graph.acceptances.keys(), (place) => [graph.acceptances[place]!.instrument]);
  }

  /** Whether a party accepted the text by a date, in whatever version; an acceptance without a day counts for every date. */
  isAccepted(text: Instrument, party: string, date: string | null): boolean {
    const [first] = this.#lineOf(text).accepted.get(party) ?? [];
    return first !== undefined && (date === null || dayOf(first) <= date);
  }

  /** Whether somebody of a group did. */
  isAcceptedIn(text: Instrument, group: ReadonlySet<string>, date: string | null): boolean {
    for (const party of this.#lineOf(text).accepted.keys()) if (group.has(party) && this.isAccepted(text, party, date)) return true;
    return false;
  }

  /**
   * The version that speaks to an act of a party on a date: the one it accepted, or the one that stood then. A version that was accepted and
   * that nobody recorded makes all that the text could say unknown.
   */
  versionFor(text: Instrument, party: string, date: string | null): Instrument {
    if (text.termsVersion === undefined) return text;
    const line = this.#lineOf(text);
    if (text.termsVersion !== "as-accepted") return line.versions.length === 1 ? text : this.#standing(line, date, text);
    const acceptances = line.accepted.get(party) ?? [];
    const last = acceptances[date === null ? acceptances.length - 1 : countUntil(acceptances.map(dayOf), date, true) - 1];
    if (last === undefined) return text;
    if (last.version === null) return line.versions.length === 1 ? text : this.#standing(line, last.on, text);
    const named = line.versions.find((version) => version.version === last.version);
    if (named !== undefined) return named.id === text.id ? text : this.#texts.of(named);
    return this.#unknownVersion(text, last.version, party);
  }

  #standing({ versions, begins }: Line, date: string | null, otherwise: Instrument): Instrument {
    const version = versions[date === null ? versions.length - 1 : countUntil(begins, date, true) - 1];
    return version === undefined ? otherwise : this.#texts.of(version);
  }

  #unknownVersion(text: Instrument, version: string, party: string): Instrument {
    let ofText = this.#unrecorded.get(text);
    if (ofText === undefined) this.#unrecorded.set(text, (ofText = new Map()));
    const key = `${party}\u0000${version}`;
    let made = ofText.get(key);
    if (made === undefined) {
      const what = { what: `the version \`${version}\` that was accepted is not recorded`, cite: `acceptance by ${party}` };
      ofText.set(key, (made = { ...text, unsupported: [...(text.unsupported ?? []), what] }));
    }
    return made;
  }

  #lineOf(text: Instrument): Line {
    // A text that nobody revised is its own only version, also where it is one that nobody recorded.
    const versions = this.#ofText.get(text.id) ?? [text];
    const first = versions[0]!.id;
    let line = this.#lines.get(first);
    if (line === undefined) {
      const places = versions.flatMap((version) => this.#acceptancesOf.get(version.id) ?? []).toSorted((a, b) => a - b);
      const inOrder = places.map((place) => this.#acceptances[place]!).toSorted((a, b) => compare(dayOf(a), dayOf(b)));
      line = { versions, begins: versions.map(beginOf), accepted: listsBy(inOrder, (each) => [each.party]) };
      this.#lines.set(first, line);
    }
    return line;
  }
}

/** Lines by the id of each member: texts that are joined by what they supersede, each under the root of its line. */
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
