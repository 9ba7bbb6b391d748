import { isIP } from "node:net";
import { type Guard, isSpecial } from "@cleartitle/access";
import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";

/** The address that the user named, with a path that ends in `/`. Nothing else is ever spoken to. */
export interface Address {
  readonly url: URL;
  /** The host is an address of a network, or this machine by its name: the user means it, wherever it lies. */
  readonly isNamed: boolean;
}

const wrong = (message: string, hint: string): Problem => problem("usage", message, { hint });

/** Reads the address of a server. Secrets in it are refused: they would end up in shells' histories and in what is kept. */
export function addressFrom(text: string): Address | Problem {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    // What it says is not shown: where it cannot be read, nobody can tell a secret in it.
    return wrong("what is named is no address", "write it as https://mlflow.example.org");
  }
  // A password with a slash ends the host before its time: what follows would be asked for, and be the name of a folder.
  if (url.username !== "" || url.password !== "" || url.pathname.includes("@")) return wrong("the address holds a name or a password", "put them into the environment; `import --help` says under which names");
  if (url.protocol !== "https:" && url.protocol !== "http:") return wrong(`\`${url.protocol}\` is not spoken`, "write an address with https or http");
  if (url.search !== "" || url.hash !== "") return wrong("the address has a query or a fragment", "write the address of the server alone");
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { url, isNamed: isIP(bare(url.hostname)) !== 0 || isLocal(url.hostname) };
}

/** The server as the name of a folder, so that what it answers is told from what another answers, and statements name it. */
export const folderOf = ({ url }: Address): string => `${url.host}${url.pathname}`.replace(/[^\w.-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "").slice(0, 150);

const bare = (host: string): string => host.replace(/^\[|\]$/g, "");
const isLocal = (host: string): boolean => host === "localhost";

/** Whether a secret may go there as it is: encrypted, or not off this machine. */
export const isSafeForSecrets = ({ url }: Address): boolean => url.protocol === "https:" || isLocal(url.hostname) || (isIP(url.hostname) === 4 && url.hostname.startsWith("127.")) || url.hostname === "[::1]";

/**
 * What a person at a command line may mean: an address of a network or this machine where it is named as such, and whatever a name leads to where that was said. Other names may not lead inside.
 */
export const ownGuard = ({ isNamed }: Address, mayBeInside: boolean): Guard => (_, ip) => (isNamed || mayBeInside || !isSpecial(ip) ? null : "its name leads to an address of a private network or of this machine");
