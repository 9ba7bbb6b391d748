import { digestOf } from "@cleartitle/norms";
import type { Asked } from "./route.js";
import { stopWith } from "./stop.js";

const header = "Idempotency-Key";

/** Headers that belong to an answer itself; the others are of the moment in which it goes out. */
const kept = ["content-type", "etag", "location"] as const;

/** The name that the caller gave this write, where one was given. Of two people who choose the same key each has a name of their own. */
function nameOf({ c, caller }: Asked<undefined, undefined, undefined>): string | undefined {
  const key = c.req.header(header);
  if (key === undefined) return undefined;
  if (!/^[\u0021-\u007e]{1,200}$/.test(key)) throw stopWith("bad-value", "the name of a write has 1 to 200 letters, digits and signs, and no blanks", { pointer: `#header/${header}`, hint: "take a UUID" });
  return digestOf([caller.actor, key]);
}

/** Carries out a write once, whoever repeats it: under a name that was answered the answer is given again, and what is written under it carries the name. */
export async function once(asked: Pick<Asked<unknown, unknown, unknown>, "c" | "caller" | "workspace" | "backing">, fingerprint: () => string, write: (requestName: string | undefined) => Promise<Response>): Promise<Response> {
  const name = nameOf(asked as Asked<undefined, undefined, undefined>);
  if (name === undefined) return write(undefined);
  const { workspace, backing: { store, now } } = asked;
  await store.workspace(workspace);
  const request = { name, fingerprint: fingerprint(), at: now() };
  const before = await store.requests.begin(workspace, request);
  if (before !== null) return new Response(before.body === "" ? null : before.body, { status: before.status, headers: { ...before.headers, "Idempotency-Replayed": "true" } });
  const answer = await write(name);
  if (answer.ok) {
    const headers = Object.fromEntries(kept.flatMap((each) => (answer.headers.has(each) ? [[each, answer.headers.get(each)!]] : [])));
    await store.requests.end(workspace, request, { status: answer.status, headers, body: await answer.clone().text() });
  }
  return answer;
}
