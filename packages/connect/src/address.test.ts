import { describe, expect, it } from "vitest";
import { addressFrom, guardedLookup, isInside, isSafeForSecrets } from "./address.js";
import type { Address } from "./address.js";

describe("an address", () => {
  it.each([
    ["https://mlflow.example.org", "https://mlflow.example.org/", false, true],
    ["http://127.0.0.1:5000/base", "http://127.0.0.1:5000/base/", true, true],
    ["http://localhost:5000/", "http://localhost:5000/", true, true],
    ["http://[::1]:5000", "http://[::1]:5000/", true, true],
    ["http://10.1.2.3", "http://10.1.2.3/", true, false],
    // Spelled so as not to look like one; it is one.
    ["http://2130706433/", "http://127.0.0.1/", true, true],
    ["http://LOCALHOST:5000", "http://localhost:5000/", true, true],
    ["http://app.localhost:5000", "http://app.localhost:5000/", false, false],
    ["http://127.0.0.1.example.org", "http://127.0.0.1.example.org/", false, false],
  ])("%s is read", (text, href, isNamed, isSafe) => {
    const address = addressFrom(text) as Address;
    expect([address.url.href, address.isNamed, isSafeForSecrets(address)]).toEqual([href, isNamed, isSafe]);
  });

  it.each(["", "mlflow", "file:///etc/passwd", "ftp://example.org", "https://jane:secret@example.org", "https://secret@example.org", "https://example.org/?token=secret", "https://example.org/#x", "http://[", "https://jane:12/secret@example.org:x", "https://jane:secret", "https//secret"])("%s is refused, and no secret is said", (text) => {
    const refused = addressFrom(text);
    expect(refused).toMatchObject({ code: "usage" });
    expect(JSON.stringify(refused)).not.toContain("secret");
  });
});

it.each(["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "64:ff9b:1:ffff::1"])("%s is inside", (ip) => expect(isInside(ip)).toBe(true));
it.each(["8.8.8.8", "172.32.0.1", "11.0.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b:2::1", "64:ff9c::1"])("%s is outside", (ip) => expect(isInside(ip)).toBe(false));

it.each([[false, true], [true, false]])("a name that leads inside is refused at connecting, unless it may: %s", async (mayBeInside, isRefused) => {
  for (const all of [true, false]) {
    const error = await new Promise<Error | null>((resolve) => {
      guardedLookup(mayBeInside)("localhost", { all }, resolve);
    });
    expect(error !== null).toBe(isRefused);
  }
});
