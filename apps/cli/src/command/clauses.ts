import { type ClauseLibrary, loadClauses, stances, type Topic } from "@cleartitle/agreements";
import { defaultCatalogueDir, type Catalogue } from "@cleartitle/catalogue";
import { withoutControls } from "@cleartitle/engine";
import { nameHint, problem, type ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { openCatalogue } from "../world.js";

type Loaded = ReturnType<typeof loadClauses>;
const loaded = new WeakMap<Catalogue, Loaded>();

/** The clauses that come with the program, in the names of a catalogue. They are read when they are first asked for: one process may be asked for many commands. */
export function clausesOf(catalogue: Catalogue): Loaded {
  const known = loaded.get(catalogue);
  if (known !== undefined) return known;
  const dir = defaultCatalogueDir();
  const found = dir === null ? { library: null, problems: [problem("not-found", "there are no clauses", { hint: "they are the folder `catalogue/clauses` beside the program" })] } : loadClauses(dir, catalogue.taxonomies);
  loaded.set(catalogue, found);
  return found;
}

/** The same, with the catalogue whose names they use; with any problem it stops. */
export async function openClauses(io: Io): Promise<{ readonly library: ClauseLibrary; readonly catalogue: Catalogue }> {
  const catalogue = await openCatalogue(io);
  const { library, problems } = clausesOf(catalogue);
  if (library === null) throw new Stop(problems);
  return { library, catalogue };
}

export const writeLines = (io: Io, lines: readonly string[]): void => void io.stdout.write(`${lines.map(withoutControls).join("\n")}\n`);

export const jsonWith = (of: string, library: ClauseLibrary, rest: object): string => `${JSON.stringify({ $schema: `urn:cleartitle:schema:${of}:1`, version: 1, clauses: library.digest, ...rest }, null, 2)}\n`;

type Version = Topic["versions"]["neutral"];

const countsOf = ({ text, norms = [], limits = [], duties = [], dates = [], notes = [] }: Version) => ({ sentences: text.length, norms: norms.length + limits.length, duties: duties.length, dates: dates.length, notes: notes.length });

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const sayCounts = (version: Version): string => {
  const { norms, duties, dates, notes } = countsOf(version);
  return [counted(norms, "norm", "norms"), counted(duties, "duty", "duties"), counted(dates, "date", "dates"), counted(notes, "note", "notes")].join(", ");
};

/** What carries a version, without what does not. */
const carried = (version: Version): string => {
  const { norms, duties, dates, notes } = countsOf(version);
  return [...(norms === 0 ? [] : [counted(norms, "norm", "norms")]), ...(duties === 0 ? [] : [counted(duties, "duty", "duties")]), ...(dates === 0 ? [] : [counted(dates, "day", "days")]), ...(notes === 0 ? [] : [counted(notes, "note", "notes")])].join(", ");
};

const listInMarkdown = (topics: readonly Topic[]): string[] => [
  `| topic | ${stances.join(" | ")} |`, `| --- |${" --- |".repeat(stances.length)}`, ...topics.map(({ number, title, versions }) => `| ${number}. ${title} | ${stances.map((stance) => carried(versions[stance])).join(" | ")} |`),
];

/** Lists the topics in the order of their numbers. */
export async function list(io: Io, { format }: { readonly format: "table" | "md" | "json" }): Promise<ExitCode> {
  const { library } = await openClauses(io);
  const topics = [...library.topics.values()];
  if (format === "json") {
    io.stdout.write(jsonWith("clauses", library, { topics: topics.map(({ id, number, title, asks, versions }) => ({ id, number, title, asks, versions: Object.fromEntries(stances.map((stance) => [stance, countsOf(versions[stance])])) })) }));
    return 0;
  }
  if (format === "md") {
    writeLines(io, listInMarkdown(topics));
    return 0;
  }
  const width = Math.max(...topics.map((topic) => topic.id.length));
  writeLines(io, [...topics.map((topic) => `${String(topic.number).padStart(2)}  ${topic.id.padEnd(width)}  ${topic.title}`), "", `${topics.length} topics, each in ${stances.length} versions; ${topics[0]?.standing ?? ""}`]);
  return 0;
}

function versionLines(stance: string, version: Version): string[] {
  return [
    "", `${stance} (${sayCounts(version)})`, ...version.text.map((sentence, index) => `  ${index + 1}. ${sentence}`),
    ...(version.notes ?? []).map((note) => `  not in norms, sentence ${note.at}: ${note.why}`), `  why: ${version.why}`, `  risk: ${version.risk}`,
  ];
}

const fieldLines = (topic: Topic): string[] =>
  Object.entries(topic.fields).map(([name, field]) => {
    const range = [field.from === undefined ? [] : [`from ${field.from}`], field.to === undefined ? [] : [`to ${field.to}`]].flat().join(" ");
    const value = field.default === undefined ? `to be said, like ${JSON.stringify(field.example)}` : `default ${JSON.stringify(field.default)}`;
    return `  ${name} (${field.type}): ${field.is}; ${value}${range === "" ? "" : `; ${range}`}`;
  });

const fallbackLines = (topic: Topic): string[] =>
  (["licensor", "licensee"] as const).flatMap((side) => ["", `What the ${side} may fall back to`, ...topic.fallback[side].map((step, index) => `  ${index + 1}. ${step.to}${step.with === undefined ? "" : ` with ${JSON.stringify(step.with)}`}: ${step.says}`)]);

function topicNamed(library: ClauseLibrary, name: string): Topic {
  const found = library.topics.get(name) ?? [...library.topics.values()].find((topic) => String(topic.number) === name);
  if (found === undefined) throw usageStop(`there is no topic \`${name}\``, nameHint(name, library.topics.keys()) ?? "`cleartitle clauses list` lists them");
  return found;
}

/** Shows one topic. */
export async function show(io: Io, name: string, { side, format }: { readonly side?: "licensor" | "neutral" | "licensee"; readonly format: "table" | "json" }): Promise<ExitCode> {
  const { library } = await openClauses(io);
  const topic = topicNamed(library, name);
  const shown = side === undefined ? stances : [side];
  if (format === "json") io.stdout.write(jsonWith("clause", library, { topic: { ...topic, versions: Object.fromEntries(shown.map((stance) => [stance, topic.versions[stance]])) } }));
  else {
    writeLines(io, [
      `${topic.number}. ${topic.title}`, topic.asks, "", "Fields", ...fieldLines(topic), ...shown.flatMap((stance) => versionLines(stance, topic.versions[stance])), ...(side === undefined ? fallbackLines(topic) : []),
      "", `Read together with: ${topic.interplay.join(", ")}`, `Met in: ${topic.sources.map((code) => library.frame.sources[code]).join("; ")}`, `Standing: ${topic.standing}, ${topic.reviewed}`,
    ]);
  }
  return 0;
}
