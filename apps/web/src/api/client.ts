import createClient from "openapi-fetch";
import { ApiProblem, problemOf } from "./problem.js";
import type { paths } from "./schema.gen.js";

/** What the server wants to see with whatever changes something: told at sign-in, kept nowhere but here. */
let guard: string | null = null;
export const setGuard = (told: string | null): void => {
  guard = told;
};

/** The API, typed by its own document. */
export const api = createClient<paths>({ baseUrl: `${location.origin}/api/v1`, credentials: "same-origin" });
api.use({
  onRequest: ({ request }) => {
    if (guard !== null && request.method !== "GET") request.headers.set("X-Cleartitle-Guard", guard);
    return request;
  },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was answered; thrown as a problem where it is one, and where no answer came. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((reason: unknown): never => {
    throw new ApiProblem(0, [{ code: "unreachable", message: "the server does not answer", hint: "see whether it runs, then try again", pointer: null }], reason);
  });
  if (!response.ok) throw problemOf(response.status, error);
  return data as T;
}
