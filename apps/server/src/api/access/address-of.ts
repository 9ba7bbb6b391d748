import { isIP } from "node:net";

interface Asking {
  readonly env: unknown;
  readonly req: { readonly header: (name: string) => string | undefined };
}

/** The address at the other end of the connection. */
function peerOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "unknown";
}

/**
 * From where somebody asks. Of `X-Forwarded-For` so many addresses from its end are believed as there are proxies of ours, since whoever asks writes the rest; with none it is not read at all.
 */
export const addressThrough = (proxies: number) => ({ env, req }: Asking): string => {
  const peer = peerOf(env);
  if (proxies === 0) return peer;
  const told = (req.header("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  const address = told.at(-proxies);
  return address !== undefined && isIP(address) !== 0 ? address : peer;
};
