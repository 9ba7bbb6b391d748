import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Permission } from "../permission.js";
import { keptApiToken, newApiToken, scopeOf, wrongInToken } from "./api-token.js";
import { meantCode, newOneTimeCode } from "./one-time-code.js";
import { isSame, keptSecret, newSecret } from "./secret.js";

const many = <T>(make: () => T): Set<T> => new Set(Array.from({ length: 200 }, make));

describe("secrets", () => {
  test("are all different, of 256 bits, and kept as something else", () => {
    const made = many(newSecret);
    expect(made.size).toBe(200);
    for (const secret of made) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
      expect(keptSecret(secret)).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(keptSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
  test.each([["", "", true], ["a", "a", true], ["a", "b", false], ["a", "aa", false], ["ä", "a\u0308", false]])("%j and %j: %s", (one, other, expected) => expect(isSame(one, other)).toBe(expected));
});

describe("a token for a program", () => {
  test("is known by its form and its sum", () => {
    for (const token of many(newApiToken)) {
      expect(token).toMatch(/^ctk_[0-9A-Za-z]{49}$/);
      expect(keptApiToken(token)).toBe(keptSecret(token));
    }
  });
  test("with any one sign changed, or two beside each other swapped, is none", () => {
    const token = newApiToken();
    const at = fc.integer({ min: 4, max: token.length - 1 });
    fc.assert(
      fc.property(at, fc.constantFrom("0", "a", "Z", "9", "x"), (place, sign) => {
        const changed = token.slice(0, place) + sign + token.slice(place + 1);
        const swapped = token.slice(0, place) + (token[place + 1] ?? "") + token[place] + token.slice(place + 2);
        for (const other of [changed, swapped]) expect(keptApiToken(other) === null).toBe(other !== token);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
  test.each(["", "ctk_", `ctk_${"0".repeat(49)}`, `${newApiToken()} `, newApiToken().slice(1), newApiToken().toLowerCase().replace("ctk_", "CTK_"), `ctk_${"0".repeat(100_000)}`])("%#: is none", (text) => expect(keptApiToken(text)).toBeNull());
});

const held = new Set<Permission>(["records:read", "decisions:ask"]);
const now = "2026-11-28T10:00:00.000Z";
const wish = { name: "build", scopes: ["decisions:ask"], expiresAt: "2027-01-01T00:00:00Z" };

describe("what a token may do", () => {
  test.each<[Partial<typeof wish>, string[]]>([
    [{}, []],
    [{ scopes: ["decisions:ask", "records:read"] }, []],
    [{ scopes: [] }, ["/scopes"]],
    [{ scopes: ["decisions:ask", "records:write", "people:write", "toString"] }, ["/scopes/1", "/scopes/2", "/scopes/3"]],
    [{ name: " " }, ["/name"]],
    [{ name: "x".repeat(101) }, ["/name"]],
    [{ expiresAt: now }, ["/expiresAt"]],
    [{ expiresAt: "2026-11-27T00:00:00Z" }, ["/expiresAt"]],
    [{ expiresAt: "2027-11-29T10:00:00.000Z" }, []],
    [{ expiresAt: "2027-11-29T10:00:00.001Z" }, ["/expiresAt"]],
    [{ expiresAt: "never" }, ["/expiresAt"]],
    [{ name: "", scopes: ["x"], expiresAt: "" }, ["/name", "/scopes/0", "/expiresAt"]],
  ])("asked as %j", (more, expected) => expect(wrongInToken({ ...wish, ...more }, held, now).map(({ pointer }) => pointer)).toEqual(expected));
  test("is never more than its maker still may", () => {
    expect([...scopeOf(["decisions:ask", "records:write", "nothing"], held)]).toEqual(["decisions:ask"]);
    expect(scopeOf(["decisions:ask"], new Set()).size).toBe(0);
  });
});

test("a code for once is easily copied, and read as it was meant", () => {
  const made = many(newOneTimeCode);
  expect(made.size).toBe(200);
  for (const code of made) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    expect(meantCode(code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"))).toBe(code.replaceAll("-", ""));
  }
});
