import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, type Io } from "@cleartitle/cli";
import { drawingOf } from "@cleartitle/server";
import { readTitleFile } from "@cleartitle/title";
import { decide } from "@cleartitle/engine";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";
import { type House, openHouse } from "../api/house.js";
import { realCatalogue } from "../cases/case-file.js";

/**
 * What is left of an earlier act is a condition, but for what a text or a rule lets reach the present: here the product has to be deleted, for the agreement on its model was terminated. It was told beside the
 * reasons, so that a waiver of the other one let the use pass.
 */
const title = `us: acme
parties: [{ id: acme }, { id: maker }]
assets:
  - { id: base, kind: model, license: MIT, licensor: maker, upstream: complete }
  - { id: notes, kind: dataset, license: CC-BY-NC-4.0, licensor: maker, upstream: complete }
  - { id: app, kind: product, upstream: complete }
instruments:
  - id: deal
    kind: agreement
    title: The deal
    source: [{ what: text, where: here }]
    verified: primary
    reviewed: "2026-01-01"
    licensor: maker
    licensee: acme
    rest: silent
    speaksOf: { training: true, outputs: true, weights: true }
    bindsBy: [signature]
    covers: [base]
    reach: { materials: { include: product } }
    norms:
      - { id: grant, permit: { actions: [host, run] }, on: [materials, product], cite: s.1 }
      - { id: ends, terminate: { on: breach, how: automatic, reaches: [product] }, cite: s.9 }
acceptances: [{ instrument: deal, party: acme, on: "2026-01-01" }]
events: [{ kind: terminated, of: deal, party: acme, on: "2026-03-01" }]
derivations: [{ id: d1, from: [base, notes], to: app, by: include, on: "2026-01-01", in: DE }]
uses:
  launch: { of: app, actions: [host], purpose: commercial, field: general, in: [DE], on: "2026-12-01" }
`;
const waived = (...assets: readonly string[]): string => `${title}waivers: [${assets.map((asset) => `{ id: ${asset}, asset: ${asset}, kind: any, reason: agreed, by: counsel, until: "2027-12-31" }`).join(", ")}]\n`;

let house: House;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cleartitle-earlier-"));
  await writeFile(join(folder, "cleartitle.yaml"), waived("notes"));
  house = await openHouse(join(folder, "cleartitle.yaml"));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function check(text: string, command: readonly string[] = ["check"]): Promise<readonly [number, string]> {
  await writeFile(join(folder, "checked.yaml"), text);
  const out: string[] = [];
  const io: Io = { stdout: { write: (said) => out.push(said) }, stderr: { write: () => undefined }, env: {}, folder, today: () => "2026-11-21", interrupted: new Promise(() => undefined), rooms };
  return [await run([...command, "checked.yaml", "--format", "json"], io), out.join("")];
}

const read = async (path: string): Promise<Record<string, any>> => (await house.ask(`/workspaces/acme${path}`)).json() as Promise<Record<string, any>>;

describe("what an earlier act lets reach the present", () => {
  test.each<[string, string, number, string]>([
    ["is told by a check", title, 2, "blocked"],
    ["is not taken away with what is waived beside it", waived("notes"), 2, "blocked"],
    ["stands beside what is not waived", waived("base"), 2, "blocked"],
    ["is waived like any other reason", waived("notes", "base"), 0, "conditional"],
  ])("%s", async (_, text, exit, left) => {
    const [code, out] = await check(text);
    const [row] = (JSON.parse(out) as { rows: { left: string; reasons: { outcome: string }[] }[] }).rows;
    expect([code, row!.left, row!.reasons.some(({ outcome }) => outcome === "must be deleted")]).toEqual([exit, left, true]);
  });

  test("is found, and counts among what keeps a release from being clear", async () => {
    const { items } = await read("/findings?about=rights");
    expect(items.map(({ asset, kind, severity, waiver }: Record<string, any>) => [asset, kind, severity, waiver === null])).toEqual(expect.arrayContaining([["base", "must be deleted", "blocked", true]]));
    expect((await read("/releases/launch"))["open"]).toEqual({ blocked: 2, unresolved: 0 });
  });

  test("is among what a questionnaire tells the answer to rest on", async () => {
    const [exit, out] = await check(title, ["assess", "--use", "launch", "--with", "eu-mining"]);
    expect([exit, out.includes("must be deleted")]).toEqual([0, true]);
  });

  test("is drawn", () => {
    const { graph } = readTitleFile(title, { file: "cleartitle.yaml" });
    const { nodes } = drawingOf(graph!, { decision: decide({ graph: graph!, catalogue: realCatalogue() }, "launch") });
    expect(nodes.find(({ id }) => id === "base")?.status).toBe("blocked");
  });
});
