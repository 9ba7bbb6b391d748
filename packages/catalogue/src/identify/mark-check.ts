import type { Pairing } from "./pairing.js";
import { plainAddress } from "./reference-text.js";
import type { IndexedText } from "./indexed-text.js";
import type { Words } from "./reading.js";
import { markKind } from "./words.js";

/** A number, list letter or address as it is compared. */
interface Mark {
  readonly text: string;
  readonly loose: boolean;
  readonly url: boolean;
}

/** What stands before a word here and before its counterpart there. */
export interface MarkPlace {
  readonly word: number;
  readonly known: number;
  readonly here: readonly Mark[];
  readonly there: readonly Mark[];
}

function firstMark(words: Words, word: number): number {
  const { at, count } = words.marks;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function markOf(words: Words, m: number): Mark {
  const { marks, text } = words;
  const raw = text.slice(marks.start[m], marks.end[m]);
  const url = marks.kind[m] === markKind.url;
  return { text: url ? plainAddress(raw) : raw.toLowerCase(), loose: marks.loose[m] === 1, url };
}

/** The places within a run at which either text has a mark. */
export function marksAlong(words: Words, known: IndexedText, run: Pairing): MarkPlace[] {
  if (run.to - run.from !== run.knownTo - run.knownFrom) return [];
  const { marks } = words;
  const { marks: knownMarks } = known;
  const places: MarkPlace[] = [];
  let m = firstMark(words, run.from + 1);
  let k = known.markFrom[run.knownFrom + 1]!;
  for (;;) {
    const here = m < marks.count && marks.at[m]! < run.to ? marks.at[m]! - run.from : Infinity;
    const there = k < knownMarks.length && knownMarks[k]!.at < run.knownTo ? knownMarks[k]!.at - run.knownFrom : Infinity;
    const at = Math.min(here, there);
    if (at === Infinity) return places;
    const place = { word: run.from + at, known: run.knownFrom + at, here: [] as Mark[], there: [] as Mark[] };
    for (; m < marks.count && marks.at[m]! - run.from === at; m++) if (marks.kind[m] !== markKind.mail) place.here.push(markOf(words, m));
    for (; k < knownMarks.length && knownMarks[k]!.at - run.knownFrom === at; k++) place.there.push(knownMarks[k]!);
    places.push(place);
  }
}

const sameText = (a: readonly Mark[], b: readonly Mark[]): boolean => a.length === b.length && a.every((each, i) => each.text === b[i]!.text);

/** A copy may break an address at the end of a line, and may write one out that the license only links. */
const hasAddress = (all: readonly Mark[], url: string): boolean => all.some((each) => each.url && (each.text === url || (each.text.length > 7 && url.startsWith(each.text)) || each.text.startsWith(`${url}/`)));

/**
 * Whether marks at one place say the same: all alike, or alike once list signs, page numbers and references are left out (B.8). A number within
 * a sentence counts; so does an address that is replaced or gone.
 */
export function isMarksAlike(here: readonly Mark[], there: readonly Mark[]): boolean {
  if (sameText(here, there)) return true;
  const numbers = (all: readonly Mark[]): Mark[] => all.filter((each) => !each.url);
  if (!there.filter((each) => each.url).every((each) => hasAddress(here, each.text))) return false;
  if (sameText(numbers(here), numbers(there))) return true;
  const firm = (all: readonly Mark[]): Mark[] => numbers(all).filter((each) => !each.loose);
  return sameText(firm(here), firm(there));
}
