import { plainWords } from "@cleartitle/engine";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import type { SearchState } from "../../part/search-state.js";

export type AgreementRow = components["schemas"]["Agreement"];
export type AgreementDetail = components["schemas"]["AgreementDetail"];
export type AgreementState = AgreementRow["state"];
export type AgreementDuty = components["schemas"]["AgreementDuty"];
export type Runbook = components["schemas"]["AgreementRunbook"];
export type AgreementTerms = NonNullable<components["schemas"]["AgreementTerms"]>;

const pageSize = 50;
const states = ["draft", "sent", "signed", "past-term", "ended", "withdrawn"] as const;
const sides = ["licensor", "licensee"] as const;

/** What of the address narrows the list: what a view keeps. */
export const viewOf = (state: SearchState): SearchState => Object.fromEntries(["q", "state", "turn", "party", "topic", "asset", "endsBy"].flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])));

export function useAgreements(workspace: string, state: SearchState) {
  const { q, party, topic, asset, endsBy, cursor } = state;
  const [standing, turn] = [states.find((each) => each === state["state"]), sides.find((each) => each === state["turn"])];
  const query = {
    limit: pageSize, ...(q === undefined ? {} : { q }), ...(standing === undefined ? {} : { state: standing }), ...(turn === undefined ? {} : { turn }), ...(party === undefined ? {} : { party }), ...(topic === undefined ? {} : { topic }), ...(asset === undefined ? {} : { asset }), ...(endsBy === undefined ? {} : { endsBy }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return useQuery({ queryKey: queryKey.of(workspace, "agreements", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/agreements", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
}

export const useAgreement = (workspace: string, id: string) =>
  useQuery({ queryKey: queryKey.of(workspace, "agreement", id), queryFn: async () => answered(api.GET("/workspaces/{workspace}/agreements/{id}", { params: { path: { workspace, id } } })) });

/** A version with its text; it never changes. */
export const useVersion = (workspace: string, id: string, number: number | null) =>
  useQuery({ queryKey: queryKey.of(workspace, "agreement-version", id, number), enabled: number !== null, queryFn: async () => answered(api.GET("/workspaces/{workspace}/agreements/{id}/versions/{number}", { params: { path: { workspace, id, number: number! } } })) });

/** Whose move it is, seen from here. */
export const sayTurn = ({ turn, ours }: Pick<AgreementRow, "turn" | "ours">): string => (turn === null ? "nobody’s" : turn === ours ? "ours" : "theirs");

/** Taken steps in words. */
const stepWords: Readonly<Record<string, string>> = {
  draft: "a version of ours", receive: "a version of theirs came", send: "sent to the other side", sign: "signed", withdraw: "given up", amend: "an amendment was written", notice: "notice against a renewal", settle: "said whether a late notice counts", renew: "renewed", end: "ended",
};
export const sayStep = (step: string): string => stepWords[step] ?? plainWords(step);
