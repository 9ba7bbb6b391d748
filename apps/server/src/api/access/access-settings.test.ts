import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAccessFile } from "./access-settings.js";
import { addressThrough } from "./address-of.js";

const whole = `origin: https://title.example.org
proxies: 1
provider:
  issuer: https://id.example.org/realm
  clientId: cleartitle
  clientSecretFrom: OIDC_SECRET
  roles:
    - { claim: groups, value: legal, workspace: acme, roles: [counsel] }
reach: [mlflow.example.org, 10.1.2.0/24]
`;
const documented = /```yaml\n([^]+?)```/.exec(readFileSync(new URL("../../../../../docs/people.md", import.meta.url), "utf8"))?.[1] ?? "";
const read = (text: string, env: Readonly<Record<string, string>> = { OIDC_SECRET: "very secret" }) => readAccessFile(text, { file: "people.yaml", env });

describe("the settings of people", () => {
  test.each([["whole", whole, true], ["as the documentation has them", documented, true], ["with an origin alone", "origin: http://127.0.0.1:8080", false], ["of a public client", "origin: https://a.b\nprovider: { issuer: https://id.example.org, clientId: c }", true]])("%s are read", (_, text, hasProvider) => {
    const { access, problems } = read(text);
    expect([problems, access!.provider !== null]).toEqual([[], hasProvider]);
  });
  test("say whom users may reach", () => {
    const { guard, origin } = read(whole).access!;
    expect([guard(new URL("http://mlflow.example.org:5000/"), "10.9.9.9"), guard(new URL("http://x.example.org/"), "10.1.2.3"), origin]).toEqual([null, null, "https://title.example.org"]);
    expect(guard(new URL("https://x.example.org/"), "10.9.9.9")).toMatch(/private network/);
  });
  test.each<[string, string, [string, number | null][]]>([
    ["nothing", "", [["wrong-type", 1]]],
    ["no origin, and a word that is not known", "prxies: 1", [["missing-key", 1], ["unknown-key", 1]]],
    ["an origin with a path", "origin: https://a.b/c", [["bad-value", 1]]],
    ["an origin that is not encrypted", "origin: http://title.example.org", [["bad-value", 1]]],
    ["an issuer that is not encrypted", "origin: https://a.b\nprovider: { issuer: http://id.example.org, clientId: c }", [["bad-value", 2]]],
    ["a role that there is not", "origin: https://a.b\nprovider:\n  issuer: https://id.b\n  clientId: c\n  roles: [{ claim: g, value: v, workspace: acme, roles: [king] }]", [["unknown-name", 5]]],
    ["no secret, and reaches that are none", whole.replace("OIDC_SECRET", "OTHER").replace("10.1.2.0/24", "10.1.2.0/99"), [["bad-value", 9], ["bad-value", 6]]],
  ])("with %s are refused, with all that is wrong", (_, text, expected) => {
    const { access, problems } = read(text);
    expect([access, problems.map(({ code, line }) => [code, line])]).toEqual([null, expected]);
    expect(JSON.stringify(problems)).not.toContain("very secret");
  });
});

test.each<[number, string | undefined, string | undefined, string]>([
  [0, "198.51.100.1", "203.0.113.7", "203.0.113.7"],
  [0, undefined, undefined, "unknown"],
  [1, "198.51.100.1", "10.0.0.1", "198.51.100.1"],
  [1, "1.1.1.1, 198.51.100.1", "10.0.0.1", "198.51.100.1"],
  [2, "1.1.1.1, 198.51.100.1, 10.0.0.2", "10.0.0.1", "198.51.100.1"],
  [2, "198.51.100.1", "10.0.0.1", "10.0.0.1"],
  [1, "nonsense", "10.0.0.1", "10.0.0.1"],
  [1, undefined, "10.0.0.1", "10.0.0.1"],
])("behind %i proxies, with %j of %j, somebody asks from %s", (proxies, forwarded, peer, expected) => {
  const env = peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } };
  expect(addressThrough(proxies)({ env, req: { header: () => forwarded } })).toBe(expected);
});
