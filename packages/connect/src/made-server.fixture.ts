import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is said as JSON. */
  readonly body?: unknown;
  /** The connection is cut in the middle of the body. */
  readonly cut?: boolean;
  /** Nothing is ever said. */
  readonly silent?: boolean;
}

/** A server on this machine that answers as it is told, and tells what it was asked. */
export async function madeServer(say: (asked: Asked, nth: number) => Said): Promise<{ readonly address: string; readonly asked: Asked[]; readonly end: () => Promise<void> }> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const text = Buffer.concat(pieces).toString();
    const one = { method: request.method ?? "", path: request.url ?? "", authorization: request.headers.authorization ?? null, body: text === "" ? null : (JSON.parse(text) as unknown) };
    asked.push(one);
    const said = say(one, asked.filter((each) => each.path === one.path && JSON.stringify(each.body) === JSON.stringify(one.body)).length);
    if (said.silent === true) return;
    const body = typeof said.body === "string" ? said.body : JSON.stringify(said.body ?? {});
    response.writeHead(said.status ?? 200, { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...said.headers });
    if (said.cut !== true) return void response.end(body);
    response.write(body.slice(0, body.length / 2));
    setImmediate(() => response.destroy());
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const end = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, end };
}
