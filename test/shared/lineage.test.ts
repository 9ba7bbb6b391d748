import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { lineagePages } from "./lineage.js";

it("draws the lineage of the projects as the pages show it", async () => {
  for (const [format, drawn] of await lineagePages()) {
    const page = readFileSync(fileURLToPath(new URL(`../../docs/lineage/${format}.md`, import.meta.url)), "utf8");
    expect(page.match(/```mermaid/g)?.length).toBe(drawn.size);
    for (const [title, drawing] of drawn) expect([title, page.includes(`## ${title}\n\n${drawing}`)]).toEqual([title, true]);
  }
});
