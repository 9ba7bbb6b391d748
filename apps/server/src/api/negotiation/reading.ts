import { keptNegotiation, type KeptNegotiation, type KeptSession, KeptStep, type NegotiationRead, readNegotiation } from "@cleartitle/negotiation";
import type { NegotiationStep } from "@cleartitle/store";
import { byText } from "@cleartitle/title";
import { clausesOf } from "../agreement/reading.js";
import type { Backing } from "../backing.js";
import { followedSteps } from "../followed-steps.js";
import type { Asked } from "../route.js";
import { shelves } from "../shelf.js";
import { stopWith } from "../stop.js";

export type Place = Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">;

/** Files by their digests, as they were read last. */
const shelfOf = shelves<NegotiationRead>(5_000);

/** A version of a file by the clauses of today. */
export function fileRead(backing: Backing, { text, digest }: { readonly text: string; readonly digest: string }): NegotiationRead {
  const shelf = shelfOf(backing);
  return shelf.get(digest) ?? shelf.put(digest, readNegotiation(text, { file: "negotiation", house: clausesOf(backing) }));
}

const put = (id: string, steps: readonly NegotiationStep[]): KeptNegotiation | null => keptNegotiation(id, steps.map(({ number, by, at, content, text }) => ({ number, by, at, content: KeptStep.parse(content), text })));

/** A negotiation by its name; null: nothing is recorded of it. */
export const negotiationNamed = async ({ backing, workspace }: Place, id: string): Promise<KeptNegotiation | null> => put(id, await (await backing.states.workspace(workspace)).negotiationSteps(id));

/** All negotiations of a workspace, in the order of their names. */
export const negotiationsIn = followedSteps<NegotiationStep, string, KeptNegotiation>({ since: async (workspace, size) => workspace.negotiationStepsSince(size), nameOf: ({ negotiation }) => negotiation, make: (id, steps) => put(id, steps)!, order: byText });

/** What is there of a negotiation that has to be there. */
export function there(id: string, found: KeptNegotiation | null): KeptNegotiation {
  if (found === null) throw stopWith("not-found", `there is no negotiation \`${id}\``, { pointer: "#path/id", offending: id });
  return found;
}

/** The negotiation of a path. */
export const negotiationAsked = async (asked: Place & { readonly params: { readonly id: string } }): Promise<KeptNegotiation> => there(asked.params.id, await negotiationNamed(asked, asked.params.id));

/** A session of it. `at`: where the request names it. */
export function sessionOf({ id, sessions }: KeptNegotiation, number: number, at: string): KeptSession {
  const found = sessions.find((each) => each.number === number);
  if (found === undefined) throw stopWith("not-found", `the negotiation \`${id}\` has no session ${number}`, { pointer: at, offending: String(number), hint: sessions.length === 0 ? "begin one first" : `it has ${sessions.length}` });
  return found;
}
