import { stances, versionEffects, type VersionEffect } from "@cleartitle/agreements";
import { plainWords, sayList } from "@cleartitle/engine";
import { nameHint, type ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { openTitle } from "../world.js";
import { jsonWith, openClauses, writeLines } from "./clauses.js";
import { openDealFile } from "./deal.js";

interface VersionTableOptions {
  readonly title: string;
  readonly topic?: readonly string[];
  readonly format: "table" | "md" | "json";
}

/** What a version changes, in a few words; a use that is answered alike in all places that change is told without them. */
function saidOf({ answers, why, obligations }: VersionEffect): string {
  if (answers === null) return `makes no deal: ${why!}`;
  const uses = [...new Set(answers.map(({ use }) => use))];
  const told = uses.map((use) => {
    const places = answers.filter((each) => each.use === use);
    return `${use} ${places.length === 1 ? places[0]!.after : places.map(({ after, territories }) => `${after} (${territories.join(" ")})`).join(", ")}`;
  });
  const duties = [...new Set(obligations.map((each) => `${each.change} ${plainWords(each.do)}`))].map((each) => `${each} (${sayList(obligations.filter((one) => `${one.change} ${plainWords(one.do)}` === each).map(({ use }) => use))})`);
  return told.length + duties.length === 0 ? "no answer changes" : [...told, ...duties].join("; ");
}

function rowsOf(effects: readonly VersionEffect[]): readonly { readonly topic: string; readonly cells: readonly string[] }[] {
  const topics = [...new Set(effects.map(({ topic }) => topic))];
  return topics.map((topic) => {
    const of = effects.filter((each) => each.topic === topic);
    const { number, title, taken } = of[0]!;
    return { topic: `${number}. ${title}`, cells: stances.map((stance) => (stance === taken ? "as it stands" : saidOf(of.find(({ version }) => version === stance)!))) };
  });
}

const markdown = (effects: readonly VersionEffect[]): string[] => [
  `| clause | ${stances.join(" | ")} |`, `| --- |${" --- |".repeat(stances.length)}`, ...rowsOf(effects).map(({ topic, cells }) => `| ${topic} | ${cells.join(" | ")} |`),
];

const lines = (effects: readonly VersionEffect[]): string[] => rowsOf(effects).flatMap(({ topic, cells }) => [topic, ...stances.map((stance, at) => `  ${stance.padEnd(9)} ${cells[at]!}`)]);

/** Writes what each clause of a deal would change in the versions that it does not take. */
export async function versionTable(io: Io, path: string, { title, topic, format }: VersionTableOptions): Promise<ExitCode> {
  const { library, catalogue } = await openClauses(io);
  const stranger = topic?.find((id) => !library.topics.has(id));
  if (stranger !== undefined) throw usageStop(`there is no topic \`${stranger}\``, nameHint(stranger, library.topics.keys()) ?? "`cleartitle clauses list` lists them");
  const file = await openDealFile(io, path, { library, taxonomies: catalogue.taxonomies });
  const graph = await openTitle(io, title, catalogue);
  const { effects, problems } = versionEffects(file, { graph, catalogue }, { library, file: title, decide: await io.rooms.decide(), ...(topic === undefined ? {} : { topics: topic }) });
  if (effects.every(({ answers }) => answers === null) && problems.length > 0) throw new Stop(problems);
  if (format === "json") io.stdout.write(jsonWith("deal-versions", library, { deal: file.deal.id, effects }));
  else writeLines(io, effects.length === 0 ? ["the deal takes none of these topics"] : format === "md" ? markdown(effects) : lines(effects));
  return 0;
}
