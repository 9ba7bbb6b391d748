import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import type { Connector } from "./connector.js";

/** What says who asks; it goes into a header of requests and nowhere else. */
export interface Secret {
  readonly header: string;
  /** The variable that it came from. */
  readonly from: string;
  /** Texts that are taken out of whatever comes back. */
  readonly texts: readonly string[];
}

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;

/** The secret that the environment holds for a kind of server; `null`: none. A problem names the variable alone. */
export function secretOf({ secrets, scheme }: Connector, env: Readonly<Record<string, string | undefined>>): Secret | Problem | null {
  for (const name of secrets.token) {
    const token = env[name]?.trim() ?? "";
    if (scheme === "bearer" && /[^!-~]/.test(token)) return problem("usage", `\`${name}\` holds a sign that no header may have`, { hint: "set it anew: a space, the end of a line or a letter beyond ASCII has come into it" });
    if (token !== "") return { header: scheme === "bearer" ? `Bearer ${token}` : basic(`api:${token}`), from: name, texts: [token, Buffer.from(`api:${token}`).toString("base64")] };
  }
  const [user, password] = [secrets.user, secrets.password].map((name) => (name === undefined ? "" : (env[name] ?? "")));
  if (user === undefined || password === undefined || user === "" || password === "") return null;
  return { header: basic(`${user}:${password}`), from: secrets.password ?? "", texts: [password, Buffer.from(`${user}:${password}`).toString("base64")] };
}
