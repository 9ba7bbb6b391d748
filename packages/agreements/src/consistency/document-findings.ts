import { isKind } from "@cleartitle/norms";
import type { Compiled } from "../compile/compile.js";
import { type AgreementDocument, clausesOf, type DocumentClause, shownText } from "../document/document.js";
import type { DealFinding } from "./finding.js";

/** Of the fifteen rules the one that a document answers. */
export const ruleOfTerms = 15;

type Found = Pick<DealFinding, "rule" | "topics" | "cite" | "message" | "remedy"> & { readonly severity?: DealFinding["severity"] };

const defining = /["“]([^"“”]{2,60})["”]\s+(?:means|is|are|has the meaning|is defined)\b/gu;
/** Two or more words with capitals: how texts of others mark a defined term. */
const capitals = /(?<![.!?]\s|^)\b(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+)\b/gu;
const references = /\b(?:[Cc]lauses?|[Ss]ections?|[Aa]rticles?|[Pp]aragraphs?)\s+(\d{1,3}(?:\.\d{1,3}){0,3})|\b((?:Schedule|Annex|Appendix|Exhibit)\s+(?:[A-Z]|\d{1,2}))\b/gu;
const openPlaces = /\[[^\]]{0,60}\]|_{3,}|\bTBD\b|\bto be agreed\b|●|☐/gu;

/** Words of the parties: clauses of their own, and lines that stand in place of the house's. */
const ownTexts = (document: AgreementDocument, names: readonly string[]): { readonly clause: DocumentClause; readonly at: string; readonly text: string }[] =>
  clausesOf(document).filter((clause) => clause.version === "own").flatMap((clause) => clause.sentences.map((sentence) => ({ clause, at: sentence.number, text: names.reduce((text, name) => text.replaceAll(name, ""), sentence.text) })));

function termFindings(document: AgreementDocument, texts: ReturnType<typeof ownTexts>): Found[] {
  const house = document.definitions.entries.map((entry) => entry.term.toLowerCase());
  const defined = texts.flatMap(({ clause, at, text }) => [...text.matchAll(defining)].map((found) => ({ clause, at, term: found[1]! })));
  const twice = defined.filter(({ term }, index) => house.includes(term.toLowerCase()) || defined.findIndex((other) => other.term.toLowerCase() === term.toLowerCase()) !== index);
  const known = new Set([...house, ...defined.map(({ term }) => term.toLowerCase())]);
  const seen = new Set<string>();
  const strange = texts.flatMap(({ clause, at, text }) => [...text.matchAll(capitals)].flatMap((found) => {
    const term = found[1]!;
    if (known.has(term.toLowerCase()) || /^(?:Schedule|Annex)\b/.test(term) || seen.has(term)) return [];
    seen.add(term);
    return [{ clause, at, term }];
  }));
  return [
    ...twice.map(({ clause, at, term }): Found => ({ rule: ruleOfTerms, topics: [clause.topic], cite: at, message: `\`${term}\` is defined twice`, remedy: "define each term once" })),
    ...strange.map(({ clause, at, term }): Found => ({ rule: ruleOfTerms, topics: [clause.topic], cite: at, message: `\`${term}\` is written as a term, and nothing defines it`, remedy: "define it, or write it as a word" })),
  ];
}

/** Numbers of clauses and schedules that words point at. */
export const typedReferences = (text: string): readonly string[] => [...text.matchAll(references)].map((found) => (found[1] ?? found[2]!).replace(/\s+/g, " "));

function referenceFindings(document: AgreementDocument, texts: ReturnType<typeof ownTexts>): Found[] {
  const numbers = new Set([document.definitions.number, ...document.groups.flatMap((group) => [group.number, ...group.clauses.flatMap((clause) => [clause.number, ...clause.sentences.map((sentence) => sentence.number)])]), ...document.schedules.map((schedule) => schedule.number)]);
  const typed = texts.flatMap(({ clause, at, text }) => typedReferences(text).map((number) => ({ clause, at, number })));
  return [
    ...document.dangling.map(({ topic, phrase, to }): Found => ({ rule: null, topics: [topic, to], cite: null, message: `\`${phrase}\` points to \`${to}\`, on which the deal says nothing`, remedy: `take the topic \`${to}\`, or another version of \`${topic}\`` })),
    ...typed.filter(({ number }) => !numbers.has(number)).map(({ clause, at, number }): Found => ({ rule: null, topics: [clause.topic], cite: at, message: `\`${number}\` is pointed to, and nothing has that number`, remedy: "say what is meant by its name" })),
  ];
}

function openFindings(document: AgreementDocument, texts: ReturnType<typeof ownTexts>, attach: string): Found[] {
  const annex = document.schedules.flatMap((schedule) => schedule.rows).filter((row) => row.some((cell) => shownText(cell) === attach));
  const places = [...texts.map(({ clause, at, text }) => ({ topics: [clause.topic], cite: at, text })), ...document.cover.terms.map(({ value }) => ({ topics: [], cite: null, text: value }))];
  return [
    ...places.flatMap(({ topics, cite, text }) => [...text.matchAll(openPlaces)].map((found): Found => ({ rule: null, topics, cite, message: `\`${found[0]}\` is left open`, remedy: "say which it is before it is signed" }))),
    ...annex.map((row): Found => ({ rule: null, topics: [], cite: null, message: `the annex lacks the ${shownText(row[0]!)}`, remedy: "attach it before it is signed" })),
  ];
}

const topicOf = (id: string): string => id.split(".")[0]!;

/** Acts that one clause permits and another forbids, whatever the circumstances. */
function conflictFindings({ instrument }: Compiled): Found[] {
  const permits = instrument.norms.filter(isKind("permit")).filter((norm) => norm.permit.offer !== true);
  const bans = instrument.norms.filter(isKind("prohibit")).filter((norm) => norm.if === undefined);
  const met = bans.flatMap((ban) => permits.flatMap((permit) => {
    const roles = (permit.on ?? ["materials"]).filter((role) => (ban.on ?? ["materials"]).includes(role));
    const acts = roles.length === 0 ? [] : permit.permit.actions.filter((act) => ban.prohibit.actions.includes(act));
    const pair = [topicOf(permit.id), topicOf(ban.id)];
    return acts.length === 0 || pair[0] === pair[1] ? [] : [{ pair, acts }];
  }));
  const joined = new Map<string, Set<string>>();
  for (const { pair, acts } of met) joined.set(pair.join(" "), new Set([...(joined.get(pair.join(" ")) ?? []), ...acts]));
  return [...joined].map(([pair, acts]): Found => {
    const topics = pair.split(" ");
    return { rule: null, topics, cite: null, message: `\`${topics[0]!}\` permits ${[...acts].map((act) => `\`${act}\``).join(", ")}, and \`${topics[1]!}\` forbids it whatever the circumstances: the ban holds`, remedy: "take one of the two in another version" };
  });
}

/** What does not fit together in the document of a deal: terms, references, places left open, options that exclude each other. */
export function documentFindings(document: AgreementDocument, compiled: Compiled, attach: string): DealFinding[] {
  const texts = ownTexts(document, document.cover.parties.map((party) => party.name));
  return [...termFindings(document, texts), ...referenceFindings(document, texts), ...openFindings(document, texts, attach), ...conflictFindings(compiled)].map((found) => ({ code: "document", severity: "look", ...found }));
}
