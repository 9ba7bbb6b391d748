import { cpus, loadavg, totalmem } from "node:os";
import { count } from "./measure.js";

/** Tables by name, each loaded when it is asked for. */
const tables: Readonly<Record<string, (rows: string) => Promise<void>>> = {
  rights: async () => (await import("./rights.js")).benchRights(),
  decision: async () => (await import("./decision.js")).benchDecision(),
  reach: async () => (await import("./reach.js")).benchReach(),
  demands: async () => (await import("./demands.js")).benchDemands(),
  descendants: async () => (await import("./descendants.js")).benchDescendants(),
  sources: async () => (await import("./decision.js")).benchSources(),
  growth: async () => (await import("./decision.js")).benchGrowth(),
  outline: async () => (await import("./decision.js")).benchOutline(),
  chain: async () => (await import("./decision.js")).benchChain(),
  change: async () => (await import("./change.js")).benchChange(),
  identify: async () => (await import("./identify.js")).benchIdentify(),
  catalogue: async () => (await import("./catalogue.js")).benchCatalogue(),
  intake: async (rows) => (await import("./intake.js")).benchIntake(rows),
  store: async () => (await import("./store.js")).benchStore(),
  sizing: async () => (await import("./sizing.js")).benchSizing(),
  http: async () => (await import("./http.js")).benchHttp(),
  portfolio: async () => (await import("./portfolio.js")).benchPortfolio(),
  recording: async () => (await import("./recording.js")).benchRecording(),
  lists: async () => (await import("./lists.js")).benchLists(),
  negotiation: async () => (await import("./negotiation.js")).benchNegotiation(),
  pages: async () => (await import("./pages.js")).benchPages(),
  odrl: async () => (await import("./odrl.js")).benchOdrl(),
};

const asked = process.argv.slice(2);
const part = (asking: string): { readonly name: string; readonly rows: string } => ({ name: asking.split(":", 1)[0] ?? "", rows: asking.split(":").slice(1).join(":") });
const unknown = asked.filter((asking) => !Object.hasOwn(tables, part(asking).name));
if (unknown.length > 0) {
  console.error(`there is no table ${unknown.map((name) => `\`${name}\``).join(", ")}; there are ${Object.keys(tables).join(", ")}`);
  process.exit(64);
}

/** Runs the comparisons that are named, or every one: `npm run bench -- rights reach`; `intake:MLflow` is those rows of a table whose names say so. Numbers are of this machine and this hour; ratios of one run may be compared. */
console.log(`node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}, ${count(totalmem() / 2 ** 30)} GiB`);
for (const { name, rows } of (asked.length > 0 ? asked : Object.keys(tables)).map(part)) {
  const load = loadavg()[0]!;
  console.log(`\n== ${name}; other work on the machine: load ${load.toFixed(1)}`);
  await tables[name]!(rows);
}
