import type { Server } from "node:http";
import { serve as listen, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import type { ServedApi } from "./api/serve-api.js";
import { createSite } from "./site.js";

export interface ServeOptions {
  /** Below `/api/v1`; the application of the browser is everywhere else. */
  readonly api: ServedApi;
  /** The name that browsers have for the server; null: it is for one local user. */
  readonly origin: string | null;
  /** A free port is taken where none, or 0, is given. */
  readonly port?: number;
}

export interface Served {
  readonly url: string;
  /** Takes no more requests, lets those that are being answered end, and gives the port back. */
  readonly close: () => Promise<void>;
}

/** How long answers that are being made may take when the server ends. */
const mostDrain = 8_000;

async function closed(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    const http = server as Server;
    // Connections on which nothing is asked would be waited for until the other side leaves.
    const idle = setInterval(() => http.closeIdleConnections(), 50);
    const late = setTimeout(() => http.closeAllConnections(), mostDrain);
    server.close((error) => {
      clearInterval(idle);
      clearTimeout(late);
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

async function ended(server: ServerType, api: ServedApi): Promise<void> {
  api.end();
  await closed(server);
  await api.close();
}

/** Slow senders hold no connection for ever. */
function patient(server: ServerType): void {
  Object.assign(server as Server, { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 5_000, maxRequestsPerSocket: 10_000 });
}

/** Application and API under one name. */
function appOf({ api, origin }: ServeOptions): Hono {
  const app = new Hono();
  const site = createSite(origin);
  app.all("/api/v1/*", (c) => api.app.fetch(c.req.raw, c.env));
  app.all("*", (c) => site.fetch(c.req.raw, c.env));
  return app;
}

/**
 * Serves on the loopback address only. Rejects with the system's error where the port
 * cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const app = appOf(options);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: "127.0.0.1", port: options.port ?? 0 }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}/`, close: async () => ended(server, options.api) });
    });
    patient(server);
    server.once("error", reject);
  });
}
