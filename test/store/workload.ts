import { writeSync } from "node:fs";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { readSigningKey } from "@cleartitle/ledger";
import { openStore, type Place, Store, StoreRefusal, type Workspace } from "@cleartitle/store";
import { GraphBuilder, type TitleGraph } from "@cleartitle/title";

/** One write that has a name, under which it is carried out once. Gives what it came to: the same however often it is asked. */
export interface Work {
  readonly name: string;
  readonly kind: "import" | "change" | "decision" | "append" | "file";
  readonly of: number;
}

export const at = "2026-03-01T09:30:00Z";

/** As many writes of each kind as of any other, in turn. */
export const works = (count: number): readonly Work[] => Array.from({ length: count }, (_, of) => {
  const kind = (["import", "change", "decision", "append", "file"] as const)[of % 5]!;
  return { name: `${kind}-${of}`, kind, of };
});

export function firstGraph(): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: "base", kind: "model" });
  builder.addStatement({ id: "s1", about: { kind: "asset", id: "base" }, what: "license", rung: "declared", value: "MIT" });
  builder.addUse({ name: "launch", of: "base", actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

const catalogue = openCatalogue().catalogue!;
const decision = decide({ graph: firstGraph(), catalogue }, "launch");
const question = { use: "launch", in: null, asOf: null, knownAt: null, profile: null };
export const fileOf = (of: number): Buffer => Buffer.from(`evidence ${of} `.repeat(500));

/** An import reads the newest graph and writes it with what it found; where somebody was faster it does so again. */
async function imported(workspace: Workspace, { name, of }: Work): Promise<number> {
  for (;;) {
    const { number, graph } = await workspace.graph();
    const found = { ...graph!, assets: new Map(graph!.assets).set(`imported-${of}`, { ...graph!.assets.get("base")!, id: `imported-${of}` }) };
    try {
      return await workspace.write(found, { by: "importer", at, request: name }, number, { source: name, files: [] });
    } catch (error) {
      if (!(error instanceof StoreRefusal && error.problem.code === "conflict")) throw error;
    }
  }
}

async function done(workspace: Workspace, work: Work): Promise<string> {
  const { name, kind, of } = work;
  const recording = { by: "jane", at, request: name };
  if (kind === "import") return String(await imported(workspace, work));
  if (kind === "change") return String(await workspace.change([{ change: "add-party", party: { id: `party-${of}`, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }], recording));
  if (kind === "decision") return String(await workspace.recordDecision({ decision, catalogue, question, asked: (graph) => graph, changeSet: 1 }, recording));
  if (kind === "append") return String(await workspace.ledger.enter("usage", { of: "base", quantity: of, during: "2026" }, recording));
  return workspace.keepFile(fileOf(of), "text/plain", { by: "jane", at });
}

/** Everything at once but imports, each of which would overtake the others: they come one after the other, as one importer brings them. */
export async function carryOut(workspace: Workspace, all: readonly Work[], acknowledged: (work: Work, came: string) => void): Promise<void> {
  const one = async (work: Work): Promise<void> => acknowledged(work, await done(workspace, work));
  const importing = (async () => {
    for (const work of all.filter(({ kind }) => kind === "import")) await one(work);
  })();
  await Promise.all([importing, ...all.filter(({ kind }) => kind !== "import").map(one)]);
}

interface Given {
  readonly place: Place;
  readonly secret: string;
  readonly count: number;
}

/** The process that is killed: tells each write as soon as it is acknowledged, in one piece and at once. */
async function run({ place, secret, count }: Given): Promise<void> {
  const store = new Store(await openStore(place), undefined, [readSigningKey(secret)!]);
  await carryOut(await store.workspace("w"), works(count), ({ name }, came) => writeSync(1, `${name} ${came}\n`));
  await store.close();
}

if (process.env["CLEARTITLE_WORKLOAD"] !== undefined) await run(JSON.parse(process.env["CLEARTITLE_WORKLOAD"]) as Given);
