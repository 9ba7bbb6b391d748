import { lineagePages } from "./lineage.js";

for (const [format, drawn] of await lineagePages()) for (const [title, drawing] of drawn) process.stdout.write(`docs/lineage/${format}.md\n\n## ${title}\n\n${drawing}\n`);
