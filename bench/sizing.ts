import { type ChildProcess, spawn } from "node:child_process";
import { once as happens } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grantLogin, migrate, openOwner, openStore, type Place, Store } from "@cleartitle/store";
import { GraphBuilder, type TitleGraph } from "@cleartitle/title";
import { sql } from "kysely";
import { freePort } from "../test/store/free-port.js";
import { type TestServer, startPostgres } from "../test/store/postgres.js";
import { count, megabytes, ms, once, table } from "./measure.js";
import { root } from "./root.js";

const recording = { by: "bench", at: "2026-03-01T09:30:00Z" };
const licenses = ["MIT", "Apache-2.0", "CC-BY-4.0", "BSD-3-Clause", "CC-BY-SA-4.0", "CC0-1.0", "OpenRAIL++-M", "GPL-3.0-only"];
/** Assets of one product, and how many products have one that is released. */
const ofProduct = 100;
const released = 10;
/** A server that is not ready, or does not answer, by then is given up. */
const patience = 900_000;

/** Products of a hundred assets each: what others license, models tuned on it, and one thing, which of every tenth product is released. */
function estateOf(assets: number): TitleGraph {
  const builder = new GraphBuilder("acme");
  for (let product = 0; product * ofProduct < assets; product++) {
    const id = (kind: string, number = 0): string => `${kind}-${product}-${number}`;
    const licensed = (kind: "dataset" | "model" | "code", many: number, from: number): void => {
      for (let i = 0; i < many; i++) {
        builder.addAsset({ id: id(kind, i), kind, upstream: "complete", licensor: "somebody" });
        builder.addStatement({ id: `license-${id(kind, i)}`, about: { kind: "asset", id: id(kind, i) }, what: "license", rung: "declared", value: licenses[(product + i + from) % licenses.length]! });
      }
    };
    licensed("dataset", 60, 0);
    licensed("model", 10, 1);
    licensed("code", 20, 2);
    for (let i = 0; i < 9; i++) {
      builder.addAsset({ id: id("tuned", i), kind: "model", upstream: "complete" });
      builder.addDerivation({ id: id("tuning", i), from: [id("model", i), ...Array.from({ length: 6 }, (_, j) => id("dataset", i * 6 + j))], to: id("tuned", i), by: "finetune" });
    }
    builder.addAsset({ id: id("product"), kind: "code", upstream: "complete" });
    builder.addDerivation({ id: id("building"), from: [...Array.from({ length: 3 }, (_, i) => id("tuned", i)), ...Array.from({ length: 20 }, (_, i) => id("code", i))], to: id("product"), by: "include" });
    if (product % released === 0) builder.addUse({ name: `launch-${product}`, of: id("product"), actions: ["host", "distribute"], purpose: ["commercial"], in: ["US", "DE", "JP"], on: "2026-12-01" });
  }
  return builder.build();
}

const bytesIn = (folder: string): number => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** Bytes that a process holds, and the most that it held, as Linux tells; null elsewhere. */
function memoryOf({ pid }: Pick<ChildProcess, "pid">): { readonly now: number; readonly most: number } | null {
  if (process.platform !== "linux") return null;
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? 0) * 1024;
  return { now: of("VmRSS"), most: of("VmHWM") };
}

/** Seconds that a process has worked, as Linux tells. */
function workedOf({ pid }: ChildProcess): number | null {
  if (process.platform !== "linux") return null;
  // The name of the program stands in parentheses and may hold anything.
  const fields = readFileSync(`/proc/${String(pid)}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

interface Sized {
  readonly worked: readonly string[];
  readonly ready: number;
  readonly first: number;
  readonly later: number;
  readonly every: number;
  readonly memory: readonly string[];
}

async function asked(url: string, body?: object): Promise<number> {
  const { median } = await once(async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), ...(body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${url} answered ${String(response.status)}: ${await response.text()}`);
    await response.arrayBuffer();
  });
  return median;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < patience; ) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${String(child.exitCode)}`);
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the server is not ready");
}

/** A server as people run it, on what is there: its start, the first question, further ones, each of another day and decided anew, and a page that all uses are decided for. */
async function served(env: Readonly<Record<string, string>>): Promise<Sized> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "apps/cli/bin/cleartitle.mjs"), "serve", "--port", String(port), "--quiet"], { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  const ended = happens(child, "exit");
  try {
    const api = `http://127.0.0.1:${port}/api/v1`;
    const workspace = `${api}/workspaces/estate`;
    const { median: ready } = await once(() => untilReady(`${api}/ready`, child));
    const first = await asked(`${workspace}/ask`, { use: "launch-0" });
    const [held, begun] = [memoryOf(child), workedOf(child)];
    const every = await asked(`${workspace}/findings?limit=1`);
    const took: number[] = [];
    const told = workedOf(child);
    for (let i = 1; i <= 20; i++) took.push(await asked(`${workspace}/ask`, { use: "launch-0", asOf: `2026-12-${String(i + 1).padStart(2, "0")}` }));
    const [later] = took.toSorted((a, b) => a - b).slice(10);
    const after = memoryOf(child);
    const memory = [held?.now, after?.now, after?.most].map((each) => (each === undefined ? "-" : megabytes(each)));
    const worked = [begun, told].map((each) => (each === null ? "-" : each.toFixed(1)));
    return { ready, first, every, later: later!, memory, worked };
  } finally {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(late);
  }
}

interface Kept {
  readonly name: string;
  readonly place: Place;
  readonly env: Readonly<Record<string, string>>;
  readonly bytes: () => Promise<number> | number;
}

async function row({ name, place, env, bytes }: Kept, assets: number): Promise<readonly string[]> {
  const graph = estateOf(assets);
  const store = new Store(await openStore(place));
  const workspace = await store.create("estate", recording);
  const imported = await once(() => workspace.write(graph, recording));
  await store.close();
  const size = await bytes();
  const { ready, first, every, later, memory, worked } = await served(env);
  const importing = memoryOf(process);
  const told = [`${count(assets)}, ${name}`, count(graph.uses.size), (imported.median / 1000).toFixed(1), importing === null ? "-" : megabytes(importing.most), megabytes(size), (ready / 1000).toFixed(1), ms(first), ms(later), (every / 1000).toFixed(1), ...worked, ...memory];
  // The largest takes long: what is measured by then is told.
  console.error(told.join("  "));
  return told;
}

async function onPostgres(server: TestServer, assets: number): Promise<readonly string[]> {
  const { ownerUrl, loginUrl } = await server.database();
  const owner = await openOwner({ url: ownerUrl });
  try {
    await migrate(owner.db);
    await grantLogin(owner.db, new URL(loginUrl).username);
    const bytes = async (): Promise<number> => Number((await sql<{ readonly bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(owner.db)).rows[0]!.bytes);
    return await row({ name: "PostgreSQL", place: { url: loginUrl }, env: { DATABASE_URL: loginUrl }, bytes }, assets);
  } finally {
    await owner.close();
  }
}

async function onEmbedded(assets: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-sizing-"));
  try {
    return await row({ name: "embedded", place: { folder }, env: { CLEARTITLE_DATA: folder }, bytes: () => bytesIn(folder) }, assets);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a server takes by how much it answers for: `SIZES=1000,10000` measures other sizes, `ON=embedded` or `ON=postgres` one database. */
export async function benchSizing(): Promise<void> {
  const sizes = (process.env["SIZES"] ?? "1000,10000,100000").split(",").map(Number);
  const on = process.env["ON"];
  const rows: (readonly string[])[] = [];
  const server = on === "embedded" ? null : await startPostgres();
  try {
    for (const assets of sizes) {
      if (server !== null) rows.push(await onPostgres(server, assets));
      if (on !== "postgres") rows.push(await onEmbedded(assets));
    }
  } finally {
    await server?.stop();
  }
  table("assets in products of a hundred, each tenth with a use; the server in a process of its own, and PostgreSQL in another one", ["assets", "uses", "import, s", "MB at most importing", "database, MB", "start, s", "first ask, ms", "later ask, ms", "all uses, s", "worked by first, s", "by all, s", "MB after first", "MB after all", "MB at most"], rows);
}
