/** Bytes of an answer; more is no answer to a question of ours. */
const most = 4_000_000;

async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new Error("the answer is too long");
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

/** Fetches without following anywhere else, what was asked and the key being for one server, and reads no more than it must. */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "error" });
  const { status, headers } = response;
  return new Response(await bodyOf(response), { status, headers });
};
