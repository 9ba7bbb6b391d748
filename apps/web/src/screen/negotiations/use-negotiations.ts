import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { type VersionName, versionWords } from "../../api/clause-version.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type NegotiationRow = components["schemas"]["Negotiation"];
export type NegotiationDetail = components["schemas"]["NegotiationDetail"];
export type Packages = components["schemas"]["NegotiationPackages"];
export type Package = components["schemas"]["NegotiationPackage"];
export type Session = components["schemas"]["NegotiationSessionDetail"];
export type Player = components["schemas"]["NegotiationParty"];
type SessionRow = components["schemas"]["NegotiationSession"];
export type Issue = components["schemas"]["NegotiationIssue"];

const pageSize = 50;

export function useNegotiations(workspace: string, { cursor, agreement, q }: SearchState) {
  const query = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }), ...(agreement === undefined ? {} : { agreement }), ...(q === undefined ? {} : { q }) };
  return useQuery({ queryKey: queryKey.of(workspace, "negotiations", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/negotiations", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

export const useNegotiation = (workspace: string, id: string, isAsked = true, isAskedAnew = false) =>
  useQuery({ queryKey: queryKey.of(workspace, "negotiation", id), enabled: isAsked, ...(isAskedAnew ? { refetchOnMount: "always" } : {}), queryFn: async () => answered(api.GET("/workspaces/{workspace}/negotiations/{id}", { params: { path: { workspace, id } } })) });

export const useSessionOf = (workspace: string, id: string, session: number | null) =>
  useQuery({
    queryKey: queryKey.of(workspace, "negotiation", id, "session", session), enabled: session !== null, placeholderData: keepPreviousData,
    queryFn: async () => answered(api.GET("/workspaces/{workspace}/negotiations/{id}/sessions/{session}", { params: { path: { workspace, id, session: session! } } })),
  });

/** What both could agree on; while another package is valued the one before stays. */
export function usePackages(workspace: string, id: string, asked: { readonly session: number | null; readonly for?: string | undefined; readonly from?: string | undefined; readonly most?: string | undefined }) {
  const { session, for: party, from, most } = asked;
  const query = { ...(session === null ? {} : { session }), ...(party === undefined ? {} : { for: party }), ...(from === undefined ? {} : { from }), ...(/^\d{1,4}$/.test(most ?? "") ? { most: Number(most) } : {}) };
  return useQuery({ queryKey: queryKey.of(workspace, "negotiation", id, "packages", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/negotiations/{id}/packages", { params: { path: { workspace, id }, query } })), placeholderData: keepPreviousData, staleTime: 60_000 });
}

/** Something that is recorded of negotiations; whatever is shown of them is asked again then. */
export function useRecording<T, A>(work: (given: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: async () => askAnew(client, { predicate: ({ queryKey: key }) => key.includes("negotiation") || key.includes("negotiations") }) });
}

/** How an issue is settled, in words. */
export function optionWords({ id, is, version, own, silent }: Issue["options"][number]): string {
  if (is !== null) return is;
  if (version !== null) return `${versionWords[version as VersionName]} version`;
  return own ? "own words" : silent ? "says nothing" : id;
}

export const wordsOf = (issue: Issue, option: string | undefined): string => {
  const found = issue.options.find(({ id }) => id === option);
  return found === undefined ? "nothing yet" : optionWords(found);
};

/** Points as they are said: two digits behind the point at most. */
export const sayPoints = (points: number): string => String(Math.round(points * 100) / 100);

/** What an option is worth to a party by its own weights. */
export const ownPoints = ({ values }: Player, issue: string, option: string): number => ((values[issue]?.weight ?? 0) * (values[issue]?.of[option] ?? 0)) / 100;

/** A package as it stands in an address. */
export const packageText = (settled: Readonly<Record<string, string>>): string => Object.entries(settled).map(([issue, option]) => `${issue}=${option}`).join(",");

export const isSame = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([issue, option]) => b[issue] === option);

/** A session in a few words. */
export function saySession({ number, simulated, persona, seed, outcome }: Pick<SessionRow, "number" | "simulated" | "persona" | "seed" | "outcome">): string {
  const kind = simulated.length === 0 ? "what is really said" : `rehearsal, ${simulated.join(" and ")} simulated, ${persona === null ? `seed ${seed}` : "spoken for by a language model"}`;
  return `${number}: ${kind}, ${outcome === "open" ? "goes on" : outcome === "agreed" ? "agreed" : "a side left"}`;
}

export const tacticWords: Readonly<Record<Player["tactic"], string>> = { boulware: "holds out, and gives at the end", linear: "gives evenly", conceder: "gives early", mirror: "gives as much as it is given" };
