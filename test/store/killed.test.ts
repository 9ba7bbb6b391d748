import { expect, it } from "vitest";
import { newFolderPlace, newMigratedPlace, serverOfFile } from "./databases.js";
import { killRounds } from "./kill-round.js";

const server = serverOfFile();

/** Two in a build; `npm run soak` has twenty, and its own seed. */
const rounds = Number(process.env["CLEARTITLE_ROUNDS"] ?? "2");
const seed = Number(process.env["CLEARTITLE_SEED"] ?? "20261128");
const timeout = 300_000 + rounds * 120_000;

it("killed among a thousand writes, an embedded database has whatever was acknowledged, once, and its ledger holds", { timeout }, async () => {
  const { login } = await newFolderPlace();
  const found = await killRounds({ place: login, rounds, count: 1_000, most: 20, processes: 1, seed });
  expect(found.amiss).toEqual([]);
  expect(found.acknowledged).toBeGreaterThan(0);
});

it("killed among a thousand writes each, two processes on PostgreSQL leave whatever was acknowledged, once, and the ledger holds", { timeout }, async () => {
  const { login } = await newMigratedPlace(server());
  const found = await killRounds({ place: login, rounds, count: 1_000, most: 20, processes: 2, seed });
  expect(found.amiss).toEqual([]);
  expect(found.repeated).toBeGreaterThan(0);
});
