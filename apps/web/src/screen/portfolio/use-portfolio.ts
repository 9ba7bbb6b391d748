import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components, operations } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { type SearchState, useSearchState } from "../../part/search-state.js";
import { useRows } from "./use-rows.js";

export type Portfolio = operations["getWorkspacesWorkspacePortfolio"]["responses"][200]["content"]["application/json"];
export type PortfolioFinding = components["schemas"]["PortfolioFinding"];
export type PortfolioAgreement = components["schemas"]["PortfolioAgreement"];
export type PortfolioCap = components["schemas"]["PortfolioCap"];
export type PortfolioSum = components["schemas"]["PortfolioSum"];
export type Severity = PortfolioFinding["severity"];
export type Kind = PortfolioFinding["kind"];

export const severityWords: Readonly<Record<Severity, string>> = { conflict: "conflict", look: "to look at", open: "not known" };
export const severities = Object.keys(severityWords) as readonly Severity[];

export const kindWords: Readonly<Record<Kind, string>> = {
  family: "Documents and their changes", inconsistent: "Within one agreement", exclusivity: "Exclusivity", "most-favored": "Most favored terms", "wider-than-in": "Passed on and not had", law: "Law and seat", transfer: "Handing on", "notice-window": "Windows of notice", unusual: "Not what the playbook wants",
};
const kinds = Object.keys(kindWords) as readonly Kind[];

const only = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } => (value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T }));

/** The days for which everything is asked. */
const daysIn = ({ day, until }: SearchState) => ({ ...only("day", day), ...only("until", until) });

/** What the address asks of every list: days, and the agreement that is looked at. */
const askedIn = (state: SearchState) => ({ ...daysIn(state), ...only("agreement", state["agreement"]) });

/** Where a list is asked, and with what. */
function useAsked() {
  const [state] = useSearchState();
  return { path: { workspace: useWorkspace() }, state, asked: askedIn(state) };
}

/** What all agreements come to together. */
export function usePortfolio() {
  const { path, state } = useAsked();
  const query = daysIn(state);
  return useQuery({ queryKey: queryKey.of(path.workspace, "portfolio", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/portfolio", { params: { path, query } })), placeholderData: keepPreviousData });
}

/** Which kind and which gravity the address asks for. */
export const narrowedIn = (state: SearchState) => ({ kind: kinds.find((each) => each === state["kind"]), severity: severities.find((each) => each === state["severity"]) });

/** How many findings of which kind and gravity there are, among what the others leave. */
export function useFindingCounts() {
  const { path, state, asked } = useAsked();
  const { kind, severity } = narrowedIn(state);
  const query = { ...asked, ...only("kind", kind), ...only("severity", severity), limit: 1 };
  return useQuery({ queryKey: queryKey.of(path.workspace, "portfolio", "finding-counts", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/portfolio/findings", { params: { path, query } })), placeholderData: keepPreviousData });
}

/** Findings of a kind. */
export function useFindings(kind: Kind) {
  const { path, state, asked } = useAsked();
  const query = { ...asked, kind, ...only("severity", narrowedIn(state).severity) };
  return useRows(kind, query, (paged) => api.GET("/workspaces/{workspace}/portfolio/findings", { params: { path, query: { ...query, ...paged } } }));
}

/** Agreements as they stand. */
export function useStanding() {
  const { path, asked } = useAsked();
  return useRows("agreement", asked, (paged) => api.GET("/workspaces/{workspace}/portfolio/agreements", { params: { path, query: { ...asked, ...paged } } }));
}

/** Agreements that a finding is of. */
export function useAgreementsOf(finding: string) {
  const { path, state } = useAsked();
  const query = { ...daysIn(state), finding };
  return useRows(`of-${finding}`, query, (paged) => api.GET("/workspaces/{workspace}/portfolio/agreements", { params: { path, query: { ...query, ...paged } } }));
}

/** The agreement that is looked at, where one is. */
export function useChosen() {
  const { path, asked } = useAsked();
  const query = { ...asked, limit: 1 };
  return useQuery({ enabled: asked.agreement !== undefined, queryKey: queryKey.of(path.workspace, "portfolio", "chosen", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/portfolio/agreements", { params: { path, query } })) });
}

/** Days, with or without those that are past. */
export function useDays() {
  const { path, state, asked } = useAsked();
  const query = { ...asked, past: state["past"] === "shown" ? ("true" as const) : ("false" as const) };
  return useRows("day", query, (paged) => api.GET("/workspaces/{workspace}/portfolio/days", { params: { path, query: { ...query, ...paged } } }));
}

/** Of which agreements sums of a kind are. */
export function useSums(what: PortfolioSum["what"], of: string) {
  const { path, state } = useAsked();
  const query = { ...daysIn(state), what };
  return useRows(of, query, (paged) => api.GET("/workspaces/{workspace}/portfolio/sums", { params: { path, query: { ...query, ...paged } } }));
}

/** How far what is owed is capped. */
export function useCaps() {
  const { path, asked } = useAsked();
  return useRows("cap", asked, (paged) => api.GET("/workspaces/{workspace}/portfolio/caps", { params: { path, query: { ...asked, ...paged } } }));
}

/** What is not in it, and why. */
export function useLeftOut() {
  const { path, state } = useAsked();
  const query = daysIn(state);
  return useRows("left-out", query, (paged) => api.GET("/workspaces/{workspace}/portfolio/left-out", { params: { path, query: { ...query, ...paged } } }));
}

/** Agreements of which nobody asked whether they pass on more than they were given. */
export function useNotAsked() {
  const { path, state } = useAsked();
  const query = daysIn(state);
  return useRows("not-asked", query, (paged) => api.GET("/workspaces/{workspace}/portfolio/not-asked", { params: { path, query: { ...query, ...paged } } }));
}

/** A sum as it is, its thousands apart: it may be larger than a number of the browser is exact. */
export const sayAmount = (amount: string): string => {
  const [whole = "", part] = amount.split(".");
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",")}${part === undefined ? "" : `.${part.padEnd(2, "0")}`}`;
};
