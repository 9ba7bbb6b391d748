import { BlockList, isIP } from "node:net";
import { problem, type Problem } from "@cleartitle/norms";
import { isSpecial } from "./special-address.js";

/** Says why an address that a host's name led to may not be spoken to; null: it may. */
export type Guard = (url: URL, ip: string) => string | null;

/** What may be reached although it is not public, as an administrator says it. */
export interface Destinations {
  /** Hosts by name (`mlflow.example.org`, `mlflow.example.org:5000`), addresses and networks (`10.1.2.0/24`). */
  readonly allow: readonly string[];
}

const schemes = new Set(["https:", "http:"]);
const bare = (host: string): string => host.replace(/^\[|\]$/g, "").replace(/\.$/, "").toLowerCase();
const portOf = (url: URL): number => Number(url.port) || (url.protocol === "https:" ? 443 : 80);
// Below, other protocols listen, which may be made to take a request for one of theirs.
const mayBePort = (port: number): boolean => port === 80 || port === 443 || port >= 1_024;

/**
 * The guard of a server on which users name addresses: the public network by https, and what an administrator allowed. The host that is named and every address that its name leads to are
 * judged, at the moment of connecting, so that a name cannot change in between.
 */
export function guardOf({ allow }: Destinations): Guard | readonly Problem[] {
  const networks = new BlockList();
  const hosts = new Set<string>();
  const problems: Problem[] = [];
  for (const entry of allow) if (!addNetwork(networks, entry) && !addHost(hosts, entry)) problems.push(problem("bad-value", `\`${entry.slice(0, 100)}\` is no host and no network`, { offending: entry, hint: "write `mlflow.example.org`, `mlflow.example.org:5000`, `10.1.2.3` or `10.1.2.0/24`" }));
  if (problems.length > 0) return problems;
  return (url, ip) => {
    if (!schemes.has(url.protocol)) return `\`${url.protocol}\` is not spoken`;
    const host = bare(url.hostname);
    if (hosts.has(host) || hosts.has(`${host}:${portOf(url)}`)) return null;
    if (isIP(ip) !== 0 && networks.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4")) return null;
    if (isSpecial(ip)) return "it leads to a private network, to this machine or to where clouds keep their secrets";
    if (url.protocol !== "https:") return "it is not encrypted";
    return mayBePort(portOf(url)) ? null : `port ${portOf(url)} is one of other protocols`;
  };
}

/** Why an address is not spoken to, as far as its own letters tell: that of a host by its number, or of this machine. null: that is found out when its name is asked for. */
export function refusedAsWritten(guard: Guard, url: URL): string | null {
  const host = bare(url.hostname);
  if (isIP(host) !== 0) return guard(url, host);
  return host === "localhost" || host.endsWith(".localhost") ? guard(url, "127.0.0.1") : null;
}

function addNetwork(networks: BlockList, entry: string): boolean {
  const [, network = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const family = isIP(network);
  const bits = prefix === undefined ? (family === 6 ? 128 : 32) : Number(prefix);
  if (family === 0 || bits > (family === 6 ? 128 : 32)) return false;
  networks.addSubnet(network, bits, family === 6 ? "ipv6" : "ipv4");
  return true;
}

const hostName = /^(?=.{1,253}(?::|$))[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9]\d{0,4})?$/;

function addHost(hosts: Set<string>, entry: string): boolean {
  const host = entry.toLowerCase();
  // What looks like an address and is none would be a name that nobody has.
  if (!hostName.test(host) || /^[\d.]+(:|$)/.test(host)) return false;
  hosts.add(host);
  return true;
}
