import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import OidcProvider from "oidc-provider";

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it says of people by name. */
  readonly claims: Record<string, Record<string, unknown>>;
  /** Walks through its pages as somebody; gives the address to which the browser is sent back. */
  readonly walk: (url: string, as: string) => Promise<string>;
  readonly stop: () => void;
}

/** A real provider of OpenID Connect on this machine, with pages to sign in and to agree. */
export async function startProvider(redirect: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["cleartitle", "a secret of the client that is long enough"];
  const claims: Record<string, Record<string, unknown>> = {};
  const provider = new OidcProvider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirect] }],
    pkce: { required: () => true },
    claims: { profile: ["name"], email: ["email", "email_verified"], groups: ["groups"] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...claims[id] }) }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  const walk = async (url: string, as: string): Promise<string> => {
    const jar = new Map<string, string>();
    const go = async (to: URL, form?: URLSearchParams): Promise<Response> => {
      const response = await fetch(to, { redirect: "manual", headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") }, ...(form === undefined ? {} : { method: "POST", body: form }) });
      for (const cookie of response.headers.getSetCookie()) jar.set(cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1).split(";")[0]!);
      return response;
    };
    let at = new URL(url);
    for (let step = 0; step < 12; step++) {
      const page = await go(at);
      const prompt = /name="prompt" value="(\w+)"/.exec(await page.text())?.[1];
      const next = (prompt === undefined ? page : await go(at, new URLSearchParams({ prompt, login: as, password: "x" }))).headers.get("location");
      if (next === null || next.startsWith(redirect)) return next ?? `stopped at ${at.href} with ${page.status}`;
      at = new URL(next, issuer);
    }
    return "went on and on";
  };
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { issuer, clientId, clientSecret, claims, walk, stop };
}
