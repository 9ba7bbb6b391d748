import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSpecial } from "./special-address.js";

describe("special", () => {
  test.each([
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16",
    "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::FFFF:A9FE:A9FE", "0:0:0:0:0:ffff:c0a8:0101", "::ffff:0:127.0.0.1", "64:ff9b::a00:1", "64:ff9b::10.0.0.1", "64:ff9b::8.8.8.8",
    "64:ff9b:1::1", "64:ff9b:1:ffff::1", "64:ff9c::1", "100::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "5f00::1",
    "", "localhost", "1.2.3", "1.2.3.4.5", "0x7f.0.0.1", "2130706433",
  ])("%s", (ip) => expect(isSpecial(ip)).toBe(true));
});

describe("of the public network", () => {
  test.each(["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.167.1.1", "223.255.255.255", "168.63.129.15", "2606:4700::1111", "2001:200::1", "2a00:1450::1", "::ffff:8.8.8.8", "::ffff:808:808"])("%s", (ip) =>
    expect(isSpecial(ip)).toBe(false));
});

const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);

test("however an address is spelled or mapped, it is judged alike", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), ([a, b, c, d]) => {
      const plain = isSpecial(`${a}.${b}.${c}.${d}`);
      for (const mapped of [`::ffff:${a}.${b}.${c}.${d}`, `::ffff:${hex(a, b)}:${hex(c, d)}`, `0:0:0:0:0:FFFF:${hex(a, b)}:${hex(c, d)}`]) expect(isSpecial(mapped)).toBe(plain);
    }),
    { seed: 11, numRuns: 300 },
  );
});
