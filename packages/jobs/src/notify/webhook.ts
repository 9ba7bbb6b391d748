import { guardedFetch, type Guard } from "@cleartitle/access";
import { canonicalJson, problem } from "@cleartitle/norms";
import { JobFailure } from "../worker/handler.js";
import type { Delivery } from "./delivery.js";
import { sign, signatureHeader } from "./signature.js";

export interface Webhook {
  readonly url: string;
  /** Newest first; the one before counts until whoever receives has changed his. */
  readonly secrets: readonly string[];
}

/** Answers that another attempt may change: the server is away, busy, or asks to be asked later. */
const passing = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

/**
 * Sends what somebody subscribed to. Its name is the same in each attempt and of no other workspace, so that the receiver can leave out what he has already and nothing else; the signature is made anew, since it
 * tells when it was sent.
 */
export async function sendWebhook(guard: Guard, { url, secrets }: Webhook, { workspace, request, notices, seconds, signal }: Delivery): Promise<void> {
  // Unsigned nobody could tell it from what a stranger sends. Another attempt finds the secret that somebody gave meanwhile.
  if (secrets.length === 0) throw new JobFailure(problem("conflict", "the webhook has no secret: the database was put back from a backup without secrets", { hint: "change its secret, and tell the receiver the new one" }), true);
  const id = `${workspace}/${request}`;
  const body = canonicalJson({ $schema: "urn:cleartitle:schema:notices:1", version: 1, id, workspace, notices });
  const answer = await guardedFetch(guard, { url, body, headers: { [signatureHeader]: sign(secrets, seconds, body), "Cleartitle-Delivery": id }, maxBytes: 65_536, statusOnly: true, signal });
  if ("fault" in answer) throw new JobFailure(problem("io", `the webhook cannot be reached: ${answer.detail}`, { hint: "check its address, or end the subscription" }), answer.fault === "lost" || answer.fault === "stopped");
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  throw new JobFailure(problem("io", `the webhook answers ${status}`, { offending: String(status), hint: status === 410 ? "it wants no more: end the subscription" : "look at the log of its server" }), passing(status));
}
