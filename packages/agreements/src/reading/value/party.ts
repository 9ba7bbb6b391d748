import type { Span } from "../text/text.js";

export interface PartyValue extends Span {
  readonly name: string;
  /** What the document calls it: `Licensee`. */
  readonly alias: string | null;
}

const form = "(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|Ltd|LTD|Limited|LIMITED|LLC|L\\.L\\.C|L\\.P|LP|LLP|L\\.L\\.P|N\\.A|S\\.A|S\\.A\\.S|S\\.p\\.A|GmbH|AG|B\\.V|BV|N\\.V|NV|PLC|plc|Plc|Pty|Trust|TRUST|Bank|BANK|University|UNIVERSITY|Association|Foundation|Institute|Partners|Fund|FUND|Funds|Holdings|HOLDINGS|S\\.a\\.r\\.l|AB|ASA|A\\/S|SE|K\\.K)";
const word = "(?:[\\p{Lu}\\d][\\p{L}\\d.&'’/-]*)";
const joined = "(?:\\s+(?:of|and|the|for|de|&|\\+)\\s+|,?\\s+)";
const company = new RegExp(`${word}(?:${joined}${word}){0,9}?,?\\s+${form}(?![\\p{L}])\\.?(?:,?\\s+${form}(?![\\p{L}])\\.?)*`, "gu");
const alias = /[“"”]\s*([^“”"\n]{1,60}?)\s*[,.]?\s*[“"”]/gu;
const lead = /^(?:(?:This|THIS|By|BY|Between|BETWEEN|And|AND|Among|AMONG|The|THE|Agreement|AGREEMENT|Dated|WHEREAS|Whereas|Parties|PARTIES|Whose|Date|Effective|Section|\d+\.?)\s+)+/;
/** An alias stands so near behind the name of its party. */
const nearby = 320;

/** The parties that a preamble names, each with what it is called from then on. */
export function partiesIn(text: string, offset = 0): PartyValue[] {
  const names = [...text.matchAll(company)].map((match) => {
    const cut = lead.exec(match[0])?.[0].length ?? 0;
    return { start: match.index + cut, end: match.index + match[0].length, name: match[0].slice(cut).replace(/\s+/g, " ") };
  });
  const aliases = [...text.matchAll(alias)].map((match) => ({ at: match.index, said: (match[1] ?? "").replace(/\s+/g, " ") })).filter(({ said }) => !/agreement|effective|date|parties|^party$|contract/i.test(said));
  const seen = new Set<string>();
  return names.flatMap(({ start, end, name }, index): PartyValue[] => {
    const key = name.toLowerCase().replace(/[^\p{L}\d]/gu, "");
    if (key.length < 4 || !name.includes(" ") || seen.has(key)) return [];
    seen.add(key);
    const next = names[index + 1]?.start ?? text.length;
    const called = aliases.find(({ at }) => at >= end - 1 && at - end < nearby && at < next) ?? null;
    return [{ name, alias: called?.said ?? null, start: start + offset, end: end + offset }];
  });
}
