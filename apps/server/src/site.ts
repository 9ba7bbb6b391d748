import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, Hono } from "hono";
import { guardedAnswer } from "./host.js";

/** Where the build puts the application of the browser. */
const builtSite = fileURLToPath(new URL("../../web/dist/site/", import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".png": "image/png",
};

/** Scripts and styles are files of this server, and nothing else is asked of others. Images may be drawn by the page itself, to be saved. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page of another site that points its own name at this machine sends that name: only names of this machine are answered, or the one that browsers know it by. */
const isOwn = (host: string | undefined, origin: string | null): boolean => (origin === null ? /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "") : host === new URL(origin).host);

/** Names of all files below a folder, as they stand in addresses. */
function filesIn(folder: string): ReadonlySet<string> {
  return new Set(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/")));
}

/** Addresses of the application: its first page, where people enter, and workspaces, in which assets may have any name. */
const isScreen = (path: string): boolean => /^(?:|enter|w(?:\/.*)?)$/s.test(path);

/**
 * The application of the browser, without a port: its files, which keep their names as long as they say the same and are kept for ever, and its one page, which is never kept. `origin`: the name that browsers have
 * for it; null: it is for one local user.
 */
export function createSite(origin: string | null, folder: string = builtSite): Hono {
  const page = existsSync(join(folder, "index.html")) ? readFileSync(join(folder, "index.html"), "utf8") : null;
  const files = page === null ? new Set<string>() : filesIn(folder);
  const app = new Hono();
  app.use(async (c, next) => {
    if (!isOwn(c.req.header("host"), origin)) c.res = c.text("this server does not answer to that name\n", 421);
    else if (c.req.method !== "GET" && c.req.method !== "HEAD") c.res = c.text("only reading is possible here\n", 405, { Allow: "GET, HEAD" });
    else await next();
    for (const [name, value] of Object.entries({ ...guardedAnswer, "Content-Security-Policy": policy })) c.res.headers.set(name, value);
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
    if (origin?.startsWith("https:") === true) c.res.headers.set("Strict-Transport-Security", "max-age=63072000");
  });
  app.get("*", async (c: Context) => {
    if (page === null) return c.text("the application of the browser is not built: `npm run build` builds it\n", 503);
    const path = c.req.path.slice(1);
    if (isScreen(path) || path === "index.html") return c.html(page);
    // Whoever comes by a wrong address is told so by the application, which knows the way back.
    if (!files.has(path)) return path.startsWith("built/") ? c.text("there is no such file\n", 404) : c.html(page, 404);
    const kept = path.startsWith("built/") ? { "Cache-Control": "public, max-age=31536000, immutable" } : {};
    return c.body(new Uint8Array(await readFile(join(folder, path))), 200, { "Content-Type": mediaTypes[extname(path)] ?? "application/octet-stream", ...kept });
  });
  return app;
}
