import { sha256 } from "@cleartitle/norms";
import { digestGraph, readTitleFile } from "@cleartitle/title";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "./house.js";

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => house.close());

type Body = Record<string, any>;
const body = async (path: string): Promise<Body> => (await house.ask(path)).json() as Promise<Body>;

test("a file is kept once under its digest and given back to the byte, never to be shown in place", async () => {
  const bytes = Buffer.from("<script>alert(1)</script>");
  const post = () => house.ask("/workspaces/acme/evidence", { method: "POST", body: bytes, headers: { "Content-Type": "text/html; charset=utf-8" } });
  const [first, again] = [await post(), await post()];
  expect([first.status, await first.json()]).toEqual([201, { sha256: sha256(bytes), bytes: bytes.length }]);
  expect(again.status).toBe(201);
  const given = await house.ask(`/workspaces/acme/evidence/${sha256(bytes)}`);
  expect([given.headers.get("content-type"), given.headers.get("content-disposition")]).toEqual(["application/octet-stream", expect.stringContaining("attachment")]);
  expect(Buffer.from(await given.arrayBuffer())).toEqual(bytes);
  expect((await body("/workspaces/acme/evidence"))["items"]).toMatchObject([{ sha256: sha256(bytes), mediaType: "text/html", by: "jane" }]);
  expect((await house.ask(`/workspaces/acme/evidence/${sha256("nothing")}`)).status).toBe(404);
  expect((await house.ask(`/workspaces/empty/evidence/${sha256(bytes)}`)).status).toBe(404);
});

test("the title file that comes out is the graph that went in", async () => {
  const text = await (await house.ask("/workspaces/acme/exports/title")).text();
  const { graph } = readTitleFile(text, { file: "out.yaml" });
  const kept = await (await house.store.workspace("acme")).graph();
  expect(digestGraph(graph!)).toBe(digestGraph(kept.graph!));
});

test.each(["prov", "cyclonedx", "spdx-3", "openlineage"])("the records come out as %s", async (format) => {
  const response = await house.ask(`/workspaces/acme/exports/${format}?of=assistant`);
  expect([response.status, response.headers.get("etag")]).toEqual([200, '"1"']);
  expect(JSON.parse(await response.text())).toBeTypeOf("object");
});

test("a format that there is not, and an asset that there is not, are told", async () => {
  expect((await body("/workspaces/acme/exports/nothing"))["problems"][0]).toMatchObject({ code: "unknown-name", pointer: "#path/format" });
  expect((await body("/workspaces/acme/exports/prov?of=nothing"))["problems"][0]).toMatchObject({ code: "unknown-name" });
});

test("the catalogue is listed, read, compared and looked ahead in", async () => {
  const whole = await body("/catalogue");
  expect(whole["instruments"]).toBeGreaterThan(100);
  expect(whole["reviewed"]).toMatch(/^20\d\d-\d\d-\d\d$/);
  const ids: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: Body = await body(`/catalogue/instruments?limit=60${next === "" ? "" : `&cursor=${next}`}`);
    ids.push(...page["items"].map((each: Body) => each["id"]));
    next = page["next"] as string | null;
  }
  expect([ids.length, new Set(ids).size]).toEqual([whole["instruments"], whole["instruments"]]);
  expect((await body("/catalogue/instruments/Apache-2.0"))["id"]).toBe("Apache-2.0");
  expect((await body("/catalogue/instruments/Apache-2"))["problems"][0].hint).toContain("Apache-2.0");
  expect((await body("/catalogue/instruments?contains=LLAMA"))["items"].length).toBeGreaterThan(0);
  const position: Body = await body("/catalogue/positions/model_weights_as_copy/words");
  expect(position["sections"].map(({ title }: Body) => title)).toEqual(["Answers, the most cautious first", "When to look again", "How well it is known"]);
  expect(position["usedBy"]).toContain("de.gema.openai");
  expect(await body("/catalogue/laws/jp.30-4/words")).toMatchObject({ jurisdiction: "JP", inForce: { from: "2019-01-01", to: null } });
  const license: Body = await body("/catalogue/instruments/Apache-2.0/words");
  expect(license["sections"].map(({ title }: Body) => title)).toContain("What it gives");
  expect(license["lead"].join(" ")).not.toContain("(Apache-2.0)");
  expect((await body("/catalogue/laws/jp.30-5/words"))["status"]).toBe(404);
  expect((await body("/catalogue/compare?before=MIT&after=Apache-2.0"))["changes"].length).toBeGreaterThan(0);
  expect((await body("/catalogue/calendar?from=2026-01-01&to=2030-01-01"))["items"].length).toBeGreaterThan(0);
});

test("none of these requests met a bug", () => {
  expect(house.bugs).toEqual([]);
});
