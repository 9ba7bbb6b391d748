import { type Instrument, listsBy } from "@cleartitle/norms";
import type { Acceptance } from "@cleartitle/title";
import type { World } from "../../world.js";
import { lacking, type Amendments } from "./amendments.js";
import { countUntil } from "./date-classes.js";
import type { VersionLines } from "./version-lines.js";
import type { WholeTexts } from "./whole-texts.js";

/** Who accepted any version of a text. */
interface Line {
  /** By party, in the order of their days; of one day in the order of the graph. */
  readonly accepted: ReadonlyMap<string, readonly Acceptance[]>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = (acceptance: Acceptance): string => acceptance.on ?? "";

/** Texts by their lines of versions: what a party did once in the life of a text counts for every version of it. */
export class TextLines {
  readonly #texts: WholeTexts;
  readonly #versions: VersionLines;
  readonly #amendments: Amendments;
  readonly #acceptances: readonly Acceptance[];
  /** By text, where in the graph's list its acceptances stand. */
  readonly #acceptancesOf: ReadonlyMap<string, readonly number[]>;
  readonly #lines = new Map<string, Line>();
  readonly #unrecorded = new Map<Instrument, Map<string, Instrument>>();

  constructor({ graph }: World, { texts, versions, amendments }: { texts: WholeTexts; versions: VersionLines; amendments: Amendments }) {
    this.#texts = texts;
    this.#versions = versions;
    this.#amendments = amendments;
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
   * that nobody recorded, or an amendment without its words, makes all that the text could say unknown.
   */
  versionFor(text: Instrument, party: string, date: string | null): Instrument {
    const versions = this.#versions.of(text);
    const mode = text.termsVersion;
    if (mode === undefined && !this.#amendments.touch(versions)) return text;
    const accepted = mode === undefined ? undefined : this.#lastAccepted(text, party, date);
    if (mode === "as-accepted" && accepted === undefined) return text;
    if (accepted !== undefined && accepted.version !== null) {
      const named = versions.find((version) => version.version === accepted.version);
      if (named === undefined) return this.#unknownVersion(text, accepted.version, party);
      if (mode === "as-accepted") return this.#whole(named, text, date);
    }
    const day = mode === "as-accepted" ? accepted!.on : date;
    const standing = mode === undefined ? text : (this.#versions.standing(versions, day) ?? text);
    const current = standing.id === text.id ? text : standing;
    return this.#whole(this.#amendments.upToDate(versions, current, day), text, date);
  }

  /** What was put together is taken as it is; another version is put together for the day of the act. */
  #whole(version: Instrument, text: Instrument, date: string | null): Instrument {
    if (version.id !== text.id) return this.#texts.of(version, date);
    return version === this.#texts.recorded(version.id) ? text : version;
  }

  #lastAccepted(text: Instrument, party: string, date: string | null): Acceptance | undefined {
    const acceptances = this.#lineOf(text).accepted.get(party) ?? [];
    return acceptances[date === null ? acceptances.length - 1 : countUntil(acceptances.map(dayOf), date, true) - 1];
  }

  #unknownVersion(text: Instrument, version: string, party: string): Instrument {
    let ofText = this.#unrecorded.get(text);
    if (ofText === undefined) this.#unrecorded.set(text, (ofText = new Map()));
    const key = `${party}\u0000${version}`;
    let made = ofText.get(key);
    if (made === undefined) {
      ofText.set(key, (made = lacking(text, `the version \`${version}\` that was accepted is not recorded`, `acceptance by ${party}`)));
    }
    return made;
  }

  #lineOf(text: Instrument): Line {
    const versions = this.#versions.of(text);
    const first = versions[0]!.id;
    let line = this.#lines.get(first);
    if (line === undefined) {
      const places = versions.flatMap((version) => this.#acceptancesOf.get(version.id) ?? []).toSorted((a, b) => a - b);
      const inOrder = places.map((place) => this.#acceptances[place]!).toSorted((a, b) => compare(dayOf(a), dayOf(b)));
      this.#lines.set(first, (line = { accepted: listsBy(inOrder, (each) => [each.party]) }));
    }
    return line;
  }
}
