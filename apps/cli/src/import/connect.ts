import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { digestOf, problem, type Problem } from "@cleartitle/norms";
import type { ConnectRequest, ImportRequest } from "../io.js";

/** Answers of a server as they lie in a folder, or why there are none. */
export interface Answers {
  readonly folder: string;
  readonly kept: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Takes the folder away, unless the user asked to keep it. */
  readonly end: () => Promise<void>;
}

/** Where answers lie that nobody asked to keep: under the working folder, named for what was asked, so that the same command finds them again and no other. */
function folderOf({ kind, keep }: ConnectRequest, address: string, names: readonly string[]): string {
  const host = address.replace(/^[a-z]+:\/\//i, "").replace(/[^\w.-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "").slice(0, 100);
  return keep ?? `.cleartitle/answers/${kind}-${host}-${digestOf([address, names]).slice(7, 15)}`;
}

/** Asks the server. Answers of a connection that did not come to its end are not read, so that nothing is half imported. */
export async function answersOf(request: ImportRequest, connection: ConnectRequest): Promise<Answers> {
  const { connect } = await import("@cleartitle/connect");
  const [address = "", ...names] = request.paths;
  const folder = resolve(request.folder, folderOf(connection, address, names));
  const stop = new AbortController();
  void connection.interrupted.then(() => stop.abort());
  const { ended, kept, problems } = await connect({
    kind: connection.kind, address, names, folder, env: connection.env, mayBeInside: connection.mayBeInside, signal: stop.signal, ...(connection.step === undefined ? {} : { step: connection.step }), ...(connection.waiting === undefined ? {} : { waiting: connection.waiting }),
  });
  const end = async (): Promise<void> => {
    if (connection.keep === undefined) await rm(folder, { recursive: true, force: true });
  };
  if (ended === "stopped") return { folder, kept: new Set(), problems: problems.length > 0 ? problems : [problem("io", "the connection ended")], end };
  return { folder, kept: new Set(kept), problems, end };
}
