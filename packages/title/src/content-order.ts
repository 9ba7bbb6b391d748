import { canonicalJson } from "@cleartitle/norms";
import { byText } from "./text-order.js";

/** Longer lists are put in order by parts. */
const most = 1000;

/** How the text of a record begins: its first field, up to the sign that ends it, so that of two beginnings neither begins the other. */
function beginningOf(record: object): string {
  const fields = record as Readonly<Record<string, unknown>>;
  const [first, ...others] = Object.keys(fields).filter((key) => fields[key] !== undefined).toSorted();
  return first === undefined ? "}" : `${JSON.stringify(first)}:${canonicalJson(fields[first])}${others.length > 0 ? "," : "}"}`;
}

function byTexts<T>(records: readonly T[], once: boolean): T[] {
  const texts = records.map((record) => ({ record, text: canonicalJson(record) })).toSorted((a, b) => byText(a.text, b.text));
  // Of records that say the same the last stays.
  return texts.filter(({ text }, i) => !once || text !== texts[i + 1]?.text).map(({ record }) => record);
}

/**
 * Records in the order of their content, as canonical texts are. `once`: of those that say the same only one. The texts of a long list would take more memory than its
 * records: those that begin alike are put in order together, and of one that begins as no other does the text is never made.
 */
export function inOrder<T extends object>(records: readonly T[], once = false): T[] {
  if (records.length < 2) return [...records];
  if (records.length < most) return byTexts(records, once);
  const alike = new Map<string, T | T[]>();
  for (const record of records) {
    const beginning = beginningOf(record);
    const known = alike.get(beginning);
    if (known === undefined) alike.set(beginning, record);
    else if (Array.isArray(known)) known.push(record);
    else alike.set(beginning, [known, record]);
  }
  const sorted: T[] = [];
  for (const beginning of [...alike.keys()].toSorted(byText)) {
    const found = alike.get(beginning)!;
    if (Array.isArray(found)) for (const each of byTexts(found, once)) sorted.push(each);
    else sorted.push(found);
  }
  return sorted;
}
