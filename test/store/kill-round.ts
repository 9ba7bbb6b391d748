import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { newSigningKey, openBundle, readSigningKey, readVerifierKey, verifyLedger, writeBundle } from "@cleartitle/ledger";
import { sha256 } from "@cleartitle/norms";
import { openStore, type Place, Store } from "@cleartitle/store";
import { at, carryOut, fileOf, firstGraph, type Work, works } from "./workload.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What came of rounds: nothing is amiss where `amiss` is empty. */
export interface Outcome {
  readonly acknowledged: number;
  readonly repeated: number;
  readonly entries: number;
  readonly amiss: readonly string[];
}

interface Rounds {
  readonly place: Place;
  readonly rounds: number;
  /** Writes that are asked for at once in each round. */
  readonly count: number;
  /** Acknowledgements after which a round ends, at most. */
  readonly most: number;
  readonly processes: number;
  readonly seed: number;
}

/** Numbers that come again with the same seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs the workload in a process of its own and kills it after so many acknowledgements, in the middle of whatever it does then. */
async function killedAfter(workload: object, acknowledgements: number, heard: (name: string, came: string) => void): Promise<string> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", join(root, "test/store/workload.ts")], { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TSX_DISABLE_CACHE: "1", CLEARTITLE_WORKLOAD: JSON.stringify(workload) } });
  const said: string[] = [];
  child.stderr!.on("data", (text: Buffer) => said.push(text.toString()));
  const ended = once(child, "close");
  let left = acknowledgements;
  for await (const line of createInterface({ input: child.stdout! })) {
    const [name = "", came = ""] = line.split(" ");
    heard(name, came);
    left -= 1;
    if (left === 0) child.kill("SIGKILL");
  }
  const [code, signal] = (await ended) as [number | null, string | null];
  return signal === "SIGKILL" || code === 0 ? "" : `the workload ended by itself with ${code ?? signal}: ${said.join("").slice(0, 2_000)}`;
}

/** Rounds of kills on one database, and then a look at what is there. The place has a schema, and nothing else. */
export async function killRounds({ place, rounds, count, most, processes, seed }: Rounds): Promise<Outcome> {
  const draw = drawn(seed);
  const { secret } = newSigningKey("w");
  const open = async (): Promise<Store> => new Store(await openStore(place), undefined, [readSigningKey(secret)!]);
  const made = await open();
  await (await made.create("w", { by: "jane", at })).write(firstGraph(), { by: "jane", at });
  await made.close();
  const acknowledged = new Map<string, string>();
  const amiss: string[] = [];
  let repeated = 0;
  const heard = (name: string, came: string): void => {
    const before = acknowledged.get(name);
    if (before !== undefined) repeated += 1;
    if (before !== undefined && before !== came) amiss.push(`${name} came to ${before}, and asked again to ${came}`);
    acknowledged.set(name, came);
  };
  for (let round = 1; round <= rounds; round++) {
    const ends = Array.from({ length: processes }, () => 1 + Math.floor(draw() * most));
    const ended = await Promise.all(ends.map((end) => killedAfter({ place, secret, count }, end, heard)));
    amiss.push(...ended.filter((each) => each !== ""));
  }
  const store = await open();
  try {
    const found = await look(store, acknowledged, works(count), heard, amiss);
    return { acknowledged: acknowledged.size, repeated, entries: found, amiss };
  } finally {
    await store.close();
  }
}

const twice = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

/** Whether what was acknowledged is there, whatever is asked again comes to the same, and the ledger holds; gives the size of the ledger. */
async function look(store: Store, acknowledged: ReadonlyMap<string, string>, all: readonly Work[], heard: (name: string, came: string) => void, amiss: string[]): Promise<number> {
  const workspace = await store.workspace("w");
  const known = all.filter(({ name }) => acknowledged.has(name));
  const missing = async (): Promise<string[]> => {
    const [{ graph }, files, decisions, entries] = [await workspace.graph(), await workspace.files("", 100_000), await workspace.decisions(0, 100_000), await workspace.ledger.entries(0, 100_000)];
    const [digests, numbers, usages] = [new Set(files.map((each) => each.sha256)), new Set(decisions.map((each) => String(each.number))), new Map(entries.map(({ event, open }) => [String(event.index), open["quantity"]?.value]))];
    if (decisions.some(({ number }, i) => number !== i + 1)) amiss.push("decisions have gaps");
    if (entries.some(({ event }, i) => event.index !== i)) amiss.push("entries have gaps");
    if (twice(entries.filter(({ event }) => event.kind === "usage").map(({ open }) => open["quantity"]?.value))) amiss.push("an event was entered twice");
    const isThere: Readonly<Record<Work["kind"], (work: Work) => boolean>> = {
      import: ({ of }) => graph!.assets.has(`imported-${of}`), change: ({ of }) => graph!.parties.has(`party-${of}`), decision: ({ name }) => numbers.has(acknowledged.get(name)!),
      append: ({ name, of }) => usages.get(acknowledged.get(name)!) === of, file: ({ of }) => digests.has(sha256(fileOf(of))),
    };
    return known.filter((work) => !isThere[work.kind](work)).map(({ name }) => name);
  };
  amiss.push(...(await missing()).map((name) => `${name} was acknowledged and is not there`));
  const before = (await workspace.decisions(0, 100_000)).length;
  await carryOut(workspace, known, ({ name }, came) => heard(name, came));
  if ((await workspace.decisions(0, 100_000)).length !== before) amiss.push("a decision that was asked for again was recorded again");
  amiss.push(...(await workspace.ledger.check()).map((each) => each.message));
  return verified(store, amiss);
}

async function verified(store: Store, amiss: string[]): Promise<number> {
  const workspace = await store.workspace("w");
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-killed-"));
  try {
    await workspace.ledger.export((parts) => writeBundle(join(folder, "bundle"), parts));
    const { bundle, problems } = await openBundle(join(folder, "bundle"));
    const signer = (await workspace.ledger.standing())!.signer!;
    const found = await verifyLedger(bundle!.source, { keys: [readVerifierKey(signer)!], follows: false, kept: [] });
    amiss.push(...[...problems, ...found.problems].map((each) => each.message), ...found.notes, ...(found.missingEvidence === 0 ? [] : ["evidence is missing"]));
    return found.size;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
