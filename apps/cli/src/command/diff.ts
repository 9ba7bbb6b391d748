import { type AgreementSide as Side, alignClauses, clausesOfSides, deviationsOf, effectOf, readPlaybook, sayDifference, type Deviation, type Difference, type Effect } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import { questionsOf, sayBlocks, sayBlocksInMarkdown } from "@cleartitle/engine";
import { problem, statusOrder, type ExitCode } from "@cleartitle/norms";
import { syntheticOf, type SyntheticOptions } from "../check/synthetic.js";
import { openSide } from "../diff/side.js";
import { readText } from "../file.js";
import { wantsColor, widthOf, type Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { dateOption, decideOptions, openTitle, type AskingOptions } from "../world.js";
import { jsonWith, openClauses } from "./clauses.js";
import { writeNew } from "./import.js";

export interface DiffOptions extends AskingOptions, SyntheticOptions {
  readonly title?: string;
  readonly playbook?: string;
  readonly most: number;
  readonly failOn?: "blocked" | "worse" | "deviation";
  readonly format: "text" | "json" | "md";
  readonly redline?: string;
}

type Clauses = Awaited<ReturnType<typeof openClauses>>;

/** What a text of whatever form does cannot be decided: that takes a deal. */
function dealsOf(sides: readonly Side[], what: string): void {
  const words = sides.filter((side) => side.terms === null);
  if (words.length > 0) throw new Stop(words.map(({ file }) => problem("unsupported", `it carries no deal, and ${what}`, { file, hint: "name a deal file or a document that was drafted of one, or compare the words alone" })));
}

async function effect(io: Io, [left, right]: readonly [Side, Side], { library, catalogue }: Clauses, options: DiffOptions): Promise<Effect | null> {
  if (options.title === undefined) return null;
  dealsOf([left, right], "of words alone nobody can decide a use");
  const graph = await openTitle(io, options.title, catalogue);
  const on = options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf);
  const { graph: asked } = questionsOf(graph, catalogue, syntheticOf(options, { catalogue }, on));
  const found = effectOf(left.terms!.deal, right.terms!.deal, { graph: asked, catalogue }, { library, file: options.title, decide: await io.rooms.decide(), options: decideOptions(options), budget: options.most });
  if (found.effect === null) throw new Stop(found.problems);
  return found.effect;
}

const keyOf = ({ topic, found, message }: Deviation): string => JSON.stringify([topic, found, message]);

async function deviations(io: Io, [left, right]: readonly [Side, Side], library: Clauses["library"], catalogue: Catalogue, file: string | undefined): Promise<Difference["deviations"]> {
  if (file === undefined) return null;
  dealsOf([right], "words alone are not held against a playbook");
  const { taxonomies } = catalogue;
  const { playbook, problems } = readPlaybook(await readText(io, file), { file, library, taxonomies });
  if (playbook === null) throw new Stop(problems);
  const before = new Set((left.terms === null ? [] : deviationsOf(left.terms.deal.deal, { playbook, library, taxonomies })).map(keyOf));
  return deviationsOf(right.terms!.deal.deal, { playbook, library, taxonomies }).map((each) => ({ ...each, isNew: !before.has(keyOf(each)) }));
}

/** The tracked document, made before anything is written. */
async function redline(sides: readonly [Side, Side]): Promise<{ readonly bytes: Uint8Array; readonly notes: readonly string[] }> {
  const { redlineOf } = await import("@cleartitle/agreements");
  const made = await redlineOf(sides);
  if ("wordsAlone" in made) throw usageStop(`\`--redline\` takes deals and documents of a word processor, and ${made.wordsAlone.map((file) => `\`${file}\``).join(", ")} is neither`, "save it as `.docx`, or compare without `--redline`");
  if ("problems" in made) throw new Stop(made.problems);
  return made;
}

function render(difference: Difference, sides: readonly [Side, Side], { format }: DiffOptions, { library }: Clauses, io: Io): string {
  const [left, right] = sides.map(({ file, kind, terms }) => ({ file, kind, deal: terms?.deal.deal.id ?? null }));
  if (format === "json") return jsonWith("diff", library, { left, right, ...difference });
  const blocks = sayDifference(difference);
  return format === "md" ? sayBlocksInMarkdown(blocks) : sayBlocks(blocks, { color: wantsColor(io), width: widthOf(io) });
}

const gates = { blocked: 0, worse: 1, deviation: 2 } as const;

/** 2 where something stops; 4 where uses became worse and the worst of them is open, or where not all were asked: what was not may have become anything. */
function exitOf({ effect: found, deviations: off }: Difference, failOn: DiffOptions["failOn"]): ExitCode {
  if (failOn === undefined) return 0;
  const gate = gates[failOn];
  const worse = found?.worsened ?? null;
  const stops = off?.some((each) => each.severity === "stop" || (gate >= gates.deviation && each.severity === "ask")) === true;
  if (worse === "blocked" || stops) return 2;
  if (gate < gates.worse || worse === null) return (found?.cut?.uses.length ?? 0) > 0 ? 4 : 0;
  const places = found!.uses.flatMap((use) => use.places).filter(({ before, after }) => statusOrder(after, before) > 0);
  return places.every(({ after }) => after === "unresolved") ? 4 : 2;
}

/** A gate over words alone would let anything pass. */
function stopAtVainGate({ failOn, title, playbook }: DiffOptions): void {
  if (failOn === "deviation" && playbook === undefined) throw usageStop("`--fail-on deviation` is asked of a playbook", "name it with --playbook");
  if (failOn !== undefined && title === undefined && playbook === undefined) throw usageStop(`\`--fail-on ${failOn}\` is asked of the uses of a title file, or of a playbook`, "name one with --title or --playbook");
}

/** Compares two agreements: words, what they do to the uses of a title file, and where the second deviates from a playbook. */
export async function diff(io: Io, one: string, other: string, options: DiffOptions): Promise<ExitCode> {
  stopAtVainGate(options);
  const clauses = await openClauses(io);
  const { library, catalogue } = clauses;
  const house = { library, taxonomies: catalogue.taxonomies };
  const first = await openSide(io, one, house);
  const sides = [first, await openSide(io, other, first.terms === null ? house : { ...house, known: first.terms.deal })] as const;
  const found = await effect(io, sides, clauses, options);
  const off = await deviations(io, sides, library, catalogue, options.playbook);
  const tracked = options.redline === undefined ? null : await redline(sides);
  const difference: Difference = { clauses: alignClauses(...clausesOfSides(...sides)), effect: found, deviations: off, notes: tracked?.notes ?? sides.flatMap((side) => side.notes) };
  const text = render(difference, sides, options, clauses, io);
  if (tracked !== null) {
    await writeNew(io, options.redline!, tracked.bytes);
    io.stderr.write(`written: ${options.redline!}\n`);
  }
  io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return exitOf(difference, options.failOn);
}
