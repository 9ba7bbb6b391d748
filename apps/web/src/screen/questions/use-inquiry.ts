import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api, asking } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";

export type Inquiry = components["schemas"]["Inquiry"];
export type AskedFact = Inquiry["questions"][number];
export type PossibleAnswer = AskedFact["answers"][number];

/** Times that a use is decided again, so that a page is not waited for. */
const budget = 30;

/** What has to be answered before a use can be decided. `effects`: with what each answer would do, what settles most first; that takes longer. */
export function useInquiry(workspace: string, use: string, effects: boolean, isAsked = true) {
  return useQuery({
    queryKey: queryKey.of(workspace, "questions", use, effects), enabled: isAsked,
    queryFn: async ({ signal }) => answered(api.POST("/workspaces/{workspace}/questions", { params: { path: { workspace } }, body: { use, effects, most: 50, budget }, ...asking, signal })) as Promise<Inquiry>,
  });
}

/** An answer that was recorded here, and what it did. */
export interface Answered {
  readonly question: AskedFact;
  readonly value: string;
  /** When it was so; empty: always. */
  readonly during: string;
  readonly notes: readonly string[];
  readonly before: Inquiry;
}

interface Saying {
  readonly question: AskedFact;
  readonly value: string;
  readonly during: string;
  readonly before: Inquiry;
}

/** Records an answer. A later one corrects it: what was said before stays in the records. `onRecorded` is told also where its question is shown no more. */
export function useAnswering(workspace: string, use: string, onRecorded: (entry: Answered) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ question: { fact, of }, value, during }: Saying) =>
      answered(api.POST("/workspaces/{workspace}/answers", { params: { path: { workspace } }, body: { use, answers: [`${fact}@${of}=${value}`], ...(during === "" ? {} : { during }) } })),
    onSuccess: ({ notes }, { question, value, during, before }) => {
      onRecorded({ question, value, during, notes, before });
      void askAnew(client, { queryKey: queryKey.of(workspace) });
    },
  });
}
