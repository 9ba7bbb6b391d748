import { rm } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
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

const isWithin = (folder: string, path: string): boolean => !/^\.\.(?:[/\\]|$)/.test(relative(folder, path)) && !isAbsolute(relative(folder, path));

/** The user's own cache. One that is no whole path, or lies in the working folder, is none. */
function cacheOf({ env }: ConnectRequest, working: string): string {
  const cache = env["XDG_CACHE_HOME"] ?? "";
  if (isAbsolute(cache) && !isWithin(working, cache)) return cache;
  const home = env["HOME"] ?? "";
  return join(isAbsolute(home) ? home : homedir(), ".cache");
}

/**
 * Where answers lie that nobody asked to keep: in the user's cache, named for where and what was asked, so that the same command finds them again and no other. Never in the
 * working folder: what came with it could hold a journal that somebody made up, and would be read as what the server said.
 */
function folderOf(connection: ConnectRequest, working: string, address: string, names: readonly string[]): string {
  const { kind, keep } = connection;
  if (keep !== undefined) return resolve(working, keep);
  return join(cacheOf(connection, working), "cleartitle/answers", digestOf([kind, working, address, names]).slice(7, 39));
}

/** Asks the server. Answers of a connection that did not come to its end are not read, so that nothing is half imported. */
export async function answersOf(request: ImportRequest, connection: ConnectRequest): Promise<Answers> {
  const { connect } = await import("@cleartitle/connect");
  const [address = "", ...names] = request.paths;
  const folder = folderOf(connection, request.folder, address, names);
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
