import { canonicalJson, inCodeOrder } from "@cleartitle/norms";
import { byText } from "./text-order.js";

/** Longer lists are put in order by parts. */
const most = 1000;

type Fields = Readonly<Record<string, unknown>>;

/** The names of the fields that the text of a record has, in its order. */
const namesIn = (record: object): string[] => inCodeOrder(Object.keys(record).filter((key) => (record as Fields)[key] !== undefined));

/** How the text of a record begins: its first field, up to the sign that ends it, so that of two beginnings neither begins the other. */
function beginningOf(record: object): string {
  const [first, ...others] = namesIn(record);
  return first === undefined ? "}" : `${JSON.stringify(first)}:${canonicalJson((record as Fields)[first])}${others.length > 0 ? "," : "}"}`;
}

/** The field that all of the records begin with, where others follow it in each. */
function commonFirst(records: readonly object[]): string | null {
  const [name] = namesIn(records[0]!);
  const isFirst = (each: object): boolean => {
    const [first, second] = namesIn(each);
    return first === name && second !== undefined;
  };
  return name !== undefined && records.every(isFirst) ? name : null;
}

/** Signs that stand otherwise in a text of JSON, or before the quotation mark that ends it there. */
const notAsItIs = /[^\u0023-\u005B\u005D-\uD7FF\uE000-\uFFFF]/;

/** The order of the texts of JSON that two words have, which are made where the words alone do not tell. */
const byQuoted = (a: string, b: string): number => (notAsItIs.test(a) || notAsItIs.test(b) ? byText(JSON.stringify(a), JSON.stringify(b)) : byText(a, b));

function byTexts<T>(records: readonly T[], once: boolean): T[] {
  const texts = records.map((record) => ({ record, text: canonicalJson(record) })).toSorted((a, b) => byText(a.text, b.text));
  // Of records that say the same the last stays.
  return texts.filter(({ text }, i) => !once || text !== texts[i + 1]?.text).map(({ record }) => record);
}

/** Records that begin alike are put in order together, and of one that begins as no other does the text is never made. */
function byBeginnings<T extends object>(records: readonly T[], beginning: (record: T) => string, order: (a: string, b: string) => number, once: boolean): T[] {
  const alike = new Map<string, T | T[]>();
  for (const record of records) {
    const begins = beginning(record);
    const known = alike.get(begins);
    if (known === undefined) alike.set(begins, record);
    else if (Array.isArray(known)) known.push(record);
    else alike.set(begins, [known, record]);
  }
  const sorted: T[] = [];
  for (const begins of [...alike.keys()].toSorted(order)) {
    const found = alike.get(begins)!;
    if (Array.isArray(found)) for (const each of byTexts(found, once)) sorted.push(each);
    else sorted.push(found);
  }
  return sorted;
}

/**
 * Records in the order of their content, as canonical texts are. `once`: of those that say the same only one. The texts of a long list would take more memory than its
 * records, and so would their beginnings: where all have one first field, words in it stand for themselves.
 */
export function inOrder<T extends object>(records: readonly T[], once = false): T[] {
  if (records.length < 2) return [...records];
  if (records.length < most) return byTexts(records, once);
  const first = commonFirst(records);
  if (first === null) return byBeginnings(records, beginningOf, byText, once);
  const wordIn = (record: T): unknown => (record as Fields)[first];
  // The quotation mark that a word begins with comes before whatever else a value can begin with.
  const words = byBeginnings(records.filter((each) => typeof wordIn(each) === "string"), (each) => wordIn(each) as string, byQuoted, once);
  const others = byBeginnings(records.filter((each) => typeof wordIn(each) !== "string"), beginningOf, byText, once);
  return words.concat(others);
}
