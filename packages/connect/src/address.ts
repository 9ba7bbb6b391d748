import { lookup } from "node:dns";
import type { LookupAddress } from "node:dns";
import { BlockList, isIP } from "node:net";
import type { LookupFunction } from "node:net";
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

const inside = new BlockList();
for (const [network, prefix] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3]] as const) inside.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [["::", 127], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8], ["64:ff9b::", 96], ["64:ff9b:1::", 48]] as const) inside.addSubnet(network, prefix, "ipv6");

/** Whether an address lies in a private network, on this machine, or where clouds keep the secrets of their machines. */
export function isInside(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return isInside(mapped);
  return inside.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
}

/** Whether a secret may go there as it is: encrypted, or not off this machine. */
export const isSafeForSecrets = ({ url }: Address): boolean => url.protocol === "https:" || isLocal(url.hostname) || (isIP(url.hostname) === 4 && url.hostname.startsWith("127.")) || url.hostname === "[::1]";

/** Told of a name that leads inside, where the user did not say that it may. */
export class LeadsInside extends Error {}

/** Finds the address of a name, and refuses one inside at the moment of connecting, so that a name cannot change in between. */
export const guardedLookup = (mayBeInside: boolean): LookupFunction => (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const refused = error === null && !mayBeInside && found.some((each) => isInside(each.address)) ? new LeadsInside(host) : error;
    const list: LookupAddress[] = refused === null ? found : [];
    if (options.all === true) callback(refused, list);
    else callback(refused, list[0]?.address ?? "", list[0]?.family);
  });
};
