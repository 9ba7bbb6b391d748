import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { newSigningKey, readSigningKey } from "@cleartitle/ledger";
import { grantLogin, LiveWorld, migrate, openOwner, openStore, type Place, Store, type Workspace } from "@cleartitle/store";
import { GraphBuilder, type TitleGraph } from "@cleartitle/title";
import { startPostgres } from "../test/store/postgres.js";
import { count, ms, once, table } from "./measure.js";

const recording = { by: "bench", at: "2026-03-01T09:30:00Z" };
const catalogue = openCatalogue().catalogue!;
const question = { use: "launch", in: null, asOf: null, knownAt: null, profile: null };
/** Writes that are asked for at once. */
const writes = 300;
const assets = 100_000;

function graphOf(many: number): TitleGraph {
  const builder = new GraphBuilder("acme");
  for (let i = 0; i < many; i++) {
    builder.addAsset({ id: `asset-${i}`, kind: "dataset" });
    builder.addStatement({ id: `license-${i}`, about: { kind: "asset", id: `asset-${i}` }, what: "license", rung: "declared", value: "MIT" });
  }
  builder.addUse({ name: "launch", of: "asset-0", actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

const signing = () => [readSigningKey(newSigningKey("bench").secret)!];
const perSecond = (milliseconds: number): string => count((writes * 1000) / milliseconds);

async function writing(workspace: Workspace): Promise<readonly [string, string]> {
  const enter = await once(() => Promise.all(Array.from({ length: writes }, (_, i) => workspace.ledger.enter("usage", { of: "asset-0", quantity: i, during: "2026" }, { ...recording, request: `u${i}` }))));
  const { graph } = await workspace.graph();
  const decision = decide({ graph: graph!, catalogue }, "launch");
  const record = await once(() => Promise.all(Array.from({ length: writes }, (_, i) => workspace.recordDecision({ decision, catalogue, question, asked: (each) => each, changeSet: 1 }, { ...recording, request: `d${i}` }))));
  return [perSecond(enter.median), perSecond(record.median)];
}

/** From a change that one connection acknowledges to a decision of it by another one that follows. */
async function following(store: Store, workspace: Workspace, other: Store): Promise<string> {
  const live = await LiveWorld.open(other, await other.workspace(workspace.id), catalogue);
  const took: number[] = [];
  const followed = await other.workspace(workspace.id);
  for (let i = 0; i < 20; i++) {
    const heard = new Promise<void>((resolve) => {
      const end = followed.follow(() => {
        end();
        resolve();
      });
    });
    await workspace.change([{ change: "add-party", party: { id: `p${i}`, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }], recording);
    const acknowledged = process.hrtime.bigint();
    await heard;
    decide(live.heard!, "launch");
    took.push(Number(process.hrtime.bigint() - acknowledged) / 1e6);
  }
  live.close();
  return ms(took.toSorted((a, b) => a - b)[10]!);
}

async function row(name: string, place: Place, many: boolean): Promise<readonly string[]> {
  const store = new Store(await openStore(place), undefined, signing());
  const workspace = await store.create("bench", recording, "bench");
  await workspace.write(graphOf(10), recording);
  const [appends, decisions] = await writing(workspace);
  const other = many ? new Store(await openStore(place)) : null;
  const follows = other === null ? "one process" : await following(store, workspace, other);
  await other?.close();
  const large = await store.create("large", recording);
  const graph = graphOf(assets);
  const imported = await once(() => large.write(graph, recording));
  await store.close();
  const opened = await once(async () => {
    const again = new Store(await openStore(place));
    await LiveWorld.open(again, await again.workspace("large"), catalogue);
    return again;
  });
  await opened.result.close();
  return [name, appends, decisions, follows, ms(imported.median), ms(opened.median)];
}

/** What the store takes and gives, on both databases, each write signed. */
export async function benchStore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  const server = await startPostgres();
  try {
    const { ownerUrl, loginUrl } = await server.database();
    const { db, close } = await openOwner({ url: ownerUrl });
    await migrate(db);
    await grantLogin(db, new URL(loginUrl).username);
    await close();
    const rows = [await row("embedded", { folder }, false), await row("PostgreSQL", { url: loginUrl }, true)];
    table(`${writes} writes at once, each signed; then ${count(assets)} assets with a statement each`, ["database", "appends/s", "recorded decisions/s", "change to decision elsewhere, ms", "import, ms", "start-up, ms"], rows);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
