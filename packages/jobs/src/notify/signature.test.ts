import { expect, it } from "vitest";
import { sign, wrongInSignature } from "./signature.js";
import { sendWebhook } from "./webhook.js";

const [now, body] = [1_772_366_400, '{"notices":[]}'];
const signed = sign(["old", "new"], now, body);

it.each([
  ["with the secret", "new", signed, body, now, null],
  ["with the secret before, while both count", "old", signed, body, now, null],
  ["a little late", "new", signed, body, now + 300, null],
  ["by a clock that is behind", "new", signed, body, now - 300, null],
  ["long ago", "new", signed, body, now + 301, "it was sent at another time: it is old, or sent again by somebody"],
  ["in the future", "new", signed, body, now - 301, "it was sent at another time: it is old, or sent again by somebody"],
  ["with another secret", "guess", signed, body, now, "nobody who has the secret signed it"],
  ["with another body", "new", signed, `${body} `, now, "nobody who has the secret signed it"],
  ["with another time in its head", "new", signed.replace(`t=${now}`, `t=${now + 1}`), body, now, "nobody who has the secret signed it"],
  ["without a time", "new", signed.slice(signed.indexOf(",") + 1), body, now, "it is not signed"],
  ["with no signature", "new", `t=${now}`, body, now, "nobody who has the secret signed it"],
  ["by nobody", "new", null, body, now, "it is not signed"],
  ["with far too many", "new", `t=${now}${",v1=0".repeat(10)},${signed.split(",")[2]}`, body, now, "nobody who has the secret signed it"],
])("judges a body that was signed %s", (_, secret, header, given, at, wrong) => {
  expect(wrongInSignature(secret, header, given, at)).toBe(wrong);
});

it("is the digest that any receiver can make", () => {
  expect(sign(["whsec"], 1, "x")).toBe("t=1,v1=fbbe6e0a658234877f14a430ebb68313e8ccf22f957959bdaecd03968c34b78f");
});

it("is on all that is sent: a webhook without a secret is sent nothing, and tried again", async () => {
  const sent = sendWebhook(() => "nobody may be reached", { url: "https://hooks.acme.example", secrets: [] }, { workspace: "acme", request: "r", notices: [], seconds: now, signal: new AbortController().signal });
  await expect(sent).rejects.toMatchObject({ again: true, problem: { code: "conflict", message: expect.stringContaining("has no secret") as string } });
});
