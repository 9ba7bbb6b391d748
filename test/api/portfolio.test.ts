import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { medical } from "../agreements/deal-life.js";
import { type House, json, openHouse } from "./house.js";

type Body = Record<string, any>;

let house: House;
beforeAll(async () => {
  house = await openHouse("examples/medical-image-license/cleartitle.yaml");
});
afterAll(async () => house.close());

const lists = "/workspaces/acme/portfolio";
async function asked(path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Body }> {
  const response = await house.ask(path, body === undefined ? {} : json(body));
  return { status: response.status, body: (await response.json()) as Body };
}
const get = async (path: string): Promise<Body> => (await asked(path)).body;

async function recorded(text: string): Promise<void> {
  const { status, body } = await asked("/workspaces/acme/agreements", { text });
  expect([status, body["problems"]]).toEqual([201, undefined]);
}

const underLaw = (id: string, law: string): string => medical.deal.replace("scans-2026", id).replace("topics:", `topics:\n  governing-law: { version: neutral, with: { law: [${law}], seat: [${law}] } }\n  price: { version: licensee, with: { fee: "EUR 1000" } }`);

/** All of a list, page by page. */
async function whole(path: string, limit: number): Promise<readonly Body[]> {
  const items: Body[] = [];
  const totals = new Set<number>();
  for (let next: string | null = ""; next !== null;) {
    const page: Body = await get(`${path}${path.includes("?") ? "&" : "?"}limit=${limit}${next === "" ? "" : `&cursor=${next}`}`);
    expect(page["items"].length).toBeLessThanOrEqual(limit);
    items.push(...page["items"]);
    next = page["next"];
    totals.add(page["total"]);
  }
  expect([...totals]).toEqual([items.length]);
  return items;
}

const tally = (of: readonly string[]) => [...new Set(of)].map((each) => [each, of.filter((other) => other === each).length]);

test("all agreements are told together: what counts on a day, and what does not fit between two; as they are recorded by then, whoever asked before", async () => {
  await recorded(underLaw("pair-one", "GB"));
  await recorded(underLaw("pair-two", "FR"));
  const { agreements, total, counts, money, caps, coverage, leftOut } = await get(`${lists}?day=2026-03-01`);
  const stand = await whole(`${lists}/agreements?day=2026-03-01`, 1);
  expect([agreements, leftOut, stand.map(({ id, isSigned, to }) => [id, isSigned, to["on"]])]).toEqual([2, 0, [["pair-one", false, "2027-12-31"], ["pair-two", false, "2027-12-31"]]]);
  expect([money, caps, coverage.find(({ topic }: Body) => topic === "price")]).toEqual([[{ what: "fee", totals: [{ currency: "EUR", amount: "2000" }], agreements: 2, sums: 2 }], [{ cap: "not found", agreements: 2 }], { topic: "price", found: 2, open: 0, notFound: 0 }]);
  const findings = await whole(`${lists}/findings?day=2026-03-01`, 1);
  const between = findings.filter(({ kind }) => kind === "law");
  expect(between.map(({ severity, places }) => [severity, places.map(({ file, cite }: Body) => `${file} ${cite}`)])).toEqual([["look", ["agreements/pair-one 43", "agreements/pair-two 43"]], ["look", ["agreements/pair-one 43", "agreements/pair-two 43"]]]);
  expect([findings.length, ["conflict", "look", "open"].map((each) => counts[each])]).toEqual([total, ["conflict", "look", "open"].map((each) => findings.filter(({ severity }) => severity === each).length)]);
  const ofOne = findings.filter(({ agreements: of }) => of.includes("pair-one"));
  expect([await whole(`${lists}/findings?day=2026-03-01&agreement=pair-one`, 2), stand[0]!["findings"]]).toEqual([ofOne, ofOne.length]);
  for (const id of ["pair-one", "pair-two"]) expect((await asked(`/workspaces/acme/agreements/${id}/withdrawal`, { on: "2026-03-01", side: "licensee", why: "it was a try" })).status).toBe(201);
  expect((await whole(`${lists}/left-out?day=2026-03-01`, 1)).map(({ agreement, why }) => [agreement, why])).toEqual([["pair-one", "it was withdrawn"], ["pair-two", "it was withdrawn"]]);
  expect(await get(`${lists}?day=2026-03-01`)).toMatchObject({ agreements: 0, total: 0, counts: { conflict: 0, look: 0, open: 0 }, leftOut: 2 });
});

/** So many of the same parties have more pairs than are told one by one. */
const many = 50;

describe("of more agreements than a page tells", () => {
  beforeAll(async () => {
    for (let at = 0; at < many; at++) await recorded(underLaw(`many-${String(at).padStart(2, "0")}`, at % 2 === 0 ? "GB" : "FR"));
  });

  const ids = Array.from({ length: many }, (_, at) => `many-${String(at).padStart(2, "0")}`);

  test.each([
    ["findings", ({ id }: Body) => id, 3],
    ["agreements", ({ id }: Body) => id, 7],
    ["days", ({ agreement, kind, what, on }: Body) => `${agreement} ${kind} ${what} ${on}`, 40],
    ["sums", ({ agreement }: Body) => agreement, 20],
    ["caps", ({ agreement }: Body) => agreement, 20],
    ["left-out", ({ agreement }: Body) => agreement, 1],
    ["not-asked", ({ agreement }: Body) => agreement, 9],
  ] as const)("pages of `%s` are together the list", async (list, nameOf, limit) => {
    const [inPages, atOnce] = [await whole(`${lists}/${list}?day=2026-03-01`, limit), await get(`${lists}/${list}?day=2026-03-01&limit=1000`)];
    expect([inPages, atOnce["next"]]).toEqual([atOnce["items"], null]);
    expect([inPages.length > 1 || list === "not-asked", new Set(inPages.map(nameOf)).size]).toEqual([true, inPages.length]);
  });

  test("what narrows a list is applied before it is paged, and its counts are of all of it", async () => {
    const { kinds, severities, total } = await get(`${lists}/findings?day=2026-03-01&limit=1`);
    const all = await whole(`${lists}/findings?day=2026-03-01`, 1000);
    expect([total, kinds.map(({ kind, findings }: Body) => [kind, findings]), severities.map(({ severity, findings }: Body) => [severity, findings])]).toEqual([all.length, tally(all.map(({ kind }) => kind)), tally(all.map(({ severity }) => severity))]);
    for (const { kind } of kinds) expect(await whole(`${lists}/findings?day=2026-03-01&kind=${kind}`, 2)).toEqual(all.filter((each) => each["kind"] === kind));
    expect((await get(`${lists}/agreements?day=2026-03-01&q=many-0`))["total"]).toBe(10);
    const days = await get(`${lists}/days?day=2026-03-01&agreement=many-07`);
    expect([days["total"], (await get(`${lists}/days?day=2026-03-01&agreement=many-07&past=false`))["total"]]).toEqual([days["states"].past + days["states"].coming + days["states"].unknown, days["states"].coming + days["states"].unknown]);
  });

  test("a finding names some of the agreements that it is of, and the list of them tells all; each page tells what those that it names are called", async () => {
    const { items: [found], titles } = await get(`${lists}/findings?day=2026-03-01&kind=law&limit=1`);
    expect([found["agreements"].length, found["named"], titles.map(({ agreement }: Body) => agreement)]).toEqual([20, many, found["agreements"]]);
    expect(titles[0]).toEqual({ agreement: "many-00", title: expect.stringMatching(/ \(many-00\)$/) });
    expect((await whole(`${lists}/agreements?day=2026-03-01&finding=${found["id"]}`, 20)).map(({ id }) => id)).toEqual(ids);
  });

  test("a page goes on in the list that it was begun in alone", async () => {
    const path = `${lists}/days?day=2026-03-01&limit=5`;
    const { next } = await get(path);
    expect((await asked(`${path}&agreement=many-01&cursor=${next}`)).body["problems"][0]).toMatchObject({ code: "bad-value", pointer: "#query/cursor" });
    expect((await asked(`/workspaces/acme/agreements/many-00/sending`, { on: "2026-03-01" })).status).toBe(201);
    // Sent is what it was, and no day is another one.
    expect((await asked(`${path}&cursor=${next}`)).status).toBe(200);
    await recorded(underLaw("one-more", "GB"));
    const late = await asked(`${path}&cursor=${next}`);
    expect([late.status, late.body["problems"][0]]).toEqual([412, expect.objectContaining({ code: "out-of-date", pointer: "#query/cursor", hint: expect.stringContaining("first page") })]);
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
