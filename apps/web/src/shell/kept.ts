import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/problem.js";
import { queryKey } from "../api/query-key.js";
import { sessionNow, type SignedIn } from "../api/session.js";

/** Only what nobody answered is asked again: a refusal stays one. */
const isWorthAsking = (count: number, error: Error): boolean => error instanceof ApiProblem && error.status === 0 && count < 2;

/** Whoever was signed in may be no more: their session ended, or they signed out in another tab. */
async function lookAtSession(): Promise<void> {
  const before = kept.getQueryData<SignedIn>(queryKey.session);
  if (before === undefined) return;
  try {
    // Nothing that was shown to one stays in a page of another.
    if ((await sessionNow()).person !== before.person) location.reload();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) kept.setQueryData(queryKey.sessionEnded, true);
  }
}

function onError(error: Error): void {
  if (!(error instanceof ApiProblem)) return;
  if (error.status === 401) void lookAtSession();
  // What was made of records that have moved on is refused, and what is shown of them is asked anew.
  if ([409, 412].includes(error.status)) void kept.invalidateQueries({ queryKey: queryKey.ofAny, refetchType: "active" });
}

/** The answers that are kept while the page is open. */
export const kept = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => error instanceof ApiProblem && error.status === 401 && onError(error) }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { retry: isWorthAsking, refetchOnWindowFocus: false, staleTime: 10_000 }, mutations: { retry: false } },
});
