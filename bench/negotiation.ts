import { setTimeout as wait } from "node:timers/promises";
import { json, openHouse } from "../test/api/house.js";
import { deal } from "../test/web/agreement.fixture.js";
import { count, ms, table } from "./measure.js";

const fields = ["medical", "software-development", "education", "finance", "insurance", "customer-support", "gaming", "law-enforcement"] as const;
const stances = ["licensor", "neutral", "licensee"] as const;
const options = (all: readonly (readonly [string, string])[]): string => `{ ${all.map(([id, of]) => `${id}: { ${of} }`).join(", ")} }`;
const worths = (ids: readonly string[], up: boolean): string => `{ ${ids.map((id, at) => `${id}: ${Math.round((100 * (up ? at : ids.length - 1 - at)) / Math.max(1, ids.length - 1))}`).join(", ")} }`;

/** Talks of which the engine can see every issue: each combination compiles to other norms. */
function talks(): string {
  const issues: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    ["fields", "field-of-use", fields.map((field, at) => [`f${at}`, `version: neutral, with: { fields: [${field}] }`] as const)],
    ["weights", "improvements", stances.map((version) => [version, `version: ${version}`] as const)],
    ["models", "model-after-term", stances.map((version) => [version, `version: ${version}`] as const)],
    ["acts", "permitted-acts", stances.map((version) => [version, `version: ${version}`] as const)],
    ["years", "term-and-renewal", ["P1Y", "P2Y", "P3Y", "P4Y"].map((initial) => [initial.toLowerCase(), `version: neutral, with: { from: "2026-01-01", initial: ${initial} }`] as const)],
  ];
  const side = (id: string, up: boolean, more: string): string => `  - id: ${id}\n    interests: [much]\n    values: { ${issues.map(([issue, , all]) => `${issue}: { weight: 10, of: ${worths(all.map(([option]) => option), up)} }`).join(", ")} }\n${more}    reservation: 10\n    batna: { is: nothing, value: 5 }\n`;
  return `id: wide\ntitle: Wide talks\ndeal: the agreement\ntitle-file: the records\nrounds: 4\nissues:\n${issues.map(([id, topic, all]) => `  - { id: ${id}, topic: ${topic}, options: ${options(all)} }\n`).join("")}parties:\n${side("acme", true, "    releases: { launch: 30 }\n    duty: 1\n")}${side("field-notes-project", false, "    tactic: linear\n")}`;
}

/** How long the server takes over packages of a negotiation, by how many combinations it asks of the engine at most, and how long somebody else waits for an answer meanwhile. */
export async function benchNegotiation(): Promise<void> {
  const house = await openHouse();
  try {
    for (const [path, body] of [["agreements", { text: deal }], ["negotiations", { text: talks(), agreement: "notes-2026" }]] as const) {
      const response = await house.ask(`/workspaces/acme/${path}`, json(body));
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    }
    const rows: string[][] = [];
    // What is read once is not in the figures.
    await house.ask("/workspaces/acme/negotiations/wide/packages?most=1");
    for (const most of [50, 100, 400, 1_000]) {
      const [at, before] = [performance.now(), process.cpuUsage()];
      const solved = house.ask(`/workspaces/acme/negotiations/wide/packages?most=${most}`).then(async (response) => (await response.json()) as { readonly counts: Readonly<Record<string, number>> });
      let longest = 0;
      while ((await Promise.race([solved, wait(50, null)])) === null) {
        const asked = performance.now();
        await house.ask("/workspaces/acme");
        longest = Math.max(longest, performance.now() - asked);
      }
      const { counts } = await solved;
      const { user, system } = process.cpuUsage(before);
      rows.push([count(most), count(counts["joint"]!), count(counts["asked"]!), count(counts["decided"]!), ms((user + system) / 1e3), ms(performance.now() - at), ms(longest)]);
    }
    table("a negotiation on a server, 864 combinations of which the engine can see every issue", ["asked at most", "combinations", "asked", "decisions", "ms of processor", "ms by the clock", "longest ms that another request waits"], rows);
  } finally {
    await house.close();
  }
}
