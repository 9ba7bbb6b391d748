import { setImmediate } from "node:timers/promises";
import { type Agreement, agreementOf, type ClauseHouse, LifeStep, type RecordedStep } from "@cleartitle/agreements";
import type { AgreementStep } from "@cleartitle/store";
import { byText } from "@cleartitle/title";
import type { Backing } from "../backing.js";
import { followedSteps } from "../followed-steps.js";
import type { Asked } from "../route.js";
import { shelves } from "../shelf.js";
import { type State, worldOf } from "../state.js";
import { stopWith } from "../stop.js";

type Place = Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">;

/** The clauses by which agreements are read. */
export function clausesOf({ clauses, catalogue }: Backing): ClauseHouse {
  const library = clauses();
  if (library === null) throw stopWith("unavailable", "this server has no clauses to read agreements by", { hint: "they are the folder `catalogue/clauses` beside the program" });
  return { library, taxonomies: catalogue.taxonomies };
}

export const recordedSteps = (steps: readonly AgreementStep[]): readonly RecordedStep[] => steps.map(({ number, by, at, content, text }) => ({ number, by, at, content: LifeStep.parse(content), text }));

interface KeptAgreement {
  /** Who recorded each of its steps. Nothing else of a step ever changes, and who it was may be redacted. */
  readonly by: string;
  readonly agreement: Agreement;
}

/** Agreements by workspace and name, as they were read last: a list asks for all of a workspace, and with one more than there is room for it would find none of them. */
const shelfOf = shelves<KeptAgreement>(20_000);

function read(backing: Backing, workspace: string, us: string, steps: readonly AgreementStep[]): Agreement | null {
  const id = steps[0]!.agreement;
  const [key, by] = [JSON.stringify([workspace, us, id]), JSON.stringify(steps.map((step) => step.by))];
  const shelf = shelfOf(backing);
  const there = shelf.get(key);
  if (there?.by === by) return there.agreement;
  shelf.delete(key);
  const agreement = agreementOf(id, recordedSteps(steps), us, clausesOf(backing));
  if (agreement !== null) shelf.put(key, { by, agreement });
  return agreement;
}

/** The newest records, in whose name agreements stand. */
export const recordsOf = ({ backing, workspace }: Place): Promise<State> => backing.states.newest(workspace);

/** The steps of each agreement of a workspace, in the order of their names. */
export const agreementStepsIn = followedSteps<AgreementStep, string, readonly AgreementStep[]>({ since: async (workspace, size) => workspace.agreementStepsSince(size), nameOf: ({ agreement }) => agreement, make: (_, steps) => steps, order: byText });

/** All agreements of a workspace, in the order of their names. */
export async function agreementsIn({ backing, workspace }: Place): Promise<readonly Agreement[]> {
  const { world } = await recordsOf({ backing, workspace });
  if (world === null) return [];
  const agreements: Agreement[] = [];
  for (const [at, steps] of (await agreementStepsIn({ backing, workspace })).entries()) {
    const agreement = read(backing, workspace, world.graph.us, steps);
    if (agreement !== null) agreements.push(agreement);
    // Others are answered in between.
    if (at % 10 === 0) await setImmediate();
  }
  return agreements;
}

export interface FoundAgreement {
  readonly agreement: Agreement;
  readonly steps: readonly RecordedStep[];
  readonly changeSets: ReadonlyMap<number, number>;
  readonly state: State;
}

/** The agreement of a path. */
export async function agreementAsked({ params: { id }, backing, workspace }: Place & { readonly params: { readonly id: string } }): Promise<FoundAgreement> {
  const state = await recordsOf({ backing, workspace });
  const steps = state.world === null ? [] : await (await backing.states.workspace(workspace)).agreementSteps(id);
  const agreement = steps.length === 0 ? null : read(backing, workspace, worldOf(state, workspace).graph.us, steps);
  if (agreement === null) throw stopWith("not-found", `there is no agreement \`${id}\``, { pointer: "#path/id", offending: id });
  return { agreement, steps: recordedSteps(steps), changeSets: new Map(steps.flatMap(({ number, changeSet }) => (changeSet === null ? [] : [[number, changeSet] as const]))), state };
}

/** How many steps an agreement has, as an entity tag: the same for every read of the same agreement. */
export const stepTag = (steps: number): string => `"${steps}"`;
