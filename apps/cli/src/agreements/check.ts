import { type Agreement, amendmentFindings, amendmentsOf, chainFindings, checkDeal, documentOf, standingOn, termsOn, withoutTexts, type CheckedDeal, type DealFinding } from "@cleartitle/agreements";
import type { Decide } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { jsonWith, writeLines } from "../command/clauses.js";
import { checkLines, isStopping, type DealGate } from "../command/deal.js";
import type { Io } from "../io.js";
import { dateOption, toldGraph } from "../world.js";
import { agreementNamed, agreementsIn, inWorkspace, type KeptOptions, type OpenedWorkspace } from "./kept-agreement.js";

interface CheckOptions extends KeptOptions {
  readonly asOf?: string;
  readonly failOn: DealGate;
  readonly format: "table" | "json";
}

/** Agreements as one portfolio: what two of them say against each other, by rules 7 and 8, is asked where all are read together. */
export async function betweenThem(all: readonly Agreement[], { house, catalogue, decide }: Pick<OpenedWorkspace, "house" | "catalogue"> & { readonly decide: Decide }, asOf: string): Promise<(id: string) => readonly DealFinding[]> {
  const { portfolioOf, recordedSources } = await import("@cleartitle/portfolio");
  const { findings } = portfolioOf(recordedSources(all, house, asOf), { house, catalogue, decide, asOf, soon: asOf, mostChains: 200 });
  const rules = { exclusivity: 7, "wider-than-in": 8 } as const;
  return (id) => findings.flatMap(({ kind, severity, families, message }): DealFinding[] => {
    const rule = kind === "exclusivity" || kind === "wider-than-in" ? rules[kind] : null;
    const told = house.library.rules.find(({ number }) => number === rule);
    return told === undefined || !families.includes(id) ? [] : [{ code: "inconsistent", rule, severity: severity === "conflict" ? "contradiction" : "look", topics: [rule === 7 ? "exclusivity" : "permitted-acts"], cite: null, message, remedy: told.remedy }];
  });
}

/** Checks the agreements of a workspace as they stand on a day, with what only their records, their amendments and the other agreements answer. */
export async function check(io: Io, workspace: string, id: string | undefined, options: CheckOptions): Promise<ExitCode> {
  const day = options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf);
  return inWorkspace(io, workspace, options, async (opened): Promise<ExitCode> => {
    const { house, catalogue } = opened;
    const graph = await toldGraph(opened.graph, catalogue);
    const all = (await agreementsIn(opened)).map(({ agreement }) => agreement);
    const asked = id === undefined ? all.filter(({ life }) => life.state !== "withdrawn") : [(await agreementNamed(opened, id)).agreement];
    const decide = await io.rooms.decide();
    const between = await betweenThem(all, { house, catalogue, decide }, day);
    const checked = asked.map((agreement) => {
      const terms = termsOn(agreement, day);
      if (terms === null) return { agreement, checked: null };
      const { deal, compiled } = terms;
      const chain = chainFindings(deal, compiled, { world: { graph: withoutTexts(graph, agreement), catalogue }, decide, on: day });
      const beside = [{ rule: 7, findings: between(agreement.life.id) }, chain, amendmentFindings(agreement.deal, amendmentsOf(agreement.life, "all"), house)];
      return { agreement, checked: checkDeal({ deal, library: house.library, compiled, on: day, document: documentOf({ deal, compiled, ...house }), beside }) };
    });
    if (options.format === "json") io.stdout.write(jsonWith("agreements-check", house.library, { workspace, asOf: day, agreements: checked.map(({ agreement, checked: found }) => ({ agreement: agreement.life.id, ...(found ?? { problems: agreement.problems }) })) }));
    else writeLines(io, checked.flatMap(({ agreement, checked: found }) => said(agreement, found, day)));
    return checked.some(({ checked: found }) => found !== null && isStopping(found, options.failOn)) ? 2 : checked.some(({ checked: found }) => found === null) ? 3 : 0;
  });
}

const said = (agreement: Agreement, found: CheckedDeal | null, day: string): string[] => [
  `${agreement.life.id}: ${agreement.deal.title} (${standingOn(agreement, day).state})`, "",
  ...(found === null ? ["The clauses of today cannot read it", ...agreement.problems.map(({ message }) => `  ${message}`)] : checkLines(found)), "",
];
