import { compileDeal } from "../compile/compile.js";
import { dealOn, type Amendment, asFile, type ClauseHouse } from "../life/amendment.js";
import type { Deal } from "../deal/deal.js";
import { clausesOf } from "../document/document.js";
import { documentOf } from "../document/document-of.js";
import type { DealFinding } from "./finding.js";
import { typedReferences } from "./document-findings.js";

/** Of the fifteen rules the one that the amendments answer. */
const ruleOfAmendments = 13;

/** Which clause each number is, as the text stands on a day before an amendment; null: it is no deal by the clauses of today. */
function numbersOf(deal: Deal, house: ClauseHouse): ReadonlyMap<string, string> | null {
  const { file } = asFile(deal, house, deal.id);
  const { compiled } = file === null ? { compiled: null } : compileDeal(file, house);
  if (file === null || compiled === null) return null;
  return new Map(clausesOf(documentOf({ deal: file.deal, compiled, ...house })).flatMap(({ number, topic, sentences }) => [[number, topic] as const, ...sentences.map((sentence) => [sentence.number, topic] as const)]));
}

/** Numbers that words of an amendment point at, and that the amendments before it gave to another clause. */
export function amendmentFindings(deal: Deal, amendments: readonly Amendment[], house: ClauseHouse): { readonly rule: number; readonly findings: readonly DealFinding[] } {
  const first = numbersOf(deal, house);
  const inOrder = amendments.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const findings = inOrder.flatMap((amendment, at): DealFinding[] => {
    const pointing = Object.entries(amendment.topics).flatMap(([topic, taken]) => (taken?.own?.text ?? []).flatMap((text) => typedReferences(text).map((number) => ({ topic, number }))));
    const now = pointing.length === 0 ? null : numbersOf(dealOn(deal, inOrder.slice(0, at), amendment.from), house);
    if (first === null || now === null) return [];
    return pointing.filter(({ number }) => (first.has(number) || now.has(number)) && first.get(number) !== now.get(number)).map(({ topic, number }) => ({
      code: "inconsistent", rule: ruleOfAmendments, severity: "look", topics: [topic], cite: null,
      message: `\`${amendment.id}\` points at ${number}, which was ${said(first.get(number))} in the text that was signed and is ${said(now.get(number))} after the amendments before it`, remedy: "point at clauses by their topic",
    }));
  });
  return { rule: ruleOfAmendments, findings };
}

const said = (topic: string | undefined): string => (topic === undefined ? "no clause" : `\`${topic}\``);
