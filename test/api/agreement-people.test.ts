import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, firstPerson, joined, openPeopleHouse, type PeopleHouse } from "./people-house.js";

let house: PeopleHouse;
const people = {} as Record<"admin" | "counsel" | "other" | "approver" | "licensor", Browser>;
beforeAll(async () => {
  house = await openPeopleHouse();
  ({ browser: people.admin } = await firstPerson(house));
  for (const [name, role] of [["counsel", "counsel"], ["other", "counsel"], ["approver", "approver"], ["licensor", "licensor"]] as const) ({ browser: people[name] } = await joined(house, people.admin, name, [role]));
});
afterAll(async () => house.close());

const root = "/workspaces/acme/agreements";
const deal = (us: string): string => `id: deal
title: Notes
written: "2025-12-01"
parties: [{ id: maker, role: licensor }, { id: ${us}, role: licensee }]
assets: [{ id: archive-notes, kind: dataset, layers: [copyright], scope: [database, content] }]
topics:
  permitted-acts: { version: neutral }
  improvements: { version: neutral }
  term-and-renewal: { version: neutral, with: { from: "2026-01-01" } }
`;
const signature = (side: string): object => ({ side, on: "2026-01-20", evidence: "contract 17" });
const post = async (who: Browser, path: string, body: object): Promise<readonly [number, string | null]> => {
  const { status, problems } = await who.told("POST", path, body);
  return [status as number, problems === undefined ? null : (problems[0].code as string)];
};

test("who wrote a text down does not record a signature on it, and whoever may not sign does not either", async () => {
  const { us } = await people.counsel.told("GET", "/workspaces/acme");
  expect(await post(people.approver, root, { text: deal(us), side: "theirs", on: "2026-01-10" })).toEqual([403, "forbidden"]);
  expect(await post(people.counsel, root, { text: deal(us), side: "theirs", on: "2026-01-10" })).toEqual([201, null]);
  expect(await post(people.counsel, `${root}/deal/signatures`, signature("licensor"))).toEqual([403, "forbidden"]);
  expect(await post(people.licensor, `${root}/deal/signatures`, signature("licensor"))).toEqual([403, "forbidden"]);
  expect(await post(people.approver, `${root}/deal/signatures`, signature("licensor"))).toEqual([201, null]);
  expect(await post(people.other, `${root}/deal/signatures`, signature("licensee"))).toEqual([201, null]);
  const { status, state, parties } = await people.licensor.told("GET", `${root}/deal`);
  expect([status, state, parties.length]).toEqual([200, "signed", 2]);
  expect((await people.licensor.told("GET", `${root}/deal/runbook`))["status"]).toBe(403);
  // The other side may hold a deal against a playbook of its own, and never against one that is kept here.
  expect(await post(people.licensor, "/workspaces/acme/drafts/deviations", { deal: deal(us), playbook: `sha256:${"0".repeat(64)}` })).toEqual([403, "forbidden"]);
  expect(await post(people.licensor, `${root}/deal/end`, { on: "2026-03-01", how: "termination", side: "licensor", why: "unpaid" })).toEqual([403, "forbidden"]);
  expect(house.bugs).toEqual([]);
});
