import type { Span } from "../text/text.js";

export interface DayValue extends Span {
  /** `2014-05-08`; `2017-02` and `2010` where the rest is left open in the document. */
  readonly on: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const two = (value: number): string => String(value).padStart(2, "0");

const fullYear = (year: string): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900));

function written(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return null;
  if (day === null) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > last ? null : `${year}-${two(month)}-${two(day)}`;
}

/** A day as contracts write it, as far as it is filled in; numbers alone are read as in the United States, month first, unless only the other order is a day. */
export function dayOf(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  if (iso !== null) return written(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*$/.exec(text);
  if (numbers !== null) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), fullYear(numbers[3] ?? "")];
    return written(year, first, second) ?? written(year, second, first);
  }
  const month = months.findIndex((each) => new RegExp(`\\b${each}`, "i").test(text)) + 1;
  const year = /(?<!\d)(?:1[89]|20|21)\d\d(?!\d)/.exec(text);
  if (month === 0 || year === null) return null;
  const day = /(?<!\d)(\d{1,2})(?:\s*(?:st|nd|rd|th))?(?!\d)/i.exec(text.slice(0, year.index));
  return written(Number(year[0]), month, day === null ? null : Number(day[1]));
}
