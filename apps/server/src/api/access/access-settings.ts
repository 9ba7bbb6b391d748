import { type Guard, guardOf, type Role, roleNames } from "@cleartitle/access";
import { check, problem, type Problem, readYaml } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { Provider } from "./provider.js";

const Word = z.string().min(1).max(500);
/** Encrypted, or not off this machine: a code or a password is sent there. */
const Web = z.url().refine((text) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(text), { message: "an address with https; http on this machine alone" });

/** How people reach a server and sign in to it, as an administrator writes it. */
const AccessFile = z.strictObject({
  /** Scheme, host and port, as browsers have them in their address. */
  origin: Web.refine((text) => URL.canParse(text) && new URL(text).pathname === "/" && new URL(text).search === "", { message: "scheme, host and port, and nothing after them" }),
  /** Proxies of ours between browsers and this server: so many addresses at the end of `X-Forwarded-For` are believed. */
  proxies: z.int().min(0).max(5).default(0),
  provider: z
    .strictObject({
      issuer: Web, clientId: Word,
      /** The variable of the environment that holds the secret; left out: a public client. */
      clientSecretFrom: z.string().regex(/^[A-Z][A-Z0-9_]{0,80}$/).optional(),
      scopes: z.array(Word).max(20).default(["profile", "email"]),
      roles: z.array(z.strictObject({ claim: Word, value: Word, workspace: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), roles: z.array(z.enum(roleNames as [Role, ...Role[]])).min(1) })).max(500).default([]),
    })
    .optional(),
  /** Hosts and networks that users may name besides the public ones. */
  reach: z.array(Word).max(200).default([]),
});

export interface ReadAccess {
  readonly origin: string;
  readonly proxies: number;
  readonly provider: Provider | null;
  /** Of every address that a user names. */
  readonly guard: Guard;
}

/** Reads the settings of people. All that is wrong comes at once; no secret stands in the file, and none is said. */
export function readAccessFile(text: string, { file, env }: { readonly file: string; readonly env: Readonly<Record<string, string | undefined>> }): { readonly access: ReadAccess | null; readonly problems: readonly Problem[] } {
  const { document, problems } = readYaml(text, { file, maxBytes: 1_000_000 });
  if (document === null) return { access: null, problems };
  const { value, problems: malformed } = check(AccessFile, document);
  if (value === null) return { access: null, problems: malformed };
  const { proxies, provider: told, reach } = value;
  const origin = new URL(value.origin).origin;
  const guard = guardOf({ allow: reach });
  const secretName = told?.clientSecretFrom;
  const secret = secretName === undefined ? null : (env[secretName] ?? "");
  const found: Problem[] = typeof guard === "function" ? [] : guard.map((each) => ({ ...each, file, ...document.locate(["reach", reach.indexOf(each.offending ?? "")]) }));
  if (secret === "") found.push(problem("bad-value", `the environment has no \`${secretName}\``, { file, ...document.locate(["provider", "clientSecretFrom"]), hint: "set it to the secret that the provider gave" }));
  if (found.length > 0 || typeof guard !== "function") return { access: null, problems: found };
  const provider = told === undefined ? null : new Provider({ issuer: told.issuer, clientId: told.clientId, clientSecret: secret, scopes: told.scopes, rules: told.roles }, `${origin}/api/v1/sign-in/provider/back`);
  return { access: { origin, proxies, provider, guard }, problems: [] };
}
