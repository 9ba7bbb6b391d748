import { readFileSync } from "node:fs";
import { request } from "node:http";
import type { Catalogue } from "@cleartitle/catalogue";
import type { Decision } from "@cleartitle/engine";
import type { TitleGraph } from "@cleartitle/title";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Served } from "./serve.js";

const decision = JSON.parse(readFileSync(new URL("../../../test/fixtures/decision.json", import.meta.url), "utf8")) as Decision;
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

const asset = (id: string, kind: string) => [id, { id, kind }] as const;
const graph = {
  assets: new Map([asset("base", "model"), asset("notes", "dataset"), asset("tuned", "model"), asset("assistant", "product")]),
  derivations: new Map([
    ["d1", { id: "d1", from: ["base", "notes"], to: "tuned", by: "finetune", during: { from: "2026-03-01", to: "2026-03-01" } }],
    ["d2", { id: "d2", from: ["tuned"], to: "assistant", by: "include", during: { from: null, to: null } }],
  ]),
  statements: [{ about: { kind: "asset", id: "notes" }, what: "license", raw: hostile, value: null }],
  instruments: new Map(),
  uses: new Map([["launch", {}], ["research & more", {}], [hostile, {}]]),
} as unknown as TitleGraph;
const catalogue = {
  taxonomies: { groups: new Map() },
  instruments: new Map([
    ["CC-BY-NC-4.0", { source: [{ what: "text", where: "https://example.org/by-nc?a=1&b=2" }] }],
    ["LicenseRef-Llama-3.1", { source: [{ what: "text", where: "javascript:alert(1)" }] }],
  ]),
  laws: new Map(),
} as unknown as Catalogue;

const asked: string[] = [];
let served: Served;
beforeAll(async () => {
  served = await serve({
    page: {
      world: { graph, catalogue },
      use: "launch",
      decide: (name) => {
        asked.push(name);
        return { ...decision, use: { ...decision.use, name }, reasons: decision.reasons.map((reason) => ({ ...reason, quote: reason.id === "r2" ? hostile : reason.quote })) };
      },
    },
  });
});
afterAll(async () => served.close());

const get = async (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, served.url), init);

describe("the page of a decision", () => {
  test("says the verdict first, as word and shape", async () => {
    const response = await get("/");
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<h1><span class="verdict blocked"><span aria-hidden="true">✖</span> blocked</span> launch</h1>');
    expect(page.indexOf("<h1>")).toBeLessThan(page.indexOf('id="territories"'));
    expect(page.indexOf('id="territories"')).toBeLessThan(page.indexOf('id="reasons"'));
  });
  test.each([
    ["an anchor for each reason", '<li id="r1" class="blocked">'],
    ["a link to it", 'href="#r1"'],
    ["the source of a citation", '<a href="https://example.org/by-nc?a=1&amp;b=2" rel="noreferrer">s.1(i), s.2(a)(1)</a>'],
    ["the other uses", '<a href="/?use=research%20%26%20more">research &amp; more</a>'],
    ["the use that is shown", 'aria-current="page">launch</a>'],
    ["what would settle it", "Had the rights holder of notes reserved"],
    ["the proof's digest", `<dd>${decision.proof?.digest}</dd>`],
    ["the drawing", '<svg xmlns="http://www.w3.org/2000/svg" class="title-graph" role="img"'],
    ["the drawing as a list", "<li>notes → tuned (finetune, 2026-03-01)</li>"],
  ])("has %s", async (_, text) => {
    expect(await (await get("/")).text()).toContain(text);
  });
  test("takes recorded text for text", async () => {
    const page = await (await get("/")).text();
    expect(page).not.toMatch(/<script|<img/);
    expect(page).not.toContain('href="javascript:');
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
  test("shows another use by link and decides each once", async () => {
    expect(await (await get("/?use=research%20%26%20more")).text()).toContain("research &amp; more</h1>");
    await get("/?use=research%20%26%20more");
    expect(asked.filter((name) => name === "research & more")).toHaveLength(1);
  });
});

test.each([
  ["/?use=nothing", 404, "text/html"],
  ["/?use=%3Cscript%3E", 404, "text/html"],
  ["/elsewhere", 404, "text/html"],
  ["/decision.json", 200, "application/json"],
  ["/decision.json?use=nothing", 404, "application/problem+json"],
  ["/style.css", 200, "text/css"],
  ["/icon.svg", 200, "image/svg+xml"],
])("GET %s answers %i as %s, with every guard", async (path, status, type) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain(type);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("a use that is not there is named without being run", async () => {
  const page = await (await get("/?use=%3Cscript%3E")).text();
  expect(page).toContain("There is no use “&lt;script&gt;” in this title file.");
  expect(page).not.toContain("<script");
});

test("the decision as data is the decision", async () => {
  expect(((await (await get("/decision.json")).json()) as Decision).basis).toEqual(decision.basis);
});

test.each(["POST", "PUT", "DELETE"])("%s is refused", async (method) => {
  expect((await get("/", { method })).status).toBe(405);
});

test("a name of another machine is not answered", async () => {
  const { port } = new URL(served.url);
  const status = await new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: "/decision.json", headers: { host: "evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject).end();
  });
  expect(status).toBe(421);
});

test("a port that is taken is an error of the system, not a silence", async () => {
  await expect(serve({ page: { world: { graph, catalogue }, use: "launch", decide: () => decision }, port: Number(new URL(served.url).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
