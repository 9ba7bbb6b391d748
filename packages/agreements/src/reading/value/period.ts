import type { Span } from "../text/text.js";

export interface PeriodValue extends Span {
  /** A period of ISO 8601: `P30D`, `P6M`, `P1Y`. */
  readonly period: string;
}

const numberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const ten = Object.keys(tens).join("|");
const spelled = `(?:(?:one|two)[\\s-]+hundred(?:[\\s-]+and)?(?:[\\s-]+(?:${ten}))?(?:[\\s-]+(?:${numberWords.slice(1, 10).join("|")}))?|(?:${ten})[\\s-]+(?:${numberWords.slice(1, 10).join("|")})|${ten}|${numberWords.slice(1, 20).toReversed().join("|")}|an?)`;
const periodPattern = new RegExp(`(?<![\\w.])(?:(${spelled})\\s*-?\\s*)?(?:\\(?\\s*(\\d{1,4})\\s*\\)?)?\\s*(?:\\((?:${spelled})\\)\\s*)?-?\\s*(?:full\\s+|calendar\\s+|business\\s+|working\\s+|consecutive\\s+|additional\\s+|successive\\s+|further\\s+)*(day|week|month|year)s?\\b`, "giu");

function numberOf(words: string): number | null {
  let sum = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === "and" || word === "") continue;
    const unit = numberWords.indexOf(word);
    if (word === "hundred") sum *= 100;
    else if (word === "a" || word === "an") sum += 1;
    else if (unit >= 0) sum += unit;
    else if (tens[word] !== undefined) sum += tens[word];
    else return null;
  }
  return sum;
}

const letters: Readonly<Record<string, string>> = { day: "D", week: "W", month: "M", year: "Y" };

/** The periods that a text names, in its order: `thirty (30) days`, `six-month`, `1 year`, `annual`. */
export function periodsIn(text: string, offset = 0): PeriodValue[] {
  const counted = [...text.matchAll(periodPattern)].flatMap((match): PeriodValue[] => {
    const [whole, word, digits, unit] = match;
    const count = digits === undefined ? (word === undefined ? null : numberOf(word)) : Number(digits);
    if (count === null || count === 0) return [];
    const lead = whole.length - whole.trimStart().length;
    return [{ period: `P${count}${letters[(unit ?? "").toLowerCase()] ?? "D"}`, start: offset + match.index + lead, end: offset + match.index + whole.length }];
  });
  const named = [...text.matchAll(/\b(annual(?:ly)?|yearly|(?:every|each)[\s-]+year|year[\s-]+to[\s-]+year|month[\s-]+to[\s-]+month|monthly)\b/giu)].map((match): PeriodValue => ({ period: /^month/i.test(match[0]) ? "P1M" : "P1Y", start: offset + match.index, end: offset + match.index + match[0].length }));
  return [...counted, ...named].toSorted((one, two) => one.start - two.start);
}

const renewing = /\b(?:renew\w*|extend\w*|extension\w*|successive|consecutive|additional|thereafter|subsequent)\b/gi;

const distance = (one: Span, at: number): number => (at < one.start ? one.start - at : Math.max(0, at - one.end));

function nearest(periods: readonly PeriodValue[], marks: readonly number[]): PeriodValue | null {
  let best: PeriodValue | null = null;
  let least = 140;
  for (const period of periods) {
    for (const mark of marks) {
      const away = distance(period, mark);
      if (away < least) {
        least = away;
        best = period;
      }
    }
  }
  return best;
}

const noticeAfter = /^['’]?\s*(?!unless)(?:(?!\b(?:terms?|periods?|unless|renew\w*|extension\w*|by)\b)[^,;.]){0,32}?\b(?:notice|notif\w+|prior|before|advance|previous|written)\b/i;
const noticeBefore = /\b(?:notice|notif\w+|at\s+least|less\s+than|fewer\s+than|later\s+than|earlier\s+than|given|upon|within)\b(?:(?!\b(?:terms?|periods?|renew\w*|additional|successive)\b)[^;.]){0,40}$/i;

/** Whether a period is the time of a notice: by what stands right behind it, or right before. */
const isNotice = (text: string, { start, end }: Span): boolean => noticeAfter.test(text.slice(end, end + 60)) || noticeBefore.test(text.slice(Math.max(0, start - 60), start));

export interface RenewalValue extends PeriodValue {
  /** Whether it renews again and again. */
  readonly successive: boolean;
  /** Whether it renews unless somebody says no. */
  readonly automatic: boolean;
}

/** For how long a clause says the term is renewed. */
export function renewalIn(text: string, offset = 0): RenewalValue | null {
  const periods = periodsIn(text).filter((period) => !isNotice(text, period));
  const marks = [...text.matchAll(renewing)].map((match) => match.index + match[0].length);
  const near = nearest(periods, marks);
  if (near === null) return null;
  const successive = /\b(?:successive|consecutive|each|periods|terms|year[\s-]+to[\s-]+year|every[\s-]+year|month[\s-]+to[\s-]+month|annual\w*|any renewal)\b/i.test(text);
  return { ...near, start: near.start + offset, end: near.end + offset, successive, automatic: /\bautomatic\w*\b|\bshall\s+(?:be\s+)?renew|\bunless\b/i.test(text) };
}

/** How long before the end notice has to be given so that nothing is renewed. */
export function noticeIn(text: string, offset = 0): PeriodValue | null {
  const found = periodsIn(text).find((period) => isNotice(text, period));
  return found === undefined ? null : { ...found, start: found.start + offset, end: found.end + offset };
}
