import { serve as listen } from "@hono/node-server";
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

/**
 * Serves the decisions of one world on the loopback address only. Rejects with the system's error where the port
 * cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const app = createApp(options);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: "127.0.0.1", port: options.port ?? 0 }, ({ port }) => {
      const close = async (): Promise<void> =>
        new Promise((closed, failed) => {
          server.close((error) => (error === undefined ? closed() : failed(error)));
          if ("closeAllConnections" in server) server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${port}/`, close });
    });
    server.once("error", reject);
  });
}
