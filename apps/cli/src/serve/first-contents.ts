import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { planFirst, type PlannedStep, readDeal } from "@cleartitle/agreements";
import { type KeptStep, readNegotiation } from "@cleartitle/negotiation";
import { type Problem, sha256 } from "@cleartitle/norms";
import { readingAskedOf } from "@cleartitle/server";
import type { JobQueue, Workspace } from "@cleartitle/store";
import type { TitleGraph } from "@cleartitle/title";
import { openClauses } from "../command/clauses.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

interface Bytes {
  readonly path: string;
  readonly name: string;
  readonly content: Uint8Array;
}

/** What a new workspace begins with beside its title records: deals that are prepared, contracts that others wrote, and negotiations on the deals. */
export interface FirstContents {
  readonly agreements: readonly { readonly path: string; readonly planned: PlannedStep }[];
  readonly negotiations: readonly { readonly id: string; readonly content: KeptStep; readonly text: string }[];
  readonly contracts: readonly Bytes[];
}

interface Recording {
  readonly by: string;
  /** This instant in UTC. */
  readonly at: string;
}

/** The files of a folder of it, in the order of their names; none where there is no such folder. */
async function filesIn(io: Io, folder: string): Promise<readonly Bytes[]> {
  const at = resolve(io.folder, folder);
  const names = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
    throw error;
  });
  const files = names.filter((each) => each.isFile() && !each.name.startsWith(".")).map(({ name }) => name).toSorted();
  return Promise.all(files.map(async (name) => ({ path: join(folder, name), name, content: await readFile(join(at, name)) })));
}

/** The name under which a part of what a workspace begins with is recorded once. No request over the API has a space in its name. */
export const firstRequest = (part: string): string => `first contents: ${part}`;

const textOf = ({ content }: Bytes): string => Buffer.from(content).toString("utf8");

/** Reads `agreements`, `negotiations` and `contracts` of a folder, and checks the first two; with any problem it stops, before anything is recorded. */
export async function firstContents(io: Io, folder: string, graph: TitleGraph, { by, at }: Recording): Promise<FirstContents> {
  const { library, catalogue: { taxonomies } } = await openClauses(io);
  const house = { library, taxonomies };
  const [deals, talks, contracts] = await Promise.all(["agreements", "negotiations", "contracts"].map(async (part) => filesIn(io, join(folder, part))));
  const problems: Problem[] = [];
  const told = (path: string, faults: readonly Problem[]): void => void problems.push(...faults.map((each) => ({ ...each, file: path })));
  const agreements = deals!.flatMap((file) => {
    const { planned, problems: faults } = planFirst({ step: "draft", text: textOf(file) }, { house, graph, steps: [], hand: { by, alone: true, today: at.slice(0, 10) }, at });
    told(file.path, faults);
    return planned === null ? [] : [{ path: file.path, planned }];
  });
  const negotiations = talks!.flatMap((file) => {
    const text = textOf(file);
    const { negotiation, problems: faults, checkClauses } = readNegotiation(text, { file: file.path, house });
    told(file.path, faults);
    if (negotiation === null) return [];
    const on = agreements.find(({ path }) => relative(resolve(io.folder, path), resolve(io.folder, folder, "negotiations", negotiation.deal ?? "")) === "");
    const deal = on === undefined ? null : readDeal(on.planned.text!, { file: on.path, ...house }).file;
    if (deal !== null) told(file.path, checkClauses(deal));
    const content: KeptStep = { step: "file", digest: sha256(text), agreement: on?.planned.agreement ?? null };
    return [{ id: negotiation.id, content, text }];
  });
  if (problems.length > 0) throw new Stop(problems);
  return { agreements, negotiations, contracts: contracts! };
}

/**
 * Records them in a workspace without title records, each under a name of its own, so that what is there already is not recorded again. Whoever records the title file does so afterwards: where this was cut off the workspace has no records yet, and
 * the next start goes on. Contracts are read by a run, while the application is served.
 */
export async function bringIn({ agreements, negotiations, contracts }: FirstContents, id: string, kept: Workspace, queue: JobQueue, recording: Recording): Promise<void> {
  for (const { planned } of agreements) await kept.takeStep({ ...planned, content: { ...planned.content } }, null, 0, { ...recording, request: firstRequest(`agreement ${planned.agreement}`) });
  for (const { id: negotiation, content, text } of negotiations) await kept.negotiate({ negotiation, after: 0, content, text }, { ...recording, request: firstRequest(`negotiation ${negotiation}`) });
  for (const { name, content } of contracts) {
    const { job, file } = readingAskedOf(name, content, null);
    await queue.enqueue(id, { ...job, name: firstRequest(job.payload.sha256) }, recording, [file]);
  }
}
