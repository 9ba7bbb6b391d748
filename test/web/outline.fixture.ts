import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type House, openHouse } from "../api/house.js";

/** How many sources a model has of each license. */
export const sources = { "CC-BY-4.0": 400, "CC-BY-NC-4.0": 150, MIT: 80 } as const;

/** A house whose model was trained on many sources, alike but for their names and licenses, and on one of which no license is recorded. */
export async function openMany(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-many-"));
  const sets = Object.entries(sources).flatMap(([license, many]) => Array.from({ length: many }, (_, at) => ({ id: `${license.toLowerCase()}-${at}`, kind: "dataset", license })));
  const uses = { in: ["EU", "US", "JP"], actions: ["host"], purpose: "commercial", on: "2026-12-01" };
  const file = {
    us: "acme", assets: [...sets, { id: "found", kind: "dataset" }, { id: "reader", kind: "model" }],
    derivations: [{ from: [...sets.map(({ id }) => id), "found"], to: "reader", by: "train", on: "2026-02-01", in: "DE", purpose: "commercial" }], uses: { reading: { of: "reader", ...uses }, single: { of: "mit-0", ...uses } },
  };
  try {
    await writeFile(join(folder, "cleartitle.yaml"), JSON.stringify(file));
    return await openHouse(join(folder, "cleartitle.yaml"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
