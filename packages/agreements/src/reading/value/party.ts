import type { Span } from "../text/text.js";

export interface PartyValue extends Span {
  readonly name: string;
  /** What the document calls it: `Licensee`. */
  readonly alias: string | null;
}

const form = "(?:Inc|INC|inc(?=[.,;)\\s])|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|CO|Ltd|LTD|Limited|LIMITED|LLC|L\\.L\\.C|L\\.P|LP|LLP|L\\.L\\.P|N\\.A|S\\.A|S\\.A\\.S|S\\.p\\.A|GmbH|AG|B\\.V|BV|N\\.V|NV|PLC|plc|Plc|Pty|Trust|TRUST|Bank|BANK|University|UNIVERSITY|Association|Foundation|Institute|Partners|Fund|FUND|Funds|Holdings|HOLDINGS|S\\.a\\.r\\.l|S\\.R\\.L|SRL|S\\.r\\.l|SA|AB|ASA|A\\/S|SE|K\\.K)";
/** Also `iPayment`, `e-centives` and `theglobe.com`, and a place in brackets: `(USA)`. */
const word = "(?:(?:[\\p{Lu}\\d]|\\p{Ll}(?=[\\p{L}\\d-]{1,30}\\.(?:com|net|org)\\b)|\\p{Ll}{1,2}\\p{Lu}|(?<=\\s)[ei]-\\p{L})[\\p{L}\\d.&'’/-]*|\\(\\p{Lu}[\\p{L}. ]{1,20}\\)(?=\\s+\\p{Lu}))";
const joined = "(?:\\s+(?:of|and|the|for|de|&|\\+)\\s+|,?\\s+)";
const company = new RegExp(`(?<![\\p{L}\\d])${word}(?:${joined}${word}){0,9}?,?\\s+${form}(?![\\p{L}-])\\.?(?:,?\\s+${form}(?![\\p{L}-])\\.?)*`, "gu");
const alias = /[“"”]\s*([^“”"\n]{1,60}?)\s*[,.]?\s*[“"”]/gu;
const lead = /^(?:(?:This|THIS|By|BY|Between|BETWEEN|And|AND|Among|AMONG|The|THE|Agreement|AGREEMENT|Dated|WHEREAS|Whereas|Parties|PARTIES|Whose|Date|Effective|Section|\d+\.?)\s+)+/;
/** What stands before a name on one line with it: a title, a day, an address. The name begins behind the last of them. */
const front = /(?:\b(?:BETWEEN|Between|between|AMONG|Among|among)\b|\b(?:19|20)\d\d\b\.?|\b\d{5}(?:-\d{4})?\b)\s*(?:(?:and|AND|by|BY)\s+)*/gu;
/** Whose office or name stands before a company in a block of signatures. */
const office = /\b(?:Officer|Signatory|President|Secretary|Treasurer|Director|Counsel|Attorney)\s+(?=\p{Lu}{2})/gu;
/** A person who is said to be one. */
const person = /(?<![\p{L}\d.&'’-])((?:\p{Lu}[\p{L}.'’-]*\s+){1,4}\p{Lu}[\p{L}.'’-]*)\s*,?\s*(?:\(?(?:an?|both|each)\s+(?:\p{L}+\s+)?individuals?\b|residing\s+at\b)/gu;
/** A name without the form of a company, right before what the document calls it: of a person, a partnership or an authority. */
const plainName = /(?<![\p{L}\d.&'’-])((?:[\p{Lu}][\p{L}.'’&-]*)(?:\s+(?:(?:of|the|for|de|van|von|&)\s+)?[\p{Lu}][\p{L}.'’&-]*){1,6})(?:,\s+(?:an?|the)\s+[^(“"”;.]{3,80}|,?\s+(?:of|having|with|located|residing|whose)\b[^(“"”;]{0,160})?\s*,?\s*\(\s*(?:the\s+|hereinafter[^“"”()]{0,40}|collectively[^“"”()]{0,40})?[“"”]\s*(?:the\s+)?([^“"”]{1,40})/gu;
/** A name without a form of which it is said what it is: `i-on interactive, a Florida corporation`, `Fox Licensing, a division of`. */
const described = /(?<![\p{L}\d.&'’-])((?:\p{Lu}[\p{L}.'’&-]*|[\p{L}\d-]{2,30}\.(?:com|net|org))(?:\s+(?:(?:of|the|for|de|&)\s+)?\p{Lu}[\p{L}.'’&-]*){0,6}),\s+(?:an?\s+)?(?:(?:\p{Lu}[\p{L}.]*\s+){1,3}(?:\p{Ll}+\s+){0,2}(?:corporation|company|partnership|association|trust)\b|(?:division|subsidiary|unit)\s+of\b)/gu;
/** `The Company` and `a Delaware Corporation` name nobody. */
const nobody = /(?:^|[\s.])(?:The|THE|This|THIS|Each|Such|Any|By)\s+\p{L}+$|^[\d.]+\s+\p{L}+$/u;
const article = /\ban?\s+$/i;
/** Parts that parties have; what is called so, or by a word of its own name, is one. */
const part = /(?:licens|franchis|distribut|consult|execut|employ|suppli|vendor|buyer|purchas|seller|customer|client|contractor|manufactur|agent|sponsor|endors|talent|artist|athlete|partner|provider|develop|produc|advis|affiliat|promot|lender|borrow|owner|operator|lessor|lessee|tenant|landlord|transporter|shipper)/i;
const letters = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
/** What is called by such a word of its name is no party: `Confidential Information ("Information")`. */
const thing = /^(?:information|territor(?:y|ies)|seasons?|manuals?|commission|propert(?:y|ies)|materials?|rights?|fees?|period|program|marks?|content|software|technology|patents?|data|board|events?|site|plan|rates?|facilit(?:y|ies)|premises|equipment|works?|inventions?|project|system|services?)$/i;
const isCalled = (name: string, called: string): boolean => part.test(called) || (!thing.test(called.trim()) && letters(called).some((each) => letters(name).includes(each)));
const noName = /\b(?:Agreement|Date|Section|Exhibit|Schedule|Products?|Services?|Term|Territory|Effective|Contract|Article|WHEREAS|Act|Law|State|County|Street|Avenue|Road|Suite)\b|\b(?:AGREEMENT|EXHIBIT|SCHEDULE)\b/u;
/** An alias stands so near behind the name of its party. */
const nearby = 320;

/** The parties that a preamble names, each with what it is called from then on. */
export function partiesIn(text: string, offset = 0): PartyValue[] {
  const companies = [...text.matchAll(company)].map((match) => {
    const before = [front, office].flatMap((each) => [...match[0].matchAll(each)]).map(({ index, 0: found }) => index + found.length).filter((at) => at < match[0].length - 4).reduce((last, at) => Math.max(last, at), 0);
    const cut = before + (lead.exec(match[0].slice(before))?.[0].length ?? 0);
    return { start: match.index + cut, end: match.index + match[0].length, name: match[0].slice(cut).replace(/\s+/g, " ") };
  });
  const others = [...text.matchAll(plainName)].flatMap(({ index, 0: whole, 1: found = "", 2: called = "" }) => {
    const cut = lead.exec(found)?.[0].length ?? 0;
    const [start, end] = [index + cut, index + found.length];
    // What is called so is the company that is named last before it.
    return noName.test(found) || !isCalled(found, called) || companies.some((each) => each.start < index + whole.length && start < each.end) ? [] : [{ start, end, name: found.slice(cut).replace(/\s+/g, " ") }];
  });
  const told = [...text.matchAll(described)].flatMap(({ index, 1: found = "" }) => {
    const cut = lead.exec(found)?.[0].length ?? 0;
    const [start, end] = [index + cut, index + found.length];
    return noName.test(found) || [...companies, ...others].some((each) => each.start < end && start < each.end) ? [] : [{ start, end, name: found.slice(cut).replace(/\s+/g, " ") }];
  });
  const persons = [...text.matchAll(person)].flatMap(({ index, 1: found = "" }) => {
    const cut = lead.exec(found)?.[0].length ?? 0;
    const [start, end] = [index + cut, index + found.length];
    return noName.test(found) || [...companies, ...others].some((each) => each.start < end && start < each.end) ? [] : [{ start, end, name: found.slice(cut).replace(/\s+/g, " ") }];
  });
  const names = [...companies, ...others, ...told, ...persons].toSorted((one, two) => one.start - two.start);
  const aliases = [...text.matchAll(alias)].map((match) => ({ at: match.index, said: (match[1] ?? "").replace(/\s+/g, " ") })).filter(({ said }) => !/agreement|effective|date|parties|^party$|contract/i.test(said));
  const seen = new Set<string>();
  return names.flatMap(({ start, end, name }, index): PartyValue[] => {
    const key = name.toLowerCase().replace(/[^\p{L}\d]/gu, "");
    if (key.length < 4 || !name.includes(" ") || seen.has(key) || nobody.test(name) || article.test(text.slice(Math.max(0, start - 4), start))) return [];
    seen.add(key);
    const next = names[index + 1]?.start ?? text.length;
    const called = aliases.find(({ at }) => at >= end - 1 && at - end < nearby && at < next) ?? null;
    return [{ name, alias: called?.said ?? null, start: start + offset, end: end + offset }];
  });
}
