import { MutationCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/problem.js";
import { queryKey } from "../api/query-key.js";

/** Only what nobody answered is asked again: a refusal stays one. */
const isWorthAsking = (count: number, error: Error): boolean => error instanceof ApiProblem && error.status === 0 && count < 2;

/** The answers that are kept while the page is open. */
export const kept = new QueryClient({
  // What was made of records that have moved on is refused, and what is shown of them is asked anew.
  mutationCache: new MutationCache({ onError: (error) => void (error instanceof ApiProblem && [409, 412].includes(error.status) && kept.invalidateQueries({ queryKey: queryKey.ofAny })) }),
  defaultOptions: { queries: { retry: isWorthAsking, refetchOnWindowFocus: false, staleTime: 10_000 }, mutations: { retry: false } },
});
