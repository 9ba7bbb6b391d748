import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import type { ServeOptions } from "../serve/listening.js";

/** Serves the application and the API over what is kept in a database. A title file without one gets a database that goes when the server ends. */
export async function serve(io: Io, file: string | undefined, options: ServeOptions): Promise<ExitCode> {
  const { serveStore } = await import("./serve-store.js");
  if (file === undefined || options.data !== undefined || options.people !== undefined) return serveStore(io, file, options);
  const data = await mkdtemp(join(tmpdir(), "cleartitle-serve-"));
  try {
    return await serveStore(io, file, { ...options, data });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
