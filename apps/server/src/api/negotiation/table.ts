import { type DealFile, readVersion, strangersTo, termsOn } from "@cleartitle/agreements";
import type { World } from "@cleartitle/engine";
import { type Candidates, Clearings, gathering, type KeptNegotiation, type KeptSession, type Negotiation, type Solution, solving } from "@cleartitle/negotiation";
import { digestOf, nameHint, problem, type Problem, type Status } from "@cleartitle/norms";
import { faultsAt, stopAtFaults } from "../agreement/faults.js";
import { agreementAsked, clausesOf } from "../agreement/reading.js";
import type { Backing } from "../backing.js";
import { turns } from "../drafting/turn.js";
import { inSteps } from "../in-steps.js";
import { Shelf, shelves } from "../shelf.js";
import { worldOf } from "../state.js";
import { ApiStop, stopWith } from "../stop.js";
import { fileRead, type Place } from "./reading.js";

/** What a negotiation is asked of: a version of its file, the text of a deal, and a state of the records. */
export interface Basis {
  readonly file: { readonly text: string; readonly digest: string };
  readonly deal: string | null;
  readonly changeSet: number;
}

/** The text of an agreement as it is now: of a signed one with the amendments that bind today. */
async function dealNow(place: Place, agreement: string, at: string): Promise<string> {
  const { agreement: found } = await agreementAsked({ ...place, params: { id: agreement } }).catch((error: unknown) => {
    throw error instanceof ApiStop ? new ApiStop(error.problems.map((each) => ({ ...each, pointer: at }))) : error;
  });
  if (found.life.signed === null) return found.life.versions.at(-1)!.text;
  stopAtFaults(found.problems, at);
  return JSON.stringify(termsOn(found, place.backing.now().slice(0, 10))!.deal);
}

/** The newest file on what is recorded now. `at`: where the request names the agreement. */
export async function basisNow(place: Place, { agreement, ...file }: Basis["file"] & { readonly agreement: string | null }, at: string): Promise<Basis> {
  const { number: changeSet } = await place.backing.states.newest(place.workspace);
  return { file: { text: file.text, digest: file.digest }, deal: agreement === null ? null : await dealNow(place, agreement, at), changeSet };
}

/** What a session was begun on. */
export const basisThen = ({ files }: KeptNegotiation, { version, deal, changeSet }: KeptSession): Basis => ({ file: files[version - 1]!, deal, changeSet });

/** Digest of all that worths hang on. */
export const digestOfBasis = ({ file, deal, changeSet }: Basis): string => digestOf([file.text, ...(deal === null ? [] : [deal]), changeSet]);

/** Uses as a negotiation is asked of them. */
interface AskedUse {
  readonly use: string;
  readonly status: Status;
  readonly obligations: number;
}

interface Solved {
  readonly solution: Solution;
  /** By the records as they are. */
  readonly asIs: readonly AskedUse[];
}

/** Less than on the command line: nobody else is answered while combinations are put in order. */
const bounds = { mostJoint: 20_000, mostKept: 1_000 } as const;

/** Combinations of clauses that are asked of the engine where nobody says how many: each is a decision of each release. */
export const defaultMost = 400;
/** Solutions of a table that are kept: one for whoever asks for more than others. */
const mostSolved = 2;

/** Two at a time would only take each other's time. */
const inSolving = turns("negotiations wait to be solved");

/** A negotiation that may be asked: read, its clauses checked, its deal and its records in place. */
export class Table {
  readonly clearings: Clearings;
  /** By how many combinations are asked, the latest last. */
  readonly #solved = new Shelf<number, Promise<Solved>>(mostSolved);
  readonly #candidates = new WeakMap<Solution, Promise<Candidates>>();

  constructor(readonly negotiation: Negotiation, readonly base: DealFile | null, private readonly world: World | null, private readonly backing: Backing) {
    this.clearings = new Clearings(negotiation, base, world, { house: clausesOf(backing), decide: backing.decide });
  }

  /** What it comes to where `most` combinations are asked. Others are answered in between. */
  solved(most: number): Promise<Solved> {
    const known = this.#solved.get(most);
    if (known !== undefined) return known;
    const told = this.#solved.put(most, inSolving(() => inSteps(this.#solving(most))));
    // What failed is tried again by whoever asks next.
    told.catch(() => this.#solved.delete(most));
    return told;
  }

  *#solving(most: number): Generator<void, Solved> {
    const asIs: AskedUse[] = [];
    for (const use of this.world === null ? [] : this.clearings.uses) {
      const { decision, obligations } = this.backing.decide(this.world!, use, { withoutRange: true, withoutProof: true });
      asIs.push({ use, status: decision, obligations: obligations.length });
      yield;
    }
    const { solution, problems } = yield* solving(this.negotiation, this.base, this.clearings, { ...bounds, mostAsked: most });
    if (solution === null) throw new ApiStop(faultsAt(problems, "#path/id"));
    return { solution, asIs };
  }

  /** Packages that a simulated side may offer. */
  candidates(solution: Solution): Promise<Candidates> {
    const known = this.#candidates.get(solution) ?? inSolving(() => inSteps(gathering(solution)));
    this.#candidates.set(solution, known);
    known.catch(() => void this.#candidates.delete(solution));
    return known;
  }
}

/** Tables that were asked lately, the latest last: each holds a state of the records and what the engine answered. */
const shelfOf = shelves<Table>(4);

/** The table of a basis. `at`: where the request has the file. */
export async function tableOf({ backing, workspace }: Place, basis: Basis, at: string): Promise<Table> {
  const key = digestOf([workspace, digestOfBasis(basis)]);
  const shelf = shelfOf(backing);
  return shelf.get(key) ?? shelf.put(key, await made({ backing, workspace }, basis, at));
}

function dealFile(negotiation: Negotiation, deal: string | null, backing: Backing, at: string): DealFile | null {
  if (negotiation.deal === undefined) return null;
  if (deal === null) throw stopWith("missing-key", "the file puts clauses in a deal, and no agreement is named", { pointer: "/agreement", hint: "say in which agreement the clauses are put; in a workspace that is the deal of the file" });
  const { file, problems } = readVersion(deal, "deal", clausesOf(backing));
  stopAtFaults(problems, at);
  return file;
}

/** What the file names and the records have not. */
function strange(negotiation: Negotiation, base: DealFile | null, { graph, catalogue }: World): readonly Problem[] {
  const uses = new Set(negotiation.parties.flatMap(({ releases }) => Object.keys(releases ?? {})));
  const missing = [...uses].filter((use) => !graph.uses.has(use)).map((use) => problem("unknown-name", `the records have no use \`${use}\``, { file: "negotiation", offending: use, hint: nameHint(use, graph.uses.keys()) ?? "releases are uses of the records" }));
  return [...(base === null ? [] : strangersTo({ graph, catalogue }, [base.deal], "negotiation")), ...missing];
}

async function made({ backing, workspace }: Place, { file, deal, changeSet }: Basis, at: string): Promise<Table> {
  const { negotiation, checkingClauses, problems } = fileRead(backing, file);
  stopAtFaults(problems, at);
  const base = dealFile(negotiation!, deal, backing, at);
  stopAtFaults(base === null ? [] : await inSteps(checkingClauses(base)), at);
  const world = negotiation!["title-file"] === undefined ? null : worldOf(await backing.states.at(workspace, changeSet), workspace);
  if (world !== null) stopAtFaults(strange(negotiation!, base, world), at);
  return new Table(negotiation!, base, world, backing);
}
