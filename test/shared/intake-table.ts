import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openCatalogue, loadKnowledge } from "../../packages/catalogue/src/index.js";
import { filesOf, importFrom } from "../../packages/intake/src/index.js";

const samples = fileURLToPath(new URL("../../../shared/data/formats/", import.meta.url));

/** The folder of a format's samples. */
export const samplesOf = (format: string): string => `${samples}${format}/open`;

/** What is beside the samples: official schemas and templates. */
const beside = /(^|\/)_(schema|spec)\//;

/** One row for each format of the samples: files, those read, assets, derivations, statements, findings, problems. */
export async function intakeTable(): Promise<string> {
  const { catalogue, directory } = openCatalogue();
  const { knowledge } = loadKnowledge(directory!, catalogue!);
  const rows = ["| samples | files | read | assets | derivations | statements | findings | problems |", "| --- | --- | --- | --- | --- | --- | --- | --- |"];
  for (const format of readdirSync(samples).toSorted()) {
    if (!existsSync(`${samples}${format}/open`)) continue;
    const files = (await filesOf(`${samples}${format}/open`)).files.filter((file) => !beside.test(file.path));
    const { graph, problems, read } = await importFrom(files, { us: "us", knowledge: () => knowledge });
    rows.push(`| ${[format, files.length, new Set(read.map((each) => each.file)).size, graph.assets.size, graph.derivations.size, graph.statements.length, graph.findings.length, problems.length].join(" | ")} |`);
  }
  return rows.join("\n");
}
