import { isRole, keptSecret, newSecret, type Role } from "@cleartitle/access";
import { type Configuration, allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretBasic, discovery, None, randomPKCECodeVerifier } from "openid-client";
import { stopWith } from "../stop.js";

/** Whoever has a claim of this value has these roles in a workspace. Claims that are lists have each of their values. */
export interface ClaimRule {
  readonly claim: string;
  readonly value: string;
  readonly workspace: string;
  readonly roles: readonly Role[];
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client. */
  readonly clientSecret: string | null;
  /** Besides `openid`. */
  readonly scopes: readonly string[];
  /** The workspaces named here are the provider's: what it no longer says is taken back when somebody signs in. */
  readonly rules: readonly ClaimRule[];
}

export interface Arrived {
  readonly identity: { readonly kept: string; readonly issuer: string; readonly subject: string };
  readonly name: string;
  /** null: the provider does not vouch for it. */
  readonly email: string | null;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

export interface Leaving {
  readonly url: string;
  /** Goes to the provider and back; what is kept is its digest. */
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const isLoopback = (url: URL): boolean => url.protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
const down = "the provider of sign-ins does not answer as it should";

/** Sign-in at a provider of OpenID Connect: the code flow with PKCE, state and nonce. */
export class Provider {
  readonly #settings: ProviderSettings;
  readonly #redirect: string;
  #found: Promise<Configuration> | null = null;

  /** `redirect`: where the provider sends people back to. */
  constructor(settings: ProviderSettings, redirect: string) {
    this.#settings = settings;
    this.#redirect = redirect;
  }

  async leave(): Promise<Leaving> {
    const configuration = await this.#configuration();
    const [state, nonce, verifier] = [newSecret(), newSecret(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirect, scope: ["openid", ...this.#settings.scopes].join(" "), state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** Who came back, by what the provider signed. `query` as the browser brought it. */
  async arrive(query: string, { state, nonce, verifier }: Omit<Leaving, "url">): Promise<Arrived> {
    const configuration = await this.#configuration();
    const back = new URL(this.#redirect);
    back.search = query;
    const tokens = await authorizationCodeGrant(configuration, back, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }).catch((error: unknown) => {
      throw stopWith("unauthenticated", `the provider signed nobody in: ${whyOf(error)}`, { hint: "begin again" });
    });
    const claims = tokens.claims();
    if (claims === undefined) throw stopWith("unauthenticated", "the provider said nothing of who came", { hint: "begin again" });
    const { iss: issuer, sub: subject } = claims;
    const email = claims["email_verified"] === true && typeof claims["email"] === "string" ? claims["email"].slice(0, 320) : null;
    const name = typeof claims["name"] === "string" && claims["name"].trim() !== "" ? claims["name"].trim().slice(0, 200) : (email ?? subject.slice(0, 200));
    return { identity: { kept: keptSecret(JSON.stringify([issuer, subject])), issuer, subject }, name, email, roles: rolesBy(this.#settings.rules, claims) };
  }

  async #configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    // Asked for once; a provider that was down is asked again.
    this.#found ??= discovery(url, clientId, undefined, clientSecret === null ? None() : ClientSecretBasic(clientSecret), { timeout: 10, ...(isLoopback(url) ? { execute: [allowInsecureRequests] } : {}) });
    const found = this.#found;
    return found.catch((error: unknown) => {
      if (this.#found === found) this.#found = null;
      throw stopWith("unavailable", `${down}: ${whyOf(error)}`, { hint: "try again; an administrator looks at the issuer's address" });
    });
  }
}

/** In words of the protocol, never what was sent. */
const whyOf = (error: unknown): string => {
  const { code, error: said } = error as { readonly code?: unknown; readonly error?: unknown };
  return [said, code].find((each): each is string => typeof each === "string" && /^[\w-]{1,60}$/.test(each)) ?? "no reason was given";
};

/** Roles by claims; of every workspace that a rule names, also where there are none. */
function rolesBy(rules: readonly ClaimRule[], claims: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly Role[]> {
  const found = new Map<string, Set<Role>>(rules.map(({ workspace }) => [workspace, new Set()]));
  for (const { claim, value, workspace, roles } of rules) {
    const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
    if (said === value || (Array.isArray(said) && said.includes(value))) for (const role of roles.filter(isRole)) found.get(workspace)!.add(role);
  }
  return new Map([...found].map(([workspace, roles]) => [workspace, [...roles].toSorted()]));
}
