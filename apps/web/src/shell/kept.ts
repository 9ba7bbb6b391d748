import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/problem.js";

/** Only what nobody answered is asked again: a refusal stays one. */
const isWorthAsking = (count: number, error: Error): boolean => error instanceof ApiProblem && error.status === 0 && count < 2;

/** The answers that are kept while the page is open. */
export const kept = new QueryClient({
  defaultOptions: { queries: { retry: isWorthAsking, refetchOnWindowFocus: false, staleTime: 10_000 }, mutations: { retry: false } },
});
