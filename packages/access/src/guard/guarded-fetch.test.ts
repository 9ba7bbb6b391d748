import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Guard, guardOf } from "./destination.js";
import type { Resolve } from "./exchange.js";
import { guardedFetch } from "./guarded-fetch.js";

const seen: { readonly url: string; readonly method: string; readonly secret: string | undefined; readonly host: string | undefined }[] = [];
let port = 0;
const answers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  "/": (response) => response.end("well"),
  "/large": (response) => response.end("x".repeat(2_000)),
  "/silent": () => undefined,
  "/slow": (response) => response.write("x"),
  "/here": (response) => response.writeHead(302, { location: "/" }).end(),
  "/elsewhere": (response) => response.writeHead(307, { location: `http://other.test:${port}/` }).end(),
  "/inside": (response) => response.writeHead(302, { location: "http://metadata.test/latest" }).end(),
  "/literal": (response) => response.writeHead(302, { location: "http://169.254.169.254/latest" }).end(),
  "/mapped": (response) => response.writeHead(302, { location: "http://[::ffff:a00:1]/" }).end(),
  "/file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/named": (response) => response.writeHead(302, { location: "http://jane:secret@site.test/" }).end(),
  "/broken": (response) => response.writeHead(302, { location: "http://[" }).end(),
  "/round": (response) => response.writeHead(302, { location: "/round" }).end(),
  "/packed": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
};
const server = createServer((request: IncomingMessage, response) => {
  seen.push({ url: request.url ?? "", method: request.method ?? "", secret: request.headers["x-secret"] as string | undefined, host: request.headers.host });
  answers[request.url ?? ""]?.(response);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const names: Readonly<Record<string, string[]>> = { "site.test": ["127.0.0.1"], "other.test": ["127.0.0.1"], "metadata.test": ["169.254.169.254"], "mixed.test": ["127.0.0.1", "10.0.0.1"] };
const known: Resolve = (host, found) => found(names[host] === undefined ? Object.assign(new Error(host), { code: "ENOTFOUND" }) : null, (names[host] ?? []).map((address) => ({ address, family: 4 })));
const local = (): Guard => guardOf({ allow: ["127.0.0.1"] }) as Guard;
const ask = (path: string, more: Partial<Parameters<typeof guardedFetch>[1]> = {}) => guardedFetch(local(), { url: `http://site.test:${port}${path}`, ...more }, known);

test("what is allowed is asked, and answers", async () => {
  expect(await ask("/")).toMatchObject({ status: 200, body: Buffer.from("well"), url: `http://site.test:${port}/` });
  expect(await ask("/here")).toMatchObject({ status: 200, url: `http://site.test:${port}/` });
  expect(await ask("/", { body: "{}" })).toMatchObject({ status: 200 });
  expect(seen.at(-1)).toMatchObject({ method: "POST", host: `site.test:${port}` });
});

test.each([["/large", { maxBytes: 1_999 }], ["/packed", {}], ["/slow", { timeout: 200 }]] as const)("where the status alone counts, %s has come with it", async (path, more) => {
  expect(await ask(path, { body: "{}", statusOnly: true, ...more })).toMatchObject({ status: 200, body: Buffer.alloc(0) });
});

describe("nothing comes of", () => {
  test.each<[path: string, more: Partial<Parameters<typeof guardedFetch>[1]>, fault: string, detail: RegExp]>([
    ["/large", { maxBytes: 1_999 }, "too-large", /1999 bytes/],
    ["/silent", { timeout: 200 }, "lost", /in time/],
    ["/slow", { timeout: 200 }, "lost", /in time|broke off/],
    ["/inside", {}, "inside", /private network/],
    ["/literal", {}, "inside", /private network/],
    ["/mapped", {}, "inside", /private network/],
    ["/file", {}, "refused", /`file:` is not spoken/],
    ["/named", {}, "refused", /name or a password/],
    ["/broken", {}, "refused", /no address/],
    ["/round", {}, "refused", /on and on/],
    ["/packed", {}, "refused", /gzip/],
    ["/here", { body: "{}" }, "refused", /not sent on/],
    ["/", { url: "http://10.0.0.1/" }, "inside", /private network/],
    ["/", { url: "http://0xa.1/" }, "inside", /private network/],
    ["/", { url: "http://mixed.test/" }, "inside", /private network/],
    ["/", { url: "http://nobody.test/" }, "refused", /no such host/],
    ["/", { url: "gopher://site.test/" }, "refused", /is not spoken/],
    ["/", { url: "nothing" }, "refused", /no address/],
    ["/", { signal: AbortSignal.abort() }, "stopped", /interrupted/],
  ])("%s %j", async (path, more, fault, detail) => {
    const before = seen.length;
    expect(await ask(path, more)).toMatchObject({ fault, detail: expect.stringMatching(detail) });
    expect(seen.slice(before).filter(({ host }) => !host?.startsWith("site.test"))).toEqual([]);
  });
});

test("what was sent to one origin is not sent on to another", async () => {
  const before = seen.length;
  expect(await ask("/elsewhere", { headers: { "x-secret": "s" } })).toMatchObject({ status: 200, url: `http://other.test:${port}/` });
  expect(seen.slice(before).map(({ secret }) => secret)).toEqual(["s", undefined]);
});

test("a name is asked for once, and the connection goes to what was judged, though the name changes at once", async () => {
  let asked = 0;
  const changing: Resolve = (_, found) => found(null, [{ address: asked++ === 0 ? "127.0.0.1" : "169.254.169.254", family: 4 }]);
  const url = `http://rebound.test:${port}/`;
  expect(await guardedFetch(local(), { url }, changing)).toMatchObject({ status: 200 });
  expect(asked).toBe(1);
  expect(await guardedFetch(local(), { url }, changing)).toMatchObject({ fault: "inside" });
});
