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
  return { text: url ? plainAddressOnce(raw) : raw.toLowerCase(), loose: marks.loose[m] === 1, url };
}

const plainAddresses = new Map<string, string>();
/** Texts have few addresses, and many the same ones. */
const mostAddresses = 2000;

function plainAddressOnce(raw: string): string {
  let plain = plainAddresses.get(raw);
  if (plain !== undefined) return plain;
  if (plainAddresses.size >= mostAddresses) plainAddresses.clear();
  plainAddresses.set(raw, (plain = plainAddress(raw)));
  return plain;
}

/** Whether a mark is as a known one is, told without making it. */
function isSame(words: Words, m: number, known: string): boolean {
  const { marks, text } = words;
  const [start, end] = [marks.start[m]!, marks.end[m]!];
  if (marks.kind[m] === markKind.url) return plainAddressOnce(text.slice(start, end)) === known;
  if (end - start !== known.length) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return text.slice(start, end).toLowerCase() === known;
    if ((code >= 65 && code < 91 ? code | 32 : code) !== known.charCodeAt(i - start)) return false;
  }
  return true;
}

/** The places within a run at which the marks of the one and the other text are not the same. */
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
    const [fromHere, fromThere] = [m, k];
    let isAlike = here === there;
    for (; m < marks.count && marks.at[m]! - run.from === at; m++) {
      if (marks.kind[m] === markKind.mail) continue;
      isAlike = isAlike && k < knownMarks.length && knownMarks[k]!.at - run.knownFrom === at && isSame(words, m, knownMarks[k]!.text);
      k++;
    }
    if (isAlike && (k >= knownMarks.length || knownMarks[k]!.at - run.knownFrom !== at)) continue;
    k = fromThere;
    const place = { word: run.from + at, known: run.knownFrom + at, here: [] as Mark[], there: [] as Mark[] };
    for (let each = fromHere; each < m; each++) if (marks.kind[each] !== markKind.mail) place.here.push(markOf(words, each));
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
