import createClient from "openapi-fetch";
import { ApiProblem, problemOf } from "./problem.js";
import type { paths } from "./schema.gen.js";

interface Guarded {
  readonly person: string;
  readonly guard: string | null;
}

/** Who is signed in, and what the server wants to see with whatever changes something: told at sign-in, kept nowhere but here. */
let guarded: Guarded | null = null;
export const setGuard = (told: Guarded): void => {
  guarded = told;
};

const guardHeader = "X-Cleartitle-Guard";

/** Sends it, and once more where the same person has signed in anew since, in another tab. Where that was somebody else, nothing that was shown stays. */
async function fetchGuarded(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403 || guarded === null) return response;
  const session = await fetch(`${location.origin}/api/v1/session`, { credentials: "same-origin" });
  const told = session.ok ? ((await session.json()) as Guarded) : null;
  if (told !== null && told.person !== guarded.person) location.reload();
  if (told === null || told.guard === null || told.person !== guarded.person || told.guard === guarded.guard) return response;
  guarded = told;
  again.headers.set(guardHeader, told.guard);
  return fetch(again);
}

/** With what is only asked, and records nothing: two questions alike are two, since something may have been recorded in between that answers the second one otherwise. */
export const asking = { fetch: fetchGuarded } as const;

/** What was sent and is not answered yet. */
const waiting = new Map<string, Promise<Response>>();

/** What is sent again word for word before the first is answered is the same thing: a button that was pressed twice before it could say that it was pressed. */
async function fetchOnce(request: Request): Promise<Response> {
  if (request.method === "GET" || request.headers.get("Content-Type")?.startsWith("application/json") !== true) return request.method === "GET" ? fetch(request) : fetchGuarded(request);
  const name = `${request.method} ${request.url} ${await request.clone().text()}`;
  const known = waiting.get(name);
  if (known !== undefined) return (await known).clone();
  const asked = fetchGuarded(request);
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
    if (guarded !== null && guarded.guard !== null && request.method !== "GET") request.headers.set(guardHeader, guarded.guard);
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
