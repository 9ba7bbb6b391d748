import { createHash } from "node:crypto";
import { problem } from "@cleartitle/norms";
import { createTransport } from "nodemailer";
import { JobFailure } from "../worker/handler.js";
import type { Delivery } from "./delivery.js";
import { isMailAddress, letterOf } from "./mail.js";

/** The mail server of the house. */
export interface PostOffice {
  /** `smtp://user:password@host:port` or `smtps://…`; it is the operator's, and no user names it. */
  readonly url: string;
  readonly from: string;
  /** Address of the program, that links start from; without a slash at its end. */
  readonly base: string;
}

interface Fault {
  readonly responseCode?: number;
  readonly code?: string;
}

/** A mail server that says no for good says so by a code of 500 and more. */
const isFinal = ({ responseCode, code }: Fault): boolean => (responseCode ?? 0) >= 500 || code === "EENVELOPE" && (responseCode ?? 500) >= 500;

/** Sends a mail of what somebody subscribed to. An attempt that is repeated has the same message id, by which mail programs show it once. */
export async function sendMail(postOffice: PostOffice | null, to: string, { workspace, request, notices, signal }: Delivery): Promise<void> {
  if (postOffice === null) throw new JobFailure(problem("unsupported", "this server sends no mail", { hint: "whoever runs it names a mail server" }), false);
  const { url, from, base } = postOffice;
  if (!isMailAddress(to)) throw new JobFailure(problem("bad-value", "the subscription has no address that mail can be sent to", { hint: "write it like jane@acme.example" }), false);
  const transport = createTransport(url, { disableFileAccess: true, disableUrlAccess: true });
  const end = (): void => transport.close();
  signal.addEventListener("abort", end, { once: true });
  try {
    const messageId = `<${createHash("sha256").update(`${workspace}/${request}`).digest("hex").slice(0, 40)}@${from.slice(from.lastIndexOf("@") + 1)}>`;
    await transport.sendMail({ from, to: { name: "", address: to }, messageId, headers: { "Auto-Submitted": "auto-generated" }, ...letterOf(workspace, `${base}/${encodeURIComponent(workspace)}`, notices) });
  } catch (error) {
    const { responseCode } = error as Fault;
    throw new JobFailure(problem("io", `the mail server did not take the mail${responseCode === undefined ? "" : ` (${responseCode})`}`, { hint: "check its address and the address of the subscription" }), !isFinal(error as Fault));
  } finally {
    signal.removeEventListener("abort", end);
    transport.close();
  }
}
