import { dirname, join } from "node:path";
import { type DealFile, readDeal, strangersTo } from "@cleartitle/agreements";
import { sayBlocks, sayBlocksInMarkdown } from "@cleartitle/engine";
import type { AskedModel } from "@cleartitle/model";
import { digestOf, nameHint, problem, type ExitCode } from "@cleartitle/norms";
import { begun, Clearings, concessionsOf, issueLog, moveOf, packageFrom, packageText, playSpoken, readNegotiation, readRecord, saySession, saySolution, type SessionRecord, settledAs, Simulated, solve, type Solution, type Spoken, standingOf, textOf, type Valued, valuedOf, withMove } from "@cleartitle/negotiation";
import { appendText, kindOfPath, readText } from "../file.js";
import { wantsColor, widthOf, type Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { decideOptions, openTitle, type AskingOptions } from "../world.js";
import { jsonWith, openClauses } from "./clauses.js";

export interface NegotiateOptions extends AskingOptions {
  readonly for?: string;
  readonly from?: string;
  readonly record?: string;
  readonly offer?: string;
  readonly accept?: boolean;
  readonly leave?: boolean;
  readonly play?: boolean;
  /** Whether a language model speaks for the simulated side. */
  readonly model?: boolean;
  readonly seed: number;
  readonly most: number;
  readonly format: "text" | "json" | "md";
}

type Negotiation = Solution["negotiation"];

interface Read {
  readonly negotiation: Negotiation;
  readonly checkClauses: ReturnType<typeof readNegotiation>["checkClauses"];
}

type Clauses = Awaited<ReturnType<typeof openClauses>>;

const beside = (file: string, path: string): string => join(dirname(file), path);

async function dealAt(io: Io, path: string, { library, catalogue: { taxonomies } }: Clauses): Promise<DealFile> {
  const { file, problems } = readDeal(await readText(io, path), { file: path, library, taxonomies });
  if (file === null) throw new Stop(problems);
  return file;
}

/** Solves the negotiation with the deal and the title file that it names. */
async function solved(io: Io, file: string, { negotiation, checkClauses }: Read, clauses: Clauses, options: NegotiateOptions): Promise<Solution> {
  const { library, catalogue } = clauses;
  const house = { library, taxonomies: catalogue.taxonomies };
  const base = negotiation.deal === undefined ? null : await dealAt(io, beside(file, negotiation.deal), clauses);
  const faults = base === null ? [] : checkClauses(base);
  if (faults.length > 0) throw new Stop(faults);
  const title = negotiation["title-file"];
  const graph = title === undefined ? null : await openTitle(io, beside(file, title), catalogue);
  if (graph !== null && base !== null) {
    const strange = strangersTo({ graph, catalogue }, [base.deal], beside(file, title!));
    if (strange.length > 0) throw new Stop(strange);
  }
  const missing = graph === null ? [] : negotiation.parties.flatMap(({ releases }) => Object.keys(releases ?? {})).filter((use) => !graph.uses.has(use));
  if (missing.length > 0) throw new Stop([problem("unknown-name", `the title file has no use ${missing.map((use) => `\`${use}\``).join(", ")}`, { file, hint: nameHint(missing[0]!, graph!.uses.keys()) })]);
  const clearings = new Clearings(negotiation, base, graph === null ? null : { graph, catalogue }, { house, decide: await io.rooms.decide(), options: decideOptions(options) });
  const { solution, problems: beyond } = solve(negotiation, base, clearings, { mostJoint: 200_000, mostAsked: options.most, mostKept: 5000 });
  if (solution === null) throw new Stop(beyond.map((each) => ({ ...each, file })));
  return solution;
}

function sideOf({ parties }: Negotiation, name: string | undefined): 0 | 1 {
  if (name === undefined) return 0;
  const side = parties.findIndex(({ id }) => id === name);
  if (side < 0) throw usageStop(`there is no party \`${name}\``, nameHint(name, parties.map(({ id }) => id)) ?? parties.map(({ id }) => `\`${id}\``).join(" and "));
  return side as 0 | 1;
}

const packageOption = (negotiation: Negotiation, name: string, text: string, from: readonly string[] | null): readonly string[] => {
  const read = packageFrom(negotiation, text, from);
  if ("message" in read) throw usageStop(`${name}: ${read.message}`, "write it like issue=option,issue=option");
  return read.settled;
};

interface Session {
  readonly before: SessionRecord | null;
  readonly record: SessionRecord;
}

/** The record that is there, or a new one. One of another negotiation, or of the same file as it was before, is refused. */
async function opened(io: Io, negotiation: Negotiation, digest: string, { record: path, seed, play }: NegotiateOptions, { others, persona }: { readonly others: readonly string[]; readonly persona: string | null }): Promise<Session> {
  if (path === undefined || (await kindOfPath(io, path)) === null) return { before: null, record: begun({ negotiation: negotiation.id, file: digest, seed, simulated: play === true ? negotiation.parties.map(({ id }) => id) : [...others], ...(persona === null ? {} : { persona }) }) };
  const { record, problems } = readRecord(await readText(io, path), path);
  if (record === null) throw new Stop(problems);
  if (record.head.file !== digest) throw new Stop([problem("conflict", `it is the record of \`${record.head.negotiation}\` as its files were before, or of another one`, { file: path, line: 1, hint: "positions are worth what the files say: begin a new record for what was changed" })]);
  if (persona !== null && record.head.persona === undefined) throw new Stop([problem("conflict", "it was begun without a language model", { file: path, line: 1, hint: "begin a new record, or leave `--model` out" })]);
  return { before: record, record };
}

/** The model that the environment names, where the user wants it to speak. */
async function modelOf(io: Io, { model }: NegotiateOptions): Promise<AskedModel | null> {
  if (model !== true) return null;
  const configured = await io.rooms.model(io.env);
  if ("problem" in configured) throw new Stop([configured.problem]);
  return configured.model;
}

type Move = Parameters<typeof withMove>[1];

/** The move that the command line names, if it may be made now; null: it names none. */
function saidMove(negotiation: Negotiation, { record }: Session, side: 0 | 1, options: NegotiateOptions, file: string): Move | null {
  const by = negotiation.parties[side]!.id;
  const { standing, problems } = standingOf(negotiation, record, file);
  if (standing === null) throw new Stop(problems);
  const says = [options.offer === undefined ? [] : ["offer" as const], options.accept === true ? ["accept" as const] : [], options.leave === true ? ["leave" as const] : [], options.play === true ? ["play" as const] : []].flat();
  if (says.length > 1) throw usageStop("one move at a time: `--offer`, `--accept`, `--leave` or `--play`");
  const [named] = says;
  if (named === undefined || named === "play") return null;
  const own = standing.offers.findLast((offer) => offer.by === by)?.settled ?? null;
  const settled = named === "offer" ? settledAs(negotiation, packageOption(negotiation, "--offer", options.offer!, own)) : {};
  const { move, problems: faults } = moveOf(negotiation, record, { by, says: named, settled }, file);
  if (move === null) throw new Stop(faults);
  return move;
}

/** What is said on the command line, and what the simulated side answers. */
async function moved(solution: Solution, { record }: Session, said: Move | null, { play, file, model }: { readonly play: boolean; readonly file: string; readonly model: AskedModel | null }): Promise<Spoken> {
  const { negotiation, clearings } = solution;
  const ids = negotiation.parties.map(({ id }) => id);
  if (said === null && !play) return { record, notes: [] };
  const simulated = new Simulated(solution, record.head.seed);
  const goOn = async (from: SessionRecord, sides: readonly string[]): Promise<Spoken> => (model === null ? { record: simulated.play(from, sides, file), notes: [] } : playSpoken(simulated, negotiation, from, { sides, file, model }));
  if (said === null) return goOn(record, ids);
  const settled = said.settled === undefined ? null : negotiation.issues.map(({ id }) => said.settled![id]!);
  if (settled !== null && valuedOf(negotiation, settled, clearings) === null) throw usageStop(`there is no such deal: ${clearings.of(settled).faults.map(({ message }) => message).join("; ")}`);
  return goOn(withMove(record, said), record.head.simulated.filter((id) => id !== said.by));
}

const json = (negotiation: Solution["negotiation"], { settled, worth, clearing }: Valued): object => ({ settled: settledAs(negotiation, settled), worth: worth.map((value) => value / 100), uses: clearing.uses });

function solutionJson({ negotiation, joint, frontier, reservations, disagreement, zone, hasZone, proposal, clearings }: Solution, given: ReturnType<typeof concessionsOf>): object {
  return {
    negotiation: negotiation.id, parties: negotiation.parties.map(({ id, interests = [] }) => ({ id, interests })), joint, counts: { ...frontier.counts, decided: clearings.decided }, cut: frontier.cut === null ? null : { ...frontier.cut, couldBe: frontier.cut.couldBe.map((value) => value / 100) },
    reservations: reservations.map((value) => value / 100), disagreement: disagreement.map((value) => value / 100), hasZone, zone: zone.map((each) => json(negotiation, each)), efficient: frontier.packages.map((each) => json(negotiation, each)),
    proposal: proposal === null ? null : json(negotiation, proposal), concessions: given.concessions.map(({ to, costs, gives, changes, uses }) => ({ changes: changes.map((each) => ({ ...each, costs: each.costs / 100, gives: each.gives / 100 })), costs: costs / 100, gives: gives / 100, uses, to: json(negotiation, to) })), notLookedAt: given.left,
  };
}

/** Prepares a negotiation, or adds to a session of it. */
export async function negotiate(io: Io, file: string, options: NegotiateOptions): Promise<ExitCode> {
  const clauses = await openClauses(io);
  const text = await readText(io, file);
  const { negotiation, checkClauses, problems: malformed } = readNegotiation(text, { file, house: { library: clauses.library, taxonomies: clauses.catalogue.taxonomies } });
  if (negotiation === null) throw new Stop(malformed);
  const side = sideOf(negotiation, options.for);
  const name = options.record ?? "session";
  // What a position is worth hangs on the deal and the title file too.
  const named = [negotiation.deal, negotiation["title-file"]].flatMap((path) => (path === undefined ? [] : [beside(file, path)]));
  const digest = digestOf([text, ...(await Promise.all(named.map((path) => readText(io, path))))]);
  const model = await modelOf(io, options);
  const session = await opened(io, negotiation, digest, options, { others: negotiation.parties.flatMap(({ id }, index) => (index === side ? [] : [id])), persona: model?.name ?? null });
  const move = saidMove(negotiation, session, side, options, name);
  const given = options.from === undefined ? null : packageOption(negotiation, "--from", options.from, null);
  const solution = await solved(io, file, { negotiation, checkClauses }, clauses, options);
  const { frontier, clearings, joint } = solution;
  const { record, notes } = await moved(solution, session, move, { play: options.play === true, file: name, model });
  for (const note of notes) io.stderr.write(`${note}\n`);
  const { standing, problems } = standingOf(negotiation, record, name);
  if (standing === null) throw new Stop(problems);
  if (options.record !== undefined && (session.before === null || record.moves.length > session.before.moves.length)) {
    await appendText(io, options.record, session.before === null ? null : textOf(session.before), textOf(record, session.before === null ? 0 : session.before.moves.length + 1));
    io.stderr.write(`${session.before === null ? "begun" : "added to"}: ${options.record}\n`);
  }
  const best = side === 0 ? frontier.packages[0] : frontier.packages.at(-1);
  const own = standing.offers.findLast((offer) => offer.by === negotiation.parties[side]!.id)?.settled ?? null;
  const asked = given ?? own;
  const from = asked === null ? best : (valuedOf(negotiation, asked, clearings) ?? undefined);
  if (from === undefined) throw usageStop(asked === null ? "no combination of options is a deal" : `there is no such deal: ${packageText(negotiation, asked)}`);
  const conceded = concessionsOf(negotiation, from, side, clearings, { joint, mostNear: 5000 });
  const isSession = record.moves.length > 0;
  const valued = standing.settled === null ? null : valuedOf(negotiation, standing.settled, clearings);
  if (options.format === "json") io.stdout.write(jsonWith("negotiation", clauses.library, { ...solutionJson(solution, conceded), session: isSession ? { ...record, turn: standing.turn, outcome: standing.outcome, issues: issueLog(negotiation, standing), worth: valued?.worth.map((value) => value / 100) ?? null } : null }));
  else {
    const blocks = isSession && (options.play === true || standing.turn === null) ? saySession(solution, record, standing, valued) : [...(isSession ? saySession(solution, record, standing, valued) : []), ...saySolution(solution, { side, from, ...conceded })];
    const said = options.format === "md" ? sayBlocksInMarkdown(blocks) : sayBlocks(blocks, { color: wantsColor(io), width: widthOf(io) });
    io.stdout.write(said.endsWith("\n") ? said : `${said}\n`);
  }
  return 0;
}
