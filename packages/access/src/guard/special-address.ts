import { BlockList, isIP } from "node:net";

/** Networks that the IANA registries of special-purpose addresses do not give to the public, and one of a cloud's own services that lies among public ones. */
const special = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16],
  ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 3], ["168.63.129.16", 32],
] as const) special.addSubnet(network, prefix, "ipv4");
// Of the sixth version one eighth is given to the public. In it: assignments of the protocol (Teredo among them), documentation, and addresses that a relay unpacks to others (6to4).
for (const [network, prefix] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const) special.addSubnet(network, prefix, "ipv6");
const publicSixth = new BlockList();
publicSixth.addSubnet("2000::", 3, "ipv6");

/**
 * Whether an address lies in a private network, on this machine, where clouds keep the secrets of their machines, or anywhere else that is not the public network. What is no address is special.
 * An address of the fourth version in one of the sixth is judged as what it is; other packed addresses are special, since what a gateway makes of them is not seen.
 */
export function isSpecial(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return special.check(ip, "ipv4");
  if (family === 0 || ip.includes("%")) return true;
  const mapped = fourthIn(ip);
  return mapped === null ? !publicSixth.check(ip, "ipv6") || special.check(ip, "ipv6") : isSpecial(mapped);
}

/** The address of the fourth version that a mapped one stands for, however it is spelled. */
function fourthIn(ip: string): string | null {
  const spelled = new URL(`http://[${ip}]/`).hostname;
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(spelled) ?? [];
  if (high === undefined || low === undefined) return null;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join(".");
}
