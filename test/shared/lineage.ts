import { readdirSync } from "node:fs";
import { drawingOf, toMermaid } from "../../apps/server/src/index.js";
import { importFrom } from "../../packages/intake/src/index.js";
import { samplesOf } from "./intake-table.js";

/** Projects of the samples whose lineage is drawn, by what tells their folder from the others: pages name nobody's repository. */
const projects: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  dvc: { "Tags of questions, the pipeline": /started@7-ml-pipeline$/, "Tags of questions, experiments": /started@11-random-forest-experiments$/, "Pools in pictures": /started-experiments@HEAD$/ },
  mlflow: { "Fares of taxis": /week-02__mlflow\.db$/, "A model and its explainer": /-mlflow-evaluacion-/, "Risks of credits": /Credit-risk-model$/ },
  wandb: { "A robot's model": /rdt-agilex$/, "Search for architectures": /AsquaredM$/, "A client's own tests": /^wandb__wandb$/ },
};

/** The page of each format with its projects, each drawn as `graph --format mermaid` draws it. */
export async function lineagePages(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const pages = new Map<string, Map<string, string>>();
  for (const [format, titles] of Object.entries(projects)) {
    const drawn = new Map<string, string>();
    for (const [title, folder] of Object.entries(titles)) {
      const found = readdirSync(samplesOf(format)).filter((each) => folder.test(each));
      if (found.length !== 1) throw new Error(`${found.length} samples for \`${title}\``);
      const { graph } = await importFrom(`${samplesOf(format)}/${found[0] ?? ""}`, { us: "us" });
      drawn.set(title, `\`\`\`mermaid\n${toMermaid(drawingOf(graph, { most: 300 }))}\`\`\`\n`);
    }
    pages.set(format, drawn);
  }
  return pages;
}
