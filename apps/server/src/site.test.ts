import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createSite } from "./site.js";

const folder = `${mkdtempSync(join(tmpdir(), "cleartitle-site-"))}/`;
mkdirSync(join(folder, "built"));
writeFileSync(join(folder, "index.html"), "<!doctype html><title>the page</title>");
writeFileSync(join(folder, "built/main-1.js"), "export {};");
writeFileSync(join(folder, "built/main-1.css"), "p { margin: 0 }");
writeFileSync(join(folder, "robots.txt"), "");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = createSite(null, folder);
const get = async (path: string, init?: RequestInit, of = site, host = "localhost:8080"): Promise<Response> => of.request(`http://${host}${path}`, { headers: { Host: host }, ...init });

describe("the application as it is served", () => {
  test.each([
    ["/", 200, "text/html", "no-store"],
    ["/w/acme", 200, "text/html", "no-store"],
    ["/w/acme/assets/Llama-3.1-8B.gguf", 200, "text/html", "no-store"],
    ["/w/acme/assets/hf%3Amodel%2Fa%2F..%2Fb", 200, "text/html", "no-store"],
    ["/built/main-1.js", 200, "text/javascript", "public, max-age=31536000, immutable"],
    ["/built/main-1.css", 200, "text/css", "public, max-age=31536000, immutable"],
    ["/built/main-2.js", 404, "text/plain", "no-store"],
    ["/built/..%2f..%2findex.html", 404, "text/plain", "no-store"],
    ["/robots.txt", 200, "application/octet-stream", "no-store"],
    ["/nothing", 404, "text/html", "no-store"],
    ["/favicon.ico", 404, "text/html", "no-store"],
  ])("GET %s answers %i as %s, kept %s, with every guard", async (path, status, type, kept) => {
    const response = await get(path);
    expect([response.status, response.headers.get("cache-control")]).toEqual([status, kept]);
    expect(response.headers.get("content-type")).toContain(type);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each(["POST", "PUT", "DELETE"])("%s is refused", async (method) => {
    expect((await get("/", { method })).status).toBe(405);
  });

  test.each([
    [null, "evil.example", 421],
    [null, "127.0.0.1:9", 200],
    ["https://title.example.org", "title.example.org", 200],
    ["https://title.example.org", "localhost", 421],
  ])("a server that browsers know as %s answers to %s with %i", async (origin, host, status) => {
    expect((await get("/", {}, createSite(origin, folder), host)).status).toBe(status);
  });

  test("one that is not built says so", async () => {
    const response = await get("/", {}, createSite(null, join(folder, "nowhere")));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });
});
