import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { operations } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type Portfolio = operations["getWorkspacesWorkspacePortfolio"]["responses"][200]["content"]["application/json"];
export type PortfolioFinding = Portfolio["findings"][number];
export type PortfolioAgreement = Portfolio["agreements"][number];
export type Severity = PortfolioFinding["severity"];

export const severityWords: Readonly<Record<Severity, string>> = { conflict: "conflict", look: "to look at", open: "not known" };
export const severities = Object.keys(severityWords) as readonly Severity[];

export const kindWords: Readonly<Record<PortfolioFinding["kind"], string>> = {
  family: "Documents and their changes", inconsistent: "Within one agreement", exclusivity: "Exclusivity", "most-favored": "Most favored terms", "wider-than-in": "Passed on and not had", law: "Law and seat", transfer: "Handing on", "notice-window": "Windows of notice", unusual: "Not what the playbook wants",
};

/** Most findings of one answer: what narrows them is applied to all of them here, so that no count waits for another answer. */
const most = 1000;

function usePortfolioOf(workspace: string, { day, until, agreement }: SearchState, enabled = true) {
  const query = { limit: most, ...(day === undefined ? {} : { day }), ...(until === undefined ? {} : { until }), ...(agreement === undefined ? {} : { agreement }) };
  return useQuery({ enabled, queryKey: queryKey.of(workspace, "portfolio", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/portfolio", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

/** All agreements together. Of more findings than one answer tells, those of the agreement that is looked at are asked for alone. */
export function usePortfolio(workspace: string, { day, until, agreement }: SearchState) {
  const days = { ...(day === undefined ? {} : { day }), ...(until === undefined ? {} : { until }) };
  const whole = usePortfolioOf(workspace, days);
  const isCut = whole.data !== undefined && whole.data.total > whole.data.findings.length;
  const own = usePortfolioOf(workspace, { ...days, ...(agreement === undefined ? {} : { agreement }) }, isCut && agreement !== undefined);
  /** Whether the findings are those of that agreement alone. */
  const isOfOne = isCut && agreement !== undefined && own.data !== undefined && !own.isPlaceholderData;
  return { ...whole, data: isOfOne ? { ...whole.data, findings: own.data.findings } : whole.data, isOfOne, error: whole.error ?? own.error };
}

/** Which of the findings the address asks for; `but`: a key that is not applied, to count what its other values have. */
export const findingsIn = (findings: readonly PortfolioFinding[], { severity, kind, agreement }: SearchState, but?: "severity" | "kind" | "agreement"): readonly PortfolioFinding[] =>
  findings.filter((each) => (but === "severity" || severity === undefined || each.severity === severity) && (but === "kind" || kind === undefined || each.kind === kind) && (but === "agreement" || agreement === undefined || each.agreements.includes(agreement)));

/** How often each value occurs. */
export function tally<T extends string>(values: readonly T[]): ReadonlyMap<T, number> {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** What each agreement is called: by its title, and by its id as well where several have the same. */
export function titlesOf(agreements: readonly PortfolioAgreement[]): ReadonlyMap<string, string> {
  const often = tally(agreements.map(({ title }) => title ?? ""));
  return new Map(agreements.map(({ id, title }) => [id, title === null ? id : often.get(title) === 1 ? title : `${title} (${id})`]));
}

interface Coverage {
  readonly topic: string;
  readonly found: number;
  readonly open: number;
  readonly notFound: number;
}

/** Of each topic, in how many agreements it was found; where nobody found it that is no word that there is nothing. */
export function coverageOf(agreements: readonly PortfolioAgreement[]): readonly Coverage[] {
  const states = agreements.map(({ topics }) => new Map(topics.map(({ topic, state }) => [topic, state])));
  return [...new Set(states.flatMap((each) => [...each.keys()]))].toSorted().map((topic) => {
    const of = states.map((each) => each.get(topic));
    return { topic, found: of.filter((state) => state === "found").length, open: of.filter((state) => state === "open").length, notFound: of.filter((state) => state === undefined).length };
  });
}

/** A sum as it is, its thousands apart: it may be larger than a number of the browser is exact. */
export const sayAmount = (amount: string): string => {
  const [whole = "", part] = amount.split(".");
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",")}${part === undefined ? "" : `.${part.padEnd(2, "0")}`}`;
};
