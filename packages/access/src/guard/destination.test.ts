import { describe, expect, test } from "vitest";
import { type Guard, guardOf, refusedAsWritten } from "./destination.js";

const guard = (...allow: string[]): Guard => guardOf({ allow }) as Guard;
const special = /private network/;

describe("a guard", () => {
  test.each<[url: string, ip: string, allow: string[], expected: RegExp | null]>([
    ["https://example.org/", "8.8.8.8", [], null],
    ["https://example.org:8443/", "8.8.8.8", [], null],
    ["https://example.org:22/", "8.8.8.8", [], /port 22/],
    ["https://example.org:22/", "8.8.8.8", ["example.org:22"], null],
    ["http://example.org/", "8.8.8.8", [], /not encrypted/],
    ["http://example.org/", "8.8.8.8", ["example.org"], null],
    ["ftp://example.org/", "8.8.8.8", ["example.org"], /`ftp:` is not spoken/],
    ["file:///etc/passwd", "", [], /is not spoken/],
    ["https://example.org/", "127.0.0.1", [], special],
    ["https://example.org/", "::ffff:10.0.0.1", [], special],
    ["https://example.org/", "169.254.169.254", [], special],
    ["https://example.org/", "not an address", [], special],
    ["https://inside.example.org/", "10.0.0.1", ["inside.example.org"], null],
    ["https://INSIDE.example.org./", "10.0.0.1", ["Inside.example.org"], null],
    ["https://inside.example.org:8443/", "10.0.0.1", ["inside.example.org:8443"], null],
    ["https://inside.example.org/", "10.0.0.1", ["inside.example.org:8443"], special],
    ["https://inside.example.org/", "10.0.0.1", ["inside.example.org:443"], null],
    ["https://other.inside.example.org/", "10.0.0.1", ["inside.example.org"], special],
    ["http://any.example.org/", "10.1.2.3", ["10.1.2.0/24"], null],
    ["http://any.example.org/", "10.1.3.3", ["10.1.2.0/24"], special],
    ["http://[fd00::1]/", "fd00::1", ["fd00::/8"], null],
    ["http://127.0.0.1:9/", "127.0.0.1", ["127.0.0.1"], null],
    ["http://127.0.0.1:9/", "127.0.0.2", ["127.0.0.1"], special],
  ])("%s at %s, allowed %j", (url, ip, allow, expected) => {
    expect(guard(...allow)(new URL(url), ip) ?? "may be reached").toMatch(expected ?? /^may be reached$/);
  });
});

test.each<[url: string, allow: string[], expected: RegExp | null]>([
  ["https://10.0.0.7/hook", [], special],
  ["https://[::1]/hook", [], special],
  ["https://[::ffff:a00:7]/hook", [], special],
  ["https://2130706433/hook", [], special],
  ["https://localhost:8443/hook", [], special],
  ["https://a.LOCALHOST./hook", [], special],
  ["http://8.8.8.8/hook", [], /not encrypted/],
  ["http://10.0.0.7/hook", ["10.0.0.0/8"], null],
  ["http://localhost:8443/hook", ["localhost:8443"], null],
  ["https://example.org/hook", [], null],
])("%s as it is written, allowed %j", (url, allow, expected) => {
  expect(refusedAsWritten(guard(...allow), new URL(url)) ?? "may be reached").toMatch(expected ?? /^may be reached$/);
});

test("what an administrator allows has to be hosts or networks, and all faults are told", () => {
  const wrong = ["", "https://example.org", "10.0.0.0/33", "::/129", "1.2.3", "exa mple.org", "-x.org", "host:0", "10.0.0.1/8/8"];
  expect(guardOf({ allow: ["example.org", "a.b:1", "10.0.0.0/8", "::1", ...wrong] })).toMatchObject(wrong.map((offending) => ({ code: "bad-value", offending })));
});
