import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

/** What the same release owes to several, over HTTP. */
let house: House;
beforeAll(async () => {
  house = await openHouse("test/fixtures/owed.yaml");
});
afterAll(() => house.close());

interface Owed {
  readonly id: string;
  readonly norm: string;
  readonly creditor: string | null;
  readonly state: string;
  readonly done: readonly unknown[];
}

async function owed(): Promise<readonly Owed[]> {
  const { items } = (await (await house.ask("/workspaces/acme/obligations?limit=1000")).json()) as { items: readonly Owed[] };
  return items.filter((each) => each.norm === "no-endorsement");
}

const keep = (id: string): Promise<Response> => house.ask(`/workspaces/acme/obligations/${id}/fulfillments`, json({ on: "2026-02-28", evidence: "the page of credits" }));

test("what was kept to one is kept to that one alone", async () => {
  const all = await owed();
  expect(all.map(({ creditor, state }) => `${creditor} ${state}`)).toEqual(["null open", "ann open", "ben open"]);
  expect((await keep(all[2]!.id)).status).toBe(201);
  expect((await owed()).map(({ creditor, state, done }) => `${creditor} ${state} ${done.length}`)).toEqual(["null open 0", "ann open 0", "ben met 1"]);
});

test("what is owed to nobody that is recorded cannot be kept while the same is owed to others, for whom it would count", async () => {
  const [unknown] = await owed();
  const response = await keep(unknown!.id);
  expect([response.status, ((await response.json()) as { problems: { message: string; hint: string }[] }).problems[0]]).toEqual([409, expect.objectContaining({ hint: "record who licenses what brings the duty" })]);
  expect((await owed()).map(({ creditor, state }) => `${creditor} ${state}`)).toEqual(["null open", "ann open", "ben met"]);
});
