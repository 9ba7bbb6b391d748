import { resolve } from "node:path";
import { readPlaybook } from "@cleartitle/agreements";
import { sayBlocks, sayBlocksInMarkdown } from "@cleartitle/engine";
import { addDuration, exitOf, nameHint, problem, type ExitCode, type Problem } from "@cleartitle/norms";
import { drawPlaybook, isSameParty, type Portfolio, playbookText, portfolioJson, portfolioOf, type PortfolioQuery, type PortfolioSource, readSources, sayPortfolio, saySearch, searchIn } from "@cleartitle/portfolio";
import { readText } from "../file.js";
import { wantsColor, widthOf, type Io } from "../io.js";
import { progress } from "../progress.js";
import { sayProblems } from "../say-problems.js";
import { Stop, usageStop } from "../stop.js";
import { dateOption, placesOption } from "../world.js";
import { jsonWith, openClauses } from "./clauses.js";
import { writeNew } from "./import.js";

export interface PortfolioCommandOptions {
  readonly asOf?: string;
  readonly within: string;
  readonly us?: string;
  readonly playbook?: string;
  readonly drawPlaybook?: string;
  readonly side: "licensor" | "licensee";
  readonly search?: string;
  readonly topic?: string;
  readonly notFound?: boolean;
  readonly party?: string;
  readonly law?: string;
  readonly place?: string;
  readonly endsFrom?: string;
  readonly endsBy?: string;
  readonly form?: "deal" | "reading";
  readonly terms?: boolean;
  readonly mostChains: number;
  readonly failOn?: "conflict" | "look" | "open";
  readonly format: "text" | "json" | "md";
}

/** What a folder may hold; what is beyond is told, and the rest is read. */
const limits = { maxFiles: 20_000, maxBytes: 64_000_000, maxDepth: 12 } as const;
const allBytes = 1_000_000_000;

type Clauses = Awaited<ReturnType<typeof openClauses>>;

async function sourcesIn(io: Io, folder: string): Promise<{ readonly sources: readonly PortfolioSource[]; readonly problems: readonly Problem[] }> {
  const { filesOf } = await import("@cleartitle/intake");
  const { files, problems } = await filesOf(resolve(io.folder, folder), limits);
  if (problems.some(({ code }) => code === "not-found")) throw new Stop([problem("not-found", `there is no folder \`${folder}\``, { file: folder, hint: "check the path" })]);
  const found: Problem[] = [...problems];
  const sources: PortfolioSource[] = [];
  let bytes = 0;
  for (const file of files) {
    const { path, size } = file;
    bytes += size;
    if (bytes > allBytes) {
      found.push(problem("too-large", `the folder holds more than ${allBytes} bytes`, { file: path, hint: "this file and those after it were passed over: split the folder" }));
      break;
    }
    const parts: Uint8Array[] = [];
    for await (const part of file.chunks()) parts.push(part);
    sources.push({ file: path, bytes: Buffer.concat(parts) });
  }
  return { sources, problems: found };
}

async function playbookOf(io: Io, file: string | undefined, { library, catalogue: { taxonomies } }: Clauses): Promise<object> {
  if (file === undefined) return {};
  const { playbook, problems } = readPlaybook(await readText(io, file), { file, library, taxonomies });
  if (playbook === null) throw new Stop(problems);
  return { playbook };
}

/** A question for the portfolio; null: none is asked. */
function queryOf({ search, topic, notFound, party, law, place, endsFrom, endsBy, form }: PortfolioCommandOptions, { library, catalogue }: Clauses, kinds: readonly string[]): PortfolioQuery | null {
  if (notFound === true && topic === undefined) throw usageStop("`--not-found` is asked of a topic", "name it with --topic");
  const topics = [...library.topics.keys(), ...kinds];
  if (topic !== undefined && !topics.includes(topic)) throw usageStop(`there is no topic and no kind of clause \`${topic}\``, nameHint(topic, topics) ?? "`cleartitle clauses list` lists the topics");
  for (const [name, given] of [["--law", law], ["--place", place]] as const) if (given !== undefined) placesOption(name, given, catalogue);
  for (const [name, given] of [["--ends-from", endsFrom], ["--ends-by", endsBy]] as const) if (given !== undefined) dateOption(name, given);
  const given = Object.entries({ words: search, topic, notFound, party, law, place, endsFrom, endsBy, form }).filter(([, value]) => value !== undefined);
  return given.length === 0 ? null : Object.fromEntries(given);
}

async function draw(io: Io, whole: Portfolio, { drawPlaybook: file, side }: PortfolioCommandOptions, { library }: Clauses): Promise<void> {
  if (file === undefined) return;
  const drawn = drawPlaybook(whole.families, { library, side, on: whole.asOf, id: `drawn-${whole.asOf}` });
  if (drawn === null) throw new Stop([problem("not-found", "no deal of the folder takes a clause in a version of the house: nothing can be drawn", { hint: "what was read of documents says nothing of versions" })]);
  await writeNew(io, file, Buffer.from(playbookText(drawn)));
  io.stderr.write(`written, for a person to approve: ${file}\n`);
}

/** What would let a gate pass because it was held against nothing: a folder without agreements, and a name that none of them has. */
function vainIn({ families }: Portfolio, folder: string, { us, failOn }: PortfolioCommandOptions): Problem[] {
  if (families.length === 0) return failOn === undefined ? [] : [problem("not-found", "there is no agreement that could stop at the gate", { file: folder, hint: "check the path" })];
  const parties = families.flatMap((each) => each.parties);
  if (us === undefined || parties.length === 0 || parties.some((party) => isSameParty(party, { name: us, id: us }))) return [];
  return [problem("unknown-name", `none of the agreements names the party \`${us}\``, { offending: us, hint: nameHint(us, parties.flatMap(({ id, name }) => (id === null ? [name] : [id, name]))) })];
}

const gates = { conflict: 0, look: 1, open: 2 } as const;

/** Looks at all agreements of a folder together, or searches them. A file that cannot be read is told, and keeps no other from being read. */
export async function portfolio(io: Io, folder: string, options: PortfolioCommandOptions): Promise<ExitCode> {
  const clauses = await openClauses(io);
  const { library, catalogue } = clauses;
  const { clauseKinds } = await import("@cleartitle/agreements");
  const asOf = options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf);
  const query = queryOf(options, clauses, clauseKinds);
  const playbook = await playbookOf(io, options.playbook, clauses);
  const house = { library, taxonomies: catalogue.taxonomies };
  const { sources, problems } = await sourcesIn(io, folder);
  const counting = progress(io, sources.length, "files read", 10);
  const read = await readSources(sources, house, counting.step);
  counting.end();
  const found = portfolioOf({ ...read, problems: [...problems, ...read.problems] }, { house, catalogue, decide: await io.rooms.decide(), asOf, soon: addDuration(asOf, options.within) ?? asOf, mostChains: options.mostChains, ...(options.us === undefined ? {} : { us: options.us }), ...playbook });
  const whole = { ...found, problems: [...found.problems, ...vainIn(found, folder, options)] };
  await draw(io, whole, options, clauses);
  const searched = query === null ? null : searchIn(whole, query, { house });
  if (options.format === "json") io.stdout.write(jsonWith(searched === null ? "portfolio" : "portfolio-search", library, searched === null ? portfolioJson(whole) : { asOf, ...searched, problems: whole.problems }));
  else {
    const blocks = searched === null ? sayPortfolio(whole, { withTerms: options.terms === true }) : saySearch(searched);
    const text = options.format === "md" ? sayBlocksInMarkdown(blocks) : sayBlocks(blocks, { color: wantsColor(io), width: widthOf(io) });
    io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  }
  await sayProblems(io, whole.problems);
  const { failOn } = options;
  if (failOn !== undefined && whole.findings.some(({ severity }) => gates[severity] <= gates[failOn])) return 2;
  return exitOf(whole.problems);
}
