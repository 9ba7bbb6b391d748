import { rmSync } from "node:fs";
import { openStore, Store } from "@cleartitle/store";
import { afterAll, expect, it } from "vitest";
import { newFolderPlace, removeFolders } from "./databases.js";
import { processOf } from "./process.js";

const at = "2026-03-01T09:30:00Z";
afterAll(removeFolders);

/** Opens a folder as soon as it may, says when it was refused and when it has it, and writes rows when it is told to. */
const writer = `
  const { openEmbedded, Store, StoreRefusal } = await import("@cleartitle/store");
  const { once } = await import("node:events");
  let connection = null;
  for (let told = false; connection === null; ) {
    try {
      connection = await openEmbedded(given.folder);
    } catch (error) {
      if (!(error instanceof StoreRefusal) || error.problem.code !== "conflict") throw error;
      if (!told) console.log(JSON.stringify(error.problem));
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  await connection.announce("http://127.0.0.1:8080");
  console.log("holds");
  if (given.waits) await once(process.stdin, "data");
  const store = new Store(connection);
  const workspace = await store.workspace("w");
  await Promise.all(Array.from({ length: 150 }, (_, i) => workspace.ledger.enter("usage", { of: "base", quantity: given.from + i, during: "2026" }, { by: "jane", at: "${at}" })));
  await store.close();
  console.log("done");
  process.stdin.destroy();
`;

it("of two processes on one folder the second is refused and told of the first, and of 300 rows none is lost", { timeout: 300_000 }, async () => {
  const { owner: place } = await newFolderPlace();
  const { folder } = place as { readonly folder: string };
  const first = new Store(await openStore(place));
  await first.create("w", { by: "jane", at });
  await first.close();
  const holder = processOf(writer, { folder, from: 0, waits: true });
  expect(await holder.line()).toBe("holds");
  const second = processOf(writer, { folder, from: 150, waits: false });
  expect(JSON.parse((await second.line()) ?? "null")).toMatchObject({ code: "conflict", message: `the data folder is in use by another program (process ${holder.child.pid})`, hint: "it answers at http://127.0.0.1:8080", offending: "http://127.0.0.1:8080" });
  holder.child.stdin!.write("go\n");
  expect(await holder.rest()).toBe("done");
  expect(await second.rest()).toBe("holds\ndone");
  const after = new Store(await openStore(place));
  const { ledger } = await after.workspace("w");
  const usages = (await ledger.entries(0, 1_000)).filter(({ event }) => event.kind === "usage").map(({ open }) => Number(open["quantity"]?.value));
  expect(usages.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i));
  expect(await ledger.check()).toEqual([]);
  await after.close();
  rmSync(folder, { recursive: true });
});
