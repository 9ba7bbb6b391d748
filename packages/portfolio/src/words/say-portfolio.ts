import { type Block, type Item, item, sayCount, section } from "@cleartitle/engine";
import type { PortfolioFinding } from "../discrepancy/finding.js";
import type { Place } from "../document/place.js";
import type { PortfolioDay, PortfolioDuty } from "../due/calendar.js";
import type { PortfolioMoney } from "../due/exposure.js";
import type { EffectiveTerm, Family } from "../family/family.js";
import type { Portfolio } from "../portfolio.js";
import type { PortfolioSearch } from "../search.js";

const widest = 240;

const short = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length > widest ? `${plain.slice(0, widest - 1)}…` : plain;
};

const where = ({ file, cite, line, page, start }: Place): string => [file, ...(line === null ? [] : [`line ${line}`]), ...(page === null ? [] : [`page ${page}`]), ...(cite === null ? [] : [`clause ${cite}`]), ...(line === null && page === null && start !== null ? [`character ${start}`] : [])].join(", ");

const quoted = (place: Place): string => `${where(place)}: “${short(place.quote)}”`;

const text = (line: string): Block => ({ kind: "text", text: line });

const severities = { conflict: "does not fit", look: "look", open: "not known" } as const;

const findingItem = ({ severity, families, message, places }: PortfolioFinding): Item => item(`${severities[severity]}: ${families.length === 1 ? `\`${families[0]!}\`: ` : ""}${message}`, { details: places.map(quoted) });

const titles: Readonly<Record<PortfolioFinding["kind"], string>> = {
  family: "Documents and their changes", inconsistent: "Within one agreement", exclusivity: "Exclusivity", "most-favored": "Most favored terms", "wider-than-in": "Passed on and not had", law: "Law and seat", transfer: "Handing on", "notice-window": "Windows of notice", unusual: "Not what the playbook wants",
};

const sayValue = (term: EffectiveTerm): string => {
  const values = (term.term?.values ?? []).map(({ name, value }) => `${name} ${Array.isArray(value) ? value.join(", ") : String(value)}`);
  return [term.term?.version ?? null, ...values].filter((each) => each !== null).join("; ");
};

const termLine = (term: EffectiveTerm): string => {
  const said = sayValue(term);
  const name = term.kind ?? term.topic;
  const state = term.state === "open" ? `open (${term.why ?? ""})` : said === "" ? "found" : said;
  const since = term.from === null ? "" : `, from ${term.from}`;
  const place = term.term?.place ?? term.against[0];
  return `${name}: ${state}${since}${place === undefined ? "" : ` [${quoted(place)}]`}`;
};

function familyItem(family: Family): Item {
  const { id, title, parties, documents, terms, notFound, deal, notes } = family;
  const others = documents.filter(({ part, why }) => part !== "counts" || why !== null).map(({ file, part, day, why }) => `${file}: ${part}${day === null ? "" : `, ${day}`}${why === null ? "" : ` (${why})`}`);
  return item(`${id}${title === null ? "" : `: ${title.value}`} (${sayCount(documents.length, "document")}; ${parties.map(({ name }) => name).join(", ") || "no party was found"})${deal?.isSigned === false ? ", not signed" : ""}`, {
    details: [...others, ...notes.map(({ message }) => message), ...terms.map(termLine), ...(notFound.length === 0 ? [] : [`not found: ${sayCount(notFound.length, "topic")}, which is no word that there is nothing`])],
  });
}

const dayItem = ({ family, what, on, counted, state, why, places }: PortfolioDay): Item => item(`${on ?? "not known"} ${state === "past" ? "(past) " : ""}${what}: \`${family}\`${counted ? ", counted" : ""}${why === null ? "" : ` (${why})`}`, { details: places.slice(0, 2).map(quoted) });

const dutyItem = ({ family, who, what, trigger, within, every, place }: PortfolioDuty): Item => item(`${who.join(" and ")}: ${what} On: ${trigger}${within === null ? "" : `, within ${within}`}${every === null ? "" : `, every ${every}`} (\`${family}\`)`, { details: place === null ? [] : [quoted(place)] });

function moneyBlocks({ lines, caps }: PortfolioMoney): Block[] {
  const sums = lines.map(({ what, totals, sums: named }) => item(`${what}: ${totals.map(({ currency, amount }) => `${currency} ${amount}`).join(", ")} (the largest that each of ${sayCount(new Set(named.map(({ family }) => family)).size, "agreement")} names; nothing is exchanged)`, { details: named.map(({ family, currency, amount, place }) => `\`${family}\` ${currency} ${amount} [${quoted(place)}]`) }));
  const groups = ["without limit", "sum", "relative", "open", "not found"] as const;
  const capped = groups.flatMap((cap) => {
    const of = caps.filter((each) => each.cap === cap);
    return of.length === 0 ? [] : [item(`cap ${cap}: ${sayCount(of.length, "agreement")}`, { details: cap === "not found" ? [of.map(({ family }) => family).join(", ")] : of.map(({ family, says, places }) => `\`${family}\`: ${says}${places[0] === undefined ? "" : ` [${quoted(places[0])}]`}`) })];
  });
  return [...section("Sums", sums), ...section("Caps", capped)];
}

const leftOutBlocks = ({ leftOut, cut, partiesNotFound }: Portfolio): Block[] => [
  ...(partiesNotFound.length === 0 ? [] : [text(`Of ${sayCount(partiesNotFound.length, "agreement")} fewer than two parties were found, so that nobody could compare them with all others: ${partiesNotFound.join(", ")}.`)]),
  ...section("Left out", leftOut.map(({ file, why }) => item(`${file}: ${why}`))),
  ...(cut.length === 0 ? [] : [text(`Cut: nobody asked what ${cut.join(", ")} may pass on.`)]),
];

/** A portfolio in words, the gravest first. `families`: also each with its terms. */
export function sayPortfolio(portfolio: Portfolio, { withTerms }: { readonly withTerms: boolean }): Block[] {
  const { families, findings, calendar, duties, money, coverage, asOf } = portfolio;
  const documents = families.reduce((sum, family) => sum + family.documents.length, 0);
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  if (families.length === 0) return [text("No agreement was found."), ...leftOutBlocks(portfolio)];
  return [
    text(`${sayCount(families.length, "agreement")} in ${sayCount(documents, "document")}, as of ${asOf}; ${sayCount(findings.filter(({ severity }) => severity === "conflict").length, "conflict")}, ${findings.filter(({ severity }) => severity === "look").length} to look at, ${findings.filter(({ severity }) => severity === "open").length} not known.`),
    ...kinds.flatMap((kind) => section(titles[kind], findings.filter((each) => each.kind === kind).map(findingItem))),
    ...section("Days", calendar.filter(({ state }) => state !== "past").map(dayItem)), ...section("Duties", duties.map(dutyItem)), ...moneyBlocks(money),
    ...(withTerms ? section("Agreements", families.map(familyItem)) : []),
    ...section("What was found, of how many", coverage.map(({ topic, found, open, notFound }) => item(`${topic}: found in ${found}${open === 0 ? "" : `, open in ${open}`}, not found in ${notFound}`))),
    ...leftOutBlocks(portfolio), text("Not found is no word that there is nothing. Readings are estimates of a program; each quote stands in its document."),
  ];
}

/** What a search found, what it could not tell, and how the found spread. */
export function saySearch({ found, unknown, facets }: PortfolioSearch): Block[] {
  const spread = facets.filter(({ values }) => values.length > 0).map(({ name, values, unknown: open }) => item(`${name}: ${values.slice(0, 12).map(({ value, count }) => `${value} (${count})`).join(", ")}${values.length > 12 ? ` and ${values.length - 12} more` : ""}${open === 0 ? "" : `; not known of ${open}`}`));
  return [
    text(`${sayCount(found.length, "agreement")} found; of ${unknown.length} it is not known.`),
    ...section("Found", found.map(({ family, title, hits }) => item(`${family}${title === null ? "" : `: ${title.replaceAll(/\s+/g, " ")}`}`, { details: hits.map((hit) => `${hit.kind ?? hit.topic}, ${hit.state} [${quoted(hit.place)}]`) }))),
    ...section("Not known", unknown.map(({ family, why }) => item(`${family}: ${why}`))), ...section("How they spread", spread),
  ];
}
