import { request as plainRequest } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { guardedLookup, LeadsInside } from "./address.js";
import type { Address } from "./address.js";

export interface Request {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly maxBytes: number;
  readonly timeout: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Why nothing came back. `lost`: asking again may help. `inside`: the name leads into a private network. `outside`: what was to be asked is not the named server's. */
export interface Fault {
  readonly fault: "lost" | "too-large" | "inside" | "outside" | "refused" | "stopped";
  readonly detail: string;
}

/** One exchange with a server: no redirect is followed, the body is bounded while it comes in, and a silent server is left. */
export function exchange(to: Address, request: Request, mayBeInside: boolean, signal: AbortSignal): Promise<Reply | Fault> {
  return new Promise((resolve) => {
    const isSecure = request.url.protocol === "https:";
    const method = request.body === null ? "GET" : "POST";
    const headers = { accept: "application/json, text/plain", "accept-encoding": "identity", "user-agent": "cleartitle", ...(request.body === null ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(request.body)) }), ...request.headers };
    const call = (isSecure ? secureRequest : plainRequest)(request.url, { method, headers, lookup: guardedLookup(mayBeInside || to.isNamed), signal, agent: false }, (response) => {
      void receive(response, request.maxBytes).then(finish);
    });
    const limit = setTimeout(() => call.destroy(new Error("no answer in time")), request.timeout);
    const finish = (result: Reply | Fault): void => {
      clearTimeout(limit);
      call.destroy();
      resolve(result);
    };
    call.on("error", (error: NodeJS.ErrnoException) => finish(faultOf(error, signal)));
    call.end(request.body ?? undefined);
  });
}

function faultOf(error: NodeJS.ErrnoException, signal: AbortSignal): Fault {
  if (signal.aborted) return { fault: "stopped", detail: "interrupted" };
  if (error instanceof LeadsInside) return { fault: "inside", detail: "its name leads to an address of a private network or of this machine" };
  if (error.code === "ENOTFOUND") return { fault: "refused", detail: "there is no such host" };
  if (/^(?:CERT|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(error.code ?? "")) return { fault: "refused", detail: `its certificate is not trusted (${error.code})` };
  return { fault: "lost", detail: error.code ?? error.message };
}

async function receive(response: IncomingMessage, maxBytes: number): Promise<Reply | Fault> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return { fault: "refused", detail: `it answers in \`${encoding.slice(0, 40)}\`, which was not asked for` };
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > maxBytes) return { fault: "too-large", detail: `an answer of more than ${maxBytes} bytes` };
      pieces.push(piece);
    }
  } catch (error) {
    return { fault: "lost", detail: (error as NodeJS.ErrnoException).code ?? "the answer broke off" };
  }
  // A body that ends before its stated length is told as an end, and is none.
  if (!response.complete) return { fault: "lost", detail: "the answer broke off" };
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) };
}
