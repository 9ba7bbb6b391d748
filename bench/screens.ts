import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadClauses } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { decide, questionsOf } from "@cleartitle/engine";
import { filesOf, importFrom } from "@cleartitle/intake";
import { localUser, openApi, serve } from "@cleartitle/server";
import { JobQueue, NoticeBoard, openStore, Store } from "@cleartitle/store";
import { mergeGraphs, readTitleFile, type TitleGraph } from "@cleartitle/title";
import type { Page, Request } from "playwright-core";
import { openBrowser } from "../test/web/chromium.js";
import { writeDeals } from "./deals.js";
import { count, ms, table } from "./measure.js";

/**
 * Opens every screen of a workspace of many assets in a real browser, twice each, and prints how long one waits: `npm run measure:screens -- FOLDER [NAME …]`, where the folder has
 * listings of a supply chain, and names are those of screens, if not all are meant. `npm run measure:web` has the sizes of scripts.
 */

/** Uses that are recorded beside the assets: the releases of a large house. */
const recordedUses = 100;
const on = "2026-11-21";
const catalogue = openCatalogue().catalogue!;
const clauses = loadClauses(defaultCatalogueDir()!, catalogue.taxonomies).library;
const now = (): string => new Date().toISOString();

/** The listings of a folder with a question of every so many of their assets, and the main example, which the deals are about. */
async function workspaceGraph(folder: string): Promise<TitleGraph> {
  const { files } = await filesOf(folder);
  const { graph, problems } = await importFrom(files.filter(({ path }) => path.endsWith(".jsonl")), { us: "acme" });
  if (problems.length > 0) throw new Error(`the listings have problems: ${problems[0]!.message}`);
  const example = readTitleFile(await readFile("examples/hosted-assistant/cleartitle.yaml", "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
  return mergeGraphs(manyUses(questionsOf(graph, catalogue, { purpose: "commercial", action: null, in: ["DE", "US"], on }).graph), example.graph!).graph;
}

/** As many uses as a large house has releases, spread over those that there are. */
function manyUses(graph: TitleGraph): TitleGraph {
  const uses = [...graph.uses].filter((_, at) => at % Math.max(1, Math.floor(graph.uses.size / recordedUses)) === 0);
  return { ...graph, uses: new Map(uses) };
}

interface Screen {
  readonly name: string;
  readonly at: string;
  /** What is there once it can be used. */
  readonly ready: string;
  /** What may still be coming then: it has its place, and the rest is used without it. */
  readonly later?: string;
}

/** Every screen, at something that the graph has. */
function screensOf({ uses, derivations }: TitleGraph): readonly Screen[] {
  const [{ name, of } = { name: "", of: "" }] = uses.values();
  const sources = new Map<string, number>();
  for (const { from } of derivations.values()) for (const each of from) sources.set(each, (sources.get(each) ?? 0) + 1);
  const [center] = [...sources].reduce((most, each) => (each[1] > most[1] ? each : most), [of, 0]);
  const [use, asset, hub] = [name, of, center].map(encodeURIComponent) as [string, string, string];
  return [
    { name: "ask", at: `ask?use=${use}`, ready: ".answer" }, { name: "proof", at: `proof?use=${use}`, ready: ".proof" },
    { name: "releases", at: "releases", ready: ".table" }, { name: "release", at: `releases/${use}`, ready: ".world-map" },
    { name: "findings", at: "findings", ready: ".table" }, { name: "waivers", at: "waivers", ready: ".empty" }, { name: "questions", at: `questions?use=${use}`, ready: ".questions, .empty" },
    { name: "obligations", at: "obligations", ready: ".table, .empty" }, { name: "obligations, calendar", at: "obligations?show=calendar", ready: "#calendar-address" },
    { name: "review", at: "review", ready: ".empty" }, { name: "notices", at: "notices", ready: ".empty, .table" },
    { name: "assets", at: "assets", ready: ".asset-table" }, { name: "assets, searched", at: "assets?q=bert&sort=-findings", ready: ".asset-table, .empty" }, { name: "asset", at: `assets/${asset}`, ready: "#history" },
    { name: "asset most is made of", at: `assets/${hub}`, ready: "#history" }, { name: "chain", at: `chain?asset=${asset}&use=${use}`, ready: ".thing" },
    { name: "chain, most", at: `chain?asset=${hub}`, ready: ".thing" }, { name: "chain, 200 of it", at: `chain?asset=${hub}&open=${encodeURIComponent(JSON.stringify([[center, "r", 200], [center, "s", 200]]))}&many=1`, ready: ".thing, .empty" }, { name: "chain, table", at: `chain?asset=${hub}&view=table`, ready: "#steps" },
    { name: "agreements", at: "agreements", ready: ".table" }, { name: "agreement", at: "agreements/notes-1", ready: "#timeline" }, { name: "agreement, terms", at: "agreements/notes-1?show=terms", ready: ".clauses" }, { name: "draft", at: "agreements/draft?agreement=notes-1&version=1&topic=field-of-use", ready: ".desk:not([hidden]) .clauses", later: ".effect-room" }, { name: "draft, with all effects", at: "agreements/draft?agreement=notes-2&version=1&topic=field-of-use", ready: ".effect-brief" },
    { name: "negotiations", at: "negotiations", ready: ".table" }, { name: "negotiation", at: "negotiations/talks-1?session=1", ready: ".this-package" }, { name: "negotiation, zone", at: "negotiations/talks-1?session=1&show=zone", ready: ".zone-chart" },
    { name: "contracts", at: "contracts", ready: ".table" }, { name: "contract", at: "contracts/1", ready: ".contract mark" }, { name: "portfolio", at: "portfolio?show=agreements", ready: ".table" },
    { name: "import", at: "import", ready: ".drop" }, { name: "history", at: "history", ready: ".table" }, { name: "history, ledger", at: "history?show=ledger", ready: ".table" },
    { name: "catalogue", at: "catalogue", ready: ".table" }, { name: "catalogue, in force", at: "catalogue?show=in-force", ready: "svg.span" }, { name: "catalogue, calendar", at: "catalogue?show=calendar", ready: ".table" },
    { name: "law", at: "catalogue/laws/jp.30-4", ready: ".said" }, { name: "position", at: "catalogue/positions/model_weights_as_copy", ready: ".said" }, { name: "two texts", at: "catalogue/compare?before=LicenseRef-Llama-2&after=LicenseRef-Llama-3.1", ready: ".difference" },
    { name: "settings", at: "settings", ready: "#adopt" }, { name: "profile", at: "profile", ready: ".heading" },
  ];
}

interface Seen {
  /** Milliseconds from the page's load to when it can be used. */
  readonly after: number;
  readonly nodes: number;
  readonly jump: number;
  /** The request to the API that was answered last of all, in milliseconds, and what it asked for. */
  readonly slowest: string;
}

/** How far what was shown has been pushed about, as browsers count it. */
const countJumps = `window.jumps = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps += entry.value; }).observe({ type: "layout-shift", buffered: true });`;

/** Until when somebody has to wait at most, in milliseconds. */
const longest = 60_000;

async function seen(page: Page, url: string, { name, at, ready, later = "none" }: Screen): Promise<Seen> {
  const asked: { readonly what: string; readonly took: number }[] = [];
  const note = (request: Request): void => void (request.url().includes("/api/v1/") && asked.push({ what: new URL(request.url()).pathname.replace(/^\/api\/v1(\/workspaces\/supply)?/, "").slice(0, 24), took: request.timing().responseEnd }));
  page.on("requestfinished", note);
  await page.goto(new URL(`/w/supply/${at}`, url).href, { waitUntil: "commit" });
  const after = await page.evaluate<number | null>(`new Promise((tell) => {
    const look = () => {
      const { loadEventEnd } = performance.getEntriesByType("navigation")[0];
      const isThere = loadEventEnd > 0 && document.querySelector(${JSON.stringify(ready)}) !== null && [...document.querySelectorAll("#screen [aria-busy=true]")].every((busy) => busy.closest(${JSON.stringify(later)}) !== null);
      if (isThere || performance.now() > ${longest}) tell(isThere ? Math.max(0, performance.now() - loadEventEnd) : null);
      else setTimeout(look, 10);
    };
    look();
  })`);
  if (after === null) throw new Error(`${name} is not there after a minute: ${await page.locator("#screen").innerText().catch(() => "nothing")}`);
  await page.waitForLoadState("networkidle");
  page.off("requestfinished", note);
  const { what, took } = asked.reduce((most, each) => (each.took > most.took ? each : most), { what: "none", took: 0 });
  return { slowest: `${ms(took)} ${what}`, after, nodes: await page.evaluate<number>("document.querySelectorAll('*').length"), jump: await page.evaluate<number>("window.jumps") };
}

const [folder, ...named] = process.argv.slice(2);
if (folder === undefined) {
  console.error("say which folder has the listings: npm run measure:screens -- FOLDER [NAME …]");
  process.exit(64);
}
const data = await mkdtemp(join(tmpdir(), "cleartitle-screens-"));
const connection = await openStore({ folder: data });
const store = new Store(connection);
const graph = await workspaceGraph(folder);
await (await store.create("supply", { by: "jane", at: now() })).write(graph, { by: "jane", at: now() });
const api = openApi({ store, queue: new JobQueue(connection), board: new NoticeBoard(connection), postOffice: null, catalogue, clauses: () => clauses, decide, identify: localUser("jane"), access: null, model: null, now, elapsed: () => performance.now(), rate: null, guard: () => "nobody", knowledge: () => null, log: (line) => void ("bug" in line && console.error(line)) });
const served = await serve({ api, origin: null, port: 0 });
await writeDeals(api, "supply");
// As a started server does, which is asked meanwhile too.
const began = performance.now();
await api.prepare();
console.log(`the workspace was ready after ${ms(performance.now() - began)} ms`);
const { browser, close } = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: "en-US", timezoneId: "UTC" });
await context.addInitScript(countJumps);
const page = await context.newPage();
const rows: string[][] = [];
for (const screen of screensOf(graph).filter(({ name }) => named.length === 0 || named.includes(name))) {
  const { user, system } = process.cpuUsage();
  const first = await seen(page, served.url, screen);
  const spent = process.cpuUsage({ user, system });
  const again = await seen(page, served.url, screen);
  rows.push([screen.name, ms(first.after), ms((spent.user + spent.system) / 1000), ms(again.after), count(again.nodes), Math.max(first.jump, again.jump).toFixed(2), first.slowest, again.slowest]);
}
table(`screens of ${count(graph.assets.size)} assets, ${count(graph.derivations.size)} derivations and ${count(graph.uses.size)} uses, ms from the page's load until it can be used`, ["", "first", "of the server", "again", "nodes", "layout shift", "slowest request, first", "and again"], rows);
await close();
await api.close();
await served.close();
await store.close();
await rm(data, { recursive: true, force: true });
