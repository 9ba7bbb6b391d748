import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Guard } from "./destination.js";

export interface Request {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly maxBytes: number;
  readonly timeout: number;
  /** What is answered beyond the status is read past, and changes nothing. */
  readonly statusOnly?: boolean;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Why nothing came back. `lost`: asking again may help. `inside`: it leads where the guard lets nobody. `outside`: what was to be asked is not the named server's. */
export interface Fault {
  readonly fault: "lost" | "too-large" | "inside" | "outside" | "refused" | "stopped";
  readonly detail: string;
}

/** All addresses of a name, as the system knows them. */
export type Resolve = (host: string, found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

const system: Resolve = (host, found) => systemLookup(host, { all: true }, found);

class Refused extends Error {}

/** One exchange with a server: no redirect is followed, the body is bounded while it comes in, and a silent server is left. `guard` judges the address that is then spoken to. */
export function exchange(request: Request, guard: Guard, signal: AbortSignal, resolve: Resolve = system): Promise<Reply | Fault> {
  const { url } = request;
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  // An address that is named as such is connected to without a lookup.
  const refused = isIP(literal) === 0 ? null : guard(url, literal);
  if (refused !== null) return Promise.resolve({ fault: "inside", detail: refused });
  return new Promise((done) => {
    let answered: Reply | null = null;
    const method = request.body === null ? "GET" : "POST";
    const headers = { accept: "application/json, text/plain", "accept-encoding": "identity", "user-agent": "cleartitle", ...(request.body === null ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(request.body)) }), ...request.headers };
    const call = (url.protocol === "https:" ? secureRequest : plainRequest)(url, { method, headers, lookup: guardedLookup(url, guard, resolve), signal, agent: false }, (response) => {
      if (request.statusOnly === true) answered = { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.alloc(0) };
      void (answered === null ? receive(response, request.maxBytes) : readPast(response, request.maxBytes, answered)).then(finish);
    });
    const limit = setTimeout(() => call.destroy(new Error("no answer in time")), request.timeout);
    const finish = (result: Reply | Fault): void => {
      clearTimeout(limit);
      call.destroy();
      done(result);
    };
    call.on("error", (error: NodeJS.ErrnoException) => finish(answered ?? faultOf(error, signal)));
    call.end(request.body ?? undefined);
  });
}

/** Finds the addresses of a name, and refuses them where one is refused. The connection is made to what was judged: nobody asks for the name again. */
const guardedLookup = (url: URL, guard: Guard, resolve: Resolve): LookupFunction => (host, options, callback) => {
  resolve(host, (error, found) => {
    const why = error === null ? found.map(({ address }) => guard(url, address)).find((reason) => reason !== null) : undefined;
    const failed = why === undefined ? error : new Refused(why);
    const list = failed === null ? found.filter(({ family }) => options.family === undefined || options.family === 0 || family === options.family) : [];
    if (options.all === true) callback(failed, list);
    else callback(failed, list[0]?.address ?? "", list[0]?.family);
  });
};

function faultOf(error: NodeJS.ErrnoException, signal: AbortSignal): Fault {
  if (signal.aborted) return { fault: "stopped", detail: "interrupted" };
  if (error instanceof Refused) return { fault: "inside", detail: error.message };
  if (error.code === "ENOTFOUND") return { fault: "refused", detail: "there is no such host" };
  if (/^(?:CERT|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(error.code ?? "")) return { fault: "refused", detail: `its certificate is not trusted (${error.code})` };
  return { fault: "lost", detail: error.code ?? error.message };
}

/** Lets whoever answers say it to the end, up to so many bytes: cut off in the middle it might take the whole for failed. */
async function readPast(response: IncomingMessage, maxBytes: number, answered: Reply): Promise<Reply> {
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > maxBytes) break;
    }
  } catch {
    // It broke off after the status, which is all that was asked for.
  }
  return answered;
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
