import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, type Io } from "@cleartitle/cli";
import { rooms } from "../../apps/cli/src/rooms.js";
import { type House, json, openHouse } from "../api/house.js";

/** What is found of records is found again when these would be others: a change that sets them against each other was tried as if it did not, and came out better than it is once it is recorded. */
const title = `us: acme
assets: [{ id: a, kind: model, licensor: maker }]
statements:
  - { about: a, what: license, value: MIT, rung: declared, source: { system: hub } }
uses:
  launch: { of: a, actions: [host], purpose: commercial, in: [US], on: "2026-12-01" }
`;
const changes = { add: { statements: [{ id: "gate", about: "a", what: "gate", value: true, raw: "You agree to use it for research purposes only.", rung: "declared" }] } };

let house: House;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cleartitle-against-"));
  await writeFile(join(folder, "cleartitle.yaml"), title);
  await writeFile(join(folder, "change.yaml"), JSON.stringify(changes));
  house = await openHouse(join(folder, "cleartitle.yaml"));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const post = async (path: string, body: unknown): Promise<Record<string, any>> => (await house.ask(`/workspaces/acme${path}`, json(body))).json() as Promise<Record<string, any>>;
const answerTo = async (): Promise<string> => (await post("/ask", { use: "launch" }))["decision"];
const tried = ({ uses }: Record<string, any>): unknown => uses.map(({ before, after }: Record<string, any>) => [before.decision, after.decision]);

describe("a change that sets records against each other", () => {
  test("is tried as it will be answered, and as the command line tries it", async () => {
    const before = await answerTo();
    const [asked, out] = [await post("/impact", { changes }), [] as string[]];
    const io: Io = { stdout: { write: (text) => out.push(text) }, stderr: { write: () => undefined }, env: {}, folder, today: () => "2026-11-21", interrupted: new Promise(() => undefined), rooms };
    expect(await run(["impact", "cleartitle.yaml", "--change", "change.yaml", "--uses-only", "--format", "json"], io)).toBe(0);
    expect([tried(asked), tried(JSON.parse(out.join("")))]).toEqual([[[before, "unresolved"]], [[before, "unresolved"]]]);
    expect(before).not.toBe("unresolved");
    await post("/changes", { changes });
    expect(await answerTo()).toBe("unresolved");
    // Taken out again it is tried without what was found of it.
    expect(tried(await post("/impact", { changes: { remove: { statements: ["gate"] } } }))).toEqual([["unresolved", before]]);
  });
});
