import { createHmac } from "node:crypto";
import { isSame } from "@cleartitle/access";

/** Where the signature of a webhook stands: `t=SECONDS,v1=HEX`, one `v1` for each secret that counts. */
export const signatureHeader = "Cleartitle-Signature";

/** Seconds by which the clocks of sender and receiver may differ, and for which a message may be on its way. */
const window = 300;

const hmac = (secret: string, seconds: number, body: string): string => createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");

/** Signs a body and when it is sent. While a secret is changed for another, both sign, so that the receiver may change his at any moment between. */
export const sign = (secrets: readonly string[], seconds: number, body: string): string => [`t=${seconds}`, ...secrets.map((secret) => `v1=${hmac(secret, seconds, body)}`)].join(",");

/** What a receiver does: null where a body is from somebody who has the secret, and was sent now; else why not. */
export function wrongInSignature(secret: string, header: string | null, body: string, now: number): string | null {
  const parts = (header ?? "").split(",").map((part) => part.trim());
  const [, seconds] = /^t=(\d{1,12})$/.exec(parts[0] ?? "") ?? [];
  if (seconds === undefined) return "it is not signed";
  const expected = `v1=${hmac(secret, Number(seconds), body)}`;
  if (!parts.slice(1, 11).some((part) => isSame(part, expected))) return "nobody who has the secret signed it";
  return Math.abs(now - Number(seconds)) > window ? "it was sent at another time: it is old, or sent again by somebody" : null;
}
