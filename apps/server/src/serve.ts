import { serve as listen, type ServerType } from "@hono/node-server";
import { createApp, type AppOptions } from "./app.js";

export interface ServeOptions extends AppOptions {
  /** A free port is taken where none, or 0, is given. */
  readonly port?: number;
}

export interface Served {
  readonly url: string;
  /** Ends open connections and gives the port back. */
  readonly close: () => Promise<void>;
}

async function closed(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

/**
 * Serves the decisions of one world on the loopback address only. Rejects with the system's error where the port
 * cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const app = createApp(options);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: "127.0.0.1", port: options.port ?? 0 }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}/`, close: async () => closed(server) });
    });
    server.once("error", reject);
  });
}
