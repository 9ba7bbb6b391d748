import { describe, expect, it } from "vitest";
import { addressFrom, isSafeForSecrets, ownGuard } from "./address.js";
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

it.each<[string, boolean, string, boolean]>([
  ["https://mlflow.example.org", false, "10.0.0.1", false],
  ["https://mlflow.example.org", false, "::ffff:127.0.0.1", false],
  ["https://mlflow.example.org", false, "64:ff9b::a00:1", false],
  ["https://mlflow.example.org", false, "8.8.8.8", true],
  ["https://mlflow.example.org", true, "10.0.0.1", true],
  ["http://10.0.0.1", false, "10.0.0.1", true],
  ["http://localhost:5000", false, "127.0.0.1", true],
  ["http://app.localhost:5000", false, "127.0.0.1", false],
])("%s, inside allowed: %s, may lead to %s: %s", (text, mayBeInside, ip, expected) => {
  const address = addressFrom(text) as Address;
  expect(ownGuard(address, mayBeInside)(address.url, ip) === null).toBe(expected);
});
