/** Digits in groups of three; a year, a number of a section and what stands in a citation stay as they are. */
const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");

/** `2000000` → `2,000,000`, `5..5` → `5`, `..5000000` → `at most 5,000,000`, `above 1000000` → `above 1,000,000`; dates and words stay. Fixed, whatever the machine's locale. */
export function sayAmount(text: string): string {
  if (/\d{4}-\d{2}-\d{2}/.test(text)) return text;
  const range = /^(\d*)\.\.(\d*)$/.exec(text);
  if (range === null) return text.replaceAll(/(?<![\w.,-])\d{5,}(?![\w,-])/g, grouped);
  const [, from = "", to = ""] = range;
  if (from === to) return grouped(from);
  if (from === "") return `at most ${grouped(to)}`;
  return to === "" ? `at least ${grouped(from)}` : `${grouped(from)} to ${grouped(to)}`;
}
