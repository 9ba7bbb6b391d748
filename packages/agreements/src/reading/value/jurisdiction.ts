/** Names of places as contracts write them for a law, with the codes of ISO 3166. No statement on any law. */
const names = `
US-AL Alabama|US-AK Alaska|US-AZ Arizona|US-AR Arkansas|US-CA California|US-CO Colorado|US-CT Connecticut|US-DE Delaware|US-DC District of Columbia|US-FL Florida|US-GA Georgia|US-HI Hawaii
US-ID Idaho|US-IL Illinois|US-IN Indiana|US-IA Iowa|US-KS Kansas|US-KY Kentucky|US-LA Louisiana|US-ME Maine|US-MD Maryland|US-MA Massachusetts|US-MI Michigan|US-MN Minnesota|US-MS Mississippi
US-MO Missouri|US-MT Montana|US-NE Nebraska|US-NV Nevada|US-NH New Hampshire|US-NJ New Jersey|US-NM New Mexico|US-NY New York|US-NC North Carolina|US-ND North Dakota|US-OH Ohio|US-OK Oklahoma
US-OR Oregon|US-PA Pennsylvania|US-RI Rhode Island|US-SC South Carolina|US-SD South Dakota|US-TN Tennessee|US-TX Texas|US-UT Utah|US-VT Vermont|US-VA Virginia|US-WA Washington|US-WV West Virginia
US-WI Wisconsin|US-WY Wyoming|US-PR Puerto Rico|CA-AB Alberta|CA-BC British Columbia|CA-MB Manitoba|CA-NB New Brunswick|CA-NL Newfoundland|CA-NS Nova Scotia|CA-ON Ontario|CA-PE Prince Edward Island
CA-QC Quebec|CA-QC Québec|CA-SK Saskatchewan|AU-NSW New South Wales|AU-QLD Queensland|AU-SA South Australia|AU-TAS Tasmania|AU-VIC Victoria|AU-WA Western Australia|GB-ENG England|GB-ENG English
GB-WLS Wales|GB-SCT Scotland|GB-SCT Scottish|GB-SCT Scots|GB-NIR Northern Ireland|GB United Kingdom|GB Great Britain|US United States of America|US United States|US U.S.A.|CA Canada|AU Australia
CN People's Republic of China|CN PRC|CN P.R.C.|CN P.R. China|CN China|CN Chinese|HK Hong Kong|MO Macau|TW Taiwan|TW Republic of China|JP Japan|JP Japanese|KR Republic of Korea|KR Korea|SG Singapore|MY Malaysia|TH Thailand
VN Vietnam|PH Philippines|ID Indonesia|IN India|PK Pakistan|BD Bangladesh|LK Sri Lanka|AE United Arab Emirates|AE Dubai|SA Saudi Arabia|QA Qatar|KW Kuwait|IL Israel|IL Israeli|TR Turkey|EG Egypt|ZA South Africa|NG Nigeria
KE Kenya|GH Ghana|DE Germany|DE German|AT Austria|AT Austrian|CH Switzerland|CH Swiss|FR France|FR French|BE Belgium|BE Belgian|NL Netherlands|NL Dutch|LU Luxembourg|IT Italy|IT Italian|ES Spain|ES Spanish|PT Portugal
IE Ireland|IE Irish|DK Denmark|DK Danish|SE Sweden|SE Swedish|NO Norway|NO Norwegian|FI Finland|FI Finnish|IS Iceland|PL Poland|CZ Czech Republic|SK Slovakia|HU Hungary|RO Romania|BG Bulgaria|GR Greece|CY Cyprus|MT Malta
EE Estonia|LV Latvia|LT Lithuania|RU Russia|RU Russian Federation|UA Ukraine|KZ Kazakhstan|GE Republic of Georgia|MX Mexico|BR Brazil|AR Argentina|CL Chile|CO Republic of Colombia|CO Colombia|PE Peru|PA Panama|CR Costa Rica
BM Bermuda|KY Cayman Islands|VG British Virgin Islands|VI U.S. Virgin Islands|BS Bahamas|JE Jersey|GG Guernsey|IM Isle of Man|GI Gibraltar|LI Liechtenstein|MC Monaco|MU Mauritius|MH Marshall Islands|NZ New Zealand|PG Papua New Guinea`;

const table: readonly (readonly [string, string])[] = names
  .trim()
  .split(/[|\n]/)
  .map((row) => [row.slice(0, row.indexOf(" ")), row.slice(row.indexOf(" ") + 1)] as const)
  .toSorted(([, one], [, two]) => two.length - one.length);

const codes = new Map(table.map(([code, name]) => [name.toLowerCase(), code]));
const spaced = (name: string): string => name.replace(/[.()]/g, "\\$&").replaceAll("'", "['’]?").replaceAll(" ", "\\s+");
const pattern = new RegExp(`(?<![\\p{L}-])(?:${table.map(([, name]) => spaced(name)).join("|")})(?![\\p{L}])`, "giu");

export interface NamedPlace {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** The places that a text names, in its order. Names are told from other words by a capital. */
export function placesIn(text: string): NamedPlace[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = match[0];
    const name = said.toLowerCase().replace(/\s+/g, " ").replaceAll("’", "'");
    const code = codes.get(name) ?? codes.get(name.replace("peoples", "people's"));
    return code === undefined || !/^\p{Lu}/u.test(said) ? [] : [{ code, start: match.index, end: match.index + said.length }];
  });
}
