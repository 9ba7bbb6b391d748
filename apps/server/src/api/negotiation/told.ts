import { type Concession, issueLog, type KeptNegotiation, type KeptSession, type Negotiation, type NegotiationRead, packageOf, settledAs, type Solution, standingOf, type Valued } from "@cleartitle/negotiation";
import type { z } from "@hono/zod-openapi";
import type { NegotiationDetail, NegotiationRow, Packages, SessionDetail, SessionRow } from "./schema.js";

type Told = z.input<typeof Packages>;

/** Points as they are written in a file. */
const points = (hundredths: number): number => hundredths / 100;
const both = ([first, second]: readonly [number, number]): number[] => [points(first), points(second)];

export function packageTold({ negotiation, reservations }: Pick<Solution, "negotiation" | "reservations">, { settled, worth, clearing }: Valued): Told["from"] {
  return { settled: settledAs(negotiation, settled), worth: both(worth), refusedBy: negotiation.parties.flatMap(({ id }, side) => (worth[side]! < reservations[side]! ? [id] : [])), uses: clearing.uses.map((each) => ({ ...each })) };
}

export const concessionTold = (solution: Solution, { changes, costs, gives, uses, to }: Concession): Told["concessions"][number] => ({
  changes: changes.map((each) => ({ ...each, costs: points(each.costs), gives: points(each.gives) })), costs: points(costs), gives: points(gives), uses: uses.map((each) => ({ ...each })), to: packageTold(solution, to),
});

export function cutTold({ frontier: { cut } }: Solution): Told["cut"] {
  return cut === null ? null : { combinations: cut.combinations, kept: cut.kept, couldBe: both(cut.couldBe) };
}

/** Where a session stands. Of one whose record or file cannot be read that is told, and no turn. */
function sessionRow(session: KeptSession, negotiation: Negotiation | null): z.input<typeof SessionRow> {
  const { number, version, changeSet, record: { head, moves }, by, at, problems } = session;
  const { standing, problems: faults } = negotiation === null ? { standing: null, problems: [] } : standingOf(negotiation, session.record, `session ${number}`);
  return {
    number, version, changeSet, simulated: [...head.simulated], persona: head.persona ?? null, seed: head.seed, moves: moves.length, turn: moves.length === 0 ? null : (standing?.turn ?? null), outcome: standing?.outcome ?? "open", by, at, problems: [...problems, ...faults].map(({ message }) => message),
  };
}

export function sessionTold(session: KeptSession, negotiation: Negotiation | null): z.input<typeof SessionDetail> {
  const { standing } = negotiation === null ? { standing: null } : standingOf(negotiation, session.record, "session");
  return {
    ...sessionRow(session, negotiation),
    said: session.record.moves.map(({ number, by, says, settled, words }, index) => ({ number, by, says, settled: settled ?? null, words: words ?? null, recordedBy: session.told[index]!.by, at: session.told[index]!.at })),
    issues: standing === null ? [] : issueLog(negotiation!, standing).map(({ issue, state, positions }) => ({ issue, state, positions: positions.map((each) => ({ ...each })) })),
  };
}

const issuesTold = (negotiation: Negotiation | null): Told["issues"] => (negotiation?.issues ?? []).map(({ id, topic, is, options }) => ({ id, topic: topic ?? null, is: is ?? null, options: Object.entries(options).map(([option, { is: says, version, own, silent }]) => ({ id: option, is: says ?? null, version: version ?? null, own: own !== undefined, silent: silent === true })) }));

const playersTold = (negotiation: Negotiation | null, us: string | null): Told["players"] => (negotiation?.parties ?? []).map(({ id, interests = [], values, releases = {}, duty = 0, reservation, batna, tactic }) => ({ id, isUs: id === us, interests: [...interests], values, releases, duty, reservation, batna, tactic }));

/** What is negotiated, and what it is worth to whom. `us`: the party for whom the records are kept. */
export const matterTold = (negotiation: Negotiation | null, us: string | null): Pick<Told, "issues" | "players"> => ({ issues: issuesTold(negotiation), players: playersTold(negotiation, us) });

type Reads = (version: number) => NegotiationRead;

export function rowOf({ id, files, sessions, steps, changedAt }: KeptNegotiation, reads: Reads): z.input<typeof NegotiationRow> {
  const { negotiation, problems } = reads(files.length);
  return {
    id, title: negotiation?.title ?? id, agreement: files.at(-1)!.agreement, parties: (negotiation?.parties ?? []).map((party) => party.id), version: files.length, sessions: sessions.length,
    open: sessions.filter((each) => sessionRow(each, reads(each.version).negotiation).outcome === "open").length, steps, changedAt, unreadable: problems.length,
  };
}

/** All that is recorded of a negotiation, with what its newest file says. */
export function detailOf(kept: KeptNegotiation, reads: Reads, { us, maySpeak }: { readonly us: string | null; readonly maySpeak: string | null }): z.input<typeof NegotiationDetail> {
  const { negotiation, problems } = reads(kept.files.length);
  return {
    ...rowOf(kept, reads), rounds: negotiation?.rounds ?? 0, text: kept.files.at(-1)!.text, file: negotiation === null ? null : { ...negotiation }, problems: problems.map(({ message }) => message),
    ...matterTold(negotiation, us), maySpeak,
    versions: kept.files.map(({ number, digest, agreement, by, at }) => ({ number, digest, agreement, by, at })),
    played: kept.sessions.map((each) => sessionRow(each, reads(each.version).negotiation)),
  };
}

/** The package of the last move that names one. */
export const lastNamed = (negotiation: Negotiation, { record }: KeptSession): readonly string[] | null => packageOf(negotiation, record.moves.findLast(({ settled }) => settled !== undefined)?.settled);

/** What stands in a session for a party: what is agreed, else what it offered last; null: it has offered nothing. */
export function stands(negotiation: Negotiation, session: KeptSession, party: string): readonly string[] | null {
  const { moves } = session.record;
  if (moves.at(-1)?.says === "accept") return lastNamed(negotiation, session);
  return packageOf(negotiation, moves.findLast(({ by, says }) => by === party && says === "offer")?.settled);
}
