import createClient from "openapi-fetch";
import { ApiProblem, problemOf } from "./problem.js";
import type { paths } from "./schema.gen.js";

/** What the server wants to see with whatever changes something: told at sign-in, kept nowhere but here. */
let guard: string | null = null;
export const setGuard = (told: string | null): void => {
  guard = told;
};

/** What was sent and is not answered yet. */
const waiting = new Map<string, Promise<Response>>();

/** What is sent again word for word before the first is answered is the same thing: a button that was pressed twice before it could say that it was pressed. */
async function fetchOnce(request: Request): Promise<Response> {
  if (request.method === "GET" || request.headers.get("Content-Type")?.startsWith("application/json") !== true) return fetch(request);
  const name = `${request.method} ${request.url} ${await request.clone().text()}`;
  const known = waiting.get(name);
  if (known !== undefined) return (await known).clone();
  const asked = fetch(request);
  waiting.set(name, asked);
  try {
    return (await asked).clone();
  } finally {
    waiting.delete(name);
  }
}

/** The API, typed by its own document. */
export const api = createClient<paths>({ baseUrl: `${location.origin}/api/v1`, credentials: "same-origin", fetch: fetchOnce });
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
